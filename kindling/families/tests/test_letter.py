"""The week as a letter, behind a link and signed in."""

from __future__ import annotations

import time_machine
from django.test import Client

from kindling.attendance.actions import check_in, check_out
from kindling.attendance.tests.placed import make_placement
from kindling.families.tests.family import another_family, door_of, link_of, page_at, say
from kindling.passes.actions import revoke_pass
from kindling.passes.tokens import token_of
from kindling.people.actions import connect, disconnect, give_role
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import FIRST_DAY


def a_day_of_luis(cast):
    placement = make_placement(cast.luis, cast.clinic, cast.sam)
    day = check_in(placement, by=cast.as_("luis"))
    with time_machine.travel("2026-10-13T18:05:00+00:00"):
        check_out(day, line="Held a hawk", by=cast.as_("luis"))


def test_a_guardian_without_an_account_reads_the_week_in_spanish(cast):
    cast.rosa.user.delete()
    a_day_of_luis(cast)
    say(cast, "We go to the aquarium on Friday.")
    address = door_of(cast)

    with time_machine.travel("2026-10-14T22:00:00+00:00"):
        page = page_at(address)

    assert 'lang="es"' in page
    assert ("5 h 5 min" in page, "Bayside Animal Clinic" in page) == (True, True)
    assert ("Held a hawk" in page, "aquarium on Friday" in page) == (True, True)
    assert "Ana Reyes" in page
    inside = page.replace("/harbor-view/what-we-keep/", "")  # which anybody reads
    assert "/harbor-view/" not in inside  # nothing that asks for an account


def test_nothing_of_another_family_stands_there(cast):
    father = another_family(cast)
    say(cast, "Jordan did well in the kitchen.", to=cast.jordan)
    say(cast, "Luis repairs a bicycle.", to=cast.luis)

    pages = [page_at(door_of(cast)), page_at(door_of(cast, father))]

    assert [("Jordan" in page, "Luis" in page, "Paul" in page) for page in pages] == [
        (False, True, False), (True, False, True),
    ]  # fmt: skip


def test_siblings_stand_on_one_page(cast):
    by = Viewer.system(cast.school)
    address = door_of(cast)
    connect(cast.maya, cast.rosa, Role.GUARDIAN, by=by, since_on=FIRST_DAY)

    page = page_at(address)

    assert ("Luis" in page, "Maya" in page, "Jordan" in page) == (True, True, False)


def test_who_is_no_longer_family_finds_an_empty_letter(cast):
    address = door_of(cast)
    disconnect(cast.luis, cast.rosa, Role.GUARDIAN, by=Viewer.system(cast.school))

    assert "Luis" not in page_at(address)


def test_a_guardian_who_also_teaches_reads_by_link_as_a_parent(cast):
    give_role(cast.rosa, Role.ADVISOR, by=Viewer.system(cast.school))
    connect(cast.maya, cast.rosa, Role.ADVISOR, by=Viewer.system(cast.school))
    give_role(cast.rosa, Role.PRINCIPAL, by=Viewer.system(cast.school))

    page = page_at(door_of(cast))

    assert ("Luis" in page, "Maya" in page, "Jordan" in page) == (True, False, False)


def test_a_guessed_a_forwarded_and_an_ended_link(cast):
    held = link_of(cast)
    address = f"/p/{token_of(held)}/"
    guessed = Client().get(f"/p/{held.public_id}.AAAAAAAAAAAAAAAAAAAAAA/")
    page_at(address)
    forwarded = Client().get(address)
    revoke_pass(held, by=cast.as_("chen"))
    ended = Client().get(address)

    answers = [guessed, forwarded, ended]
    assert [one.status_code for one in answers] == [404, 403, 410]
    assert ["Luis" in one.content.decode() for one in answers] == [False, False, False]
