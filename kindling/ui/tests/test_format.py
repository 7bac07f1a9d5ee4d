from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation

from kindling.ui.format import clock, day, hours, hours_of, month, short_day, weekday

TUESDAY = date(2026, 11, 17)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Tuesday 17 November"),
        ("es", "martes 17 de noviembre"),
        ("ar", "الثلاثاء 17 نوفمبر"),
    ],
)
def test_a_day_in_the_readers_language(language, text):
    with translation.override(language):
        assert day(TUESDAY) == text


def test_a_day_with_its_year():
    with translation.override("es"):
        assert day(TUESDAY, year=True) == "martes 17 de noviembre de 2026"


def test_short_forms():
    assert [short_day(TUESDAY), weekday(TUESDAY), month(TUESDAY)] == [
        "Tue 17 Nov",
        "Tue",
        "November 2026",
    ]


@pytest.mark.parametrize(
    ("language", "text"), [("en", "2:02\u00a0PM"), ("es", "14:02"), ("en-gb", "14:02")]
)
def test_the_clock_counts_as_the_reader_does(language, text):
    with translation.override(language):
        assert clock(time(14, 2)) == text


def test_a_moment_is_shown_in_the_schools_zone():
    with timezone.override(ZoneInfo("America/New_York")):
        assert clock(datetime(2026, 11, 17, 14, 2, tzinfo=UTC)) == "9:02\u00a0AM"
        assert day(datetime(2026, 11, 18, 3, 0, tzinfo=UTC)) == "Tuesday 17 November"


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(330, "5 h 30 min"), (60, "1 h"), (45, "45 min"), (0, "0 h"), (None, "0 h")],
)
def test_minutes_become_hours(minutes, text):
    assert hours(minutes) == text


def test_hours_of_a_target():
    assert hours_of(52 * 60 + 59, 120 * 60) == "52 of 120 h"


def test_an_unknown_language_reads_as_english():
    with translation.override("tlh"):
        assert weekday(TUESDAY) == "Tue"


def test_a_month_is_written_as_inside_a_sentence():
    with translation.override("es"):
        assert month(TUESDAY) == "noviembre de 2026"
