"""What whoever keeps consents works with: the board, one purpose, one student."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from kindling.consents import rules
from kindling.consents.kinds import Kind, facts_of
from kindling.consents.models import Consent, ConsentWord, Purpose, PurposeText
from kindling.consents.queries.answering import name_of
from kindling.consents.wording import Why, standing_of
from kindling.people.models import Student
from kindling.people.rules import deciders, visible_students
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

REST = timedelta(days=7)
CHILD = 13


@dataclass(frozen=True)
class Line:
    """One purpose on the board. `lacks`: languages whose words are older than the original."""

    purpose: Purpose
    is_ready: bool  # its original has been reviewed
    lacks: list[str]
    yes: int
    no: int
    waiting: int


def board_lines(viewer: Viewer) -> list[Line]:
    """Every purpose with what stands. Three statements."""
    purposes = list(rules.visible_purposes(viewer))
    texts = list(rules.visible_texts(viewer).filter(is_current=True).order_by("language"))
    counts = Counter[tuple[str, str]]()
    rows = rules.visible_consents(viewer).filter(student__state=Student.State.ENROLLED)
    for kind, state, many in rows.values_list("kind", "state").annotate(n=Count("pk")).order_by():
        counts[kind, state] = many
    return [_line(one, [t for t in texts if t.purpose_id == one.pk], counts) for one in purposes]


def _line(purpose: Purpose, texts: list[PurposeText], counts: Counter[tuple[str, str]]) -> Line:
    original = next((one for one in texts if one.is_original), None)
    older = [one for one in texts if original and standing_of(one, original) == Why.OLDER]
    return Line(
        purpose=purpose,
        is_ready=original is not None and original.state == PurposeText.State.REVIEWED,
        lacks=[name_of(one.language) for one in older],
        yes=counts[purpose.kind, Consent.State.GIVEN],
        no=sum(counts[purpose.kind, state] for state in Consent.NO),
        waiting=counts[purpose.kind, Consent.State.ASKED],
    )


@dataclass(frozen=True)
class TextLine:
    """One language of a purpose; `text` is None where there are no words yet."""

    code: str
    name: str
    text: PurposeText | None
    is_older: bool
    readers: int  # people in families here who read it


def text_lines(viewer: Viewer, purpose: Purpose) -> list[TextLine]:
    """The original first, then each language that has words or readers. Two statements."""
    texts = {
        one.language: one
        for one in rules.visible_texts(viewer).filter(purpose=purpose, is_current=True)
    }
    original = next((one for one in texts.values() if one.is_original), None)
    readers = rules.readers_by_language(viewer)
    codes = [code for code, _name in settings.LANGUAGES if code in texts or code in readers]
    codes.sort(key=lambda code: original is None or code != original.language)
    return [
        TextLine(
            code, name_of(code), texts.get(code),
            is_older=code in texts and original is not None
            and standing_of(texts[code], original) == Why.OLDER,
            readers=readers.get(code, 0),
        )
        for code in codes
    ]  # fmt: skip


def students_and(viewer: Viewer, kind: str, state: str) -> QuerySet[Any]:
    """Enrolled students with what stands for them; state: one of Consent's, "none" or all."""
    mine = rules.visible_consents(viewer).filter(student=OuterRef("pk"), kind=kind)
    rows: QuerySet[Any] = visible_students(viewer).filter(state=Student.State.ENROLLED)
    rows = rows.annotate(
        consent_id=Subquery(mine.values("public_id")[:1]),
        consent_state=Subquery(mine.values("state")[:1]),
        consent_until=Subquery(mine.values("until_on")[:1]),
    )
    if kind == Kind.UNDER13:
        rows = rows.filter(birth_on__gt=rules.years_before(viewer.school.today(), CHILD))
    if state == "none":
        rows = rows.filter(consent_state__isnull=True)
    elif state:
        rows = rows.filter(consent_state=state)
    return rows.order_by("person__sort_name", "pk")


def students_to_ask(viewer: Viewer, kind: str) -> list[Student]:
    """Who has not answered and was not asked in the last week; at most 500."""
    since = viewer.school.now() - REST
    asked = rules.visible_consents(viewer).filter(kind=kind, student=OuterRef("pk"))
    rows = students_and(viewer, kind, "").annotate(asked_at=Subquery(asked.values("asked_at")[:1]))
    again = Q(consent_state__in=[Consent.State.WITHDRAWN.value, Consent.State.EXPIRED.value])
    again |= Q(consent_state=Consent.State.ASKED, asked_at__lte=since)
    rows = rows.filter(again | Q(consent_state__isnull=True))
    return list(rows[:500])


@dataclass(frozen=True)
class Standing:
    """One purpose for one student."""

    kind: str
    label: str
    needs: str
    consent: Consent | None
    words: list[ConsentWord]


@dataclass(frozen=True)
class StudentPage:
    """`deciders`: whose word counts; only for who keeps consents."""

    student: Student
    rows: list[Standing]
    deciders: list[Person]
    is_child: bool  # below 13


def student_page(viewer: Viewer, student: Student) -> StudentPage:
    """What stands for one student, with each word where one may read it. Four statements."""
    kept = {one.kind: one for one in rules.visible_consents(viewer).filter(student=student)}
    words: dict[int, list[ConsentWord]] = {}
    for one in rules.words_about(viewer, student):
        words.setdefault(one.consent_id, []).append(one)
    used = set(rules.purposes_in_use(viewer.school.pk).values_list("kind", flat=True))
    age = student.age_on(viewer.school.today())
    return StudentPage(
        student=student,
        rows=[
            Standing(
                kind.value, str(kind.label), facts_of(kind).needs.value, kept.get(kind),
                words.get(kept[kind].pk, []) if kind in kept else [],
            )
            for kind in Kind if kind in kept or kind in used
        ],
        deciders=list(deciders(student)) if rules.may_keep(viewer) else [],
        is_child=age is not None and age < CHILD,
    )  # fmt: skip
