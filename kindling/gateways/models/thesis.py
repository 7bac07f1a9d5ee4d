"""The senior year's long work: a thesis with dated milestones, and an autobiography in chapters."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.exhibitions.models import Exhibition
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class Thesis(SchoolOwned):
    """Proposal, milestones, product, defence. One a student; another question is a new proposal."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Proposal in writing")
        PROPOSED = "proposed", _("Proposal handed in")
        WORKING = "working", _("Under way")
        DELIVERED = "delivered", _("Product is there")
        DEFENDED = "defended", _("Defended")

    STEPS: ClassVar = {
        "propose": Step((State.DRAFT,), State.PROPOSED),
        "give_back": Step((State.PROPOSED,), State.DRAFT),
        "agree": Step((State.PROPOSED,), State.WORKING),
        "reopen": Step((State.WORKING,), State.DRAFT),
        "deliver": Step((State.WORKING,), State.DELIVERED),
        "redo": Step((State.DELIVERED,), State.WORKING),
        "defend": Step((State.DELIVERED,), State.DEFENDED),
    }
    FIELDS: ClassVar = ("question", "why", "product", "partner", "how")

    student = models.OneToOneField(Student, models.PROTECT, related_name="thesis")
    state = models.CharField(max_length=9, choices=State, default=State.DRAFT)
    since = models.DateTimeField()
    question = models.TextField(default="", blank=True)
    why = models.TextField(default="", blank=True)
    product = models.TextField(default="", blank=True)
    partner = models.TextField(default="", blank=True)  # who gets the product
    how = models.TextField(default="", blank=True)
    # Somebody who knows the field. From outside: nobody meets them before staff cleared it.
    guide = models.CharField(max_length=200, default="", blank=True)
    guide_is_outside = models.BooleanField(default=False)
    guide_cleared_on = models.DateField(null=True)
    guide_cleared_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    product_words = models.TextField(max_length=4000, default="", blank=True)  # what it became
    exhibition = models.ForeignKey(Exhibition, models.SET_NULL, null=True, related_name="theses")
    defended_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(state="defended") | Q(defended_on__isnull=False),
                name="defended_thesis_has_a_day",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "state", "since"])]

    def __str__(self) -> str:
        return self.question or str(self.student)

    def get_absolute_url(self) -> str:
        return url("gateways:thesis", self.student.public_id)

    @property
    def needs_clearing(self) -> bool:
        """Somebody from outside is named, and staff has not said yes."""
        return bool(self.guide and self.guide_is_outside and self.guide_cleared_on is None)


class Milestone(SchoolOwned):
    """A step of a thesis, to be done by a day."""

    thesis = models.ForeignKey(Thesis, models.CASCADE, related_name="milestones")
    title = models.CharField(max_length=200)
    due_on = models.DateField()
    done_on = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["due_on", "pk"]

    def __str__(self) -> str:
        return self.title


class ThesisWord(SchoolOwned):
    """What an adult said of a proposal, a product or a defence. Never changed."""

    thesis = models.ForeignKey(Thesis, models.CASCADE, related_name="words")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    words = models.CharField(max_length=2000)
    verb = models.CharField(max_length=10)  # the step it came with
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["at", "pk"]

    def __str__(self) -> str:
        return self.words


class Chapter(SchoolOwned):
    """A part of a student's own life, written over years; read by them and their advisor alone."""

    class State(models.TextChoices):
        WRITING = "writing", _("In writing")
        SHARED = "shared", _("Your advisor reads it")
        DONE = "done", _("Done")

    STEPS: ClassVar = {
        "share": Step((State.WRITING,), State.SHARED),
        "take_back": Step((State.SHARED,), State.WRITING),
        "give_back": Step((State.SHARED,), State.WRITING),
        "finish": Step((State.SHARED,), State.DONE),
        "reopen": Step((State.DONE,), State.WRITING),
    }

    student = models.ForeignKey(Student, models.PROTECT, related_name="chapters")
    title = models.CharField(max_length=120)
    body = models.TextField(default="", blank=True)
    words = models.PositiveIntegerField(default=0)  # of the body, counted when it is written
    state = models.CharField(max_length=7, choices=State, default=State.WRITING)
    since = models.DateTimeField()
    comment = models.CharField(max_length=2000, default="", blank=True)  # the advisor's last

    class Meta:
        ordering: ClassVar = ["pk"]
        indexes: ClassVar = [models.Index(fields=["school", "student", "state"])]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return url("gateways:chapter", self.public_id)
