"""Which adult of the school opened what of a student's record, and on which day."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.kit.lasting import Lasting
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class What(models.TextChoices):
    """A part of the record. All but PAGE are named like the matters of a family."""

    PAGE = "page", _("the page with name and contacts")
    DAYS = "days", _("days, hours and places")
    PLAN = "plan", _("plan, projects and meetings")
    WORK = "work", _("work, exhibitions and judgements")
    WORDS = "words", _("narratives, transcripts and credits")
    CARE = "care", _("what helps in an emergency")


class Look(Lasting, SchoolOwned):
    """One adult opened this part of a student's record that day, once or often."""

    student = models.ForeignKey(Student, models.CASCADE, related_name="looks", db_index=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    what = models.CharField(max_length=5, choices=What)
    on = models.DateField()

    class Meta(Lasting.Meta):
        abstract = False
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["student", "on", "person", "what"], name="one_look_a_day"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "person", "on"])]

    def __str__(self) -> str:
        return f"{self.person} · {self.on}"
