"""The school's side: what one keeps, the answer, who answers instead."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.concerns import actions, rules
from kindling.concerns.forms import AnswerForm, GiveForm, NameForm, TranscriptForm
from kindling.concerns.models import FamilyConcern
from kindling.concerns.queries.pages import brought, listed
from kindling.concerns.views.acting import heard, tries
from kindling.kit.http import go_to, page_or_422, require
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest


@require_safe
def concerns(request: ViewerRequest) -> HttpResponse:
    """What one keeps. Everybody who works here has the page; most find it empty."""
    require(rules.may_lead(request.viewer))
    is_open = request.GET.get("show") != "answered"
    page = page_of(request, listed(request.viewer, is_open=is_open))
    context = {"page": page, "is_open": is_open, "today": request.viewer.school.today()}
    return render(request, "concerns/list.html", context)


def find(request: ViewerRequest, public_id: str) -> FamilyConcern:
    return get_object_or_404(rules.visible_concerns(request.viewer), public_id=public_id)


@require_safe
def concern(request: ViewerRequest, public_id: str) -> HttpResponse:
    return show(request, find(request, public_id))


def show(request: ViewerRequest, found: FamilyConcern, **given: Any) -> HttpResponse:
    """The page with its forms; `given` is the one that was sent and has to be mended."""
    viewer = request.viewer
    may_keep = rules.may_keep(viewer, found)
    forms: dict[str, Any] = {}
    if may_keep:
        people = rules.keepers(viewer, found.student, found.person)
        forms = {
            "answer": AnswerForm(initial={"language": get_language() or "en"}),
            "give": GiveForm(people=people),
            "about": NameForm(people=rules.people_meant(viewer, found)),
            "transcript": TranscriptForm(initial={"transcript": found.transcript}),
        }  # fmt: skip
    (one,) = brought([found])
    speaks = str(dict(settings.LANGUAGES).get(found.by.language, ""))
    context = {"one": one, "may_keep": may_keep, "forms": forms | given, "speaks": speaks}
    return page_or_422(request, "concerns/concern.html", context, bound=bool(given))


def find_kept(request: ViewerRequest, public_id: str) -> FamilyConcern:
    """One that the viewer keeps or leads; 403 for one they only read."""
    found = find(request, public_id)
    require(rules.may_keep(request.viewer, found))
    return found


@require_POST
def answer(request: ViewerRequest, public_id: str) -> HttpResponse:
    found, form = find_kept(request, public_id), AnswerForm(request.POST)
    said = lambda: actions.answer_concern(found, by=request.viewer, **form.cleaned_data)  # noqa: E731
    if tries(form, said):
        return go_to(request, found, _("Sent. They get a letter."))
    return show(request, found, answer=form)


@require_POST
def give(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Take it, or let somebody else answer it."""
    found, viewer = find_kept(request, public_id), request.viewer
    if "take" in request.POST and viewer.person is not None:
        actions.give_concern(found, viewer.person, by=viewer)
        return go_to(request, found, _("You answer it."))
    form = GiveForm(request.POST, people=rules.keepers(viewer, found.student, found.person))
    if tries(form, lambda: actions.give_concern(found, form.cleaned_data["keeper"], by=viewer)):
        return go_to(request, "concerns:concerns", _("Handed on. They get a letter."))
    return show(request, found, give=form)


@require_POST
def about(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Write down whom the family means; that person reads it no more."""
    found, viewer = find_kept(request, public_id), request.viewer
    form = NameForm(request.POST, people=rules.people_meant(viewer, found))
    if tries(form, lambda: actions.name_person(found, form.cleaned_data["person"], by=viewer)):
        is_mine = rules.visible_concerns(viewer).filter(pk=found.pk).exists()
        return go_to(request, found if is_mine else "concerns:concerns", _("Saved."))
    return show(request, found, about=form)


@require_POST
def share(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Let the student read it, or no more."""
    found = find_kept(request, public_id)
    actions.show_concern(found, shown=request.POST.get("shown") == "1", by=request.viewer)
    return go_to(request, found, _("Saved."))


@require_POST
def transcript(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Write down what a voice said."""
    found, form = find_kept(request, public_id), TranscriptForm(request.POST)
    if tries(form, lambda: actions.write_down(found, by=request.viewer, **form.cleaned_data)):
        return go_to(request, found, _("Saved."))
    return show(request, found, transcript=form)


@require_safe
def voice(request: ViewerRequest, public_id: str) -> HttpResponseBase:
    """The recording."""
    return heard(request, find(request, public_id))
