"""From the invitation to the first intern, each state in a test; nobody skips the check."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.attendance.tests.placed import make_placement
from kindling.clearance.models import Proof
from kindling.clearance.tests.handed import ask_for, make_checked, make_handed
from kindling.consents.tests.asking import ask, say
from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.mentoring import actions, course
from kindling.mentoring.lapsing import note_lapsed_of
from kindling.mentoring.models import MentorPath, Orientation
from kindling.mentoring.queries.standing import facts_about
from kindling.mentoring.queries.waits import waits
from kindling.mentoring.tests.guiding import NEW, OFFER, applied, as_guide, door_of, oriented
from kindling.notices.models import Notice
from kindling.people.models import Student
from kindling.schools.inside import inside
from kindling.schools.models import Membership, Person
from kindling.schools.roles import Role
from kindling.sites.models import SiteMentor

PAGE = "/harbor-view/mentoring/"


def standing(person: Person) -> str:
    person = Person.objects.get(pk=person.pk)
    return facts_about(person, person.school).standing


def test_every_state_on_the_way(cast):
    ask_for(cast, "check")
    path = actions.invite_mentor(by=cast.as_("chen"), site=cast.clinic.site, **NEW)
    noor, seen = path.person, []

    seen.append(standing(noor))
    actions.apply_to_mentor(path, by=as_guide(noor), **OFFER)
    seen.append(standing(noor))
    actions.accept_mentor(path, by=cast.as_("chen"))
    seen.append(standing(noor))
    cast.sam = noor  # the check is of the mentor of this cast
    make_handed(cast, "check", cast.jordan, cast.clinic)
    seen.append(standing(noor))
    make_checked(cast, "check", cast.jordan, cast.clinic, until_on=date(2026, 12, 1))
    seen.append(standing(noor))
    oriented(noor)
    seen.append(standing(noor))
    placement = make_placement(cast.jordan, cast.clinic, noor)
    seen.append(standing(noor))
    with time_machine.travel("2026-12-02 14:00Z", tick=False):
        seen.append(standing(noor))
    Person.objects.filter(pk=noor.pk).update(suspended_at=cast.school.now())
    seen.append(standing(noor))
    Person.objects.filter(pk=noor.pk).update(suspended_at=None)
    type(placement).objects.filter(pk=placement.pk).update(state="ended")
    actions.retire_mentor(noor, by=cast.as_("chen"))
    seen.append(standing(noor))

    assert seen == [
        "invited", "applied", "checking", "checking", "cleared", "oriented", "active", "lapsed",
        "suspended", "retired",
    ]  # fmt: skip


def test_nobody_wears_the_hat_before_the_yes(cast):
    path = applied(cast, site=cast.clinic.site)
    assert not Membership.objects.filter(person=path.person).exists()

    actions.accept_mentor(path, by=cast.as_("chen"))

    here = SiteMentor.objects.get(person=path.person)
    assert (here.site, here.title) == (cast.clinic.site, "Baker")
    assert Membership.objects.get(person=path.person).role == Role.MENTOR


def test_an_alum_comes_back_and_still_needs_the_check(cast, client_of):
    ask_for(cast, "check")
    tasha = client_of("tasha")
    assert tasha.get(PAGE).url == f"{PAGE}offer/"
    assert tasha.post(f"{PAGE}offer/", {"work": ""}).status_code == 422
    assert tasha.post(f"{PAGE}offer/", OFFER).status_code == 302
    path = MentorPath.objects.get()

    actions.accept_mentor(path, by=cast.as_("chen"))

    assert (path.person, path.is_alum) == (cast.tasha, True)
    assert standing(cast.tasha) == "checking"
    assert "No student starts with you" in tasha.get(f"{PAGE}offer/").text


def test_an_invited_alum_is_who_they_were_and_stands_here_once(cast):
    people = Person.objects.count()

    path = actions.invite_mentor(by=cast.as_("chen"), **{**NEW, "email": cast.tasha.email.upper()})

    assert (path.person, path.is_alum, Person.objects.count()) == (cast.tasha, True, people)


def left_school(cast):
    """Luis has finished school; he has an alum's hat."""
    Membership.objects.filter(person=cast.luis.person).update(role=Role.ALUM)
    cast.luis.person.email = "luis@example.org"
    cast.luis.person.save()


@pytest.mark.parametrize("says", ["", "no"])
def test_an_alum_who_has_not_said_yes_to_staying_in_touch_is_not_written_to(cast, says):
    left_school(cast)
    consent = ask(cast, "alumni")
    if says:
        say(cast, consent, says)
    before = Notice.objects.filter(person=cast.luis.person).count()

    with pytest.raises(Refused, match="staying in touch"):
        actions.invite_mentor(cast.luis.person, by=cast.as_("chen"))

    assert Notice.objects.filter(person=cast.luis.person).count() == before


def test_an_alum_who_said_yes_is_invited_and_one_who_comes_forward_needs_none(cast):
    left_school(cast)
    consent = ask(cast, "alumni")
    path = actions.offer_oneself(work="Baker", offers="Bread", by=cast.as_("luis"))
    actions.decline_mentor(path, "Not this year", by=cast.as_("chen"))
    say(cast, consent, "yes")

    path = actions.invite_mentor(cast.luis.person, by=cast.as_("chen"))

    assert (path.state, path.is_alum) == ("invited", True)


def test_a_student_is_not_invited(cast):
    with pytest.raises(Refused, match="student"):
        actions.invite_mentor(cast.maya.person, by=cast.as_("chen"))
    assert Student.objects.filter(person__mentor_path__isnull=False).count() == 0


def test_twice_is_refused(cast):
    path = applied(cast)

    with pytest.raises(Refused):
        actions.invite_mentor(path.person, by=cast.as_("chen"))
    with pytest.raises(Refused):
        actions.apply_to_mentor(path, by=as_guide(path.person), **OFFER)


@pytest.mark.parametrize("name", ["ana", "dana", "priya", "jordan", "rosa", "liam", "otto"])
def test_only_the_coordinator_names_mentors(cast, name):
    path, by = applied(cast), cast.as_(name)

    for act in (
        lambda: actions.invite_mentor(by=by, **{**NEW, "email": "other@example.org"}),
        lambda: actions.accept_mentor(path, by=by),
        lambda: actions.decline_mentor(path, "No", by=by),
        lambda: actions.retire_mentor(path.person, by=by),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_another_schools_coordinator_names_nobody_here(cast):
    path = applied(cast)
    Membership.objects.create(
        school=cast.north, person=cast.otto, role=Role.COORDINATOR, since_on=date(2026, 9, 1)
    )

    with pytest.raises(PermissionDenied):
        actions.accept_mentor(path, by=cast.as_("otto"))


def test_a_no_is_kind_and_ends_the_link(cast, client):
    path = applied(cast)
    door = door_of(path.person)
    with pytest.raises(ValidationError):
        actions.decline_mentor(path, " ", by=cast.as_("chen"))

    actions.decline_mentor(path, "The place is too far.", by=cast.as_("chen"))

    letter = Notice.objects.get(kind="mentoring/declined")
    assert (letter.person, "too far" in letter.body) == (path.person, False)
    assert client.get(door).status_code == 410


def test_who_has_interns_does_not_retire(cast):
    make_placement(cast.jordan, cast.clinic, cast.sam)

    with pytest.raises(Refused, match="another mentor"):
        actions.retire_mentor(cast.sam, by=cast.as_("chen"))


def test_a_check_that_lapsed_is_said_to_the_mentor_and_waits_for_the_coordinator(cast, client):
    ask_for(cast, "check")
    make_checked(cast, "check", cast.jordan, cast.clinic, until_on=date(2026, 10, 20))
    make_placement(cast.jordan, cast.clinic, cast.sam)
    actions.send_page(cast.sam, by=cast.as_("chen"))

    with time_machine.travel("2026-10-21 14:00Z", tick=False):
        page = client.get(door_of(cast.sam)).text
        with inside(cast.school):
            (wait,) = waits(cast.as_("chen"))
            others = [waits(cast.as_(name)) for name in ("ana", "jordan", "otto")]

    assert "ran out on Tuesday, 20 October" in page or "ran out on" in page
    assert "you may confirm days, write and read. Nobody new starts" in page
    assert wait.say == "Renew the background check of Sam Ito: students learn with them"
    assert others == [[], [], []]


def test_a_lapse_is_written_down_and_told_to_the_mentor_once(cast):
    ask_for(cast, "check")
    make_checked(cast, "check", cast.jordan, cast.clinic, until_on=date(2026, 10, 20))
    make_placement(cast.jordan, cast.clinic, cast.sam)
    before = note_lapsed_of(cast.school)

    with time_machine.travel("2026-10-21 14:00Z", tick=False):
        first, second = note_lapsed_of(cast.school), note_lapsed_of(cast.school)

    assert (before, first, second) == (0, 1, 0)
    [event] = Event.objects.filter(verb="mentor.lapse")
    assert (event.subject_id, event.detail) == (cast.sam.public_id, {"until": "2026-10-20"})
    letter = Notice.objects.get(person=cast.sam, kind="mentoring/page")
    assert letter.subject == "Your background check has run out"
    assert "nobody new starts until it is renewed" in letter.body


def test_the_orientation_is_read_in_parts_signed_once_and_on_file(cast, client):
    ask_for(cast, "orientation")
    actions.send_page(cast.sam, by=cast.as_("chen"))
    door = f"{door_of(cast.sam)}?guide=1&at=course"
    assert "Messages go through the school" in client.get(door).text
    for key in course.KEYS[:-1]:
        assert client.post(door, {"do": "read", "chapter": key}).status_code == 302
    assert client.post(door, {"do": "sign", "name": "Sam Ito"}).status_code == 409
    client.post(door, {"do": "read", "chapter": course.KEYS[-1]})
    assert client.post(door, {"do": "sign", "name": ""}).status_code == 422
    assert client.post(door, {"do": "sign", "name": "Sam Ito"}).status_code == 302
    assert client.post(door, {"do": "sign", "name": "Sam Ito"}).status_code == 409

    done = Orientation.objects.get()
    assert (done.person, done.name, done.on, done.version) == (
        cast.sam, "Sam Ito", cast.school.today(), course.VERSION,
    )  # fmt: skip
    proof = Proof.objects.get(item="orientation")
    assert (proof.mentor, proof.state) == (cast.sam, "verified")
    paper = client.get(f"{door_of(cast.sam)}?guide=1&at=certificate")
    assert (paper["Content-Type"], paper.content[:5]) == ("application/pdf", b"%PDF-")


def test_another_version_of_the_words_is_read_anew(cast, monkeypatch):
    oriented(cast.sam)
    monkeypatch.setattr(course, "VERSION", 2)

    with pytest.raises(Refused, match="other chapters"):
        actions.finish_orientation(cast.sam, "Sam Ito", by=as_guide(cast.sam))


def test_chen_invites_reads_and_accepts_on_the_pages(cast, client_of):
    chen = client_of("chen")
    assert chen.post(f"{PAGE}invite/", {"given_name": "Noor"}).status_code == 422
    sent = chen.post(f"{PAGE}invite/", {**NEW, "site": cast.clinic.site.public_id})
    path = MentorPath.objects.get()
    assert sent.url == f"{PAGE}{path.person.public_id}/"
    actions.apply_to_mentor(path, by=as_guide(path.person), **OFFER)
    page = chen.get(sent.url).text
    assert [part for part in (OFFER["offers"], "Baker", "Accept Noor") if part not in page] == []
    assert chen.post(f"{sent.url}decline/", {"answer": ""}).status_code == 422
    assert chen.post(f"{sent.url}accept/").status_code == 302
    assert chen.post(f"{sent.url}accept/").status_code == 409

    ana = client_of("ana").get(sent.url).text
    assert (OFFER["offers"] in ana, "Accept Noor" in ana) == (False, False)


def test_the_list_costs_the_same_for_one_and_three(cast, client_of, django_assert_num_queries):
    ask_for(cast, "check")
    chen = client_of("chen")
    with django_assert_num_queries(15):
        chen.get(PAGE)
    applied(cast)
    applied(cast, email="two@example.org")
    with django_assert_num_queries(15):
        chen.get(PAGE)


def test_two_days_after_its_last_day_a_check_without_an_end_still_holds(cast):
    ask_for(cast, "check")
    make_checked(cast, "check", cast.jordan, cast.clinic)
    Proof.objects.update(until_on=None)

    with time_machine.travel(cast.school.now() + timedelta(days=800), tick=False):
        assert standing(cast.sam) == "cleared"
