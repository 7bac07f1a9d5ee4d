"""What somebody does on a date: the most specific week, the change, the closure."""

from datetime import date, time

import pytest

from kindling.schedule.models import Anchor, Block, Change, ChangedBlock, Closure, Week
from kindling.schedule.queries import blocks_of, is_school_day, plan_of, plans_on
from kindling.schedule.queries.plans import internship_slots

TUESDAY = date(2026, 10, 13)


def make_week(school, name, *blocks, since_on=date(2026, 9, 1), **facts):
    """Blocks as (weekday, kind, from, to, letter)."""
    week = Week.objects.create(school=school, name=name, since_on=since_on, **facts)
    for weekday, kind, starts, ends, *letter in blocks:
        Block.objects.create(
            school=school, week=week, weekday=weekday, kind=kind, starts_at=time(starts),
            ends_at=time(ends), letter="".join(letter),
        )  # fmt: skip
    return week


def kinds(who, day=TUESDAY):
    return [slot.kind for slot in blocks_of(who, day)]


@pytest.fixture
def week(cast):
    make_week(cast.north, "Northgate only", (1, "other", 8, 9))
    return make_week(
        cast.school, "Our week", (1, "internship", 10, 15), (1, "advisory", 9, 10),
        (2, "class", 9, 12),
    )  # fmt: skip


def test_blocks_stand_in_the_order_of_the_day(cast, week):
    assert kinds(cast.jordan) == ["advisory", "internship"]
    assert kinds(cast.jordan, date(2026, 10, 14)) == ["class"]
    assert kinds(cast.jordan, date(2026, 10, 16)) == []


def test_an_advisorys_week_beats_the_grades_and_the_grades_the_schools(cast, week):
    make_week(cast.school, "First years", (1, "work", 9, 12), grade="101")
    own = make_week(cast.school, "Tide", (1, "together", 9, 12), advisory=cast.tide)

    everybody = [kinds(one) for one in (cast.maya, cast.jordan, cast.tide, cast.school)]
    own.delete()
    without = [kinds(one) for one in (cast.maya, cast.jordan)]

    assert everybody == [["together"], ["together"], ["together"], ["advisory", "internship"]]
    assert without == [["work"], ["advisory", "internship"]]


def test_a_newer_week_holds_from_its_day_and_until_its_end(cast, week):
    make_week(
        cast.school, "January term", (1, "other", 9, 15), since_on=date(2027, 1, 4),
        until_on=date(2027, 1, 22),
    )  # fmt: skip

    found = [kinds(cast.jordan, day) for day in (date(2027, 1, 5), date(2027, 1, 26))]

    assert found == [["other"], ["advisory", "internship"]]


def test_a_and_b_weeks_have_their_own_blocks(cast):
    Anchor.objects.create(school=cast.school, on=date(2026, 10, 12))
    make_week(
        cast.school, "Two weeks", (1, "class", 9, 12, "A"), (1, "internship", 9, 12, "B"),
        (1, "lunch", 12, 13),
    )  # fmt: skip

    plans = [plan_of(cast.school, day) for day in (TUESDAY, date(2026, 10, 20))]

    assert [(p.letter, [s.kind for s in p.blocks]) for p in plans] == [
        ("A", ["class", "lunch"]), ("B", ["internship", "lunch"]),
    ]  # fmt: skip


def test_a_change_on_a_date_beats_the_week(cast, week):
    def change(on, **facts):
        return Change.objects.create(school=cast.school, on=on, note="Today only", **facts)

    change(TUESDAY, plan="other_day", weekday=2)
    own = change(date(2026, 10, 20), plan="own")
    ChangedBlock.objects.create(
        school=cast.school, change=own, kind="together", starts_at=time(9), ends_at=time(11)
    )
    change(date(2026, 10, 27), plan="late", starts_at=time(11))
    change(date(2026, 11, 3), plan="half", ends_at=time(12))
    change(date(2026, 11, 10), plan="same", has_internships=False)

    found = [
        [(s.kind, s.starts_at.hour, s.ends_at.hour) for s in blocks_of(cast.jordan, day)]
        for day in (TUESDAY, *(own.on.replace(day=n) for n in (20, 27)), date(2026, 11, 3),
                    date(2026, 11, 10))
    ]  # fmt: skip

    assert found == [
        [("class", 9, 12)],
        [("together", 9, 11)],
        [("internship", 11, 15)],
        [("advisory", 9, 10), ("internship", 10, 12)],
        [("advisory", 9, 10)],
    ]
    assert plan_of(cast.jordan, TUESDAY).notes == ("Today only",)


def test_an_advisorys_change_beats_the_schools(cast, week):
    for advisory, kind in ((None, "same"), (cast.tide, "late")):
        Change.objects.create(
            school=cast.school, on=TUESDAY, note=kind, plan=kind, advisory=advisory,
            starts_at=time(9, 30), has_internships=kind == "late",
        )  # fmt: skip

    assert plan_of(cast.tide, TUESDAY).notes == ("late",)
    assert plan_of(cast.school, TUESDAY).notes == ("same",)


def test_a_closed_day_has_no_blocks_and_says_why(cast, week):
    Closure.objects.create(
        school=cast.school, label="Storm", kind="snow", starts_on=TUESDAY, ends_on=TUESDAY
    )

    plan = plan_of(cast.jordan, TUESDAY)

    assert (plan.blocks, plan.closed) == ((), "Storm")


def test_on_an_exam_day_there_is_school_and_no_internship(cast, week):
    Closure.objects.create(
        school=cast.school, label="Exams", kind="exam", grades="201", starts_on=TUESDAY,
        ends_on=TUESDAY,
    )  # fmt: skip

    assert kinds(cast.jordan) == ["advisory"]
    assert kinds(cast.luis) == ["advisory", "internship"]
    assert is_school_day(cast.school, TUESDAY, "201") is True


def test_a_school_day_is_in_the_year_on_a_weekday_and_not_closed(cast):
    Closure.objects.create(
        school=cast.school, label="Camp", grades="101", starts_on=TUESDAY, ends_on=TUESDAY
    )
    saturday = date(2026, 10, 17)
    before = is_school_day(cast.school, saturday)
    Change.objects.create(
        school=cast.school, on=saturday, note="Makes up", plan="other_day", weekday=1
    )

    assert (before, is_school_day(cast.school, saturday)) == (False, True)
    assert is_school_day(cast.north, saturday) is False
    assert is_school_day(cast.school, date(2027, 7, 6)) is False
    assert [is_school_day(cast.school, TUESDAY, grade) for grade in ("", "101", "201")] == [
        True, False, True,
    ]  # fmt: skip


def test_a_date_is_read_in_the_same_statements_for_any_number_of_weeks(
    cast, week, django_assert_num_queries
):
    for number in (1, 3):
        for n in range(number):
            make_week(cast.school, f"W{n}", (1, "work", 9, 12), grade=f"{number}{n}")
        with django_assert_num_queries(5):
            plans_on(cast.school, TUESDAY)


def test_internship_days_follow_from_the_students_week(cast, week):
    make_week(cast.school, "Seniors", (2, "internship", 9, 12), grade="401")

    found = [
        [
            (key, slot.starts_at.hour)
            for key, slot in internship_slots(one, cast.school, TUESDAY).items()
        ]
        for one in (cast.jordan, cast.luis)
    ]

    assert found == [[(("", 1), 10)], [(("", 2), 9)]]
