"""Staff speak for students: who is expected today, here, leaving, and how a day is spent."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from kindling.attendance import actions, rules
from kindling.attendance.queries.desk import expected_on, next_word, spoken_on
from kindling.attendance.standins import BehalfForm, DayChoice, ModeForm
from kindling.attendance.waiting import Spoken
from kindling.kit.http import Refused, answer, is_looking, page_or_422, require, sent
from kindling.kit.ids import new_public_id
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

DESK = "attendance:desk"


@require_safe
def desk(request: ViewerRequest) -> HttpResponse:
    """Everybody expected today whom one answers for, with the one button that fits."""
    require(request.viewer.is_leader or request.viewer.is_a(Role.ADVISOR))
    words = request.GET.get("q", "")[:200]
    spoken = expected_on(request.viewer, request.viewer.school.today(), words)
    lines = [(one, next_word(one)) for one in spoken]
    context = {"page": page_of(request, lines), "words": words, "tap": new_public_id()}
    return render(request, "attendance/desk.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def for_student(request: ViewerRequest, placement_id: str) -> HttpResponse:
    """Here or leaving, for one student, now or at a time they told."""
    placements = rules.visible_placements(request.viewer)
    placement = get_object_or_404(placements, public_id=placement_id)
    require(rules.may_check_in_for(request.viewer, placement.student))
    one = spoken_on(request.viewer, placement, request.viewer.school.today())
    if one is None:
        name = {"name": placement.student.first}
        raise Refused(_("%(name)s has no internship today.") % name)
    first = {"tap": new_public_id()} if is_looking(request) else {}
    form = BehalfForm(sent(request), one=one, now=request.viewer.school.now())
    if form.is_bound and form.is_valid():
        toast = say_for(form, one, request.viewer)
        return answer(request, "attendance/_saved.html", {}, to=DESK, toast=toast)
    context = {"form": form, "one": one, "word": next_word(one), **first}
    return page_or_422(request, "attendance/behalf.html", context, bound=form.is_bound)


def say_for(form: BehalfForm, one: Spoken, viewer: Viewer) -> str:
    """Do what the form says and return what was done."""
    facts = form.cleaned_data
    said = {"tap": facts["tap"], "how": form.how, "by": viewer}
    name = {"name": one.placement.student.first}
    if form.leaves and one.day:
        actions.check_out(one.day, line=facts["text"], **said)
        return _("%(name)s is checked out.") % name
    actions.check_in(one.placement, goal=facts["text"][:300], **said)
    return _("%(name)s is checked in.") % name


@require_http_methods(["GET", "HEAD", "POST"])
def modes(request: ViewerRequest) -> HttpResponse:
    """Say for several students at once how they spend a day: a field trip, a day from home."""
    require(request.viewer.is_leader or request.viewer.is_a(Role.ADVISOR))
    asked = request.POST if request.method == "POST" else request.GET
    on = DayChoice(asked).or_today(request.viewer.school.today())
    spoken = expected_on(request.viewer, on)
    form = ModeForm(sent(request), spoken=spoken, initial={"on": on, "mode": "trip"})
    if form.is_bound and form.is_valid():
        facts = form.cleaned_data
        told = actions.say_modes(
            form.those, mode=facts["mode"], text=facts["text"], by=request.viewer
        )
        toast = ngettext("Noted for one student.", "Noted for %(num)s students.", len(told))
        toast %= {"num": len(told)}
        return answer(request, "attendance/_saved.html", {}, to=DESK, toast=toast)
    context = {"form": form, "spoken": spoken, "on": on}
    return page_or_422(request, "attendance/modes.html", context, bound=form.is_bound)
