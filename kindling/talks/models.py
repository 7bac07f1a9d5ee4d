"""What advisor and student say to each other, one at a time, and what only one of them writes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.meetings.models import Commitment
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned

WEEK, SILENT, MINUTES = 7, 14, 10  # until a school says otherwise


class TalkChoice(SchoolOwned):
    """How a school wants its talks. At most one row a school."""

    every_days = models.PositiveSmallIntegerField(default=WEEK)
    silent_days = models.PositiveSmallIntegerField(default=SILENT)
    real_minutes = models.PositiveSmallIntegerField(default=MINUTES)
    # Families read what is held from then on, never what is marked “between us”; None: nothing.
    family_reads_since = models.DateTimeField(null=True)
    substitutes_talk = models.BooleanField(default=False)  # and read what was said before

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school"], name="one_talk_choice_per_school"),
        ]

    @property
    def family_reads(self) -> bool:
        return self.family_reads_since is not None

    def shows(self, talk: Talk) -> bool:
        """Say whether families read this talk, held by now or to be held."""
        since = self.family_reads_since
        return since is not None and (talk.held_at is None or talk.held_at >= since)


class Talk(SchoolOwned):
    """One talk of a student with their advisor: prepared by both, held, followed up.

    The next one is a row in the state `due`, from the first word somebody prepares.
    """

    class State(models.TextChoices):
        DUE = "due", _("Next")
        HELD = "held", _("Held")
        FOLLOW_UP = "follow_up", _("Something is still to do")
        CLOSED = "closed", _("Closed")

    STEPS: ClassVar = {
        "hold": Step((State.DUE,), State.HELD),
        "follow": Step((State.HELD, State.CLOSED), State.FOLLOW_UP),
        "close": Step((State.HELD, State.FOLLOW_UP), State.CLOSED),
    }
    OVER: ClassVar = (State.HELD, State.FOLLOW_UP, State.CLOSED)
    # What may be written, and whose it is to prepare.
    NOTES: ClassVar = ("progress", "feeling", "obstacles", "notes")
    FIELDS: ClassVar = ("wants", "brings", *NOTES)

    student = models.ForeignKey(Student, models.CASCADE, related_name="talks")
    advisor = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")  # who held it
    state = models.CharField(max_length=10, choices=State, default=State.DUE)
    due_on = models.DateField()
    started_at = models.DateTimeField(null=True)
    held_at = models.DateTimeField(null=True)
    held_on = models.DateField(null=True)
    minutes = models.PositiveSmallIntegerField(default=0)
    is_real = models.BooleanField(default=False)  # held with a note, or long enough
    wants = models.TextField(max_length=4000, default="", blank=True)  # the student's
    brings = models.TextField(max_length=4000, default="", blank=True)  # the advisor's
    progress = models.TextField(max_length=4000, default="", blank=True)
    feeling = models.TextField(max_length=4000, default="", blank=True)
    obstacles = models.TextField(max_length=4000, default="", blank=True)
    notes = models.TextField(max_length=4000, default="", blank=True)
    between_us = models.JSONField(default=list, blank=True)  # names of FIELDS no family reads
    tap = models.CharField(max_length=40, default="", blank=True)  # of the form that held it

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["student"], condition=Q(state="due"), name="one_next_talk_per_student"
            ),
            models.CheckConstraint(
                condition=Q(state="due") | Q(held_on__isnull=False), name="held_talk_has_a_day"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["student", "-held_on"]),
            models.Index(fields=["school", "student", "held_on"]),
        ]

    def __str__(self) -> str:
        # Where a name shows by mistake (a log, a list of errors), it must not tell.
        return self.public_id

    def get_absolute_url(self) -> str:
        return url("talks:talk", self.public_id)

    @property
    def is_over(self) -> bool:
        return self.state != self.State.DUE

    @property
    def has_note(self) -> bool:
        return any(getattr(self, name).strip() for name in self.NOTES)


class TalkPromise(SchoolOwned):
    """What somebody promised in this talk; who, what and when stand in the commitment."""

    talk = models.ForeignKey(Talk, models.CASCADE, related_name="promises")
    commitment = models.OneToOneField(Commitment, models.CASCADE, related_name="+")


class LastTalk(SchoolOwned):
    """When a student last had a real talk, and by when the next is due: lists read only this."""

    student = models.OneToOneField(Student, models.CASCADE, related_name="last_talk")
    last_on = models.DateField(null=True)
    due_on = models.DateField()
    every_days = models.PositiveSmallIntegerField(
        null=True
    )  # this student's own; else the school's

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "due_on"])]

    def is_silent(self, today: date, days: int) -> bool:
        """Say whether no real talk happened in so many days."""
        return self.last_on is None or self.last_on < today - timedelta(days=days)


class PrivateNote(SchoolOwned):
    """What an advisor writes for themselves. Never changed: a correction is another row."""

    student = models.ForeignKey(Student, models.CASCADE, related_name="+")
    talk = models.ForeignKey(Talk, models.SET_NULL, null=True, related_name="+")
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    text = models.TextField(max_length=4000)
    corrects = models.OneToOneField("self", models.PROTECT, null=True, related_name="correction")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["student", "-at"])]

    def __str__(self) -> str:
        return self.public_id


class NoteReader(SchoolOwned):
    """An adult whom the school lets read private notes of the students they see."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    given_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    why = models.CharField(max_length=300)
    since_on = models.DateField()
    until_on = models.DateField(null=True)  # the last day counts

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(until_on__isnull=True),
                name="one_open_note_reader_per_person",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("since_on")),
                name="note_reader_ends_after_it_starts",
            ),
        ]


class NoteOpening(SchoolOwned):
    """Somebody opened the private notes about a student."""

    student = models.ForeignKey(Student, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["student", "-at"])]
