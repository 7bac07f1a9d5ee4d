"""Who reads how far students come, and what they read."""

from datetime import date

import pytest

from kindling.funnel.queries import funnel_of
from kindling.funnel.reading import ways_of
from kindling.interests.actions import add_interest, share_interest
from kindling.placements.tests.factories import make_asked, make_placement, make_pursuit
from kindling.schools.queries import year_named
from kindling.schools.viewer import Viewer
from kindling.sites.actions.wishes import add_wish
from tests.cast import make_student

pytestmark = pytest.mark.django_db


@pytest.fixture
def year(cast):
    return year_named(cast.school)


def by_name(cast, name, year):
    students = {student.pk: student.first for student in (cast.maya, cast.jordan, cast.luis)}
    return {students.get(way.student): way for way in ways_of(cast.as_(name), year)}


def test_each_step_is_the_students_own(cast, year):
    maya = Viewer.of_person(cast.maya.person)
    secret = add_interest(words="Whales", by=maya)
    shared = add_interest(words="Dogs", by=Viewer.of_person(cast.jordan.person))
    share_interest(shared, by=Viewer.of_person(cast.jordan.person))
    add_wish(cast.shelter, by=maya)
    make_placement(cast, cast.luis, cast.shelter)

    found = by_name(cast, "dana", year)

    assert secret.shared_on is None
    assert (found["Maya"].interest, found["Maya"].wish, found["Maya"].asked) == (False, True, False)
    assert (found["Jordan"].interest, found["Jordan"].never_asked) == (True, True)
    luis = found["Luis"]
    assert (luis.asked, luis.started, luis.finished, luis.never_asked) == (True, True, False, False)


def test_an_advisor_reads_their_own_students_and_no_other_school_leaks(cast, year):
    other = make_student(cast.north, "Nora North", "9", cast.maya.birth_on)
    make_asked(cast.maya, cast.shelter)

    mine = {way.student for way in ways_of(cast.as_("ana"), year)}

    assert other.pk not in mine
    assert mine == {cast.maya.pk, cast.jordan.pk, cast.luis.pk}


def test_a_coach_reads_sums_and_no_name(cast, year, client_of):
    page = client_of("liam").get("/harbor-view/funnel/")

    assert page.status_code == 200
    assert not any(one.person.name in page.text for one in (cast.maya, cast.jordan, cast.luis))


@pytest.mark.parametrize(
    ("name", "status"), [("ana", 200), ("dana", 200), ("maya", 403), ("rosa", 403), ("otto", 404)]
)
def test_students_families_and_strangers_read_nothing(cast, client_of, name, status):
    assert client_of(name).get("/harbor-view/funnel/").status_code == status


def test_who_never_asked_comes_with_the_longest_wait_first(cast, year):
    make_pursuit(cast, cast.jordan, cast.shelter)

    cast.maya.enrolled_on = date(2025, 9, 2)
    cast.maya.save()

    waiting = funnel_of(cast.as_("dana"), year, "grade").waiting

    assert [way.student for way in waiting] == [cast.maya.pk, cast.luis.pk]


def test_the_page_asks_as_much_for_thirty_as_for_three(
    cast, client_of, django_assert_num_queries, year
):
    leader = client_of("dana")
    leader.get("/harbor-view/funnel/")
    with django_assert_num_queries(6):
        leader.get("/harbor-view/funnel/?by=language")
    for number in range(30):
        make_student(cast.school, f"Kid{number} Testen", "10", cast.maya.birth_on)
    with django_assert_num_queries(6):
        page = leader.get("/harbor-view/funnel/?by=language")
    assert "Kid3 Testen" in page.text


def test_a_group_is_chosen_and_an_unknown_one_is_not_an_error(cast, client_of):
    for group in ("advisory", "language", "shoe-size"):
        assert client_of("dana").get(f"/harbor-view/funnel/?by={group}").status_code == 200
