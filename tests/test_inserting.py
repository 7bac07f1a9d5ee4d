"""Rows written in one statement are the rows that objects would have made."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from kindling.attendance.models import Day, Entry, Method
from kindling.attendance.tests.placed import make_placement
from kindling.history.models import Event
from kindling.kit.inserting import insert_if_new, insert_rows


@pytest.fixture
def placement(cast):
    return make_placement(cast.jordan, cast.clinic, cast.sam)


def day_of(placement, **said):
    facts = {"school_id": placement.school_id, "placement_id": placement.pk}
    return facts | {"student_id": placement.student_id, "on": date(2026, 10, 13)} | said


def test_every_column_is_as_an_object_would_write_it(cast, placement):
    now = cast.school.now()
    pk = insert_if_new(Day, day_of(placement, student_in_at=now, state=Day.State.CHECKED_IN))

    quick = Day.objects.get(pk=pk)
    usual = Day.objects.create(
        school=cast.school, placement=placement, student=cast.jordan, on=date(2026, 10, 15),
        student_in_at=now, state=Day.State.CHECKED_IN,
    )  # fmt: skip
    usual.refresh_from_db()
    alone = {"id", "public_id", "on", "created_at"}
    told = [
        {
            f.attname: getattr(day, f.attname)
            for f in Day._meta.concrete_fields
            if f.name not in alone
        }
        for day in (quick, usual)
    ]
    assert told[0] == told[1]
    assert len(quick.public_id) == 14
    assert quick.created_at is not None


def test_a_row_that_is_there_stays_and_says_so(cast, placement):
    first = insert_if_new(Day, day_of(placement, goal="the first"))

    assert insert_if_new(Day, day_of(placement, goal="the second")) is None
    assert [(day.pk, day.goal) for day in Day.objects.all()] == [(first, "the first")]


def test_many_rows_take_one_statement(cast, placement, django_assert_num_queries):
    day = insert_if_new(Day, day_of(placement))
    entry = {"school_id": cast.school.pk, "day_id": day, "voice": Entry.Voice.STUDENT}
    entry |= {"kind": Entry.Kind.NOTE, "at": cast.school.now(), "method": Method.TEXT}

    with django_assert_num_queries(1):
        insert_rows(Entry, (entry | {"text": f"line {n}"} for n in range(30)))

    assert Entry.objects.filter(method="text", voice="student").count() == 30
    assert len(set(Entry.objects.values_list("public_id", flat=True))) == 30


def test_a_broken_constraint_stops_all_of_them(cast, placement):
    day = insert_if_new(Day, day_of(placement))
    entry = {"school_id": cast.school.pk, "day_id": day, "voice": "student", "kind": "note"}
    entry |= {"at": cast.school.now()}

    with pytest.raises(IntegrityError), transaction.atomic():
        insert_rows(Entry, [entry | {"tap": "a"}, entry | {"tap": "b"}, entry | {"tap": "a"}])

    assert not Entry.objects.exists()


def test_a_column_that_does_not_exist_is_an_error(cast):
    with pytest.raises(TypeError, match="nonsense"):
        insert_rows(Event, [{"nonsense": 1}])
