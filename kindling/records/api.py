"""Records in JSON: a student's year in numbers, and the sheet of a day."""

from datetime import date
from typing import Annotated, Any, Literal

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema
from ninja.pagination import paginate

from kindling.kit.answers import READS, Pages, one_of, reads
from kindling.kit.http import require
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.records import rules
from kindling.records.queries.sheets import METHODS, Line, lines_of, students_on
from kindling.records.queries.sums import YearInNumbers, year_in_numbers
from kindling.records.queries.years import Totals
from kindling.records.spans import DAY, EARLIEST, Span, span_of
from kindling.roll.codes import Codes, codes_of
from kindling.roll.models import Meaning
from kindling.roll.rules import visible_rolls
from kindling.schools.http import ViewerRequest
from kindling.schools.queries import year_named
from kindling.schools.viewer import Viewer

router = Router(tags=["records"])


class TotalsOut(Schema):
    """Days by how they count, and minutes at internships as far as they count."""

    present: int
    late: int
    excused: int
    unexcused: int
    internship: int
    minutes: int


class MonthOut(TotalsOut):
    """A month, named by its first day."""

    month: date


class TermOut(TotalsOut):
    """A term that has begun. `waiting` and `disputed` minutes may come to count."""

    label: str
    starts_on: date
    ends_on: date
    waiting: int
    disputed: int


class YearOut(Schema):
    """One student's year so far."""

    student: str
    year: str
    label: str
    total: TotalsOut
    months: list[MonthOut]
    terms: list[TermOut]


class Asked(Schema):
    """The id of a school year; without it today's, or the last begun."""

    year: str = Field("", max_length=14)


class Sheet(Schema):
    """A day up to today, and an advisory's id; without them today, and everybody you see."""

    on: date | None = None
    advisory: str = Field("", max_length=14)


class SheetLineOut(Schema):
    """One student on a day. Without a mark `letter` is empty and `waiting` says what is known.

    `category` is Ed-Fi's word, `code` the district's or the school's letter, `reason` the school's.
    """

    student: str
    number: str
    name: str
    on: date
    letter: str
    meaning: Annotated[str, one_of(Meaning)] | None
    category: str
    code: str
    minutes: int
    reason: str
    method: str
    waiting: Literal["", "there", "late", "absent", "silent"]


def shown_year(found: YearInNumbers) -> dict[str, Any]:
    page = found.year
    return {
        "student": page.student.public_id,
        "year": page.year.public_id,
        "label": page.year.label,
        "total": counts(page.totals),
        "months": [{"month": one.first, **counts(one.totals)} for one in page.months],
        "terms": [
            {
                "label": one.term.label,
                "starts_on": one.term.starts_on,
                "ends_on": one.term.ends_on,
                "waiting": one.waiting,
                "disputed": one.disputed,
                **counts(one.days),
            }
            for one in found.terms
        ],
    }


def counts(totals: Totals) -> dict[str, int]:
    return {part: getattr(totals, part) for part in TotalsOut.model_fields}


def shown(line: Line, on: date) -> dict[str, Any]:
    said, student = line.on(on), line.student
    facts = {
        "student": student.public_id, "number": student.number, "name": student.name, "on": on,
        "letter": "", "meaning": None, "category": "", "code": "", "minutes": 0, "reason": "",
        "method": "", "waiting": line.waiting,
    }  # fmt: skip
    if said is None:
        return facts
    word = said.word
    return facts | {
        "letter": word.letter, "meaning": word.meaning, "category": word.category,
        "code": word.sis_code or word.letter, "minutes": said.minutes, "reason": said.reason,
        "method": METHODS[said.method],
    }  # fmt: skip


class Lines:
    """The students of a sheet, from which a page is cut; marks are read for that page only."""

    def __init__(
        self, viewer: Viewer, span: Span, students: QuerySet[Student], codes: Codes
    ) -> None:
        self.viewer, self.span, self.students, self.codes = viewer, span, students, codes

    def __getitem__(self, cut: slice) -> list[dict[str, Any]]:
        lines = lines_of(self.viewer, self.span, list(self.students[cut]), self.codes)
        return [shown(line, self.span.first) for line in lines]

    def count(self) -> int:
        return int(self.students.count())

    def __len__(self) -> int:
        return self.count()


@router.get("/students/{public_id}/", response=reads(YearOut))
def get_year(request: ViewerRequest, public_id: str, asked: Query[Asked]) -> dict[str, Any]:
    """One student's year: by month, by term, together."""
    student = get_object_or_404(visible_students(request.viewer, Matter.DAYS), public_id=public_id)
    year = year_named(request.viewer.school, asked.year)
    if year is None:
        raise Http404
    return shown_year(year_in_numbers(request.viewer, student, year))


@router.get("/sheet/", response={**READS, 200: list[SheetLineOut]})
@paginate(Pages)
def get_sheet(request: ViewerRequest, sheet: Query[Sheet]) -> Any:
    """The sheet of a day, by name: what stands on the roll, and what is known of the others."""
    require(rules.may_read_sheets(request.viewer))
    viewer, today = request.viewer, request.viewer.school.today()
    rolls = visible_rolls(viewer)
    advisory = get_object_or_404(rolls, public_id=sheet.advisory) if sheet.advisory else None
    span = span_of(DAY, min(max(sheet.on or today, EARLIEST), today), ())
    return Lines(viewer, span, students_on(viewer, span, advisory), codes_of(viewer.school))
