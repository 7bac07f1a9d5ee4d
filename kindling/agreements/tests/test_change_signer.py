"""Somebody else signs for a party; and whose tie has ended signs no more."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kindling.agreements import actions
from kindling.agreements.rules import SIGN_AGREEMENT
from kindling.agreements.tests.signing import link_viewer, sign, signer
from kindling.kit.http import Refused
from kindling.passes.actions import make_pass
from kindling.passes.tokens import token_of
from kindling.people.actions import connect
from kindling.people.models import Connection
from kindling.schools.roles import Role
from tests.cast import make_person


@pytest.fixture
def uncle(cast):
    person = make_person(cast.school, "Hugo Diaz", Role.GUARDIAN)
    connect(cast.luis, person, Role.GUARDIAN, by=cast.as_("priya"), since_on=date(2026, 9, 1))
    return person


def test_another_guardian_signs_instead(cast, client_of, agreement, uncle):
    one = signer(agreement, "family")

    answer = client_of("chen").post(
        f"/harbor-view/agreements/signers/{one.public_id}/", {"person": uncle.public_id}
    )

    assert answer.status_code == 302
    assert signer(agreement, "family").person == uncle


@pytest.mark.parametrize("who", ["maya", "ana", "otto"])
def test_nobody_who_has_nothing_to_do_with_it(cast, agreement, who):
    with pytest.raises(PermissionDenied):
        actions.change_signer(signer(agreement, "family"), cast.person(who), by=cast.as_("chen"))


def test_whoever_opened_the_page_before_signs_no_more(cast, agreement, uncle):
    open_page, by = signer(agreement, "family"), link_viewer(cast, agreement, "family")
    actions.change_signer(signer(agreement, "family"), uncle, by=cast.as_("chen"))

    with pytest.raises(PermissionDenied):
        actions.decline_agreement(open_page, by=by, reason="Too far.")

    assert signer(agreement, "family").state == "waiting"


def test_not_after_a_signature(cast, agreement, uncle):
    sign(cast, agreement, "family", "rosa")

    with pytest.raises(Refused, match="answered already"):
        actions.change_signer(signer(agreement, "family"), uncle, by=cast.as_("chen"))


def test_a_guardian_whose_tie_has_ended_reads_and_signs_nothing(cast, client, agreement):
    one = signer(agreement, "family")
    held = make_pass(cast.rosa, SIGN_AGREEMENT, [one.public_id], by=cast.as_("chen"))
    Connection.objects.filter(adult=cast.rosa).update(until_on=date(2026, 10, 12))

    assert client.get(f"/p/{token_of(held)}/").status_code == 404
    with pytest.raises(PermissionDenied):
        sign(cast, agreement, "family", "rosa", by=link_viewer(cast, agreement, "family"))
