"""How the school talks, and who reads private notes."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kindling.kit.addresses import url
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.schools.http import ViewerRequest
from kindling.talks import actions, rules
from kindling.talks.forms import ChoiceForm, ReaderForm

FIELDS = ("every_days", "silent_days", "real_minutes", "substitutes_talk", "family_reads")


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: ViewerRequest) -> HttpResponse:
    """How often, what counts, and whether families read along."""
    require(rules.may_choose(request.viewer))
    choice = rules.choice_of(request.viewer)
    initial = {name: getattr(choice, name) for name in FIELDS}
    form = ChoiceForm(sent(request), initial=initial)
    if form.is_bound and form.is_valid():
        actions.choose_talks(by=request.viewer, **form.cleaned_data)
        return go_to(request, url("talks:settings"), _("Saved."))
    return show(request, form, ReaderForm(viewer=request.viewer, auto_id="reader_%s"))


def show(request: ViewerRequest, form: ChoiceForm, reader: ReaderForm) -> HttpResponse:
    readers = rules.current_readers(request.viewer)
    context = {"form": form, "reader_form": reader, "readers": readers}
    bound = form.is_bound or reader.is_bound
    return page_or_422(request, "talks/settings.html", context, bound=bound)


@require_POST
def name_reader(request: ViewerRequest) -> HttpResponse:
    """One more adult who reads private notes."""
    require(rules.may_choose(request.viewer))
    form = ReaderForm(request.POST, viewer=request.viewer, auto_id="reader_%s")
    if form.is_valid():
        actions.name_note_reader(by=request.viewer, **form.cleaned_data)
        return go_to(request, url("talks:settings"), _("They read private notes from now on."))
    choice = rules.choice_of(request.viewer)
    return show(request, ChoiceForm(initial={n: getattr(choice, n) for n in FIELDS}), form)


@require_POST
def end_reader(request: ViewerRequest, public_id: str) -> HttpResponse:
    """They read none any more."""
    require(rules.may_choose(request.viewer))
    reader = get_object_or_404(rules.current_readers(request.viewer), public_id=public_id)
    actions.end_note_reader(reader, by=request.viewer)
    return go_to(request, url("talks:settings"), _("They read none from now on."))
