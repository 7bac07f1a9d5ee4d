"""What somebody put aside until a day."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kindling.schools.models import Person, SchoolOwned


class Aside(SchoolOwned):
    """One person does not want to see one thing in their inbox before a day. Others still do."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    key = models.CharField(max_length=120)  # of a Wait: "plan.sign:ab12"
    until_on = models.DateField()  # on this day it is back

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "key"], name="one_aside_per_thing"),
        ]
        indexes: ClassVar = [models.Index(fields=["person", "until_on"])]

    def __str__(self) -> str:
        return self.key
