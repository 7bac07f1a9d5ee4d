"""A workshop, a class, a college class or an after-school session, and who has a place in it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from kindling.courses.models.required import RequiredCourse
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schedule.models import Commitment
from kindling.schools.models import Person, SchoolOwned
from kindling.ui.format import clock


class Course(SchoolOwned):
    """Something that is taught, to a few or to many, from a day until a day."""

    class Kind(models.TextChoices):
        WORKSHOP = "workshop", _("Workshop")
        CLASS = "class", _("Class")
        COLLEGE = "college", _("College class")
        SUPPORT = "support", _("After-school support")

    class State(models.TextChoices):
        ON = "on", _("On")
        OVER = "over", _("Over")
        CANCELLED = "cancelled", _("Called off")

    STEPS: ClassVar = {
        "finish": Step((State.ON,), State.OVER),
        "cancel": Step((State.ON,), State.CANCELLED),
        "reopen": Step((State.OVER, State.CANCELLED), State.ON),
    }

    kind = models.CharField(max_length=10, choices=Kind)
    title = models.CharField(max_length=200)
    about = models.TextField(max_length=2000, default="", blank=True)
    teacher = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    taught_by = models.CharField(max_length=200, default="", blank=True)  # who is not of the school
    college = models.CharField(max_length=200, default="", blank=True)
    credit = models.CharField(max_length=120, default="", blank=True)  # in the school's words
    room = models.CharField(max_length=120, default="", blank=True)
    capacity = models.PositiveSmallIntegerField(null=True, blank=True)  # empty: no limit
    weekdays = models.CharField(max_length=20, default="", blank=True)  # "1,3"; Monday is 0
    starts_at = models.TimeField(null=True, blank=True)
    ends_at = models.TimeField(null=True, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()  # the last day counts
    may_ask = models.BooleanField(default=False)  # students may ask for a place
    counts_for = models.ForeignKey(
        RequiredCourse, models.PROTECT, null=True, blank=True, related_name="courses"
    )
    state = models.CharField(max_length=10, choices=State, default=State.ON)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="course_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(starts_at__isnull=True, ends_at__isnull=True)
                | Q(ends_at__gt=F("starts_at")),
                name="course_has_both_times_or_none",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "state", "ends_on"]),
            models.Index(fields=["school", "teacher", "state"]),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return url("courses:course", self.public_id)

    ICONS: ClassVar = {
        "workshop": "hammer", "class": "book-open", "college": "graduation-cap",
        "support": "hand-helping",
    }  # fmt: skip

    @property
    def icon(self) -> str:
        """What a chip shows beside its kind."""
        return str(self.ICONS[self.kind])

    @property
    def weekday_keys(self) -> list[int]:
        return [int(day) for day in self.weekdays.split(",") if day]

    @property
    def is_on(self) -> bool:
        return self.state == self.State.ON

    @property
    def is_elsewhere(self) -> bool:
        """A college class takes students out of the school's own day."""
        return self.kind == self.Kind.COLLEGE

    @property
    def who_teaches(self) -> str:
        """The teacher's name, with the college where it has one; "" when nobody is named."""
        name = self.teacher.name if self.teacher else self.taught_by
        return ", ".join(part for part in (name, self.college) if part)

    @property
    def when(self) -> str:
        """Its days and hours: "Monday, Wednesday, 9:00 to 10:30"."""
        days = ", ".join(str(WEEKDAYS[day]) for day in self.weekday_keys)
        if self.starts_at is None or self.ends_at is None:
            return days
        hours = _now("%(start)s to %(end)s") % {
            "start": clock(self.starts_at), "end": clock(self.ends_at),
        }  # fmt: skip
        return f"{days}, {hours}" if days else hours

    def is_over_on(self, day: date) -> bool:
        return self.state != self.State.ON or self.ends_on < day


class CoursePlace(SchoolOwned):
    """One student's place on a roster. Who leaves keeps the row; who comes again gets another."""

    class State(models.TextChoices):
        ASKED = "asked", _("Asks for a place")
        ON = "on", _("Has a place")
        DECLINED = "declined", _("Not this time")
        LEFT = "left", _("Left")
        DONE = "done", _("Completed")
        NOT_DONE = "not_done", _("Not completed")

    LIVE: ClassVar = (State.ASKED, State.ON)
    ROSTER: ClassVar = (State.ON, State.DONE, State.NOT_DONE)
    STEPS: ClassVar = {
        "take_in": Step((State.ASKED,), State.ON),
        "decline": Step((State.ASKED,), State.DECLINED),
        "leave": Step((State.ASKED, State.ON), State.LEFT),
        "complete": Step((State.ON, State.NOT_DONE), State.DONE),
        "miss": Step((State.ON, State.DONE), State.NOT_DONE),
    }

    course = models.ForeignKey(Course, models.CASCADE, related_name="places")
    student = models.ForeignKey(Student, models.CASCADE, related_name="course_places")
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    why = models.CharField(max_length=500, default="", blank=True)  # the student's, when they ask
    since_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)  # the last day counts
    reason = models.CharField(max_length=500, default="", blank=True)  # of a no, or of leaving
    word = models.TextField(max_length=1000, default="", blank=True)  # the teacher's, at the end
    credit = models.CharField(max_length=120, default="", blank=True)  # as it was earned
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["course", "student"],
                condition=Q(state__in=["asked", "on"]),
                name="one_live_place_per_course_and_student",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("since_on")),
                name="course_place_ends_after_it_starts",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "student", "state"]),
            models.Index(fields=["school", "state", "course"]),
        ]

    def __str__(self) -> str:
        return f"{self.student} · {self.course}"


class HeldTime(SchoolOwned):
    """The own time (schedule) that a place in a college class takes."""

    place = models.ForeignKey(CoursePlace, models.CASCADE, related_name="held")
    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return str(self.commitment)
