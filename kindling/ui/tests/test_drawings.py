"""Geometry: icons, histogram, rings, month."""

from datetime import date, time

import pytest

from kindling.ui.charts import dot_histogram, hue_of, ring_spots
from kindling.ui.icons import UnknownIcon, icon
from kindling.ui.month import Entry, month_weeks
from kindling.ui.samples import PEOPLE, PLACES


def test_an_icon_is_decoration_unless_it_has_a_label():
    assert 'aria-hidden="true"' in icon("check")
    assert 'role="img" aria-label="Done &lt;now&gt;"' in icon("check", label="Done <now>")


def test_an_icon_that_points_turns_round_with_the_page():
    assert 'class="icon flip"' in icon("arrow-right")
    assert 'class="icon"' in icon("check")


def test_an_unknown_icon_is_an_error():
    with pytest.raises(UnknownIcon):
        icon("no-such-icon")


def test_people_of_one_column_stand_on_each_other():
    drawn = dot_histogram([(PEOPLE[0], 12.0), (PEOPLE[1], 14.0), (PEOPLE[2], 31.0)], mark=40)

    xs, ys = [dot.x for dot in drawn.dots], [dot.y for dot in drawn.dots]
    assert xs[0] == xs[1] < xs[2]
    assert ys[1] < ys[0] == ys[2] < drawn.floor
    assert drawn.mark_x > xs[2]


def test_an_empty_histogram_still_has_an_axis():
    assert [n for _, n in dot_histogram([]).ticks] == [0, 20, 40, 60]


def test_near_places_stand_inside_far_ones_and_none_leaves_the_drawing():
    spots = ring_spots(PLACES).spots

    def far(spot):
        return round(((spot.x - 150) ** 2 + (spot.y - 150) ** 2) ** 0.5)

    assert [spot.label for spot in spots] == ["Gearhead", "Bayside", "North Star", "Cedar & Salt"]
    assert [far(spot) for spot in spots] == sorted(far(spot) for spot in spots)
    assert far(spots[0]) >= 40
    assert all(0 < spot.x < 300 and 0 < spot.y < 300 for spot in spots)


def test_the_rings_fit_what_they_show():
    near = [place for place in PLACES if place.minutes < 10]

    assert ring_spots(near).farthest == 10
    assert ring_spots(PLACES).farthest == 60
    assert ring_spots([]).farthest == 6


def test_a_word_keeps_its_hue():
    assert hue_of("Health") == hue_of("Health")
    assert {hue_of(f"word {n}") for n in range(200)} == set(range(1, 9))


def test_a_month_is_whole_weeks_with_what_happens():
    entries = [
        Entry(date(2026, 10, 13), "Later", at=time(13, 0)),
        Entry(date(2026, 10, 13), "All day"),
        Entry(date(2026, 12, 1), "Another month"),
    ]

    weeks = month_weeks(date(2026, 10, 20), entries, today=date(2026, 10, 13))

    days = [day for week in weeks for day in week]
    assert (days[0].on, days[-1].on) == (date(2026, 9, 28), date(2026, 11, 1))
    assert [day.on for day in days if day.is_today] == [date(2026, 10, 13)]
    assert [e.label for day in days for e in day.entries] == ["All day", "Later"]


def test_a_week_may_begin_on_sunday():
    weeks = month_weeks(date(2026, 10, 1), [], today=date(2026, 10, 1), first_weekday=6)

    assert weeks[0][0].on == date(2026, 9, 27)
