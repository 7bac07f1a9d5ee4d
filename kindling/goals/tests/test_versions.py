"""A draft is changed; what is published never is."""

from contextlib import suppress
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kindling.goals import actions
from kindling.goals.models import Framework, Goal, Progression, Rubric
from kindling.goals.queries import current_goals, levels_of
from kindling.kit.http import Refused


@pytest.fixture
def framework(cast):
    return Framework.objects.get(school=cast.school)


@pytest.fixture
def dana(cast):
    return cast.as_("dana")


def codes(framework: Framework) -> list[str]:
    return [goal.code for goal in framework.goals.order_by("path")]


def picture_of(framework: Framework) -> Any:
    """All that a version says."""
    framework.refresh_from_db()
    goals = framework.goals.order_by("path").values_list(
        "path", "code", "title", "question", "text", "identifier", "parent__path"
    )
    means = Progression.objects.filter(goal__framework=framework).order_by("goal__path", "level_id")
    return (
        framework.title,
        framework.text,
        list(goals),
        [(level.mark, level.label, level.text) for level in levels_of(framework)],
        list(means.values_list("goal__path", "level__position", "text")),
    )


def test_a_draft_is_a_copy_with_the_same_goals(framework, dana):
    draft = actions.start_version(framework, by=dana)

    assert picture_of(draft) == picture_of(framework)
    assert (draft.number, draft.state) == (2, "draft")
    assert actions.start_version(framework, by=dana) == draft


def test_publishing_changes_what_is_planned_and_keeps_the_version_before(framework, dana, cast):
    before = picture_of(framework)
    draft = actions.start_version(framework, by=dana)
    goal = draft.goals.get(code="CO6")
    actions.change_goal(goal, by=dana, title="Find, weigh and name sources.", steps={1: "Looks."})
    actions.add_optional(draft, by=dana)
    actions.publish_framework(draft, by=dana, changes="A sixth goal.")

    now = current_goals(cast.school)
    assert [g.code for g in now if g.depth == 0] == ["ER", "QR", "CO", "SR", "PQ", "KHL"]
    assert next(g.title for g in now if g.code == "CO6") == "Find, weigh and name sources."
    assert picture_of(framework) == before
    assert framework.state == "retired"
    assert goal.identifier == framework.goals.get(code="CO6").identifier


def test_goals_are_added_moved_and_taken_out_at_any_depth(framework, dana):
    draft = actions.make_framework(by=dana, title="Ours")
    one = actions.add_goal(draft, by=dana, title="One", code="1")
    two = actions.add_goal(draft, by=dana, title="Two", code="2")
    deep = actions.add_goal(draft, by=dana, parent=two, title="Deep", code="2.1")
    actions.add_goal(draft, by=dana, parent=deep, title="Deeper", code="2.1.1")

    actions.move_goal(two, by=dana, up=True)
    assert codes(draft) == ["2", "2.1", "2.1.1", "1"]
    assert draft.goals.get(code="2.1.1").depth == 2

    deep.refresh_from_db()
    actions.remove_goal(deep, by=dana)
    assert codes(draft) == ["2", "1"]
    one.refresh_from_db()
    assert one.path == "0002"


def test_a_scale_has_any_number_of_levels_and_runs_either_way(framework, dana):
    draft = actions.start_version(framework, by=dana)
    three = [{"mark": m, "label": m, "text": ""} for m in ("3", "2", "1")]

    actions.set_levels(draft, by=dana, name="Noten", direction="down", levels=three)

    assert [level.mark for level in levels_of(draft)] == ["3", "2", "1"]
    assert draft.goals.get(code="ER").progressions.count() == 3
    assert len(levels_of(framework)) == 4
    with pytest.raises(Refused, match="nine"):
        actions.set_levels(draft, by=dana, name="x", direction="up", levels=three * 4)


def test_an_empty_draft_is_not_published_and_a_draft_is_thrown_away(framework, dana):
    draft = actions.make_framework(by=dana, title="Ours")
    with pytest.raises(Refused, match="one goal"):
        actions.publish_framework(draft, by=dana)

    actions.discard_draft(draft, by=dana)

    assert list(Framework.objects.filter(school=framework.school)) == [framework]


def test_a_copy_is_a_framework_of_its_own(framework, dana):
    made = actions.copy_framework(framework, by=dana, title="Ours")

    assert made.key != framework.key
    assert codes(made) == codes(framework)
    assert made.goals.first().identifier != framework.goals.first().identifier


def test_advisors_edit_only_where_the_school_says_so(framework, cast, dana):
    with pytest.raises(PermissionDenied):
        actions.start_version(framework, by=cast.as_("ana"))

    actions.set_advisors_edit(True, by=dana)

    assert actions.start_version(framework, by=cast.as_("ana")).number == 2
    for who in ("luis", "rosa", "priya", "liam"):
        with pytest.raises(PermissionDenied):
            actions.start_version(framework, by=cast.as_(who))


def test_a_rubric_has_versions_too(cast, dana):
    rubric = Rubric.objects.get(school=cast.school, use="project")
    draft = actions.start_rubric(rubric, by=dana)
    first = draft.criteria.first()
    actions.put_criterion(draft, first, by=dana, title="A real need", texts={1: "None"})
    actions.put_criterion(draft, None, by=dana, title="Care", texts={4: "Much"})
    actions.remove_criterion(draft.criteria.get(order=2), by=dana)
    actions.publish_rubric(draft, by=dana)

    rubric.refresh_from_db()
    assert rubric.state == "retired"
    assert rubric.criteria.first().title == "Real need"
    assert rubric.criteria.count() == 6
    assert [c.title for c in draft.criteria.all()][:1] == ["A real need"]
    for act in (
        lambda: actions.put_criterion(draft, None, by=dana, title="x", texts={}),
        lambda: actions.change_rubric(draft, by=dana, title="x"),
        lambda: actions.discard_rubric(draft, by=dana),
        lambda: actions.publish_rubric(draft, by=dana),
    ):
        with pytest.raises(Refused):
            act()


LEVEL = {"mark": "1", "label": "Once", "text": ""}
DEEDS = {
    "title": lambda f, _g, by: actions.change_framework(f, by=by, title="Another"),
    "levels": lambda f, _g, by: actions.set_levels(
        f, by=by, name="x", direction="up", levels=[LEVEL]
    ),
    "none": lambda f, _g, by: actions.set_levels(f, by=by, name="x", direction="up", levels=[]),
    "add": lambda f, g, by: actions.add_goal(f, by=by, parent=g, title="More"),
    "change": lambda _f, g, by: actions.change_goal(g, by=by, title="Other", steps={2: "So"}),
    "up": lambda _f, g, by: actions.move_goal(g, by=by, up=True),
    "down": lambda _f, g, by: actions.move_goal(g, by=by, up=False),
    "remove": lambda _f, g, by: actions.remove_goal(g, by=by),
    "optional": lambda f, _g, by: actions.add_optional(f, by=by),
    "discard": lambda f, _g, by: actions.discard_draft(f, by=by),
    "publish": lambda f, _g, by: actions.publish_framework(f, by=by),
    "start": lambda f, _g, by: actions.start_version(f, by=by),
    "retire": lambda f, _g, by: actions.retire_framework(f, by=by),
}


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.sampled_from(sorted(DEEDS)), st.integers(0, 99)), max_size=8))
def test_whatever_somebody_does_a_published_version_stays(framework, dana, deeds):
    """On any version, drafts too: no version that was ever published says another word after."""
    seen = {framework.pk: picture_of(framework)}
    for verb, number in deeds:
        versions = list(Framework.objects.filter(key=framework.key, school=framework.school))
        chosen = versions[number % len(versions)]
        goals: list[Goal] = list(chosen.goals.order_by("path"))
        with suppress(Refused, IndexError, ZeroDivisionError):
            DEEDS[verb](chosen, goals[number % len(goals)], dana)
        for version in Framework.objects.exclude(state="draft").filter(school=framework.school):
            picture = picture_of(version)
            assert seen.setdefault(version.pk, picture) == picture
