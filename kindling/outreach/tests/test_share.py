"""A site is shared by its school; another school asks before it calls. Nothing else is seen."""

from __future__ import annotations

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.outreach import actions
from kindling.outreach.models import Contact, Introduction, SharedSite
from kindling.outreach.queries.sharing import shared_lines, theirs
from kindling.outreach.rules import visible_introductions, visible_theirs
from kindling.schools.models import Network, School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity, Site
from tests.cast import make_person

NORTH = "/northgate/outreach/network/"


@pytest.fixture
def nils(cast) -> Viewer:
    """Northgate's coordinator."""
    return Viewer.of_person(make_person(cast.north, "Nils Aune", Role.COORDINATOR))


@pytest.fixture
def shared(cast) -> SharedSite:
    return actions.share_site(cast.shelter.site, by=cast.as_("chen"))


def asked(shared, nils) -> Introduction:
    return actions.ask_introduction(shared, "Somebody loves dogs.", by=nils)


def as_nils(client, nils):
    client.force_login(nils.person.user, backend="kindling.accounts.backends.Backend")
    return client


def test_nothing_is_seen_until_it_is_shared(cast, nils):
    assert list(visible_theirs(nils)) == []


def test_another_school_reads_name_town_and_what_is_open_and_nothing_more(
    cast, nils, shared, client
):
    """All that could leak is there: a mentor, notes, an address, a closed place, a clinic."""
    site = cast.shelter.site
    type(site.organisation).objects.filter(pk=site.organisation_id).update(notes="Pays late")
    actions.log_contact(site, how="call", said="Grumpy", by=cast.as_("chen"))
    Opportunity.objects.create(school=cast.school, site=site, title="Old one", state="closed")

    (line,) = shared_lines(nils, theirs(nils))
    page = as_nils(client, nils).get(NORTH).text

    assert (line.name, line.school, line.city) == (
        "Harbor Animal Shelter", "Harbor View", "Providence",
    )  # fmt: skip
    assert line.offers == ("Shelter helper",)
    secrets = ("Pays late", "Grumpy", "Old one", "Water Street", "555 0142", "Sam", "Bayside")
    assert [word for word in secrets if word in page] == []


def test_otto_is_no_coordinator_and_sees_none_of_it(cast, shared, client_of):
    assert list(visible_theirs(cast.as_("otto"))) == []
    assert client_of("otto").get(NORTH).status_code == 403
    assert client_of("otto").get("/harbor-view/outreach/network/").status_code == 404


def test_a_school_of_another_network_sees_nothing(cast, shared):
    far = School.objects.create(
        network=Network.objects.create(name="Far", slug="far"), name="Far", slug="far-school"
    )
    kim = Viewer.of_person(make_person(far, "Kim Far", Role.COORDINATOR))

    assert list(visible_theirs(kim)) == []
    with pytest.raises(PermissionDenied):
        actions.ask_introduction(shared, "Please", by=kim)


@pytest.mark.parametrize("name", ["ana", "maya", "priya", "otto"])
def test_only_who_keeps_the_places_shares(cast, name):
    with pytest.raises(PermissionDenied):
        actions.share_site(cast.shelter.site, by=cast.as_(name))


def test_a_site_left_in_peace_is_neither_shared_nor_shown(cast, nils, shared):
    Site.objects.filter(pk=cast.shelter.site.pk).update(shut_until="2030-01-01")
    Site.objects.filter(pk=cast.clinic.site.pk).update(shut_until="2030-01-01")

    assert list(visible_theirs(nils)) == []
    with pytest.raises(Refused):
        actions.share_site(Site.objects.get(pk=cast.clinic.site.pk), by=cast.as_("chen"))


def test_the_school_that_knows_it_is_asked_and_told_once(cast, nils, shared):
    first, second = asked(shared, nils), asked(shared, nils)

    letter = Notice.objects.get()
    assert (first.pk, letter.person, letter.school) == (second.pk, cast.chen, cast.school)
    assert letter.url == "/harbor-view/outreach/network/?show=asked"


def test_after_a_yes_the_site_is_taken_over_without_people(cast, nils, shared):
    question = asked(shared, nils)
    actions.answer_introduction(question, is_yes=True, words="Ask for Jo.", by=cast.as_("chen"))
    question = visible_introductions(nils).get()

    site = actions.take_over(question, by=nils)

    place = Opportunity.objects.get(site=site)
    assert (site.school, site.name, site.address) == (
        cast.north, "Harbor Animal Shelter", "12 Water Street",
    )  # fmt: skip
    assert (place.title, place.school, site.mentors.count()) == ("Shelter helper", cast.north, 0)
    assert visible_introductions(nils).get().site == site
    assert (place.state, Contact.objects.get().next_step) == ("paused", "Get in touch")
    with pytest.raises(Refused):
        actions.take_over(visible_introductions(nils).get(), by=nils)


def test_without_a_yes_nothing_is_taken_over(cast, nils, shared):
    question = asked(shared, nils)

    with pytest.raises(Refused):
        actions.take_over(question, by=nils)
    actions.answer_introduction(question, is_yes=False, by=cast.as_("chen"))
    with pytest.raises(Refused):
        actions.take_over(visible_introductions(nils).get(), by=nils)


def test_a_no_rests_for_ninety_days(cast, nils, shared):
    actions.answer_introduction(asked(shared, nils), is_yes=False, by=cast.as_("chen"))

    with pytest.raises(Refused, match="ask again from"):
        asked(shared, nils)
    with time_machine.travel("2027-02-01T15:00Z"):
        assert asked(shared, nils).standing(cast.north.today()) == "waiting"


def test_after_two_weeks_the_question_is_over(cast, nils, shared):
    question = asked(shared, nils)

    with time_machine.travel("2026-10-28T15:00Z"):
        assert question.standing(cast.north.today()) == "expired"
        with pytest.raises(Refused):
            actions.answer_introduction(question, is_yes=True, by=cast.as_("chen"))


def test_the_owner_withdraws_and_a_yes_is_void_but_a_copy_stays(cast, nils, shared):
    other = actions.share_site(cast.clinic.site, by=cast.as_("chen"))
    for one in (shared, other):
        actions.answer_introduction(asked(one, nils), is_yes=True, by=cast.as_("chen"))
    taken, void = (visible_introductions(nils).get(shared=one) for one in (other, shared))
    copy = actions.take_over(taken, by=nils)

    actions.stop_sharing_site(shared, by=cast.as_("chen"))
    actions.stop_sharing_site(other, by=cast.as_("chen"))

    void = visible_introductions(nils).get(pk=void.pk)
    with pytest.raises(Refused):
        actions.take_over(void, by=nils)
    assert (void.standing(cast.north.today()), Site.objects.filter(pk=copy.pk).count()) == (
        "ended", 1,
    )  # fmt: skip


def test_nobody_answers_their_own_question_or_a_strangers(cast, nils, shared):
    question = asked(shared, nils)

    with pytest.raises(PermissionDenied):
        actions.answer_introduction(question, is_yes=True, by=nils)
    with pytest.raises(PermissionDenied):
        actions.answer_introduction(question, is_yes=True, by=cast.as_("ana"))
    with pytest.raises(PermissionDenied):
        actions.take_over(question, by=cast.as_("chen"))


def test_the_whole_way_on_the_pages(cast, nils, shared, client, client_of):
    as_nils(client, nils)
    ask = f"{NORTH}{shared.public_id}/ask/"
    assert client.get(ask).status_code == 200
    assert client.post(ask, {"why": ""}).status_code == 422
    assert client.post(ask, {"why": "Dogs."}).status_code == 302
    question = Introduction.objects.get()
    chen, here = client_of("chen"), "/harbor-view/outreach/"
    assert "Dogs." in chen.get(f"{here}network/?show=asked").text
    answer = f"{here}asked/{question.public_id}/answer/"
    assert chen.post(answer, {"said": "perhaps"}).status_code == 422
    assert chen.post(answer, {"said": "yes", "words": "Gladly."}).status_code == 302
    assert chen.post(answer, {"said": "no"}).status_code == 409
    as_nils(client, nils)
    assert "Gladly." in client.get(f"{NORTH}?show=ours").text
    taken = client.post(f"/northgate/outreach/asked/{question.public_id}/take/")
    assert "Taken over from Harbor View" in client.get(taken.url).text


@pytest.mark.parametrize(
    ("show", "most"), [("theirs", 7), ("ours", 4), ("asked", 4), ("shared", 4)]
)
def test_the_pages_cost_the_same_for_one_and_three(
    cast, nils, shared, client, client_of, django_assert_num_queries, show, most
):
    from tests.cast import make_place  # noqa: PLC0415

    def look():
        if show in ("theirs", "ours"):
            as_nils(client, nils).get(f"{NORTH}?show={show}")
            page = f"{NORTH}?show={show}"
        else:
            client_of("chen")
            page = f"/harbor-view/outreach/network/?show={show}"
        with django_assert_num_queries(most):
            client.get(page)

    asked(shared, nils)
    look()
    for name in ("Bakery", "Archive"):
        place = make_place(cast.school, name, name)
        asked(actions.share_site(place.site, by=cast.as_("chen")), nils)
    look()


def test_without_a_coordinator_the_principal_hears_of_it(cast, nils, shared):
    cast.chen.memberships.update(until_on="2026-10-01")

    asked(shared, nils)

    assert Notice.objects.get().person == cast.dana


def test_a_yes_that_was_void_does_not_come_back_when_the_site_is_shared_again(cast, nils, shared):
    question = asked(shared, nils)
    actions.answer_introduction(question, is_yes=True, by=cast.as_("chen"))

    actions.stop_sharing_site(shared, by=cast.as_("chen"))
    actions.share_site(cast.shelter.site, by=cast.as_("chen"))

    question = visible_introductions(nils).get()
    assert question.standing(cast.north.today()) == "waiting"
    with pytest.raises(Refused):
        actions.take_over(question, by=nils)
