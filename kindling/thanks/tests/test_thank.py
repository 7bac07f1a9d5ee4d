"""A mentor is thanked: in words, with hours, and never by a student alone."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kindling.attendance.models import Hours
from kindling.attendance.tests.placed import make_placement
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.passes.actions import make_pass
from kindling.passes.models import Pass
from kindling.passes.tokens import token_of
from kindling.placements.models import Placement
from kindling.schools.models import Person, SchoolYear, Term
from kindling.thanks import actions
from kindling.thanks.models import Thanks
from kindling.thanks.rules import mentors_of_year, visible_thanks

PAGE = "/harbor-view/thanks/"
WORDS = "You let me hold the cat."


@pytest.fixture
def ended(cast) -> Placement:
    """Jordan was at the clinic for 12 confirmed hours, until last week."""
    placement = make_placement(cast.jordan, cast.clinic, cast.sam)
    Placement.objects.filter(pk=placement.pk).update(state="ended", ends_on="2026-10-06")
    Hours.objects.filter(placement=placement).delete()
    Hours.objects.create(
        school=cast.school, placement=placement, student=cast.jordan, confirmed=725, waiting=60,
        term=Term.of(cast.school)[0],
    )  # fmt: skip
    return Placement.objects.get(pk=placement.pk)


def written(cast, ended, by: str = "jordan") -> Thanks:
    return actions.write_thanks(ended, WORDS, by=cast.as_(by))


def test_a_students_words_wait_for_their_advisor(cast, ended):
    thanks = written(cast, ended)

    told = Notice.objects.get()
    assert (thanks.state, told.person, told.kind) == ("waiting", cast.ana, "thanks/waiting")
    assert Notice.objects.filter(person=cast.sam).count() == 0


def test_the_student_cannot_send_it(cast, ended):
    with pytest.raises(PermissionDenied):
        actions.send_thanks(written(cast, ended), by=cast.as_("jordan"))


def test_sent_with_a_line_the_hours_and_a_link_in_the_mentors_language(cast, ended):
    Person.objects.filter(pk=cast.sam.pk).update(language="es")
    thanks = Thanks.objects.select_related("mentor", "placement").get(pk=written(cast, ended).pk)

    actions.send_thanks(thanks, staff_words="They talk of it daily.", by=cast.as_("ana"))

    letter = Notice.objects.get(kind="thanks/letter")
    assert (thanks.state, thanks.minutes, thanks.staff) == ("sent", 725, cast.ana)
    assert (letter.person, letter.language) == (cast.sam, "es")
    for part in (WORDS, "They talk of it daily.", "12", "Ana Reyes", "Jordan"):
        assert part in letter.body
    assert "Blake" not in letter.body


def test_given_back_written_again_and_sent(cast, ended):
    thanks = written(cast, ended)
    actions.return_thanks(thanks, "Say which cat.", by=cast.as_("ana"))
    again = actions.write_thanks(ended, "You let me hold Minou.", by=cast.as_("jordan"))

    actions.send_thanks(again, by=cast.as_("ana"))

    assert (Thanks.objects.get().words, Thanks.objects.get().state) == (
        "You let me hold Minou.", "sent",
    )  # fmt: skip
    with pytest.raises(Refused):
        actions.write_thanks(ended, "Too late", by=cast.as_("jordan"))


def test_staff_send_their_own_at_once(cast, ended):
    assert written(cast, ended, by="ana").state == "sent"


@pytest.mark.parametrize("name", ["maya", "rosa", "liam", "priya", "otto"])
def test_nobody_else_writes_or_reads(cast, ended, name):
    thanks = written(cast, ended)

    assert list(visible_thanks(cast.as_(name))) == []
    with pytest.raises(PermissionDenied):
        written(cast, ended, by=name)
    with pytest.raises(PermissionDenied):
        actions.send_thanks(thanks, by=cast.as_(name))


def test_a_suspended_mentor_and_one_left_in_peace_get_none(cast, ended):
    Person.objects.filter(pk=cast.sam.pk).update(suspended_at=cast.school.now())
    with pytest.raises(Refused, match="no students"):
        actions.write_thanks(Placement.objects.get(), WORDS, by=cast.as_("ana"))
    Person.objects.filter(pk=cast.sam.pk).update(suspended_at=None, quiet_until="2026-12-01")
    with pytest.raises(Refused, match="in peace"):
        actions.write_thanks(Placement.objects.get(), WORDS, by=cast.as_("ana"))


def test_the_years_letter_goes_once(cast, ended):
    year = SchoolYear.objects.get(school=cast.school)
    (sam,) = mentors_of_year(cast.as_("chen"), year)
    facts = {"minutes": sam.minutes, "by": cast.as_("chen")}

    letter = actions.thank_for_year(sam, year, "A good year.", **facts)

    assert (letter.state, letter.hours, letter.sent_on) == ("sent", 12, date(2026, 10, 13))
    with pytest.raises(Refused, match="already"):
        actions.thank_for_year(sam, year, "Again.", **facts)
    with pytest.raises(PermissionDenied):
        actions.thank_for_year(sam, year, "Me too.", minutes=1, by=cast.as_("ana"))


def test_behind_the_link_a_mentor_reads_first_names_hours_and_letters(cast, ended, client):
    """What could leak is there: the family name, words that wait, another mentor's letter."""
    actions.send_thanks(written(cast, ended), by=cast.as_("ana"))
    other = make_placement(cast.luis, cast.shelter, cast.tasha)
    actions.write_thanks(other, "For Tasha alone.", by=cast.as_("ana"))
    again = make_placement(cast.maya, cast.shelter, cast.sam)
    actions.write_thanks(again, "Not read yet.", by=cast.as_("maya"))
    held = make_pass(cast.sam, "confirm_days", [again.public_id], by=cast.as_("chen"))

    page = client.get(f"/p/{token_of(held)}/?given").text

    assert [word for word in ("Jordan", "Maya", "12 hours", WORDS) if word not in page] == []
    secrets = ("Blake", "Santos", "For Tasha alone", "Not read yet", "Luis")
    assert [word for word in secrets if word in page] == []


def test_the_letters_own_link_shows_it_and_no_days(cast, ended, client):
    actions.send_thanks(written(cast, ended), by=cast.as_("ana"))
    held = Pass.objects.get(purpose="read_thanks")

    page = client.get(f"/p/{token_of(held)}/").text

    assert (WORDS in page, "Was Jordan" in page) == (True, False)


def test_the_mentors_page_links_to_it(cast, client):
    placement = make_placement(cast.jordan, cast.clinic, cast.sam)
    held = make_pass(cast.sam, "confirm_days", [placement.public_id], by=cast.as_("chen"))

    assert "?given" in client.get(f"/p/{token_of(held)}/").text


def test_jordan_writes_and_ana_sends_on_the_pages(cast, ended, client_of):
    write = f"{PAGE}write/{ended.public_id}/"
    jordan = client_of("jordan")
    assert "12 hours" in jordan.get(write).text
    assert jordan.post(write, {"words": ""}).status_code == 422
    assert jordan.post(write, {"words": WORDS}).status_code == 302
    letter = f"{PAGE}{Thanks.objects.get().public_id}/"
    assert jordan.post(f"{letter}send/").status_code == 403
    ana = client_of("ana")
    assert WORDS in ana.get(letter).text
    assert ana.post(f"{letter}return/", {"reply": ""}).status_code == 422
    read = {"staff_words": "Well said.", "read": Thanks.objects.get().stamp}
    assert ana.post(f"{letter}send/", read).status_code == 302
    assert "Well said." in ana.get(f"{letter}print/").text
    assert ana.post(f"{letter}send/", read).status_code == 409


def test_words_that_changed_while_staff_read_do_not_leave(cast, ended, client_of):
    letter, ana = f"{PAGE}{written(cast, ended).public_id}/", client_of("ana")
    read = {"read": re.search(r'name="read" value="(\w+)"', ana.get(letter).text)[1]}
    actions.write_thanks(ended, "Call me tonight: 555 0100.", by=cast.as_("jordan"))

    assert ana.post(f"{letter}send/", read).status_code == 409
    assert ana.post(f"{letter}send/").status_code == 409
    assert Notice.objects.filter(person=cast.sam).count() == 0
    assert "555 0100" in ana.get(letter).text


def test_an_ended_internship_leads_there(cast, ended, client_of):
    page = client_of("jordan").get(f"/harbor-view/placements/{ended.public_id}/").text

    assert f"{PAGE}write/{ended.public_id}/" in page


@pytest.mark.parametrize(("show", "most"), [("waiting", 4), ("ended", 4), ("year", 5), ("sent", 4)])
def test_the_piles_cost_the_same_for_one_and_three(
    cast, ended, client_of, django_assert_num_queries, show, most
):
    client = client_of("chen")
    written(cast, ended)
    if show == "sent":
        written(cast, ended, by="ana")
    with django_assert_num_queries(most):
        client.get(f"{PAGE}?show={show}")
    for student, mentor in ((cast.maya, cast.tasha), (cast.luis, cast.sam)):
        make_placement(student, cast.shelter, mentor)
    Placement.objects.update(state="ended", ends_on="2026-10-06")
    for one in Placement.objects.exclude(pk=ended.pk).select_related("student__person", "mentor"):
        thanks = actions.write_thanks(one, WORDS, by=cast.as_("chen"))
        assert thanks.state == "sent"
    with django_assert_num_queries(most):
        client.get(f"{PAGE}?show={show}")
