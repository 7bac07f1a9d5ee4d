"""How exhibitions go at a school: sums, and never a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from kindling.exhibitions.models import Result
from kindling.panels.models import Form, Panel
from kindling.panels.rules import visible_panels, visible_scores
from kindling.schools.models import Term
from kindling.schools.viewer import Viewer

FEWEST = 5  # recorded exhibitions; fewer would name somebody


@dataclass(frozen=True)
class Spread:
    """One criterion: how many marks stand on each level, the lowest first."""

    title: str
    counts: list[tuple[str, int]]
    total: int
    mean: float


@dataclass(frozen=True)
class Sums:
    """`held`: recorded exhibitions; everything else is empty while there are too few."""

    held: int
    results: list[tuple[str, int]]
    spreads: list[Spread]
    self_higher: int  # of 100 self marks, how many stand above the panel's middle
    talked: int  # differences that were talked through

    @property
    def labels(self) -> list[tuple[str, str]]:
        """The levels, as columns of figures."""
        return [(label, "num") for label, _n in self.spreads[0].counts] if self.spreads else []

    @property
    def rows(self) -> list[list[object]]:
        """One criterion each, as a table shows it."""
        return [[one.title, *(n for _label, n in one.counts)] for one in self.spreads]

    @property
    def is_enough(self) -> bool:
        return self.held >= FEWEST


def sums_of(viewer: Viewer, term: Term | None) -> Sums:
    """Four statements. Only recorded exhibitions, and nothing at all of fewer than five."""
    panels = visible_panels(viewer).filter(recorded_at__isnull=False)
    if term:
        panels = panels.filter(exhibition__on__gte=term.starts_on, exhibition__on__lte=term.ends_on)
    rows = list(
        panels.only("rubric", "exhibition__result")
        .select_related(None)
        .select_related("exhibition")
    )
    if len(rows) < FEWEST:
        return Sums(len(rows), [], [], 0, 0)
    results: dict[str, int] = {}
    for one in rows:
        results[one.exhibition.result] = results.get(one.exhibition.result, 0) + 1
    labels = dict(Result.choices)
    talked = panels.order_by().aggregate(n=Count("differences"))["n"]
    scores = _scores(viewer, rows)
    return Sums(
        held=len(rows), talked=talked,
        results=[(str(labels[key]), n) for key, n in sorted(results.items(), key=lambda x: -x[1])],
        spreads=_spreads(rows, scores), self_higher=_self_higher(scores),
    )  # fmt: skip


def _scores(viewer: Viewer, panels: list[Panel]) -> list[dict[str, Any]]:
    rows = visible_scores(viewer).filter(
        form__panel__in=[one.pk for one in panels], form__state=Form.State.SENT, level__gte=1
    )
    fields = ("form__panel", "form__is_self", "number", "level")
    return list(rows.order_by().values(*fields))


def _spreads(panels: list[Panel], scores: list[dict[str, Any]]) -> list[Spread]:
    """By the criterion's identifier: versions of a rubric that share it are counted together."""
    sheets = {one.pk: one.sheet for one in panels}
    titles: dict[str, str] = {}
    marks: dict[str, dict[int, int]] = {}
    labels: dict[int, str] = {}
    for row in scores:
        sheet = sheets[row["form__panel"]]
        criterion = sheet.criteria[row["number"]]
        titles[criterion.key] = criterion.title
        counts = marks.setdefault(criterion.key, {})
        counts[row["level"]] = counts.get(row["level"], 0) + 1
        labels |= {one.at: str(one) for one in sheet.levels}
    found = []
    for key, counts in marks.items():
        total = sum(counts.values())
        mean = sum(level * n for level, n in counts.items()) / total
        found.append((titles[key], counts, total, mean))
    return [
        Spread(title, [(labels[at], counts.get(at, 0)) for at in sorted(labels)], total, mean)
        for title, counts, total, mean in found
    ]


def _self_higher(scores: list[dict[str, Any]]) -> int:
    """How often, of a hundred, a student marks themselves above the mean of the others."""
    others: dict[tuple[int, int], list[int]] = {}
    own: dict[tuple[int, int], int] = {}
    for row in scores:
        key = (row["form__panel"], row["number"])
        if row["form__is_self"]:
            own[key] = row["level"]
        else:
            others.setdefault(key, []).append(row["level"])
    both = [(level, others[key]) for key, level in own.items() if key in others]
    higher = sum(1 for level, said in both if level > sum(said) / len(said))
    return round(100 * higher / len(both)) if both else 0
