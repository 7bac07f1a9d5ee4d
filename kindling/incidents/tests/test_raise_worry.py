"""A student tells one adult, and nobody else hears of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.accounts.models import User
from kindling.attendance.tests.placed import TUESDAY, at
from kindling.attendance.timetable import timetable_of_placement
from kindling.history.models import Event
from kindling.incidents.actions import offer_adult, raise_worry
from kindling.incidents.models import Incident, Word
from kindling.incidents.offers import offers_to
from kindling.incidents.tests.worried import SECRET, worry_of
from kindling.notices.models import Notice
from kindling.people.actions import connect
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import FIRST_DAY, make_person


def told():
    return sorted(Notice.objects.values_list("kind", "person__name"))


def test_the_adult_is_told_that_something_waits_and_the_letter_says_no_more(cast, worry):
    assert told() == [("incidents/private_raised", "Ana Reyes")]
    letter = Notice.objects.get()
    assert letter.subject == "A message is waiting for you"
    for word in ("Jordan", "worry", "incident", "clinic", "shouts", "wrong"):
        assert word not in letter.subject + letter.body


def test_the_words_are_kept_and_the_history_has_none_of_them(cast, worry):
    assert [(w.kind, w.text) for w in Word.objects.all()] == [("worry", SECRET)]
    assert list(Event.objects.filter(verb="incident.worry").values_list("detail", flat=True)) == [
        {}
    ]
    assert not [e for e in Event.objects.all() if SECRET in str(e.detail)]


def test_the_time_promised_is_kept(cast, placement):
    offer_adult(cast.chen, words="Room 4", reply_hours=6, by=cast.as_("dana"))

    worry = worry_of(cast, adult=cast.chen)

    assert worry.reply_hours == 6
    assert worry.due_at - worry.opened_at == timedelta(hours=6)


def test_a_cry_for_help_also_calls_the_principal_and_waits_two_hours(cast, placement):
    worry = worry_of(cast, urgency="now")

    assert worry.reply_hours == 2
    assert told() == [
        ("incidents/private_raised", "Ana Reyes"),
        ("incidents/private_urgent", "Dana Okafor"),
    ]


def test_the_same_tap_sent_twice_counts_once(cast, placement):
    first = worry_of(cast, tap="abc")
    again = worry_of(cast, tap="abc")

    assert again == first
    assert (Incident.objects.count(), Word.objects.count()) == (1, 1)
    assert len(told()) == 1


def test_it_may_stop_the_days_there_at_once_and_quietly(cast, placement):
    worry_of(cast, placement=placement, wants_pause=True)

    placement.refresh_from_db()
    plan = timetable_of_placement(placement, TUESDAY, TUESDAY + timedelta(days=30))
    assert (placement.state, plan.days()) == ("paused", [])
    assert told() == [("incidents/private_raised", "Ana Reyes")]
    assert Event.objects.get(verb="placement.pause").detail == {"was": "active", "now": "paused"}


def test_without_asking_for_it_the_days_go_on(cast, placement, worry):
    placement.refresh_from_db()
    assert placement.state == "active"


def test_a_place_that_is_paused_already_loses_no_worry(cast, placement):
    worry_of(cast, placement=placement, wants_pause=True)
    worry_of(cast, placement=placement, wants_pause=True)

    assert Incident.objects.count() == 2


def test_a_pass_to_somebody_elses_internship_pauses_nothing(cast, placement):
    raise_worry(
        cast.maya, adult=cast.ana, text="x", placement=placement, wants_pause=True,
        by=cast.as_("maya"),
    )  # fmt: skip

    placement.refresh_from_db()
    assert placement.state == "active"


@pytest.mark.parametrize("name", ["maya", "rosa", "ana", "dana", "otto"])
def test_nobody_speaks_for_a_student(cast, placement, name):
    with pytest.raises(PermissionDenied):
        raise_worry(cast.jordan, adult=cast.ana, text="x", by=cast.as_(name))


@pytest.mark.parametrize("name", ["sam", "rosa", "priya", "otto"])
def test_only_adults_whom_the_school_offers(cast, placement, name):
    with pytest.raises(ValidationError):
        raise_worry(cast.jordan, adult=cast.person(name), text="x", by=cast.as_("jordan"))
    assert Incident.objects.count() == 0


def test_words_are_needed(cast, placement):
    with pytest.raises(ValidationError) as wrong:
        raise_worry(cast.jordan, adult=cast.ana, text="  ", by=cast.as_("jordan"))
    assert list(wrong.value.message_dict) == ["text"]


def names(cast, student):
    by = Viewer.of_person(student.person)
    return [offer.person.name for offer in offers_to(by, student)]


def test_the_advisor_is_offered_until_the_school_says_more(cast):
    assert names(cast, cast.jordan) == ["Ana Reyes"]

    offer_adult(cast.dana, words="Principal", reply_hours=24, by=cast.as_("dana"))
    assert names(cast, cast.jordan) == ["Dana Okafor", "Ana Reyes"]


def test_whoever_cannot_sign_in_is_not_offered_and_the_principal_stands_in(cast):
    User.objects.filter(people=cast.ana).delete()

    assert names(cast, cast.jordan) == ["Dana Okafor"]


def test_family_is_never_the_one_to_read_it(cast):
    uncle = make_person(cast.school, "Ben Blake", Role.STAFF)
    offer_adult(uncle, words="Front desk", reply_hours=24, by=cast.as_("dana"))
    system = Viewer.system(cast.school)
    connect(cast.jordan, uncle, Role.GUARDIAN, by=system, since_on=FIRST_DAY, relation="uncle")

    assert names(cast, cast.jordan) == ["Ana Reyes"]
    assert names(cast, cast.maya) == ["Ben Blake", "Ana Reyes"]


def test_an_adult_who_left_is_offered_no_more(cast):
    offer_adult(cast.priya, words="", reply_hours=24, by=cast.as_("dana"))
    cast.priya.memberships.update(until_on=TUESDAY - timedelta(days=1))

    assert names(cast, cast.jordan) == ["Ana Reyes"]


def test_at_night_too(cast, placement, client_of):
    with time_machine.travel(at("2026-10-14 02:30"), tick=False):
        page = client_of("jordan").get("/harbor-view/worry/").content.decode()
        worry = worry_of(cast)

    assert "within 24 hours" in page
    assert worry.opened_at == at("2026-10-14 02:30")
