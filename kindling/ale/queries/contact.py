"""Who was in touch this week, and for how many school days somebody was not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.ale import rules
from kindling.ale.models import AleChoice, AlePlace
from kindling.ale.sources import BY_KEY, contacts, last_contacts
from kindling.schedule.queries import open_days
from kindling.schools.viewer import Viewer

BACK = timedelta(days=150)  # how far the silence is looked for
SUNDAY = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact, as a list shows it."""

    on: date
    label: str
    icon: str
    with_whom: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One student's week."""

    place: AlePlace
    found: tuple[Contact, ...]
    silent_days: int
    is_asked: bool  # there was school for them in the week
    warn_days: int
    serious_days: int

    @property
    def tone(self) -> str:
        if self.silent_days >= self.serious_days:
            return "alert"
        return "warn" if self.silent_days >= self.warn_days else ("good" if self.found else "quiet")

    @property
    def words(self) -> str:
        """How it stands, in a few words."""
        if self.silent_days >= self.warn_days:
            told = ngettext(
                "%(num)s school day without contact", "%(num)s school days without contact",
                self.silent_days,
            )  # fmt: skip
            return told % {"num": self.silent_days}
        if self.found:
            return _("In touch")
        return _("Not yet this week") if self.is_asked else _("No school this week")


@dataclass(frozen=True)
class Week:
    """All of a week, the longest silence first."""

    first: date
    last: date
    is_now: bool
    lines: tuple[Line, ...]

    @property
    def missing(self) -> int:
        return sum(1 for line in self.lines if line.is_asked and not line.found)

    @property
    def earlier(self) -> date:
        return self.first - timedelta(days=7)

    @property
    def later(self) -> date:
        return self.first + timedelta(days=7)


def week_of(viewer: Viewer, day: date) -> Week:
    """The week of a day: a constant few statements, however many students learn so."""
    first = day - timedelta(days=day.weekday())
    today = viewer.school.today()
    as_of = min(today, first + SUNDAY)
    places = list(rules.visible_places(viewer))
    choice = rules.choice_of(viewer)
    lines = _lines(viewer, places, choice, first, as_of, is_over=as_of < today)
    order = sorted(lines, key=lambda one: (-one.silent_days, one.place.student.person.sort_name))
    return Week(first, first + SUNDAY, first <= today <= first + SUNDAY, tuple(order))


def _lines(
    viewer: Viewer,
    places: list[AlePlace],
    choice: AleChoice,
    first: date,
    as_of: date,
    *,
    is_over: bool,
) -> list[Line]:
    school, keys = viewer.school, [one.student_id for one in places]
    begin = as_of - BACK
    days = open_days(school, begin, as_of) if places else []
    last: dict[int, date] = {}
    for student, _kind, on in last_contacts(school, choice.kinds, keys, begin, as_of):
        last[student] = max(on, last.get(student, on))
    found = _by_student(contacts(school, choice.kinds, keys, first, as_of))
    until = as_of if is_over else as_of - timedelta(days=1)  # today is not over
    asked = [day for day in days if day >= first]
    return [
        Line(
            one, found.get(one.student_id, ()),
            silent(days, last.get(one.student_id), max(one.since_on, begin), until),
            any(day >= one.since_on for day in asked), choice.warn_days, choice.serious_days,
        )
        for one in places
    ]  # fmt: skip


def silent(days: Iterable[date], last: date | None, since: date, until: date) -> int:
    """How many school days went by without contact: after the last one, to `until`, counted."""
    begin = since - timedelta(days=1) if last is None else max(last, since - timedelta(days=1))
    return sum(1 for day in days if begin < day <= until)


def _by_student(
    rows: Iterable[tuple[int, str, date, str | None]],
) -> dict[int, tuple[Contact, ...]]:
    found: dict[int, list[Contact]] = defaultdict(list)
    for student, kind, on, whom in sorted(rows, key=lambda row: (row[2], row[1])):
        source = BY_KEY[kind]
        found[student].append(Contact(on, str(source.label), source.icon, whom or ""))
    return {student: tuple(ones) for student, ones in found.items()}


def contacts_of(viewer: Viewer, place: AlePlace, days: int = 56) -> list[Contact]:
    """One student's contacts of the last weeks, the latest first."""
    today, kinds = viewer.school.today(), rules.choice_of(viewer).kinds
    rows = contacts(viewer.school, kinds, [place.student_id], today - timedelta(days=days), today)
    return list(reversed(_by_student(rows).get(place.student_id, ())))


def line_of(viewer: Viewer, place: AlePlace) -> Line:
    """One student's week."""
    today = viewer.school.today()
    first = today - timedelta(days=today.weekday())
    (line,) = _lines(viewer, [place], rules.choice_of(viewer), first, today, is_over=False)
    return line


def lacking(viewer: Viewer) -> list[Line]:
    """Whom nobody was in touch with for as long as the school warns of, for Today."""
    if not rules.may_look(viewer):
        return []
    lines = week_of(viewer, viewer.school.today()).lines
    return [line for line in lines if line.silent_days >= line.warn_days]
