"""A file is handed in, looked at, used, replaced, taken away."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.travel.actions import (
    check_feed,
    discard_feed,
    hand_in_feed,
    remove_feed,
    set_starts,
    use_feed,
)
from kindling.travel.held import days_of
from kindling.travel.models import Feed, FeedFile, PackedTimetable, Start
from kindling.travel.tests.feeds import TRIPS, put_in_use, zipped

HOME = "/harbor-view/travel/"


def hand_in(cast, content=None, name="chen"):
    feed = hand_in_feed(file_name="town.zip", content=content or zipped(), by=cast.as_(name))
    feed.refresh_from_db()
    return feed


def test_what_was_handed_in_is_read_and_changes_nothing_yet(cast):
    feed = hand_in(cast)

    cast.school.refresh_from_db()
    assert (feed.state, feed.counts["trips"], str(feed.ends_on)) == ("checked", 7, "2026-12-31")
    assert not FeedFile.objects.exists()
    assert cast.school.timetable_until is None
    assert days_of(cast.school) is None


def test_in_use(cast):
    feed = put_in_use(cast.as_("chen"))

    cast.school.refresh_from_db()
    assert cast.school.timetable_until == feed.ends_on
    assert days_of(cast.school).timetable.names[0] == "School Street"
    assert days_of(cast.north) is None


def test_another_takes_its_place(cast):
    first = put_in_use(cast.as_("chen"))

    second = put_in_use(cast.as_("chen"), **{"trips.txt": TRIPS.replace("2,week,w1410\n", "")})

    first.refresh_from_db()
    assert (first.state, second.state) == ("replaced", "live")
    assert [row.feed_id for row in PackedTimetable.objects.all()] == [second.pk]
    assert len(days_of(cast.school).timetable.days) == 6


def test_taken_away(cast):
    feed = put_in_use(cast.as_("chen"))

    remove_feed(feed, by=cast.as_("chen"))

    cast.school.refresh_from_db()
    assert cast.school.timetable_until is None
    assert not PackedTimetable.objects.exists()


def test_what_cannot_be_used_says_why_and_cannot_be_used(cast):
    feed = hand_in(cast, b"no zip")

    assert (feed.state, feed.found("faults")[0]["code"]) == ("refused", "not_a_zip")
    with pytest.raises(Refused):
        use_feed(feed, by=cast.as_("chen"))


def test_thrown_away(cast):
    feed = hand_in(cast)

    discard_feed(feed, by=cast.as_("chen"))

    assert feed.state == Feed.State.DISCARDED
    assert not PackedTimetable.objects.exists()


def test_one_in_use_is_not_thrown_away_and_a_replaced_one_not_taken_away(cast):
    first = put_in_use(cast.as_("chen"))

    with pytest.raises(Refused):
        discard_feed(first, by=cast.as_("chen"))
    put_in_use(cast.as_("chen"))
    with pytest.raises(Refused):
        remove_feed(first, by=cast.as_("chen"))
    cast.school.refresh_from_db()
    assert cast.school.timetable_until is not None


def test_read_twice_is_read_once(cast):
    feed = hand_in(cast)

    check_feed.call(feed.pk)

    assert Event.objects.filter(verb="feed.check").count() == 1


@pytest.mark.parametrize("name", ["ana", "dana", "maya", "rosa", "liam"])
def test_others_may_not(cast, name):
    with pytest.raises(PermissionDenied):
        hand_in(cast, name=name)


def test_the_registrar_may(cast):
    assert hand_in(cast, name="priya").state == "checked"


def test_the_whole_way_in_the_browser(cast, client_of):
    client = client_of("chen")
    file = SimpleUploadedFile("town.zip", zipped({"trips.txt": TRIPS + "1,moon,m1\n"}))

    answer = client.post(f"{HOME}hand-in/", {"file": file}, follow=True)
    assert "Ready to look at" in answer.text
    assert "trips.txt, row 9: No calendar knows “moon”." in answer.text
    feed = Feed.objects.get()
    answer = client.post(f"{HOME}feeds/{feed.public_id}/use/", follow=True)
    assert "Town Buses" in answer.text
    answer = client.post(f"{HOME}feeds/{feed.public_id}/remove/", follow=True)
    assert "Minutes are straight lines again." in answer.text


def test_a_file_that_is_too_large(cast, client_of, monkeypatch):
    monkeypatch.setattr("kindling.travel.forms.LARGEST", 100)

    answer = client_of("chen").post(
        f"{HOME}hand-in/", {"file": SimpleUploadedFile("town.zip", zipped())}
    )

    assert answer.status_code == 422
    assert "larger than 30 MB" in answer.text
    assert not Feed.objects.exists()


def test_nobody_sees_another_schools_feed(cast, client_of):
    feed = put_in_use(cast.as_("chen"))

    assert client_of("otto").get(f"/northgate/travel/feeds/{feed.public_id}/").status_code == 404
    assert client_of("ana").get(f"{HOME}feeds/{feed.public_id}/").status_code == 404


@pytest.mark.parametrize("how_many", [1, 3])
def test_the_pages_cost_the_same(cast, client_of, django_assert_num_queries, how_many):
    for _number in range(how_many):
        feed = put_in_use(cast.as_("chen"))
    client = client_of("chen")

    with django_assert_num_queries(5):
        client.get(HOME)
    with django_assert_num_queries(3):
        client.get(f"{HOME}feeds/{feed.public_id}/")


def test_the_one_in_use_is_shown_however_many_came_after(cast, client_of, monkeypatch):
    monkeypatch.setattr("kindling.travel.queries.MOST", 1)
    put_in_use(cast.as_("chen"))
    for _number in range(2):
        hand_in(cast, b"no zip")

    text = client_of("chen").get(HOME).text

    assert "The timetable in use" in text
    assert text.count("Cannot be used") == 1


def test_where_students_set_out(cast, client_of):
    client = client_of("chen")
    lines = "02907, 41.797, -71.425\nWest End\t41.815\t-71.43\n\n"

    client.post(f"{HOME}starts/", {"lines": lines})
    client.post(f"{HOME}starts/", {"lines": lines})

    found = Start.objects.order_by("name").values_list("name", "latitude", "longitude")
    assert list(found) == [("02907", 41.797, -71.425), ("West End", 41.815, -71.43)]


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ("02907", "Line 1: write it like"),
        ("02907, 41.8, -71.4\nnorth, 95, 0", "Line 2: write it like"),
        ("02907, 41.8, -71.4\n02907, 41.9, -71.4", "Line 2: “02907” is there twice."),
    ],
)
def test_lines_that_cannot_be_read(cast, client_of, lines, sentence):
    set_starts([("02906", 41.8, -71.4)], by=cast.as_("chen"))

    answer = client_of("chen").post(f"{HOME}starts/", {"lines": lines})

    assert (answer.status_code, sentence in answer.text) == (422, True)
    assert Start.objects.get().name == "02906"
