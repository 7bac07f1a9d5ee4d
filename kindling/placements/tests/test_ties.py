"""A relative works there: said before a yes, decided with a reason, kept in the record."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.placements.actions import (
    allow_tie,
    approve_pursuit,
    declare_tie,
    refuse_tie,
    withdraw_pursuit,
)
from kindling.placements.models import Pursuit, Tie
from kindling.placements.tests.factories import make_asked, make_pursuit
from kindling.sites.models import Seat

HOME = "/harbor-view"
AUNT = "My aunt is the vet."


@pytest.fixture
def asked(cast):
    return make_asked(cast.luis, cast.shelter)


def declare(cast, pursuit, name="luis"):
    return declare_tie(pursuit, "relative", AUNT, by=cast.as_(name))


def test_nobody_says_yes_before_the_tie_is_decided(cast, asked):
    tie = declare(cast, asked)
    with pytest.raises(Refused, match="A tie to Shelter helper was declared"):
        approve_pursuit(asked, by=cast.as_("chen"))
    assert (asked.state, Seat.objects.filter(is_taken=True).count()) == ("requested", 0)

    allow_tie(tie, "Ana looks at the hours.", by=cast.as_("chen"))
    approve_pursuit(asked, by=cast.as_("chen"))

    assert (tie.state, tie.decided_by, asked.state) == ("allowed", cast.chen, "approved")
    verbs = Event.objects.filter(subject_id=asked.public_id).order_by("pk")
    assert [(e.verb, e.detail.get("reason", "")) for e in verbs][1:3] == [
        ("pursuit.declare_tie", ""),
        ("pursuit.allow_tie", "Ana looks at the hours."),
    ]


@pytest.mark.parametrize("name", ["luis", "rosa", "ana", "chen", "dana", "priya"])
def test_student_family_and_staff_declare(cast, asked, name):
    assert declare(cast, asked, name).declared_by == cast.person(name)


@pytest.mark.parametrize("name", ["jordan", "liam", "tasha", "otto"])
def test_others_do_not(cast, asked, name):
    with pytest.raises(PermissionDenied):
        declare(cast, asked, name)


@pytest.mark.parametrize("name", ["luis", "rosa", "ana", "priya", "otto"])
def test_only_the_coordinator_decides(cast, asked, name):
    tie = declare(cast, asked)
    for act in (allow_tie, refuse_tie):
        with pytest.raises(PermissionDenied):
            act(tie, "Fine.", by=cast.as_(name))


def test_a_tie_needs_a_kind_and_words_and_a_decision_a_reason(cast, asked):
    for kind, words in (("enemy", "x"), ("own", " ")):
        with pytest.raises(ValidationError):
            declare_tie(asked, kind, words, by=cast.as_("luis"))
    tie = declare(cast, asked)
    with pytest.raises(ValidationError):
        allow_tie(tie, " ", by=cast.as_("chen"))

    assert list(Tie.objects.values_list("state", flat=True)) == ["declared"]


def test_it_does_not_work_ends_the_request_with_the_reason(cast, asked):
    tie = declare(cast, asked)
    Notice.objects.all().delete()

    refuse_tie(tie, "The aunt would be the mentor.", by=cast.as_("chen"))

    asked.refresh_from_db()
    assert (asked.state, asked.reason) == ("declined", "The aunt would be the mentor.")
    assert "placements/declined" in set(Notice.objects.values_list("kind", flat=True))
    with pytest.raises(Refused):
        allow_tie(Tie.objects.select_related("pursuit").get(), "After all.", by=cast.as_("chen"))


def test_a_late_word_opens_the_seat_again_when_it_does_not_work(cast):
    pursuit = make_pursuit(cast, cast.luis, cast.shelter)
    tie = declare(cast, pursuit, "rosa")

    refuse_tie(tie, "Own business.", by=cast.as_("chen"))

    pursuit.refresh_from_db()
    assert (pursuit.state, Seat.objects.filter(is_taken=True).count()) == ("withdrawn", 0)


def test_there_is_nothing_to_declare_when_it_is_over(cast, asked):
    withdraw_pursuit(asked, by=cast.as_("luis"))

    with pytest.raises(Refused, match="This pursuit is over"):
        declare(cast, asked)


def test_said_while_asking_both_or_neither(cast, client_of):
    address = f"{HOME}/pursuits/request/{cast.shelter.public_id}/"
    luis = client_of("luis")
    wrong = luis.post(address, {"why": "Dogs.", "tie_kind": "relative", "tie_words": ""})
    assert (wrong.status_code, Pursuit.objects.count()) == (422, 0)

    luis.post(address, {"why": "Dogs.", "tie_kind": "relative", "tie_words": AUNT})

    tie = Tie.objects.get()
    assert (tie.words, tie.pursuit.student) == (AUNT, cast.luis)


def test_on_the_page(cast, client_of, asked):
    address = f"{HOME}/pursuits/{asked.public_id}/"
    assert client_of("rosa").post(f"{address}tie/", {"kind": "own", "words": ""}).status_code == 422
    client_of("rosa").post(f"{address}tie/", {"kind": "own", "words": "Our shop."})
    assert "Our shop." in client_of("chen").get(address).text
    tie = Tie.objects.get()
    settle = f"{address}tie/{tie.public_id}/"

    assert client_of("ana").post(settle, {"do": "allow", "reason": "Fine."}).status_code == 403
    assert client_of("chen").post(settle, {"do": "allow", "reason": ""}).status_code == 422
    client_of("chen").post(settle, {"do": "allow", "reason": "Fine."})

    assert Tie.objects.get().state == "allowed"
