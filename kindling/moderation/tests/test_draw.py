"""A sample by the school's rate: spread over who judged, the same again from its seed."""

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kindling.kit.http import Refused
from kindling.moderation.actions import draw_sitting
from kindling.moderation.models import Marking, Sampled
from kindling.moderation.sampling import draw, hand_out
from kindling.moderation.tests.moderating import another_advisor, drawn, judged

POOLS = st.dictionaries(
    st.text("abcdef0123456789", min_size=4, max_size=6), st.sampled_from(["ana", "ben", "kim"]),
    max_size=40,
).map(lambda found: list(found.items()))  # fmt: skip


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine
@given(POOLS, st.integers(1, 100), st.text(max_size=8), st.randoms())
def test_the_same_seed_draws_the_same_in_whatever_order_it_comes(pool, percent, seed, chance):
    mixed = list(pool)
    chance.shuffle(mixed)

    assert draw(mixed, percent, seed) == draw(pool, percent, seed)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine
@given(POOLS, st.integers(1, 100), st.text(max_size=8))
def test_everybody_who_judged_is_drawn_by_the_rate(pool, percent, seed):
    found = set(draw(pool, percent, seed))

    for judge in {judge for _key, judge in pool}:
        theirs = {key for key, by in pool if by == judge}
        assert len(found & theirs) == -(-len(theirs) * percent // 100)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine
@given(POOLS, st.integers(1, 99), st.text(max_size=8))
def test_a_higher_rate_draws_the_same_ones_and_more(pool, percent, seed):
    assert set(draw(pool, percent, seed)) <= set(draw(pool, percent + 1, seed))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine
@given(POOLS, st.integers(1, 3))
def test_nobody_marks_what_they_know_and_the_load_is_even(pool, each):
    drawn = [key for key, _judge in pool]
    kept_from = {key: {judge} for key, judge in pool}
    markers = ["ana", "ben", "kim", "lea"]

    given_ = hand_out(drawn, markers, kept_from, each)

    assert all(judge not in given_[key] for key, judge in pool)
    assert all(len(given_[key]) == len(set(given_[key])) == each for key in drawn)


def test_a_sitting_keeps_its_pool_its_seed_and_who_marks(cast):
    noor = another_advisor(cast)
    one, two = judged(cast, code="ER1"), judged(cast, code="QR1", level=2)

    sitting = drawn(cast, [cast.ana, noor])

    rows = sitting.sampled.order_by("judgement__goal__code")
    assert [(row.judgement_id, row.first.position, row.first_by.name) for row in rows] == [
        (one.pk, 3, "Ana Reyes"),
        (two.pk, 2, "Ana Reyes"),
    ]
    assert sitting.pool == [
        [one.public_id, cast.ana.public_id],
        [two.public_id, cast.ana.public_id],
    ]
    assert {mark.by for mark in Marking.objects.all()} == {noor}


def test_what_was_drawn_once_is_not_drawn_again(cast):
    noor = another_advisor(cast)
    judged(cast)
    drawn(cast, [noor])

    with pytest.raises(Refused, match="Nothing was judged"):
        drawn(cast, [noor])
    assert Sampled.objects.count() == 1


def test_refused_where_all_markers_know_it(cast):
    judged(cast)

    with pytest.raises(Refused, match="know what was drawn"):
        drawn(cast, [cast.ana])
    assert Sampled.objects.count() == 0


def test_an_advisor_draws_nothing(cast):
    judged(cast)
    today = cast.school.today()

    with pytest.raises(PermissionDenied):
        draw_sitting(
            "Fall", since_on=today, until_on=today, percent=50, markers=[cast.ana],
            by=cast.as_("ana"),
        )  # fmt: skip
