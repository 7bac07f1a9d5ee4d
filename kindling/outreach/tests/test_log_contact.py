"""Staff note that they were in touch; what was said is theirs alone."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.outreach import actions
from kindling.outreach.models import Contact
from kindling.outreach.rules import visible_contacts
from tests.cast import make_person

PAGE = "/harbor-view/outreach/"


def logged(cast, by: str = "chen", **facts) -> Contact:
    usual = {"how": "call", "said": "They are moving in May."}
    return actions.log_contact(cast.shelter.site, by=cast.as_(by), **(usual | facts))


def test_two_taps_from_a_phone(cast, client_of):
    path = f"{PAGE}sites/{cast.shelter.site.public_id}/log/"

    answer = client_of("ana").post(path, {"how": "call", "on": "2026-10-13"})

    contact = Contact.objects.get()
    assert answer.status_code == 302
    assert (contact.by, contact.how, contact.said, contact.state) == (cast.ana, "call", "", "said")


def test_one_tap_logs_a_call(cast, client_of):
    answer = client_of("chen").post(f"{PAGE}sites/{cast.shelter.site.public_id}/called/")

    contact = Contact.objects.get()
    assert answer.url == f"{PAGE}contacts/{contact.public_id}/"
    assert (contact.how, contact.on) == ("call", date(2026, 10, 13))


def test_the_words_are_added_later_and_stand_nowhere_else(cast):
    contact = logged(cast, said="")

    actions.change_contact(
        contact, by=cast.as_("chen"), how="call", on=date(2026, 10, 13), said="Call in May."
    )

    contact.refresh_from_db()
    assert contact.said == "Call in May."
    told = [str(event.detail) for event in Event.objects.filter(verb__startswith="contact.")]
    assert not [text for text in told if "May" in text]


def test_only_who_noted_it_and_the_coordinator_change_it(cast):
    contact = logged(cast, by="chen")
    facts = {"how": "call", "on": date(2026, 10, 13)}

    with pytest.raises(PermissionDenied):
        actions.change_contact(contact, by=cast.as_("ana"), **facts)


@pytest.mark.parametrize("name", ["maya", "rosa", "liam", "tasha", "otto"])
def test_nobody_else_reads_or_notes(cast, name):
    logged(cast)

    assert list(visible_contacts(cast.as_(name))) == []
    with pytest.raises(PermissionDenied):
        logged(cast, by=name)


def test_a_day_ahead_is_a_next_step(cast):
    with pytest.raises(Refused, match="next step"):
        logged(cast, on=date(2026, 10, 14))


def test_the_owner_must_be_of_the_school(cast):
    with pytest.raises(PermissionDenied):
        logged(cast, next_step="Call", owner=cast.otto)


def test_a_next_step_is_the_writers_unless_somebody_else_has_it(cast):
    mine = logged(cast, next_step="Send the form", next_on=date(2026, 10, 20))
    theirs = logged(cast, next_step="Visit", owner=cast.ana)

    assert (mine.owner, mine.state) == (cast.chen, "open")
    assert theirs.owner == cast.ana


def test_the_owner_finishes_it_once(cast, client_of):
    contact = logged(cast, next_step="Visit", owner=cast.ana)

    assert client_of("ana").post(f"{PAGE}contacts/{contact.public_id}/done/").status_code == 302
    assert client_of("ana").post(f"{PAGE}contacts/{contact.public_id}/done/").status_code == 409


def test_another_advisor_does_not_finish_it(cast):
    from kindling.schools.roles import Role  # noqa: PLC0415
    from kindling.schools.viewer import Viewer  # noqa: PLC0415

    contact = logged(cast, next_step="Visit", owner=cast.ana)
    other = make_person(cast.school, "Bo Falk", Role.ADVISOR)

    with pytest.raises(PermissionDenied):
        actions.finish_step(contact, by=Viewer.of_person(other))


def test_the_owner_is_reminded_once_on_the_day(cast):
    from kindling.notices.models import Notice  # noqa: PLC0415

    logged(cast, next_step="Visit", next_on=date(2026, 10, 13), owner=cast.ana)
    logged(cast, next_step="Later", next_on=date(2026, 10, 14), owner=cast.ana)

    actions.remind_of_steps()
    actions.remind_of_steps()

    told = Notice.objects.get(kind="outreach/step_due")
    assert (told.person, told.subject) == (cast.ana, "Today: Visit")


def test_the_list_shows_mine_first_and_everybodys_on_a_tap(cast, client_of):
    logged(cast, next_step="Mine", owner=cast.ana)
    logged(cast, next_step="His", owner=cast.chen)
    client = client_of("ana")

    mine, everybodys = (client.get(PAGE + path).text for path in ("steps/", "steps/?show=all"))

    assert ("Mine" in mine, "His" in mine) == (True, False)
    assert ("Mine" in everybodys, "His" in everybodys) == (True, True)


def test_a_step_without_words_is_asked_for(cast, client_of):
    path = f"{PAGE}sites/{cast.shelter.site.public_id}/log/"
    sent = {"how": "call", "on": "2026-10-13", "next_on": "2026-10-20"}

    answer = client_of("ana").post(path, sent)

    assert (answer.status_code, Contact.objects.count()) == (422, 0)


@pytest.mark.parametrize("path", ["steps/", "steps/?show=all"])
def test_the_lists_cost_the_same_for_one_and_three(
    cast, client_of, django_assert_num_queries, path
):
    client = client_of("chen")
    logged(cast, next_step="One")
    with django_assert_num_queries(4):
        client.get(PAGE + path)
    logged(cast, next_step="Two", mentor=cast.sam)
    logged(cast, next_step="Three", owner=cast.ana)
    with django_assert_num_queries(4):
        client.get(PAGE + path)


def test_a_few_letters_find_whom_it_was_with(cast, client_of, django_assert_num_queries):
    client = client_of("ana")

    with django_assert_num_queries(4):
        page = client.get(f"{PAGE}log/?q=shel").text

    assert ("Harbor Animal Shelter" in page, "Bayside" in page) == (True, False)
    assert "No site by that name" in client.get(f"{PAGE}log/?q=zzz").text


def test_a_mentor_who_left_stays_in_what_was_noted(cast, client_of):
    contact = logged(cast, mentor=cast.sam)
    cast.shelter.site.mentors.update(until_on="2026-10-12", is_lead=False)
    sent = {"how": "call", "on": "2026-10-13", "said": "More", "mentor": cast.sam.public_id}

    answer = client_of("chen").post(f"{PAGE}contacts/{contact.public_id}/", sent)

    contact.refresh_from_db()
    assert (answer.status_code, contact.mentor, contact.said) == (302, cast.sam, "More")


def test_putting_words_right_reminds_nobody_again_but_another_day_does(cast):
    from kindling.notices.models import Notice  # noqa: PLC0415

    step = {"next_step": "Visit", "owner": cast.ana}
    contact = logged(cast, next_on=date(2026, 10, 12), **step)
    actions.remind_of_steps()
    told = [Notice.objects.count()]

    for day in (date(2026, 10, 12), date(2026, 10, 13)):
        actions.change_contact(
            contact, by=cast.as_("chen"), how="call", on=date(2026, 10, 13), next_on=day, **step
        )
        actions.remind_of_steps()
        told.append(Notice.objects.count())

    assert told == [1, 1, 2]


def test_a_step_that_was_done_meanwhile_stays_done(cast):
    contact = logged(cast, next_step="Visit", owner=cast.ana)
    actions.finish_step(Contact.objects.get(), by=cast.as_("ana"))

    actions.change_contact(
        contact, by=cast.as_("chen"), how="call", on=date(2026, 10, 13), next_step="Visit"
    )

    assert Contact.objects.get().state == "done"


def test_who_left_the_school_is_reminded_of_nothing(cast):
    from kindling.notices.models import Notice  # noqa: PLC0415

    logged(cast, next_step="Visit", next_on=date(2026, 10, 13), owner=cast.ana)
    cast.ana.memberships.update(until_on="2026-10-12")

    actions.remind_of_steps()

    assert Notice.objects.get().person == cast.chen
