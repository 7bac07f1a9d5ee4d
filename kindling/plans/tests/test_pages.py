"""The pages, and how many statements they take."""

from __future__ import annotations

from kindling.people.actions import connect
from kindling.people.rules import visible_students
from kindling.plans import actions, along
from kindling.plans.models import Plan
from kindling.plans.queries import plan_line, plan_lines
from kindling.plans.tests.planning import (
    EMPTY,
    add,
    proposed,
    ready,
    signed,
    start,
)
from kindling.schools.inside import inside
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import FIRST_DAY


def test_a_whole_plan_takes_ten_statements_with_one_item_and_with_eight(
    client_of, cast, django_assert_num_queries
):
    plan = signed(cast)
    actions.make_remark(plan, "Good.", by=cast.as_("ana"))
    client = client_of("ana")

    with django_assert_num_queries(10):
        client.get(f"/harbor-view/plans/{plan.public_id}/")

    Plan.objects.filter(pk=plan.pk).update(state="draft")
    for number in range(6):
        add(plan, f"Another {number}")
    Plan.objects.filter(pk=plan.pk).update(state="active")
    with django_assert_num_queries(10):
        client.get(f"/harbor-view/plans/{plan.public_id}/")


def test_a_plan_that_is_being_written_takes_nine_statements(
    client_of, cast, django_assert_num_queries
):
    plan = ready(cast)
    client = client_of("luis")

    with django_assert_num_queries(9):
        client.get(f"/harbor-view/plans/{plan.public_id}/")


def test_a_list_takes_as_many_statements_for_three_students_as_for_one(
    client_of, cast, django_assert_num_queries
):
    signed(cast)
    client = client_of("ana")

    with django_assert_num_queries(8):
        client.get("/harbor-view/plans/")
    start(cast, cast.maya)
    start(cast, cast.jordan)
    with django_assert_num_queries(8):
        client.get("/harbor-view/plans/")


def test_an_item_says_long_words_in_short_and_escapes_what_was_written(client_of, cast):
    plan = signed(cast)
    words = "<b>bold</b> " + "plank " * 40
    plan.items.filter(number=1).update(product=words, experience="Saw & glue", progress="going")

    page = client_of("ana").get(f"/harbor-view/plans/{plan.public_id}/").content.decode()

    assert f"<span>&lt;b&gt;bold&lt;/b&gt; {'plank ' * 26}plank...</span>" in page
    assert ">Saw &amp; glue</a>" in page
    assert 'value="going" aria-pressed="true"' in page


def test_what_stands_along_comes_from_the_app_that_keeps_it(client_of, cast, monkeypatch):
    plan = signed(cast)
    item = plan.items.first()
    piece = along.Piece(item.pk, "A photo of the bench", "/harbor-view/")
    monkeypatch.setattr(along, "_asked", [lambda viewer, plan: [piece]])

    page = client_of("ana").get(f"/harbor-view/plans/{plan.public_id}/").content.decode()

    assert page.count("A photo of the bench") == 1


def test_a_line_of_a_plan_takes_one_statement(cast, django_assert_num_queries):
    proposed(cast)
    viewer = cast.as_("ana")
    students = [one.pk for one in visible_students(viewer)]

    with inside(cast.school), django_assert_num_queries(1):
        line = plan_line(cast.luis, viewer)
    with inside(cast.school), django_assert_num_queries(1):
        lines = plan_lines(viewer, students)

    assert (line.state, line.items, line.unsigned) == (
        "proposed", 2, ("Student", "Family", "Advisor"),
    )  # fmt: skip
    assert lines == {cast.luis.pk: line}


def test_from_the_exhibition_to_the_closed_term(client_of, cast):
    plan = signed(cast)
    at = f"/harbor-view/plans/{plan.public_id}"

    client_of("ana").post(f"{at}/exhibit/", {"on": "2026-10-12"})
    luis = client_of("luis")
    luis.post(f"{at}/back/save/", {"field": "learned", "text": "Wood moves.", "base": ""})
    early = Plan.objects.get().learned
    luis.post(f"{at}/back/save/", {"field": "learned", "text": "Wood moves.", "base": EMPTY})
    hidden = client_of("ana").get(f"{at}/back/").content.decode()
    client_of("luis").post(f"{at}/back/hand-in/")
    shown = client_of("ana").get(f"{at}/back/").content.decode()
    client_of("ana").post(f"{at}/close/")

    assert (early, Plan.objects.get().state) == ("", "closed")
    assert ("Wood moves." in hidden, "Wood moves." in shown) == (False, True)


def test_a_family_of_three_asks_as_often_as_a_family_of_one(
    client_of, cast, django_assert_num_queries
):
    signed(cast)
    client = client_of("rosa")

    with django_assert_num_queries(6):
        client.get("/harbor-view/plans/")
    for child in (cast.maya, cast.jordan):
        connect(child, cast.rosa, Role.GUARDIAN, by=Viewer.system(cast.school), since_on=FIRST_DAY)
        signed(cast, child)
    with django_assert_num_queries(6):
        client.get("/harbor-view/plans/")
