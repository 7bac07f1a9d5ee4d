"""What the pages of goals show."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import Count

from kindling.goals import rules
from kindling.goals.models import Criterion, Framework, Goal, Level, Rubric
from kindling.goals.queries.tree import current_goals, levels_of
from kindling.schools.viewer import Viewer

HUES = (5, 2, 6, 8, 4, 1, 3, 7)
ICONS = (
    "microscope",
    "ruler",
    "message-circle",
    "users",
    "heart",
    "lightbulb",
    "compass",
    "sprout",
)
MOST_SHOWN = 1500  # nodes of one page; larger packages are read branch by branch


@dataclass
class Node:
    """A goal and what stands below it."""

    goal: Goal
    hue: int
    icon: str
    children: list[Node] = field(default_factory=list)


def tree_of(goals: list[Goal]) -> list[Node]:
    """Hang goals, in the order of their paths, under their parents."""
    roots: list[Node] = []
    open_ones: list[Node] = []
    for goal in goals:
        open_ones = [node for node in open_ones if goal.path.startswith(node.goal.path + ".")]
        above = open_ones[-1] if open_ones else None
        place = len(roots) % len(HUES)
        look = (above.hue, above.icon) if above else (HUES[place], ICONS[place])
        node = Node(goal, *look)
        (above.children if above else roots).append(node)
        open_ones.append(node)
    return roots


@dataclass(frozen=True)
class GoalsPage:
    """`planned`: (framework, its tree); `others`: (framework, how many goals); rubrics in use."""

    planned: tuple[tuple[Framework, list[Node]], ...]
    others: tuple[Framework, ...]
    drafts: tuple[Framework, ...]
    rubrics: tuple[Rubric, ...]
    may_edit: bool


def goals_page(viewer: Viewer) -> GoalsPage:
    """All that is in use, and drafts for who edits. Three statements, four for an advisor."""
    trees: dict[int, tuple[Framework, list[Goal]]] = {}
    for goal in current_goals(viewer.school):
        trees.setdefault(goal.framework_id, (goal.framework, []))[1].append(goal)
    frameworks = list(
        rules.visible_frameworks(viewer)
        .exclude(state=Framework.State.RETIRED)
        .annotate(goal_count=Count("goals"))
        .order_by("title", "pk")
    )
    rubrics = rules.visible_rubrics(viewer).exclude(state=Rubric.State.RETIRED)
    return GoalsPage(
        planned=tuple((framework, tree_of(goals)) for framework, goals in trees.values()),
        others=tuple(f for f in frameworks if not f.is_draft and f.pk not in trees),
        drafts=tuple(f for f in frameworks if f.is_draft),
        rubrics=tuple(rubrics.order_by("use", "title", "pk")),
        may_edit=rules.may_edit_goals(viewer),
    )


@dataclass(frozen=True)
class FrameworkPage:
    """One version: its tree, levels, and the other versions, newest first."""

    framework: Framework
    roots: tuple[Node, ...]
    levels: tuple[Level, ...]
    versions: tuple[Framework, ...]
    count: int
    may_edit: bool


def framework_page(viewer: Viewer, framework: Framework) -> FrameworkPage:
    """Read one version. Four statements."""
    goals = list(framework.goals.order_by("path"))
    versions = rules.visible_frameworks(viewer).filter(key=framework.key).order_by("-number")
    return FrameworkPage(
        framework=framework,
        roots=tuple(tree_of(goals[:MOST_SHOWN])),
        levels=tuple(levels_of(framework)),
        versions=tuple(versions),
        count=len(goals),
        may_edit=rules.may_edit_goals(viewer),
    )


@dataclass(frozen=True)
class GoalPage:
    """One goal: where it stands, what each level means for it, what stands below it."""

    goal: Goal
    above: tuple[Goal, ...]
    steps: tuple[tuple[Level, str], ...]
    own_steps: tuple[tuple[int, str], ...]  # position of a level → what was written for this goal
    below: tuple[Goal, ...]


def goal_page(goal: Goal) -> GoalPage:
    """Read one goal; a level without words for this goal has the scale's own."""
    starts = [goal.path[: 4 + 5 * depth] for depth in range(goal.depth)]
    own = {row.level_id: row.text for row in goal.progressions.all()}
    levels = levels_of(goal.framework)
    return GoalPage(
        goal=goal,
        above=tuple(goal.framework.goals.filter(path__in=starts).order_by("path")),
        steps=tuple((level, own.get(level.pk) or level.text) for level in levels),
        own_steps=tuple((one.position, own[one.pk]) for one in levels if one.pk in own),
        below=tuple(goal.children.order_by("path")),
    )


@dataclass(frozen=True)
class RubricPage:
    """`rows`: (criterion, one text per level)."""

    rubric: Rubric
    levels: tuple[Level, ...]
    rows: tuple[tuple[str, str, tuple[str, ...]], ...]
    versions: tuple[Rubric, ...]
    may_edit: bool


def rubric_page(viewer: Viewer, rubric: Rubric) -> RubricPage:
    """Read one version of a rubric. Five statements."""
    levels = list(rubric.scale.levels.order_by("position"))
    criteria = rubric.criteria.order_by("order").prefetch_related("descriptors")
    rows = []
    for criterion in criteria:
        texts = {one.level_id: one.text for one in criterion.descriptors.all()}
        cells = tuple(texts.get(level.pk, "") for level in levels)
        rows.append((criterion.public_id, criterion.title, cells))
    versions = rules.visible_rubrics(viewer).filter(key=rubric.key).order_by("-number")
    return RubricPage(
        rubric=rubric,
        levels=tuple(levels),
        rows=tuple(rows),
        versions=tuple(versions),
        may_edit=rules.may_edit_goals(viewer),
    )


def criterion_texts(
    rubric: Rubric, criterion: Criterion | None
) -> tuple[tuple[Level, ...], dict[int, str]]:
    """Return the levels of a rubric, and position → what this criterion says of it."""
    levels = tuple(rubric.scale.levels.order_by("position"))
    if criterion is None:
        return levels, {}
    told = {one.level_id: one.text for one in criterion.descriptors.all()}
    return levels, {one.position: told.get(one.pk, "") for one in levels}
