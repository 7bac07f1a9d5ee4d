"""Ana leaves; each student reads the letter first, and only then it goes to the next advisor."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kindling.advisory.actions import (
    end_advisor,
    give_advisor,
    make_advisory,
    name_substitute,
    seat_student,
)
from kindling.handover import actions
from kindling.handover.models import Handover, Letter, Version, Word
from kindling.handover.queries import waits
from kindling.handover.rules import left_without, visible_letters
from kindling.history.models import Event
from kindling.kit.editing import stamp_of
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.schools.inside import inside
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import make_person, make_student

LAST = date(2026, 12, 18)
PAGE = "/harbor-view/handover/"
WORDS = "She draws when she thinks."


@pytest.fixture
def julia(cast) -> Person:
    return make_person(cast.school, "Julia Svensson", Role.ADVISOR)


@pytest.fixture
def maya(cast, julia) -> Letter:
    """The letter about Maya, not written yet."""
    actions.start_handover(cast.tide, cast.ana, last_on=LAST, next=julia, by=cast.as_("ana"))
    return Letter.objects.get(student=cast.maya)


def write(cast, letter: Letter, text: str = WORDS, by: str = "ana", was: str = "") -> None:
    actions.save_text(letter, "who", text, base=stamp_of(was), by=cast.as_(by))
    actions.show_letter(letter, by=cast.as_(by))


def test_the_whole_way(cast, julia, maya):
    next_one = Viewer.of_person(julia)
    write(cast, maya)
    assert list(visible_letters(next_one)) == []

    actions.ask_for_change(maya, text="I paint, too.", by=cast.as_("maya"))
    assert list(visible_letters(next_one)) == []
    maya.refresh_from_db()
    write(cast, maya, "She draws and paints.", was=WORDS)
    actions.agree_to_letter(maya, own_words="Ask me about the sea.", by=cast.as_("maya"))

    maya.refresh_from_db()
    assert (maya.state, maya.given_to) == ("given", julia)
    assert list(visible_letters(next_one)) == [maya]
    assert [one.words["who"] for one in Version.objects.order_by("number")] == [
        WORDS, "She draws and paints.",
    ]  # fmt: skip
    kinds = Notice.objects.order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["handover/shown", "handover/asked", "handover/shown", "handover/given"]


def test_the_next_advisor_reads_what_was_agreed_and_nothing_before(cast, julia, maya, client):
    write(cast, maya)
    actions.ask_for_change(maya, text="Not this, please.", by=cast.as_("maya"))
    maya.refresh_from_db()
    write(cast, maya, "She paints.", was=WORDS)
    actions.agree_to_letter(maya, own_words="Ask me about the sea.", by=cast.as_("maya"))
    client.force_login(julia.user, backend="kindling.accounts.backends.Backend")

    page = client.get(f"{PAGE}letters/{maya.public_id}/").text

    assert ("She paints." in page, "Ask me about the sea." in page) == (True, True)
    assert not [word for word in (WORDS, "Not this, please.") if word in page]
    assert client.post(f"{PAGE}letters/{maya.public_id}/taken/").status_code == 302
    maya.refresh_from_db()
    assert maya.taken_at is not None


def test_nobody_hands_it_over_before_the_student_agreed(cast, julia, maya):
    write(cast, maya)
    for by in ("ana", "dana"):
        actions.name_next(Handover.objects.get(), julia, by=cast.as_(by))
    maya.refresh_from_db()
    assert (maya.state, list(visible_letters(Viewer.of_person(julia)))) == ("shown", [])
    with pytest.raises(PermissionDenied):
        actions.agree_to_letter(maya, by=cast.as_("ana"))
    with pytest.raises(PermissionDenied):
        actions.agree_to_letter(maya, by=cast.as_("jordan"))


def test_what_was_shown_is_never_changed(cast, maya):
    write(cast, maya)
    with pytest.raises(Refused, match="shown already"):
        actions.save_text(maya, "who", "Other.", base=stamp_of(WORDS), by=cast.as_("ana"))
    assert Version.objects.get().words["who"] == WORDS


def test_an_empty_letter_is_not_shown(cast, maya):
    with pytest.raises(Refused, match="Write something"):
        actions.show_letter(maya, by=cast.as_("ana"))


def test_two_who_write_at_once_lose_no_word(cast, maya):
    assert actions.save_text(maya, "who", "One.", base=stamp_of(""), by=cast.as_("ana")) is None
    clash = actions.save_text(maya, "who", "Other.", base=stamp_of(""), by=cast.as_("dana"))
    assert (clash.theirs, clash.yours) == ("One.", "Other.")


def test_the_student_sees_no_draft(cast, maya, client_of):
    actions.save_text(maya, "who", WORDS, base=stamp_of(""), by=cast.as_("ana"))
    assert client_of("maya").get(f"{PAGE}letters/{maya.public_id}/").status_code == 404

    actions.show_letter(maya, by=cast.as_("ana"))
    actions.ask_for_change(maya, text="Change it.", by=cast.as_("maya"))
    maya.refresh_from_db()
    actions.save_text(maya, "careful", "Secret draft.", base=stamp_of(""), by=cast.as_("ana"))

    page = client_of("maya").get(f"{PAGE}letters/{maya.public_id}/").text
    assert (WORDS in page, "Secret draft." in page) == (True, False)


def test_leaders_finish_what_somebody_left_behind(cast, julia, maya):
    end_advisor(cast.tide, cast.ana, by=cast.as_("priya"))
    assert list(visible_letters(cast.as_("ana"))) == []
    with pytest.raises(PermissionDenied):
        actions.save_text(maya, "who", WORDS, base=stamp_of(""), by=cast.as_("ana"))

    write(cast, maya, by="dana")
    actions.ask_for_change(maya, text="Please.", by=cast.as_("maya"))

    asked = Notice.objects.filter(kind="handover/asked")
    assert {notice.person for notice in asked} == {cast.chen, cast.dana}


def test_who_takes_over_may_come_later(cast, julia):
    actions.start_handover(cast.tide, cast.ana, last_on=LAST, by=cast.as_("ana"))
    letter = Letter.objects.get(student=cast.maya)
    write(cast, letter)
    actions.agree_to_letter(letter, by=cast.as_("maya"))
    assert letter.state == "agreed"

    actions.name_next(Handover.objects.get(), julia, by=cast.as_("dana"))

    letter.refresh_from_db()
    assert (letter.state, letter.given_to) == ("given", julia)


def test_begun_twice_is_begun_once_and_newcomers_get_a_letter(cast, julia, maya):
    actions.start_handover(cast.tide, cast.ana, last_on=LAST, next=julia, by=cast.as_("ana"))
    new = make_student(cast.school, "Noor Aziz", "101", date(2012, 1, 1))
    seat_student(new, cast.tide, by=Viewer.system(cast.school))

    assert actions.add_letters(Handover.objects.get(), by=cast.as_("ana")) == 1
    assert (Handover.objects.count(), Letter.objects.count()) == (1, 4)


def test_who_left_without_a_letter_is_on_a_list(cast, client_of):
    end_advisor(cast.tide, cast.ana, by=cast.as_("priya"))

    assert [row.person for row in left_without(cast.as_("dana"))] == [cast.ana]
    assert "Ana Reyes" in client_of("dana").get(PAGE).text
    actions.start_handover(cast.tide, cast.ana, last_on=date(2026, 10, 12), by=cast.as_("dana"))
    assert list(left_without(cast.as_("dana"))) == []
    assert Letter.objects.count() == 3


@pytest.mark.parametrize("name", ["jordan", "rosa", "priya", "liam", "tasha", "otto"])
def test_nobody_else_reads_or_writes_it(cast, maya, name):
    write(cast, maya)
    assert list(visible_letters(cast.as_(name))) == []
    with pytest.raises(PermissionDenied):
        actions.save_text(maya, "who", "Mine.", base=stamp_of(WORDS), by=cast.as_(name))
    with pytest.raises(PermissionDenied):
        actions.start_handover(cast.tide, cast.ana, last_on=LAST, by=cast.as_(name))


def test_otto_hands_over_his_own_alone(cast, maya):
    office = Viewer.system(cast.north)
    group = make_advisory(by=office, name="Fjord")
    give_advisor(group, cast.otto, by=office)
    nils = make_student(cast.north, "Nils Berg", "101", date(2012, 1, 1))
    seat_student(nils, group, by=office)
    actions.start_handover(group, cast.otto, last_on=LAST, by=cast.as_("otto"))

    assert [one.student for one in visible_letters(cast.as_("otto"))] == [nils]
    assert nils not in [one.student for one in visible_letters(cast.as_("dana"))]


def test_a_substitute_reads_none(cast, julia, maya):
    write(cast, maya)
    actions.agree_to_letter(maya, by=cast.as_("maya"))
    kim = make_person(cast.school, "Kim Park", Role.STAFF)
    today = date(2026, 10, 13)
    name_substitute(cast.tide, kim, since_on=today, until_on=today, by=cast.as_("ana"))

    assert list(visible_letters(Viewer.of_person(kim))) == []


def test_the_history_keeps_no_words(cast, maya):
    write(cast, maya)
    actions.agree_to_letter(maya, own_words="The sea.", by=cast.as_("maya"))
    told = str([event.detail for event in Event.objects.all()])
    assert not [word for word in ("draws", "sea") if word in told]
    assert Word.objects.get().text == "The sea."


def test_what_waits_for_whom(cast, julia, maya):
    with inside(cast.school):
        kinds = lambda viewer: [wait.kind for wait in waits(viewer)]  # noqa: E731
        assert kinds(cast.as_("ana")) == ["letter.draft"] * 3
        assert kinds(cast.as_("maya")) == []
        write(cast, maya)
        assert kinds(cast.as_("maya")) == ["letter.shown"]
        actions.agree_to_letter(maya, by=cast.as_("maya"))
        assert kinds(Viewer.of_person(julia)) == ["letter.given"]
        actions.take_letter(maya, by=Viewer.of_person(julia))
        assert kinds(Viewer.of_person(julia)) == []


def test_a_student_answers_from_the_page(cast, maya, client_of):
    write(cast, maya)
    client = client_of("maya")
    page = f"{PAGE}letters/{maya.public_id}/"
    assert client.post(f"{page}ask/", {"text": ""}).status_code == 422
    assert client.post(f"{page}agree/", {"own_words": "Hello."}).status_code == 302
    assert client.post(f"{page}agree/", {"own_words": "Hello."}).status_code == 409


@pytest.mark.parametrize(("path", "statements"), [("", 6), ("of", 7)])
def test_the_statements_of_a_list_do_not_grow(
    cast, julia, maya, client_of, django_assert_num_queries, path, statements
):
    client = client_of("ana")
    for number in range(3):
        if number:
            with time_machine.travel(f"2026-10-{13 + number}T12:00Z"):
                last = date(2026, 12, 18 + number)
                actions.start_handover(cast.tide, cast.ana, last_on=last, by=cast.as_("ana"))
        where = PAGE if not path else Handover.objects.order_by("pk")[0].public_id
        where = where if not path else f"{PAGE}{where}/"
        client.get(where)
        with django_assert_num_queries(statements):
            assert client.get(where).status_code == 200
