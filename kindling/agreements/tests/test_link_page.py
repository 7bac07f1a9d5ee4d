"""What the bearer of a link sees and does."""

from __future__ import annotations

import pytest
from django.core import mail

from kindling.agreements import actions
from kindling.agreements.models import Signature
from kindling.agreements.rules import SIGN_AGREEMENT
from kindling.agreements.tests.signing import make_agreement, publish_more, sign, signer
from kindling.passes.actions import make_pass
from kindling.passes.models import Pass
from kindling.passes.tokens import token_of


@pytest.fixture
def door(cast, agreement):
    one = signer(agreement, "family")
    return door_of(cast, cast.rosa, [one.public_id])


def door_of(cast, person, subjects):
    held = make_pass(person, SIGN_AGREEMENT, subjects, by=cast.as_("chen"))
    return f"/p/{token_of(held)}/"


def posted(agreement, **more):
    agreement.refresh_from_db()
    return {
        "content_hash": agreement.content_hash, "language": "es", "name": "Rosa Diaz",
        "agrees": "on", **more,
    }  # fmt: skip


def test_she_reads_it_in_spanish_and_signs_with_her_typed_name(client, agreement, door):
    page = client.get(door)
    assert 'lang="es"' in page.text
    assert "Luis Diaz aprende en Bayside Animal Clinic." in page.text

    answer = client.post(door, posted(agreement), follow=True)

    kept = Signature.objects.get()
    assert answer.status_code == 200
    assert (kept.name, kept.language, kept.by_link) == ("Rosa Diaz", "es", True)


def test_the_words_can_be_heard_in_their_language(client, agreement, door):
    page = client.get(door).text

    assert '<read-aloud for="read-here" lang="es"' in page
    assert "data-aloud" in page.partition('id="read-here"')[2].partition("<read-aloud")[0]


def test_a_language_without_text_is_said_so(cast, client, agreement, door):
    cast.rosa.language = "ar"
    cast.rosa.save()

    page = client.get(door)

    assert "العربيّة" in page.text
    assert "Internship agreement" in page.text


def test_a_language_that_is_none_is_neither_shown_nor_kept(client, agreement, door):
    assert client.get(f"{door}?text=zz").status_code == 200

    client.post(door, posted(agreement, language="zz"))

    assert Signature.objects.get().language == "en"


def test_old_words_give_a_sentence_and_the_new_words(cast, client, template, agreement, door):
    old = posted(agreement)
    publish_more(cast, template)
    actions.update_wording(agreement, by=cast.as_("chen"))

    answer = client.post(door, old)

    agreement.refresh_from_db()
    assert answer.status_code == 409
    assert "Mentors call first." in answer.text
    assert f'value="{agreement.content_hash}"' in answer.text
    assert Signature.objects.count() == 0


def test_without_the_tick_nothing_is_signed(client, agreement, door):
    answer = client.post(door, posted(agreement, agrees=""))

    assert answer.status_code == 422
    assert Signature.objects.count() == 0


def test_she_says_no_with_a_reason(client, agreement, door):
    answer = client.post(door, {"do": "decline", "reason": "Muy lejos."}, follow=True)

    assert answer.status_code == 200
    assert signer(agreement, "family").state == "declined"


def test_no_link_shows_the_page_of_another_signer(cast, client, agreement):
    other = signer(agreement, "student")

    answer = client.get(door_of(cast, cast.rosa, [other.public_id]))

    assert answer.status_code == 404


def test_one_link_for_several_papers_lets_her_choose(cast, client, agreement):
    second = make_agreement(cast, agreement.template, opportunity=cast.shelter)
    ids = [signer(one, "family").public_id for one in (agreement, second)]
    door = door_of(cast, cast.rosa, ids)

    page = client.get(door)

    assert [f"?one={key}" in page.text for key in ids] == [True, True]
    assert client.get(f"{door}?one={ids[1]}").status_code == 200
    assert client.get(f"{door}?one=unknown").status_code == 404


def test_asking_sends_one_letter_each_and_links_to_those_without_a_page(
    cast, agreement, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        count = actions.ask_signers(agreement, by=cast.as_("chen"))

    assert count == 4
    assert sorted(held.bearer.first for held in Pass.objects.all()) == ["Rosa", "Sam"]
    assert len(mail.outbox) == 4


def test_nobody_is_reminded_again_within_three_days(cast, agreement):
    actions.ask_signers(agreement, by=cast.as_("chen"))

    assert actions.remind_signers([agreement.public_id], by=cast.as_("chen")) == 0


def test_one_letter_a_person_whatever_the_number_of_papers(
    cast, agreement, template, django_assert_num_queries
):
    second = make_agreement(cast, template, opportunity=cast.shelter)
    sign(cast, second, "student", "luis")
    by = cast.as_("chen")

    with django_assert_num_queries(14):
        assert actions.remind_signers([agreement.public_id, second.public_id], by=by) == 4

    assert [len(held.subjects) for held in Pass.objects.all()] == [2, 2]
