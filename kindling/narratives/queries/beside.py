"""What stands beside a narrative while it is written: what shows how the term was.

Everything is asked through the rules of its own app: nobody finds more here than there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.attendance.rules import visible_hours
from kindling.evidence.rules import kept_evidence
from kindling.exhibitions.models import Exhibition
from kindling.exhibitions.rules import visible_exhibitions
from kindling.goals.models import Goal
from kindling.goals.queries import current_goals
from kindling.journals.rules import visible_entries
from kindling.judgements.models import Judgement
from kindling.judgements.rules import visible_judgements
from kindling.narratives import rules
from kindling.narratives.models import Narrative
from kindling.narratives.sources import Group, Source, piece_label
from kindling.plans.drawing import Line
from kindling.plans.models import Plan
from kindling.plans.rules import visible_items
from kindling.projects.models import Project
from kindling.projects.rules import parts_of
from kindling.roll.rules import visible_months
from kindling.schools.models import Term
from kindling.schools.viewer import Viewer
from kindling.ui.format import hours, short_day

MOST = 25  # of each kind
SAID = 160  # characters of what somebody said
type Root = tuple[int, str]  # framework, first step of the path


class Ask(NamedTuple):
    """Who asks about which student and term, and the goals at the top by their place."""

    viewer: Viewer
    narrative: Narrative
    term: Term
    roots: dict[Root, str]

    def days(self, name: str) -> dict[str, Any]:
        """The term as a filter of a day."""
        return {f"{name}__gte": self.term.starts_on, f"{name}__lte": self.term.ends_on}

    def touched(self, goals: Iterable[Goal | None]) -> tuple[str, ...]:
        """Public ids of the goals at the top above these."""
        found = [self.roots.get((one.framework_id, one.path[:4])) for one in goals if one]
        return tuple(dict.fromkeys(one for one in found if one))


def tops(viewer: Viewer) -> list[Goal]:
    """The goals at the top of the school's trees. One statement."""
    return [one for one in current_goals(viewer.school) if one.depth == 0]


def beside(viewer: Viewer, narrative: Narrative, goals: list[Goal]) -> list[Group]:
    """Everything of the term that the viewer may see of this student. About a dozen statements."""
    roots = {(one.framework_id, one.path): one.public_id for one in goals}
    ask = Ask(viewer, narrative, narrative.round.term, roots)
    numbers = dict(narrative.citations.values_list("source", "number"))
    groups = []
    for title, icon, find in _kinds():
        found = [replace(one, number=numbers.get(one.key, 0)) for one in find(ask)]
        if found:
            groups.append(Group(title, icon, tuple(found)))
    return groups


def _kinds() -> list[tuple[str, str, Callable[[Ask], list[Source]]]]:
    return [
        (_("Plan"), "map", _plan),
        (_("Days"), "calendar-check", _days),
        (_("The mentor’s words"), "message-circle", _mentor),
        (_("Projects"), "rocket", _projects),
        (_("Judgements"), "scale", _judgements),
        (_("Evidence"), "images", _pieces),
        (_("Exhibition"), "presentation", _exhibitions),
        (_("Journal"), "notebook-pen", _journals),
    ]


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= SAID else text[: SAID - 1] + "…"


def _plan(ask: Ask) -> list[Source]:
    rows = visible_items(ask.viewer).filter(
        plan__student=ask.narrative.student_id, plan__term=ask.term, dropped_at=None
    )
    rows = rows.exclude(plan__state__in=Plan.WRITING).prefetch_related("touches__goal")
    return [
        Source(
            f"item:{one.public_id}", _("Plan: %(title)s") % {"title": _short(one.title)},
            one.get_progress_display(), one.get_absolute_url(),
            ask.touched(touch.goal for touch in one.touches.all()),
        )
        for one in rows.order_by("number")[:MOST]
    ]  # fmt: skip


def _days(ask: Ask) -> list[Source]:
    rows = visible_hours(ask.viewer).filter(student=ask.narrative.student_id, term=ask.term)
    found = [
        Source(
            f"hours:{one.public_id}",
            _("%(hours)s at %(site)s") % {"hours": hours(one.confirmed), "site": one.placement.site},
            _("confirmed by the mentor or the school"), one.placement.get_absolute_url(),
        )
        for one in rows.select_related("placement__site").order_by("pk")[:MOST]
    ]  # fmt: skip
    return found + _school_days(ask)


def _school_days(ask: Ask) -> list[Source]:
    months = visible_months(ask.viewer).filter(
        student=ask.narrative.student_id, month__gte=ask.term.starts_on.replace(day=1),
        month__lte=ask.term.ends_on,
    )  # fmt: skip
    sums = [(one.present + one.late, one.late, one.excused + one.unexcused) for one in months]
    if not sums:
        return []
    there, late, away = (sum(part) for part in zip(*sums, strict=True))
    told = ngettext("%(num)s school day at school", "%(num)s school days at school", there)
    said = _("%(late)s late, %(away)s away") % {"late": late, "away": away}
    label = told % {"num": there}
    return [
        Source(f"roll:{ask.term.public_id}", label, said, ask.narrative.student.get_absolute_url())
    ]


def _mentor(ask: Ask) -> list[Source]:
    return [
        Source(
            f"word:{one.public_id}",
            _("%(name)s, %(day)s") % {
                "name": one.by.name if one.by else _("Mentor"), "day": short_day(one.day.on)
            },
            _short(one.text), one.day.get_absolute_url(),
        )
        for one in rules.mentor_words(ask.viewer, ask.narrative)[:MOST]
    ]  # fmt: skip


def _projects(ask: Ask) -> list[Source]:
    early = (*Project.WRITABLE, Project.State.DROPPED)
    rows = parts_of(ask.viewer, ask.narrative.student).exclude(project__state__in=early)
    rows = rows.filter(project__begun_on__lte=ask.term.ends_on)
    return [
        Source(
            f"project:{one.project.public_id}",
            _("Project: %(title)s") % {"title": one.project.title},
            one.project.get_state_display(), one.project.get_absolute_url(),
        )
        for one in rows.order_by("-pk")[:MOST]
    ]  # fmt: skip


def _judgements(ask: Ask) -> list[Source]:
    agreed = (Judgement.State.ACCEPTED, Judgement.State.AWARDED)
    rows = visible_judgements(ask.viewer).filter(
        student=ask.narrative.student_id, state__in=agreed, **ask.days("closed_on")
    )
    return [
        Source(
            f"judgement:{one.public_id}",
            # Its level stands on its own page alone: who marks it blind reads narratives, too.
            one.goal.title, one.get_state_display(), one.get_absolute_url(), ask.touched([one.goal]),
        )
        for one in rows.order_by("-closed_on", "-pk")[:MOST]
    ]  # fmt: skip


def _pieces(ask: Ask) -> list[Source]:
    rows = kept_evidence(ask.viewer).filter(student=ask.narrative.student_id, term=ask.term)
    found = []
    for one in rows.prefetch_related("tags__goal")[:MOST]:
        touched = ask.touched(tag.goal for tag in one.tags.all())
        key = f"piece:{one.public_id}"
        found.append(Source(key, piece_label(one), one.title, one.get_absolute_url(), touched))
    return found


def _exhibitions(ask: Ask) -> list[Source]:
    held = (*Exhibition.JUDGING, *Exhibition.OVER)
    rows = visible_exhibitions(ask.viewer).filter(
        student=ask.narrative.student_id, state__in=held, **ask.days("on")
    )
    return [
        Source(
            f"exhibition:{one.public_id}",
            _("Exhibition: %(title)s, %(day)s") % {
                "title": one.label, "day": short_day(one.on) if one.on else ""
            },
            one.get_result_display() if one.result else one.get_state_display(),
            one.get_absolute_url(),
        )
        for one in rows.order_by("-on", "-pk")[:MOST]
    ]  # fmt: skip


def _journals(ask: Ask) -> list[Source]:
    rows = visible_entries(ask.viewer).filter(student=ask.narrative.student_id, **ask.days("on"))
    return [
        Source(
            f"journal:{one.public_id}", _("Journal, %(day)s") % {"day": short_day(one.on)},
            _short(one.title or one.text), one.get_absolute_url(),
        )
        for one in rows[:MOST]
    ]  # fmt: skip


def coverage(goals: list[Goal], narrative: Narrative) -> list[tuple[Line, int]]:
    """Each goal at the top with the numbers of the citations that touch it, and the last number."""
    cited = list(narrative.citations.order_by("number"))
    last = cited[-1].number if cited else 0
    return [
        (
            Line(
                one.title, number % 8 + 1,
                tuple(row.number for row in cited if one.public_id in row.goals),
            ),
            last,
        )
        for number, one in enumerate(goals)
    ]  # fmt: skip


def source_named(groups: list[Group], key: str) -> Source | None:
    """The source with this key, if the viewer has it beside the narrative."""
    return next((one for group in groups for one in group.sources if one.key == key), None)
