"""What is read, by whom, in how many statements."""

import pytest

from kindling.goals.actions import add_goal, make_framework, publish_framework
from kindling.goals.models import Framework, Goal, Rubric

SECTION = "/harbor-view/goals/"


@pytest.fixture
def framework(cast):
    return Framework.objects.get(school=cast.school)


@pytest.mark.parametrize("who", ["luis", "rosa", "ana", "dana", "liam"])
def test_everybody_reads_the_goals(client_of, who):
    page = client_of(who).get(SECTION)

    assert page.status_code == 200
    assert "How do I find out what is true?" in page.text
    assert "Argue mathematically" in page.text


def test_a_framework_a_goal_and_a_rubric(client_of, cast, framework):
    client = client_of("luis")
    goal = Goal.objects.get(framework=framework, code="SR")
    rubric = Rubric.objects.get(school=cast.school, use="exhibition")

    assert "version 1" in client.get(f"{SECTION}frameworks/{framework.public_id}/").text
    assert "Acts with others on an issue" in client.get(f"{SECTION}goal/{goal.public_id}/").text
    assert "Cannot say what was learned" in client.get(f"{SECTION}rubrics/{rubric.public_id}/").text


def test_nothing_of_northgate_is_there(client_of, cast):
    client = client_of("dana")
    theirs = Framework.objects.get(school=cast.north)
    theirs.title = "Northgate’s secret goals"
    theirs.save()

    assert "secret" not in client.get(SECTION).text
    assert client.get(f"{SECTION}frameworks/{theirs.public_id}/").status_code == 404
    goal = theirs.goals.first()
    assert client.get(f"{SECTION}goal/{goal.public_id}/").status_code == 404
    rubric = Rubric.objects.filter(school=cast.north).first()
    assert client.get(f"{SECTION}rubrics/{rubric.public_id}/").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_pages_cost_the_same_with_more(
    client_of, cast, framework, count, django_assert_num_queries
):
    for number in range(count):
        draft = make_framework(by=cast.as_("dana"), title=f"Ours {number}")
        for place in range(count):
            add_goal(draft, by=cast.as_("dana"), title=f"Goal {place}")
        publish_framework(draft, by=cast.as_("dana"))
    client = client_of("luis")
    goal, rubric = draft.goals.first(), Rubric.objects.filter(school=cast.school).first()
    pages = {
        SECTION: 5,
        f"{SECTION}frameworks/{framework.public_id}/": 6,
        f"{SECTION}goal/{goal.public_id}/": 5,
        f"{SECTION}rubrics/{rubric.public_id}/": 7,
    }
    for page, statements in pages.items():
        client.get(page)
        with django_assert_num_queries(statements):
            client.get(page)
