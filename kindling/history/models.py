"""What happened, told once and never changed."""

from typing import ClassVar

from django.db import models

from kindling.kit.ids import new_public_id
from kindling.schools.models import Person, School


class Event(models.Model):
    """Something a person did. No foreign key to the subject: an event outlives what it tells of."""

    TELLS_WHAT_WAS: ClassVar = True  # a merge of two entries rewrites none (sites.references)

    school = models.ForeignKey(School, models.PROTECT, related_name="+", db_index=False)
    public_id = models.CharField(max_length=14, default=new_public_id, editable=False)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    by_pass = models.BooleanField(default=False)  # acted through a link, without signing in
    verb = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=14)
    detail = models.JSONField(default=dict)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["school", "subject_id", "at"]),
            models.Index(fields=["school", "at"]),  # history.stir
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.subject_id}"
