"""A formal request for records, and how the school's journals work."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.journals import actions, rules
from kindling.journals.forms import ChoiceForm, RequestForm
from kindling.journals.models import JournalEntry, JournalRequest
from kindling.journals.prompts import prompt_asked
from kindling.kit.addresses import url
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.people.rules import is_own
from kindling.schools.http import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def requests(request: ViewerRequest) -> HttpResponse:
    """The principal's own requests, and a new one."""
    require(rules.is_principal(request.viewer))
    form = RequestForm(sent(request), viewer=request.viewer)
    if form.is_bound and form.is_valid():
        made = actions.request_journal(by=request.viewer, **form.cleaned_data)
        return go_to(request, made, _("Written down. The student is told."))
    page = page_of(request, rules.visible_requests(request.viewer), size=20)
    context = {"form": form, "page": page}
    return page_or_422(request, "journals/requests.html", context, bound=form.is_bound)


def find_request(request: ViewerRequest, public_id: str) -> JournalRequest:
    return get_object_or_404(rules.visible_requests(request.viewer), public_id=public_id)


@require_safe
def request_page(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The principal reads what was asked for, which is written down; the student sees why."""
    asked = find_request(request, public_id)
    own, running = (
        is_own(request.viewer, asked.student),
        rules.is_running(request.viewer, asked),
    )
    entries: list[JournalEntry] = []
    if not own and running:
        actions.open_request(asked, by=request.viewer)
        entries = list(rules.requested_entries(request.viewer, asked)[:200])
    context = {"asked": asked, "entries": entries, "is_own": own, "is_running": running}
    context |= {"openings": rules.openings_of(asked)[:50], "prompt_asked": prompt_asked}
    return page_or_422(request, "journals/request.html", context, bound=False)


@require_POST
def end(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Not needed any more."""
    asked = find_request(request, public_id)
    actions.end_request(asked, by=request.viewer)
    return go_to(request, asked, _("Ended. Nobody reads it any more."))


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: ViewerRequest) -> HttpResponse:
    """How many entries are hoped for, and whether substitutes read them."""
    require(rules.may_choose(request.viewer))
    choice = rules.choice_of(request.viewer)
    names = ("a_week", "substitutes_read")
    form = ChoiceForm(sent(request), initial={name: getattr(choice, name) for name in names})
    if form.is_bound and form.is_valid():
        actions.choose_journals(by=request.viewer, **form.cleaned_data)
        return go_to(request, url("journals:settings"), _("Saved."))
    return page_or_422(request, "journals/settings.html", {"form": form}, bound=form.is_bound)
