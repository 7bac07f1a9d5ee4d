"""A week of Harbor View, planned without the worker."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from kindling.exhibitions.actions import plan_exhibition
from kindling.exhibitions.models import Exhibition, Kind
from kindling.schools.viewer import Viewer
from kindling.weeks import actions
from kindling.weeks.checks import Hours
from kindling.weeks.gathering import gather
from kindling.weeks.models import Run, Sitting, Week
from kindling.weeks.solving.greedy import solve_greedily

HOURS = Hours(time(9), time(16), time(12), time(12, 45))
ZONE = ZoneInfo("America/New_York")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of October 2026 on Harbor View’s clock. The week is from the 19th."""
    return datetime(2026, 10, day, hour, minute, tzinfo=ZONE)


def panel_kind(cast) -> Kind:
    return Kind.objects.get(school=cast.school, format="panel")


def begin(cast, *names: str) -> list[Exhibition]:
    """These students begin an exhibition; Ana leads each."""
    kind = panel_kind(cast)
    return [
        plan_exhibition(getattr(cast, name), kind, by=Viewer.system(cast.school)) for name in names
    ]


def make(cast, *names: str, rooms=("Library", "Studio"), **facts) -> Week:
    """Chen’s week with these students in it, and two rooms, one of them with video."""
    begin(cast, *(names or ("maya", "luis")))
    by = cast.as_("chen")
    facts = {
        "title": "Fall exhibitions", "since_on": date(2026, 10, 19),
        "until_on": date(2026, 10, 23), "hours": HOURS, "kinds": [panel_kind(cast)], **facts,
    }  # fmt: skip
    week = actions.make_week(by=by, **facts)
    for number, room in enumerate(rooms):
        video = "https://meet.example.org/library" if number == 0 else ""
        actions.add_room(week, name=room, video=video, by=by)
    return fresh(week)


def fresh(week: Week) -> Week:
    return Week.objects.select_related("school").get(pk=week.pk)


def sitting(week: Week, student) -> Sitting:
    rows = Sitting.objects.select_related("week__school", "exhibition__student__person", "room")
    return rows.get(week=week, exhibition__student=student)


def room(week: Week, name: str = "Library"):
    return week.rooms.get(name=name)


def plan(cast, week: Week) -> Run:
    """What the worker does, with the simple solver: quick."""
    run = actions.ask_plan(week, by=cast.as_("chen"))
    run = Run.objects.select_related("week__school", "school").get(pk=run.pk)
    Run.objects.filter(pk=run.pk).update(state="running")
    run.state = "running"
    gathered = gather(run.week)
    by = Viewer.system(cast.school)
    actions.finish_run(run, gathered, solve_greedily(gathered.problem), by=by)
    return run


def publish(cast, week: Week) -> Week:
    """Publish as the worker does it."""
    actions.publish_week(fresh(week), by=cast.as_("chen"))
    actions.tell_all.func(week.pk)
    return fresh(week)


def slots(week):
    rows = Sitting.objects.filter(week=week, off_at=None).order_by("pk")
    return [(row.room and row.room.name, row.starts_at, row.is_fixed) for row in rows]
