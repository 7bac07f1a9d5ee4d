"""Student and family answer apart; each reads the other when both are in."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.passes.models import Pass
from kindling.passes.purposes import viewer_of
from kindling.passes.tokens import token_of
from kindling.plans import actions, rules
from kindling.plans.models import CoverAnswer, CoverSheet
from kindling.plans.queries.covers import cover_page
from kindling.plans.tests.planning import EMPTY, start


def sheet_of(cast) -> CoverSheet:
    """Luis's sheet with an answer of his that nobody has handed in."""
    sheet = start(cast).cover
    actions.write_answer(sheet, "who", "I draw maps.", base=EMPTY, by=cast.as_("luis"))
    return sheet


def read(sheet, viewer) -> tuple[str, str]:
    """What a viewer reads of the first question: the student's words, the family's."""
    sheet.refresh_from_db()
    first = cover_page(sheet, viewer, "").asked[0]
    return first.student, first.family


def test_nobody_reads_the_other_before_both_are_in(cast):
    sheet = sheet_of(cast)
    actions.write_answer(sheet, "who", "Es paciente.", base=EMPTY, by=cast.as_("rosa"))
    actions.hand_in_cover(sheet, by=cast.as_("luis"))

    assert read(sheet, cast.as_("rosa")) == ("", "Es paciente.")
    assert read(sheet, cast.as_("luis")) == ("I draw maps.", "")
    assert read(sheet, cast.as_("ana")) == ("", "")
    assert read(sheet, cast.as_("dana")) == ("", "")


def test_both_are_read_side_by_side_when_both_are_in(cast):
    sheet = sheet_of(cast)
    actions.write_answer(sheet, "who", "Es paciente.", base=EMPTY, by=cast.as_("rosa"))
    actions.hand_in_cover(sheet, by=cast.as_("luis"))
    actions.hand_in_cover(sheet, by=cast.as_("rosa"))

    for name in ("luis", "rosa", "ana"):
        assert read(sheet, cast.as_(name)) == ("I draw maps.", "Es paciente.")


def test_answers_stay_once_both_are_in(cast):
    sheet = sheet_of(cast)
    actions.write_answer(sheet, "who", "Es paciente.", base=EMPTY, by=cast.as_("rosa"))
    actions.hand_in_cover(sheet, by=cast.as_("luis"))
    actions.hand_in_cover(sheet, by=cast.as_("rosa"))

    with pytest.raises(Refused, match="stay as they are this year"):
        actions.write_answer(sheet, "who", "Other", base=EMPTY, by=cast.as_("luis"))


def test_an_empty_sheet_is_not_handed_in(cast):
    with pytest.raises(Refused, match="Answer one question"):
        actions.hand_in_cover(start(cast).cover, by=cast.as_("luis"))


def test_nobody_else_answers(cast):
    sheet = sheet_of(cast)

    for name in ("ana", "dana", "jordan", "otto"):
        with pytest.raises(PermissionDenied):
            actions.write_answer(sheet, "who", "x", base=EMPTY, by=cast.as_(name))


def test_the_family_answers_from_a_link_in_its_language(cast, client):
    sheet = sheet_of(cast)
    actions.ask_family(sheet, by=cast.as_("ana"))
    door = f"/p/{token_of(Pass.objects.get(purpose=rules.ANSWER_COVER))}/"

    page = client.get(door)
    saved = client.post(door, {"field": "who", "text": "Es paciente.", "base": EMPTY})
    done = client.post(door, {"done": "1"})

    assert (page.status_code, saved.status_code, done.status_code) == (200, 302, 302)
    assert page.headers["Content-Language"] == "es"
    assert b"I draw maps." not in page.content
    sheet.refresh_from_db()
    assert sheet.family_at is not None
    assert CoverAnswer.objects.get(voice="family").language == "es"
    assert Notice.objects.filter(kind="plans/cover").count() == 1


def test_a_link_is_over_when_its_bearer_is_family_no_longer(cast):
    sheet = sheet_of(cast)
    actions.ask_family(sheet, by=cast.as_("ana"))
    held = Pass.objects.get(purpose=rules.ANSWER_COVER)
    cast.luis.connections.filter(adult=cast.rosa).update(until_on="2026-10-12")

    assert list(rules.visible_cover_sheets(viewer_of(held))) == []
