"""What is called off for some shows on the first pages."""

from datetime import date, time

import pytest

from kindling.attendance.tests.placed import TUESDAY, make_placement
from kindling.schedule.models import Commitment
from kindling.sites.models import SiteClosure

TODAY = "/harbor-view/"


@pytest.fixture
def placement(cast):
    return make_placement(cast.jordan, cast.clinic, cast.sam)


def close_site(placement):
    SiteClosure.objects.create(
        school=placement.school, site=placement.site, label="Stocktaking", starts_on=TUESDAY,
        ends_on=TUESDAY,
    )  # fmt: skip


def test_a_student_reads_why_there_is_no_internship_today(client_of, placement):
    close_site(placement)

    page = client_of("jordan").get(TODAY).text

    assert "Stocktaking. Next is Thursday 15 October at Bayside Animal Clinic." in page
    assert "I’m here" not in page


def test_the_refusal_to_check_in_says_why(client_of, placement):
    close_site(placement)

    answer = client_of("jordan").post(f"/harbor-view/days/check-in/{placement.public_id}/")

    assert answer.status_code == 409
    assert "No internship today: Stocktaking. Next is Thursday 15 October." in answer.text


def test_nobody_is_missed_at_a_closed_site(client_of, placement):
    before = client_of("dana").get(TODAY).text
    close_site(placement)
    after = client_of("dana").get(TODAY).text

    assert "of 1 student expected today" in before
    assert "students expected today" not in after
    assert "student expected today" not in after


def test_a_class_in_the_morning_moves_the_beginning(cast, client_of, placement):
    Commitment.objects.create(
        school=cast.school, student=cast.jordan, kind="college", weekday=1, starts_at=time(8),
        ends_at=time(11), since_on=date(2026, 9, 1),
    )  # fmt: skip

    assert "11:00\xa0AM to 2:00\xa0PM with Sam" in client_of("jordan").get(TODAY).text


def test_a_student_goes_from_today_to_the_plan_of_the_day(client_of, placement):
    assert "/harbor-view/calendar/day/" in client_of("jordan").get(TODAY).text


def test_an_advisor_reads_why_nobody_expects_a_student(client_of, placement):
    before = client_of("ana").get(TODAY).text
    close_site(placement)
    after = client_of("ana").get(TODAY).text

    assert ("Stocktaking" in before, "Stocktaking · " in after) == (False, True)
