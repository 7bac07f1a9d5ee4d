"""Behind a panelist's link: when, where, what about, and what the student lets them see."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kindling.exhibitions import actions, rules
from kindling.exhibitions.along import answer_at_door
from kindling.exhibitions.calendars import when_of
from kindling.exhibitions.forms import AnswerForm
from kindling.exhibitions.models import Exhibition, Panelist
from kindling.exhibitions.views.exhibition import calendar_answer
from kindling.exhibitions.views.preparing import file_answer
from kindling.kit.http import Refused
from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest
from kindling.schools.viewer import Viewer


def join_exhibition_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """The exhibition of this link; POST answers. On the day an app above may answer instead."""
    mine = rules.visible_panelists(viewer).filter(person=viewer.person_id)
    place = mine.select_related(
        "exhibition__student__person", "exhibition__kind", "exhibition__advisor"
    ).first()
    if place is None:
        raise Http404
    exhibition = place.exhibition
    exhibition.school = exhibition.student.school = viewer.school
    shown = file_answer(request, viewer, exhibition.public_id)
    if shown is not None:
        return shown
    if "calendar" in request.GET:
        return calendar_answer(exhibition, viewer, request.build_absolute_uri(request.door))
    instead = answer_at_door(request, exhibition, place)
    if instead is not None:
        return instead
    if request.method == "POST":
        return answer(request, place, viewer)
    return show(request, place, AnswerForm(initial=facts_of(place)), 200)


def facts_of(place: Panelist) -> dict[str, object]:
    facts = {"note": place.note, "is_remote": place.is_remote}
    return {**facts, "needs_interpreter": place.needs_interpreter}


def answer(request: PassRequest, place: Panelist, viewer: Viewer) -> HttpResponse:
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return show(request, place, form, 422)
    coming = request.POST.get("coming") == "yes"
    try:
        actions.answer_invitation(place, coming=coming, by=viewer, **form.cleaned_data)
    except Refused as refused:
        form.add_error(None, str(refused))
        return show(request, place, form, 409)
    messages.success(request, _("Thank you. The school can see it."))
    return redirect(request.door)


def show(request: PassRequest, place: Panelist, form: AnswerForm, status: int) -> HttpResponse:
    viewer, exhibition = request.viewer, place.exhibition
    panel = rules.visible_panelists(viewer).filter(state=Panelist.State.COMING)
    context = {
        "one": exhibition, "mine": place, "form": form, "when": when_of(exhibition, viewer.school),
        "is_open": exhibition.has_date and place.state != Panelist.State.NAMED,
        "is_off": exhibition.state == Exhibition.State.CALLED_OFF,
        "agenda": [line for line in exhibition.agenda.split("\n") if line.strip()],
        "materials": list(rules.visible_materials(viewer).filter(exhibition=exhibition)),
        "panel": [row for row in panel if row.pk != place.pk],
    }  # fmt: skip
    return render(request, "exhibitions/join.html", context, status=status)
