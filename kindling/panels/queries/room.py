"""The panel at work: who is in, what is one's own, and after the reveal who said what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from kindling.exhibitions.models import Exhibition
from kindling.exhibitions.rules import visible_exhibitions
from kindling.panels import rules
from kindling.panels.gaps import TO_TALK
from kindling.panels.merging import base_of
from kindling.panels.models import Condition, Difference, Form, Panel, Score
from kindling.panels.sheet import Criterion, Level
from kindling.panels.values import values_of
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class Asked:
    """One criterion of a form: what is kept, and what the page sends back as its base."""

    number: int
    criterion: Criterion
    level: str
    words: str
    level_base: str
    words_base: str


@dataclass(frozen=True)
class SheetPage:
    """One's own form. `form` is None until the first word of who came unannounced."""

    panel: Panel
    form: Form | None
    asked: list[Asked]
    values: dict[str, str]
    bases: dict[str, str]

    @property
    def levels(self) -> tuple[Level, ...]:
        """The furthest first."""
        return tuple(reversed(self.panel.sheet.levels))

    @property
    def is_open(self) -> bool:
        return self.form is None or self.form.state in (Form.State.OPEN, Form.State.ABSENT)


def sheet_page(panel: Panel, viewer: Viewer, values: dict[str, str] | None = None) -> SheetPage:
    """Two statements. `values`: what was typed and not kept, shown instead."""
    form = rules.visible_forms(viewer).filter(panel=panel, person=viewer.person_id).first()
    scores = list(form.scores.all()) if form else []
    kept = values_of(form, scores, panel.sheet)
    shown = {**kept, **(values or {})}
    bases = {name: base_of(name, value) for name, value in kept.items()}
    asked = [
        Asked(
            n, one, shown[f"level-{n}"], shown[f"words-{n}"], bases[f"level-{n}"],
            bases[f"words-{n}"],
        )
        for n, one in enumerate(panel.sheet.criteria)
    ]  # fmt: skip
    return SheetPage(panel, form, asked, shown, bases)


@dataclass(frozen=True)
class Mark:
    """What one form says to one criterion."""

    form: Form
    level: int
    words: str


@dataclass(frozen=True)
class Step:
    """One level of the picture, and who stands on it."""

    level: Level
    marks: list[Mark]


@dataclass(frozen=True)
class Line:
    """One criterion after the reveal: everybody's mark on the steps, the lowest first."""

    number: int
    title: str
    steps: list[Step]
    words: list[Mark]
    low: Level | None
    high: Level | None
    difference: Difference | None

    @property
    def apart(self) -> int:
        """How many levels lie between the lowest and the highest."""
        return self.high.at - self.low.at if self.high and self.low else 0

    @property
    def is_far(self) -> bool:
        return self.apart >= TO_TALK


@dataclass(frozen=True)
class Compared:
    """`forms`: those that count; `late`: comments; `missing`: differences without a note."""

    lines: list[Line]
    forms: list[Form]
    late: list[tuple[Form, list[tuple[str, Level | None, str]]]]

    @property
    def missing(self) -> list[Line]:
        return [one for one in self.lines if one.difference and not one.difference.is_talked]

    @property
    def agreed(self) -> int:
        """On how many criteria everybody says the same."""
        return sum(1 for one in self.lines if one.high and not one.apart)


def compared(panel: Panel, viewer: Viewer) -> Compared:
    """Three statements, however many sit on the panel."""
    forms = [
        one
        for one in rules.visible_forms(viewer).filter(panel=panel).order_by("-is_self", "pk")
        if one.state in (Form.State.SENT, Form.State.LATE)
    ]
    by_pk = {one.pk: one for one in forms}
    said: dict[int, list[Score]] = {}
    for one in rules.visible_scores(viewer).filter(form__in=list(by_pk)):
        said.setdefault(one.form_id, []).append(one)
    rows = {one.number: one for one in rules.visible_differences(viewer).filter(panel=panel)}
    counted = [one for one in forms if one.counts]
    lines = lines_in(panel, counted, said, rows)
    lines.sort(key=lambda one: not one.is_far)  # what has to be talked about comes first
    return Compared(lines, counted, _late(panel, forms, said))


def lines_in(
    panel: Panel, forms: list[Form], said: dict[int, list[Score]], rows: dict[int, Difference]
) -> list[Line]:
    lines = []
    for number, criterion in enumerate(panel.sheet.criteria):
        marks = [
            Mark(form, one.level or 0, one.words)
            for form in forms
            for one in said.get(form.pk, [])
            if one.number == number
        ]
        given = sorted(one.level for one in marks if one.level)
        steps = [
            Step(level, [one for one in marks if one.level == level.at])
            for level in panel.sheet.levels
        ]
        lines.append(
            Line(
                number, criterion.title, steps, [one for one in marks if one.words.strip()],
                panel.sheet.level(given[0]) if given else None,
                panel.sheet.level(given[-1]) if given else None, rows.get(number),
            )
        )  # fmt: skip
    return lines


def _late(
    panel: Panel, forms: list[Form], said: dict[int, list[Score]]
) -> list[tuple[Form, list[tuple[str, Level | None, str]]]]:
    titles = [one.title for one in panel.sheet.criteria]
    return [
        (
            form,
            [
                (titles[one.number], panel.sheet.level(one.level), one.words)
                for one in said.get(form.pk, [])
            ],
        )
        for form in forms
        if form.state == Form.State.LATE
    ]


@dataclass(frozen=True)
class Room:
    """`standings`: who is in and who is not; no word and no level of anybody."""

    panel: Panel
    exhibition: Exhibition
    standings: list[Form]
    part: str
    leads: bool
    person: int

    @property
    def own(self) -> Form | None:
        return next((one for one in self.standings if one.person_id == self.person), None)

    @property
    def inside(self) -> int:
        return sum(1 for one in self.standings if one.state == Form.State.SENT)

    @property
    def expected(self) -> int:
        awaited = (Form.State.OPEN, Form.State.SENT)
        return sum(1 for one in self.standings if one.state in awaited)


def room_of(panel: Panel, viewer: Viewer) -> Room:
    """Three statements at most."""
    exhibition = panel.exhibition
    return Room(
        panel, exhibition, list(rules.standings(panel)), rules.part_in(viewer, exhibition),
        rules.may_lead(viewer, exhibition), viewer.person_id or 0,
    )  # fmt: skip


def conditions_of(panel: Panel, viewer: Viewer) -> list[Condition]:
    rows = rules.visible_conditions(viewer).filter(panel=panel)
    return list(rows.order_by("due_on", "pk"))


def coming_up(viewer: Viewer) -> list[Exhibition]:
    """Exhibitions of about now that have a panel to sit on: held, or with a date of these days."""
    today = viewer.school.today()
    rows = visible_exhibitions(viewer).filter(
        on__gte=today - timedelta(days=14), on__lte=today + timedelta(days=14)
    )
    rows = rows.filter(state__in=(*Exhibition.DATED, *Exhibition.JUDGING, *Exhibition.OVER))
    return list(rows.select_related("panel").order_by("starts_at", "pk")[:50])
