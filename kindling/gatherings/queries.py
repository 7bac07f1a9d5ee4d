"""An advisory's page, one gathering, and what waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from kindling.advisory.models import Advisory
from kindling.gatherings import rules
from kindling.gatherings.models import Gathering, Turn
from kindling.gatherings.themes import MINUTES
from kindling.kit.waits import HoldsUp, Wait
from kindling.people.models import Student
from kindling.roll.codes import codes_of
from kindling.schools.models import Term
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

FEW = 12
SOON = timedelta(days=4)  # over a weekend
MOST = 50


@dataclass(frozen=True)
class Turns:
    """One kind: who is next, and the last few who led."""

    kind: str
    label: str
    next: Turn | None
    past: tuple[Turn, ...]


def turns_of(viewer: Viewer, advisory: Advisory) -> list[Turns]:
    """Whose turn it is, for each kind. Two statements."""
    mine = rules.visible_turns(viewer).filter(advisory=advisory)
    standing = {turn.kind: turn for turn in mine.filter(state=Turn.State.NEXT)}
    past = list(mine.filter(state=Turn.State.HELD).order_by("-on", "-pk")[:FEW])
    return [
        Turns(
            kind.value, str(kind.label), standing.get(kind),
            tuple(turn for turn in past if turn.kind == kind)[:5],
        )
        for kind in Turn.KINDS
    ]  # fmt: skip


def gatherings_of(viewer: Viewer, advisory: Advisory, *, ever: bool) -> QuerySet[Gathering]:
    """What the group does, what is ahead first; of this term, or ever."""
    rows = rules.visible_gatherings(viewer).filter(advisory=advisory)
    rows = rows.exclude(state=Gathering.State.CANCELLED)
    began = None if ever else term_began(viewer)
    if began:
        rows = rows.filter(on__gte=began)
    return rows.order_by("-on", "-pk")


def term_began(viewer: Viewer) -> date | None:
    """The first day of the term that runs, or ran last. One statement."""
    begun = Term.of(viewer.school).filter(starts_on__lte=viewer.school.today())
    last = begun.order_by("-starts_on").first()
    return last.starts_on if last else None


@dataclass(frozen=True)
class There:
    """One student of the group: why not there ("": there), and what the roll says."""

    student: Student
    why: str
    roll: str


def who_was_there(viewer: Viewer, gathering: Gathering) -> list[There]:
    """The group with what was said; nothing said yet: what the roll says of the day.

    For who leads. Four statements.
    """
    codes = codes_of(viewer.school)
    said = dict(rules.missing_of(gathering).values_list("student", "why"))
    marks = dict(rules.marks_on(gathering.advisory, gathering.on).values_list("student", "code"))
    is_said = gathering.state == Gathering.State.HELD or bool(said)
    found = []
    for student in rules.members(gathering.advisory, gathering.on):
        word = codes.of(marks[student.pk]) if student.pk in marks else None
        away = "away" if word and word.is_absent else ""
        why = said.get(student.pk, "") if is_said else away
        found.append(There(student, why, word.label if word and word.is_absent else ""))
    return found


def parts_of(gathering: Gathering) -> list[tuple[str, int, str]]:
    """The parts of a session that have words: label, minutes, words."""
    labels = {
        "opening": _("Open"), "connect": _("Connect"), "activity": _("Together"),
        "reflect": _("Look back"), "closing": _("Close"),
    }  # fmt: skip
    words = ((name, getattr(gathering, name)) for name in Gathering.PARTS)
    return [(labels[name], MINUTES[name], text) for name, text in words if text]


def waits(viewer: Viewer) -> list[Wait]:
    """A student's turn soon; for who leads, a day that passed without a word. One statement each."""
    if not rules.may_open(viewer):
        return []
    today = viewer.school.today()
    found = []
    if viewer.is_a(Role.STUDENT):
        mine = rules.visible_turns(viewer).filter(state=Turn.State.NEXT, on__lte=today + SOON)
        for turn in mine.filter(student__person=viewer.person_id)[:MOST]:
            say = _("It is your turn: %(kind)s") % {"kind": turn.get_kind_display()}
            found.append(_wait(viewer, f"turn.next:{turn.public_id}", say, turn))
    if viewer.is_staff:
        passed = rules.visible_gatherings(viewer).filter(
            state=Gathering.State.PLANNED, on__lt=today, by=viewer.person_id
        )
        for one in passed.order_by("on", "pk")[:MOST]:
            say = _("Say who was there: %(title)s") % {"title": one.title}
            found.append(_wait(viewer, f"gathering.hold:{one.public_id}", say, one))
    return found


def _wait(viewer: Viewer, key: str, say: str, thing: Turn | Gathering) -> Wait:
    since = datetime.combine(thing.on, time(8), viewer.school.zone)
    who = thing.student.name if isinstance(thing, Turn) else ""
    return Wait(key, say, thing.get_absolute_url(), HoldsUp.NOBODY, since, who, "users")
