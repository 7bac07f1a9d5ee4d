"""Setting up a week in the browser: from a sample, by hand, in A and B weeks."""

from datetime import date, time
from itertools import pairwise

import pytest
from django.core.exceptions import PermissionDenied

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.schedule.actions import add_week, delete_week, plan_days, set_anchor
from kindling.schedule.blocks import BlockPlan
from kindling.schedule.models import Anchor, Block, Week
from kindling.schedule.queries import blocks_of, plan_of
from kindling.schedule.samples import SAMPLES

PAGE = "/harbor-view/calendar/weeks/"
MONDAY, TUESDAY = date(2026, 10, 12), date(2026, 10, 13)


def add(client, **more):
    data = {"name": "Our week", "audience": "", "since_on": "2026-09-01", "start": "workshops"}
    return client.post(f"{PAGE}add/", data | more)


def rows(*blocks):
    """Rows of a form: (kind, from, to)."""
    return {
        f"{part}_{n}": value
        for n, block in enumerate(blocks)
        for part, value in zip(("kind", "from", "to"), block, strict=True)
    }


@pytest.fixture
def week(cast):
    return add_week(
        by=cast.as_("dana"), name="Our week", since_on=date(2026, 9, 1), sample="workshops"
    )


@pytest.mark.parametrize(
    ("sample", "day", "titles"),
    [
        ("pick_me_up", MONDAY, ["Pick-me-up", "Advisory", "Integrated curriculum",
                                "Independent work time", "Lunch"]),
        ("pick_me_up", TUESDAY, ["Integrated curriculum", "Independent work time", "Lunch"]),
        ("workshops", MONDAY, ["Class", "Pick-me-up", "Advisory", "Workshops", "Lunch",
                               "Self-directed learning", "Advisory check-in"]),
        ("workshops", TUESDAY, ["Class", "Internship"]),
        ("periods", MONDAY, ["Period 1", "Advisory", "Period 3", "Lunch", "Period 4"]),
    ],
)  # fmt: skip
def test_each_sample_week_is_set_up_in_the_browser(cast, client_of, sample, day, titles):
    answer = add(client_of("dana"), start=sample)

    assert (answer.status_code, answer.url) == (302, f"{PAGE}{Week.objects.get().public_id}/")
    assert [slot.title for slot in blocks_of(cast.school, day)] == titles


def test_no_sample_has_blocks_that_overlap():
    for sample in SAMPLES.values():
        for day in range(5):
            mine = sorted(
                (b["starts_at"], b["ends_at"]) for b in sample.blocks() if b["weekday"] == day
            )
            assert all(a[1] <= b[0] for a, b in pairwise(mine)), sample.key


def test_a_double_tap_makes_one_week(client_of):
    client = client_of("dana")

    answers = [add(client).status_code for _ in range(2)]

    assert (answers, Week.objects.count()) == ([302, 302], 1)


def test_two_weeks_for_the_same_people_from_the_same_day_are_refused(client_of, week):
    answer = add(client_of("dana"), name="Another")

    assert answer.status_code == 409
    assert "“Our week” holds for them from the same day on." in answer.text


def test_a_week_for_one_advisory_or_one_grade(cast, client_of, week):
    client = client_of("chen")
    add(client, name="Tide", audience=f"advisory:{cast.tide.public_id}", start=week.public_id)
    add(client, name="Seniors", audience="grade:401", start="")

    found = Week.objects.exclude(pk=week.pk).order_by("pk")

    assert [(w.name, w.audience, w.blocks.count()) for w in found] == [
        ("Tide", "Tide", week.blocks.count()), ("Seniors", "Grade 401", 0),
    ]  # fmt: skip


def test_the_week_is_a_table_that_everybody_reads(client_of, week):
    for name in ("maya", "rosa", "ana"):
        page = client_of(name).get(f"{PAGE}{week.public_id}/")

        assert page.status_code == 200
        assert page.text.count("Self-directed learning") == 6  # three days, table and list
        assert "Plan Monday" not in page.text


def test_a_day_is_planned_and_copied_to_other_days(client_of, week):
    sent = rows(("advisory", "09:00", "09:30"), ("work", "09:30", "12:00"))

    answer = client_of("dana").post(f"{PAGE}{week.public_id}/0/", sent | {"also": ["2", "4"]})

    assert answer.status_code == 302
    found = Block.objects.filter(week=week, weekday__in=[0, 2, 4]).order_by("weekday", "starts_at")
    assert [(b.weekday, b.kind) for b in found] == [
        (day, kind) for day in (0, 2, 4) for kind in ("advisory", "work")
    ]
    assert Event.objects.get(verb="week.plan").detail["now"] == [
        "09:00-09:30 Advisory", "09:30-12:00 Independent work",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        (rows(("class", "10:00", "09:00")),
         "Row 1: to: Class or workshop ends before it begins. Choose an end after 10:00\xa0AM."),
        (rows(("class", "09:00", "11:00"), ("lunch", "10:30", "12:00")),
         "Row 2: from: Lunch begins before Class or workshop in row 1 ends. Begin at 11:00\xa0AM."),
        (rows(("class", "09:00", "12:00"), ("lunch", "09:30", "10:00"), ("work", "11:00", "13:00")),
         "Row 3: from: Independent work begins before Class or workshop in row 1 ends."),
        (rows(("", "09:00", "10:00")), "Row 1: what for: Say what this block is for"),
        (rows(("class", "09:00", "")), "Row 1: to: Say when it ends."),
        (rows(("class", "soon", "10:00")), "Row 1: from:"),
    ],
)  # fmt: skip
def test_an_error_names_the_row_and_the_mend_and_nothing_is_saved(client_of, week, sent, says):
    before = week.blocks.count()

    answer = client_of("dana").post(f"{PAGE}{week.public_id}/0/", sent)

    assert answer.status_code == 422
    assert says in answer.text.replace("&#34;", '"')
    assert week.blocks.count() == before


def test_a_weeks_get_a_plan_of_their_own_and_b_weeks_keep_theirs(cast, week):
    set_anchor(TUESDAY, by=cast.as_("dana"))
    set_anchor(MONDAY, by=cast.as_("dana"))  # the same week
    plan = [BlockPlan("together", "", time(9), time(10), 1)]
    plan_days(week, [0], plan, letter="A", by=cast.as_("dana"))

    kinds = [
        [slot.kind for slot in plan_of(cast.school, day).blocks]
        for day in (MONDAY, date(2026, 10, 19))
    ]

    assert Anchor.objects.get().on == MONDAY
    assert (kinds[0], len(kinds[1])) == (["together"], 7)


def test_a_plan_for_every_week_ends_the_difference(cast, week):
    plan = [BlockPlan("together", "", time(9), time(10), 1)]
    for letter in ("A", ""):
        plan_days(week, [0], plan, letter=letter, by=cast.as_("dana"))

    assert [(b.letter, b.kind) for b in Block.objects.filter(week=week, weekday=0)] == [
        ("", "together")
    ]


@pytest.mark.parametrize("name", ["ana", "maya", "rosa", "liam"])
def test_others_may_not(cast, client_of, week, name):
    client = client_of(name)

    assert add(client).status_code == 403
    assert client.post(f"{PAGE}{week.public_id}/0/", {}).status_code == 403
    with pytest.raises(PermissionDenied):
        add_week(by=cast.as_(name), name="Mine", since_on=TUESDAY)


def test_another_school_finds_no_week_of_ours(client_of, week):
    client = client_of("otto")

    assert client.get(f"/northgate/calendar/weeks/{week.public_id}/").status_code == 404
    assert "Our week" not in client.get("/northgate/calendar/weeks/").text


def test_a_week_is_taken_back_before_it_begins_and_ended_afterwards(cast, client_of, week):
    later = add_week(by=cast.as_("dana"), name="Spring", since_on=date(2027, 3, 8))

    delete_week(later, by=cast.as_("dana"))
    with pytest.raises(Refused, match="holds already"):
        delete_week(week, by=cast.as_("dana"))
    path = f"{PAGE}{week.public_id}/change/"
    sent = {"name": "Our week", "since_on": "2026-09-01", "until_on": "2026-08-01"}
    wrong = client_of("dana").post(path, sent)
    right = client_of("dana").post(path, sent | {"until_on": "2026-12-18"})

    week.refresh_from_db()
    assert (wrong.status_code, right.status_code, week.until_on) == (422, 302, date(2026, 12, 18))


def test_pages_cost_the_same_however_many_weeks(cast, client_of, week, django_assert_num_queries):
    client = client_of("ana")
    for number in range(3):
        add_week(
            by=cast.as_("dana"), name=f"W{number}", since_on=date(2026, 10, 1 + number),
            sample="periods", advisory=cast.tide,
        )  # fmt: skip
        if number in (0, 2):
            with django_assert_num_queries(5):
                client.get(PAGE)
            with django_assert_num_queries(4):
                client.get(f"{PAGE}{week.public_id}/")


def test_who_may_change_a_week_reads_what_was_done_and_how_it_was(client_of, week):
    client_of("chen").post(f"{PAGE}{week.public_id}/0/", rows(("work", "09:00", "12:00")))

    pages = {name: client_of(name).get(f"{PAGE}{week.public_id}/").text for name in ("dana", "ana")}

    assert "Planned Monday" in pages["dana"]
    assert "Chen Wu" in pages["dana"]
    assert "It was: 08:40-10:15 Class" in pages["dana"]
    assert "What was done here" not in pages["ana"]
