"""Examples: with the student's yes, without a name, gone with the piece."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kindling.evidence.actions import keep_evidence, remove_evidence
from kindling.judgements.actions import accept_judgement, judge, propose_judgement, set_sample
from kindling.judgements.tests.judging import goal_of, level_of, said
from kindling.kit.http import Refused
from kindling.moderation import actions, queries
from kindling.moderation.models import Exemplar
from kindling.moderation.names import names_in, without_names
from kindling.moderation.rules import exemplars as rules
from kindling.moderation.tests.moderating import another_advisor, as_, drawn, marked
from kindling.schools.inside import inside

PAGE = "/harbor-view/moderation/examples/"
NAMES = st.lists(st.text("abcdefgh", min_size=3, max_size=6), min_size=1, max_size=4)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine
@given(NAMES, st.text("abcdefgh .,", max_size=60))
def test_no_name_is_left_when_names_are_taken_out(names, text):
    assert names_in(without_names(text, names), names) == []


def test_a_name_that_is_a_word_is_found_with_its_capital_only():
    assert names_in("I will ask.", ["Will"]) == []
    assert names_in("I asked Will.", ["Will"]) == ["Will"]
    assert names_in("i asked luis and LUIS", ["Luis Diaz"]) == ["Luis"]


@pytest.fixture
def judgement(cast):
    set_sample(0, by=cast.as_("dana"))
    goal, ana = goal_of(cast), cast.as_("ana")
    words = "I, Luis Diaz, asked Sam why bees leave. Maya helped."
    piece = keep_evidence(cast.luis, words=words, by=cast.as_("luis"))
    one = propose_judgement(cast.luis, goal, said(goal), pieces=[piece], by=cast.as_("luis"))
    judge(one, said(goal, 3), by=ana)
    accept_judgement(one, level_of(goal, 3), by=ana)
    return one


def asked(cast, judgement, words="I asked why bees leave."):
    return actions.ask_exemplar(
        judgement, judgement.rests_on, title="Bees", words=words, why="A fair test.",
        by=cast.as_("ana"),
    )  # fmt: skip


def seen(cast, *who):
    return [name for name in who if rules.visible_exemplars(cast.as_(name)).exists()]


def test_the_form_begins_without_the_names_we_know(cast, judgement):
    found = queries.first_words(judgement, judgement.rests_on)

    for name in ("Luis", "Diaz", "Maya"):
        assert name not in found["words"]
    assert "why bees leave" in found["words"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Maya helped.", "Maya"),
        ("I asked ms reyes.", "Reyes"),
        ("Call 401 555 0142.", "telephone"),
        ("Write to bees@example.org.", "telephone"),
    ],
)
def test_refused_while_a_name_or_number_stands_in_it(cast, judgement, words, told):
    with pytest.raises(Refused, match=told):
        asked(cast, judgement, words)
    assert Exemplar.objects.count() == 0


def test_nobody_else_sees_it_before_the_student_said_yes(cast, judgement):
    one = asked(cast, judgement)

    before = seen(cast, "luis", "ana", "dana", "maya", "priya", "rosa", "otto", "liam")
    actions.share_exemplar(one, by=cast.as_("luis"))
    after = seen(cast, "luis", "ana", "dana", "maya", "priya", "rosa", "otto", "liam")

    assert before == ["luis", "ana", "dana"]
    assert after == ["luis", "ana", "dana", "maya", "priya"]


def test_only_the_student_says_yes_and_may_take_it_back(cast, judgement):
    one = asked(cast, judgement)
    for name in ("ana", "dana", "maya"):
        with pytest.raises(PermissionDenied):
            actions.share_exemplar(one, by=cast.as_(name))

    actions.share_exemplar(one, by=cast.as_("luis"))
    actions.withdraw_exemplar(one, by=cast.as_("luis"))

    assert seen(cast, "maya", "priya") == []


def test_a_piece_that_is_taken_away_takes_its_example_along(cast, judgement):
    one = asked(cast, judgement)
    actions.share_exemplar(one, by=cast.as_("luis"))

    remove_evidence(judgement.rests_on, by=cast.as_("luis"))

    assert seen(cast, "maya", "ana", "dana", "luis") == []


def test_who_looks_reads_no_name(cast, judgement):
    one = asked(cast, judgement)
    actions.share_exemplar(one, by=cast.as_("luis"))
    noor = another_advisor(cast)
    client = Client()
    client.force_login(noor.user, backend="kindling.accounts.backends.Backend")

    goal = f"{PAGE}goals/{judgement.goal.public_id}/"
    for path in (PAGE, goal, f"{PAGE}{one.public_id}/"):
        text = client.get(path).text
        assert "Luis" not in text
        assert "Diaz" not in text
    assert "Bees" in client.get(goal).text
    assert queries.exemplar_page(as_(noor), one).whose == ""


def test_asked_once_waits_for_the_student_until_they_answer(client_of, cast, judgement):
    ask = f"{PAGE}ask/{judgement.public_id}/{judgement.rests_on.public_id}/"
    facts = {"title": "Bees", "words": "I asked why bees leave.", "why": "A fair test."}
    assert client_of("ana").post(ask, facts).status_code == 302
    assert client_of("ana").post(ask, facts).status_code == 409
    with inside(cast.school):
        before = [wait.kind for wait in queries.waits(cast.as_("luis"))]

    one = Exemplar.objects.get()
    assert client_of("luis").post(f"{PAGE}{one.public_id}/no/").status_code == 302

    with inside(cast.school):
        assert queries.waits(cast.as_("luis")) == []
    one.refresh_from_db()
    assert (before, one.state) == (["moderation.example"], "declined")
    assert client_of("maya").get(f"{PAGE}{one.public_id}/").status_code == 404
    assert client_of("rosa").get(PAGE).status_code == 403
    assert client_of("otto").get(f"{PAGE}{one.public_id}/").status_code == 404


def test_who_marks_it_blind_sees_no_example_of_its_level(cast, judgement):
    actions.share_exemplar(asked(cast, judgement), by=cast.as_("luis"))
    before = seen(cast, "chen", "dana", "maya")
    sitting = drawn(cast, [cast.chen])
    during = seen(cast, "chen", "dana", "maya")
    marked(sitting.sampled.get(), cast.chen, 3)
    actions.open_sitting(sitting, by=cast.as_("dana"))

    assert (before, during) == (["chen", "dana", "maya"], ["dana", "maya"])
    assert seen(cast, "chen") == ["chen"]
