"""One agreement between people, its words, and who signs it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kindling.agreements.models.templates import Kind, Party, Template, Version
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.kit.peers import PeersQuerySet
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned
from kindling.sites.models import Opportunity, Site


class AgreementQuerySet(PeersQuerySet["Agreement"]):
    def open(self) -> AgreementQuerySet:
        """Those that wait for somebody."""
        return self.filter(state__in=(Agreement.State.OPEN, Agreement.State.DECLINED))

    def in_force(self, day: date) -> AgreementQuerySet:
        """Signed by everybody, and counting on that day. Ended early, its last day still counts."""
        return self.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=day),
            state__in=(Agreement.State.COMPLETE, Agreement.State.ENDED),
            starts_on__lte=day,
        )

    def about(self, student: int, opportunity: int, site: int) -> AgreementQuerySet:
        """What holds for this student at this place: theirs, the place's own, the site's own."""
        here = Q(opportunity=opportunity) | Q(opportunity__isnull=True)
        theirs = Q(student=student) & here & (Q(site__isnull=True) | Q(site=site))
        return self.filter(theirs | Q(student__isnull=True, site=site))

    def for_list(self) -> AgreementQuerySet:
        related = ("template", "version", "student__person", "opportunity__site", "site")
        return self.select_related(*related).order_by("-created_at", "-pk")


class Agreement(SchoolOwned):
    """What a student, a family, a site and the school sign; or some of them.

    It is about a student at a place, about a student alone, or about a site alone.
    """

    class State(models.TextChoices):
        OPEN = "open", _("Being signed")
        DECLINED = "declined", _("Somebody said no")
        COMPLETE = "complete", _("Signed by everybody")
        VOID = "void", _("Taken back")
        ENDED = "ended", _("Ended early")

    STEPS: ClassVar = {
        "complete": Step((State.OPEN,), State.COMPLETE),
        "decline": Step((State.OPEN,), State.DECLINED),
        "reopen": Step((State.DECLINED,), State.OPEN),
        "void": Step((State.OPEN, State.DECLINED), State.VOID),
        "end": Step((State.COMPLETE,), State.ENDED),
    }

    template = models.ForeignKey(Template, models.PROTECT, related_name="agreements")
    version = models.ForeignKey(Version, models.PROTECT, related_name="agreements")
    kind = models.CharField(max_length=12, choices=Kind)  # the template's, when it was made
    student = models.ForeignKey(Student, models.PROTECT, null=True, related_name="agreements")
    opportunity = models.ForeignKey(
        Opportunity, models.PROTECT, null=True, related_name="agreements"
    )
    site = models.ForeignKey(Site, models.PROTECT, null=True, related_name="agreements")
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)  # the last day counts
    number = models.PositiveSmallIntegerField(default=1)  # of the wording that is signed now
    content_hash = models.CharField(max_length=64)  # of that wording
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    completed_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=500, default="", blank=True)  # why taken back or ended

    objects = AgreementQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(student__isnull=False) | Q(site__isnull=False),
                name="agreement_is_about_somebody",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="agreement_ends_after_it_starts",
            ),
            models.UniqueConstraint(
                fields=["template", "student", "opportunity"],
                condition=Q(state__in=["open", "declined"]),
                name="one_open_agreement_per_pair",
            ),
            models.UniqueConstraint(
                fields=["template", "student"],
                condition=Q(state__in=["open", "declined"], opportunity__isnull=True),
                name="one_open_agreement_per_student",
            ),
            models.UniqueConstraint(
                fields=["template", "site"],
                condition=Q(state__in=["open", "declined"], student__isnull=True),
                name="one_open_agreement_per_site",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "state", "-created_at"]),
            models.Index(fields=["student", "kind", "state"]),
            models.Index(fields=["school", "ends_on"]),
        ]

    def __str__(self) -> str:
        return self.template.label

    def get_absolute_url(self) -> str:
        return url("agreements:agreement", self.public_id)

    def holds_on(self, day: date) -> bool:
        """The same as `in_force`, of one that is read already."""
        is_signed = self.state in (self.State.COMPLETE, self.State.ENDED)
        return is_signed and self.starts_on <= day <= (self.ends_on or day)

    @property
    def is_open(self) -> bool:
        return self.state in (self.State.OPEN, self.State.DECLINED)

    @property
    def place(self) -> str:
        """Where, in a word: the site's name, or nothing."""
        if self.opportunity:
            return self.opportunity.site.name
        return self.site.name if self.site else ""


class Wording(SchoolOwned):
    """The words of an agreement with everything filled in, in each language. Written once."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="wordings")
    number = models.PositiveSmallIntegerField()
    version = models.ForeignKey(Version, models.PROTECT, related_name="+")
    content = models.JSONField()
    content_hash = models.CharField(max_length=64)  # its address: SHA-256 of the content
    changes = models.CharField(max_length=1000, default="", blank=True)  # since the one before
    made_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agreement", "number"], name="one_wording_per_number"),
        ]


class Signer(SchoolOwned):
    """Who signs for one party."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Has to sign")
        SIGNED = "signed", _("Signed")
        DECLINED = "declined", _("Said no")

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="signers")
    party = models.CharField(max_length=8, choices=Party)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    asked_at = models.DateTimeField(null=True)  # the last letter to them
    asks = models.PositiveSmallIntegerField(default=0)
    answered_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=500, default="", blank=True)  # why they said no

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agreement", "party"], name="one_signer_per_party"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "state", "asked_at"]),
            models.Index(fields=["person", "state"]),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {Party(self.party).label}"
