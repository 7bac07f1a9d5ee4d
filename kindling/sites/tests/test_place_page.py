"""One place: what, when, where, with whom; contact details only for staff."""

import pytest

from kindling.sites.actions import end_mentor, take_seat
from kindling.sites.models import SiteMentor


def page(client, place):
    answer = client.get(f"/harbor-view/places/{place.public_id}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_student_reads_what_when_where_and_with_whom(cast, client_of):
    text = page(client_of("luis"), cast.clinic)

    for said in ("Animal care assistant", "Tuesday, Thursday", "12 Water Street", "Sam Ito"):
        assert said in text
    assert f"/pursuits/request/{cast.clinic.public_id}/" in text


@pytest.mark.parametrize("name", ["maya", "luis", "rosa"])
def test_contact_details_are_not_for_students_and_families(cast, client_of, name):
    text = page(client_of(name), cast.clinic)

    assert [secret in text for secret in ("555 0199", "sam@", "555 0142")] == [False] * 3


@pytest.mark.parametrize("name", ["ana", "chen", "dana"])
def test_staff_can_call_the_mentor(cast, client_of, name):
    assert "555 0199" in page(client_of(name), cast.clinic)


def test_the_button_is_there_when_the_place_is_open_or_one_can_wait_for_it(cast, client_of):
    asks = f"/pursuits/request/{cast.clinic.public_id}/"

    assert asks not in page(client_of("maya"), cast.clinic)  # 14, and it wants 16
    assert asks not in page(client_of("rosa"), cast.clinic)
    take_seat(cast.clinic, by=cast.as_("chen"))
    text = page(client_of("luis"), cast.clinic)
    assert (asks in text, "Full. Someone learns here now." in text) == (True, True)  # the queue


def test_all_reasons_are_said_with_the_day_of_the_birthday(cast, client_of):
    take_seat(cast.clinic, by=cast.as_("chen"))

    text = page(client_of("jordan"), cast.clinic)  # turns 16 on 20 October
    assert "Full. Someone learns here now." in text
    assert "You can ask from Tuesday 20 October 2026." in text


def test_a_mentor_who_ended_is_not_named(cast, client_of):
    end_mentor(SiteMentor.objects.get(site=cast.clinic.site), by=cast.as_("chen"))

    assert "Sam Ito" not in page(client_of("luis"), cast.clinic)


def test_buttons_of_the_coordinator_are_not_the_advisors(cast, client_of):
    assert "Edit the place" in page(client_of("chen"), cast.clinic)
    assert "Edit the place" not in page(client_of("ana"), cast.clinic)
