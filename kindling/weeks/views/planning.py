"""The plan is made, changed by hand, undone and published."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kindling.kit.http import Refused, go_to, page_or_422, require, sent
from kindling.kit.trying import works
from kindling.schools.http import ViewerRequest
from kindling.weeks import actions, rules
from kindling.weeks.forms import BookingForm, SlotForm
from kindling.weeks.models import Sitting
from kindling.weeks.queries.plan import open_times
from kindling.weeks.views.pages import find, plan_context


@require_POST
def run(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Make a plan of everything that is not fixed."""
    require(rules.may_plan(request.viewer))
    week = find(request, public_id)
    actions.ask_plan(week, by=request.viewer)
    return redirect(week)


@require_POST
def gather(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Take in what was begun since."""
    require(rules.may_plan(request.viewer))
    week = find(request, public_id)
    actions.gather_exhibitions(week, by=request.viewer)
    return redirect(week)


@require_POST
def publish(request: ViewerRequest, public_id: str) -> HttpResponse:
    require(rules.may_plan(request.viewer))
    week = find(request, public_id)
    actions.publish_week(week, by=request.viewer)
    return go_to(request, week, _("The dates are being set, and everybody invited is told."))


@require_POST
def call_off(request: ViewerRequest, public_id: str) -> HttpResponse:
    require(rules.may_plan(request.viewer))
    actions.call_off_week(find(request, public_id), by=request.viewer)
    return go_to(request, "weeks:weeks", _("Called off."))


@require_POST
def undo(request: ViewerRequest, public_id: str, change_id: str) -> HttpResponse:
    require(rules.may_plan(request.viewer))
    week = find(request, public_id)
    changes = rules.visible_changes(request.viewer).filter(week=week)
    actions.undo_change(week, get_object_or_404(changes, public_id=change_id), by=request.viewer)
    return go_to(request, week, _("Undone."))


@require_POST
def open_booking(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Students take times themselves, until a moment."""
    require(rules.may_plan(request.viewer))
    week = find(request, public_id)
    form = BookingForm(request.POST)

    def act() -> None:
        actions.open_booking(week, form.cleaned_data["until"], by=request.viewer)

    if works(form, act):
        return go_to(request, week, _("Students can choose now, and were told."))
    context = plan_context(request, week) | {"booking": form}
    return page_or_422(request, "weeks/plan.html", context, bound=True)


@require_POST
def shut_booking(request: ViewerRequest, public_id: str) -> HttpResponse:
    require(rules.may_plan(request.viewer))
    week = find(request, public_id)
    actions.shut_booking(week, by=request.viewer)
    return redirect(week)


def find_sitting(request: ViewerRequest, public_id: str) -> Sitting:
    rows = rules.visible_sittings(request.viewer).select_related("week__school")
    found: Sitting = get_object_or_404(rows, public_id=public_id)
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def sitting(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Give one exhibition another slot. What cannot be is said in sentences, and nothing saved."""
    require(rules.may_plan(request.viewer))
    one = find_sitting(request, public_id)
    rooms = list(one.week.rooms.filter(ended_at__isnull=True))
    choices = [(room.public_id, room.name) for room in rooms]
    form = SlotForm(sent(request), rooms=choices, school=request.school)
    if form.is_bound and form.is_valid():
        room = next(room for room in rooms if room.public_id == form.cleaned_data["room"])
        try:
            actions.place_sitting(one, room, form.starts_at, by=request.viewer)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return go_to(request, one.week, _("Moved. You can undo it."))
    context = {"form": form, "sitting": one, "times": open_times(one.week, one)}
    return page_or_422(request, "weeks/sitting.html", context, bound=form.is_bound)


@require_POST
def free(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Take it out of its slot."""
    require(rules.may_plan(request.viewer))
    one = find_sitting(request, public_id)
    actions.free_sitting(one, by=request.viewer)
    return redirect(one.week)


@require_POST
def fix(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Keep it where it is, or let the next plan move it."""
    require(rules.may_plan(request.viewer))
    one = find_sitting(request, public_id)
    actions.fix_sitting(one, request.POST.get("keep") == "1", by=request.viewer)
    return redirect(one)
