"""The student's word beside the adult's, a second one blind, and no award without evidence."""

from contextlib import suppress

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kindling.evidence.actions import keep_evidence, remove_evidence
from kindling.evidence.models import Evidence
from kindling.goals.actions import change_goal, publish_framework, start_version
from kindling.judgements import actions, rules
from kindling.judgements.models import Judgement, JudgementEvidence, Opinion
from kindling.judgements.tests.judging import a_piece, goal_of, level_of, proposed, said
from kindling.kit.http import Refused
from kindling.people.actions import connect
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import make_person


@pytest.fixture(autouse=True)
def _no_sample(cast):
    """Chance decides only where a test says so."""
    actions.set_sample(0, by=cast.as_("dana"))


def voices(judgement):
    rows = judgement.opinions.order_by("at", "pk")
    return [(one.voice, one.level.position if one.level else None) for one in rows]


def test_proposed_judged_agreed_and_awarded(cast):
    one, ana = proposed(cast), cast.as_("ana")

    actions.judge(one, said(one.goal, 3, "She asked well."), by=ana)
    actions.accept_judgement(one, level_of(one.goal, 3), by=ana)
    actions.award_judgement(one, by=ana)

    one.refresh_from_db()
    assert (one.state, one.level.position, one.closed_on.isoformat()) == (
        "awarded",
        3,
        "2026-10-13",
    )
    assert voices(one) == [("self", 2), ("first", 3), ("agreed", 3)]


def test_a_second_thought_is_another_row(cast):
    one, ana = proposed(cast), cast.as_("ana")
    actions.judge(one, said(one.goal, 3), by=ana)
    actions.judge(one, said(one.goal, 2), by=ana)
    actions.say_self(one, said(one.goal, 4), pieces=[], by=cast.as_("luis"))

    assert voices(one) == [("self", 2), ("first", 3), ("first", 2), ("self", 4)]


def test_given_back_and_proposed_again_with_more(cast):
    one = proposed(cast)
    actions.return_judgement(one, by=cast.as_("ana"), comment="Show the data.")
    more = a_piece(cast, words="The data.")

    actions.say_self(one, said(one.goal, 3), pieces=[more], by=cast.as_("luis"))

    one.refresh_from_db()
    assert one.state == "proposed"
    assert one.pieces.count() == 2
    assert voices(one) == [("self", 2), ("agreed", None), ("self", 3)]


def test_without_evidence_nothing_is_proposed_or_begun(cast):
    goal = goal_of(cast)

    with pytest.raises(Refused, match="evidence"):
        actions.propose_judgement(cast.luis, goal, said(goal), pieces=[], by=cast.as_("luis"))
    with pytest.raises(Refused, match="evidence"):
        actions.begin_judgement(cast.luis, goal, said(goal), pieces=[], by=cast.as_("ana"))


def test_the_database_holds_no_judgement_without_evidence_and_no_award_without_a_level(cast):
    one = proposed(cast)

    for wrong in ({"rests_on": None}, {"state": "awarded"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Judgement.objects.filter(pk=one.pk).update(**wrong)


def test_what_was_taken_away_carries_no_award(cast):
    one, ana = proposed(cast), cast.as_("ana")
    actions.judge(one, said(one.goal, 3), by=ana)
    actions.accept_judgement(one, level_of(one.goal, 3), by=ana)
    remove_evidence(one.rests_on, by=cast.as_("luis"))

    with pytest.raises(Refused, match="Without evidence"):
        actions.award_judgement(one, by=ana)


def test_pieces_of_another_student_are_none(cast):
    goal, theirs = goal_of(cast), a_piece(cast, "maya")

    with pytest.raises(PermissionDenied):
        actions.propose_judgement(cast.luis, goal, said(goal), pieces=[theirs], by=cast.as_("luis"))


def test_a_goal_is_judged_once_at_a_time(cast):
    one = proposed(cast)

    with pytest.raises(Refused, match="already"):
        proposed(cast)
    assert list(Judgement.objects.all()) == [one]


def test_a_level_of_another_version_is_refused(cast):
    one, other = proposed(cast), goal_of(cast)
    stranger = level_of(type(other).objects.get(school=cast.north, code="ER1"), 2)

    with pytest.raises(Refused, match="another version"):
        actions.judge(one, actions.Said(stranger), by=cast.as_("ana"))
    one.refresh_from_db()
    assert one.state == "proposed"


def test_after_a_new_version_the_old_judgement_keeps_its_words(cast):
    one, dana = proposed(cast), cast.as_("dana")
    draft = start_version(one.goal.framework, by=dana)
    change_goal(draft.goals.get(code="ER1"), by=dana, title="Ask well.", steps={})
    publish_framework(draft, by=dana)

    one.refresh_from_db()
    assert one.goal.title == "Ask a question that can be investigated and say why it matters."
    actions.judge(one, said(one.goal, 3), by=cast.as_("ana"))
    new = goal_of(cast)
    again = actions.propose_judgement(
        cast.luis, new, said(new), pieces=[one.rests_on], by=cast.as_("luis")
    )
    assert (again.goal.title, again.goal.identifier) == ("Ask well.", one.goal.identifier)


@pytest.mark.parametrize("who", ["maya", "rosa", "priya", "liam", "otto"])
def test_others_do_not_judge(cast, who):
    one = proposed(cast)

    with pytest.raises(PermissionDenied):
        actions.judge(one, said(one.goal), by=cast.as_(who))
    with pytest.raises(PermissionDenied):
        actions.propose_judgement(
            cast.luis, one.goal, said(one.goal), pieces=[one.rests_on], by=cast.as_(who)
        )


def test_who_sees_it(cast):
    one = proposed(cast)
    names = ("luis", "maya", "ana", "chen", "dana", "rosa", "liam", "tasha", "otto")

    seen = {n for n in names if rules.visible_judgements(cast.as_(n)).exists()}
    assert seen == {"luis", "ana", "chen", "dana"}

    actions.judge(one, said(one.goal, 3), by=cast.as_("ana"))
    actions.accept_judgement(one, level_of(one.goal, 3), by=cast.as_("ana"))
    assert rules.visible_judgements(cast.as_("rosa")).exists()


def test_a_substitute_sees_none_and_is_asked_for_none(cast):
    one = proposed(cast)
    cast.ben = make_person(cast.school, "Ben Hall", Role.ADVISOR)
    span = {"is_substitute": True, "until_on": cast.school.today()}
    connect(cast.luis, cast.ben, Role.ADVISOR, by=Viewer.system(cast.school), **span)
    ben = cast.as_("ben")

    assert list(rules.visible_judgements(ben)) == list(rules.waiting_for(ben)) == []
    with pytest.raises(PermissionDenied):
        actions.judge(one, said(one.goal), by=ben)


def known(cast, who, judgement):
    return [one.voice for one in rules.opinions_on(cast.as_(who), judgement)]


def test_a_second_judge_is_blind_until_they_have_judged(cast):
    one, ana = proposed(cast), cast.as_("ana")
    actions.judge(one, said(one.goal, 4), by=ana)
    actions.give_second(one, cast.chen, by=ana)

    assert known(cast, "chen", one) == ["self"]
    assert known(cast, "luis", one) == ["self"]
    with pytest.raises(Refused, match="second"):
        actions.accept_judgement(one, level_of(one.goal, 4), by=ana)
    actions.judge_second(one, said(one.goal, 2), by=cast.as_("chen"))

    assert known(cast, "chen", one) == ["self", "first", "second"]
    with pytest.raises(Refused, match="differ"):
        actions.accept_judgement(one, level_of(one.goal, 2), by=ana)
    with pytest.raises(Refused, match="one of you gave"):
        actions.accept_judgement(one, level_of(one.goal, 3), by=ana)
    actions.accept_judgement(one, level_of(one.goal, 2), by=ana, comment="One piece alone.")
    assert known(cast, "luis", one) == ["self", "first", "second", "agreed"]


def test_who_judged_first_does_not_judge_second(cast):
    one, ana = proposed(cast), cast.as_("ana")
    actions.judge(one, said(one.goal, 4), by=ana)

    with pytest.raises(Refused, match="Somebody else"):
        actions.give_second(one, cast.ana, by=ana)
    with pytest.raises(Refused, match="Somebody else"):
        actions.give_second(one, cast.otto, by=ana)


def test_a_sample_is_judged_twice(cast):
    actions.set_sample(100, by=cast.as_("dana"))
    one = proposed(cast)
    actions.judge(one, said(one.goal, 3), by=cast.as_("ana"))

    assert (one.needs_second, one.is_sample) == (True, True)
    assert known(cast, "dana", one) == ["self"]
    with pytest.raises(PermissionDenied):
        actions.judge_second(one, said(one.goal, 3), by=cast.as_("ana"))
    actions.judge_second(one, said(one.goal, 3), by=cast.as_("dana"))

    assert (one.state, one.second) == ("moderated", cast.dana)


def test_only_moderators_set_the_sample(cast):
    with pytest.raises(PermissionDenied):
        actions.set_sample(50, by=cast.as_("ana"))


DEEDS = ("judge", "second", "give", "accept", "return", "again", "award", "remove", "begin")
WHO = ("luis", "ana", "chen", "dana", "maya", "rosa", "otto")


def do(cast, verb, who, position):
    """Try one thing as somebody; what is refused changes nothing."""
    by, goal = cast.as_(who), goal_of(cast)
    one = Judgement.objects.filter(school=cast.school).order_by("-pk").first()
    word = said(goal, position, "Because." if position % 2 else "")
    if one is None or verb == "begin":
        pieces = list(Evidence.objects.filter(student=cast.luis)[: position - 1])
        begin = actions.propose_judgement if who == "luis" else actions.begin_judgement
        begin(cast.luis, goal, word, pieces=pieces, by=by)
    elif verb == "judge":
        actions.judge(one, word, by=by)
    elif verb == "second":
        actions.judge_second(one, word, by=by)
    elif verb == "give":
        actions.give_second(one, cast.chen, by=by)
    elif verb == "accept":
        actions.accept_judgement(one, word.level, by=by, comment=word.comment)
    elif verb == "return":
        actions.return_judgement(one, by=by, comment="More.")
    elif verb == "again":
        actions.say_self(one, word, pieces=[], by=by)
    elif verb == "award":
        actions.award_judgement(one, by=by)
    else:
        remove_evidence(Evidence.objects.filter(student=cast.luis, state="kept").first(), by=by)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(st.sampled_from(DEEDS), st.sampled_from(WHO), st.integers(1, 4)),
        min_size=4, max_size=14,
    )
)  # fmt: skip
def test_whatever_happens_words_stay_and_no_award_is_without_evidence(cast, deeds):
    """Every row that was said stays as it was; every award rests on a kept piece when it is given."""
    if not Evidence.objects.filter(student=cast.luis, state="kept").exists():
        keep_evidence(cast.luis, words="Again.", by=cast.as_("luis"))
    stood: dict[int, tuple] = {}
    awarded = set(Judgement.objects.filter(state="awarded").values_list("pk", flat=True))
    for verb, who, position in deeds:
        with suppress(Refused, PermissionDenied, AttributeError):
            do(cast, verb, who, position)
        for row in Opinion.objects.values_list():
            assert stood.setdefault(row[0], row) == row
        assert set(stood) <= set(Opinion.objects.values_list("pk", flat=True))
        for one in Judgement.objects.filter(state="awarded").exclude(pk__in=awarded):
            rests = JudgementEvidence.objects.filter(judgement=one)
            assert rests.filter(evidence__state="kept").exists()
            assert all(row.evidence.student_id == one.student_id for row in rests)
            awarded.add(one.pk)
