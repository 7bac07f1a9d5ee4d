"""What a student writes, and the thread that follows. Theirs and their advisor's alone."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kindling.goals.models import Goal, OwnGoal
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned

LONGEST = 12000


class JournalChoice(SchoolOwned):
    """What a school says about journals. At most one row a school."""

    a_week = models.PositiveSmallIntegerField(default=1)  # entries that are hoped for
    substitutes_read = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school"], name="one_journal_choice_per_school"),
        ]


class JournalEntry(SchoolOwned):
    """One entry. `waits_since` is set while the advisor has not yet read or answered."""

    student = models.ForeignKey(Student, models.CASCADE, related_name="journal")
    on = models.DateField()
    at = models.DateTimeField()
    title = models.CharField(max_length=200, default="", blank=True)
    prompt = models.CharField(max_length=30, default="", blank=True)  # a key of prompts.PROMPTS
    text = models.TextField(max_length=LONGEST)
    changed_at = models.DateTimeField(null=True)
    tap = models.CharField(max_length=40, null=True, blank=True)  # noqa: DJ001 (unique: sent twice)
    read_at = models.DateTimeField(null=True)
    read_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    answered_on = models.DateField(null=True)  # the day of an adult's first answer
    waits_since = models.DateTimeField(null=True)
    has_news = models.BooleanField(default=False)  # an answer the student has not opened

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["student", "tap"], name="one_journal_entry_per_tap"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["student", "-at"]),
            models.Index(fields=["school", "student", "answered_on"]),
            models.Index(
                fields=["student", "waits_since"],
                condition=Q(waits_since__isnull=False),
                name="journal_waits",
            ),
        ]

    def __str__(self) -> str:
        # Where a name shows by mistake (a log, a list of errors), it must not tell.
        return self.public_id

    def get_absolute_url(self) -> str:
        return url("journals:entry", self.public_id)


class JournalReply(SchoolOwned):
    """One more word below an entry. Never changed."""

    entry = models.ForeignKey(JournalEntry, models.CASCADE, related_name="replies")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    text = models.TextField(max_length=4000)
    tap = models.CharField(max_length=40, null=True, blank=True)  # noqa: DJ001 (unique: sent twice)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["entry", "tap"], name="one_journal_reply_per_tap"),
        ]
        indexes: ClassVar = [models.Index(fields=["entry", "at"])]


class JournalGoal(SchoolOwned):
    """What an entry has to do with: a goal of the school's, or one of the student's own."""

    entry = models.ForeignKey(JournalEntry, models.CASCADE, related_name="goals")
    goal = models.ForeignKey(Goal, models.PROTECT, null=True, related_name="+")
    own_goal = models.ForeignKey(OwnGoal, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(goal__isnull=True) ^ Q(own_goal__isnull=True),
                name="journal_goal_is_one",
            ),
            models.UniqueConstraint(fields=["entry", "goal"], name="one_journal_goal"),
            models.UniqueConstraint(fields=["entry", "own_goal"], name="one_journal_own_goal"),
        ]

    @property
    def words(self) -> str:
        return self.own_goal.words if self.own_goal else str(self.goal)


class JournalShare(SchoolOwned):
    """The student lets somebody else read one entry, and can take it back."""

    class Whom(models.TextChoices):
        FAMILY = "family", _("Family")
        TEAM = "team", _("Learning team")
        MENTOR = "mentor", _("Mentor")

    entry = models.ForeignKey(JournalEntry, models.CASCADE, related_name="shares")
    whom = models.CharField(max_length=10, choices=Whom)
    since_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)
    # A mentor gets it from somebody of the school, never from the student alone.
    passed_at = models.DateTimeField(null=True)
    passed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["entry", "whom"],
                condition=Q(until_at__isnull=True),
                name="one_open_share_per_entry",
            ),
        ]

    @property
    def whom_in_words(self) -> str:
        return str(self.get_whom_display())


class JournalSum(SchoolOwned):
    """A student's journal in numbers: lists read only this."""

    student = models.OneToOneField(Student, models.CASCADE, related_name="journal_sum")
    entries = models.PositiveIntegerField(default=0)
    waiting = models.PositiveIntegerField(default=0)  # not read yet
    waits_since = models.DateTimeField(null=True)  # the oldest of them
    last_on = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    news = models.PositiveIntegerField(default=0)  # answers the student has not opened

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "waits_since"])]


class JournalRequest(SchoolOwned):
    """A principal's formal request to read one student's journal. The student sees it."""

    student = models.ForeignKey(Student, models.CASCADE, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    why = models.TextField(max_length=1000)
    from_on = models.DateField()  # of the entries
    to_on = models.DateField()
    at = models.DateTimeField()
    until_on = models.DateField()  # the last day of reading
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(to_on__gte=F("from_on")), name="journal_request_ends_after_it_starts"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["student", "-at"])]

    def get_absolute_url(self) -> str:
        return url("journals:request", self.public_id)


class JournalOpening(SchoolOwned):
    """Somebody opened entries because of a formal request."""

    request = models.ForeignKey(JournalRequest, models.CASCADE, related_name="openings")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class JournalHanding(SchoolOwned):
    """An advisor handed an entry on, for somebody's safety."""

    entry = models.ForeignKey(JournalEntry, models.CASCADE, related_name="handings")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    why = models.TextField(max_length=1000)
    incident_id = models.CharField(max_length=14)  # its public id: who may read it is said there
