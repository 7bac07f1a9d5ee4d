"""Awarding: by whom, on what, once, and what stands in it."""

import json

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kindling.attendance.models import Hours
from kindling.credentials.actions import (
    award_competency,
    award_graduation,
    award_internship,
    awarding,
    issue_credential,
    make_record,
)
from kindling.credentials.models import Credential, StatusList
from kindling.credentials.rules import visible_credentials
from kindling.credentials.tests.earning import (
    WORDS,
    awarded_judgement,
    ended_internship,
    endorsed,
    graduated,
)
from kindling.evidence.models import Evidence
from kindling.history.models import Event
from kindling.judgements.models import Judgement
from kindling.judgements.tests.judging import proposed
from kindling.kit.http import Refused
from kindling.moderation.tests.moderating import drawn
from kindling.placements.models import Placement


def issued(credential):
    """Sign it here and now."""
    issue_credential.call(credential.pk)
    credential.refresh_from_db()
    return credential


def test_an_internship_says_hours_place_time_and_the_mentors_words(cast):
    endorsed(placement := ended_internship(cast))

    made = issued(award_internship(placement, by=cast.as_("ana")))

    said = json.loads(made.document)
    subject = said["credentialSubject"]
    assert said["name"] == "Internship: Shelter helper at Harbor Animal Shelter"
    assert subject["achievement"]["achievementType"] == "Fieldwork"
    assert subject["achievement"]["tag"] == ["Animal handling", "Record keeping"]
    assert (subject["activityStartDate"], subject["activityEndDate"]) == (
        "2026-09-08T00:00:00Z",
        "2026-10-09T00:00:00Z",
    )
    assert [one["value"] for one in subject["result"]] == ["135"]
    assert [(one["genre"], one["narrative"]) for one in said["evidence"]] == [
        ("Hours", "135 confirmed hours"),
        ("Endorsement", WORDS),
    ]


def test_a_competency_says_the_level_among_all_and_points_to_case(cast):
    made = issued(award_competency(awarded_judgement(cast), by=cast.as_("ana")))

    subject = json.loads(made.document)["credentialSubject"]
    levels = subject["achievement"]["resultDescription"][0]["rubricCriterionLevel"]
    reached = [one["id"] for one in levels].index(subject["result"][0]["achievedLevel"])
    aligned = subject["achievement"]["alignment"][0]
    assert (len(levels), reached) == (made.judgement.goal.framework.scale.levels.count(), 2)
    assert (aligned["targetCode"], aligned["targetType"]) == ("ER1", "CFItem")
    assert made.judgement.goal.identifier in aligned["targetUrl"]


def test_nothing_that_is_signed_names_the_student(cast):
    ana, dana = cast.as_("ana"), cast.as_("dana")
    issued(award_internship(ended_internship(cast), by=ana))
    issued(award_competency(awarded_judgement(cast), by=ana))
    issued(award_graduation(graduated(cast.luis), by=dana))
    issued(make_record(cast.luis, by=dana))

    rows = Credential.objects.values_list("document", "token")
    told = [part for row in rows for part in row] + list(
        StatusList.objects.values_list("document", flat=True)
    )
    for secret in ("Luis", "Diaz", cast.luis.person.email, cast.luis.public_id):
        assert [one for one in told if secret in one] == []


def test_everything_of_one_student_is_about_the_same_learner_and_nobody_elses(cast):
    ana = cast.as_("ana")
    own = [
        issued(award_internship(ended_internship(cast), by=ana)),
        issued(award_competency(awarded_judgement(cast), by=ana)),
    ]
    other = issued(award_internship(ended_internship(cast, student=cast.maya), by=ana))

    learners = [json.loads(one.document)["credentialSubject"]["id"] for one in [*own, other]]
    assert learners[0] == learners[1] != learners[2]


@given(
    state=st.sampled_from(Placement.State.values), minutes=st.integers(min_value=0, max_value=9000)
)
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_an_internship_needs_an_end_and_confirmed_hours(cast, state, minutes):
    Credential.objects.all().delete()
    placement = Placement.objects.filter(student=cast.luis).first() or ended_internship(cast)
    Hours.objects.filter(placement=placement).update(confirmed=minutes)
    Placement.objects.filter(pk=placement.pk).update(state=state)
    placement.refresh_from_db()

    if state == Placement.State.ENDED and minutes:
        assert award_internship(placement, by=cast.as_("ana")).facts["minutes"] == minutes
    else:
        with pytest.raises(Refused):
            award_internship(placement, by=cast.as_("ana"))


@given(state=st.sampled_from(Judgement.State.values), kept=st.booleans())
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_competency_needs_an_award_and_kept_evidence(cast, state, kept):
    Credential.objects.all().delete()
    Judgement.objects.all().delete()
    made = awarded_judgement(cast)
    Judgement.objects.filter(pk=made.pk).update(state=state)
    made.refresh_from_db()
    if not kept:
        Evidence.objects.update(state=Evidence.State.REMOVED)

    if state == Judgement.State.AWARDED and kept:
        assert award_competency(made, by=cast.as_("ana")).state == Credential.State.WAITING
    else:
        with pytest.raises(Refused):
            award_competency(made, by=cast.as_("ana"))


def test_nobody_graduates_by_a_credential(cast):
    with pytest.raises(Refused, match="has not graduated"):
        award_graduation(cast.luis, by=cast.as_("priya"))


def test_the_same_thing_is_awarded_once(cast):
    placement = ended_internship(cast)
    award_internship(placement, by=cast.as_("ana"))

    with pytest.raises(Refused, match="awarded already"):
        award_internship(placement, by=cast.as_("chen"))


@pytest.mark.parametrize("name", ["maya", "luis", "rosa", "liam", "tasha", "otto"])
def test_who_does_not_guide_the_student_awards_nothing(cast, name):
    with pytest.raises(PermissionDenied):
        award_internship(ended_internship(cast), by=cast.as_(name))


def test_signing_twice_signs_once(cast):
    made = issued(award_internship(ended_internship(cast), by=cast.as_("ana")))
    before = made.document

    assert issued(made).document == before
    assert Event.objects.filter(verb="credential.issue").count() == 1


def test_a_record_holds_what_holds_and_is_not_signed_again_for_nothing(cast):
    ana = cast.as_("ana")
    first = issued(award_internship(ended_internship(cast), by=ana))
    record = issued(make_record(cast.luis, by=cast.as_("luis")))
    assert make_record(cast.luis, by=cast.as_("luis")) == record

    issued(award_competency(awarded_judgement(cast), by=ana))
    second = issued(make_record(cast.luis, by=cast.as_("luis")))

    inside = json.loads(second.document)["credentialSubject"]["verifiableCredential"]
    assert len(inside) == 2
    assert inside[1] == json.loads(first.document)


def test_a_proposal_is_no_award(cast):
    with pytest.raises(Refused, match="not awarded yet"):
        award_competency(proposed(cast), by=cast.as_("ana"))


def test_a_record_takes_the_newest_that_a_verifier_has_room_for(cast, monkeypatch):
    ana = cast.as_("ana")
    issued(award_internship(ended_internship(cast), by=ana))
    newest = issued(award_competency(awarded_judgement(cast), by=ana))
    monkeypatch.setattr(awarding, "LARGEST", len(newest.document) * 3 // 2)

    record = issued(make_record(cast.luis, by=cast.as_("luis")))

    inside = json.loads(record.document)["credentialSubject"]["verifiableCredential"]
    assert [one["id"] for one in inside] == [newest.urn]


def test_who_marks_a_judgement_blind_does_not_read_its_credential(cast):
    made = award_competency(awarded_judgement(cast), by=cast.as_("ana"))
    drawn(cast, [cast.chen])

    names = ("chen", "dana", "ana", "luis")
    assert {name: list(visible_credentials(cast.as_(name))) for name in names} == {
        "chen": [], "dana": [made], "ana": [made], "luis": [made],
    }  # fmt: skip
