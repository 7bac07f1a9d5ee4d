"""How a student is: asked where somebody promised, read by who promised."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.moods import actions, forms, rules
from kindling.schools.http import ViewerRequest

BOTH = ["GET", "HEAD", "POST"]


@require_http_methods(BOTH)
def moods(request: ViewerRequest) -> HttpResponse:
    """The question for a student; for staff what waits for them, and promises."""
    viewer = request.viewer
    if rules.own_student(viewer):
        return _ask(request)
    require(viewer.is_staff and not viewer.purpose)
    form = forms.PromiseForm(sent(request), viewer=viewer)
    if form.is_bound:
        require(rules.may_ask_promises(viewer))
        if form.is_valid():
            actions.ask_promise(**form.cleaned_data, by=viewer)
            return go_to(request, "moods:moods", _("Asked. Students are asked once they say yes."))
    return page_or_422(request, "moods/staff.html", staff(request, form), bound=form.is_bound)


def _ask(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    form = forms.MoodForm(sent(request))
    if form.is_bound and form.is_valid():
        said = actions.say_mood(**form.cleaned_data, by=viewer)
        told = _("Sent. %(name)s answers you.") % {"name": said.person.first}
        return go_to(request, "moods:moods", told)
    mine = rules.own_moods(viewer)
    done = mine.filter(on=viewer.school.today()).exists()
    context = {
        "form": form, "promise": None if done else rules.promise_to(viewer), "is_done": done,
        "page": page_of(request, mine),
    }  # fmt: skip
    return page_or_422(request, "moods/ask.html", context, bound=form.is_bound)


@require_http_methods(BOTH)
def mood(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What was said on one day, and the answer; POST answers."""
    viewer = request.viewer
    rows = rules.own_moods(viewer) if rules.own_student(viewer) else rules.visible_moods(viewer)
    found = get_object_or_404(rows, public_id=public_id)
    may = rules.may_answer_mood(viewer, found)
    form = forms.AnswerForm(sent(request))
    if form.is_bound:
        require(may)
        if form.is_valid():
            actions.answer_mood(found, form.cleaned_data["text"], by=viewer)
            return go_to(request, found, _("Answered."))
    actions.open_mood(found, by=viewer)
    context = {"mood": found, "form": form, "may_answer": may}
    return page_or_422(request, "moods/mood.html", context, bound=form.is_bound)


@require_POST
def pass_on(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = get_object_or_404(rules.visible_moods(request.viewer), public_id=public_id)
    actions.pass_mood(found, by=request.viewer)
    return go_to(request, found, _("The principal reads it, too. The student is told."))


def staff(request: ViewerRequest, form: forms.PromiseForm) -> dict[str, Any]:
    viewer = request.viewer
    promises = list(rules.visible_promises(viewer)[:50])
    own = next((one for one in promises if one.person_id == viewer.person_id), None)
    days = {"first": own.away_from, "last": own.away_until} if own else {}
    return {
        "page": page_of(request, rules.visible_moods(viewer)), "promises": promises, "own": own,
        "form": form, "may_ask": rules.may_ask_promises(viewer),
        "away_form": forms.AwayForm(initial=days),
    }  # fmt: skip
