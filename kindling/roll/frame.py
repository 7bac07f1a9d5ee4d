"""What frames the roll of a day: the school's codes, and whether there is school. One statement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from kindling.kit.prepared import prepared
from kindling.roll.codes import Codes, Word, with_own
from kindling.roll.models import Code
from kindling.schedule.models import Change, Closure
from kindling.schools.models import School, SchoolYear

WEEKEND = frozenset({5, 6})
COLUMNS = ("f_kind", "f_one", "f_two", "f_three", "f_four")


@dataclass(frozen=True)
class Frame:
    """`closed` says why there is no school for anybody; None: there is. `off` is by grade."""

    codes: Codes
    closed: str | None
    off: dict[str, str]


def frame_of(school: School, on: date) -> Frame:
    """Return the frame of one day. One statement."""
    words: list[Word] = []
    off: dict[str, str] = {}
    closed: list[str] = []
    kinds = set()
    for kind, one, two, three, four in _frame(school=school.pk, on=on):
        kinds.add(kind)
        if kind in {"code", "retired"}:
            words.append(Word(one, two, three, four, is_retired=kind == "retired"))
        elif kind == "closure" and two:
            off |= {grade: one for grade in two.split(",") if grade}
        elif kind == "closure":
            closed.append(one)
    return Frame(with_own(words), _why(school, on, closed, kinds), off)


def _why(school: School, on: date, closed: list[str], kinds: Iterable[str]) -> str | None:
    if closed:
        return closed[0]
    if "year" not in kinds:
        return _("It lies outside the school year.")
    if on.weekday() in WEEKEND - school.weekdays and "change" not in kinds:
        return _("It is a weekend.")
    return None


@prepared
def _frame(school: int, on: date) -> QuerySet[Any]:
    """Codes, closures, year and changes of the day, in one shape. An exam day is a school day."""
    span = {"school": school, "starts_on__lte": on, "ends_on__gte": on}
    closures = Closure.objects.filter(**span).exclude(kind=Closure.Kind.EXAM)
    given = (Change.Plan.OTHER_DAY, Change.Plan.OWN)
    changes = Change.objects.filter(school=school, on=on, plan__in=given)
    codes = Code.objects.filter(school=school)
    word = (F("letter"), F("label"), F("meaning"), F("sis_code"))
    return _shaped("code", codes.filter(is_retired=False), *word).union(
        _shaped("retired", codes.filter(is_retired=True), *word),
        _shaped("closure", closures, F("label"), F("grades")),
        _shaped("year", SchoolYear.objects.filter(**span)),
        _shaped("change", changes.filter(grade="", advisory__isnull=True)),
        all=True,
    )


def _shaped(kind: str, rows: QuerySet[Any], *facts: Any) -> QuerySet[Any]:
    told = [Value(kind), *facts, *[Value("")] * (len(COLUMNS) - 1 - len(facts))]
    named = {name: Cast(fact, CharField()) for name, fact in zip(COLUMNS, told, strict=True)}
    shaped: QuerySet[Any] = rows.order_by().annotate(**named).values_list(*COLUMNS)
    return shaped
