"""Every school begins with goals, a scale and two rubrics."""

from kindling.goals.actions import give_start
from kindling.goals.models import Framework, Goal, Rubric
from kindling.goals.queries import (
    chosen_goals,
    current_goals,
    current_roots,
    goal_choices,
    levels_of,
)


def test_a_new_school_has_five_goals_with_their_competencies(cast):
    goals = current_goals(cast.school)

    assert [goal.code for goal in goals if goal.depth == 0] == ["ER", "QR", "CO", "SR", "PQ"]
    assert len(goals) == 5 + 5 + 5 + 6 + 5 + 6
    assert [g.label for g in levels_of(goals[0].framework)] == [
        "Beginning", "Growing", "Capable", "Extending",
    ]  # fmt: skip
    assert goals[0].progressions.count() == 4


def test_the_roots_alone_are_those_of_the_whole_tree(cast):
    whole = [one for one in current_goals(cast.school) if one.depth == 0]

    roots = current_roots(cast.school)

    assert roots == [(one.framework_id, one.path, one.title) for one in whole]
    assert len(roots) == 5


def test_a_school_that_has_goals_keeps_what_it_has(cast):
    give_start(cast.school)

    assert Framework.objects.filter(school=cast.school).count() == 1


def test_the_rubrics_say_what_each_level_looks_like(cast):
    project = Rubric.objects.get(school=cast.school, use="project")
    exhibition = Rubric.objects.get(school=cast.school, use="exhibition")

    assert project.criteria.count() == 6
    assert exhibition.criteria.count() == 8
    assert exhibition.results == ["Move on", "Move on with conditions", "Redo"]
    first = exhibition.criteria.get(order=1)
    said = {d.level.label: d.text for d in first.descriptors.select_related("level")}
    assert said["Below"] == "Cannot say what was learned"
    assert sorted(said) == ["Approaching", "Below", "Exceeds", "Meets"]


def test_the_tree_costs_one_statement(cast, django_assert_num_queries):
    luis = cast.as_("luis")

    with django_assert_num_queries(1):
        choices = goal_choices(luis)

    assert choices[0][0] == "Empirical Reasoning"
    assert choices[0][1][0][1] == "ER Empirical Reasoning"


def test_goals_of_another_school_cannot_be_chosen(cast):
    theirs = Goal.objects.filter(school=cast.north).first()
    ours = Goal.objects.filter(school=cast.school, code="CO2").get()

    chosen = chosen_goals(cast.as_("luis"), [theirs.public_id, ours.public_id])

    assert chosen == [ours]
