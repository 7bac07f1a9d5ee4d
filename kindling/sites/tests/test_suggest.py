"""Somebody knows a place; the coordinator adds it, knows it, or says why not."""

import pytest
from django.core.exceptions import PermissionDenied

from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.sites.actions import (
    accept_suggestion,
    decline_suggestion,
    merge_suggestion,
    suggest_place,
)
from kindling.sites.models import Opportunity, Suggestion
from kindling.sites.rules import visible_suggestions
from kindling.sites.tests.asking import PLACE
from tests.cast import make_place

HERE = "/harbor-view/places/suggestions/"
IDEA = {
    "name": "Luna Bakery",
    "what": "Bread",
    "area": "food",
    "address": "1 Hill",
    "contact": "Lu",
}


@pytest.fixture
def idea(cast):
    return suggest_place(by=cast.as_("maya"), **IDEA)


def test_a_student_suggests_and_the_coordinator_is_told(cast, client_of):
    assert client_of("maya").post(f"{HERE}new/", IDEA).status_code == 302

    idea = Suggestion.objects.get()
    assert (idea.name, idea.by_person, idea.student) == ("Luna Bakery", cast.maya.person, cast.maya)
    assert [n.person for n in Notice.objects.all()] == [cast.chen]


def test_a_guardian_suggests_for_their_child_alone(cast, client_of):
    client = client_of("rosa")

    assert client.post(f"{HERE}new/", IDEA | {"student": cast.maya.public_id}).status_code == 422
    assert client.post(f"{HERE}new/", IDEA | {"student": cast.luis.public_id}).status_code == 302
    assert Suggestion.objects.get().student == cast.luis
    with pytest.raises(PermissionDenied):
        suggest_place(by=cast.as_("rosa"), name="X", student=cast.maya)


def test_a_place_we_may_know_is_shown_kindly(cast, client_of):
    client, sent = client_of("maya"), IDEA | {"name": "The Bayside animal clinic"}

    answer = client.post(f"{HERE}new/", sent)
    assert answer.status_code == 422
    assert "Is it one of these?" in answer.content.decode()
    assert f"/places/{cast.clinic.public_id}/" in answer.content.decode()
    assert client.post(f"{HERE}new/", sent | {"is_other": "on"}).status_code == 302


def test_likeness_never_crosses_schools(cast, client_of):
    make_place(cast.north, "Luna Bakery", "Baker")

    assert client_of("maya").post(f"{HERE}new/", IDEA).status_code == 302


@pytest.mark.parametrize("fields", [{"name": ""}, {"name": "x" * 201}, {"area": "wizardry"}])
def test_wrong_input_saves_nothing(cast, client_of, fields):
    assert client_of("maya").post(f"{HERE}new/", IDEA | fields).status_code == 422
    assert Suggestion.objects.count() == 0


@pytest.mark.parametrize("name", ["ana", "chen", "liam", "tasha"])
def test_others_add_or_do_not_suggest(cast, client_of, name):
    assert client_of(name).post(f"{HERE}new/", IDEA).status_code == 403


def test_seen_by_the_suggester_and_whoever_decides(cast, idea, client_of):
    names = ("maya", "jordan", "rosa", "ana", "chen", "dana", "otto")

    seen = {name: list(visible_suggestions(cast.as_(name))) == [idea] for name in names}
    assert seen == dict.fromkeys(names, False) | {"maya": True, "chen": True, "dana": True}
    assert client_of("jordan").get(f"{HERE}{idea.public_id}/").status_code == 404
    assert "Luna" not in client_of("jordan").get(HERE).content.decode()


def test_accepted_with_the_place_it_became(cast, idea, client_of):
    client, path = client_of("chen"), f"/harbor-view/places/add/?suggestion={idea.public_id}"

    form = client.get(path).content.decode()
    assert 'value="Luna Bakery"' in form
    sent = PLACE | {"organisation": "Luna Bakery", "suggestion": idea.public_id}
    assert client.post("/harbor-view/places/add/", sent).status_code == 302

    idea.refresh_from_db()
    assert (idea.state, idea.opportunity.title) == ("accepted", "Bike mechanic")
    notice = Notice.objects.get(person=cast.maya.person)
    assert notice.subject == "Your place was added: Luna Bakery"
    assert notice.url == f"/harbor-view/places/{idea.opportunity.public_id}/"


def test_a_decided_suggestion_adds_no_second_place(cast, idea, client_of):
    decline_suggestion(idea, "Too far.", by=cast.as_("chen"))

    sent = PLACE | {"suggestion": idea.public_id}
    assert client_of("chen").post("/harbor-view/places/add/", sent).status_code == 409
    assert Opportunity.objects.filter(title="Bike mechanic").count() == 0


def test_merged_into_one_we_know(cast, idea, client_of):
    path = f"{HERE}{idea.public_id}/merge/"
    zoo = make_place(cast.north, "Zoo", "Keeper")

    assert client_of("chen").post(path, {"opportunity": ""}).status_code == 422
    assert client_of("chen").post(path, {"opportunity": zoo.public_id}).status_code == 422
    assert client_of("chen").post(path, {"opportunity": cast.shelter.public_id}).status_code == 302
    idea.refresh_from_db()
    assert (idea.state, idea.opportunity) == ("merged", cast.shelter)
    with pytest.raises(PermissionDenied):
        merge_suggestion(idea, zoo, by=cast.as_("chen"))


def test_declined_with_a_reason_that_the_suggester_reads(cast, idea, client_of):
    path = f"{HERE}{idea.public_id}/"

    assert client_of("chen").post(f"{path}decline/", {"reason": " "}).status_code == 422
    sent = {"reason": "They close in December, <i>sorry</i>."}
    assert client_of("chen").post(f"{path}decline/", sent).status_code == 302
    text = client_of("maya").get(path).content.decode()
    assert "They close in December, &lt;i&gt;sorry&lt;/i&gt;." in text
    notice = Notice.objects.get(person=cast.maya.person)
    assert "They close in December, <i>sorry</i>." in notice.body


def test_no_reason_no_decline(cast, idea):
    with pytest.raises(Refused, match="Write why"):
        decline_suggestion(idea, "  ", by=cast.as_("chen"))


def test_decided_once(cast, idea):
    decline_suggestion(idea, "Too far.", by=cast.as_("chen"))

    with pytest.raises(Refused):
        accept_suggestion(idea, cast.clinic, by=cast.as_("dana"))


@pytest.mark.parametrize("name", ["maya", "ana", "rosa", "priya", "otto"])
def test_nobody_else_decides(cast, idea, client_of, name):
    with pytest.raises(PermissionDenied):
        decline_suggestion(idea, "No.", by=cast.as_(name))
    for verb in ("merge", "decline"):
        code = (
            client_of(name).post(f"{HERE}{idea.public_id}/{verb}/", {"reason": "No."}).status_code
        )
        assert code in {403, 404}
    idea.refresh_from_db()
    assert idea.state == "waiting"
