"""A visit at home: read by few, what is sensitive by fewer, and each opening is written down."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kindling.advisory.actions import name_substitute
from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.people.actions import connect
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.visits import actions
from kindling.visits.models import HomeVisit, Opening, Sensitive
from kindling.visits.queries.homes import unvisited_students
from kindling.visits.rules import may_read_sensitive, own_home_visits, visible_home_visits
from tests.cast import make_person, make_student

TODAY = date(2026, 10, 13)
PAGE = "/harbor-view/home-visits/"
SECRET = "The father lost his work in May."


def visited(cast, **note) -> HomeVisit:
    visit = actions.plan_home_visit(cast.maya, on=TODAY, by=cast.as_("ana"))
    usual = {"present": "Mother, aunt", "hopes": "College", "sensitive": SECRET}
    actions.note_home_visit(visit, by=cast.as_("ana"), **(usual | note))
    return visit


def test_the_whole_way(cast):
    visit = actions.plan_home_visit(cast.maya, on=TODAY, by=cast.as_("ana"))
    actions.do_home_visit(visit, by=cast.as_("ana"))
    assert visit.state == "done"

    actions.note_home_visit(visit, by=cast.as_("ana"), hopes="College", for_student="Thank you.")

    visit.refresh_from_db()
    assert (visit.state, visit.on, visit.hopes) == ("noted", TODAY, "College")


def test_it_is_not_noted_before_it_was(cast):
    visit = actions.plan_home_visit(cast.maya, on=date(2026, 10, 20), by=cast.as_("ana"))
    with pytest.raises(Refused, match="when it has been"):
        actions.note_home_visit(visit, by=cast.as_("ana"), hopes="College")


@pytest.mark.parametrize(
    ("name", "reads", "opens"),
    [
        ("ana", True, True),
        ("chen", True, False),
        ("dana", True, False),
        ("priya", False, False),
        ("maya", False, False),
        ("jordan", False, False),
        ("rosa", False, False),
        ("liam", False, False),
        ("otto", False, False),
    ],
)
def test_who_reads_it_and_who_opens_what_is_sensitive(cast, name, reads, opens):
    visit = visited(cast)
    viewer = cast.as_(name)

    assert list(visible_home_visits(viewer)) == ([visit] if reads else [])
    assert may_read_sensitive(viewer, visit) is opens
    if not opens:
        with pytest.raises(PermissionDenied):
            actions.open_sensitive(visit, by=viewer)
        assert not Opening.objects.exists()


def test_otto_reads_his_own_alone(cast):
    visited(cast)
    nils = make_student(cast.north, "Nils Berg", "101", date(2012, 1, 1))
    connect(nils, cast.otto, Role.ADVISOR, by=Viewer.system(cast.north))
    theirs = actions.plan_home_visit(nils, on=TODAY, by=cast.as_("otto"))

    assert list(visible_home_visits(cast.as_("otto"))) == [theirs]
    assert theirs not in list(visible_home_visits(cast.as_("dana")))


def test_a_substitute_reads_none(cast):
    visited(cast)
    kim = make_person(cast.school, "Kim Park", Role.STAFF)
    name_substitute(cast.tide, kim, since_on=TODAY, until_on=TODAY, by=cast.as_("ana"))

    assert list(visible_home_visits(Viewer.of_person(kim))) == []


def test_whom_the_school_names_opens_it_until_it_is_taken_away(cast, client_of):
    visit = visited(cast)
    nurse = make_person(cast.school, "Bea Lund", Role.STAFF)
    client = client_of("dana")
    assert client.post(f"{PAGE}readers/", {"person": nurse.public_id}).status_code == 302

    words = actions.open_sensitive(visit, by=Viewer.of_person(nurse))
    assert [one.text for one in words] == [SECRET]
    reader = nurse.__class__.objects.get(pk=nurse.pk)
    from kindling.visits.models import HomeReader  # noqa: PLC0415

    row = HomeReader.objects.get(person=reader)
    assert client.post(f"{PAGE}readers/{row.public_id}/end/").status_code == 302
    assert list(visible_home_visits(Viewer.of_person(nurse))) == []


def test_each_opening_is_written_down_and_shown(cast, client_of):
    visit = visited(cast)
    client = client_of("ana")
    page = f"{PAGE}{visit.public_id}/"
    assert SECRET not in client.get(page).text
    assert SECRET not in client.get(f"{page}?edit").text

    shown = client.post(f"{page}sensitive/").text

    assert (SECRET in shown, "Who opened it" in shown) == (True, True)
    opened = Opening.objects.get()
    assert (opened.person, opened.visit) == (cast.ana, visit)
    assert client_of("chen").post(f"{page}sensitive/").status_code == 403
    assert client_of("maya").post(f"{page}sensitive/").status_code == 404


def test_the_history_keeps_no_word_of_it(cast):
    visited(cast)
    told = str([event.detail for event in Event.objects.all()])
    assert ("lost" in told, "College" in told) == (False, False)
    assert str(Sensitive.objects.get()) != SECRET


def test_what_is_sensitive_is_added_and_never_changed(cast):
    visit = visited(cast)
    actions.note_home_visit(visit, by=cast.as_("ana"), sensitive="He found new work.")

    assert [one.text for one in actions.open_sensitive(visit, by=cast.as_("ana"))] == [
        SECRET, "He found new work.",
    ]  # fmt: skip


def test_the_student_reads_the_words_meant_for_them(cast, client_of):
    visit = visited(cast, for_student="Your aunt showed me your drawings.")
    assert list(own_home_visits(cast.as_("maya"))) == [visit]
    assert list(own_home_visits(cast.as_("jordan"))) == []

    page = client_of("maya").get(PAGE).text

    assert "Your aunt showed me your drawings." in page
    assert not [word for word in (SECRET, "College") if word in page]


def test_a_principal_reads_nothing_of_their_own_child(cast):
    visited(cast)
    connect(cast.maya, cast.dana, Role.GUARDIAN, by=Viewer.system(cast.school))
    assert list(visible_home_visits(cast.as_("dana"))) == []


def test_whose_family_nobody_visited_this_year(cast):
    visited(cast)
    assert [one.first for one in unvisited_students(cast.as_("ana"))] == ["Jordan", "Luis"]
    assert list(unvisited_students(cast.as_("rosa"))) == []
