"""One student's way through one checklist, in their own words, with what they show."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.evidence.models import Evidence
from kindling.exhibitions.models import Exhibition
from kindling.gateways.models.checklists import Checklist
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class Gateway(SchoolOwned):
    """From the first word to the yes. It keeps the version of the checklist it began with."""

    class State(models.TextChoices):
        PREPARING = "preparing", _("Getting ready")
        APPLIED = "applied", _("Applied")
        CHECKED = "checked", _("Portfolio checked")
        SCHEDULED = "scheduled", _("Gateway scheduled")
        CONDITIONS = "conditions", _("Passed with conditions")
        PASSED = "passed", _("Passed")
        PROMOTED = "promoted", _("Went on")

    STEPS: ClassVar = {
        "apply": Step((State.PREPARING,), State.APPLIED),
        "give_back": Step((State.APPLIED,), State.PREPARING),
        "check": Step((State.APPLIED,), State.CHECKED),
        "schedule": Step((State.CHECKED,), State.SCHEDULED),
        "call_off": Step((State.SCHEDULED,), State.CHECKED),
        "pass": Step((State.CHECKED, State.SCHEDULED, State.CONDITIONS), State.PASSED),
        "condition": Step((State.CHECKED, State.SCHEDULED), State.CONDITIONS),
        "redo": Step((State.CHECKED, State.SCHEDULED), State.PREPARING),
        "promote": Step((State.PASSED,), State.PROMOTED),
        "take_back": Step((State.PROMOTED,), State.PASSED),
    }

    student = models.ForeignKey(Student, models.PROTECT, related_name="gateways")
    checklist = models.ForeignKey(Checklist, models.PROTECT, related_name="gateways")
    key = models.CharField(max_length=14)  # the checklist's, the same in each version
    state = models.CharField(max_length=10, choices=State, default=State.PREPARING)
    since = models.DateTimeField()  # in this state
    ready_words = models.TextField(max_length=4000, default="", blank=True)  # why I am ready
    back_words = models.TextField(max_length=4000, default="", blank=True)  # what is missing
    result_words = models.TextField(max_length=4000, default="", blank=True)  # of the panel
    exhibition = models.ForeignKey(Exhibition, models.SET_NULL, null=True, related_name="gateways")
    decided_on = models.DateField(null=True)
    leaves_on = models.DateField(null=True)  # graduation: the last day at school
    finished_on = models.DateField(null=True)  # school was ended then, once
    settled = models.JSONField(default=list)  # how each line stood when the yes was given

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["student", "key"], name="one_way_through_a_checklist"),
            models.CheckConstraint(
                condition=~Q(state="promoted") | Q(decided_on__isnull=False),
                name="nobody_goes_on_undecided",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "state", "since"]),
            models.Index(fields=["school", "key", "state"]),
        ]

    def __str__(self) -> str:
        return f"{self.student} · {self.checklist}"

    def get_absolute_url(self) -> str:
        return url("gateways:gateway", self.public_id)

    @property
    def is_open(self) -> bool:
        """What is shown and said may still change."""
        return self.state != self.State.PROMOTED


class OwnWord(SchoolOwned):
    """What is left of one line, in the student's words, and by when they mean to do it."""

    gateway = models.ForeignKey(Gateway, models.CASCADE, related_name="own_words")
    line_key = models.CharField(max_length=14)
    words = models.CharField(max_length=1000)
    by_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gateway", "line_key"], name="one_own_word_per_line"),
        ]

    def __str__(self) -> str:
        return self.words


class Showing(SchoolOwned):
    """What a student shows for a line that nothing counts. A new try is another row."""

    class State(models.TextChoices):
        SHOWN = "shown", _("Waits for an adult")
        ACCEPTED = "accepted", _("Counts")
        RETURNED = "returned", _("Given back")

    STEPS: ClassVar = {
        "accept": Step((State.SHOWN,), State.ACCEPTED),
        "return": Step((State.SHOWN,), State.RETURNED),
    }

    gateway = models.ForeignKey(Gateway, models.CASCADE, related_name="showings")
    line_key = models.CharField(max_length=14)
    words = models.CharField(max_length=1000)
    evidence = models.ForeignKey(Evidence, models.PROTECT, null=True, related_name="+")
    amount = models.PositiveSmallIntegerField(default=1)  # hours of service; else pieces
    state = models.CharField(max_length=8, choices=State, default=State.SHOWN)
    comment = models.CharField(max_length=1000, default="", blank=True)
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(state="returned") | ~Q(comment=""), name="given_back_says_why"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["gateway", "line_key"])]

    def __str__(self) -> str:
        return self.words


class Waiver(SchoolOwned):
    """The principal asks this student for a line no longer, and says why."""

    gateway = models.ForeignKey(Gateway, models.CASCADE, related_name="waivers")
    line_key = models.CharField(max_length=14)
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gateway", "line_key"], name="one_waiver_per_line"),
            models.CheckConstraint(condition=~Q(reason=""), name="waiver_says_why"),
        ]

    def __str__(self) -> str:
        return self.reason


class Condition(SchoolOwned):
    """What a panel asks for before it is a full yes: by a day, met when an adult says so."""

    gateway = models.ForeignKey(Gateway, models.CASCADE, related_name="conditions")
    words = models.CharField(max_length=500)
    due_on = models.DateField()
    met_on = models.DateField(null=True)
    met_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["due_on", "pk"]
        indexes: ClassVar = [models.Index(fields=["school", "met_on", "due_on"])]

    def __str__(self) -> str:
        return self.words
