"""A day beside somebody at work, and what both say afterwards."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kindling.exploring.models.experience import Experience
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.placements.models import Pursuit
from kindling.schedule.models import Commitment
from kindling.schools.models import Person, SchoolOwned
from kindling.sites.models import Opportunity


class ShadowDay(SchoolOwned):
    """One day of one student at one place. Family and host say yes first; both decide afterwards.

    What the two say afterwards stays with each of them until `state` is DECIDED.
    """

    class State(models.TextChoices):
        ASKED = "asked", _("Waits for school")
        PLANNED = "planned", _("Waits for family and host")
        AGREED = "agreed", _("Agreed")
        HELD = "held", _("Over, not decided yet")
        DECIDED = "decided", _("Over")
        DECLINED = "declined", _("Not this time")
        CANCELLED = "cancelled", _("Called off")

    class Said(models.TextChoices):
        """What family or host say to the plan."""

        NOTHING = "", _("No answer yet")
        YES = "yes", _("Yes")
        NO = "no", _("No")
        OF_AGE = "of_age", _("Of age, decides alone")

    class Answer(models.TextChoices):
        """What student and host say afterwards, each alone."""

        NOTHING = "", _("No answer yet")
        CONTINUE = "continue", _("I would like to go on")
        NOT_NOW = "not_now", _("Not now")

    class Outcome(models.TextChoices):
        NONE = "", _("Open")
        CONTINUE = "continue", _("You both want to go on")
        NOT_NOW = "not_now", _("Not now")
        UNHEARD = "unheard", _("Not everybody answered")

    STEPS: ClassVar = {
        "allow": Step((State.ASKED,), State.PLANNED),
        "agree": Step((State.PLANNED,), State.AGREED),
        "decline": Step((State.ASKED, State.PLANNED, State.AGREED), State.DECLINED),
        "cancel": Step((State.ASKED, State.PLANNED, State.AGREED), State.CANCELLED),
        "hold": Step((State.AGREED,), State.HELD),
        "decide": Step((State.HELD,), State.DECIDED),
    }
    AHEAD: ClassVar = (State.ASKED, State.PLANNED, State.AGREED)
    # What a tap of somebody else may have changed since the row was read.
    MOVING: ClassVar = (
        "state", "commitment", "family_said", "host_said", "student_answer", "host_answer",
    )  # fmt: skip

    student = models.ForeignKey(Student, models.CASCADE, related_name="shadow_days")
    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="shadow_days")
    pursuit = models.ForeignKey(
        Pursuit, models.SET_NULL, null=True, blank=True, related_name="shadow_days"
    )
    host = models.ForeignKey(Person, models.PROTECT, null=True, related_name="hosted_days")
    on = models.DateField()
    starts_at = models.TimeField()
    ends_at = models.TimeField()
    wish = models.TextField(max_length=1000, default="", blank=True)  # what to look for
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    reason = models.CharField(max_length=500, default="", blank=True)  # of a no or a calling off
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    family_said = models.CharField(max_length=8, choices=Said, default="", blank=True)
    family_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    family_name = models.CharField(max_length=200, default="", blank=True)  # as they signed
    family_language = models.CharField(max_length=10, default="", blank=True)
    family_at = models.DateTimeField(null=True, blank=True)
    host_said = models.CharField(max_length=8, choices=Said, default="", blank=True)
    host_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    host_at = models.DateTimeField(null=True, blank=True)
    host_note = models.CharField(max_length=500, default="", blank=True)  # where to come, to bring

    commitment = models.ForeignKey(Commitment, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(null=True, blank=True)  # how was it, asked of both
    answers_until = models.DateField(null=True, blank=True)
    student_answer = models.CharField(max_length=8, choices=Answer, default="", blank=True)
    student_note = models.TextField(max_length=1000, default="", blank=True)  # for the advisor
    host_answer = models.CharField(max_length=8, choices=Answer, default="", blank=True)
    host_word = models.TextField(max_length=1000, default="", blank=True)  # for the school
    outcome = models.CharField(max_length=8, choices=Outcome, default="", blank=True)
    experience = models.OneToOneField(
        Experience, models.PROTECT, null=True, related_name="shadow_day"
    )

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="shadow_day_ends_after_it_starts"
            ),
            models.UniqueConstraint(
                fields=["student", "on"],
                condition=Q(state__in=["asked", "planned", "agreed"]),
                name="one_shadow_day_ahead_on_a_date",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["student", "on"]),
            models.Index(fields=["school", "state", "on"]),
        ]

    def __str__(self) -> str:
        return f"{self.student} · {self.opportunity}"

    def get_absolute_url(self) -> str:
        return url("exploring:shadow_day", self.public_id)

    def lock(self) -> None:
        """Wait for whoever writes it in the same moment, and read what they left."""
        rows = ShadowDay.objects.select_for_update()
        self.refresh_from_db(fields=self.MOVING, from_queryset=rows)

    @property
    def minutes_planned(self) -> int:
        """From start to end."""
        begins, ends = self.starts_at, self.ends_at
        return (ends.hour - begins.hour) * 60 + ends.minute - begins.minute

    def has_ended(self, now: datetime) -> bool:
        """The planned hours are over, by the school's clock."""
        today = now.date()
        return self.on < today or (self.on == today and self.ends_at <= now.time())
