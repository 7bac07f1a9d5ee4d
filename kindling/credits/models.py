"""What learning counts for: rules in versions, what was given by them, and appeals."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.evidence.models import Evidence
from kindling.goals.models.frameworks import new_identifier
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.kit.lasting import Lasting
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned, SchoolYear, Term

ZERO = Decimal(0)


class Mode(models.TextChoices):
    """How a school says what was learned."""

    NARRATIVE = "narrative", _("Narratives only")
    COMPETENCY = "competency", _("How far somebody is with each goal")
    CREDIT = "credit", _("Credits")
    HYBRID = "hybrid", _("Goals and credits")


class CreditChoice(SchoolOwned):
    """The school's mode. No row: goals."""

    mode = models.CharField(max_length=10, choices=Mode, default=Mode.COMPETENCY)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school"], name="one_credit_choice"),
        ]


class Crosswalk(SchoolOwned):
    """One version of the rules. Drafted, approved by registrar or principal, then never changed."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        APPROVED = "approved", _("In use")
        RETIRED = "retired", _("Earlier version")

    STEPS: ClassVar = {
        "approve": Step((State.DRAFT,), State.APPROVED),
        "retire": Step((State.APPROVED,), State.RETIRED),
    }

    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)
    changes = models.TextField(max_length=1000, default="", blank=True)  # since the one before
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    approved_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "number"], name="one_crosswalk_per_number"),
            models.UniqueConstraint(
                fields=["school"], condition=Q(state="draft"), name="one_crosswalk_draft"
            ),
            models.UniqueConstraint(
                fields=["school"], condition=Q(state="approved"), name="one_crosswalk_in_use"
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(approved_by__isnull=False),
                name="crosswalk_in_use_was_approved",
            ),
        ]

    def __str__(self) -> str:
        return str(_("Rules, version %(number)s") % {"number": self.number})

    def get_absolute_url(self) -> str:
        return url("credits:crosswalk", self.public_id)

    @property
    def is_draft(self) -> bool:
        return self.state == self.State.DRAFT


class Line(SchoolOwned):
    """One subject: how much a year can give, and how much is asked for in all.

    The same subject in the next version has the same `identifier`.
    """

    crosswalk = models.ForeignKey(Crosswalk, models.CASCADE, related_name="lines")
    identifier = models.CharField(max_length=60, default=new_identifier)
    order = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=120)
    credits = models.DecimalField(max_digits=5, decimal_places=2)  # at most in one year
    asked = models.DecimalField(max_digits=5, decimal_places=2, default=ZERO)  # to graduate

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["crosswalk", "identifier"], name="one_line_per_identifier"
            ),
            models.CheckConstraint(condition=Q(credits__gt=0), name="line_gives_something"),
        ]
        ordering: ClassVar = ["crosswalk", "order", "pk"]

    def __str__(self) -> str:
        return self.title


class Clause(SchoolOwned):
    """One thing that has to be there. All clauses of one way count together; one way is enough."""

    class Kind(models.TextChoices):
        LEVELS = "levels", _("Goals at a level")
        PIECES = "pieces", _("Pieces of evidence in the year")
        EXHIBITIONS = "exhibitions", _("Exhibitions agreed in the year")
        COURSES = "courses", _("Courses finished in the year")
        HOURS = "hours", _("Confirmed internship hours")

    line = models.ForeignKey(Line, models.CASCADE, related_name="clauses")
    way = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(max_length=11, choices=Kind)
    # A level's position, a count, or for how many hours one credit is given.
    number = models.PositiveSmallIntegerField(default=1)
    goals: Any = models.JSONField(default=list, blank=True)  # [identifier, code] each
    piece = models.CharField(max_length=5, choices=Evidence.Kind, default="", blank=True)
    words = models.CharField(max_length=120, default="", blank=True)  # in a course's title

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(number__gt=0), name="clause_asks_for_something"),
        ]
        ordering: ClassVar = ["line", "way", "pk"]


class Award(Lasting, SchoolOwned):
    """Credit that was given, with the rule and what it rested on, as they were. Written once."""

    class Source(models.TextChoices):
        RULE = "rule", _("By the rule")
        APPEAL = "appeal", _("After an appeal")
        CORRECTED = "corrected", _("Put right")

    student = models.ForeignKey(Student, models.PROTECT, related_name="credit_awards")
    line = models.ForeignKey(Line, models.PROTECT, related_name="awards")
    identifier = models.CharField(max_length=60)  # of the line, in every version
    title = models.CharField(max_length=120)
    year = models.ForeignKey(SchoolYear, models.PROTECT, related_name="+")
    term = models.ForeignKey(Term, models.PROTECT, null=True, related_name="+")
    amount = models.DecimalField(max_digits=5, decimal_places=2)  # below 0: taken back
    source = models.CharField(max_length=9, choices=Source, default=Source.RULE)
    rests = models.JSONField(default=dict)  # credits.reckoning.told
    reason = models.TextField(max_length=1000, default="", blank=True)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta(Lasting.Meta):
        abstract = False
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(source="rule", amount__gt=0) | (~Q(source="rule") & ~Q(reason="")),
                name="credit_by_hand_has_a_reason",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "student", "year"])]

    def __str__(self) -> str:
        return f"{self.title}: {self.amount}"


class Appeal(SchoolOwned):
    """A student or their family thinks that a year deserves more of one subject."""

    class State(models.TextChoices):
        ASKED = "asked", _("Waits for an answer")
        GRANTED = "granted", _("Granted")
        DECLINED = "declined", _("Declined")

    STEPS: ClassVar = {
        "grant": Step((State.ASKED,), State.GRANTED),
        "decline": Step((State.ASKED,), State.DECLINED),
    }

    student = models.ForeignKey(Student, models.PROTECT, related_name="credit_appeals")
    line = models.ForeignKey(Line, models.PROTECT, related_name="+")
    year = models.ForeignKey(SchoolYear, models.PROTECT, related_name="+")
    words = models.TextField(max_length=4000)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=State, default=State.ASKED)
    reason = models.TextField(max_length=1000, default="", blank=True)
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    award = models.OneToOneField(Award, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["student", "line", "year"],
                condition=Q(state="asked"),
                name="one_open_appeal_per_subject",
            ),
            models.CheckConstraint(
                condition=Q(state="asked") | ~Q(reason=""), name="appeal_is_answered_with_a_reason"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "state", "at"])]

    def get_absolute_url(self) -> str:
        return url("credits:appeal", self.public_id)
