"""Which code holds at which moment."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindling.sites import codes

NINE = datetime(2026, 10, 13, 13, 0, tzinfo=UTC)
SECRET, OTHER = "one secret", "another secret"
moments = st.datetimes(datetime(2026, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(moments, st.integers(-300, 1799))
def test_what_the_screen_shows_holds_then_half_an_hour_later_and_just_before(moment, seconds):
    shown = codes.screen_code(SECRET, moment)

    assert codes.holds(SECRET, shown, moment + timedelta(seconds=seconds))


@given(moments)
def test_the_screen_always_shows_six_digits(moment):
    assert (
        len(codes.screen_code(SECRET, moment)),
        codes.screen_code(SECRET, moment).isdigit(),
    ) == (
        6,
        True,
    )


@pytest.mark.parametrize("minutes", [-40, 60, 24 * 60])
def test_an_old_code_and_one_of_the_future_do_not_hold(minutes):
    shown = codes.screen_code(SECRET, NINE)

    assert not codes.holds(SECRET, shown, NINE + timedelta(minutes=minutes))


def test_the_code_of_another_place_does_not_hold():
    assert not codes.holds(SECRET, codes.screen_code(OTHER, NINE), NINE)
    assert not codes.holds(SECRET, codes.wall_code(OTHER), NINE)


def test_what_hangs_on_the_wall_holds_at_any_time():
    wall = codes.wall_code(SECRET)

    assert [codes.holds(SECRET, wall, NINE + timedelta(days=n)) for n in (0, 1, 400)] == [True] * 3
    assert len(wall) == 8


@pytest.mark.parametrize("typed", ["{} ", " {}", "{:.3}-{:.0}", "{}"])
def test_spaces_and_dashes_do_not_matter(typed):
    code = codes.screen_code(SECRET, NINE)
    spaced = f"{code[:3]}-{code[3:]}" if "-" in typed else typed.format(code)

    assert codes.holds(SECRET, spaced, NINE)


@pytest.mark.parametrize("typed", ["", " ", "000", "ñandú", "１２３４５６"])
def test_nothing_and_nonsense_do_not_hold(typed):
    assert not codes.holds(SECRET, typed, NINE)


def test_it_says_when_it_changes():
    assert codes.changes_at(NINE + timedelta(minutes=12)) == NINE + timedelta(minutes=30)
