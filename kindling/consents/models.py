"""What a school asks for, in which words; what stands for each student; and what each person said."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kindling.consents.kinds import Kind
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.kit.lasting import Lasting
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class Purpose(SchoolOwned):
    """One thing this school asks families about, or does not."""

    kind = models.CharField(max_length=12, choices=Kind)
    is_used = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "kind"], name="one_purpose_per_kind"),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())

    def get_absolute_url(self) -> str:
        return url("consents:purpose", self.kind)


class PurposeText(SchoolOwned):
    """The words in one language. They never change: new words are another row, which is then current."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        REVIEWED = "reviewed", _("Reviewed")

    STEPS: ClassVar = {
        "review": Step((State.DRAFT,), State.REVIEWED),
    }

    purpose = models.ForeignKey(Purpose, models.CASCADE, related_name="texts")
    language = models.CharField(max_length=10)
    number = models.PositiveSmallIntegerField(default=1)
    is_original = models.BooleanField(default=False)
    is_current = models.BooleanField(default=True)
    title = models.CharField(max_length=200)
    summary = models.CharField(max_length=400)  # in plain words, read first and aloud
    body = models.TextField(max_length=6000)
    sha256 = models.CharField(max_length=64)
    source_sha256 = models.CharField(max_length=64, default="")  # of the original it says again
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)
    reviewed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    reviewed_at = models.DateTimeField(null=True)
    # The school lets families read a draft translation, beside the original.
    allowed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    allowed_at = models.DateTimeField(null=True)
    written_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["purpose", "language", "number"], name="one_purpose_text_per_number"
            ),
            models.UniqueConstraint(
                fields=["purpose", "language"], condition=Q(is_current=True),
                name="one_current_purpose_text",
            ),
            models.CheckConstraint(
                condition=Q(is_original=True) | ~Q(source_sha256=""),
                name="a_translation_names_its_original",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title


class Consent(SchoolOwned):
    """What stands for one student and one purpose. Who said what is in the words below it."""

    class State(models.TextChoices):
        ASKED = "asked", _("Waits for an answer")
        GIVEN = "given", _("Yes")
        DECLINED = "declined", _("No")
        WITHDRAWN = "withdrawn", _("Taken back")
        EXPIRED = "expired", _("Has run out")

    STEPS: ClassVar = {
        "ask": Step((State.DECLINED, State.WITHDRAWN, State.EXPIRED), State.ASKED),
        "give": Step(tuple(State), State.GIVEN),
        "decline": Step(tuple(State), State.DECLINED),
        "withdraw": Step((State.GIVEN,), State.WITHDRAWN),
        "expire": Step((State.GIVEN,), State.EXPIRED),
    }
    NO: ClassVar = (State.DECLINED, State.WITHDRAWN)

    class Basis(models.TextChoices):
        FAMILY = "family", _("The family’s word")
        STUDENT = "student", _("The student’s own word")
        SCHOOL = "school", _("The school’s word, for learning only")

    student = models.ForeignKey(Student, models.CASCADE, related_name="consents")
    kind = models.CharField(max_length=12, choices=Kind)
    state = models.CharField(max_length=9, choices=State, default=State.ASKED)
    basis = models.CharField(max_length=7, choices=Basis, default="", blank=True)
    asked_at = models.DateTimeField(null=True)
    asked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    since_on = models.DateField(null=True)
    until_on = models.DateField(null=True)  # the last day counts

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["student", "kind"], name="one_consent_per_student_and_kind"
            ),
            models.CheckConstraint(
                condition=~Q(state="given")
                | Q(since_on__isnull=False, until_on__gte=F("since_on"), answered_at__isnull=False),
                name="a_yes_has_its_days",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "kind", "state"]),
            models.Index(fields=["state", "until_on"]),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())

    def get_absolute_url(self) -> str:
        return url("consents:consent", self.public_id)


class ConsentWord(Lasting, SchoolOwned):
    """What one person said, to which words, in which language. Added, and never changed."""

    class Says(models.TextChoices):
        YES = "yes", _("Yes")
        NO = "no", _("No")
        BACK = "back", _("Taken back")
        SEEN = "seen", _("Read")

    class Way(models.TextChoices):
        PAGE = "page", _("Signed in")
        LINK = "link", _("By a link")
        PAPER = "paper", _("On paper or by phone")
        SCHOOL = "school", _("The school, for learning only")

    consent = models.ForeignKey(Consent, models.PROTECT, related_name="words")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")  # whose word it is
    says = models.CharField(max_length=4, choices=Says)
    way = models.CharField(max_length=6, choices=Way)
    text = models.ForeignKey(PurposeText, models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)  # of the words that were read
    source_sha256 = models.CharField(
        max_length=64, default=""
    )  # of the original beside or behind them
    language = models.CharField(max_length=10)
    until_on = models.DateField(null=True)
    written_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    note = models.CharField(max_length=300, default="", blank=True)
    at = models.DateTimeField()

    class Meta(Lasting.Meta):
        abstract = False
        indexes: ClassVar = [models.Index(fields=["consent", "at"])]

    def __str__(self) -> str:
        return str(self.get_says_display())
