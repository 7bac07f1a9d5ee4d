"""One page for a mentor: everybody who learns with them, and what is asked, behind one link."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from django.utils.translation import gettext as _

from kindling.attendance.absent import but_absent
from kindling.attendance.waiting import spoken_days, unconfirmed, week_of
from kindling.conversations.rules import WRITE_MESSAGE
from kindling.evaluations.models import Evaluation
from kindling.evaluations.rules import EVALUATE
from kindling.exhibitions.rules import JOIN_EXHIBITION
from kindling.kit.signing import token_of_id
from kindling.mentoring import course, rules
from kindling.mentoring.models import ClassVisit, MentorPath, Orientation
from kindling.mentoring.queries.standing import facts_about
from kindling.mentoring.standing import Facts, may_still
from kindling.placements.models import Placement
from kindling.placements.rules import CONFIRM_DAYS
from kindling.projects.rules import LOOK_AT_PROJECT
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.sites.models import Quiet
from kindling.thanks.models import Thanks
from kindling.thanks.rules import READ_THANKS

type Links = dict[tuple[str, str], str]
LETTERS = 3


@dataclass(frozen=True)
class Line:
    """Something about an intern: what it is, how it stands, where it opens ("": by a letter)."""

    icon: str
    text: str
    standing: str = ""
    href: str = ""
    is_open: bool = False


@dataclass(frozen=True)
class Intern:
    """Somebody who learns with them, by first name."""

    key: str  # the internship's public id
    first: str
    site: str
    days: list[tuple[date, time, time]]
    goals: str
    since_on: date
    until_on: date | None
    advisor: Person | None  # whom to call
    lines: list[Line]


@dataclass(frozen=True)
class Home:
    """What stands on the page."""

    person: Person
    facts: Facts
    sentence: str
    path: MentorPath | None
    interns: list[Intern]
    more: list[Line]  # about nobody who learns with them now
    chapters_read: int
    orientation: Orientation | None
    quiet: Quiet | None
    visits: list[ClassVisit]
    letters: list[tuple[Thanks, str]]
    may_ask_class: bool

    @property
    def chapters(self) -> int:
        return len(course.CHAPTERS)


def home_of(viewer: Viewer, person: Person) -> Home:
    """Gather it for the bearer of a link. A constant number of statements."""
    links, interns = (
        _links(viewer),
        list(rules.own_interns(viewer).prefetch_related("planned_days")),
    )
    lines = _lines(viewer, interns, links)
    facts = facts_about(person, viewer.school)
    advisors = _advisors(viewer, interns)
    return Home(
        person=person,
        facts=facts,
        sentence=may_still(facts),
        path=rules.path_of(person),
        interns=[_intern(one, lines.get(one.student_id, []), advisors, viewer) for one in interns],
        more=lines.get(0, []),
        chapters_read=len(rules.read_chapters(person, course.VERSION)),
        orientation=rules.orientations_of([person.pk]).last(),
        quiet=rules.own_quiets(viewer).first(),
        visits=list(rules.own_visits(viewer)[:LETTERS]),
        letters=[
            (one, links.get((READ_THANKS, one.public_id), ""))
            for one in rules.own_letters(viewer)[:LETTERS]
        ],
        may_ask_class=rules.own_sites(viewer).exists(),
    )


def _links(viewer: Viewer) -> Links:
    """(purpose, public id) → the newest link of theirs that works. One statement."""
    found: Links = {}
    for held in rules.own_passes(viewer):
        for subject in held.subjects:
            found.setdefault((held.purpose, subject), f"/p/{token_of_id(held.public_id)}/")
    return found


def _lines(viewer: Viewer, interns: Sequence[Placement], links: Links) -> dict[int, list[Line]]:
    """Student's key → what there is about them; 0: about others."""
    found: dict[int, list[Line]] = {one.student_id: [] for one in interns}

    def add(students: Iterable[int], line: Line) -> None:
        known = [key for key in students if key in found]
        for key in known or [0]:
            found.setdefault(key, []).append(line)

    for student, line in [*_days(viewer, interns, links), *_threads(viewer, interns, links)]:
        add([student], line)
    for it in rules.own_evaluations(viewer)[: len(interns) * 2 + 4]:
        add([it.student_id], _evaluation(it, links))
    for project in rules.own_projects(viewer).prefetch_related("members"):
        students = [part.student_id for part in project.members.all() if part.until_on is None]
        href = links.get((LOOK_AT_PROJECT, project.public_id), "")
        asks = project.state in ("proposed", "delivered")
        standing = str(project.get_state_display())
        add(students, Line("hammer", project.title, standing, href, asks))
    for seat in rules.own_panels(viewer):
        show = seat.exhibition
        told = {"name": show.student.first}
        href = links.get((JOIN_EXHIBITION, show.public_id), "")
        standing = str(seat.get_state_display())
        text = _("Exhibition of %(name)s") % told
        add([show.student_id], Line("mic-vocal", text, standing, href, seat.state == "asked"))
    return found


def _days(viewer: Viewer, interns: Sequence[Placement], links: Links) -> list[tuple[int, Line]]:
    """Days that wait for their word. Three statements, none without interns."""
    if not interns:
        return []
    now = viewer.school.now()
    first, _last = week_of(now.date() - timedelta(days=7))
    spoken = spoken_days(viewer.school, interns, first, now.date())
    waiting = unconfirmed(but_absent(viewer.school, spoken), now)
    counted = Counter(one.placement.pk for one in waiting)
    lines = []
    for one in interns:
        href, count = links.get((CONFIRM_DAYS, one.public_id), ""), counted[one.pk]
        standing = _("Days to confirm: %(num)s") % {"num": count} if count else _("Nothing waits")
        lines.append(
            (one.student_id, Line("calendar-check", _("Days"), standing, href, bool(count)))
        )
    return lines


def _threads(viewer: Viewer, interns: Sequence[Placement], links: Links) -> list[tuple[int, Line]]:
    """Messages with and about an intern, where a link to them works. One statement."""
    known, found = {one.student_id for one in interns}, []
    for thread in rules.own_threads(viewer):
        href = links.get((WRITE_MESSAGE, thread.public_id), "")
        if thread.about_id in known and href:
            with_both = thread.student_id is not None
            text = (
                _("Messages, with the school reading along") if with_both else _("With the school")
            )
            found.append((thread.about_id or 0, Line("messages-square", text, "", href)))
    return found


def _evaluation(it: Evaluation, links: Links) -> Line:
    text = _("How was the term? (%(term)s)") % {"term": it.term.label}
    href = links.get((EVALUATE, it.public_id), "")
    return Line("star", text, str(it.get_state_display()), href, it.is_writable)


def _advisors(viewer: Viewer, interns: Sequence[Placement]) -> dict[int, Person]:
    """Student's key → the first of their advisors. One statement, none without interns."""
    if not interns:
        return {}
    rows = rules.advisors_with([one.student_id for one in interns], viewer.school.today())
    found: dict[int, Person] = {}
    for row in rows:
        found.setdefault(row.student_id, row.adult)
    return found


def _intern(
    one: Placement, lines: list[Line], advisors: dict[int, Person], viewer: Viewer
) -> Intern:
    today = viewer.school.today()
    monday, _sunday = week_of(today)
    held = [day for day in one.planned_days.all() if day.until_on is None or day.until_on >= today]
    held.sort(key=lambda day: day.weekday)
    days = [(monday + timedelta(days=day.weekday), day.starts_at, day.ends_at) for day in held]
    return Intern(
        key=one.public_id, first=one.student.first, site=one.site.name, days=days,
        goals=one.goals, since_on=one.starts_on, until_on=one.ends_on,
        advisor=advisors.get(one.student_id), lines=lines,
    )  # fmt: skip
