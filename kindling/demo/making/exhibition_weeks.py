"""A week of exhibitions that Chen is planning: most have a time, one cannot, and the page says why."""

from __future__ import annotations

from datetime import date, time, timedelta

from kindling.exhibitions.models import Exhibition, Kind, Panelist
from kindling.people.models import Connection, Student
from kindling.schedule.queries import open_days
from kindling.schools.models import Person, School
from kindling.schools.queries import current_term
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.weeks import actions
from kindling.weeks.checks import Hours
from kindling.weeks.gathering import gather
from kindling.weeks.models import Run, Week
from kindling.weeks.solving.greedy import solve_greedily

ROOMS = (
    ("Library", "https://video.example.org/harbor-view-library"),
    ("Room 12", ""),
    ("The studio", ""),
)
HOURS = Hours(time(9), time(15, 30), time(12), time(12, 45))
TITLES = (
    "What a clinic hears at night", "The tide table on our wall", "Soup for forty",
    "A map of quiet places", "Who mends the nets", "Numbers that save water",
    "My grandmother’s loom", "A wheelchair ramp that lasts", "The price of a haircut",
    "How a song is cleared", "Seeds for a cold roof", "The last ferry", "Letters to the council",
    "Light in the stairwell",
)  # fmt: skip


def make_exhibition_week(school: School, students: list[Student]) -> None:
    """Fourteen exhibitions without a date, three weeks ahead, and a plan as the worker makes it."""
    by = Viewer.system(school)
    kind = Kind.objects.get(school=school, format="panel")
    shown = [one for one in students if not _is_busy(one, kind)]
    for student, title in zip(shown, TITLES, strict=False):
        _begin(student, kind, title, by=by)
    days = _days(school)
    week = actions.make_week(
        title="Winter exhibitions", since_on=days[0], until_on=days[-1], hours=HOURS,
        kinds=[kind], by=by,
    )  # fmt: skip
    for name, video in ROOMS:
        actions.add_room(week, name=name, video=video, by=by)
    voice = actions.add_interpreter(week, name="Lucia Vega", language="es", by=by)
    actions.say_hours(week, voice, [(on, time(9), time(15)) for on in days[:3]], by=by)
    _say_hours(week, days, by=by)
    _plan(week, by=by)


def _is_busy(student: Student, kind: Kind) -> bool:
    rows = Exhibition.objects.filter(student=student, kind=kind, state__in=Exhibition.AHEAD)
    return student.state != Student.State.ENROLLED or rows.exists()


def _days(school: School) -> list[date]:
    """The first full week of school, three weeks ahead or later."""
    monday = school.today() + timedelta(days=21 - school.today().weekday())
    for weeks in range(8):
        first = monday + timedelta(weeks=weeks)
        found = open_days(school, first, first + timedelta(days=4))
        if len(found) >= 4:
            return found
    return [monday, monday + timedelta(days=1)]


def _begin(student: Student, kind: Kind, title: str, *, by: Viewer) -> None:
    held = Connection.objects.filter(student=student, role=Role.ADVISOR, is_substitute=False)
    leads = held.select_related("adult").order_by("-since_on").first()
    if leads is None:
        return
    made = Exhibition.objects.create(
        school=by.school, student=student, kind=kind, term=current_term(by.school),
        advisor=leads.adult, title=title, minutes=kind.minutes, by=student.person,
        state_since=by.school.now() - timedelta(days=6),
    )  # fmt: skip
    family = Connection.objects.filter(student=student, role=Role.GUARDIAN, until_on=None)
    _seat(made, leads.adult, "advisor", Panelist.State.COMING)
    for one in family.select_related("adult")[:1]:
        _seat(made, one.adult, "family", Panelist.State.NAMED)


def _seat(exhibition: Exhibition, person: Person, part: str, state: str) -> None:
    Panelist.objects.create(
        school=exhibition.school, exhibition=exhibition, person=person, part=part, state=state,
        name=person.name, language=person.language, needs_interpreter=person.language != "en",
    )  # fmt: skip


def _say_hours(week: Week, days: list[date], *, by: Viewer) -> None:
    """Some families can only late in the day; one can when nobody else does."""
    family = Panelist.objects.filter(exhibition__sittings__week=week, part="family")
    people = [one.person for one in family.select_related("person").order_by("pk") if one.person]
    for number, person in enumerate(people[:6]):
        late = [(on, time(13), time(15, 30)) for on in days[number % 2 :: 2]]
        times = late if number else [(days[0], time(7), time(8, 30))]
        actions.say_hours(week, person, times, by=by)


def _plan(week: Week, *, by: Viewer) -> None:
    gathered = gather(Week.objects.select_related("school").get(pk=week.pk))
    run = Run.objects.create(
        school=by.school, week=gathered.week, at=by.school.now(), version=gathered.week.version,
        total=len(gathered.sittings), state=Run.State.RUNNING,
    )  # fmt: skip
    actions.finish_run(run, gathered, solve_greedily(gathered.problem), by=by)
