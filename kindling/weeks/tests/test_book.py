"""Students take a free time, where the school lets them."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from kindling.exhibitions.models import Exhibition, Panelist
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.people.actions import connect
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.weeks import actions
from kindling.weeks.models import Sitting
from kindling.weeks.tests.planning import at, make, plan, publish, room, sitting


@pytest.fixture
def week(cast, db):
    week = make(cast, "maya", "luis")
    actions.open_booking(week, at(18, 18), by=cast.as_("chen"))
    return week


def test_students_without_a_time_are_told_that_they_can_choose(cast, week):
    told = Notice.objects.filter(kind="weeks/choose")

    assert sorted(one.person.first for one in told) == ["Luis", "Maya"]


def test_a_taken_time_is_set_at_once_and_stays_in_the_next_plan(cast, week):
    actions.book_slot(sitting(week, cast.luis), room(week), at(20, 10), by=cast.as_("luis"))

    plan(cast, week)

    exhibition = Exhibition.objects.get(student=cast.luis)
    assert (exhibition.starts_at, exhibition.room) == (at(20, 10), "Library")
    assert sitting(week, cast.luis).starts_at == at(20, 10)


def test_a_time_that_is_taken_is_refused_without_saying_by_whom(cast, week):
    actions.book_slot(sitting(week, cast.luis), room(week), at(20, 10), by=cast.as_("luis"))

    with pytest.raises(Refused) as told:
        actions.book_slot(sitting(week, cast.maya), room(week), at(20, 10), by=cast.as_("maya"))

    assert str(told.value) == "This time is not free any more. Choose another."
    assert Exhibition.objects.get(student=cast.maya).starts_at is None


def test_a_brothers_or_sisters_time_is_told(cast, week):
    for student in (cast.maya, cast.luis):
        since, by = date(2026, 8, 31), Viewer.system(cast.school)
        connect(student, cast.dana, Role.GUARDIAN, since_on=since, by=by)
    Exhibition.objects.filter(student=cast.luis).update(advisor=cast.chen)
    Panelist.objects.filter(exhibition__student=cast.luis).update(person=cast.chen)
    actions.book_slot(sitting(week, cast.maya), room(week), at(20, 10), by=cast.as_("maya"))

    with pytest.raises(Refused) as told:
        actions.book_slot(
            sitting(week, cast.luis), room(week, "Studio"), at(20, 10), by=cast.as_("luis")
        )

    assert str(told.value) == (
        "Your brother or sister shows then, and your family could not see both."
    )


@pytest.mark.parametrize("name", ["maya", "ana", "chen", "rosa", "otto"])
def test_nobody_takes_a_time_for_somebody_else(cast, week, name):
    with pytest.raises(PermissionDenied):
        actions.book_slot(sitting(week, cast.luis), room(week), at(20, 10), by=cast.as_(name))


def test_once_it_has_ended_nothing_is_taken(cast, week):
    actions.shut_booking(week, by=cast.as_("chen"))

    with pytest.raises(Refused):
        actions.book_slot(sitting(week, cast.luis), room(week), at(20, 10), by=cast.as_("luis"))


def test_one_has_one_time(cast, week):
    actions.book_slot(sitting(week, cast.luis), room(week), at(20, 10), by=cast.as_("luis"))

    with pytest.raises(Refused):
        actions.book_slot(sitting(week, cast.luis), room(week), at(21, 10), by=cast.as_("luis"))


def test_who_was_told_a_time_chooses_no_other(cast, week):
    plan(cast, week)
    publish(cast, week)

    with pytest.raises(Refused):
        actions.book_slot(sitting(week, cast.luis), room(week), at(23, 14), by=cast.as_("luis"))


@pytest.mark.files
@pytest.mark.django_db(transaction=True)
def test_two_at_once_one_wins(cast):
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("a database in memory has one connection")
    week = make(cast, "maya", "luis")
    actions.open_booking(week, at(18, 18), by=cast.as_("chen"))
    for day in (20, 21, 22):
        Sitting.objects.update(room=None, starts_at=None, is_fixed=False, told_at=None)
        start = Barrier(2)
        with ThreadPoolExecutor(2) as both:
            tries = [both.submit(take, cast, week, name, day, start) for name in ("maya", "luis")]
        assert sorted(one.result() for one in tries) == [False, True]
        assert Sitting.objects.exclude(starts_at=None).count() == 1


def take(cast, week, name, day, start) -> bool:
    one = sitting(week, getattr(cast, name))
    start.wait()
    try:
        actions.book_slot(one, room(week), at(day, 10), by=cast.as_(name))
    except Refused:
        return False
    finally:
        connection.close()
    return True
