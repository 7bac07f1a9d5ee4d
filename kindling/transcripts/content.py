"""What a transcript says, frozen: nothing in it is looked up again when it is read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Sum
from django.utils import translation

from kindling.agreements.content import address_of
from kindling.attendance.models import Hours
from kindling.courses.models import CoursePlace
from kindling.credits.gathering import rules_of
from kindling.credits.models import ZERO, Award, Clause
from kindling.credits.reckoning import words_of
from kindling.credits.rules import crosswalk_in_use
from kindling.exhibitions.models import Exhibition
from kindling.goals.queries import current_goals
from kindling.judgements.models import Judgement
from kindling.people.models import Student
from kindling.portfolio.copying import facts_of
from kindling.schools.models import Person
from kindling.transcripts.models import Draft, Kind, Picked, SchoolProfile, Transcript
from kindling.transcripts.prompts import prompts

FORM = 1  # of the content; a later form says a larger number, and old ones stay readable

__all__ = ["FORM", "address_of", "compose"]


def compose(
    student: Student, kind: str, *, number: int, language: str, by: Person | None,
    replaces: Transcript | None = None, reason: str = "", without: Collection[str] = (),
) -> dict[str, Any]:  # fmt: skip
    """Return everything that a transcript of this kind says. `language`: of what we write into it;
    without: public ids of judgements that a reader is to mark blind.

    form, kind, number, at, by, school, profile, student, replaces, and by kind: texts (heading,
    text) | subjects with their years and rules | goals with levels, pieces; and for all
    internships, exhibitions, courses.
    """
    at = student.school.now().replace(microsecond=0)
    with translation.override(language):
        return {
            "form": FORM,
            "kind": str(kind),
            "number": number,
            "language": language,
            "at": at.isoformat(),
            "by": by.name if by else "",
            "replaces": _replaced(replaces),
            "reason": reason,
            **_whose(student),
            "internships": _internships(student),
            "exhibitions": _exhibitions(student),
            "courses": _courses(student),
            **_own_part(student, kind, without),
        }


def _own_part(student: Student, kind: str, without: Collection[str]) -> dict[str, Any]:
    """What stands in transcripts of this kind alone."""
    if kind == Kind.COMPETENCY:
        return _goals(student, without)
    return _texts(student) if kind == Kind.NARRATIVE else _credits(student)


def _whose(student: Student) -> dict[str, Any]:
    """The student, the school, and what it says of itself."""
    school = student.school
    return {
        "school": {"name": school.name, "address": school.address, "phone": school.phone},
        "profile": _profile(student),
        "student": {
            "name": student.name, "number": student.number, "grade": student.grade,
            "since": student.enrolled_on.isoformat(), "until": _day(student.left_on),
        },
    }  # fmt: skip


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _replaced(before: Transcript | None) -> dict[str, Any] | None:
    if before is None:
        return None
    at: datetime = before.certified_at
    day = at.astimezone(before.school.zone).date()
    return {"number": before.number, "address": before.content_hash, "on": day.isoformat()}


def _profile(student: Student) -> dict[str, str]:
    kept = SchoolProfile.objects.filter(school=student.school).first()
    return {name: getattr(kept, name) if kept else "" for name in SchoolProfile.FIELDS}


def _internships(student: Student) -> list[dict[str, Any]]:
    """Places with confirmed hours, the first one first."""
    rows = Hours.objects.filter(student=student).order_by("placement__starts_on", "placement")
    wanted = ("placement__site__name", "placement__opportunity__title", "placement__starts_on")
    found = rows.values_list(*wanted, "placement__ends_on").annotate(n=Sum("confirmed"))
    return [
        {"site": site, "title": title, "from": _day(first), "to": _day(last), "minutes": minutes}
        for site, title, first, last, minutes in found
        if minutes
    ]


def _exhibitions(student: Student) -> list[dict[str, str]]:
    """Those whose record stands: what a panel agreed on may still change until it is written."""
    good = (Exhibition.Result.MOVE_ON, Exhibition.Result.CONDITIONS)
    rows = Exhibition.objects.filter(student=student, state__in=Exhibition.OVER, result__in=good)
    return [
        {"title": one.label, "kind": one.kind.title, "on": _day(one.on)}
        for one in rows.select_related("kind").order_by("on", "pk")
    ]


def _courses(student: Student) -> list[dict[str, str]]:
    rows = CoursePlace.objects.filter(student=student, state=CoursePlace.State.DONE)
    return [
        {
            "title": one.course.title, "with": one.course.who_teaches,
            "kind": one.course.get_kind_display(), "credit": one.credit,
            "on": _day(one.course.ends_on),
        }
        for one in rows.select_related("course__teacher").order_by("course__ends_on", "pk")
    ]  # fmt: skip


def _texts(student: Student) -> dict[str, Any]:
    draft = Draft.objects.filter(student=student).first()
    heads = prompts()
    texts = [
        {"heading": heads[field].heading, "text": getattr(draft, field).strip()}
        for field in Draft.FIELDS
        if draft is not None and getattr(draft, field).strip()
    ]
    return {"texts": texts}


def _credits(student: Student) -> dict[str, Any]:
    """By subject: each year's credit, what is asked for in all, and the rule in plain words."""
    years: dict[str, dict[str, Decimal]] = defaultdict(dict)
    titles: dict[str, str] = {}
    for one in Award.objects.filter(student=student).select_related("year").order_by("pk"):
        titles[one.identifier] = one.title
        sums = years[one.identifier]
        sums[one.year.label] = sums.get(one.year.label, ZERO) + one.amount
    crosswalk = crosswalk_in_use(student.school)
    lines = rules_of(crosswalk) if crosswalk else []
    known = {line.identifier for line, _clauses in lines}
    subjects = [
        _subject(line.title, years[line.identifier], line.asked, clauses)
        for line, clauses in lines
        if line.asked or any(years[line.identifier].values())
    ]
    subjects += [
        _subject(title, years[key], ZERO, [])
        for key, title in titles.items()
        if key not in known and any(years[key].values())
    ]
    return {"subjects": subjects, "rules_version": crosswalk.number if crosswalk else 0}


def _subject(
    title: str, years: dict[str, Decimal], asked: Decimal, clauses: list[Clause]
) -> dict[str, Any]:
    return {
        "title": title,
        "years": {year: str(n) for year, n in sorted(years.items())},
        "total": str(sum(years.values(), ZERO)),
        "asked": str(asked),
        "rule": _rule(clauses),
    }


def _rule(clauses: list[Clause]) -> list[list[str]]:
    """Ways, each a list of sentences."""
    ways: dict[int, list[str]] = defaultdict(list)
    for clause in clauses:
        ways[clause.way].append(words_of(clause))
    return list(ways.values())


def _goals(student: Student, without: Collection[str]) -> dict[str, Any]:
    """The tree as it is now with the level agreed last, and the pieces the student picked."""
    tree = current_goals(student.school)
    levels = _levels(student, without)
    groups: list[dict[str, Any]] = []
    framework = tree[0].framework if tree else None
    for goal in tree:
        if goal.depth == 0:
            groups.append({"title": goal.title, "rows": []})
        if goal.identifier in levels and groups:
            groups[-1]["rows"].append(
                {"code": goal.code, "title": goal.title, **levels[goal.identifier]}
            )
    scale = framework.scale if framework else None
    return {
        "framework": str(framework) if framework else "",
        "framework_version": framework.number if framework else 0,
        "goals": [one for one in groups if one["rows"]],
        "scale": [
            {"position": one.position, "mark": one.mark, "label": one.label, "text": one.text}
            for one in (scale.levels.order_by("position") if scale else [])
        ],
        "pieces": _pieces(student),
    }


def _levels(student: Student, without: Collection[str]) -> dict[str, dict[str, Any]]:
    closed = (Judgement.State.ACCEPTED, Judgement.State.AWARDED)
    rows = Judgement.objects.filter(student=student, state__in=closed, level__isnull=False)
    rows = rows.exclude(public_id__in=without)
    found: dict[str, dict[str, Any]] = {}
    for one in rows.select_related("goal", "level").order_by("closed_on", "pk"):
        level = one.level
        if level is not None:
            found[one.goal.identifier] = {
                "position": level.position, "mark": level.mark, "label": level.label,
                "on": _day(one.closed_on),
            }  # fmt: skip
    return found


def _pieces(student: Student) -> list[dict[str, Any]]:
    """What readers may open, with the codes of the goals it is tagged with."""
    rows = Picked.objects.filter(student=student, evidence__state="kept")
    found = []
    for one in rows.select_related("evidence__upload", "evidence__student__person"):
        piece = one.evidence
        if not piece.is_looked_at:
            continue
        codes = [code for code in piece.tags.values_list("goal__code", flat=True) if code]
        found.append({**facts_of(piece), "goals": sorted(codes)})
    return found
