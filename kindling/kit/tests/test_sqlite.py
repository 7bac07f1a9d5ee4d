"""Our way into SQLite says what Django's says."""

from datetime import UTC, date, datetime, time

import pytest
from django.db import connection

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has its own"),
]


def test_a_percent_sign_is_text_and_a_value_is_a_value():
    with connection.cursor() as cursor:
        cursor.execute("SELECT '50%%', %s, %s", ["100%", "what?"])
        assert cursor.fetchone() == ("50%", "100%", "what?")


def test_named_values_still_work():
    with connection.cursor() as cursor:
        cursor.execute("SELECT %(one)s, %(two)s", {"two": 2, "one": 1})
        assert cursor.fetchone() == (1, 2)


def test_dates_times_and_moments_come_back_as_they_went_in(cast):
    day, at = date(2026, 3, 1), time(9, 5)
    moment = datetime(2026, 3, 8, 7, 30, 15, 123000, tzinfo=UTC)
    ops = connection.ops
    assert [
        ops.convert_datefield_value(text, None, connection) for text in ("2026-03-01", day, None)
    ] == [day, day, None]
    assert [
        ops.convert_timefield_value(text, None, connection) for text in ("09:05:00", at, None)
    ] == [at, at, None]
    texts = ("2026-03-08 07:30:15.123", moment.replace(tzinfo=None), moment, None)
    assert [ops.convert_datetimefield_value(text, None, connection) for text in texts] == [
        moment,
        moment,
        moment,
        None,
    ]
