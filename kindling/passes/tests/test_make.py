"""A pass is made for one person; only its hash is kept."""

from __future__ import annotations

import hashlib

import pytest
from django.core.exceptions import PermissionDenied

from kindling.history.models import Event
from kindling.passes.actions import make_pass
from kindling.passes.tokens import address_of, token_of


def test_the_token_is_not_in_the_database(cast):
    held = make_pass(cast.sam, "confirm_days", ["a"], by=cast.as_("chen"))

    token = token_of(held)
    assert held.token_hash == hashlib.sha256(token.encode()).hexdigest()
    assert token not in str(vars(held))
    assert address_of(held.public_id) == f"http://127.0.0.1:8000/p/{token}/"


def test_two_passes_share_no_signature(cast):
    one = make_pass(cast.sam, "confirm_days", ["a"], by=cast.as_("chen"))
    other = make_pass(cast.sam, "confirm_days", ["a"], by=cast.as_("chen"))

    assert token_of(one).split(".")[1] != token_of(other).split(".")[1]


def test_making_leaves_a_trace(cast):
    held = make_pass(cast.sam, "confirm_days", ["a"], by=cast.as_("chen"))

    assert Event.objects.get(verb="pass.make").subject_id == held.public_id


def test_nobody_makes_a_pass_for_a_person_of_another_school(cast):
    with pytest.raises(PermissionDenied):
        make_pass(cast.otto, "confirm_days", [], by=cast.as_("chen"))
