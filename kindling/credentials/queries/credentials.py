"""What the pages of credentials show."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import translation

from kindling.credentials import facts, rules
from kindling.credentials.documents.shown import Said, said
from kindling.credentials.documents.telling import Facts
from kindling.credentials.models import Credential, Endorsement
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.schools.viewer import Viewer

Kind = Credential.Kind
State = Credential.State
TONES = {State.WAITING: "quiet", State.ISSUED: "good", State.REVOKED: "alert"}
ICONS = {"internship": "briefcase", "competency": "mountain", "graduation": "graduation-cap",
         "record": "scroll-text"}  # fmt: skip


@dataclass(frozen=True)
class Ready:
    """Something a credential could be awarded for."""

    kind: str
    key: str
    title: str
    detail: str
    may_ask: bool = False  # the mentor for words
    asked: str = ""  # where those words are


@dataclass(frozen=True)
class OfStudent:
    """A student's credentials and what could become one."""

    student: Student
    rows: list[Credential]
    ready: list[Ready]
    is_own: bool
    may_take: bool


def of_student(viewer: Viewer, student: Student) -> OfStudent:
    """At most six statements, however many there are."""
    rows = list(
        rules.visible_credentials(viewer).filter(student=student).defer("document", "token")
    )
    return OfStudent(
        student, rows, _ready(viewer, student, rows), rules.is_own(viewer, student),
        rules.may_take(viewer, student),
    )  # fmt: skip


def _ready(viewer: Viewer, student: Student, rows: list[Credential]) -> list[Ready]:
    found: list[Ready] = []
    if rules.may_award(viewer, student, Kind.INTERNSHIP):
        found += [_internship(one) for one in rules.ready_internships(viewer, student)]
        for one in rules.ready_judgements(viewer, student):
            level = one.level.label if one.level else ""
            found.append(Ready("competency", one.public_id, one.goal.title, level))
    has = any(row.kind == Kind.GRADUATION and row.state != State.REVOKED for row in rows)
    is_over = student.state == Student.State.GRADUATED
    if is_over and not has and rules.may_award(viewer, student, Kind.GRADUATION):
        state = student.get_state_display()
        found.append(Ready("graduation", student.public_id, state, student.school.name))
    return found


def _internship(placement: Placement) -> Ready:
    asked: Endorsement | None = getattr(placement, "endorsement", None)
    return Ready(
        "internship", placement.public_id, placement.opportunity.title, placement.site.name,
        asked is None, asked.state if asked else "",
    )  # fmt: skip


def would_say(viewer: Viewer, student: Student, kind: str, key: str) -> tuple[object, Facts] | None:
    """Return what a credential would be about and what it would say; None when nothing is ready."""
    with translation.override(viewer.school.language):
        if kind == Kind.INTERNSHIP:
            return _internship_says(rules.ready_internships(viewer, student).filter(public_id=key))
        if kind == Kind.COMPETENCY:
            one = rules.ready_judgements(viewer, student).filter(public_id=key).first()
            return (one, facts.of_competency(one)) if one else None
        is_over = student.state == Student.State.GRADUATED
        if kind == Kind.GRADUATION and is_over and student.public_id == key:
            return student, facts.of_graduation(student)
    return None


def _internship_says(rows: QuerySet[Any]) -> tuple[object, Facts] | None:
    place = rows.first()
    if place is None:
        return None
    return place, facts.of_internship(place, place.minutes, rules.endorsement_of(place))


def says(credential: Credential) -> Said | None:
    """What a signed credential says; None before it is signed."""
    return said(json.loads(credential.document)) if credential.document else None


@dataclass(frozen=True)
class Verdict:
    """What we know of a credential: good, revoked, over, changed or unknown."""

    word: str
    said: Said | None = None
    school: str = ""
    on: date | None = None  # issued
    since: date | None = None  # revoked, or over
    about: bool | None = None  # whether it is about whom one asked for


def standing(credential: Credential) -> tuple[str, date | None]:
    """Whether it holds today, and since when not."""
    zone = credential.school.zone
    if credential.state == State.REVOKED and credential.revoked_at:
        return "revoked", credential.revoked_at.astimezone(zone).date()
    if credential.until_on and credential.until_on < credential.school.today():
        return "over", credential.until_on
    return "good", None


def verdict_on(credential: Credential, *, about: bool | None = None) -> Verdict:
    """Tell what everybody may know of a signed credential."""
    word, since = standing(credential)
    issued = credential.issued_at
    on = issued.astimezone(credential.school.zone).date() if issued else None
    return Verdict(word, says(credential), credential.school.name, on, since, about)
