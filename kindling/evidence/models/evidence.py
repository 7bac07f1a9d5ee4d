"""A piece of evidence, and the series that keeps its drafts together."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned, Term
from kindling.uploads.models import Upload


class Series(SchoolOwned):
    """The drafts of one thing, first to last."""

    student = models.ForeignKey(Student, models.CASCADE, related_name="+")
    title = models.CharField(max_length=120)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["student", "-created_at"])]

    def __str__(self) -> str:
        return self.title


class Evidence(SchoolOwned):
    """One piece: a photo, a film, a sound, a file, a link, or words.

    Words that somebody else said (a mentor, an advisor) are copied as they stood, with their source.
    Taken away, the row stays and the file goes, unless a judgement rests on it.
    """

    class Kind(models.TextChoices):
        PHOTO = "photo", _("Photo")
        VIDEO = "video", _("Video")
        AUDIO = "audio", _("Sound")
        FILE = "file", _("File")
        LINK = "link", _("Link")
        TEXT = "text", _("Words")

    class Source(models.TextChoices):
        OWN = "own", _("Made")
        MENTOR = "mentor", _("A mentor’s words")
        CHECK_OUT = "check_out", _("From an internship day")
        HOURS = "hours", _("Hours")
        FEEDBACK = "feedback", _("Feedback")
        THANKS = "thanks", _("A thank-you")
        JOURNAL = "journal", _("From the journal")

    class State(models.TextChoices):
        KEPT = "kept", _("Kept")
        REMOVED = "removed", _("Taken away")

    class People(models.TextChoices):
        """Of those one can see in it."""

        NONE = "none", _("Nobody else is in it")
        ASKED = "asked", _("Somebody is asked")
        AGREED = "agreed", _("Everybody said yes")
        CLOSED = "closed", _("Not everybody said yes")

    STEPS: ClassVar = {"remove": Step((State.KEPT,), State.REMOVED)}

    student = models.ForeignKey(Student, models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=5, choices=Kind)
    source = models.CharField(max_length=9, choices=Source, default=Source.OWN)
    source_key = models.CharField(max_length=60, default="", blank=True)  # "day:ab12"
    said_by = models.CharField(max_length=200, default="", blank=True)  # whose words, by name
    title = models.CharField(max_length=120)
    words = models.TextField(max_length=8000, default="", blank=True)
    link = models.URLField(max_length=500, default="", blank=True)
    upload = models.OneToOneField(Upload, models.PROTECT, null=True, related_name="+")
    series = models.ForeignKey(Series, models.SET_NULL, null=True, related_name="pieces")
    reflection = models.TextField(max_length=4000, default="", blank=True)
    on = models.DateField()  # when it was made, by the school's calendar
    term = models.ForeignKey(Term, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()  # when it was kept
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    sent_key = models.CharField(max_length=64, default="", blank=True)  # the phone's own
    state = models.CharField(max_length=7, choices=State, default=State.KEPT)
    people = models.CharField(max_length=6, choices=People, default=People.NONE)
    # The last day on which every family's yes to being shown holds; without one: no day is known.
    shown_until = models.DateField(null=True)
    for_family = models.BooleanField(default=False)
    for_mentor = models.BooleanField(default=False)
    seen_at = models.DateTimeField(null=True)  # by somebody who guides the student

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["student", "source_key"],
                condition=~Q(source_key="") & Q(state="kept"),
                name="one_evidence_per_source",
            ),
            models.UniqueConstraint(
                fields=["student", "sent_key"],
                condition=~Q(sent_key=""),
                name="one_evidence_per_sending",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "student", "state", "-on", "-id"]),
            models.Index(fields=["school", "state", "seen_at", "at"]),
            models.Index(fields=["series", "on"]),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return url("evidence:piece", self.public_id)

    @property
    def is_kept(self) -> bool:
        return self.state == self.State.KEPT

    @property
    def may_be_shown(self) -> bool:
        """Whether everybody in it said yes, and no yes among them is over today.

        Read `school` along where there are many: only what has a last day asks for it.
        """
        if self.people != self.People.AGREED:
            return self.people == self.People.NONE
        return self.shown_until is None or self.shown_until >= self.school.today()

    @property
    def is_looked_at(self) -> bool:
        """Whether no scanner still has to look at its file."""
        return self.upload is None or self.upload.scan != Upload.Scan.WAITING
