"""Who may be asked, who says yes to whom, and what each answers."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.exhibitions import rules
from kindling.exhibitions.actions import (
    allow_guest,
    answer_invitation,
    give_lead,
    name_panelist,
    propose_guest,
    refuse_guest,
    settle_interpreter,
    take_off_panel,
)
from kindling.exhibitions.models import Exhibition, Panelist
from kindling.exhibitions.tests.showing import at, panelist, plan, schedule, told
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.people.models import Connection
from kindling.placements.tests.factories import make_placement
from kindling.schools.models import Person

GUEST = {"name": "Ines Park", "email": "ines@uni.example.org", "who": "She studies bees."}


def test_whom_a_student_may_ask(cast):
    make_placement(cast, cast.luis, cast.clinic)

    found = {p.first: str(part) for p, part in rules.askable(cast.as_("luis"), plan(cast))}

    assert found == {
        "Ana": "advisor", "Rosa": "family", "Sam": "mentor", "Jordan": "peer", "Maya": "peer",
        "Chen": "staff", "Dana": "staff", "Priya": "staff",
    }  # fmt: skip


def test_a_mentor_of_somebody_else_is_not_to_be_asked(cast):
    exhibition = plan(cast)

    with pytest.raises(PermissionDenied):
        name_panelist(exhibition, cast.sam, by=cast.as_("luis"))


def test_nobody_of_another_school_is_put_on_a_panel(cast):
    exhibition = plan(cast)

    with pytest.raises(PermissionDenied):
        name_panelist(exhibition, cast.otto, by=cast.as_("ana"))


def test_no_letter_reaches_a_guest_before_staff_say_yes(cast):
    exhibition = schedule(cast, plan(cast))

    row = propose_guest(exhibition, **GUEST, by=cast.as_("luis"))

    assert (row.state, row.person) == ("proposed", None)
    assert not Person.objects.filter(email=GUEST["email"]).exists()
    assert told("invited") == ["Ana", "Luis"]

    allow_guest(row, by=cast.as_("ana"))

    assert told("invited") == ["Ana", "Ines", "Luis"]
    assert Person.objects.get(email=GUEST["email"]).memberships.count() == 0


def test_a_student_allows_nobody(cast):
    row = propose_guest(plan(cast), **GUEST, by=cast.as_("luis"))

    with pytest.raises(PermissionDenied):
        allow_guest(row, by=cast.as_("luis"))


def test_a_guest_that_staff_name_needs_no_second_yes(cast):
    row = propose_guest(plan(cast), **GUEST, by=cast.as_("ana"))

    assert (row.state, row.person.name) == ("named", "Ines Park")


def test_a_guest_whom_the_school_knows_stays_one_person(cast):
    first = propose_guest(plan(cast), **GUEST, by=cast.as_("ana"))
    again = propose_guest(plan(cast, "maya", by="maya"), **GUEST, by=cast.as_("ana"))

    assert first.person == again.person


def test_a_guest_nobody_can_reach(cast):
    with pytest.raises(ValidationError):
        propose_guest(plan(cast), name="Ines Park", by=cast.as_("luis"))

    assert Panelist.objects.filter(part="guest").count() == 0


def test_after_a_no_the_contact_is_forgotten(cast):
    row = propose_guest(plan(cast), **GUEST, by=cast.as_("luis"))

    refuse_guest(row, "We do not know her.", by=cast.as_("ana"))

    row.refresh_from_db()
    assert (row.state, row.email, row.note) == ("refused", "", "We do not know her.")


def test_a_suspended_adult_is_written_to_by_no_invitation(cast):
    make_placement(cast, cast.luis, cast.clinic)
    exhibition = plan(cast)
    name_panelist(exhibition, cast.sam, by=cast.as_("luis"))
    Person.objects.filter(pk=cast.sam.pk).update(suspended_at=cast.school.now())

    schedule(cast, exhibition)

    assert told("invited") == ["Ana", "Luis"]


def test_each_answers_for_themselves(cast):
    exhibition = plan(cast)
    name_panelist(exhibition, cast.rosa, by=cast.as_("luis"))
    schedule(cast, exhibition)
    row = panelist(exhibition, cast.rosa)

    with pytest.raises(PermissionDenied):
        answer_invitation(row, coming=True, by=cast.as_("luis"))

    answer_invitation(row, coming=False, note="I work.", by=cast.as_("rosa"))

    assert (panelist(exhibition, cast.rosa).state, told("cannot_come")) == (
        "declined",
        ["Ana", "Luis"],
    )


def test_who_is_taken_off_gets_it_out_of_the_calendar(cast):
    exhibition = plan(cast)
    name_panelist(exhibition, cast.rosa, by=cast.as_("luis"))
    schedule(cast, exhibition)

    take_off_panel(panelist(exhibition, cast.rosa), by=cast.as_("luis"))

    letter = Notice.objects.get(kind="exhibitions/taken_off")
    assert (letter.person, "METHOD:CANCEL" in letter.calendar) == (cast.rosa, True)
    assert not rules.visible_panelists(cast.as_("ana")).filter(person=cast.rosa).exists()


def test_the_advisor_is_always_there(cast):
    exhibition = plan(cast)

    with pytest.raises(Refused):
        take_off_panel(panelist(exhibition, cast.ana), by=cast.as_("luis"))


def test_rosa_reads_spanish_and_is_asked_about_an_interpreter(cast):
    exhibition = plan(cast)
    row = name_panelist(exhibition, cast.rosa, by=cast.as_("luis"))

    assert (row.needs_interpreter, row.interpreter) == (True, "")

    settle_interpreter(row, needs=True, name="Ms. Cruz", comes=True, by=cast.as_("ana"))

    assert (row.interpreter, row.interpreter_name) == ("confirmed", "Ms. Cruz")


def test_her_invitation_is_in_spanish(cast):
    exhibition = plan(cast)
    name_panelist(exhibition, cast.rosa, by=cast.as_("luis"))

    schedule(cast, exhibition)

    assert Notice.objects.get(kind="exhibitions/invited", person=cast.rosa).language == "es"


def test_a_family_that_is_family_no_longer_hears_nothing_more(cast):
    exhibition = plan(cast)
    name_panelist(exhibition, cast.rosa, by=cast.as_("luis"))
    schedule(cast, exhibition)
    Connection.objects.filter(adult=cast.rosa).update(until_on=date(2026, 10, 12))

    schedule(cast, exhibition, starts_at=at("2026-10-21 15:00"))

    assert told("moved") == ["Ana", "Luis"]


def test_somebody_else_leads_it(cast):
    exhibition = schedule(cast, plan(cast))
    with pytest.raises(PermissionDenied):
        give_lead(exhibition, cast.chen, by=cast.as_("luis"))

    give_lead(exhibition, cast.chen, by=cast.as_("ana"))

    assert (Exhibition.objects.get().advisor, panelist(exhibition, cast.chen).part) == (
        cast.chen, "advisor",
    )  # fmt: skip
    assert rules.leads(cast.as_("chen"), Exhibition.objects.get())
    assert not rules.visible_panelists(cast.as_("dana")).filter(person=cast.ana).exists()
    assert (told("invited"), told("taken_off")) == (["Ana", "Chen", "Luis"], ["Ana"])


def test_a_guest_who_was_taken_off_can_be_asked_again_and_sees_nothing_of_before(cast):
    exhibition = plan(cast)
    ana = cast.as_("ana")
    first = propose_guest(exhibition, **GUEST, by=ana)
    person = first.person
    take_off_panel(first, by=ana)

    again = propose_guest(exhibition, **GUEST, by=ana)

    first.refresh_from_db()
    assert (again.person, again.state, first.person) == (person, "named", None)


def test_a_second_tap_is_the_same_guest_and_one_person(cast):
    exhibition = plan(cast)
    by_phone = {"name": "Old Ben", "phone": "+1 207 555 0144"}
    for who in ("luis", "luis", "ana", "ana"):
        propose_guest(exhibition, **by_phone, by=cast.as_(who))

    assert Panelist.objects.get(part="guest").state == "named"
    assert Person.objects.filter(given_name="Old", family_name="Ben").count() == 1


def test_another_name_with_the_address_of_somebody_there_is_refused(cast):
    exhibition = plan(cast)
    propose_guest(exhibition, **GUEST, by=cast.as_("ana"))

    with pytest.raises(Refused, match="on the panel already"):
        propose_guest(exhibition, **{**GUEST, "name": "I. Park"}, by=cast.as_("ana"))
