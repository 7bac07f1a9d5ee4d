"""What a mentor's link shows: first names, days that wait, whom to call. Nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import chain

from django.db.models import Q, QuerySet

from kindling.attendance.absent import but_absent
from kindling.attendance.models import Day, MentorChoice, Rhythm
from kindling.attendance.queries.desk import next_word
from kindling.attendance.rhythm import WORD_LASTS, rhythm_on
from kindling.attendance.rules import visible_placements, with_choices
from kindling.attendance.waiting import Spoken, spoken_days, unconfirmed, week_of
from kindling.notices.models import Channel, Group
from kindling.notices.reaching import contact_without_push
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.schools.models import Person
from kindling.schools.ready import ready
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import Site


@dataclass(frozen=True)
class Intern:
    """A student as a mentor may know them: by first name, also in the initials."""

    public_id: str
    name: str

    @classmethod
    def of(cls, student: Student) -> Intern:
        return cls(student.person.public_id, student.first)


@dataclass(frozen=True)
class Terms:
    """How often a mentor is asked, and by which way."""

    rhythm: Rhythm
    word_until: date | None  # the last day of a standing word
    way: str
    ways: list[tuple[str, str]]  # the ways there are: key, name

    @property
    def rhythms(self) -> list[tuple[str, str]]:
        return [(one.value, str(one.label)) for one in Rhythm]


@dataclass(frozen=True)
class Away:
    """A day of which the school knows that the student does not come. The mentor hears no why."""

    spoken: Spoken
    may_come: bool  # the day is not over: they may still turn up


@dataclass(frozen=True)
class MentorPage:
    """`asked` is the day in question (None: all is answered); `others` wait too.

    `told` is the day just answered, to which a word may still be added. Nobody asks about a day
    that was reported (`away`); the mentor may say all the same that the student came.
    """

    asked: Spoken | None
    others: list[Spoken]
    told: Spoken | None
    intern: Intern | None
    advisor: Person | None
    schedule: list[tuple[date, time, time]]  # a day of this week, from, to
    today: list[tuple[Spoken, str]]  # who is expected now, and what may be said: in, out
    screens: list[Site]  # where a code is used that the mentor may leave on a screen
    by_word: list[Spoken]  # days that count by a standing word; the mentor may object
    terms: Terms
    away: list[Away]

    @property
    def is_by_word(self) -> bool:
        """The day in question counts already, unless the mentor says otherwise."""
        return self.asked in self.by_word

    @property
    def is_away(self) -> bool:
        """The mentor opened a day on which the student was not to come."""
        return any(one.spoken is self.asked for one in self.away)

    @property
    def about(self) -> Spoken | None:
        return self.asked or self.told


def fortnight(viewer: Viewer) -> list[Spoken]:
    """This and last week's days of the internships the pass names. Three statements."""
    today = viewer.school.today()
    first, _last = week_of(today - timedelta(days=7))
    return spoken_days(viewer.school, _named(viewer), first, today)


@ready
def _named(viewer: Viewer) -> QuerySet[Placement]:
    """The internships the pass names, with what the page says of them."""
    related = ("student__person", "site__code", "mentor")
    return visible_placements(viewer).select_related(*related).order_by("pk")


def mentor_page(
    viewer: Viewer, spoken: list[Spoken], *, asked: str, told: str, came: str = ""
) -> MentorPage:
    """Put the day named by the address first, or else the latest that waits.

    `asked` comes from a letter and never opens a day that was reported meanwhile; `came` does.
    """
    now = viewer.school.now()
    known, away = reported(viewer, spoken)
    waiting = unconfirmed(known, now)[::-1]
    by_word = [one for one in spoken if is_by_word(one)][::-1]
    opened = (one for one in away if one.key == came)
    named = chain(opened, (one for one in [*waiting, *by_word] if one.key == asked))
    first = next(named, waiting[0] if waiting else None)
    answered = next((one for one in spoken if one.key == told and is_told(one)), None)
    about = first or answered or (spoken[-1] if spoken else None)
    return MentorPage(
        asked=first,
        others=[one for one in waiting if one is not first],
        told=answered,
        intern=Intern.of(about.placement.student) if about else None,
        advisor=advisor_of(viewer, about.placement.student) if about else None,
        schedule=schedule_of(about) if about else [],
        today=expected_now(viewer, known),
        screens=with_code(spoken),
        by_word=by_word,
        terms=terms_of_mentor(viewer_person(viewer), viewer.school.today()),
        away=[Away(one, not one.is_over(now)) for one in away],
    )


def reported(viewer: Viewer, spoken: list[Spoken]) -> tuple[list[Spoken], list[Spoken]]:
    """Tell days to ask about from those reported absent, these the latest first. One statement."""
    known = but_absent(viewer.school, spoken)
    keys = {one.key for one in known}
    return known, [one for one in spoken if one.key not in keys][::-1]


def viewer_person(viewer: Viewer) -> Person:
    """Return who holds the link."""
    assert viewer.person is not None  # noqa: S101  for the type checker
    return viewer.person


def terms_of_mentor(mentor: Person, today: date) -> Terms:
    """Return how and how often a mentor is asked. One statement."""
    row = with_choices(mentor)
    choice: MentorChoice | None = getattr(row, "mentor_choice", None)
    rhythm = rhythm_on(choice, today)
    word_on = choice.word_on if choice and rhythm == Rhythm.EXCEPTIONS else None
    contact = contact_without_push(row, getattr(row, "reach", None))
    found = contact.ways(Group.DAILY)
    named = [(way, str(Channel(way).label)) for way in sorted(found)]
    until = word_on + WORD_LASTS if word_on else None
    return Terms(rhythm, until, found[0] if found else "", named)


def is_by_word(one: Spoken) -> bool:
    """Nobody said a word against the student's times, and the mentor is not asked."""
    day = one.day
    return bool(day and day.state == Day.State.CONFIRMED and day.mentor_said_at is None)


def with_code(spoken: list[Spoken]) -> list[Site]:
    """The sites of these internships at which a code is used, each once."""
    sites = {one.placement.site_id: one.placement.site for one in spoken}
    return [site for site in sites.values() if hasattr(site, "code")]


def expected_now(viewer: Viewer, spoken: list[Spoken]) -> list[tuple[Spoken, str]]:
    """Today's interns for whom the mentor may say "here" or "has left", until the day is over."""
    now = viewer.school.now()
    todays = [one for one in spoken if one.on == now.date() and one.end_of_plan > now]
    return [(one, next_word(one)) for one in todays if next_word(one)]


def is_told(one: Spoken) -> bool:
    return bool(one.day and one.day.mentor_said_at)


def advisor_of(viewer: Viewer, student: Student) -> Person | None:
    """Return the adult to call about this student. One statement."""
    today = viewer.school.today()
    held = Q(until_on__isnull=True) | Q(until_on__gte=today)
    rows = student.connections.filter(held, role=Role.ADVISOR, since_on__lte=today)
    first = rows.select_related("adult").order_by("-is_primary", "pk").first()
    return first.adult if first else None


def schedule_of(one: Spoken) -> list[tuple[date, time, time]]:
    """The days and times of a week as they hold now. One statement."""
    today = one.placement.school.today()
    monday, _sunday = week_of(today)
    held = Q(until_on__isnull=True) | Q(until_on__gte=today)
    rows = one.placement.planned_days.filter(held).order_by("weekday", "since_on")
    return [(monday + timedelta(days=row.weekday), row.starts_at, row.ends_at) for row in rows]
