"""Names under a plan: from a page, a link, in the room; and what nobody can change afterwards."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from kindling.kit.http import Refused
from kindling.plans import actions
from kindling.plans.content import address_of
from kindling.plans.models import Plan, Signature, Signer, Version
from kindling.plans.tests.planning import proposed, sign, signed
from kindling.schools.viewer import Viewer


def test_student_family_and_advisor_sign_and_the_plan_counts(cast):
    version = proposed(cast)

    for name in ("luis", "rosa", "ana"):
        sign(version, name, cast)

    plan = Plan.objects.get()
    assert (plan.state, plan.waits_for) == (Plan.State.ACTIVE, "")
    assert Version.objects.get().state == Version.State.IN_FORCE
    assert {(one.name, one.content_hash) for one in Signature.objects.all()} == {
        ("Luis Diaz", version.content_hash),
        ("Rosa Diaz", version.content_hash),
        ("Ana Reyes", version.content_hash),
    }


def test_a_name_is_bound_to_the_sha_256_of_what_was_read(cast):
    version = proposed(cast)

    sign(version, "rosa", cast)

    assert Signature.objects.get().content_hash == address_of(Version.objects.get().content)


def test_the_list_says_who_is_missing(cast):
    version = proposed(cast)

    sign(version, "luis", cast)

    plan = Plan.objects.get()
    assert (plan.state, plan.unsigned) == (Plan.State.PART, ["family", "advisor"])


def test_the_same_tap_twice_is_one_name(cast):
    version = proposed(cast)

    sign(version, "luis", cast)
    sign(version, "luis", cast)

    assert Signature.objects.count() == 1


def test_other_words_than_those_read_are_not_signed(cast):
    signer = proposed(cast).signers.get(party="student")

    with pytest.raises(Refused, match="newer words"):
        actions.sign_version(signer, by=cast.as_("luis"), content_hash="0" * 64, name="Luis")


def test_nobody_signs_for_somebody_else(cast):
    version = proposed(cast)
    signer = version.signers.get(party="student")

    for name in ("ana", "rosa", "dana", "otto", "jordan"):
        with pytest.raises(PermissionDenied):
            actions.sign_version(
                signer, by=cast.as_(name), content_hash=version.content_hash, name="Luis"
            )


def test_in_the_room_the_advisor_is_written_down_beside_the_name(cast):
    version = proposed(cast)
    signer = version.signers.get(party="family")

    actions.sign_in_room(
        signer, by=cast.as_("ana"), content_hash=version.content_hash, name="Rosa Diaz"
    )

    kept = Signature.objects.get()
    assert (kept.way, kept.person, kept.beside) == ("room", cast.rosa, cast.ana)


def test_a_student_hosts_no_signing(cast):
    version = proposed(cast)
    signer = version.signers.get(party="family")

    with pytest.raises(PermissionDenied):
        actions.sign_in_room(
            signer, by=cast.as_("luis"), content_hash=version.content_hash, name="Rosa Diaz"
        )


def test_who_wants_a_change_sends_it_back_with_words(cast):
    version = proposed(cast)
    signer = version.signers.get(party="family")

    actions.return_version(signer, by=cast.as_("rosa"), words="Less wood, more books.")

    plan = Plan.objects.get()
    assert (plan.state, plan.waits_for) == (Plan.State.DRAFT, "")
    assert plan.remarks.get().text == "Less wood, more books."
    assert Version.objects.get().state == Version.State.RETURNED


def test_nobody_signs_once_the_term_is_over(cast):
    version = proposed(cast)
    plan = version.plan
    plan.term.starts_on, plan.term.ends_on = "2026-08-31", "2026-10-12"
    plan.term.save()

    with pytest.raises(Refused, match="ended on"):
        sign(version, "luis", cast)

    assert Signer.objects.filter(state="signed").count() == 0


def test_signed_words_cannot_be_written_on(cast):
    plan = signed(cast)
    item = plan.items.first()

    with pytest.raises(Refused, match="Start a change"):
        actions.write_item(item, "experience", "Other", base="", by=cast.as_("luis"))


def test_of_two_who_sign_at_last_one_brings_it_into_force(cast):
    version = proposed(cast)
    sign(version, "luis", cast)
    sign(version, "rosa", cast)
    ana = Signer.objects.get(version=version, party="advisor")

    for _try in range(2):
        actions.sign_version(
            ana, by=Viewer.of_person(cast.ana), content_hash=version.content_hash, name="Ana"
        )

    assert Version.objects.filter(state="in_force").count() == 1
