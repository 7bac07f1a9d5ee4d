"""The pages: who gets which, how many statements they take, and a form with and without a script."""

from __future__ import annotations

import pytest

from kindling.exhibitions.models import Exhibition
from kindling.panels import actions
from kindling.panels.models import Difference, Form, Panel
from kindling.panels.tests.seating import (
    agreed,
    all_in,
    an_exhibition,
    begun,
    form_of,
    said,
    seat,
    send,
)
from kindling.passes.actions import make_pass
from kindling.passes.tokens import token_of
from kindling.schools.viewer import Viewer
from tests.cast import make_person

JSON = {"headers": {"Accept": "application/json"}}


def at(panel, page=""):
    return f"/harbor-view/panels/{panel.exhibition.public_id}/{page}"


def door_of(person, exhibition):
    held = make_pass(
        person, "join_exhibition", [exhibition.public_id], by=Viewer.system(exhibition.school)
    )
    return f"/p/{token_of(held)}/"


def whole(panel, level=3, words=""):
    return {**said(panel, level, words).values, "do": "send"}


def test_who_leads_begins_it_on_a_page_and_everybody_goes_to_their_form(client_of, cast):
    exhibition = an_exhibition(cast)
    here = f"/harbor-view/panels/{exhibition.public_id}/"

    before = client_of("ana").get(here).content.decode()
    waits = client_of("maya").get(here).content.decode()
    client_of("ana").post(f"{here}begin/")

    room = client_of("maya").get(here).content.decode()
    sheet = client_of("maya").get(f"{here}sheet/").content.decode()
    assert ("Begin the panel" in before, "It has not begun" in waits) == (True, True)
    assert "0 of 5 forms are in." in room
    assert sheet.count('type="radio"') == 40  # eight criteria, four levels and “not seen”


def test_on_its_own_page_holding_it_hands_out_the_forms(client_of, cast):
    exhibition = an_exhibition(cast)
    here = f"/harbor-view/exhibitions/{exhibition.public_id}/"

    client_of("ana").post(f"{here}hold/")

    assert Form.objects.count() == 5
    assert "Open my form" in client_of("maya").get(here).content.decode()


def test_a_form_is_kept_and_handed_in_without_a_script(client_of, cast):
    panel = begun(cast)
    client = client_of("maya")

    kept = client.post(at(panel, "sheet/"), {"do": "save", "level-0": "3", "words-0": "Yes"})
    missing = client.post(at(panel, "sheet/"), {"do": "send"})
    sent = client.post(at(panel, "sheet/"), whole(panel))
    back = client.post(at(panel, "sheet/"), {"do": "back"})

    assert [one.status_code for one in (kept, missing, sent, back)] == [302, 409, 302, 302]
    assert "Choose a level for Challenge" in missing.content.decode()
    assert form_of(panel, cast.maya.person).state == "open"


def test_the_script_hears_what_is_kept_and_why_something_is_not(client_of, cast):
    panel = begun(cast)
    client, other = client_of("maya"), client_of("maya")
    base = {"base-words-0": "0" * 16}

    saved = client.post(at(panel, "sheet/"), {"do": "save", "words-0": "One"}, **JSON)
    both = other.post(at(panel, "sheet/"), {"do": "save", "words-0": "Two", **base}, **JSON)
    sent = client.post(at(panel, "sheet/"), whole(panel, 3, "One\nTwo"), **JSON)
    late = other.post(at(panel, "sheet/"), whole(panel, 1, "Three"), **JSON)

    assert (saved.status_code, saved.json()["values"]["words-0"]) == (200, "One")
    assert (both.status_code, both.json()["values"]["words-0"]) == (409, "One\nTwo")
    assert (sent.status_code, sent.json()["to"]) == (200, at(panel, "sheet/"))
    assert late.status_code == 409
    assert late.json()["detail"].startswith("Your form is in since 9:00")


@pytest.mark.parametrize(
    "wrong", [{"level-0": "9"}, {"level-0": "x"}, {"words-0": "x" * 2001}, {"commends": "x" * 4001}]
)
def test_what_no_sheet_has_is_not_kept(client_of, cast, wrong):
    panel = begun(cast)

    page = client_of("maya").post(at(panel, "sheet/"), {"do": "save", **wrong})

    assert page.status_code == 422
    assert not form_of(panel, cast.maya.person).scores.exists()


def test_behind_a_link_one_scores_and_reads_the_panel_and_after_the_record_nothing(client, cast):
    panel = begun(cast)
    door = door_of(cast.sam, panel.exhibition)

    form = client.get(door).content.decode()
    about = client.get(f"{door}?about=1").content.decode()
    client.post(door, whole(panel, 4, "Steady hands"))
    waiting = client.get(door).content.decode()
    for name in ("luis", "ana", "rosa", "maya"):
        send(cast, panel, name)
    shown = client.get(door).content.decode()
    panel.refresh_from_db()
    actions.agree_result(panel, "move_on", by=cast.as_("ana"))
    actions.record_panel(panel, by=cast.as_("ana"))
    gone = client.get(door)

    assert ("Hand in my form" in form, "Hand in my form" in about) == (True, False)
    assert ("1 of 5 forms is in." in waiting or "1 of 5 forms are in." in waiting) is True
    assert ("Steady hands" in shown, "Luis" in shown) == (True, True)
    assert (gone.status_code, "Steady hands" in gone.content.decode()) == (410, False)


def test_the_reveal_shows_the_gap_in_words_and_asks_for_a_note(client_of, cast):
    panel = all_in(cast, criterion_1=1)

    led = client_of("ana").get(at(panel)).content.decode()
    sat = client_of("maya").get(at(panel)).content.decode()
    refused = client_of("ana").post(at(panel, "agree/"), {"result": "move_on"})
    one = Difference.objects.get()
    talk = f"/harbor-view/panels/differences/{one.public_id}/"
    empty = "e3b0c44298fc1c14"
    words = {"field": "words-1", "text": "Ana came late.", "base": empty}
    mine = client_of("maya").post(talk, words)
    client_of("ana").post(talk, words)
    agreed_on = client_of("ana").post(at(panel, "agree/"), {"result": "move_on"})

    assert "From 1 Below to 3 Meets: talk about it" in led
    assert ("What did you say about it?" in led, "What did you say about it?" in sat) == (
        True,
        False,
    )
    assert (refused.status_code, mine.status_code, agreed_on.status_code) == (409, 403, 302)
    assert Exhibition.objects.get().result == "move_on"


def test_the_record_names_nobody_for_a_family_and_says_it_all_to_the_student(client_of, cast):
    panel = begun(cast)
    for name in ("luis", "ana", "rosa", "sam", "maya"):
        send(cast, panel, name, words=f"word-of-{name}")
    panel.refresh_from_db()
    actions.agree_result(panel, "conditions", by=cast.as_("ana"))
    client_of("ana").post(
        at(panel, "condition/"),
        {"text": "Show the drafts.", "owner": cast.luis.person.public_id, "due_on": "2026-10-27"},
    )
    client_of("ana").post(at(panel, "write/"))

    family = client_of("rosa").get(at(panel, "record/")).content.decode()
    student = client_of("luis").get(at(panel, "record/")).content.decode()
    peer = client_of("maya").get(at(panel, "record/"))

    assert "panel-result" in family  # in Spanish: Rosa reads it so
    assert "Show the drafts." in family
    assert [
        name for name in ("luis", "ana", "sam", "maya") if f"word-of-{name}</p>" in family
    ] == []
    assert "word-of-sam" in student
    assert peer.status_code == 404


def test_pages_take_as_many_statements_for_twelve_panelists_as_for_five(
    client_of, cast, django_assert_num_queries
):
    small, big = begun(cast), begun(cast, cast.jordan)
    for number in range(7):
        person = make_person(cast.school, f"Guest{number} Bell", user=False)
        seat(big.exhibition, person, "guest")
        Form.objects.create(school=cast.school, panel=big, person=person, part="guest")
    ana = client_of("ana")
    ana.get(at(small))
    for panel in (small, big):
        with django_assert_num_queries(7):
            ana.get(at(panel))
        with django_assert_num_queries(6):
            ana.get(at(panel, "sheet/"))
    for panel in (small, big):
        send(cast, panel, "ana", criterion_1=1)
        actions.close_scoring(panel, by=cast.as_("ana"))
        with django_assert_num_queries(9):
            ana.get(at(panel))


def test_a_record_takes_nine_statements(client_of, cast, django_assert_num_queries):
    panel = agreed(cast)
    actions.record_panel(panel, by=cast.as_("ana"))
    client = client_of("luis")

    with django_assert_num_queries(9):
        client.get(at(panel, "record/"))


def test_a_stranger_and_another_family_find_nothing(client_of, cast):
    panel = agreed(cast)

    for name in ("otto", "jordan", "liam"):
        client = client_of(name)
        pages = ("", "now/", "sheet/", "record/")
        slug = "northgate" if name == "otto" else "harbor-view"
        found = [
            client.get(at(panel, page).replace("harbor-view", slug)).status_code for page in pages
        ]
        assert (name, found) == (name, [404] * 4)
    assert Panel.objects.count() == 1


def test_sums_are_for_leaders(client_of, cast):
    pages = [client_of(name).get("/harbor-view/panels/sums/") for name in ("dana", "ana", "luis")]

    assert [one.status_code for one in pages] == [200, 403, 403]
    assert "Too few to count" in pages[0].content.decode()
