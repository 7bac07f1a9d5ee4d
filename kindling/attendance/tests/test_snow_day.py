"""A snow day in one tap, and taken back in another."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kindling.attendance.actions.snow import call_snow_day, take_back_snow_day
from kindling.attendance.tests.placed import TUESDAY, close, make_placement
from kindling.attendance.timetable import timetable_of_placement
from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.schedule.models import Closure
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import make_person

PAGE = "/harbor-view/days/snow/"
THURSDAY = date(2026, 10, 15)


@pytest.fixture
def placement(cast):
    """Jordan is with Sam on Tuesdays and Thursdays; nobody is with Mona."""
    make_person(cast.school, "Mona Quiet", Role.MENTOR, user=False)
    return make_placement(cast.jordan, cast.clinic, cast.sam)


def told():
    """Who got what, by first name."""
    rows = Notice.objects.select_related("person").order_by("pk")
    return sorted((one.person.given_name, one.kind.partition("/")[2]) for one in rows)


def expected(placement, day=TUESDAY):
    return timetable_of_placement(placement, day, day).on(day)


def test_one_tap_tells_everyone_concerned_and_expects_nobody(cast, client_of, placement):
    answer = client_of("dana").post(f"{PAGE}2026-10-13/call/")

    assert (answer.status_code, answer.url) == (302, PAGE)
    assert told() == [
        ("Ana", "snow_day"), ("Chen", "snow_day"), ("Jordan", "snow_day"), ("Luis", "snow_day"),
        ("Maya", "snow_day"), ("Priya", "snow_day"), ("Rosa", "snow_day"),
        ("Sam", "snow_day_mentor"),
    ]  # fmt: skip
    assert expected(placement) == {}
    assert [(c.kind, c.starts_on, c.ends_on) for c in Closure.objects.all()] == [
        ("snow", TUESDAY, TUESDAY)
    ]


def test_a_mentor_with_nobody_that_day_hears_nothing(cast, placement):
    call_snow_day(date(2026, 10, 14), by=cast.as_("dana"))  # a Wednesday

    assert [name for name, kind in told() if kind == "snow_day_mentor"] == []


def test_rosa_reads_it_in_spanish_and_at_night(cast, placement):
    with time_machine.travel("2026-10-13T09:30:00+00:00"):  # 5:30 at Harbor View
        call_snow_day(TUESDAY, by=cast.as_("dana"))

    notice = Notice.objects.get(person=cast.rosa)
    assert notice.group == "safety"
    assert "martes 13 de octubre" in notice.body


def test_two_taps_make_one(cast, client_of, placement):
    client = client_of("dana")

    answers = [client.post(f"{PAGE}2026-10-13/call/").status_code for _ in range(2)]

    assert (answers, Closure.objects.count()) == ([302, 302], 1)
    assert Notice.objects.count() == 8
    assert Event.objects.filter(verb="snow.call").count() == 1


def test_taken_back_everybody_hears_again_and_the_history_keeps_both(cast, client_of, placement):
    client = client_of("dana")
    client.post(f"{PAGE}2026-10-13/call/")
    Notice.objects.all().delete()

    answers = [client.post(f"{PAGE}2026-10-13/take-back/").status_code for _ in range(2)]

    assert (answers, Closure.objects.count()) == ([302, 302], 0)
    assert [kind for name, kind in told() if name in {"Sam", "Rosa"}] == [
        "snow_day_over", "snow_day_over_mentor",
    ]  # fmt: skip
    assert len(told()) == 8
    assert list(expected(placement)) == [placement.pk]
    page = client.get(PAGE).text
    assert page.count("Snow day: Tuesday 13 October") == 1
    assert page.count("Taken back: Tuesday 13 October") == 1
    verbs = Event.objects.filter(verb__startswith="closure.").values_list("verb", flat=True)
    assert sorted(verbs) == ["closure.add", "closure.reopen"]


def test_what_was_said_before_the_snow_day_is_kept(cast, client_of, placement):
    client_of("jordan").post(f"/harbor-view/days/check-in/{placement.public_id}/", {"tap": "a"})

    call_snow_day(TUESDAY, by=cast.as_("dana"))

    assert placement.days.get().student_in_at is not None


@pytest.mark.parametrize(
    ("day", "says"),
    [
        (date(2026, 10, 12), "This day is over."),
        (date(2026, 10, 31), "within the next week"),
        (date(2026, 10, 17), "There is no school on this day anyway."),
        (THURSDAY, "There is no school on this day anyway: Fall break."),
    ],
)
def test_days_that_cannot_be_called_off(cast, day, says):
    close(cast.school, THURSDAY, label="Fall break")

    with pytest.raises(Refused, match=says):
        call_snow_day(day, by=cast.as_("dana"))
    assert not Notice.objects.exists()


def test_an_exam_day_can_be_snowed_in(cast):
    exam = close(cast.school, TUESDAY, label="Exams")
    Closure.objects.filter(pk=exam.pk).update(kind="exam")

    call_snow_day(TUESDAY, by=cast.as_("dana"))

    assert Closure.objects.filter(kind="snow").count() == 1


def test_what_is_over_is_not_taken_back(cast):
    Closure.objects.create(
        school=cast.school, label="Snow day", kind="snow", starts_on=date(2026, 10, 12),
        ends_on=date(2026, 10, 12),
    )  # fmt: skip

    with pytest.raises(Refused, match="This day is over"):
        take_back_snow_day(date(2026, 10, 12), by=cast.as_("dana"))


@pytest.mark.parametrize("name", ["ana", "maya", "rosa", "liam"])
def test_others_may_not(cast, client_of, name):
    assert client_of(name).post(f"{PAGE}2026-10-13/call/").status_code == 403
    with pytest.raises(PermissionDenied):
        call_snow_day(TUESDAY, by=cast.as_(name))
    with pytest.raises(PermissionDenied):
        take_back_snow_day(TUESDAY, by=cast.as_(name))


def test_each_school_has_its_own_today(cast):
    """At 5 in the morning UTC it is the 14th in New York and the 13th in Honolulu."""
    cast.north.timezone = "Pacific/Honolulu"
    cast.north.save()
    vera = make_person(cast.north, "Vera Holm", Role.PRINCIPAL)

    with time_machine.travel("2026-10-14T05:00:00+00:00"):
        with pytest.raises(Refused, match="over"):
            call_snow_day(TUESDAY, by=cast.as_("dana"))
        call_snow_day(TUESDAY, by=Viewer.of_person(vera))

    assert [c.school for c in Closure.objects.all()] == [cast.north]
    assert {notice.school for notice in Notice.objects.all()} == {cast.north}


def test_the_number_of_statements_does_not_grow_with_the_school(
    cast, placement, django_assert_max_num_queries
):
    for number in range(30):
        make_person(cast.school, f"Helper{number} X", Role.STAFF)

    with django_assert_max_num_queries(40):
        call_snow_day(TUESDAY, by=cast.as_("dana"))

    assert Notice.objects.count() == 38
