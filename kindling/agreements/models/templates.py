"""What a school asks people to sign, in which words, and since when."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.schools.models import Person, SchoolOwned


class Kind(models.TextChoices):
    """What an agreement is for. Clearance asks by these."""

    INTERNSHIP = "internship", _("Internship agreement")
    CONSENT = "consent", _("Family permission")
    MEDICAL = "medical", _("Emergency and medical permission")
    TRAVEL = "travel", _("Travel permission")
    PLAN = "plan", _("Training plan")
    SITE = "site", _("Agreement with a site")
    OTHER = "other", _("Something else")


class Party(models.TextChoices):
    """Whose part of an agreement it is, in the order in which it is read."""

    STUDENT = "student", _("Student")
    FAMILY = "family", _("Family")
    SITE = "site", _("Site")
    SCHOOL = "school", _("School")


class Template(SchoolOwned):
    """Something people sign again and again."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        LIVE = "live", _("In use")
        RETIRED = "retired", _("No longer used")

    STEPS: ClassVar = {
        "publish": Step((State.DRAFT, State.LIVE), State.LIVE),
        "retire": Step((State.DRAFT, State.LIVE), State.RETIRED),
        "bring_back": Step((State.RETIRED,), State.LIVE),
    }

    label = models.CharField(max_length=120)  # staff read it; the title is in the text
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.INTERNSHIP)
    is_usual = models.BooleanField(default=True)  # every internship needs one
    lasts_days = models.PositiveSmallIntegerField(null=True, blank=True)  # from the first day
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "state", "kind"])]

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        return url("agreements:template", self.public_id)


class Version(SchoolOwned):
    """The words of a template from one day until the next version. Published, it never changes."""

    template = models.ForeignKey(Template, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    parties = models.JSONField(default=list)  # who signs: values of Party
    changes = models.TextField(max_length=1000, default="", blank=True)  # since the one before
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["template", "number"], name="one_version_per_number"),
            models.UniqueConstraint(
                fields=["template"],
                condition=Q(published_at__isnull=True),
                name="one_draft_per_template",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.template} · {self.number}"


class VersionText(SchoolOwned):
    """A version in one language: what all read first, and what each party promises."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="texts")
    language = models.CharField(max_length=10)
    title = models.CharField(max_length=200)
    opening = models.TextField(max_length=8000, default="", blank=True)
    student = models.TextField(max_length=8000, default="", blank=True)
    family = models.TextField(max_length=8000, default="", blank=True)
    site = models.TextField(max_length=8000, default="", blank=True)
    school_part = models.TextField(max_length=8000, default="", blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["version", "language"], name="one_text_per_version_and_language"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def words(self) -> dict[str, str]:
        """The text as a wording keeps it: title, opening and the part of each party."""
        parts = {party.value: self.part(party) for party in Party}
        return {"title": self.title, "opening": self.opening, **parts}

    def part(self, party: str) -> str:
        return self.school_part if party == Party.SCHOOL else str(getattr(self, party))
