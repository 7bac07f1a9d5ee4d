"""A skill a mentor stands behind, in their own words."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kindling.evaluations.models.evaluation import Evaluation
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.schools.models import Person, SchoolOwned


class SkillEndorsement(SchoolOwned):
    """Written once, with the evaluation. It has what an EndorsementCredential of OB 3.0 needs:
    who endorses, whom, which claim, in which words and language, on which day.
    """

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="endorsements")
    placement = models.ForeignKey(Placement, models.PROTECT, related_name="skill_endorsements")
    student = models.ForeignKey(Student, models.PROTECT, related_name="skill_endorsements")
    mentor = models.ForeignKey(Person, models.PROTECT, related_name="+")
    skill = models.CharField(max_length=80)
    words = models.TextField(max_length=600)
    language = models.CharField(max_length=10)
    given_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["evaluation", "skill"], name="one_endorsement_a_skill"),
        ]
        indexes: ClassVar = [models.Index(fields=["student", "-given_on"])]
