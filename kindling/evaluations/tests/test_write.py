"""A mentor writes on a phone, goes on elsewhere, and hands it in once."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from kindling.evaluations import actions
from kindling.evaluations.actions import Answers
from kindling.evaluations.models import Evaluation, Rating, SkillEndorsement
from kindling.evaluations.rules import visible_evaluations
from kindling.evaluations.tests.evaluating import (
    STRENGTHS,
    all_lines,
    behind,
    door_of,
    handed_in,
    opened,
)
from kindling.kit.editing import stamp_of
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.schools.models import Person


def code() -> str:
    return Notice.objects.filter(kind="passes/code").latest("pk").code


def test_sam_begins_on_a_phone_goes_on_elsewhere_hands_in_and_jordan_reads_it(cast, client_of):
    it = opened(cast)
    door, phone, desk = door_of(it), Client(), Client()
    first = {"dependable": "4", "safety": "3", "was": "{}"}

    assert phone.get(door).status_code == 200
    assert phone.post(f"{door}?step=ratings", first).status_code == 302
    assert desk.get(door).status_code == 403  # another device: a code goes to the contact on file
    desk.post(f"{door}code/")
    assert desk.post(f"{door}code/enter/", {"code": code()}).status_code == 302
    page = desk.get(door).text
    assert re.search(r'name="dependable" value="4" checked', page)
    was = unescape(re.search(r'name="was" value="([^"]*)"', page)[1])
    rest = {item: str(level) for item, level in all_lines().items() if item != "dependable"}
    desk.post(f"{door}?step=ratings", {**rest, "dependable": "4", "was": was})
    words = {"field": "strengths", "text": STRENGTHS, "base": stamp_of("")}
    assert desk.post(f"{door}?step=words", words).status_code == 302
    end = {"host_again": "yes", "is_shared": "yes", "was": "{}",
           "skill_1": "Holding a cat", "words_1": "Every Tuesday, without a scratch."}  # fmt: skip
    assert desk.post(f"{door}?step=end", end).status_code == 302

    assert Evaluation.objects.get().state == "submitted"
    shown = client_of("jordan").get(f"/harbor-view/evaluations/{it.public_id}/")
    for part in (STRENGTHS, "Holding a cat", "without a scratch", "Beyond that"):
        assert part in shown.text
    assert "Would host again" not in shown.text


def test_a_draft_is_read_by_nobody_else(cast, client_of):
    it = opened(cast)
    actions.write_text(it, "strengths", "Secret so far", base=stamp_of(""), by=behind(it))
    address = f"/harbor-view/evaluations/{it.public_id}/"

    assert client_of("jordan").get(address).status_code == 404
    for name in ("ana", "chen", "dana"):
        page = client_of(name).get(address)
        assert (page.status_code, "Secret so far" in page.text) == (200, False)


def test_handed_in_it_stays_as_it_is(cast):
    it = handed_in(cast)
    by = behind(it)

    with pytest.raises(Refused):
        actions.write_answers(it, Answers({"safety": 1}), Answers(), by=by)
    with pytest.raises(Refused):
        actions.write_text(it, "strengths", "Other", base=stamp_of(STRENGTHS), by=by)
    with pytest.raises(Refused):
        actions.submit_evaluation(it, by=by)
    kept = Evaluation.objects.get()
    assert (kept.strengths, Rating.objects.get(item="safety").level) == (STRENGTHS, 3)


def test_a_page_open_when_it_was_handed_in_elsewhere_writes_nothing(cast):
    old = Evaluation.objects.get(pk=opened(cast).pk)
    actions.write_answers(old, Answers(all_lines(), "yes"), Answers(), by=behind(old))
    fresh = Evaluation.objects.get(pk=old.pk)
    actions.write_text(fresh, "strengths", STRENGTHS, base=stamp_of(""), by=behind(old))
    actions.submit_evaluation(fresh, by=behind(old))

    with pytest.raises(Refused):
        actions.write_answers(old, Answers({"safety": 1}), Answers(), by=behind(old))
    assert Rating.objects.get(item="safety").level == 3


def test_an_old_page_in_a_pocket_changes_only_what_was_tapped_there(cast):
    it = opened(cast)
    by, was = behind(it), Answers({"safety": 2, "tools": 2}, "maybe", True, [])
    actions.write_answers(it, was, Answers(), by=by)
    actions.write_answers(it, Answers({"safety": 4}, "yes", False, [("A", "b")]), was, by=by)

    actions.write_answers(it, Answers({"safety": 2, "tools": 3}, "maybe", True, []), was, by=by)

    levels = dict(Rating.objects.values_list("item", "level"))
    kept = Evaluation.objects.get()
    assert levels == {"safety": 4, "tools": 3}
    assert (kept.host_again, kept.is_shared, kept.skills) == ("yes", False, [["A", "b"]])


def test_two_devices_in_one_text_lose_no_word(cast):
    it = opened(cast)
    by = behind(it)
    actions.write_text(it, "example", "From the phone", base=stamp_of(""), by=by)

    clash = actions.write_text(it, "example", "From the desk", base=stamp_of(""), by=by)

    assert clash is not None
    assert clash.joined == "From the phone\nFrom the desk"
    assert Evaluation.objects.get().example == "From the phone"


def test_what_is_missing_is_named(cast, client):
    it = opened(cast)
    door = door_of(it)
    client.get(door)
    client.post(f"{door}?step=ratings", {"safety": "3", "was": "not json"})

    page = client.post(f"{door}?step=end", {"is_shared": "yes", "skill_1": "Care"})

    assert page.status_code == 422
    for part in ("Still open", "Does the work well", "what this intern is good at", "host again"):
        assert part in page.text
    assert "Works safely" not in page.text.split("Skills you stand behind")[0]
    assert Evaluation.objects.get().state == "draft"
    with pytest.raises(ValidationError):
        actions.submit_evaluation(it, by=behind(it))


def test_kept_for_later_with_half_an_answer(cast, client):
    door = door_of(opened(cast))
    client.get(door)

    kept = client.post(f"{door}?step=end", {"is_shared": "no", "skill_1": "Care", "later": "1"})

    row = Evaluation.objects.get()
    assert (kept.status_code, row.state, row.skills) == (302, "draft", [["Care", ""]])
    assert row.is_shared is False


def test_what_is_endorsed_stands_in_rows_that_a_credential_can_carry(cast):
    Person.objects.filter(pk=cast.sam.pk).update(language="es")

    handed_in(cast, skills=[("Curar", "Con calma.")])

    row = SkillEndorsement.objects.get()
    assert (row.student, row.mentor, row.skill, row.words) == (
        cast.jordan, cast.sam, "Curar", "Con calma.",
    )  # fmt: skip
    assert (row.language, row.given_on) == ("es", cast.school.today())


def test_only_its_mentor_behind_its_own_link_writes(cast):
    it = opened(cast)
    stranger = behind(it)
    stranger = type(stranger)(cast.tasha, it.school, frozenset(), "evaluate", stranger.subjects)
    other = type(stranger)(cast.sam, it.school, frozenset(), "evaluate", frozenset({"other"}))
    days = type(stranger)(
        cast.sam, it.school, frozenset(), "confirm_days", frozenset({it.public_id})
    )

    for viewer in (stranger, other, days, cast.as_("ana"), cast.as_("jordan"), cast.as_("otto")):
        with pytest.raises(PermissionDenied):
            actions.write_answers(it, Answers({"safety": 1}), Answers(), by=viewer)
        with pytest.raises(PermissionDenied):
            actions.submit_evaluation(it, by=viewer)
    assert [list(visible_evaluations(one)) for one in (stranger, other, days)] == [[], [], []]


def test_while_the_mentor_is_suspended_the_link_rests(cast, client):
    door = door_of(opened(cast))
    client.get(door)
    Person.objects.filter(pk=cast.sam.pk).update(suspended_at=cast.school.now())

    assert client.post(f"{door}?step=ratings", {"safety": "4"}).status_code == 409
    assert Rating.objects.count() == 0


@pytest.mark.parametrize("sent", [{"step": "nothing"}, {"step": "words", "field": "state"}])
def test_an_address_of_ones_own_making_finds_nothing(cast, client, sent):
    door = door_of(opened(cast))
    client.get(door)

    assert client.post(f"{door}?step={sent['step']}", {**sent, "text": "x"}).status_code == 404
    assert client.post(f"{door}?step=ratings", {"safety": "9"}).status_code == 404


def test_the_page_costs_the_same_when_all_is_said(cast, client, django_assert_num_queries):
    it = opened(cast)
    door = door_of(it)
    client.get(door)
    with django_assert_num_queries(4):
        client.get(door)
    actions.write_answers(it, Answers(all_lines()), Answers(), by=behind(it))
    with django_assert_num_queries(4):
        client.get(door)
