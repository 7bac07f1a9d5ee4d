"""Pieces of one student, a term at a time; and students with how much they kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from kindling.evidence import rules
from kindling.evidence.models import Evidence, Tally
from kindling.people.models import Student
from kindling.schools.models import Term
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class TermLink:
    """One term with pieces in it. `key` goes into ?term=."""

    key: str
    label: str
    count: int
    is_shown: bool


@dataclass(frozen=True)
class Gallery:
    """`pieces`: a queryset for the pager. `fresh`: pieces that nobody who guides has seen."""

    pieces: QuerySet[Evidence]
    terms: tuple[TermLink, ...]
    kinds: tuple[tuple[str, str], ...]
    kind: str
    term: str
    choices: tuple[tuple[str, str], ...]  # terms and "all", for a select
    fresh: int
    asked: int
    is_own: bool
    guides: bool


def gallery_page(viewer: Viewer, student: Student, asked: Mapping[str, str]) -> Gallery:
    """Read what stands around a gallery. Three statements, four with somebody who guides."""
    tallies = list(rules.visible_tallies(viewer).filter(student=student, count__gt=0))
    shown = _term_shown(tallies, asked.get("term", ""))
    pieces = rules.kept_evidence(viewer).filter(student=student)
    if asked.get("series"):
        pieces = pieces.filter(series__public_id=asked["series"]).order_by("on", "pk")
    elif shown:
        pieces = (
            pieces.filter(term__public_id=shown) if shown != "none" else pieces.filter(term=None)
        )
    kind = asked.get("kind", "")
    if kind in Evidence.Kind.values:
        pieces = pieces.filter(kind=kind)
    own, guides = rules.is_own(viewer, student), rules.guides(viewer, student)
    fresh = (
        rules.kept_evidence(viewer).filter(student=student, seen_at=None).count() if guides else 0
    )
    waiting = rules.asked_pictures(viewer).filter(state="asked").count() if own else 0
    return Gallery(
        pieces, _links(tallies, shown), tuple((str(k), str(v)) for k, v in Evidence.Kind.choices),
        kind, shown, _choices(tallies), fresh, waiting, own, guides,
    )  # fmt: skip


def _term_shown(tallies: list[Tally], wanted: str) -> str:
    """The term asked for, else the newest with anything in it; "" shows all."""
    if wanted == "all":
        return ""
    known = [_key(one.term) for one in _newest_first(tallies)]
    return wanted if wanted in known else next(iter(known), "")


def _key(term: Term | None) -> str:
    return term.public_id if term else "none"


def _newest_first(tallies: list[Tally]) -> list[Tally]:
    return sorted(
        tallies, key=lambda one: str(one.term.starts_on) if one.term else "", reverse=True
    )


def _links(tallies: list[Tally], shown: str) -> tuple[TermLink, ...]:
    return tuple(
        TermLink(
            _key(one.term), one.term.label if one.term else "", one.count, _key(one.term) == shown
        )
        for one in _newest_first(tallies)
    )


def _choices(tallies: list[Tally]) -> tuple[tuple[str, str], ...]:
    told = _("%(term)s (%(count)s)")
    terms = [
        (_key(one.term), told % {"term": one.term or _("Between terms"), "count": one.count})
        for one in _newest_first(tallies)
    ]
    return (*terms, ("all", _("All")))


@dataclass(frozen=True)
class StudentRow:
    """A student, how much there is in this term, how much is new to who guides them."""

    student: Student
    count: int
    last_at: datetime | None
    fresh: int


def student_rows(viewer: Viewer, students: list[Student]) -> list[StudentRow]:
    """Two statements for any number of students."""
    keys, today = [one.pk for one in students], viewer.school.today()
    tallies = rules.visible_tallies(viewer).filter(
        student__in=keys, term__starts_on__lte=today, term__ends_on__gte=today
    )
    kept = {one.student_id: one for one in tallies}
    new = rules.kept_evidence(viewer).filter(student__in=keys, seen_at=None).order_by()
    fresh = dict(new.values_list("student").annotate(n=Count("pk"))) if viewer.is_staff else {}
    return [
        StudentRow(
            one, kept[one.pk].count if one.pk in kept else 0,
            kept[one.pk].last_at if one.pk in kept else None, fresh.get(one.pk, 0),
        )
        for one in students
    ]  # fmt: skip
