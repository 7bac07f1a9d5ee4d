"""When one student is elsewhere."""

from datetime import date, time

import pytest
from django.core.exceptions import PermissionDenied

from kindling.schedule.actions import add_commitment, end_commitment
from kindling.schedule.models import Commitment

TODAY = date(2026, 10, 13)


def page_of(student):
    return f"/harbor-view/calendar/own-time/{student.public_id}/"


def note(client, student, **more):
    data = {"kind": "college", "label": "Biology 101", "weekday": "3", "since_on": "2026-10-13",
            "starts_at": "12:00", "ends_at": "14:00"}  # fmt: skip
    return client.post(page_of(student), data | more)


def test_the_advisor_notes_a_class_each_thursday(cast, client_of):
    client = client_of("ana")

    answers = [note(client, cast.jordan).status_code for _ in range(2)]

    assert answers == [302, 302]
    one = Commitment.objects.get()
    assert (one.student, one.weekday, one.until_on) == (cast.jordan, 3, None)
    assert "Biology 101, 12:00\xa0PM to 2:00\xa0PM" in client.get(page_of(cast.jordan)).text


def test_without_a_weekday_and_a_last_day_it_is_one_day(cast, client_of):
    note(client_of("dana"), cast.jordan, weekday="", starts_at="", ends_at="")

    assert Commitment.objects.get().until_on == TODAY


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"ends_at": ""}, "Until: Say from when until when, or leave both empty."),
        ({"ends_at": "11:00"}, "Until: Choose an end later than the beginning."),
        ({"until_on": "2026-10-01"}, "Last day: Choose a last day on or after the first day."),
        ({"since_on": ""}, "First day:"),
    ],
)
def test_an_error_names_the_field_and_nothing_is_saved(cast, client_of, sent, says):
    answer = note(client_of("ana"), cast.jordan, **sent)

    assert answer.status_code == 422
    assert says in answer.text
    assert not Commitment.objects.exists()


def test_ended_today_it_holds_no_more_and_what_was_stays(cast):
    ana = cast.as_("ana")
    weekly = add_commitment(
        cast.jordan, by=ana, kind="college", weekday=1, since_on=date(2026, 9, 1)
    )
    to_come = add_commitment(cast.jordan, by=ana, kind="doctor", since_on=TODAY)

    for one in (weekly, to_come):
        end_commitment(one, by=ana)

    assert [(c.pk, c.until_on) for c in Commitment.objects.all()] == [
        (weekly.pk, date(2026, 10, 12))
    ]


@pytest.mark.parametrize("name", ["jordan", "liam", "maya"])
def test_others_may_not(cast, client_of, name):
    expected = {"jordan": 403}.get(name, 404)

    assert note(client_of(name), cast.jordan).status_code == expected
    with pytest.raises(PermissionDenied):
        add_commitment(cast.jordan, by=cast.as_(name), kind="doctor", since_on=TODAY)


def test_the_family_reads_it_and_another_school_never(cast, client_of):
    add_commitment(
        cast.luis, by=cast.as_("ana"), kind="doctor", label="Dentist", since_on=TODAY,
        starts_at=time(9), ends_at=time(10),
    )  # fmt: skip

    assert "Dentist" in client_of("rosa").get(page_of(cast.luis)).text
    path = page_of(cast.luis).replace("harbor-view", "northgate")
    assert client_of("otto").get(path).status_code == 404


def test_the_page_costs_the_same_at_one_and_three(cast, client_of, django_assert_num_queries):
    client = client_of("dana")
    for number in range(3):
        day = date(2026, 10, 19 + number)
        add_commitment(cast.luis, by=cast.as_("ana"), kind="doctor", since_on=day)
        if number in (0, 2):
            with django_assert_num_queries(6):
                client.get(page_of(cast.luis))
