"""The pages of talks: who opens them, what they cost, and what stands on them."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine

from kindling.kit.editing import stamp_of
from kindling.talks import actions
from kindling.talks.models import Talk, TalkChoice
from kindling.talks.tests.talking import held

PAGE = "/harbor-view/talks/"
OWNERS = {"one-owner": "student", "two-owner": "student"}


def test_ana_holds_a_talk_on_the_phone(cast, client_of):
    ana = client_of("ana")
    assert "Maya Santos" in ana.get(PAGE).text
    page = ana.post(f"{PAGE}with/{cast.maya.public_id}/start/", follow=True)
    talk = Talk.objects.get()
    assert (page.status_code, talk.started_at is not None) == (200, True)
    address = f"{PAGE}{talk.public_id}/"
    note = {"field": "progress", "text": "Half done.", "base": stamp_of("")}
    assert ana.post(f"{address}save/", note).status_code == 302
    assert ana.post(f"{address}save/", {**note, "text": "Other."}).status_code == 409
    assert ana.post(f"{address}hold/", {**OWNERS, "minutes": "-4"}).status_code == 422
    assert ana.post(f"{address}hold/", OWNERS).status_code == 302
    assert "Half done." in ana.get(address).text
    assert ana.post(f"{address}close/").status_code == 302
    assert Talk.objects.get().state == "closed"


def test_maya_prepares_and_reads_the_same_page(cast, client_of):
    maya = client_of("maya")
    assert "No talk yet" in maya.get(PAGE).text
    maya.post(f"{PAGE}with/{cast.maya.public_id}/prepare/")
    address = Talk.objects.get()
    page = maya.get(f"{PAGE}{address.public_id}/").text
    assert re.findall(r'name="field" value="(\w+)"', page) == [
        "wants", "progress", "feeling", "obstacles", "notes",
    ]  # fmt: skip
    assert maya.post(f"{PAGE}{address.public_id}/hold/", OWNERS).status_code == 403


@pytest.mark.parametrize(
    ("name", "status"),
    [("maya", 200), ("ana", 200), ("jordan", 404), ("rosa", 404), ("dana", 404), ("chen", 404)],
)
def test_who_opens_a_talk(cast, client_of, name, status):
    talk = held(cast, cast.maya, note="Only us.")

    assert client_of(name).get(f"{PAGE}{talk.public_id}/").status_code == status


def test_otto_finds_nothing_of_it_and_his_own_school_shows_nothing_of_ours(cast, client_of):
    talk = held(cast, cast.maya, note="Only us.")
    otto = client_of("otto")

    for path in ("", f"{talk.public_id}/", f"with/{cast.maya.public_id}/"):
        assert otto.get(f"{PAGE}{path}").status_code == 404
    assert "Maya" not in otto.get("/northgate/talks/").text


def test_a_family_reads_only_where_the_school_lets_it_and_never_what_is_flagged(cast, client_of):
    ana, dana = cast.as_("ana"), cast.as_("dana")
    address = f"{PAGE}with/{cast.luis.public_id}/"
    held(cast, cast.luis, note="Before anybody read along.")
    assert "Before anybody" not in client_of("rosa").get(address).text

    with time_machine.travel(cast.school.now() + timedelta(minutes=1), tick=False):
        actions.choose_talks(family_reads=True, by=dana)
        actions.choose_talks(family_reads=True, every_days=9, by=dana)
        talk = held(cast, cast.luis, note="He works late at the garage.")
    actions.write_field(talk, "progress", "The bike runs.", base=stamp_of(""), by=ana)
    actions.mark_between_us(talk, "notes", on=True, by=ana)
    actions.write_note(cast.luis, "Worried about him.", by=ana)

    page = client_of("rosa").get(address).text
    found = [w in page for w in ("The bike runs.", "garage", "Worried", "Before anybody")]
    assert found == [True, False, False, False]
    actions.choose_talks(family_reads=False, by=dana)
    assert "The bike runs." not in client_of("rosa").get(address).text


def test_a_family_of_somebody_of_age_reads_nothing(cast, client_of):
    actions.choose_talks(family_reads=True, by=cast.as_("dana"))
    held(cast, cast.luis, note="The bike runs.")
    type(cast.luis).objects.filter(pk=cast.luis.pk).update(birth_on="2008-10-01")

    page = client_of("rosa").get(f"{PAGE}with/{cast.luis.public_id}/").text

    assert "The bike runs." not in page


def test_leaders_read_no_promise_of_a_talk_on_any_page(cast, client_of):
    said = actions.Said(cast.maya.person, "Call your aunt.", None)
    actions.promise(held(cast, cast.maya), said, by=cast.as_("ana"))
    address = f"/harbor-view/meetings/?student={cast.maya.public_id}"

    found = ["Call your aunt." in client_of(n).get(address).text for n in ("ana", "dana", "chen")]
    assert found == [True, False, False]


def test_leaders_see_who_waits_and_nothing_that_was_said(cast, client_of):
    held(cast, cast.maya, note="Only us.")
    coming = actions.next_talk(cast.jordan, by=cast.as_("jordan"))
    base = stamp_of("")
    actions.write_field(coming, "wants", "About home.", base=base, by=cast.as_("jordan"))

    page = client_of("dana").get(PAGE).text

    found = [word in page for word in ("Maya Santos", "Jordan Blake", "Only us.", "About home.")]
    assert found == [True, True, False, False]
    assert "Maya" not in client_of("dana").get(f"{PAGE}?show=silent").text


def test_the_week_costs_the_same_for_one_and_three(cast, client_of, django_assert_num_queries):
    ana = client_of("ana")
    held(cast, cast.maya)
    with django_assert_num_queries(9):
        ana.get(PAGE)
    for student in (cast.jordan, cast.luis):
        held(cast, student)
        actions.next_talk(student, by=cast.as_("ana"))
    with django_assert_num_queries(9):
        ana.get(PAGE)


def test_four_years_of_talks_cost_as_much_as_one(cast, client_of, django_assert_num_queries):
    ana, address = client_of("ana"), f"{PAGE}with/{cast.maya.public_id}/"
    talk = held(cast, cast.maya)
    with django_assert_num_queries(10):
        ana.get(address)
    Talk.objects.bulk_create(
        Talk(school=cast.school, student=cast.maya, advisor=cast.ana, state="closed",
             due_on=talk.due_on, held_on=talk.held_on, is_real=True)
        for _ in range(160)
    )  # fmt: skip
    with django_assert_num_queries(10):
        page = ana.get(address).text
    assert "Page 1 of 9" in page
    with django_assert_num_queries(6):
        ana.get(f"{PAGE}{talk.public_id}/")


def test_the_school_chooses_and_only_who_may(cast, client_of):
    said = {"every_days": 10, "silent_days": 21, "real_minutes": 5, "family_reads": "on"}
    assert client_of("ana").post(f"{PAGE}settings/", said).status_code == 403
    dana = client_of("dana")
    assert dana.get(f"{PAGE}settings/").status_code == 200
    assert dana.post(f"{PAGE}settings/", {**said, "every_days": 0}).status_code == 422
    dana.post(f"{PAGE}settings/", said)

    choice = TalkChoice.objects.get()
    assert (choice.every_days, choice.silent_days, choice.family_reads) == (10, 21, True)
