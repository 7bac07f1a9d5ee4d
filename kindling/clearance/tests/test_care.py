"""A family that says no to care in an emergency: the medical form stands no longer."""

from __future__ import annotations

from datetime import date

import pytest

from kindling.agreements.models import Agreement
from kindling.clearance.queries import gate
from kindling.clearance.tests.handed import ask_for, make_checked
from kindling.clearance.tests.test_signed_elsewhere import make_agreement
from kindling.consents.tests.asking import ask, say

TODAY = date(2026, 10, 13)


def stops(cast):
    return bool(gate(cast.luis, cast.shelter, "internship", TODAY))


@pytest.mark.parametrize(
    ("words", "is_stopped"), [((), False), (("yes",), False), (("no",), True), (("no", "yes"), False)]
)  # fmt: skip
def test_the_form_stands_until_the_family_says_no(cast, words, is_stopped):
    ask_for(cast, "emergency")
    make_checked(cast, "emergency", cast.luis, cast.shelter)
    consent = ask(cast, "medical")
    for word in words:
        say(cast, consent, word)

    assert stops(cast) == is_stopped


def test_a_signed_form_gives_way_to_a_no_too(cast):
    ask_for(cast, "emergency")
    made = make_agreement(cast, "complete", student=cast.luis, opportunity=None)
    Agreement.objects.filter(pk=made.pk).update(kind="medical")
    before = stops(cast)
    consent = ask(cast, "medical")
    say(cast, consent, "no")

    assert (before, stops(cast)) == (False, True)
