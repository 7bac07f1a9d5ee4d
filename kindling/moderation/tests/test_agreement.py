"""Weighted kappa against values that others published, and the words for it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kindling.moderation.agreement import agreement, exact, linear, weighted_kappa


def pairs_of(table):
    """A table of counts, rows the first judge, as pairs."""
    return [
        (row, column)
        for row, counts in enumerate(table)
        for column, count in enumerate(counts)
        for _ in range(count)
    ]


# Cohen 1968, table 1: 200 diagnoses, with weights that he chose; he prints .492 and .348.
DIAGNOSES = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
GRAVE = [[0, 1, 3], [1, 0, 6], [3, 6, 0]]
# Agresti, Categorical Data Analysis (1990): how much fun husband and wife have; the R package vcd.
FUN = [[7, 7, 2, 3], [2, 8, 3, 7], [1, 5, 4, 9], [2, 8, 9, 14]]
# Kundel and Polansky 2003: two readers of 110 mammograms; the R package vcdExtra.
MAMMOGRAMS = [[34, 10, 2, 0], [6, 8, 8, 2], [2, 5, 4, 12], [0, 1, 2, 14]]
# Altman, Practical Statistics for Medical Research (1991): two readers of 85; the manual of Stata.
XRAYS = [[21, 12, 0, 0], [4, 17, 1, 0], [3, 9, 15, 2], [0, 0, 0, 1]]


@pytest.mark.parametrize(
    ("table", "apart", "published", "digits"),
    [
        (DIAGNOSES, exact, 0.492, 3),
        (DIAGNOSES, lambda a, b: GRAVE[a][b], 0.348, 3),
        (FUN, exact, 0.1293, 4),
        (FUN, linear, 0.2374, 4),
        (MAMMOGRAMS, exact, 0.3713, 4),
        (MAMMOGRAMS, linear, 0.5964, 4),
        (XRAYS, exact, 0.4728, 4),
    ],
)
def test_kappa_is_what_others_published(table, apart, published, digits):
    assert round(weighted_kappa(pairs_of(table), apart), digits) == published


LEVELS = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), max_size=60)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine
@given(LEVELS)
def test_quadratic_kappa_is_the_concordance_of_the_two_rows_of_numbers(pairs):
    """Fleiss and Cohen 1973; as a formula in Lin 1989: computed without counting any cell."""
    found = weighted_kappa(pairs)

    if found is not None:
        count, firsts, seconds = len(pairs), [a for a, _ in pairs], [b for _, b in pairs]
        one, two = sum(firsts) / count, sum(seconds) / count
        spread = sum((a - one) ** 2 for a in firsts) + sum((b - two) ** 2 for b in seconds)
        shared = sum((a - one) * (b - two) for a, b in pairs)
        lin = 2 * shared / (spread + count * (one - two) ** 2)
        assert found == pytest.approx(lin, abs=1e-9)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine
@given(LEVELS)
def test_kappa_does_not_care_who_came_first(pairs):
    turned = [(b, a) for a, b in pairs]

    assert weighted_kappa(pairs) == pytest.approx(weighted_kappa(turned))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine
@given(LEVELS)
def test_kappa_is_never_more_than_one_and_one_only_when_all_are_the_same(pairs):
    found = weighted_kappa(pairs)

    if found is not None:
        assert found <= 1
        assert (found == 1) == all(a == b for a, b in pairs)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine
@given(LEVELS)
def test_every_mark_is_counted_once(pairs):
    found = agreement(pairs)

    assert found.same + found.near + found.far == found.pairs == len(pairs)
    assert found.lower + found.higher == found.near + found.far


def test_few_marks_get_no_number():
    assert (agreement([(1, 1)] * 9).kappa, agreement([(1, 1)] * 9).strength) == (None, "few")
    assert agreement([(1, 1)] * 10).strength == "close"
    assert agreement([(1, 1), (2, 2), (3, 3), (4, 4), (3, 3)] * 2).strength == "close"
    assert agreement([(1, 4), (4, 1)] * 5).strength == "poor"


def test_marks_that_lean_to_one_side_are_told():
    assert agreement([(3, 2), (3, 2), (4, 3), (2, 2)]).leans == "lower"
    assert agreement([(3, 4), (3, 2), (4, 3), (2, 3)]).leans == ""
