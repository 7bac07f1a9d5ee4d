"""Old enough from which day on."""

from datetime import date

import pytest

from kindling.sites.openness import birthday, openness_of
from kindling.sites.travel import minutes_from_school

TODAY = date(2026, 10, 13)


@pytest.mark.parametrize(
    ("born", "age", "day"),
    [
        (date(2010, 10, 20), 16, date(2026, 10, 20)),
        (date(2008, 2, 29), 16, date(2024, 2, 29)),
        (date(2008, 2, 29), 17, date(2025, 3, 1)),
    ],
)
def test_the_birthday_is_the_day(cast, born, age, day):
    cast.maya.birth_on = born

    assert birthday(born, age) == day
    assert cast.maya.age_on(day) == age


def test_reasons_name_what_stands_in_the_way(cast):
    cast.maya.birth_on = None
    found = openness_of(cast.clinic, cast.maya, TODAY)

    assert (found.free_seats, found.is_open) == (1, False)
    assert [reason.code for reason in found.reasons] == ["birthday_unknown"]
    assert found.reasons[0].sentence == (
        "For students of 16 and older. Ask the office to note your birthday."
    )


def test_without_a_student_age_is_left_out(cast):
    assert openness_of(cast.clinic, None, TODAY).is_open


def test_minutes_need_both_positions(cast):
    assert minutes_from_school(cast.school, cast.clinic.site) == 4
    cast.clinic.site.latitude = None
    assert minutes_from_school(cast.school, cast.clinic.site) is None
    cast.clinic.site.latitude = 0.0
    assert minutes_from_school(cast.school, cast.clinic.site) > 10_000
