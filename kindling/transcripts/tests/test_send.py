"""It goes to somebody on the word of whose record it is, behind a link that ends."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import PermissionDenied

from kindling.disclosures.models import Disclosure
from kindling.evidence.actions import remove_evidence
from kindling.kit.http import Refused
from kindling.schools.inside import inside
from kindling.transcripts import actions
from kindling.transcripts.models import Sending
from kindling.transcripts.queries import waits
from kindling.transcripts.tests.certifying import certified, of_age, printed, sent, with_credit
from tests.cast import NOW


def asked_by(cast, name, made):
    facts = {"to": "Reed", "why": "Admission", "days": 30, "by": cast.as_(name)}
    with inside(cast.school):
        return actions.ask_to_send(cast.luis, [made], **facts)


def test_under_eighteen_the_family_agrees_and_the_log_names_them(cast):
    made = printed(certified(cast))
    asked = asked_by(cast, "luis", made)
    for name in ("luis", "ana", "priya", "maya", "otto"):
        with pytest.raises(PermissionDenied):
            actions.agree_to_send(asked, by=cast.as_(name))
    assert not Disclosure.objects.exists()
    with inside(cast.school):
        assert [wait.say for wait in waits(cast.as_("rosa"))] == [
            "Say if Reed may have the transcript of Luis"
        ]
        assert waits(cast.as_("luis")) == []

    actions.agree_to_send(asked, by=cast.as_("rosa"))

    line = Disclosure.objects.get()
    assert (line.to, line.what, line.why) == ("Reed", "Narrative transcript 1", "Admission")
    assert (line.agreed_by, line.student) == (cast.rosa, cast.luis)
    assert asked.until_on == cast.school.today() + timedelta(days=30)
    with pytest.raises(Refused):
        actions.agree_to_send(asked, by=cast.as_("rosa"))
    assert Disclosure.objects.count() == 1


def test_from_eighteen_on_the_student_agrees_and_the_family_does_not(cast):
    made = printed(certified(cast))
    of_age(cast.luis)
    asked = asked_by(cast, "priya", made)
    with pytest.raises(PermissionDenied):
        actions.agree_to_send(asked, by=cast.as_("rosa"))

    actions.agree_to_send(asked, by=cast.as_("luis"))

    assert Disclosure.objects.get().agreed_by == cast.luis.person


def test_whose_record_it_is_is_asked_by_letter(cast, django_capture_on_commit_callbacks):
    made = printed(certified(cast))
    with django_capture_on_commit_callbacks(execute=True):
        asked_by(cast, "luis", made)

    letter = mail.outbox[-1]
    assert letter.to == ["rosa@harbor-view.example.org"]
    assert "Reed" in letter.subject


def test_nobody_else_can_ask(cast):
    made = certified(cast)
    for name in ("maya", "otto", "liam", "tasha"):
        with pytest.raises(PermissionDenied):
            asked_by(cast, name, made)
    other = actions.begin_draft(cast.maya, by=cast.as_("maya"))
    facts = {"to": "Reed", "why": "x", "days": 3, "by": cast.as_("maya")}
    with pytest.raises(PermissionDenied):
        actions.ask_to_send(other.student, [made], **facts)


def test_the_link_shows_this_and_nothing_else_and_counts(client, cast):
    with_credit(cast)
    piece = cast.luis.evidence.first()
    actions.pick_pieces(cast.luis, [piece], by=cast.as_("luis"))
    found = sent(cast, actions.certify(cast.luis, "competency", by=cast.as_("priya")))
    here = f"/transcript/{found.token}/"

    page = client.get(here)

    assert page.status_code == 200
    assert not client.cookies
    assert [word in page.text for word in ("Luis Diaz", "CO1", piece.title, "Reed")] == [True] * 4
    others = ("Maya", "Jordan", "Rosa", cast.luis.person.email, "/harbor-view/")
    assert [word in page.text for word in others] == [False] * 5
    assert 'content="noindex' in page.text
    found.refresh_from_db()
    assert found.opened == 1
    assert client.get(f"/transcript/{found.public_id}.AAAAAAAAAAAAAAAAAAAAAA/").status_code == 404


def test_the_link_ends_by_itself_and_can_be_stopped(client, cast):
    found = sent(cast, certified(cast))
    here = f"/transcript/{found.token}/"
    paper = f"{here}{found.papers.get().transcript.public_id}/paper/"
    with time_machine.travel(NOW, tick=False) as clock:
        clock.shift(timedelta(days=30))
        assert client.get(here).status_code == 200
        clock.shift(timedelta(days=1))
        assert client.get(here).status_code == 410
        assert client.get(paper).status_code == 404
    assert client.get(here).status_code == 200
    for name in ("ana", "maya", "otto"):
        with pytest.raises(PermissionDenied):
            actions.stop_sending(found, by=cast.as_(name))
    actions.stop_sending(found, by=cast.as_("luis"))
    ended = client.get(here)
    assert (ended.status_code, "Luis" in ended.text) == (410, False)


def test_a_link_opens_no_other_transcript(client, cast):
    found = sent(cast, certified(cast))
    actions.reopen_draft(cast.luis.transcript_draft, by=cast.as_("luis"))
    with_credit(cast)
    other = printed(actions.certify(cast.luis, "credit", by=cast.as_("priya")))

    assert client.get(f"/transcript/{found.token}/{other.public_id}/paper/").status_code == 404
    assert "Health" not in client.get(f"/transcript/{found.token}/").text


def test_a_piece_that_was_taken_away_is_not_shown_any_more(client, cast):
    with_credit(cast)
    piece = cast.luis.evidence.first()
    actions.pick_pieces(cast.luis, [piece], by=cast.as_("luis"))
    found = sent(cast, actions.certify(cast.luis, "competency", by=cast.as_("priya")))
    remove_evidence(piece, by=cast.as_("luis"))

    assert piece.title not in client.get(f"/transcript/{found.token}/").text


def test_a_piece_that_the_student_picks_no_more_is_closed_on_an_open_link(client, cast):
    with_credit(cast)
    piece = cast.luis.evidence.first()
    actions.pick_pieces(cast.luis, [piece], by=cast.as_("luis"))
    found = sent(cast, actions.certify(cast.luis, "competency", by=cast.as_("priya")))
    here = f"/transcript/{found.token}/"
    assert piece.title in client.get(here).text

    actions.pick_pieces(cast.luis, [], by=cast.as_("luis"))

    assert piece.title not in client.get(here).text
    file = f"{here}{found.papers.get().transcript.public_id}/1/"
    assert client.get(file).status_code == 404


def test_two_taps_open_one_link(cast, client_of):
    made = printed(certified(cast))
    facts = {"to": "Reed", "why": "Admission", "papers": [made.public_id], "days": 30, "agree": 1}
    there, rosa = f"/harbor-view/transcripts/for/{cast.luis.public_id}/send/", client_of("rosa")

    first, second = (rosa.post(there, facts).url for _ in range(2))

    assert first == second
    assert Disclosure.objects.count() == Sending.objects.count() == 1
    assert rosa.post(there, facts | {"to": "Brown"}).url != first


def test_nothing_leaves_before_the_pdf_is_made(cast):
    asked = asked_by(cast, "rosa", certified(cast))
    with pytest.raises(Refused, match="still being made"):
        actions.agree_to_send(asked, by=cast.as_("rosa"))
    assert not Disclosure.objects.exists()


def test_in_the_browser(client_of, client, cast):
    made = printed(certified(cast))
    of_age(cast.luis)
    mine = f"/harbor-view/transcripts/for/{cast.luis.public_id}/"
    luis = client_of("luis")
    facts = {"to": "Reed", "why": "Admission", "papers": [made.public_id], "days": 30}
    assert "Without your yes nothing is sent." in luis.post(f"{mine}send/", facts).text
    here = luis.post(f"{mine}send/", facts | {"agree": "on"}).url
    link = re.search(r"/transcript/[^/\"]+/", luis.get(here).text)[0]
    assert client.get(link).status_code == 200
    assert "/transcript/" not in client_of("ana").get(here).text
    assert "Reed" in client_of("priya").get("/harbor-view/disclosures/").text
    assert client_of("maya").get(here).status_code == 404
    assert client_of("otto").get(here).status_code == 404
