"""A place rests, opens again, closes; the clock remembers to ask."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.sites.actions import (
    close_opportunity,
    open_opportunity,
    pause_opportunity,
    remind_of_place,
    remind_to_ask_again,
)
from kindling.sites.models import Opportunity
from kindling.sites.tests.asking import HTMX

TODAY = date(2026, 10, 13)


def url(place, verb):
    return f"/harbor-view/places/{place.public_id}/{verb}/"


def test_paused_until_a_day_and_open_again(cast, client_of):
    client = client_of("chen")

    assert client.post(url(cast.clinic, "pause"), {"ask_again_on": "2026-11-03"}).status_code == 302
    place = Opportunity.objects.get(pk=cast.clinic.pk)
    assert (place.state, place.ask_again_on) == ("paused", date(2026, 11, 3))

    part = client.post(url(place, "open"), headers=HTMX)
    assert 'id="standing"' in part.content.decode()
    place.refresh_from_db()
    assert (place.state, place.ask_again_on) == ("open", None)


@pytest.mark.parametrize("day", ["2026-10-13", "2026-10-12", "2025-11-03", "never", "2026-02-30"])
def test_the_day_lies_ahead(cast, client_of, day):
    answer = client_of("chen").post(url(cast.clinic, "pause"), {"ask_again_on": day})

    assert answer.status_code == 422
    assert Opportunity.objects.get(pk=cast.clinic.pk).state == "open"


def test_the_action_refuses_a_day_that_has_passed(cast):
    with pytest.raises(Refused, match="Choose a day after today"):
        pause_opportunity(cast.clinic, by=cast.as_("chen"), ask_again_on=TODAY)


def test_a_second_pause_is_told_so(cast, client_of):
    pause_opportunity(cast.clinic, by=cast.as_("chen"))

    answer = client_of("chen").post(url(cast.clinic, "pause"), {"ask_again_on": ""})
    assert answer.status_code == 409
    assert "Someone was faster" in answer.content.decode()


def test_a_closed_place_is_closed_once_and_may_open_again(cast):
    chen = cast.as_("chen")
    close_opportunity(cast.clinic, by=chen)
    with pytest.raises(Refused):
        close_opportunity(cast.clinic, by=chen)
    open_opportunity(cast.clinic, by=chen)

    verbs = Event.objects.filter(subject_id=cast.clinic.public_id).order_by("pk")
    assert [e.verb for e in verbs] == ["opportunity.close", "opportunity.open"]


@pytest.mark.parametrize("verb", ["pause", "open", "close"])
@pytest.mark.parametrize("name", ["maya", "ana", "rosa", "priya"])
def test_nobody_else_does(cast, client_of, name, verb):
    assert client_of(name).post(url(cast.clinic, verb)).status_code == 403
    assert Opportunity.objects.get(pk=cast.clinic.pk).state == "open"


def test_the_coordinator_is_reminded_once_when_the_day_comes(cast):
    pause_opportunity(cast.clinic, by=cast.as_("chen"), ask_again_on=TODAY + timedelta(days=1))
    pause_opportunity(cast.shelter, by=cast.as_("chen"), ask_again_on=TODAY + timedelta(days=9))

    remind_to_ask_again()
    assert Notice.objects.count() == 0

    with time_machine.travel("2026-10-14T12:00:00+00:00"):
        remind_to_ask_again()
        remind_to_ask_again()

    notice = Notice.objects.get()
    assert (notice.person, notice.subject) == (
        cast.chen, "Time to ask again: Animal care assistant",
    )  # fmt: skip
    assert notice.url == f"/harbor-view/places/{cast.clinic.public_id}/"


def test_an_opened_place_needs_no_reminder(cast):
    chen = cast.as_("chen")
    pause_opportunity(cast.clinic, by=chen, ask_again_on=TODAY + timedelta(days=1))
    open_opportunity(cast.clinic, by=chen)

    with time_machine.travel("2026-10-20T12:00:00+00:00"):
        remind_to_ask_again()

    assert Notice.objects.count() == 0


def test_only_the_clock_reminds(cast):
    with pytest.raises(PermissionDenied):
        remind_of_place(cast.clinic, by=cast.as_("chen"))
