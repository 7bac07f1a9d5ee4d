"""One project: what it asks, what it makes, for whom, and where it stands."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.kit.peers import PeersQuerySet
from kindling.meetings.models import Meeting
from kindling.placements.models import Placement
from kindling.projects.models.choice import ProjectChoice
from kindling.projects.models.templates import Kind, Template
from kindling.schools.models import Person, SchoolOwned

# What a proposal says, in the order in which it is written; each is saved by itself.
FIELDS = ("title", "question", "product", "benefit", "research", "aims")


class ProjectQuerySet(PeersQuerySet["Project"]):
    def for_list(self) -> ProjectQuerySet:
        """What a list of projects reads, and no more; its members come with one statement."""
        return self.select_related("placement__site", "mentor", "setup_meeting").order_by(
            "-begun_on", "-pk"
        )


class Project(SchoolOwned):
    """A piece of work with a question and a product. Its members are rows of `Member`.

    `stamp` is the hash of everything a yes is given to (projects.content); a yes keeps the stamp
    it was given to, and counts while that is the project's.
    """

    class State(models.TextChoices):
        IDEA = "idea", _("Idea")
        PLANNING = "planning", _("Writing the proposal")
        PROPOSED = "proposed", _("Waits for a yes")
        RETURNED = "returned", _("Look at it again")
        WORKING = "working", _("At work")
        DELIVERED = "delivered", _("Delivered")
        JUDGED = "judged", _("Judged")
        CLOSED = "closed", _("Closed")
        DROPPED = "dropped", _("Set aside")

    STEPS: ClassVar = {
        "plan": Step((State.IDEA,), State.PLANNING),
        "propose": Step((State.IDEA, State.PLANNING, State.RETURNED), State.PROPOSED),
        "return": Step((State.PROPOSED,), State.RETURNED),
        "approve": Step((State.PROPOSED,), State.WORKING),
        "reopen": Step((State.PROPOSED, State.WORKING), State.PLANNING),
        "deliver": Step((State.WORKING,), State.DELIVERED),
        "redo": Step((State.DELIVERED,), State.WORKING),
        "judge": Step((State.DELIVERED,), State.JUDGED),
        "close": Step((State.JUDGED,), State.CLOSED),
        "drop": Step(
            (State.IDEA, State.PLANNING, State.PROPOSED, State.RETURNED, State.WORKING),
            State.DROPPED,
        ),
        "take_up": Step((State.DROPPED,), State.PLANNING),
    }
    WRITABLE: ClassVar = (State.IDEA, State.PLANNING, State.PROPOSED, State.RETURNED)
    OPEN: ClassVar = (*WRITABLE, State.WORKING, State.DELIVERED, State.JUDGED)

    kind = models.CharField(max_length=10, choices=Kind, default=Kind.INTERNSHIP)
    state = models.CharField(max_length=10, choices=State, default=State.IDEA)
    placement = models.ForeignKey(
        Placement, models.PROTECT, null=True, blank=True, related_name="projects"
    )
    mentor = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    template = models.ForeignKey(Template, models.SET_NULL, null=True, related_name="+")
    begun_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    begun_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)

    title = models.CharField(max_length=120)
    question = models.TextField(max_length=1000, default="", blank=True)
    product = models.TextField(max_length=2000, default="", blank=True)
    benefit = models.TextField(max_length=2000, default="", blank=True)  # who gains, and how
    research = models.TextField(max_length=4000, default="", blank=True)
    aims = models.TextField(max_length=2000, default="", blank=True)  # to learn, in own words
    stamp = models.CharField(max_length=40, default="", blank=True)

    # When the meeting would be good (proposed to the advisor), where it is booked, what came of it.
    setup_meeting = models.ForeignKey(
        Meeting, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    meet_at = models.DateTimeField(null=True, blank=True)
    met_on = models.DateField(null=True, blank=True)
    meeting_notes = models.TextField(max_length=4000, default="", blank=True)

    proposed_at = models.DateTimeField(null=True, blank=True)
    advisor_stamp = models.CharField(max_length=40, default="", blank=True)
    mentor_stamp = models.CharField(max_length=40, default="", blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)  # the first time; families read on
    reason = models.TextField(max_length=2000, default="", blank=True)  # returned or set aside
    next_due_on = models.DateField(null=True, blank=True)  # of the first step that is not done

    delivered_on = models.DateField(null=True, blank=True)
    delivered_to = models.CharField(max_length=200, default="", blank=True)
    delivered_words = models.TextField(max_length=2000, default="", blank=True)
    delivered_link = models.URLField(max_length=500, default="", blank=True)
    advisor_judged_at = models.DateTimeField(null=True, blank=True)
    mentor_judged_at = models.DateTimeField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    objects = ProjectQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind="internship") | Q(placement__isnull=True),
                name="only_an_internship_project_has_an_internship",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "state"]),
            models.Index(fields=["placement", "state"]),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return url("projects:project", self.public_id)

    def lock(self) -> None:
        """Wait for whoever writes it in the same moment, and read what they left."""
        rows = Project.objects.select_for_update()
        self.refresh_from_db(
            fields=["state", "stamp", "advisor_stamp", "mentor_stamp", "mentor_judged_at",
                    "advisor_judged_at", *FIELDS],
            from_queryset=rows,
        )  # fmt: skip

    @property
    def is_open(self) -> bool:
        return self.state in Project.OPEN

    @property
    def is_writable(self) -> bool:
        """Whether the proposal may be written now."""
        return self.state in Project.WRITABLE

    @property
    def is_approved(self) -> bool:
        return self.state in ("working", "delivered", "judged", "closed")

    def wants_mentor(self) -> bool:
        """Whether a yes of the mentor is wanted. One statement where there is a mentor."""
        return self.mentor_id is not None and ProjectChoice.of(self.school).needs_mentor
