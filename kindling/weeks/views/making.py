"""A week is made, and what it consists of: days, rooms, interpreters, who can when."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kindling.exhibitions.rules import visible_kinds
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.trying import works
from kindling.people.matters import Matter
from kindling.people.rules import visible_students
from kindling.schools.http import ViewerRequest
from kindling.weeks import actions, rules
from kindling.weeks.forms import ChangeForm, DayForm, LengthForm, RoomForm, WeekForm
from kindling.weeks.models import Week
from kindling.weeks.views.pages import find


@require_http_methods(["GET", "HEAD", "POST"])
def make(request: ViewerRequest) -> HttpResponse:
    """A new week; its rooms come next."""
    require(rules.may_plan(request.viewer))
    kinds = visible_kinds(request.viewer).filter(ended_at__isnull=True)
    form = WeekForm(sent(request), kinds=kinds)
    made: list[Week] = []

    def act() -> None:
        made.append(actions.make_week(by=request.viewer, **form.facts))

    if form.is_bound and works(form, act):
        return redirect("weeks:rooms", made[0].public_id)
    return page_or_422(request, "weeks/make.html", {"form": form}, bound=form.is_bound)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: ViewerRequest, public_id: str) -> HttpResponse:
    require(rules.may_plan(request.viewer))
    week = find(request, public_id)
    form = ChangeForm(sent(request), initial={"title": week.title, "pause": week.pause})

    def act() -> None:
        actions.change_week(week, by=request.viewer, **form.cleaned_data)

    if form.is_bound and works(form, act):
        return go_to(request, week, _("Saved."))
    context = {"form": form, "week": week}
    return page_or_422(request, "weeks/change.html", context, bound=form.is_bound)


@require_http_methods(["GET", "HEAD", "POST"])
def rooms(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Where, and between which hours."""
    require(rules.may_plan(request.viewer))
    week = find(request, public_id)
    form = RoomForm(sent(request))

    def act() -> None:
        actions.add_room(week, by=request.viewer, **form.cleaned_data)

    if form.is_bound and works(form, act):
        return redirect("weeks:rooms", week.public_id)
    return rooms_page(request, week, form)


@require_POST
def set_length(request: ViewerRequest, public_id: str) -> HttpResponse:
    """How long a kind takes, for one grade or for all others."""
    require(rules.may_plan(request.viewer))
    week = find(request, public_id)
    form = length_form(request, week)

    def act() -> None:
        actions.set_length(week, by=request.viewer, **form.facts)

    if works(form, act):
        return redirect("weeks:rooms", week.public_id)
    return rooms_page(request, week, RoomForm(), form)


def length_form(request: ViewerRequest, week: Week) -> LengthForm:
    kinds = {row.kind_id: row.kind for row in week.kinds.select_related("kind")}
    grades = visible_students(request.viewer, Matter.PLAN).values_list("grade", flat=True)
    found = grades.order_by("grade").distinct()
    return LengthForm(sent(request), kinds=kinds.values(), grades=found)


def rooms_page(
    request: ViewerRequest, week: Week, form: RoomForm, lengths: LengthForm | None = None
) -> HttpResponse:
    """Rooms, days and lengths; what was sent stays in its form."""
    if lengths is None:
        lengths = length_form(request, week)
        lengths.is_bound = False
    context = {
        "form": form, "week": week, "days": week.days.all(), "lengths": lengths,
        "rooms": week.rooms.filter(ended_at__isnull=True),
        "kinds": week.kinds.select_related("kind"),
    }  # fmt: skip
    bound = form.is_bound or lengths.is_bound
    return page_or_422(request, "weeks/rooms.html", context, bound=bound)


@require_POST
def drop_room(request: ViewerRequest, public_id: str, room_id: str) -> HttpResponse:
    require(rules.may_plan(request.viewer))
    week = find(request, public_id)
    room = get_object_or_404(week.rooms.filter(ended_at__isnull=True), public_id=room_id)
    room.week = week
    actions.drop_room(room, by=request.viewer)
    return redirect("weeks:rooms", week.public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def day(request: ViewerRequest, public_id: str, day_id: str) -> HttpResponse:
    """The hours of one day."""
    require(rules.may_plan(request.viewer))
    week = find(request, public_id)
    one = get_object_or_404(week.days.all(), public_id=day_id)
    one.week = week
    form = DayForm(sent(request), day=one)

    def act() -> None:
        actions.set_day(one, form.hours, by=request.viewer)

    if form.is_bound and works(form, act):
        return redirect("weeks:rooms", week.public_id)
    context = {"form": form, "week": week, "day": one}
    return page_or_422(request, "weeks/day.html", context, bound=form.is_bound)
