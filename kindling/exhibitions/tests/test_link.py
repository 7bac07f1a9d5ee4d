"""Behind a panelist's link: when, where, what about, and what the student ticked. Nothing else."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kindling.evidence.models import Evidence
from kindling.exhibitions.actions import (
    choose_material,
    name_panelist,
    propose_guest,
    take_off_panel,
    tick_material,
)
from kindling.exhibitions.models import Exhibition
from kindling.exhibitions.rules import JOIN_EXHIBITION, visible_materials
from kindling.exhibitions.tests.showing import door, panelist, plan, schedule
from kindling.people.actions import disconnect
from kindling.people.models import Connection
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def keep(cast, title, **facts):
    now = cast.school.now()
    usual = {"words": f"Words of {title}", "kind": "text", "on": now.date(), "at": now}
    return Evidence.objects.create(
        school=cast.school,
        student=cast.luis,
        title=title,
        by=cast.luis.person,
        **{**usual, **facts},
    )


def bearer(exhibition, person):
    subjects = frozenset({exhibition.public_id})
    return Viewer(person, exhibition.school, frozenset(), JOIN_EXHIBITION, subjects)


@pytest.fixture
def exhibition(cast):
    made = plan(cast)
    Exhibition.objects.filter(pk=made.pk).update(title="Bees", about="Why bees matter.")
    made.refresh_from_db()
    name_panelist(made, cast.rosa, by=cast.as_("luis"))
    propose_guest(made, name="Ines Park", email="ines@uni.example.org", by=cast.as_("ana"))
    return schedule(cast, made)


@pytest.fixture
def ines(exhibition):
    return Person.objects.get(email="ines@uni.example.org")


def test_a_guest_sees_what_the_student_ticked_and_no_more(cast, client, exhibition, ines):
    shown, other = keep(cast, "Hive book"), keep(cast, "My diary")
    for piece in (shown, other):
        choose_material(exhibition, piece, by=cast.as_("luis"))
    tick_material(
        exhibition.materials.get(evidence=shown), [panelist(exhibition, ines)], by=cast.as_("luis")
    )

    page = client.get(door(ines))

    assert page.status_code == 200
    for there in ("Bees", "Why bees matter.", "Library", "Tuesday", "3:00", "Hive book"):
        assert there in page.text
    for secret in ("My diary", "Diaz", "ines@uni", "401"):
        assert secret not in page.text


def test_a_picture_that_waits_for_a_yes_is_not_shown(cast, client, exhibition, ines):
    piece = keep(cast, "Us in the garden", people="asked")
    row = choose_material(exhibition, piece, by=cast.as_("luis"))
    tick_material(row, [panelist(exhibition, ines)], by=cast.as_("luis"))

    assert "Us in the garden" not in client.get(door(ines)).text


@pytest.mark.parametrize(("days", "is_shown"), [(0, True), (-1, False)])
def test_a_picture_is_shown_through_the_last_day_of_a_yes(
    cast, client, exhibition, ines, days, is_shown
):
    last = cast.school.today() + timedelta(days=days)
    piece = keep(cast, "Us in the garden", people="agreed", shown_until=last)
    row = choose_material(exhibition, piece, by=cast.as_("luis"))
    tick_material(row, [panelist(exhibition, ines)], by=cast.as_("luis"))

    assert ("Us in the garden" in client.get(door(ines)).text) == is_shown


def test_rosa_answers_in_spanish_without_an_account(cast, client, exhibition):
    page = client.get(door(cast.rosa))
    client.post(
        door(cast.rosa), {"coming": "yes", "note": "Con mi hermana.", "needs_interpreter": "on"}
    )

    row = panelist(exhibition, cast.rosa)
    assert page["Content-Language"] == "es"
    assert (row.state, row.note, row.needs_interpreter) == ("coming", "Con mi hermana.", True)


def test_the_second_answer_is_the_one_that_counts(cast, client, exhibition, ines):
    client.post(door(ines), {"coming": "yes"})
    client.post(door(ines), {"coming": "no"})

    assert panelist(exhibition, ines).state == "declined"


def test_who_is_asked_no_longer_sees_nothing(cast, client, exhibition, ines):
    take_off_panel(panelist(exhibition, ines), by=cast.as_("luis"))

    assert client.get(door(ines)).status_code == 404


def test_who_is_family_no_longer_sees_nothing(cast, client, exhibition):
    disconnect(cast.luis, cast.rosa, Role.GUARDIAN, by=Viewer.system(cast.school))
    Connection.objects.filter(adult=cast.rosa).update(until_on=date(2026, 10, 12))

    assert client.get(door(cast.rosa)).status_code == 404


def test_the_link_dies_with_the_record(cast, client, exhibition, ines):
    Exhibition.objects.update(state="recorded")

    assert client.get(door(ines)).status_code == 404


def test_while_suspended_a_link_does_nothing(cast, client, exhibition, ines):
    Person.objects.filter(pk=ines.pk).update(suspended_at=cast.school.now())

    assert client.post(door(ines), {"coming": "yes"}).status_code == 409
    assert panelist(exhibition, ines).state == "asked"


def test_a_link_to_one_exhibition_opens_no_file_of_another(cast, client, exhibition, ines):
    other = plan(cast, "maya", by="maya")
    piece = Evidence.objects.create(
        school=cast.school, student=cast.maya, title="Hers", words="x", kind="text",
        on=date(2026, 10, 1), at=cast.school.now(), by=cast.maya.person,
    )  # fmt: skip
    choose_material(other, piece, by=cast.as_("maya"))

    assert client.get(f"{door(ines)}?file={piece.public_id}").status_code == 404


def test_the_calendar_file_of_the_link(cast, client, exhibition, ines):
    answer = client.get(f"{door(ines)}?calendar")

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert f"UID:{exhibition.public_id}@" in answer.text


def test_called_off_the_link_shows_no_piece_any_more(cast, client, exhibition, ines):
    piece = keep(cast, "A net")
    row = choose_material(exhibition, piece, by=cast.as_("luis"))
    tick_material(row, [panelist(exhibition, ines)], by=cast.as_("luis"))
    before = visible_materials(bearer(exhibition, ines)).count()
    Exhibition.objects.update(state="called_off")

    assert (before, visible_materials(bearer(exhibition, ines)).count()) == (1, 0)
    assert client.get(f"{door(ines)}?file={piece.public_id}").status_code == 404
