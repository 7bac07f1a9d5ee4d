"""The pages of a week: who sees what, what they cost, what they say."""

from datetime import date, time

import pytest

from kindling.exhibitions.models import Exhibition
from kindling.weeks import actions
from kindling.weeks.models import Sitting, Week
from kindling.weeks.tests.planning import at, fresh, make, panel_kind, plan, publish, room, sitting

pytestmark = pytest.mark.django_db
SCHOOL = "/harbor-view/weeks/"


@pytest.fixture
def week(cast):
    return make(cast, "maya", "luis")


def test_the_coordinator_makes_a_week_and_comes_to_its_rooms(cast, client_of):
    sent = {
        "title": "Fall", "kinds": [panel_kind(cast).public_id], "since_on": "2026-10-19",
        "until_on": "2026-10-23", "opens_at": "09:00", "closes_at": "16:00", "rest_from": "",
        "rest_until": "", "pause": "10",
    }  # fmt: skip

    answer = client_of("chen").post(f"{SCHOOL}make/", sent)

    made = Week.objects.get()
    assert answer.headers["Location"] == f"{SCHOOL}{made.public_id}/rooms/"
    assert made.days.count() == 5


def test_a_week_that_is_over_is_said_in_the_form(cast, client_of):
    sent = {
        "title": "Fall", "kinds": [panel_kind(cast).public_id], "since_on": "2026-10-05",
        "until_on": "2026-10-09", "opens_at": "09:00", "closes_at": "16:00", "pause": "10",
    }  # fmt: skip

    answer = client_of("chen").post(f"{SCHOOL}make/", sent)

    assert answer.status_code == 422
    assert "Choose a day ahead, so that people can plan." in answer.content.decode()
    assert Week.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("chen", 200),
        ("dana", 200),
        ("ana", 200),
        ("maya", 200),
        ("jordan", 404),
        ("rosa", 404),
        ("otto", 404),
    ],
)
def test_who_sees_a_week(cast, client_of, week, name, status):
    assert client_of(name).get(f"{SCHOOL}{week.public_id}/").status_code == status


def test_others_read_no_plan_before_it_is_published(cast, client_of, week):
    plan(cast, week)
    before = client_of("ana").get(f"{SCHOOL}{week.public_id}/").content.decode()
    publish(cast, week)

    after = client_of("ana").get(f"{SCHOOL}{week.public_id}/").content.decode()
    mine = client_of("maya").get(f"{SCHOOL}{week.public_id}/").content.decode()

    assert ("Luis Diaz" in before, "Luis Diaz" in after, "Luis Diaz" in mine) == (
        False,
        True,
        False,
    )


def test_a_move_that_cannot_be_is_said_and_nothing_saved(cast, client_of, week):
    actions.place_sitting(sitting(week, cast.maya), room(week), at(20, 10), by=cast.as_("chen"))
    one = sitting(week, cast.luis)
    sent = {"room": room(week, "Studio").public_id, "on": "2026-10-20", "at": "10:00"}

    answer = client_of("chen").post(f"{SCHOOL}times/{one.public_id}/", sent)

    assert answer.status_code == 422
    assert "Ana Reyes is with Maya Santos then. Choose another time." in answer.content.decode()
    assert sitting(week, cast.luis).starts_at is None


def test_a_move_is_undone_from_the_plan(cast, client_of, week):
    one = sitting(week, cast.luis)
    sent = {"room": room(week).public_id, "on": "2026-10-20", "at": "10:00"}
    chen = client_of("chen")
    chen.post(f"{SCHOOL}times/{one.public_id}/", sent)
    change = week.changes.get()

    answer = chen.post(f"{SCHOOL}{week.public_id}/undo/{change.public_id}/")

    assert answer.headers["Location"] == f"{SCHOOL}{week.public_id}/"
    assert sitting(week, cast.luis).starts_at is None


def test_a_student_takes_a_time_in_two_taps(cast, client_of, week):
    actions.open_booking(week, at(18, 18), by=cast.as_("chen"))
    one, luis = sitting(week, cast.luis), client_of("luis")
    page = luis.get(f"{SCHOOL}times/{one.public_id}/take/").content.decode()
    sent = {"room": room(week, "Studio").public_id, "on": "2026-10-19", "at": "09:00"}

    answer = luis.post(f"{SCHOOL}times/{one.public_id}/take/", sent)

    assert 'name="at" value="09:00"' in page
    assert answer.headers["Location"] == f"/harbor-view/exhibitions/{one.exhibition.public_id}/"
    assert Exhibition.objects.get(student=cast.luis).starts_at == at(19, 9)
    assert client_of("maya").get(f"{SCHOOL}times/{one.public_id}/take/").status_code == 404


def test_the_plan_says_why_somebody_has_no_time(cast, client_of, week):
    actions.say_hours(
        week, cast.ana, [(date(2026, 10, 21), time(17), time(18))], by=cast.as_("ana")
    )
    plan(cast, week)

    page = client_of("chen").get(f"{SCHOOL}{week.public_id}/").content.decode()

    assert "Never free for 45 min at the same time in the open hours: Ana Reyes." in page
    assert "Made the simple way" in page


def test_the_pages_cost_the_same_with_more_students(cast, client_of, django_assert_num_queries):
    week = make(cast, "maya")
    plan(cast, week)
    chen = client_of("chen")
    address = f"{SCHOOL}{week.public_id}/"
    with django_assert_num_queries(15):
        chen.get(address)
    with django_assert_num_queries(14):
        chen.get(f"{SCHOOL}times/{sitting(week, cast.maya).public_id}/")
    more = make(cast, "jordan", "luis", rooms=("Gym",))
    Sitting.objects.filter(week=more).update(week=week)
    plan(cast, fresh(week))

    with django_assert_num_queries(15):
        chen.get(address)
    with django_assert_num_queries(14):
        chen.get(f"{SCHOOL}times/{sitting(week, cast.maya).public_id}/")


def test_staff_say_when_they_can(cast, client_of, week):
    sent = {"from-2026-10-20": "09:00", "until-2026-10-20": "12:00"}

    answer = client_of("ana").post(f"{SCHOOL}{week.public_id}/hours/", sent)
    wrong = client_of("ana").post(f"{SCHOOL}{week.public_id}/hours/", {"from-2026-10-20": "09:00"})

    assert (answer.status_code, wrong.status_code) == (302, 422)
    assert [str(row.on) for row in week.free_times.all()] == ["2026-10-20"]
    assert client_of("maya").get(f"{SCHOOL}{week.public_id}/hours/").status_code == 403


@pytest.mark.parametrize("part", ["rooms/", "people/", "change/"])
def test_the_pages_of_a_week_open_for_who_plans(cast, client_of, week, part):
    assert client_of("chen").get(f"{SCHOOL}{week.public_id}/{part}").status_code == 200
    assert client_of("ana").get(f"{SCHOOL}{week.public_id}/{part}").status_code == 403


def test_a_length_that_cannot_be_is_said_on_the_page_of_rooms(cast, client_of, week):
    kind, address = panel_kind(cast).public_id, f"{SCHOOL}{week.public_id}/lengths/"

    wrong = client_of("chen").post(address, {"kind": kind, "grade": "", "minutes": "5"})
    right = client_of("chen").post(address, {"kind": kind, "grade": "", "minutes": "20"})

    assert (wrong.status_code, right.status_code) == (422, 302)
    assert [row.minutes for row in week.kinds.all()] == [20]


def test_a_week_gets_another_name_and_pause_and_keeps_until_when_times_are_taken(
    cast, client_of, week
):
    actions.open_booking(week, at(18, 18), by=cast.as_("chen"))
    here = f"/harbor-view/weeks/{week.public_id}/change/"

    answer = client_of("chen").post(here, {"title": "Winter exhibitions", "pause": "15"})

    kept = fresh(week)
    assert answer.status_code == 302
    assert (kept.title, kept.pause, kept.books_until) == ("Winter exhibitions", 15, at(18, 18))


def test_a_week_that_was_called_off_is_not_changed(cast, client_of, week):
    actions.call_off_week(week, by=cast.as_("chen"))

    answer = client_of("chen").post(
        f"/harbor-view/weeks/{week.public_id}/change/", {"title": "Again", "pause": "15"}
    )

    assert (answer.status_code, fresh(week).title) == (409, "Fall exhibitions")
