"""One page for all interns: what is theirs, in first names, and nothing of anybody else."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kindling.attendance.actions.asking import ask_mentors_of
from kindling.attendance.tests.placed import make_placement
from kindling.conversations.tests.talking import jordan_writes
from kindling.evaluations import actions as evaluating
from kindling.kit.http import Refused
from kindling.mentoring import actions
from kindling.mentoring.models import ClassVisit
from kindling.mentoring.queries.home import home_of
from kindling.mentoring.tests.guiding import as_guide, door_of
from kindling.notices.actions import notify
from kindling.notices.models import Notice
from kindling.outreach.models import Contact
from kindling.passes.actions import make_pass
from kindling.passes.models import Pass
from kindling.passes.tokens import token_of
from kindling.placements.models import Placement
from kindling.projects.actions import begin_project
from kindling.projects.models.templates import Kind
from kindling.schools.inside import inside
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.sites.actions import add_mentor, leave_alone
from kindling.sites.models import Quiet

PAGE = "/harbor-view/mentoring/"
CLASS = {"words": "How a clinic wakes up.", "times": "Mondays", "most": 12}


@pytest.fixture
def door(cast, client) -> str:
    """Jordan and Maya learn with Sam, Luis with Tasha; Sam has opened a page of their own."""
    placement = make_placement(cast.jordan, cast.clinic, cast.sam)
    make_placement(cast.maya, cast.shelter, cast.sam)
    other = make_placement(cast.luis, cast.clinic, cast.tasha)
    for one in Placement.objects.for_list().filter(pk__in=[placement.pk, other.pk]):
        evaluating.open_evaluation(one, by=cast.as_("chen"))
    actions.send_page(cast.sam, by=cast.as_("chen"))
    client.get(door_of(cast.sam))
    return door_of(cast.sam)


def test_everybody_who_learns_with_them_by_first_name_and_nobody_else(cast, client, door):
    page = client.get(door).text

    assert [
        word
        for word in ("Jordan", "Maya", "How was the term?", "Days to confirm")
        if word not in page
    ] == []
    secrets = ("Blake", "Santos", "Luis", "Diaz", "Tasha", cast.jordan.person.email)
    assert [word for word in secrets if word in page] == []


def test_it_opens_what_the_school_sent_and_makes_no_new_link(cast, client, door):
    links = Pass.objects.count()
    evaluation = Pass.objects.get(purpose="evaluate", bearer=cast.sam)

    page = client.get(door).text

    assert (f'href="/p/{token_of(evaluation)}/"' in page, Pass.objects.count()) == (True, links)
    others = Pass.objects.get(purpose="evaluate", bearer=cast.tasha)
    assert token_of(others) not in page


def test_a_project_of_two_interns_stands_with_both(cast, door):
    placement = Placement.objects.get(student=cast.jordan)
    by = cast.as_("chen")
    begin_project(
        cast.jordan, title="A quiet room", kind=Kind.INTERNSHIP, placement=placement, by=by
    )

    home = home_of(as_guide(cast.sam), cast.sam)

    texts = {one.first: [line.text for line in one.lines] for one in home.interns}
    assert "A quiet room" in texts["Jordan"]
    assert "A quiet room" not in texts["Maya"]


def test_a_message_of_an_intern_stands_there_and_nobody_elses(cast, client, door):
    jordan_writes(cast)
    held = Pass.objects.get(purpose="write_message")

    home = home_of(as_guide(cast.sam), cast.sam)

    found = {
        one.first: [line.href for line in one.lines if line.icon == "messages-square"]
        for one in home.interns
    }
    assert found == {"Jordan": [f"/p/{token_of(held)}/"], "Maya": []}


def test_the_link_about_days_leads_there_and_acts_there_too(cast, client):
    placement = make_placement(cast.jordan, cast.clinic, cast.sam)
    held = make_pass(cast.sam, "confirm_days", [placement.public_id], by=cast.as_("chen"))
    days = f"/p/{token_of(held)}/"
    assert "?guide" in client.get(days).text

    assert "Jordan" in client.get(f"{days}?guide=1").text
    sent = client.post(f"{days}?guide=1", {"do": "read", "chapter": "safety"})
    assert (sent.status_code, cast.sam.chapters.get().chapter) == (302, "safety")


def test_other_rooms_take_no_post(cast, client):
    placement = make_placement(cast.jordan, cast.clinic, cast.sam)
    held = make_pass(cast.sam, "confirm_days", [placement.public_id], by=cast.as_("chen"))

    assert client.post(f"/p/{token_of(held)}/?given", {"do": "read"}).status_code == 404


def test_while_they_are_suspended_it_rests(cast, client, door):
    Person.objects.filter(pk=cast.sam.pk).update(suspended_at=cast.school.now())

    assert "Jordan" not in client.get(door).text
    assert client.post(door, {"do": "read", "chapter": "safety"}).status_code == 409
    with pytest.raises(Refused):
        actions.send_page(Person.objects.get(pk=cast.sam.pk), by=cast.as_("chen"))


@pytest.mark.parametrize("do", ["", "nothing", "apply"])
def test_a_form_of_ones_own_making_finds_nothing(cast, client, door, do):
    assert client.post(door, {"do": do}).status_code == 404
    assert client.post(door, {"do": "read", "chapter": "other"}).status_code == 404


def test_please_do_not_ask_me_until(cast, client, door):
    assert client.post(door, {"do": "rest"}).status_code == 422
    assert client.post(door, {"do": "rest", "until_on": "2026-10-01"}).status_code == 422
    assert client.post(door, {"do": "rest", "until_on": "2026-11-30"}).status_code == 302
    Notice.objects.all().delete()
    cast.sam.refresh_from_db()

    assert cast.sam.quiet_until == date(2026, 11, 30)
    assert ask_mentors_of(cast.school) == [cast.tasha]
    with pytest.raises(Refused, match="peace"):
        evaluating.open_evaluation(Placement.objects.get(student=cast.maya), by=cast.as_("chen"))
    # What is about safety is still sent.
    facts = {"names": ["Jordan"], "mentor": "Sam", "is_weekly": False}
    notify(cast.sam, "attendance/confirm_days", facts, by=Viewer.system(cast.school), urgent=True)
    assert [one.group for one in Notice.objects.filter(person=cast.sam)] == ["safety"]
    assert client.post(door, {"do": "again"}).status_code == 302
    cast.sam.refresh_from_db()
    assert cast.sam.quiet_until is None
    assert client.post(door, {"do": "again"}).status_code == 409


def test_no_reminders_any_more(cast, client, door):
    assert client.post(door, {"do": "rest", "always": "on"}).status_code == 302

    assert "Nobody sends you reminders" in client.get(door).text


def test_a_rest_that_the_school_decided_on_is_not_theirs_to_lift(cast, client, door):
    leave_alone(cast.sam, Quiet.Kind.NO_CONTACT, reason="Family.", by=cast.as_("chen"))

    assert client.post(door, {"do": "again"}).status_code == 409
    assert Quiet.objects.get().lifted_on is None


def test_a_class_is_asked_agreed_on_and_stands_with_the_sites_contacts(
    cast, client, client_of, door
):
    site = cast.clinic.site
    if not site.mentors.filter(person=cast.sam).exists():
        add_mentor(site, cast.sam, by=cast.as_("chen"))
    assert client.post(door, {"do": "class", "site": site.public_id}).status_code == 422
    asked = client.post(door, {"do": "class", "site": site.public_id, **CLASS})
    assert asked.status_code == 302
    visit = ClassVisit.objects.get()
    page = f"{PAGE}visits/{visit.public_id}/"

    chen = client_of("chen")
    past = {"on": "2026-10-12", "at": "10:00"}
    assert chen.post(f"{page}agree/", past).status_code == 422
    assert chen.post(f"{page}agree/", {**past, "on": "2026-10-26"}).status_code == 302

    contact = Contact.objects.get()
    assert (contact.site, contact.mentor, contact.next_on) == (site, cast.sam, date(2026, 10, 26))
    told = Notice.objects.get(kind="mentoring/class_answered")
    assert (told.person, "26" in told.subject) == (cast.sam, True)
    assert chen.post(f"{page}decline/", {"answer": "No"}).status_code == 409


def test_no_class_is_asked_to_a_place_that_is_not_theirs(cast, door):
    with pytest.raises(PermissionDenied):
        actions.offer_visit(cast.shelter.site, by=as_guide(cast.tasha), **CLASS)
    with inside(cast.school):
        assert ClassVisit.objects.count() == 0


def test_nobody_else_speaks_for_a_mentor(cast):
    for viewer in (cast.as_("chen"), cast.as_("jordan"), cast.as_("otto"), as_guide(cast.tasha)):
        for act in (
            lambda by=viewer: actions.read_chapter(cast.sam, "safety", by=by),
            lambda by=viewer: actions.rest_mentor(cast.sam, None, by=by),
            lambda by=viewer: actions.ask_again(cast.sam, by=by),
        ):
            with pytest.raises(PermissionDenied):
                act()


def test_the_page_costs_the_same_for_one_and_three(cast, client, django_assert_num_queries):
    make_placement(cast.jordan, cast.clinic, cast.sam)
    actions.send_page(cast.sam, by=cast.as_("chen"))
    door = door_of(cast.sam)
    client.get(door)
    with django_assert_num_queries(25):
        client.get(door)
    for student in (cast.maya, cast.luis):
        made = make_placement(student, cast.clinic, cast.sam)
        evaluating.open_evaluation(
            Placement.objects.for_list().get(pk=made.pk), by=cast.as_("chen")
        )
    with django_assert_num_queries(25):
        client.get(door)


def test_whom_to_call_what_they_are_after_and_from_when_until_when(cast, client, door):
    Person.objects.filter(pk=cast.ana.pk).update(phone="+1 555 0101")
    Placement.objects.filter(student=cast.jordan).update(goals="To draw blood without hurting.")

    page = client.get(door).text

    assert "Whom to call: Ana Reyes," in page
    assert 'href="tel:+15550101"' in page
    assert "To draw blood without hurting." in page


def test_what_they_have_given_opens_from_their_own_link(cast, client, door):
    page = client.get(f"{door}?given").text

    assert "Who learned with you" in page
    assert [name in page for name in ("Jordan", "Maya", "Luis", "Blake")] == [
        True, True, False, False,
    ]  # fmt: skip


def test_the_orientation_comes_as_a_pdf_too(cast, client, door):
    answer = client.get(f"{door}?guide=1&at=paper")

    assert answer["Content-Type"] == "application/pdf"
    assert b"".join(answer)[:5] == b"%PDF-"


def test_staff_see_the_way_a_mentor_chose_and_what_they_read(cast, client_of, door):
    Person.objects.filter(pk=cast.sam.pk).update(language="es", phone="")

    page = client_of("chen").get(f"{PAGE}{cast.sam.public_id}/").text

    assert "<dt>Reached first</dt><dd>E-mail</dd>" in page
    assert "<dt>Reads</dt><dd>Spanish</dd>" in page
