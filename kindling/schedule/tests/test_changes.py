"""One date that runs differently."""

from datetime import date, time

import pytest
from django.core.exceptions import PermissionDenied

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.schedule.actions import delete_change, put_change
from kindling.schedule.blocks import BlockPlan
from kindling.schedule.models import Change

PAGE = "/harbor-view/calendar/changes/"
FRIDAY = date(2026, 10, 16)


def put(client, path=f"{PAGE}add/", **more):
    data = {
        "on": "2026-10-16", "audience": "", "note": "Science fair", "plan": "late",
        "starts_at": "10:00", "has_internships": "on",
    }  # fmt: skip
    return client.post(path, data | more)


def test_a_late_start_is_noted(cast, client_of):
    answer = put(client_of("chen"))

    assert (answer.status_code, answer.url) == (302, PAGE)
    change = Change.objects.get()
    assert (change.on, change.plan, change.starts_at.hour) == (FRIDAY, "late", 10)
    assert Event.objects.get(verb="change.add").detail["audience"] == "Whole school"


def test_a_plan_of_its_own_keeps_its_blocks(client_of):
    put(
        client_of("dana"), plan="own", kind_0="together", from_0="09:00", to_0="11:00",
        label_0="Exhibition day",
    )  # fmt: skip

    change = Change.objects.get()
    assert [(b.title, b.starts_at.hour) for b in change.blocks.all()] == [("Exhibition day", 9)]
    assert change.starts_at is None  # what a plan does not need is not kept


def test_the_same_people_and_date_have_one_change(client_of):
    client = client_of("dana")

    put(client)
    put(client, plan="half", ends_at="12:00", note="Half day")

    change = Change.objects.get()
    assert (change.note, change.plan, change.starts_at) == ("Half day", "half", None)


def test_a_change_moves_to_another_date_and_gives_way_to_nobody(client_of):
    client = client_of("dana")
    put(client)
    change = Change.objects.get()

    answer = put(client, f"{PAGE}{change.public_id}/", on="2026-10-19")

    assert answer.status_code == 302
    assert [(c.pk, c.on.day) for c in Change.objects.all()] == [(change.pk, 19)]


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"starts_at": ""}, "School begins at: Say when school begins."),
        ({"plan": "half"}, "School ends at: Say when school ends."),
        ({"plan": "other_day"}, "The plan of: Choose the day whose plan holds."),
        ({"plan": "own"}, "Write at least one block for this day."),
        ({"on": "2026-10-12"}, "Date: This day is over. Choose today or a later day."),
        ({"plan": "own", "kind_0": "class", "from_0": "10:00", "to_0": "09:00"},
         "Row 1: to: Class or workshop ends before it begins."),
        ({"audience": "grade:999"}, "For whom?"),
    ],
)  # fmt: skip
def test_an_error_names_the_field_and_the_mend_and_nothing_is_saved(client_of, sent, says):
    answer = put(client_of("dana"), **sent)

    assert answer.status_code == 422
    assert says in answer.text
    assert not Change.objects.exists()


def test_it_is_taken_back_while_it_is_to_come(cast, client_of):
    put(client_of("dana"))
    change = Change.objects.get()

    answers = [
        client_of("dana").post(f"{PAGE}{change.public_id}/delete/").status_code for _ in range(2)
    ]

    assert (answers, Change.objects.exists()) == ([302, 404], False)
    assert Event.objects.get(verb="change.delete").detail["note"] == "Science fair"


def test_what_is_over_stays(cast):
    change = Change.objects.create(
        school=cast.school, on=date(2026, 10, 12), note="Trip", plan="same"
    )

    with pytest.raises(Refused, match="stays as it was"):
        delete_change(change, by=cast.as_("dana"))
    with pytest.raises(Refused, match="stays as it was"):
        put_change(by=cast.as_("dana"), on=FRIDAY, note="Trip", plan="same", change=change)


@pytest.mark.parametrize("name", ["ana", "maya", "rosa", "liam"])
def test_others_may_not(cast, client_of, name):
    assert put(client_of(name)).status_code == 403
    with pytest.raises(PermissionDenied):
        put_change(by=cast.as_(name), on=FRIDAY, note="Trip", plan="same")


def test_everybody_reads_what_is_different_and_no_other_school_does(cast, client_of):
    put_change(by=cast.as_("dana"), on=FRIDAY, note="Science fair", plan="same")

    pages = {name: client_of(name).get(PAGE) for name in ("maya", "rosa", "ana")}
    assert {name: "Science fair" in page.text for name, page in pages.items()} == dict.fromkeys(
        pages, True
    )
    assert "Science fair" not in client_of("otto").get("/northgate/calendar/changes/").text


def test_the_list_costs_the_same_at_one_and_three(cast, client_of, django_assert_num_queries):
    client = client_of("dana")
    for number in range(3):
        on = date(2026, 10, 19 + number)
        put_change(by=cast.as_("dana"), on=on, note="Trip", plan="same", advisory=cast.tide)
        if number in (0, 2):
            with django_assert_num_queries(4):
                client.get(PAGE)


def test_a_plan_of_its_own_has_internships_where_it_has_a_block_for_them(cast):
    facts = {"by": cast.as_("dana"), "on": FRIDAY, "note": "Science fair", "plan": "own"}
    talk = BlockPlan("together", "", time(9), time(11), 1)
    out = BlockPlan("internship", "", time(12), time(15), 2)

    found = [
        put_change(**facts, blocks=blocks, has_internships=ticked).has_internships
        for blocks, ticked in (([talk], True), ([talk, out], True), ([talk, out], False))
    ]

    assert found == [False, True, False]
