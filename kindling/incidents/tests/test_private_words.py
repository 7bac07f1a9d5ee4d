"""A private word about the end of an internship goes to whom the school offers for a worry."""

from __future__ import annotations

from kindling.incidents.actions import offer_adult
from kindling.placements.tests.factories import make_placement
from kindling.placements.trusted import adults_for


def test_the_school_offers_the_same_adults_as_for_a_worry(cast):
    placement = make_placement(cast, cast.luis, cast.clinic)
    before = adults_for(cast.as_("luis"), placement)
    offer_adult(cast.priya, words="Office", reply_hours=24, by=cast.as_("dana"))

    after = adults_for(cast.as_("luis"), placement)

    assert cast.ana in before
    assert cast.priya in after
    assert cast.rosa not in after
