"""The network in numbers: schools, never a student."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import F, FilteredRelation, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from kindling.kit.prepared import prepared
from kindling.kit.small import SMALLEST, gives_away, shown_of
from kindling.kit.text import plain
from kindling.network.models import Sharing
from kindling.network.rules import count_schools, own_sharing, shared_of
from kindling.network.viewer import NetworkViewer
from kindling.roll.models.month import month_of
from kindling.schools.viewer import Viewer

HERE = ("present", "late", "internship")
AWAY = ("excused", "unexcused")
PARTS = (*HERE, *AWAY, "minutes")
LONGEST = timedelta(days=400)  # no school year began before
FACTS = (
    "school__public_id", "school__name", "students", "often", "silent_from", "counted_at",
    "waiting_month", "waiting_year",
)  # fmt: skip


@dataclass(frozen=True)
class Span:
    """A month or a year: days of students by how they count, and minutes at internships."""

    expected: int = 0
    present: int = 0
    confirmed: int = 0
    waiting: int = 0

    @property
    def hours(self) -> int:
        """Whole hours that somebody confirmed."""
        return self.confirmed // 60

    @property
    def waiting_hours(self) -> int:
        return self.waiting // 60

    @property
    def rate(self) -> float | None:
        """Per cent of the expected days; None where nobody was expected."""
        return 100 * self.present / self.expected if self.expected else None

    def __add__(self, other: Span) -> Span:
        return Span(
            self.expected + other.expected, self.present + other.present,
            self.confirmed + other.confirmed, self.waiting + other.waiting,
        )  # fmt: skip


@dataclass(frozen=True)
class SchoolRow:
    """One school. `is_small`: so few students that every number could point at one."""

    public_id: str
    name: str
    students: int
    month: Span
    year: Span
    often: int
    silent_from: date | None
    counted_at: datetime | None

    @property
    def is_small(self) -> bool:
        return self.students < SMALLEST

    @property
    def often_shown(self) -> int | None:
        """How many are away too often; None where so few are, or so few are not."""
        return shown_of(self.often, self.students)


@dataclass(frozen=True)
class Overview:
    """The rows that were asked for, and all shown schools together."""

    rows: list[SchoolRow]
    shown: int
    schools: int  # of the network, those that share nothing too
    silent: int
    month: Span
    year: Span
    often: int | None
    counted_at: datetime | None  # the oldest


SORTS = ("name", "month", "year", "silent")


def overview(viewer: NetworkViewer, *, words: str = "", sort: str = "name") -> Overview:
    """Return every school that shares, sorted and sifted. Two statements, whatever it holds.

    Small schools are named and add to nothing. `often` of all is told only where no hidden
    number could be worked out from it.
    """
    rows = school_rows(viewer)
    big = [row for row in rows if not row.is_small]
    return Overview(
        rows=sorted_rows(sifted(rows, words), sort),
        shown=len(rows),
        schools=count_schools(viewer),
        silent=sum(row.silent_from is not None for row in rows),
        month=sum((row.month for row in big), Span()),
        year=sum((row.year for row in big), Span()),
        often=often_of_all(big),
        counted_at=min((row.counted_at for row in rows if row.counted_at), default=None),
    )


def school_rows(viewer: NetworkViewer) -> list[SchoolRow]:
    """Return the schools of the network that share, by name. One statement."""
    month = month_of(viewer.network.today())
    found = _rows(network=viewer.network.pk, month=month, oldest=month - LONGEST)
    return [row_of(told) for told in found]


@prepared
def _rows(network: int, month: date, oldest: date) -> QuerySet[Any]:
    return _summed(shared_of(network), month, oldest)


def _summed(shared: QuerySet[Sharing], month: date, oldest: date) -> QuerySet[Any]:
    """FACTS, then the sums of this month, then those of the year, in the order of PARTS."""
    held = Q(school__months__month__gte=oldest)
    rows: Any = shared.order_by().annotate(kept=FilteredRelation("school__months", condition=held))
    spans = (("m", Q(kept__month=month)), ("y", Q(kept__month__gte=F("year_from"))))
    sums = {
        f"{key}_{part}": Coalesce(Sum(f"kept__{part}", filter=span), 0)
        for key, span in spans
        for part in PARTS
    }
    told: QuerySet[Any] = rows.values_list(*FACTS).annotate(**sums)
    return told.order_by("school__name", "school__public_id")


def row_of(told: Iterable[Any]) -> SchoolRow:
    """Read a row of `_summed`. Of a small school not even the silence is told."""
    public_id, name, students, often, silent, counted, waits_month, waits_year, *sums = told
    silent = None if students < SMALLEST else silent
    return SchoolRow(
        public_id, name, students, span_of(sums[: len(PARTS)], waits_month),
        span_of(sums[len(PARTS) :], waits_year), often, silent, counted,
    )  # fmt: skip


def span_of(sums: list[int], waiting: int) -> Span:
    """Sums in the order of PARTS. Every letter of the roll says that the student was expected."""
    *days, minutes = sums
    present, expected = sum(days[: len(HERE)]), sum(days)
    return Span(expected, present, max(0, minutes - waiting), waiting)


def sifted(rows: list[SchoolRow], words: str) -> list[SchoolRow]:
    """Those whose name holds all the words, accents or not."""
    wanted = plain(words).split()
    return [row for row in rows if all(word in plain(row.name) for word in wanted)]


def sorted_rows(rows: list[SchoolRow], sort: str) -> list[SchoolRow]:
    """By name; or the lowest presence first, or who is silent longest; unknown numbers last."""
    if sort == "silent":
        return sorted(rows, key=lambda row: (row.silent_from is None, row.silent_from or date.max))
    if sort in {"month", "year"}:
        return sorted(rows, key=lambda row: _lowness(row, getattr(row, sort)))
    return rows


def _lowness(row: SchoolRow, span: Span) -> tuple[bool, float]:
    """A small school's rate stays hidden: its place in the list must not tell it either."""
    rate = None if row.is_small else span.rate
    return rate is None, rate or 0.0


def often_of_all(rows: list[SchoolRow]) -> int | None:
    """The sum of all schools, unless hidden numbers could be worked out from it."""
    hidden = [row.often for row in rows if row.often_shown is None]
    return None if gives_away(hidden) else sum(row.often for row in rows)


def own_row(viewer: Viewer) -> SchoolRow | None:
    """Return the row that the network sees of the viewer's school; None when it sees none."""
    shared = own_sharing(viewer)
    if shared is None:
        return None
    month = month_of(viewer.school.today())
    rows = shared_of(viewer.school.network_id).filter(pk=shared.pk)
    return row_of(_summed(rows, month, month - LONGEST).get())
