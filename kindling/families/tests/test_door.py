"""What a family does from its letter, by link: answer, sign, write back, ask to meet."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from kindling.absences.actions import report_absence
from kindling.consents.models import Consent
from kindling.consents.tests.asking import ask
from kindling.conversations.models import Message, Thread
from kindling.families.actions import (
    answer_wish,
    book_wish,
    open_door,
    wish_meeting,
)
from kindling.families.models import MeetingWish
from kindling.families.tests.family import another_family, door_of, page_at
from kindling.kit.http import Refused
from kindling.meetings.models import Attendee, Meeting
from kindling.meetings.tests.booked import book
from kindling.narratives.actions.printing import print_versions
from kindling.narratives.models import Version
from kindling.narratives.tests.writing import release_luis
from kindling.passes.models import Pass
from kindling.people.models import Connection
from kindling.plans.tests.planning import proposed
from kindling.rights.tests.test_amend import refused

WISH = {"do": "wish", "tap": "t1", "about": "His plan", "on": "2026-10-20", "at": "17:30"}


@pytest.fixture
def phone(cast):
    """Rosa's phone with her letter open; `phone.door` is its address."""
    client = Client()
    client.door = door_of(cast)
    client.get(client.door)
    return client


def test_one_tap_leads_to_each_thing_that_waits_and_two_taps_to_one_link(cast, phone):
    proposed(cast)
    report_absence(cast.luis, reason="sick", by=cast.as_("luis"))
    page = phone.get(phone.door).content.decode()
    keys = [part.split('"')[0] for part in page.split('name="open" value="')[1:]]

    answers = [phone.post(phone.door, {"open": key}) for key in keys + keys]
    there = {phone.get(one["Location"]).status_code for one in answers}

    kinds = sorted(key.partition(":")[0] for key in keys)
    assert kinds == ["absence.clear", "child.absent", "child.concern", "child.records", "plan.sign"]
    assert there == {200}
    made = Pass.objects.exclude(purpose="family_week").values_list("purpose", flat=True)
    assert sorted(made) == ["ask_records", "family_absence", "family_concern", "sign_plan"]


def test_a_meeting_is_answered_from_the_letter(cast, phone):
    meeting = book(cast)
    place = Attendee.objects.get(meeting=meeting, person=cast.rosa)
    answer = phone.post(phone.door, {"open": f"meeting.answer:{meeting.public_id}"})

    assert phone.get(answer["Location"]).status_code == 200
    assert place.answer == ""


def test_the_thing_of_another_family_is_not_there(cast, phone):
    another_family(cast)
    report = report_absence(cast.jordan, reason="sick", by=cast.as_("jordan"))
    asked = [
        f"absence.clear:{report.public_id}", f"child.absent:{cast.jordan.public_id}",
        f"child.records:{cast.jordan.public_id}", "confirm_days:x", "", "narrative.released:x",
    ]  # fmt: skip

    assert {phone.post(phone.door, {"open": key}).status_code for key in asked} == {404}


def test_who_is_not_let_into_a_matter_finds_no_door_to_it(cast, phone):
    Connection.objects.filter(adult=cast.rosa).update(has_days=False, has_decide=False)
    page = phone.get(phone.door).content.decode()

    assert ("child.absent" in page, "child.records" in page, "Luis" in page) == (
        False, False, True,
    )  # fmt: skip
    for kind in ("child.absent", "child.records"):
        key = f"{kind}:{cast.luis.public_id}"
        assert phone.post(phone.door, {"open": key}).status_code == 404


@pytest.mark.parametrize("name", ["maya", "ana", "sam", "otto"])
def test_only_family_goes_through(cast, name):
    with pytest.raises(PermissionDenied):
        open_door(f"child.absent:{cast.luis.public_id}", by=cast.as_(name))


def test_a_released_narrative_is_read_behind_the_link(cast, phone):
    narrative = release_luis(cast)
    version = Version.objects.get(narrative=narrative)
    key = {"open": f"narrative.released:{narrative.public_id}"}
    print_versions.call([version.pk], "es")

    answer = phone.post(phone.door, key)
    paper = phone.get(answer["Location"])

    assert (paper.status_code, paper["Content-Type"]) == (200, "application/pdf")
    assert phone.get(phone.door).content.decode().count("narrative.released") == 0
    assert Client().get(answer["Location"]).status_code == 403


def test_a_word_back_lands_in_the_conversation_with_the_advisor_once(cast, phone):
    said = {"do": "say", "child": cast.luis.public_id, "say": "Gracias", "tap": "t1"}
    answers = [phone.post(phone.door, said).status_code for _ in range(2)]
    thread = Thread.objects.get()

    assert answers == [302, 302]
    assert (thread.outside, thread.keeper, thread.about) == (cast.rosa, cast.ana, cast.luis)
    assert [one.text for one in Message.objects.all()] == ["Gracias"]


def test_nobody_writes_about_the_child_of_another(cast, phone):
    said = {"do": "say", "child": cast.jordan.public_id, "say": "Hi", "tap": "t1"}

    assert phone.post(phone.door, said).status_code == 404
    assert Thread.objects.count() == 0


def test_an_empty_word_is_said_to_be_missing(cast, phone):
    said = {"do": "say", "child": cast.luis.public_id, "say": " ", "tap": "t1"}

    assert phone.post(phone.door, said).status_code == 422


def test_a_family_asks_to_meet_with_an_interpreter_and_the_advisor_books(cast, phone, client_of):
    asked = WISH | {"child": cast.luis.public_id, "with_interpreter": "on"}
    answers = [phone.post(phone.door, asked).status_code for _ in range(2)]
    wish = MeetingWish.objects.get()
    client_of("ana").post(
        f"/harbor-view/families/wishes/{wish.public_id}/",
        {"time": wish.times[0], "place": "Room 3"},
    )
    meeting = Meeting.objects.get()

    assert answers == [302, 302]
    assert (meeting.interpreter_language, meeting.place) == ("es", "Room 3")
    assert set(meeting.attendees.values_list("person__given_name", flat=True)) == {
        "Luis", "Ana", "Rosa",
    }  # fmt: skip
    assert "Room 3" not in page_at(door_of(cast, another_family(cast)))


def test_a_time_that_is_over_or_that_nobody_named_is_refused(cast, phone):
    over = WISH | {"child": cast.luis.public_id, "on": "2026-10-12"}
    assert phone.post(phone.door, over).status_code == 409
    phone.post(phone.door, WISH | {"child": cast.luis.public_id})
    wish = MeetingWish.objects.get()

    with pytest.raises(Refused):
        book_wish(wish, cast.school.now(), by=cast.as_("ana"))
    answer_wish(wish, "Call me tonight.", by=cast.as_("ana"))
    with pytest.raises(Refused):
        answer_wish(wish, "Or tomorrow.", by=cast.as_("dana"))
    assert "Call me tonight." in phone.get(phone.door).content.decode()


@pytest.mark.parametrize("name", ["maya", "sam", "otto", "liam", "rosa"])
def test_who_does_not_settle_a_wish(cast, name):
    at = [cast.school.now().replace(year=2027)]
    wish = wish_meeting(cast.luis, times=at, tap="t", by=cast.as_("rosa"))

    with pytest.raises(PermissionDenied):
        answer_wish(wish, "Hi", by=cast.as_(name))


def test_the_statements_of_the_letter_do_not_grow_with_children(
    cast, phone, django_assert_max_num_queries
):
    counts = []
    for student in (None, cast.maya, cast.jordan):
        if student:
            Connection.objects.create(
                school=cast.school, student=student, adult=cast.rosa, role="guardian",
                since_on=cast.maya.enrolled_on,
            )  # fmt: skip
        with django_assert_max_num_queries(60) as sent:
            phone.get(phone.door)
        counts.append(len(sent.captured_queries))

    assert counts[1] == counts[2]
    assert counts[0] == counts[1]


def test_a_consent_that_waits_is_answered_from_the_letter(cast, phone):
    ask(cast, "photo")
    consent = Consent.objects.get(student=cast.luis)
    page = phone.get(phone.door).content.decode()
    answer = phone.post(phone.door, {"open": f"consents.answer:{consent.public_id}"})

    assert f"consents.answer:{consent.public_id}" in page
    assert phone.get(answer["Location"]).status_code == 200


def test_what_the_school_said_about_the_record_is_read_behind_the_link(cast, phone):
    asked = refused(cast)
    key = f"rights.amendment:{asked.public_id}"

    door = phone.post(phone.door, {"open": key})["Location"]

    assert f'value="{key}"' in phone.get(phone.door).text
    assert asked.answer in phone.get(door).text


def test_of_much_that_waits_three_things_stand_open_and_the_rest_is_a_tap_away(cast, phone):
    for _more in range(4):
        refused(cast)

    page = phone.get(phone.door).text
    before, _details, after = page.partition("<details><summary>")

    assert before.count('value="rights.amendment:') == 3
    assert after.partition("</details>")[0].count('value="rights.amendment:') == 1
