"""Who reads a worry: the adult who was asked, the principal, and whom they add. Nobody else."""

from __future__ import annotations

import json

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from kindling.attendance.tests.placed import with_pass
from kindling.incidents import rules
from kindling.incidents.actions import add_reader, end_reader, open_incident
from kindling.incidents.models import Reading
from kindling.incidents.tests.worried import SECRET
from kindling.kit.http import Refused
from kindling.notices.rules import visible_notices
from kindling.passes.actions import make_pass
from kindling.passes.tokens import token_of
from kindling.people.actions import connect
from kindling.schools.models import Membership
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import FIRST_DAY, make_person

EVERYBODY = [
    "maya",
    "jordan",
    "luis",
    "rosa",
    "ana",
    "chen",
    "dana",
    "priya",
    "liam",
    "tasha",
    "otto",
]


def readers(cast):
    return [name for name in EVERYBODY if rules.visible_incidents(cast.as_(name)).exists()]


def test_only_the_adult_and_the_principal(cast, worry):
    assert readers(cast) == ["ana", "dana"]


def test_not_the_student_s_other_advisor_nor_the_registrar_nor_another_school(cast, worry):
    second = make_person(cast.school, "Tim Cole", Role.ADVISOR, Role.ADMINISTRATOR)
    connect(cast.jordan, second, Role.ADVISOR, by=Viewer.system(cast.school), since_on=FIRST_DAY)
    Membership.objects.create(
        school=cast.north, person=cast.otto, role=Role.PRINCIPAL, since_on=FIRST_DAY
    )

    for viewer in (Viewer.of_person(second), cast.as_("priya"), cast.as_("otto"), cast.as_("chen")):
        assert not rules.visible_incidents(viewer).exists()


def test_not_the_mentor_with_a_link_nor_a_staff_member_s_pass(cast, placement, worry):
    assert not rules.visible_incidents(with_pass(cast.sam, placement)).exists()
    staff = Viewer(cast.ana, cast.school, frozenset({Role.ADVISOR}), "confirm_days")
    assert not rules.visible_incidents(staff).exists()


def test_a_principal_who_is_the_student_s_family_is_left_out(cast, worry):
    connect(
        cast.jordan, cast.dana, Role.GUARDIAN, by=Viewer.system(cast.school), since_on=FIRST_DAY
    )

    assert readers(cast) == ["ana"]


def test_who_was_asked_and_left_the_school_reads_no_more(cast, worry):
    Membership.objects.filter(person=cast.ana).update(until_on="2026-10-01")

    assert readers(cast) == ["dana"]


def test_one_more_may_be_added_and_taken_away(cast, worry):
    add_reader(worry, cast.chen, by=cast.as_("ana"))
    add_reader(worry, cast.chen, by=cast.as_("ana"))
    assert readers(cast) == ["ana", "chen", "dana"]

    end_reader(worry, cast.chen, by=cast.as_("dana"))
    assert readers(cast) == ["ana", "dana"]


def test_who_was_added_does_not_decide_who_else_reads(cast, worry):
    add_reader(worry, cast.chen, by=cast.as_("ana"))

    with pytest.raises(PermissionDenied):
        add_reader(worry, cast.priya, by=cast.as_("chen"))


@pytest.mark.parametrize("name", ["rosa", "sam", "tasha", "maya"])
def test_only_staff_are_added(cast, worry, name):
    with pytest.raises(Refused):
        add_reader(worry, cast.person(name), by=cast.as_("ana"))


@pytest.mark.parametrize("name", ["maya", "luis", "rosa", "chen", "priya", "liam", "tasha", "otto"])
def test_every_address_of_it_is_a_404_for_the_others(cast, worry, client_of, name):
    client = client_of(name)
    base = f"/harbor-view/incidents/{worry.public_id}/"
    steps = [
        "write/",
        "told/",
        "readers/",
        "readers/end/",
        "pause/",
        "resume/",
        "close/",
        "reopen/",
    ]

    codes = {
        client.get(base).status_code,
        client.get(f"/harbor-view/worry/{worry.public_id}/").status_code,
    }
    codes |= {client.post(base + step, {"text": "x"}).status_code for step in steps}

    assert codes == {404}


def test_no_other_page_tells_anything(cast, placement, worry, client_of):
    """The adults around Jordan open everything they may; the worry stands nowhere."""
    paths = [
        "", "students/", f"students/{cast.jordan.public_id}/", f"placements/{placement.public_id}/",
        "placements/", "days/", "outbox/", "incidents/", "whole-school/", "passes/",
        f"api/v1/students/{cast.jordan.public_id}", f"api/v1/placements/{placement.public_id}",
    ]  # fmt: skip
    told = []
    for name in ("chen", "priya", "rosa", "otto"):
        client = client_of(name)
        for path in paths:
            text = client.get(f"/harbor-view/{path}").content.decode()
            told += [(name, path) for leak in (SECRET, worry.public_id, "private_") if leak in text]

    assert told == []


def test_the_mentor_s_page_tells_nothing(cast, placement, worry):
    held = make_pass(cast.sam, "confirm_days", [placement.public_id], by=cast.as_("chen"))
    page = Client().get(f"/p/{token_of(held)}/").content.decode()

    assert "Jordan" in page
    assert SECRET not in page
    assert "worr" not in page.replace("a worry you would rather say aloud", "")


def test_letters_about_it_stand_in_nobody_s_outbox(cast, worry):
    assert visible_notices(cast.as_("chen")).count() == 0
    assert visible_notices(cast.as_("dana")).count() == 0


def test_the_api_does_not_know_of_it(client_of):
    described = client_of("dana").get("/harbor-view/api/v1/openapi.json").json()

    assert [p for p in described["paths"] if "incident" in p or "worr" in p] == []
    assert "Incident" not in json.dumps(described)


def test_every_opening_is_written_down_and_shown(cast, worry, client_of):
    path = f"/harbor-view/incidents/{worry.public_id}/"
    client_of("ana").get(path)
    client_of("dana").get(path)
    page = client_of("dana").get(path).content.decode()

    assert list(Reading.objects.order_by("pk").values_list("person__name", flat=True)) == [
        "Ana Reyes", "Dana Okafor", "Dana Okafor",
    ]  # fmt: skip
    assert SECRET in page
    assert page.count("Dana Okafor</span>") == 2


def test_what_staff_write_down_the_student_does_not_see(cast, placement, client_of):
    incident = open_incident(
        cast.jordan, text="Sam called: a fall.", source="mentor", by=cast.as_("chen")
    )
    client = client_of("jordan")

    assert not rules.visible_worries(cast.as_("jordan")).exists()
    assert client.get(f"/harbor-view/worry/{incident.public_id}/").status_code == 404
    assert "a fall" not in client.get("/harbor-view/worry/").content.decode()
    assert readers(cast) == ["chen", "dana"]
