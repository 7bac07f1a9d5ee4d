"""One signed credential."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.credentials.models.status import StatusList
from kindling.history.steps import Step
from kindling.judgements.models import Judgement
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.schools.models import Person, SchoolOwned


class Credential(SchoolOwned):
    """What a school says of a student, under its seal. What was signed never changes.

    `facts` is what it says, taken down when it was awarded (documents.telling.Facts). `document`
    and `token` are the same, signed in two ways.
    """

    class Kind(models.TextChoices):
        INTERNSHIP = "internship", _("Internship")
        COMPETENCY = "competency", _("Competency")
        GRADUATION = "graduation", _("Graduation")
        RECORD = "record", _("Whole record")  # a CLR of all the others

    class State(models.TextChoices):
        WAITING = "waiting", _("Being made")
        ISSUED = "issued", _("Issued")
        REVOKED = "revoked", _("Revoked")

    STEPS: ClassVar = {
        "issue": Step((State.WAITING,), State.ISSUED),
        "revoke": Step((State.ISSUED,), State.REVOKED),
    }

    student = models.ForeignKey(Student, models.PROTECT, related_name="credentials")
    kind = models.CharField(max_length=10, choices=Kind)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    title = models.CharField(max_length=300)
    placement = models.ForeignKey(Placement, models.PROTECT, null=True, related_name="+")
    judgement = models.ForeignKey(Judgement, models.PROTECT, null=True, related_name="+")
    facts = models.JSONField(default=dict)
    until_on = models.DateField(null=True)  # the last day it holds; none: for ever
    # Its name in the world, and in the address that shows it: says nothing about anybody.
    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")  # who awarded it
    at = models.DateTimeField()
    issued_at = models.DateTimeField(null=True)
    document = models.TextField(default="", blank=True)  # JSON, with its proof
    token = models.TextField(default="", blank=True)  # VC-JWT
    status_list = models.ForeignKey(StatusList, models.PROTECT, null=True, related_name="+")
    status_index = models.PositiveIntegerField(null=True)
    shared_at = models.DateTimeField(null=True)  # since when its address shows it
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=300, default="", blank=True)  # why it was revoked

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["status_list", "status_index"], name="one_credential_per_status"
            ),
            models.UniqueConstraint(
                fields=["placement"],
                condition=~Q(state="revoked") & Q(placement__isnull=False),
                name="one_credential_per_internship",
            ),
            models.UniqueConstraint(
                fields=["judgement"],
                condition=~Q(state="revoked") & Q(judgement__isnull=False),
                name="one_credential_per_judgement",
            ),
            models.UniqueConstraint(
                fields=["student"],
                condition=~Q(state="revoked") & Q(kind="graduation"),
                name="one_graduation_per_student",
            ),
            models.CheckConstraint(
                condition=~Q(kind="internship") | Q(placement__isnull=False),
                name="internship_credential_rests_on_one",
            ),
            models.CheckConstraint(
                condition=~Q(kind="competency") | Q(judgement__isnull=False),
                name="competency_credential_rests_on_one",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "state", "-at"]),
            models.Index(fields=["student", "-at"]),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return url("credentials:credential", self.public_id)

    @property
    def urn(self) -> str:
        return f"urn:uuid:{self.uuid}"

    @property
    def address(self) -> str:
        """Where everybody may look at it while it is shared."""
        return f"{settings.BASE_URL}/credentials/shown/{self.uuid}/"

    @classmethod
    def of(cls, student: Student) -> Any:
        """Return a student's, newest first, that are signed and hold."""
        rows = cls.objects.filter(student=student, state=cls.State.ISSUED)
        return rows.order_by("-at", "-pk")
