"""No promise, no question; what is said is read and answered by who promised, in time."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kindling.attendance.tests.placed import Statements
from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.moods import actions, rules
from kindling.moods.models import Mood
from kindling.moods.queries.waits import waits
from kindling.moods.tests.mooding import promised, said
from kindling.notices.models import Notice
from kindling.people.actions import connect
from kindling.schools.inside import inside
from kindling.schools.models import Membership
from kindling.schools.roles import Role
from tests.cast import FIRST_DAY, make_student

PAGE = "/harbor-view/moods/"
LATE = "2026-10-13T21:01:00+00:00"


def letters():
    return sorted(Notice.objects.values_list("kind", "person__name"))


def test_nobody_is_asked_until_somebody_has_promised(cast, client_of):
    nothing = client_of("luis").get(PAGE).content.decode()
    row = actions.ask_promise(cast.ana, advisory=cast.tide, reply_hours=8, by=cast.as_("dana"))
    only_asked = client_of("luis").get(PAGE).content.decode()
    refused = client_of("luis").post(PAGE, {"feeling": "2"}).status_code
    client_of("ana").post(f"{PAGE}promises/{row.public_id}/give/")
    promised_page = client_of("luis").get(PAGE).content.decode()

    assert ['name="feeling"' in one for one in (nothing, only_asked, promised_page)] == [
        False, False, True,
    ]  # fmt: skip
    assert (refused, Mood.objects.count()) == (409, 0)
    assert "Ana Reyes answers you within 8 hours" in promised_page
    assert "has to tell people who can help" in promised_page


def test_nobody_promises_for_somebody_else(cast, client_of):
    row = actions.ask_promise(cast.ana, advisory=None, reply_hours=8, by=cast.as_("dana"))

    assert client_of("dana").post(f"{PAGE}promises/{row.public_id}/give/").status_code == 403
    assert client_of("liam").post(PAGE, {"person": cast.ana.public_id}).status_code == 403
    with pytest.raises(Refused):
        actions.ask_promise(cast.sam, advisory=None, reply_hours=8, by=cast.as_("dana"))
    with pytest.raises(PermissionDenied):
        actions.ask_promise(cast.otto, advisory=None, reply_hours=8, by=cast.as_("dana"))


def test_a_student_is_answered_and_reads_it(cast, client_of):
    promised(cast)
    client_of("luis").post(PAGE, {"feeling": "2", "text": "I cannot sleep."})
    mood = Mood.objects.get()
    seen = client_of("ana").get(PAGE + mood.public_id + "/").content.decode()
    with inside(cast.school):
        todo = [one.key for one in waits(cast.as_("ana"))]
    client_of("ana").post(PAGE + mood.public_id + "/", {"text": "Come at lunch."})
    with inside(cast.school):
        told = [one.say for one in waits(cast.as_("luis"))]
    answer = client_of("luis").get(PAGE + mood.public_id + "/").content.decode()
    with inside(cast.school):
        after = waits(cast.as_("luis"))

    assert "I cannot sleep." in seen
    assert todo == [f"moods.answer:{mood.public_id}"]
    assert (told, after) == (["Ana answered you."], [])
    assert "Come at lunch." in answer
    assert letters() == [
        ("moods/private_answer", "Luis Diaz"),
        ("moods/private_asked", "Ana Reyes"),
        ("moods/private_said", "Ana Reyes"),
    ]
    assert "sleep" not in str(list(Event.objects.values())) + str(list(Notice.objects.values()))


def test_only_who_promised_reads_it(cast, client_of):
    connect(cast.jordan, cast.dana, Role.GUARDIAN, by=cast.as_("priya"), since_on=FIRST_DAY)
    promised(cast)
    mood = said(cast)
    address = f"{PAGE}{mood.public_id}/"
    names = ["ana", "dana", "chen", "priya", "liam", "rosa", "maya", "otto"]
    answers = {name: client_of(name).get(address).status_code for name in names}

    assert answers == dict.fromkeys(names, 404) | {"ana": 200}
    assert client_of("luis").post(address, {"text": "Me"}).status_code == 403
    assert client_of("luis").post(f"{address}pass/").status_code == 404


def test_a_late_answer_goes_to_the_principal_once_and_the_student_reads_that(cast, client_of):
    promised(cast)
    mood = said(cast)
    Notice.objects.all().delete()
    with time_machine.travel("2026-10-13T20:59:00+00:00", tick=False):
        actions.mind_moods()
        early = letters()
    with time_machine.travel(LATE, tick=False):
        actions.mind_moods()
        actions.mind_moods()
    page = client_of("luis").get(f"{PAGE}{mood.public_id}/").content.decode()

    assert early == []
    assert letters() == [("moods/private_late", "Ana Reyes"), ("moods/private_late", "Dana Okafor")]
    assert "The principal reads it, too." in page
    assert client_of("dana").get(f"{PAGE}{mood.public_id}/").status_code == 200
    assert Event.objects.filter(verb="mood.read").count() == 1


def test_who_is_away_is_not_asked_and_hands_on_what_waits(cast):
    row = promised(cast)
    mood = said(cast)
    actions.say_away(row, first=date(2026, 10, 13), last=date(2026, 10, 20), by=cast.as_("ana"))
    mood.refresh_from_db()

    assert mood.late_at is not None
    assert rules.promise_to(cast.as_("maya")) is None
    with pytest.raises(Refused):
        said(cast, "maya")
    with time_machine.travel("2026-10-21T13:00:00+00:00"):
        assert rules.promise_to(cast.as_("maya")) == row


def test_who_works_here_no_more_or_is_family_is_not_asked(cast):
    promised(cast)
    connect(cast.luis, cast.ana, Role.GUARDIAN, by=cast.as_("priya"), since_on=FIRST_DAY)
    family = rules.promise_to(cast.as_("luis"))
    others = rules.promise_to(cast.as_("maya"))
    Membership.objects.filter(person=cast.ana).update(until_on=date(2026, 10, 1))

    assert (family, others.person) == (None, cast.ana)
    assert rules.promise_to(cast.as_("maya")) is None


def test_the_own_group_answers_first_and_another_group_not_at_all(cast):
    promised(cast, "chen", hours=2)
    own = promised(cast, "ana", advisory=cast.tide, hours=24)
    stranger = make_student(cast.school, "Kim Lee", "11", date(2009, 5, 1))

    assert rules.promise_to(cast.as_("luis")) == own
    assert rules.promise_to(type(cast.as_("luis")).of_person(stranger.person)).person == cast.chen


def test_danger_is_passed_on_and_the_student_is_told(cast, client_of):
    promised(cast)
    mood = said(cast, feeling=1, text="I want to end it.")
    client_of("ana").post(f"{PAGE}{mood.public_id}/pass/")
    page = client_of("luis").get(f"{PAGE}{mood.public_id}/").content.decode()

    assert "Ana had to tell the principal" in page
    assert client_of("dana").get(f"{PAGE}{mood.public_id}/").status_code == 200
    assert client_of("ana").post(f"{PAGE}{mood.public_id}/pass/").status_code == 409


def test_once_a_day(cast):
    promised(cast)
    said(cast)
    with pytest.raises(Refused):
        said(cast)


def test_a_page_costs_the_same_for_one_and_for_three(cast, client_of):
    promised(cast)
    said(cast)
    ana = client_of("ana")
    with Statements() as one:
        ana.get(PAGE)
    said(cast, "maya")
    said(cast, "jordan")
    with Statements() as three:
        ana.get(PAGE)

    assert (three.count, one.count) == (one.count, 5)
