"""No new students go there for now. The place says that it is paused, never why."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from kindling.history.models import Event
from kindling.incidents.actions import close_incident, note_action, note_told, open_page, pause_site
from kindling.incidents.models import Word
from kindling.incidents.queries import incident_page
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.sites.models import Opportunity

WHY = "Sam shouts at students."


def states(worry):
    return set(worry.placement.site.opportunities.values_list("state", flat=True))


def ready_to_close(cast, worry):
    note_action(worry, "Called.", by=cast.as_("ana"))
    open_page(worry, by=cast.as_("dana"))
    note_told(worry, whom="family", told_at=worry.opened_at, text="", by=cast.as_("ana"))


def test_all_places_of_the_site_rest_and_the_reason_stays_in_the_incident(cast, worry):
    before = Notice.objects.count()

    pause_site(worry, WHY, by=cast.as_("ana"))

    texts = list(Word.objects.filter(incident=worry, kind="action").values_list("text", flat=True))
    assert states(worry) == {"paused"}
    assert texts == [f"No new students are sent to the place: {WHY}"]
    assert Notice.objects.count() == before
    assert [one for one in Event.objects.all() if "shouts" in str(one.detail)] == []


@pytest.mark.parametrize("name", ["chen", "priya", "otto", "jordan"])
def test_nobody_else_may(cast, worry, name):
    with pytest.raises(PermissionDenied):
        pause_site(worry, WHY, by=cast.as_(name))

    assert states(worry) == {"open"}


@pytest.mark.parametrize("name", ["chen", "priya", "maya"])
def test_others_read_that_it_is_paused_and_never_why(cast, worry, client_of, name):
    pause_site(worry, WHY, by=cast.as_("ana"))
    client, place = client_of(name), worry.placement.site.opportunities.first()

    page = client.get(f"/harbor-view/places/{place.public_id}/").content.decode()
    site = client.get(
        f"/harbor-view/places/site/{worry.placement.site.public_id}/"
    ).content.decode()

    assert "Paused" in page
    assert "shouts" not in page + site
    assert worry.public_id not in page + site
    assert client.get(f"/harbor-view/incidents/{worry.public_id}/").status_code == 404


def test_it_needs_a_reason_and_something_open(cast, worry, client_of):
    url = f"/harbor-view/incidents/{worry.public_id}/pause-site/"
    client = client_of("ana")

    assert client.post(url, {"text": ""}).status_code == 422
    assert states(worry) == {"open"}
    assert client.post(url, {"text": WHY}).status_code == 302
    with pytest.raises(Refused):
        pause_site(worry, WHY, by=cast.as_("ana"))


def test_closing_opens_nothing_and_says_so(cast, worry, client_of):
    pause_site(worry, WHY, by=cast.as_("ana"))
    ready_to_close(cast, worry)

    url = f"/harbor-view/incidents/{worry.public_id}/close/"
    page = client_of("ana").post(url, {"text": "Done."}, follow=True).content.decode()

    worry.refresh_from_db()
    assert worry.state == "closed"
    assert states(worry) == {"paused"}
    assert "Closed. The place is still paused for new students." in page
    assert "No new students are sent there." in page


def test_a_place_opened_again_is_no_longer_called_paused(cast, worry):
    pause_site(worry, WHY, by=cast.as_("ana"))
    Opportunity.objects.filter(site=worry.placement.site).update(state="open")

    assert incident_page(cast.as_("ana"), worry).is_site_paused is False


def test_what_is_closed_pauses_nothing(cast, worry):
    ready_to_close(cast, worry)
    close_incident(worry, "Done.", by=cast.as_("ana"))

    with pytest.raises(Refused):
        pause_site(worry, WHY, by=cast.as_("ana"))

    assert states(worry) == {"open"}
