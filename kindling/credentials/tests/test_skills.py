"""The credential of an internship carries the skills its mentors stand behind, in their words."""

from __future__ import annotations

from kindling.credentials.actions import award_internship
from kindling.credentials.tests.earning import ended_internship
from kindling.evaluations.tests.evaluating import handed_in
from kindling.placements.models import Placement

SKILLS = [("Holding a cat", "Every Tuesday, without a scratch.")]


def test_the_credential_says_what_a_mentor_stands_behind(cast):
    ended = ended_internship(cast)
    handed_in(cast, placement=Placement.objects.for_list().get(pk=ended.pk), skills=SKILLS)

    facts = award_internship(ended, by=cast.as_("ana")).facts

    assert list(facts["skills"]) == ["Holding a cat"]
    assert [one["text"] for one in facts["shown"] if "Holding a cat" in one["name"]] == [
        "Every Tuesday, without a scratch."
    ]


def test_what_the_student_does_not_read_is_in_no_credential(cast):
    ended = ended_internship(cast)
    placement = Placement.objects.for_list().get(pk=ended.pk)
    handed_in(cast, placement=placement, skills=SKILLS, is_shared=False)

    facts = award_internship(ended, by=cast.as_("ana")).facts

    assert (list(facts["skills"]), "scratch" in str(facts)) == ([], False)
