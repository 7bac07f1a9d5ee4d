"""Something got lost: for the principal alone."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.accounts.views.proof import proves
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.people.rules import visible_people
from kindling.privacy import actions, rules
from kindling.privacy.duties import BY_KEY
from kindling.privacy.forms.breaches import LetterForm, ReportForm, WordForm
from kindling.privacy.models import Breach
from kindling.privacy.queries.breaches import breach_page, letters_of, seen_lines
from kindling.schools.http import ViewerRequest


def find(request: ViewerRequest, breach_id: str) -> Breach:
    rows = rules.visible_breaches(request.viewer).select_related("school")
    return get_object_or_404(rows, public_id=breach_id)


@require_safe
def breaches(request: ViewerRequest) -> HttpResponse:
    """Every case, the open ones first."""
    require(rules.may_answer(request.viewer))
    page = page_of(request, rules.visible_breaches(request.viewer))
    return render(request, "privacy/breaches.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: ViewerRequest) -> HttpResponse:
    """Open a case."""
    viewer = request.viewer
    require(rules.may_answer(viewer))
    form = ReportForm(sent(request), viewer=viewer, people=visible_people(viewer))
    if form.is_bound and form.is_valid():
        made = actions.report_breach(**form.cleaned_data, by=viewer)
        return go_to(request, made, _("The case is open. Begin with what is due first."))
    return page_or_422(request, "privacy/report.html", {"form": form}, bound=form.is_bound)


@require_safe
def breach(request: ViewerRequest, breach_id: str) -> HttpResponse:
    """What is due, whom it touches, the log."""
    found = find(request, breach_id)
    context = {
        "breach": found,
        "told": breach_page(found),
        "page": page_of(request, seen_lines(found)),
        "form": WordForm(),
    }
    return render(request, "privacy/breach.html", context)


@proves
@require_POST
def stop(request: ViewerRequest, breach_id: str) -> HttpResponse:
    found = find(request, breach_id)
    actions.stop_breach(found, by=request.viewer)
    return go_to(request, found, _("Their sign-ins and links are ended."))


@require_POST
def done(request: ViewerRequest, breach_id: str, duty_key: str) -> HttpResponse:
    found = find(request, breach_id)
    if duty_key not in BY_KEY:
        raise Http404
    actions.do_duty(found, duty_key, by=request.viewer)
    return go_to(request, found, _("Ticked off."))


@require_http_methods(["GET", "HEAD", "POST"])
def letters(request: ViewerRequest, breach_id: str) -> HttpResponse:
    """Read the letter in each language it goes out in, then send it."""
    found, form = find(request, breach_id), LetterForm(sent(request))
    if form.is_bound and form.is_valid():
        count = actions.write_letters(found, form.cleaned_data["words"], by=request.viewer)
        said = ngettext("%(num)s letter leaves.", "%(num)s letters leave.", count)
        return go_to(request, found, said % {"num": count})
    context = {"breach": found, "form": form, "drafts": letters_of(found)}
    return page_or_422(request, "privacy/letters.html", context, bound=form.is_bound)


@require_POST
def say(request: ViewerRequest, breach_id: str) -> HttpResponse:
    found, form = find(request, breach_id), WordForm(request.POST)
    if form.is_valid():
        actions.say_on_breach(found, form.cleaned_data["text"], by=request.viewer)
        return go_to(request, found, _("It stands in the log."))
    context = {
        "breach": found, "told": breach_page(found), "form": form,
        "page": page_of(request, seen_lines(found)),
    }  # fmt: skip
    return page_or_422(request, "privacy/breach.html", context, bound=True)


@require_POST
def close(request: ViewerRequest, breach_id: str) -> HttpResponse:
    found = find(request, breach_id)
    actions.close_breach(found, by=request.viewer)
    return go_to(request, found, _("The case is closed."))
