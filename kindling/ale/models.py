"""Alternative learning: who learns so, contact noted by hand, and the review of each month."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import Person, School, SchoolOwned

COUNTED = ("talk", "visit", "meeting", "journal", "noted")  # a mentor's word only by choice


def counted() -> list[str]:
    return list(COUNTED)


class AleChoice(SchoolOwned):
    """What a school chose. One row at most; without it, it is off."""

    is_on = models.BooleanField(default=False)
    pack = models.CharField(max_length=40, default="wa-ale.1")  # a rule pack and its version
    kinds = models.JSONField(default=counted)  # what counts as contact here
    warn_days = models.PositiveSmallIntegerField(default=5)  # school days without contact
    serious_days = models.PositiveSmallIntegerField(default=20)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school"], name="one_ale_choice_per_school"),
        ]

    @classmethod
    def of(cls, school: School) -> AleChoice:
        """Return what holds at the school. One statement."""
        return cls.objects.filter(school=school).first() or cls(school=school)


class AlePlace(SchoolOwned):
    """This student learns so, with this certificated teacher, from one day until another."""

    class How(models.TextChoices):
        IN_PERSON = "in_person", _("In person")
        VIDEO = "video", _("Video call")
        PHONE = "phone", _("Phone call")
        WRITTEN = "written", _("In writing, with an answer")

    student = models.ForeignKey(Student, models.CASCADE, related_name="ale_places")
    teacher = models.ForeignKey(Person, models.PROTECT, related_name="+")
    hours_week = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    contact_how = models.CharField(max_length=10, choices=How, default="", blank=True)
    since_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)  # the last day counts

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["student"], condition=Q(until_on__isnull=True), name="one_open_ale_place"
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("since_on")),
                name="ale_place_ends_after_it_starts",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "until_on"])]

    def __str__(self) -> str:
        return f"{self.student}"

    def get_absolute_url(self) -> str:
        return url("ale:student", self.student.public_id)


class NotedContact(SchoolOwned):
    """A contact that nothing else in Kindling knows of. Never changed; a mistake is taken back."""

    student = models.ForeignKey(Student, models.CASCADE, related_name="noted_contacts")
    on = models.DateField()
    how = models.CharField(max_length=10, choices=AlePlace.How)
    words = models.CharField(max_length=300, default="", blank=True)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "student", "on"])]

    def __str__(self) -> str:
        return self.words


class MonthReview(SchoolOwned):
    """How a student's month went, by the certificated teacher, with the student's own word.

    A written one is never changed: a correction is another row that names the one it replaces.
    """

    class Progress(models.TextChoices):
        ON_WAY = "on_way", _("On the way the plan says")
        SLOWER = "slower", _("Slower than the plan says")
        OTHER = "other", _("Somewhere else than the plan says")

    student = models.ForeignKey(Student, models.CASCADE, related_name="month_reviews")
    month_on = models.DateField()  # its first day
    progress = models.CharField(max_length=10, choices=Progress)
    words = models.TextField(max_length=4000)
    next_steps = models.TextField(max_length=2000, default="", blank=True)  # when it is slower
    student_word = models.TextField(max_length=2000, default="", blank=True)  # as it stood then
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")
    is_replaced = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["student", "month_on"],
                condition=Q(is_replaced=False),
                name="one_ale_review_a_month",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "month_on"])]

    def __str__(self) -> str:
        return f"{self.student} · {self.month_on}"


class StudentWord(SchoolOwned):
    """What a student says about their month, before the review is written."""

    student = models.ForeignKey(Student, models.CASCADE, related_name="month_words")
    month_on = models.DateField()
    text = models.TextField(max_length=2000)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["student", "month_on"], name="one_word_a_month"),
        ]


def month_of(day: date) -> date:
    """The first day of a day's month."""
    return day.replace(day=1)
