"""Progress follows what counts, is paced against the date, and says why something does not count."""

from __future__ import annotations

from collections import Counter
from datetime import date
from types import SimpleNamespace

import time_machine

from kindling.attendance.actions import check_in, check_out, confirm_days
from kindling.attendance.tests.placed import Statements, at, make_placement, spoken_on, with_pass
from kindling.requirements.actions import enter_experience, set_credit, set_requirements
from kindling.requirements.models import CreditRule
from kindling.requirements.progress import Done, gaps_of, progress_of, share_of
from kindling.requirements.queries import done_by, progress_rows, student_page
from tests.cast import make_student

YEAR = SimpleNamespace(starts_on=date(2026, 9, 1), ends_on=date(2027, 6, 27))  # 300 days
PAGE = "/harbor-view/requirements/"


def asked(kind="hours", amount=100):
    return [SimpleNamespace(kind=kind, amount=amount)]


def after(days):
    return date.fromordinal(YEAR.starts_on.toordinal() + days - 1)


def test_the_pace_is_the_share_of_the_year_that_is_over():
    assert [share_of(YEAR, after(n)) for n in (0, 1, 150, 300, 400)] == [0, 1 / 300, 0.5, 1, 1]


def test_behind_counts_what_waits_and_forgives_a_week():
    half = after(150)  # 50 of 100 hours are due
    for done, waiting, missing in [(50, 0, 0), (41, 0, 0), (39, 0, 11), (20, 25, 0), (20, 5, 25)]:
        have = Done(Counter(confirmed=done * 60, waiting=waiting * 60), Counter())
        one = progress_of(asked(), have, YEAR, half)[0]
        assert (one.missing // 60, one.is_behind) == (missing, missing > 0)


def test_shadow_days_or_interviews_count_together():
    have = Done(Counter(), Counter({("shadow", "verified"): 1, ("interview", "verified"): 2}))

    one = progress_of(asked("either", 3), have, YEAR, after(300))[0]

    assert (one.done, one.is_met, one.sentence) == (3, True, "Done.")


def test_what_waits_or_was_declined_does_not_count():
    have = Done(Counter(), Counter({("shadow", "entered"): 1, ("shadow", "declined"): 4}))

    one = progress_of(asked("shadow", 2), have, YEAR, after(300))[0]

    assert (one.done, one.waiting, one.missing) == (0, 1, 1)


def test_gaps_are_the_days_of_the_year_that_no_term_holds():
    terms = [(date(2026, 9, 1), date(2026, 12, 1)), (date(2026, 12, 10), date(2027, 6, 20))]

    assert gaps_of(YEAR, terms) == [
        (date(2026, 12, 2), date(2026, 12, 9)), (date(2027, 6, 21), date(2027, 6, 27)),
    ]  # fmt: skip
    assert gaps_of(YEAR, [(YEAR.starts_on, YEAR.ends_on)]) == []


def test_credit_is_given_in_full_steps_only():
    rule = CreditRule(hours=135, step="0.25")

    assert [str(rule.units(hours * 60)) for hours in (0, 33, 34, 135, 300)] == [
        "0.00", "0.00", "0.25", "1.00", "2.00",
    ]  # fmt: skip


def test_hours_of_a_student_terms_and_the_days_between_them(cast):
    placement = make_placement(cast.jordan, cast.clinic, cast.sam)
    mentor = with_pass(cast.sam, placement)
    with time_machine.travel(at("2026-12-02 09:00")):
        for on in (date(2026, 10, 13), date(2026, 11, 26), date(2026, 12, 1)):
            confirm_days([spoken_on(placement, on)], by=mentor)  # the 26th lies between terms
        year = cast.school.years.get()
        done = done_by(cast.as_("ana"), year, [cast.jordan.pk])[cast.jordan.pk]

    assert done.minutes["confirmed"] == 900


def test_the_page_says_what_does_not_count_and_why(cast, client_of):
    year = cast.school.years.get()
    set_requirements(year, "201", {"hours": 200, "either": 2}, by=cast.as_("chen"))
    set_credit(year, hours=135, step="0.25", by=cast.as_("chen"))
    placement = make_placement(cast.jordan, cast.clinic, cast.sam)
    with time_machine.travel(at("2026-10-08 09:00")):
        check_in(placement, by=cast.as_("jordan"))
    day = check_in(placement, by=cast.as_("jordan"))
    with time_machine.travel(at("2026-10-13 13:00")):
        check_out(day, by=cast.as_("jordan"))
    enter_experience(
        cast.jordan, kind="interview", on=date(2026, 10, 9), place="Vet", by=cast.as_("jordan")
    )

    shown = client_of("jordan").get(PAGE, follow=True).content.decode()

    assert "4 h wait for the mentor to say yes." in shown
    assert "1 day has no end: say when you left." in shown
    assert "1 shadow day or interview waits for the advisor." in shown
    assert "0 h of 200 h, 4 h waiting" in shown
    assert "0 units" in shown


def test_who_falls_behind_stands_first_and_who_keeps_pace_is_left_out(cast, client_of):
    year = cast.school.years.get()
    for grade, hours in (("101", 100), ("201", 400), ("401", 2)):
        set_requirements(year, grade, {"hours": hours}, by=cast.as_("chen"))
    placement = make_placement(cast.luis, cast.clinic, cast.sam)
    confirm_days([spoken_on(placement, date(2026, 10, 6))], by=with_pass(cast.sam, placement))

    rows = progress_rows(cast.as_("ana"), year)

    assert [row.student.first for row in rows] == ["Jordan", "Maya"]
    shown = client_of("ana").get(f"{PAGE}?show=all").content.decode()
    assert "Luis Diaz" in shown
    assert "Luis Diaz" not in client_of("ana").get(PAGE).content.decode()


def test_each_sees_their_own(cast, client_of):
    set_requirements(cast.school.years.get(), "101", {"hours": 500}, by=cast.as_("chen"))
    make_student(cast.school, "Nia Cole", "101", date(2012, 1, 1))

    assert b"Nia Cole" not in client_of("ana").get(PAGE).content
    assert b"Nia Cole" in client_of("chen").get(PAGE).content
    maya, luis = (f"{PAGE}students/{who.public_id}/" for who in (cast.maya, cast.luis))
    for name, path, status in [
        ("maya", maya, 200), ("maya", luis, 404), ("rosa", luis, 200), ("rosa", maya, 404),
        ("otto", maya, 404), ("liam", maya, 404), ("priya", maya, 200),
    ]:  # fmt: skip
        assert client_of(name).get(path).status_code == status
    assert client_of("rosa").get(PAGE).status_code == 403


def test_the_list_costs_the_same_for_many(cast, client_of):
    set_requirements(cast.school.years.get(), "101", {"hours": 500}, by=cast.as_("chen"))
    client = client_of("chen")
    client.get(PAGE)
    with Statements() as few:
        client.get(PAGE)
    for number in range(4):
        make_student(cast.school, f"Extra{number} Kid", "101", date(2012, 1, 1))
    with Statements() as many:
        client.get(PAGE)

    assert many.count == few.count == 10


def test_a_grade_without_rules_asks_for_nothing(cast):
    page = student_page(cast.as_("ana"), cast.maya, cast.school.years.get())

    assert (page.progress, page.credit, page.units) == ([], None, None)
