"""Whoever keeps consents asks, writes down what came on paper, and reads what stands."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kindling.consents import actions
from kindling.consents.models import Consent, Purpose
from kindling.consents.rules import holds, lets
from kindling.consents.tests.asking import ask, say, use
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.passes.models import Pass
from kindling.people.actions import connect
from kindling.schools.roles import Role
from tests.cast import FIRST_DAY

BOARD = "/harbor-view/consents/board/"
PHOTO = "/harbor-view/consents/purposes/photo/"
TODAY = date(2026, 10, 13)


def test_one_letter_and_one_link_for_all_children_and_questions(cast):
    connect(cast.maya, cast.rosa, Role.GUARDIAN, by=cast.as_("priya"), since_on=FIRST_DAY)
    use(cast, "photo", "ride")

    students = [cast.maya, cast.luis, cast.jordan]  # nobody of Jordan's family is on file
    assert actions.ask_families(["photo", "ride"], students, by=cast.as_("priya")) == 1
    held = Pass.objects.get(purpose="answer_consents")
    assert (held.bearer, held.needs_code, len(held.subjects)) == (cast.rosa, True, 4)


def test_the_board_the_purpose_and_asking_from_the_page(cast, client_of, django_assert_num_queries):
    use(cast, "photo")
    client = client_of("priya")
    assert client.post(f"{PHOTO}ask/").status_code == 302
    say(cast, Consent.objects.get(student=cast.luis), "yes")

    assert "1 yes, 0 no, 2 waiting" in client.get(BOARD).text
    page = client.get(f"{PHOTO}?state=given").text
    assert "Luis Diaz" in page
    assert "Maya Santos" not in page
    with django_assert_num_queries(5):
        client.get(BOARD)
    assert [client_of(name).get(BOARD).status_code for name in ("ana", "rosa", "otto")] == [
        403, 403, 404,
    ]  # fmt: skip


def test_a_no_on_paper_is_written_down_under_who_said_it_and_who_wrote_it(cast, client_of):
    use(cast, "ride")
    page = f"/harbor-view/consents/for/{cast.luis.public_id}/ride/"
    words = {"person": cast.rosa.public_id, "says": "no", "note": "By phone with Priya"}
    client = client_of("priya")
    assert client.post(page, words).status_code == 302

    word = Consent.objects.get(student=cast.luis, kind="ride").words.get()
    assert (word.person, word.written_by, word.way, word.says) == (
        cast.rosa, cast.priya, "paper", "no",
    )  # fmt: skip
    assert client.post(page, words | {"person": cast.ana.public_id}).status_code == 422
    assert (
        "By phone with Priya"
        in client.get(f"/harbor-view/consents/for/{cast.luis.public_id}/").text
    )
    assert (
        "By phone"
        not in client_of("ana").get(f"/harbor-view/consents/for/{cast.luis.public_id}/").text
    )


def test_below_thirteen_the_principal_agrees_for_learning_only_and_the_family_counts_more(cast):
    use(cast, "under13")
    cast.maya.birth_on = date(2014, 3, 2)
    cast.maya.save()
    with pytest.raises(PermissionDenied):
        actions.agree_for_school(cast.maya, note="", by=cast.as_("priya"))
    consent = actions.agree_for_school(cast.maya, note="", by=cast.as_("dana"))
    assert (consent.state, consent.basis) == ("given", "school")

    connect(cast.maya, cast.rosa, Role.GUARDIAN, by=cast.as_("priya"), since_on=FIRST_DAY)
    say(cast, consent, "no")
    assert not holds(cast.maya, "under13", TODAY)
    with pytest.raises(Refused):
        actions.agree_for_school(cast.maya, note="", by=cast.as_("dana"))


def test_what_the_school_does_not_ask_stands_against_nothing_but_a_no_always_does(cast):
    assert lets(cast.luis, "photo", TODAY)
    consent = ask(cast, "photo")
    assert not lets(cast.luis, "photo", TODAY)
    say(cast, consent, "yes")
    assert lets(cast.luis, "photo", TODAY)
    say(cast, consent, "back")
    actions.use_purpose(
        Purpose.objects.get(school=cast.school, kind="photo"), is_used=False, by=cast.as_("dana")
    )
    assert not lets(cast.luis, "photo", TODAY)


def test_the_letter_says_what_and_for_whom_and_no_more(cast):
    ask(cast, "photo")
    letter = Notice.objects.get(kind="consents/ask")
    assert (letter.person, "Luis" in letter.subject) == (cast.rosa, True)
    assert "Diaz" not in (letter.subject + letter.body).replace("Rosa Diaz", "")


def test_words_are_written_on_a_page_with_the_original_beside_them(cast, client_of):
    use(cast, "photo")
    client, page = client_of("priya"), f"{PHOTO}write/es/"
    assert "Photos and films of your child" in client.get(page).text

    words = {"title": "Fotos", "summary": "Todo nuevo.", "body": "Nada más."}
    assert client.post(page, words).status_code == 302
    assert client.get(f"{PHOTO}write/xx/").status_code == 404
    assert client.post(page, {}).status_code == 422
