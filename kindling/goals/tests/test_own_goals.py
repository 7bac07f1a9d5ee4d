"""A student's own goals stand beside the school's, always."""

import pytest
from django.core.exceptions import PermissionDenied

from kindling.goals.actions import (
    add_own_goal,
    change_own_goal,
    move_own_goal,
    publish_framework,
    start_version,
)
from kindling.goals.models import Goal, OwnGoal
from kindling.goals.queries import own_goals
from kindling.goals.rules import visible_own_goals
from kindling.kit.http import Refused
from kindling.people.actions import connect
from kindling.people.models import Student
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import make_person

PAGE = "/harbor-view/goals/"


@pytest.fixture
def own(cast):
    return add_own_goal(cast.luis, by=cast.as_("luis"), words="Work with animals", why="Because.")


def test_a_student_writes_one_down(client_of, cast):
    goal = Goal.objects.get(school=cast.school, code="PQ")

    answer = client_of("luis").post(
        f"{PAGE}own/add/", {"words": "Swim a mile", "why": "", "goal": goal.public_id}
    )

    assert answer.status_code == 302
    assert [(o.words, o.goal) for o in own_goals(cast.luis)] == [("Swim a mile", goal)]


def test_the_page_shows_both_and_who_works_with_the_student_reads_it(client_of, cast, own):
    for who in ("luis", "ana", "rosa", "dana"):
        page = client_of(who).get(f"{PAGE}for/{cast.luis.public_id}/")
        assert "Work with animals" in page.text
        assert "Social Reasoning" in page.text
    assert client_of("maya").get(f"{PAGE}for/{cast.luis.public_id}/").status_code == 404
    assert client_of("maya").get(f"{PAGE}own/{own.public_id}/").status_code == 404
    assert client_of("liam").get(f"{PAGE}for/{cast.luis.public_id}/").status_code == 404


def test_a_substitute_reads_none(client_of, cast, own):
    cast.ben = make_person(cast.school, "Ben Hall", Role.ADVISOR)
    span = {"is_substitute": True, "until_on": cast.school.today()}
    connect(cast.luis, cast.ben, Role.ADVISOR, by=Viewer.system(cast.school), **span)

    assert list(visible_own_goals(cast.as_("ben"))) == []
    assert client_of("ben").get(f"{PAGE}for/{cast.luis.public_id}/").status_code == 404
    assert client_of("ben").get(f"{PAGE}own/{own.public_id}/").status_code == 404


def test_otto_of_northgate_sees_none_and_has_his_own(client_of, cast, own):
    zoe = make_person(cast.north, "Zoe Park", Role.STUDENT)
    student = Student.objects.create(school=cast.north, person=zoe, enrolled_on="2026-08-31")
    OwnGoal.objects.create(
        school=cast.north, student=student, words="Secret", since_on="2026-09-01"
    )

    assert client_of("dana").get(f"{PAGE}for/{student.public_id}/").status_code == 404
    assert client_of("otto").get(f"{PAGE}for/{cast.luis.public_id}/").status_code == 404


def test_nobody_else_writes_or_ends_it(cast, own, client_of):
    with pytest.raises(PermissionDenied):
        add_own_goal(cast.luis, by=cast.as_("ana"), words="Be tidy")
    with pytest.raises(PermissionDenied):
        change_own_goal(own, by=cast.as_("dana"), words="Be tidy", why="")

    assert client_of("ana").post(f"{PAGE}own/{own.public_id}/reach/").status_code == 403


def test_earlier_words_are_kept_for_the_student(cast, own, client_of):
    change_own_goal(own, by=cast.as_("luis"), words="Become a vet", why="Because.")

    assert [e.words for e in own.earlier.all()] == ["Work with animals"]
    assert "Work with animals" in client_of("luis").get(f"{PAGE}own/{own.public_id}/").text


def test_reached_taken_up_again_and_let_go(cast, own):
    luis = cast.as_("luis")

    move_own_goal(own, "reach", by=luis)
    assert own_goals(cast.luis) == []
    with pytest.raises(Refused):
        change_own_goal(own, by=luis, words="More", why="")
    move_own_goal(own, "take_up", by=luis)
    move_own_goal(own, "let_go", by=luis)

    assert OwnGoal.objects.get().state == "let_go"


def test_thirteen_at_once_are_too_many(cast):
    for number in range(12):
        add_own_goal(cast.luis, by=cast.as_("luis"), words=f"Goal {number}")

    with pytest.raises(Refused, match="twelve"):
        add_own_goal(cast.luis, by=cast.as_("luis"), words="One more")


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_with_more_goals(client_of, cast, count, django_assert_num_queries):
    for number in range(count):
        add_own_goal(cast.luis, by=cast.as_("luis"), words=f"Goal {number}")
    client = client_of("ana")
    client.get(f"{PAGE}for/{cast.luis.public_id}/")

    with django_assert_num_queries(6):  # with one of what apps above tell
        client.get(f"{PAGE}for/{cast.luis.public_id}/")


def test_a_goal_of_an_earlier_version_is_still_chosen(client_of, cast):
    goal = Goal.objects.get(school=cast.school, code="PQ")
    own = add_own_goal(cast.luis, by=cast.as_("luis"), words="Swim", goal=goal)
    draft = start_version(goal.framework, by=cast.as_("dana"))
    publish_framework(draft, by=cast.as_("dana"))

    page = client_of("luis").get(f"{PAGE}own/{own.public_id}/").text

    assert f'value="{draft.goals.get(code="PQ").public_id}" selected' in page
