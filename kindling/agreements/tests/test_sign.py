"""A name under the words: by link or signed in, drawn or typed, once."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from kindling.agreements import actions
from kindling.agreements.models import Agreement, Signature, Signer
from kindling.agreements.tests.signing import (
    link_viewer,
    make_agreement,
    publish_more,
    sign,
    sign_all,
    signer,
)
from kindling.kit.http import Refused

STROKE = " ".join(f"{x},{100 + x % 7}" for x in range(40, 240, 5))


def test_a_name_is_kept_with_time_language_and_the_address_of_the_words(cast, agreement):
    kept = sign(cast, agreement, "family", "rosa", name="Rosa Diaz", language="es")

    assert kept.wording.content_hash == agreement.content_hash
    assert (kept.way, kept.language, kept.person, kept.by_link) == ("typed", "es", cast.rosa, False)
    assert kept.at.isoformat()[:16] == cast.school.now().isoformat()[:16]
    assert signer(agreement, "family").state == "signed"


def test_a_drawn_name_is_kept_as_its_lines(cast, agreement):
    kept = sign(cast, agreement, "student", "luis", drawing=STROKE)

    assert (kept.way, kept.drawing) == ("drawn", STROKE)


@pytest.mark.parametrize("drawing", ["1,1", "<svg>", "700,1 " * 20, "5,5 " * 4000])
def test_a_dot_or_nonsense_is_a_typed_name(cast, agreement, drawing):
    assert sign(cast, agreement, "student", "luis", drawing=drawing).way == "typed"


def test_four_names_complete_it(cast, agreement):
    sign_all(cast, agreement)

    assert agreement.state == Agreement.State.COMPLETE
    assert agreement.completed_at is not None


def test_a_double_tap_is_one_signature(cast, agreement):
    first = sign(cast, agreement, "student", "luis")
    second = sign(cast, agreement, "student", "luis")

    assert first == second
    assert Signature.objects.count() == 1


def test_a_signature_on_old_words_is_refused(cast, template, agreement):
    old = agreement.content_hash
    publish_more(cast, template)
    actions.update_wording(agreement, by=cast.as_("chen"))

    with pytest.raises(actions.Changed, match="words have changed"):
        sign(cast, agreement, "student", "luis", content_hash=old)

    assert Signature.objects.count() == 0


def test_new_words_set_earlier_names_aside(cast, template, agreement):
    sign(cast, agreement, "student", "luis")
    publish_more(cast, template)

    actions.update_wording(agreement, by=cast.as_("chen"))

    agreement.refresh_from_db()
    assert Signature.objects.get().set_aside_at is not None
    assert [one.state for one in agreement.signers.all()] == ["waiting"] * 4
    assert agreement.wordings.get(number=2).changes == "Mentors call first."


@pytest.mark.parametrize("who", ["jordan", "ana", "dana", "chen", "otto"])
def test_nobody_signs_for_a_family(cast, agreement, who):
    with pytest.raises(PermissionDenied):
        sign(cast, agreement, "family", who)


def test_the_principal_may_sign_for_the_school(cast, agreement):
    assert sign(cast, agreement, "school", "dana").person == cast.dana


def test_a_link_signs_only_what_it_names(cast, agreement):
    other = make_agreement(cast, agreement.template, opportunity=cast.shelter)

    with pytest.raises(PermissionDenied):
        sign(cast, other, "site", "sam", by=link_viewer(cast, agreement, "site"))


def test_saying_no_stops_it_until_the_school_acts(cast, agreement):
    actions.decline_agreement(signer(agreement, "family"), by=cast.as_("rosa"), reason="Too far.")

    with pytest.raises(Refused, match="said no"):
        sign(cast, agreement, "student", "luis")

    agreement.refresh_from_db()
    assert agreement.state == Agreement.State.DECLINED
    assert signer(agreement, "family").reason == "Too far."

    actions.reopen_agreement(agreement, by=cast.as_("chen"))
    assert sign(cast, agreement, "student", "luis").pk


def test_what_was_taken_back_is_signed_by_nobody(cast, agreement):
    actions.void_agreement(agreement, by=cast.as_("chen"), reason="Wrong site.")

    with pytest.raises(Refused, match="taken this back"):
        sign(cast, agreement, "student", "luis")


def test_what_all_have_signed_is_ended_and_not_taken_back(cast, agreement):
    sign_all(cast, agreement)

    with pytest.raises(Refused):
        actions.void_agreement(agreement, by=cast.as_("chen"), reason="Oh.")

    actions.end_agreement(
        agreement, by=cast.as_("chen"), on=cast.school.today().replace(day=30), reason="Moved."
    )
    assert agreement.state == Agreement.State.ENDED


def test_a_name_can_be_taken_back_while_others_are_missing(cast, agreement):
    sign(cast, agreement, "student", "luis")

    actions.take_back_signature(signer(agreement, "student"), by=cast.as_("luis"))

    assert signer(agreement, "student").state == Signer.State.WAITING
    assert sign(cast, agreement, "student", "luis").set_aside_at is None


def test_after_the_last_name_nobody_takes_theirs_back(cast, agreement):
    sign_all(cast, agreement)

    with pytest.raises(Refused, match="Ask the school"):
        actions.take_back_signature(signer(agreement, "student"), by=cast.as_("luis"))


def test_a_name_under_what_has_ended_stays(cast, agreement):
    sign_all(cast, agreement)
    actions.end_agreement(
        agreement, by=cast.as_("chen"), on=cast.school.today().replace(day=30), reason="Moved."
    )

    with pytest.raises(Refused, match="has ended"):
        actions.take_back_signature(signer(agreement, "student"), by=cast.as_("luis"))

    assert Signature.objects.filter(set_aside_at__isnull=True).count() == 4
