"""Asked, refused, heard by somebody else, their own words attached and given along."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kindling.disclosures.models import Statement
from kindling.disclosures.rules import statements_on
from kindling.kit.http import Refused
from kindling.people.models import Connection, Student
from kindling.rights import actions
from kindling.rights.models import Amendment
from kindling.rights.tests.asking import provided
from kindling.schools.inside import inside
from kindling.talks.models import PrivateNote
from kindling.transcripts.tests.certifying import certified, of_age, printed, sent

SAID = {"wrong": "I was at the dentist.", "wanted": "Excused"}


def transcript(cast):
    with inside(cast.school):
        return printed(certified(cast))


def asked(cast, name="rosa", about=""):
    with inside(cast.school):
        return actions.ask_amendment(cast.luis, **SAID, about=about, by=cast.as_(name))


def refused(cast, about=""):
    made = asked(cast, about=about)
    with inside(cast.school):
        actions.refuse_to_amend(made, "The office has no note.", by=cast.as_("priya"))
    return made


def test_refused_heard_attached_and_given_along(
    cast, client, client_of, django_capture_on_commit_callbacks
):
    paper = transcript(cast)
    rosa = client_of("rosa")
    page = rosa.get(f"/harbor-view/transcripts/{paper.public_id}/")
    at = f"/harbor-view/rights/amend/{cast.luis.public_id}/"
    about = f"transcripts.Transcript:{paper.public_id}"
    assert f"?about={about}" in page.text
    rosa.post(at, {**SAID, "about": about})
    made = Amendment.objects.get()
    assert (made.kind, made.key) == ("transcripts.Transcript", paper.public_id)
    at = f"/harbor-view/rights/amendments/{made.public_id}/"
    client_of("priya").post(f"{at}answer/", {"said": "refuse", "words": "It is as it was."})
    client_of("rosa").post(f"{at}hear/")
    planned = {"day": "2026-10-13", "time": "08:00", "place": "Library"}
    page = client_of("priya").post(f"{at}hearing/", {**planned, "heard_by": cast.priya.public_id})
    assert page.status_code == 422
    client_of("priya").post(f"{at}hearing/", {**planned, "heard_by": cast.dana.public_id})
    said = {"upheld": "no", "people": "Rosa, her brother", "outcome": "No note was found."}
    assert client_of("priya").post(f"{at}outcome/", said).status_code == 403
    client_of("dana").post(f"{at}outcome/", said)
    client_of("rosa").post(f"{at}attach/", {"words": "The dentist wrote a note."})

    made.refresh_from_db()
    assert (made.state, made.heard_by) == ("attached", cast.dana)
    for name in ("priya", "luis", "ana"):
        page = client_of(name).get(f"/harbor-view/transcripts/{paper.public_id}/")
        assert "The dentist wrote a note." in page.text
    client.logout()
    cast.luis.refresh_from_db()
    shown = client.get(f"/transcript/{sent(cast, paper).token}/")
    assert "The dentist wrote a note." in shown.text
    given = provided(cast, django_capture_on_commit_callbacks)
    assert given.bundle.is_made


def test_a_page_without_a_statement_asks_no_statement_for_it(cast, django_assert_num_queries):
    paper = transcript(cast)
    paper.student = Student.objects.get(pk=cast.luis.pk)

    with django_assert_num_queries(0):
        assert statements_on(paper) == []


def test_who_refused_does_not_hear_it(cast):
    made = refused(cast)
    with inside(cast.school):
        actions.ask_hearing(made, by=cast.as_("rosa"))

    with pytest.raises(Refused, match="did not refuse"):
        actions.plan_hearing(
            made, at=cast.school.now(), place="Office", heard_by=cast.priya, by=cast.as_("dana")
        )


def test_nothing_is_decided_before_the_hearing_was_held(cast):
    made = refused(cast)
    with inside(cast.school):
        actions.ask_hearing(made, by=cast.as_("rosa"))
    later = cast.school.now() + timedelta(days=3)
    said = {"upheld": True, "people": "All", "outcome": "A note was found.", "by": cast.as_("dana")}
    with inside(cast.school):
        actions.plan_hearing(
            made, at=later, place="Office", heard_by=cast.dana, by=cast.as_("priya")
        )
    with pytest.raises(Refused, match="not been held"):
        actions.decide_hearing(made, **said)

    with time_machine.travel(later + timedelta(hours=1)), inside(cast.school):
        actions.decide_hearing(made, **said)

    assert made.state == "agreed"


def test_put_right_is_said_to_who_asked(cast, client_of):
    made = asked(cast)
    with inside(cast.school):
        actions.agree_to_amend(made, "It is excused now.", by=cast.as_("dana"))

    page = client_of("rosa").get(f"/harbor-view/rights/amendments/{made.public_id}/")

    assert "It is excused now." in page.text


@pytest.mark.parametrize("name", ["otto", "maya", "ana", "chen", "sam", "priya"])
def test_nobody_asks_for_another_familys_child(cast, name):
    with pytest.raises(PermissionDenied):
        asked(cast, name)


def test_a_guardian_who_does_not_decide_and_one_of_a_grown_child_do_not_ask(cast):
    Connection.objects.filter(adult=cast.rosa).update(has_decide=False)
    with pytest.raises(PermissionDenied):
        asked(cast)
    Connection.objects.filter(adult=cast.rosa).update(has_decide=True)
    of_age(cast.luis)
    with pytest.raises(PermissionDenied):
        asked(cast)

    assert asked(cast, "luis").state == "asked"


def test_what_is_sealed_or_another_students_cannot_be_named(cast):
    note = PrivateNote.objects.create(
        school=cast.school, student=cast.luis, author=cast.ana, at=cast.school.now(), text="No."
    )
    abouts = [
        f"talks.PrivateNote:{note.public_id}", "people.Connection:x", "nothing", "a.b:c",
        f"accounts.User:{cast.user('ana').pk}",
    ]  # fmt: skip
    for about in abouts:
        with pytest.raises(Refused, match="no part of the record"):
            asked(cast, about=about)

    assert not Statement.objects.exists()


@pytest.mark.parametrize("name", ["otto", "maya", "ana", "chen", "luis"])
def test_nobody_else_reads_it(cast, client_of, name):
    made = asked(cast)

    found = client_of(name).get(f"/harbor-view/rights/amendments/{made.public_id}/")

    assert found.status_code == 404
