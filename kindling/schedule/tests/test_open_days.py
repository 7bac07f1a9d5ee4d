from datetime import date

from kindling.schedule.models import Closure
from kindling.schedule.queries import closed_days, is_school_day, open_days
from kindling.schools.queries import current_term, term_on, terms_of

THURSDAY, MONDAY = date(2026, 10, 15), date(2026, 10, 19)


def close(school, label, first, last):
    return Closure.objects.create(school=school, label=label, starts_on=first, ends_on=last)


def test_a_closed_day_says_why(cast, django_assert_num_queries):
    close(cast.school, "Fall break", date(2026, 10, 1), THURSDAY)
    close(cast.school, "Storm", THURSDAY, THURSDAY)
    close(cast.north, "Northgate only", THURSDAY, MONDAY)

    with django_assert_num_queries(1):
        closed = closed_days(cast.school, THURSDAY, MONDAY)

    assert closed == {THURSDAY: "Fall break"}


def test_open_days_leave_out_weekends_closures_and_the_summer(cast):
    close(cast.school, "Fall break", THURSDAY, THURSDAY)

    assert open_days(cast.school, THURSDAY, MONDAY) == [date(2026, 10, 16), MONDAY]
    assert not is_school_day(cast.school, THURSDAY)
    assert not is_school_day(cast.school, date(2026, 7, 14))
    assert open_days(cast.school, MONDAY, THURSDAY) == []


def test_the_term_of_a_day(cast, django_assert_num_queries):
    with django_assert_num_queries(3):
        assert term_on(cast.school, THURSDAY).label == "Trimester 1"
        assert term_on(cast.school, date(2026, 11, 27)) is None
        assert current_term(cast.school, date(2026, 11, 27)).label == "Trimester 1"

    assert [t.label for t in terms_of(cast.north)] == [f"Trimester {n}" for n in (1, 2, 3)]
    assert current_term(cast.school, date(2026, 8, 1)) is None
