"""Between a word and its letter somebody may lose the right to it: asked again when it leaves."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from kindling.conversations.actions import Said, begin, broadcast, send_broadcast
from kindling.conversations.models import BroadcastLine, Copy
from kindling.conversations.tests.talking import whom
from kindling.kit.http import Refused
from kindling.notices.actions import notify, send_again, stop_texts
from kindling.notices.models import Notice
from kindling.notices.tests.conftest import deliver
from kindling.passes.actions import make_pass, revoke_pass
from kindling.people.models import Connection
from kindling.placements.actions import hold_mentor
from kindling.placements.rules import CONFIRM_DAYS
from kindling.schools.models import Membership

GONE = "They are family that gets no letters about this student any more."


@pytest.fixture
def to_rosa(cast):
    """Ana has written to Rosa about Luis; the letter has not left."""
    ana = cast.as_("ana")
    message = begin(whom(ana, cast.luis, "family"), Said("He did well."), by=ana)
    return Copy.objects.get(message=message, person=cast.rosa).notice


def test_what_is_still_hers_leaves(cast, open_office, to_rosa):
    deliver(to_rosa)

    assert (to_rosa.state, to_rosa.error, len(open_office.messages)) == ("sent", "", 1)


def test_a_court_order_before_the_letter_stops_it_and_the_outbox_says_why(
    cast, open_office, to_rosa
):
    Connection.objects.filter(adult=cast.rosa).update(has_told=False)

    deliver(to_rosa)

    assert (to_rosa.state, to_rosa.error, to_rosa.tries) == ("dropped", GONE, 0)
    assert open_office.messages == []


def test_a_tie_that_ended_yesterday_stops_it(cast, open_office, to_rosa):
    yesterday = cast.school.today() - timedelta(days=1)
    Connection.objects.filter(adult=cast.rosa).update(until_on=yesterday)

    deliver(to_rosa)

    assert (to_rosa.error, open_office.messages) == (GONE, [])


def test_a_letter_without_a_link_is_stopped_too(cast, open_office):
    made = broadcast("Noon.", "families", advisory=cast.tide, by=cast.as_("ana"))
    send_broadcast.func(made.pk)
    letter = BroadcastLine.objects.get(person=cast.rosa).notice
    Connection.objects.filter(adult=cast.rosa).update(has_told=False)

    deliver(letter)

    assert (letter.about, letter.link_id) == ([cast.luis.public_id], "")
    assert (letter.state, letter.error, open_office.messages) == ("dropped", GONE, [])


def test_who_works_here_too_still_gets_it(cast, open_office, to_rosa):
    Connection.objects.filter(adult=cast.rosa).update(has_told=False)
    Membership.objects.create(
        school=cast.school, person=cast.rosa, role="principal", since_on=cast.school.today()
    )

    deliver(to_rosa)

    assert to_rosa.state == "sent"


def test_what_the_law_has_told_goes_to_family_that_gets_no_letters(cast, open_office):
    told = {"student": cast.luis}
    Connection.objects.filter(adult=cast.rosa).update(has_told=False)
    letter = notify(cast.rosa, "passes/renewed", told, by=cast.as_("chen"))
    Notice.objects.filter(pk=letter.pk).update(kind="rights/refused")

    deliver(letter)

    assert (letter.about, letter.state) == ([cast.luis.public_id], "sent")


def test_a_link_that_was_ended_takes_its_letter_along(cast, open_office):
    chen = cast.as_("chen")
    held = make_pass(cast.sam, CONFIRM_DAYS, [], by=chen, days=9)
    told = {"names": "Jordan", "mentor": "Sam", "is_weekly": False}
    letter = notify(cast.sam, "attendance/confirm_days", told, by=chen, link_id=held.public_id)
    revoke_pass(held, by=chen)

    deliver(letter)

    assert (letter.state, letter.error) == ("dropped", "The school ended the link in it.")
    assert open_office.messages == []


def test_a_mentor_who_is_suspended_meanwhile_gets_no_letter_with_a_link(cast, open_office):
    chen = cast.as_("chen")
    held = make_pass(cast.sam, CONFIRM_DAYS, [], by=chen, days=9)
    told = {"names": "Jordan", "mentor": "Sam", "is_weekly": False}
    letter = notify(cast.sam, "attendance/confirm_days", told, by=chen, link_id=held.public_id)
    hold_mentor(cast.sam, by=chen)

    deliver(letter)

    assert letter.error == "They work with no students for now. No letter leaves."
    assert open_office.messages == []


def test_who_asked_for_rest_meanwhile_is_not_asked_and_still_gets_the_rest(cast, open_office):
    chen = cast.as_("chen")
    told = {"names": "Jordan", "mentor": "Sam", "is_weekly": False}
    ask = notify(cast.sam, "attendance/confirm_days", told, by=chen)
    other = notify(cast.sam, "passes/renewed", {}, by=chen)
    cast.sam.quiet_until = cast.school.today() + timedelta(days=30)
    cast.sam.save()

    deliver(ask)
    deliver(other)

    assert ask.error == "They asked to be left in peace, so nothing is asked of them."
    assert (ask.state, other.state) == ("dropped", "sent")


def test_who_left_the_school_meanwhile_gets_nothing_of_it(cast, open_office, notice):
    Notice.objects.filter(pk=notice.pk).update(
        kind="thanks/waiting", created_at=timezone.now() - timedelta(days=3)
    )
    yesterday = cast.school.today() - timedelta(days=1)
    Membership.objects.filter(person=cast.ana).update(until_on=yesterday)

    deliver(notice)

    assert (notice.state, notice.error) == ("dropped", "They work here no more.")
    assert open_office.messages == []


def test_what_was_written_after_their_last_day_leaves(cast, open_office, notice):
    Notice.objects.filter(pk=notice.pk).update(kind="thanks/waiting")
    yesterday = cast.school.today() - timedelta(days=1)
    Membership.objects.filter(person=cast.ana).update(until_on=yesterday)

    deliver(notice)

    assert notice.state == "sent"


def test_a_stop_by_text_that_comes_first_ends_it(cast, gateway):
    cast.sam.email, cast.sam.phone = "", "+1 212 555 0142"
    cast.sam.save()
    letter = notify(cast.sam, "passes/renewed", {}, by=cast.as_("chen"), urgent=True)
    stop_texts(cast.sam, by=cast.as_("chen"))

    deliver(letter)

    why = "They stopped text messages, and there is no other way on file."
    assert (letter.state, letter.error) == ("failed", why)


def test_what_goes_along_is_asked_for_itself(cast, open_office, to_rosa):
    carrier = notify(cast.rosa, "passes/renewed", {}, by=cast.as_("chen"))
    Notice.objects.filter(pk=to_rosa.pk).update(state="bundled", carrier=carrier)
    Connection.objects.filter(adult=cast.rosa).update(has_told=False)

    deliver(carrier)
    to_rosa.refresh_from_db()

    assert (carrier.state, to_rosa.state, to_rosa.error) == ("sent", "dropped", GONE)
    assert "He did well." not in open_office.messages[0].get_body(("plain",)).get_content()


def test_a_carrier_that_falls_lets_its_riders_go_by_themselves(cast, open_office, to_rosa):
    rider = notify(cast.rosa, "passes/renewed", {}, by=cast.as_("chen"))
    Notice.objects.filter(pk=rider.pk).update(state="bundled", carrier=to_rosa)
    Connection.objects.filter(adult=cast.rosa).update(has_told=False)

    deliver(to_rosa)
    rider.refresh_from_db()

    assert (to_rosa.state, rider.state, rider.carrier) == ("dropped", "queued", None)


def test_it_cannot_be_sent_again_by_hand_either(cast, to_rosa):
    Connection.objects.filter(adult=cast.rosa).update(has_told=False)
    Notice.objects.filter(pk=to_rosa.pk).update(state="dropped")
    to_rosa.refresh_from_db()

    with pytest.raises(Refused, match=GONE):
        send_again(to_rosa, by=cast.as_("chen"))
