"""Who is how far; the page of one advisory; what a round is made of."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kindling.kit.editing import stamp_of
from kindling.kit.http import Refused
from kindling.narratives import actions
from kindling.narratives.models import Narrative, NarrativeRound
from kindling.narratives.queries.lists import progress_of
from kindling.narratives.rules import visible_narratives
from kindling.narratives.structure import Heading
from kindling.narratives.tests.writing import (
    OWN,
    PAGE,
    WORDS,
    begin,
    fresh,
    narrative_of,
    section,
    write,
    write_all,
)
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import make_person, make_student


@pytest.mark.parametrize(("path", "statements"), [("", 6), ("through", 7)])
def test_the_statements_of_a_list_do_not_grow(
    cast, client_of, path, statements, django_assert_num_queries
):
    fall = begin(cast)
    client = client_of("ana")
    where = f"{PAGE}rounds/{fall.public_id}/through/" if path else PAGE
    for students in ((cast.luis,), (cast.maya, cast.jordan)):
        for student in students:
            write_all(cast, narrative_of(fall, student))
        client.get(where)
        with django_assert_num_queries(statements):
            assert client.get(where).status_code == 200


def test_progress_says_who_is_not_begun(cast):
    fall = begin(cast)
    write(cast, narrative_of(fall, cast.maya), "ana", 1, WORDS)
    luis = narrative_of(fall, cast.luis)
    write_all(cast, luis)
    actions.submit_narrative(fresh(luis), by=cast.as_("ana"))

    (ana,) = progress_of(cast.as_("dana"), fall)
    assert (ana.name, ana.total, ana.not_begun, ana.done, ana.writing) == ("Ana Reyes", 3, 1, 1, 1)


def test_who_came_later_gets_one_and_a_second_tap_adds_nobody(cast):
    fall = begin(cast)
    make_student(cast.school, "Noor Aziz", "101", date(2012, 1, 1))
    counts = [actions.add_students(fall, by=cast.as_("chen")) for _ in range(2)]
    assert (counts, Narrative.objects.count()) == ([1, 0], 4)


def test_the_next_round_begins_with_the_headings_of_the_last(cast):
    fall = begin(cast)
    rows = [("", Heading("What grew", "", 50, 200)), ("", Heading("What is next", "", 0, 80))]
    actions.set_headings(fall, rows, by=cast.as_("dana"))

    winter = begin(cast, title="Winter")

    assert [one.title for one in winter.sections.all()] == ["What grew", "What is next"]


def test_the_page_of_headings_is_sent_with_its_empty_rows(cast, client_of):
    fall = begin(cast)
    client, where = client_of("dana"), f"{PAGE}rounds/{fall.public_id}/headings/"
    sent = dict(
        re.findall(
            r'<input[^>]* name="(h-[^"]*)"(?:[^>]* value="([^"]*)")?', client.get(where).text
        )
    )
    sent["h-0-title"] = "Who I am now"

    answer = client.post(where, sent)

    assert (answer.status_code, fall.sections.first().title) == (302, "Who I am now")
    assert fall.sections.count() == 8


def test_a_heading_with_words_below_it_stays(cast):
    fall = begin(cast)
    write(cast, narrative_of(fall, cast.luis), "ana", 1, WORDS)
    with pytest.raises(Refused, match="Who you are as a learner now"):
        actions.set_headings(fall, [("", Heading("New", "", 0, 80))], by=cast.as_("dana"))
    assert fall.sections.count() == 8


@pytest.mark.parametrize("name", ["ana", "priya", "luis", "rosa", "otto"])
def test_nobody_else_begins_a_round(cast, name):
    fall = begin(cast)
    with pytest.raises(PermissionDenied):
        actions.add_students(fall, by=cast.as_(name))
    with pytest.raises(PermissionDenied):
        actions.close_round(fall, by=cast.as_(name))


def test_a_reader_reads_while_asked_and_no_longer(cast, client_of):
    julia = make_person(cast.school, "Julia Svensson", Role.ADVISOR)
    fall = begin(cast, reader_reads=True, grades=["401"])
    luis = narrative_of(fall, cast.luis)
    write_all(cast, luis)
    with pytest.raises(Refused, match="Choose who reads"):
        actions.submit_narrative(fresh(luis), by=cast.as_("ana"))
    actions.submit_narrative(fresh(luis), reader=julia, by=cast.as_("ana"))
    page = f"{PAGE}{luis.public_id}/"
    with pytest.raises(PermissionDenied):
        actions.pass_on(fresh(luis), by=cast.as_("dana"))  # not hers yet

    assert client_of("dana").get(page).status_code == 200
    actions.pass_on(fresh(luis), by=Viewer.of_person(julia))

    assert list(visible_narratives(Viewer.of_person(julia))) == []
    actions.pass_on(fresh(luis), by=cast.as_("dana"))
    assert fresh(luis).state == "ready"


def test_an_unwritten_heading_is_named(cast):
    luis = narrative_of(begin(cast), cast.luis)
    write(cast, luis, "ana", 1, WORDS)
    with pytest.raises(Refused, match="What you set out to do"):
        actions.submit_narrative(fresh(luis), by=cast.as_("ana"))


def test_two_who_write_at_once_lose_no_word(cast):
    luis = narrative_of(begin(cast), cast.luis)
    one = section(luis, 1)
    facts = {"base": stamp_of(""), "by": cast.as_("ana")}
    assert actions.write_part(luis, one, "advisor", "Phone.", **facts) is None
    clash = actions.write_part(luis, one, "advisor", "Laptop.", **facts)
    assert (clash.theirs, clash.yours) == ("Phone.", "Laptop.")


def test_a_kept_round_takes_no_word(cast):
    fall = begin(cast)
    luis = narrative_of(fall, cast.luis)
    actions.close_round(fall, by=cast.as_("dana"))
    with pytest.raises(Refused, match="closed"):
        write(cast, fresh(luis), "ana", 1, WORDS)
    assert NarrativeRound.objects.get().state == "closed"


def test_a_student_does_not_read_how_far_the_advisor_is(cast, client_of):
    luis = narrative_of(begin(cast), cast.luis)
    write(cast, luis, "luis", 1, OWN)
    actions.hand_in_words(fresh(luis), by=cast.as_("luis"))
    write_all(cast, luis)
    actions.submit_narrative(fresh(luis), by=cast.as_("ana"))
    actions.give_back(fresh(luis), comment="Say more.", by=cast.as_("dana"))

    pages = [client_of("luis").get(f"{PAGE}{rest}").text for rest in ("", f"{luis.public_id}/")]
    assert [("Given back" in page, "Handed in" in page) for page in pages] == [(False, True)] * 2


def test_what_was_given_back_is_still_read_when_it_is_handed_in_again(cast, client_of):
    luis = narrative_of(begin(cast), cast.luis)
    write_all(cast, luis)
    for comment in ("Say more.", "Say where."):
        actions.submit_narrative(fresh(luis), by=cast.as_("ana"))
        actions.give_back(fresh(luis), comment=comment, by=cast.as_("dana"))
    actions.submit_narrative(fresh(luis), by=cast.as_("ana"))

    pages = [client_of(name).get(f"{PAGE}{luis.public_id}/").text for name in ("ana", "dana")]
    assert [("Say where." in page, "Say more." in page) for page in pages] == [(True, False)] * 2
