"""Whoever makes a school gives it what all begin with."""

from kindling.goals.models import Rubric
from kindling.goals.queries import current_goals
from kindling.office.actions.founding import make_school


def test_set_up_and_command_give_them_too(cast):
    school = make_school(name="Bay", slug="bay", network="Bay")

    assert len(current_goals(school)) == 32
    assert sorted(Rubric.objects.filter(school=school).values_list("use", flat=True)) == [
        "exhibition", "project",
    ]  # fmt: skip
