"""A student goes after a place, on permission until a day."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Case, F, OuterRef, Q, Subquery, When
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.kit.peers import PeersQuerySet
from kindling.people.models import Student
from kindling.schools.models import School, SchoolOwned
from kindling.sites.models import Opportunity, Seat


class PursuitQuerySet(PeersQuerySet["Pursuit"]):
    def live(self) -> PursuitQuerySet:
        """Those that hold a seat."""
        return self.filter(state__in=Pursuit.LIVE)

    def in_line(self) -> PursuitQuerySet:
        """Those that wait for a seat, and those to whom one is offered."""
        return self.filter(state__in=Pursuit.IN_LINE)

    def open(self) -> PursuitQuerySet:
        """Those on which somebody still has to act before an internship starts."""
        return self.filter(state__in=Pursuit.OPEN)

    def for_list(self) -> PursuitQuerySet:
        """What a list of pursuits reads, and no more."""
        related = ("student__person", "opportunity__site__organisation", "seat")
        return self.select_related(*related).order_by("-created_at", "-pk")

    def for_board(self) -> PursuitQuerySet:
        """For a list by state: with the kind of the last try, whose move it is first."""
        tries = Attempt.objects.filter(pursuit=OuterRef("pk")).order_by("-at", "-pk")
        ranks = [When(state=state, then=rank) for rank, state in enumerate(Pursuit.State.values)]
        return (
            self.for_list()
            .annotate(last_kind=Subquery(tries.values("kind")[:1]), rank=Case(*ranks))
            .order_by("rank", F("until_on").asc(nulls_last=True), "created_at", "pk")
        )


class EndedWhy(models.TextChoices):
    """Why a pursuit came to nothing, as far as a short list can say it. Counted, never by name."""

    TRAVEL = "travel", _("Too far, or no way to get there")
    PAPERS = "papers", _("Paperwork")
    AGE = "age", _("Too young for it")
    SILENCE = "silence", _("No answer")
    ELSEWHERE = "elsewhere", _("Another place instead")
    FIT = "fit", _("It did not fit")
    OTHER = "other", _("Something else")


class Pursuit(SchoolOwned):
    """A student goes after a place: asks, is allowed until a date, tries, lands or not."""

    class State(models.TextChoices):
        # In the order in which lists show them: first where somebody waits for an answer.
        REQUESTED = "requested", _("Asked")
        START_REQUESTED = "start_requested", _("Wants to start")
        OFFERED = "offered", _("A seat is offered")
        APPROVED = "approved", _("Go ahead")
        QUEUED = "queued", _("In the queue")
        LANDED = "landed", _("Landed")
        DECLINED = "declined", _("Not now")
        WITHDRAWN = "withdrawn", _("Taken back")
        LAPSED = "lapsed", _("Ran out of time")
        CLOSED = "closed", _("Finished")

    # While one of these holds, the seat is nobody else's.
    LIVE: ClassVar = (State.APPROVED, State.START_REQUESTED, State.LANDED)
    OPEN: ClassVar = (State.REQUESTED, State.APPROVED, State.START_REQUESTED)
    # In the queue for a place: these count towards no limit.
    IN_LINE: ClassVar = (State.QUEUED, State.OFFERED)
    UNDER_WAY: ClassVar = (*OPEN, *IN_LINE)

    STEPS: ClassVar = {
        "queue": Step((State.REQUESTED,), State.QUEUED),
        "offer": Step((State.QUEUED,), State.OFFERED),
        "accept": Step((State.OFFERED,), State.REQUESTED),
        "pass_on": Step((State.OFFERED,), State.LAPSED),
        "approve": Step((State.REQUESTED,), State.APPROVED),
        "decline": Step((State.REQUESTED,), State.DECLINED),
        "part": Step(OPEN, State.DECLINED),
        "withdraw": Step(UNDER_WAY, State.WITHDRAWN),
        "extend": Step((State.APPROVED,), State.APPROVED),
        "lapse": Step((State.APPROVED,), State.LAPSED),
        "request_start": Step((State.APPROVED,), State.START_REQUESTED),
        "return": Step((State.START_REQUESTED,), State.APPROVED),
        "start": Step((State.START_REQUESTED,), State.LANDED),
        "close": Step((State.LANDED,), State.CLOSED),
    }

    student = models.ForeignKey(Student, models.PROTECT, related_name="pursuits")
    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="pursuits")
    seat = models.ForeignKey(Seat, models.PROTECT, null=True, blank=True, related_name="pursuits")
    why = models.TextField(max_length=2000)
    state = models.CharField(max_length=20, choices=State, default=State.REQUESTED)
    # The last day of the permission, or of the offer while a seat is offered.
    until_on = models.DateField(null=True, blank=True)
    queued_at = models.DateTimeField(null=True, blank=True)  # since when it counts in the queue
    # Whose word is asked for now, where the school asks several; "": as usual.
    holder = models.CharField(max_length=20, default="", blank=True)
    approved_on = models.DateField(null=True, blank=True)
    warned_on = models.DateField(null=True, blank=True)
    hand_on = models.DateField(null=True, blank=True)  # the advisor heard that it is stuck
    reason = models.TextField(max_length=1000, default="", blank=True)  # of the last decision
    ended_why = models.CharField(max_length=10, choices=EndedWhy, default="", blank=True)
    start_note = models.TextField(max_length=2000, default="", blank=True)
    last_attempt_at = models.DateTimeField(null=True, blank=True)
    attempts_count = models.PositiveSmallIntegerField(default=0)

    objects = PursuitQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["seat"],
                condition=Q(
                    state__in=["requested", "offered", "approved", "start_requested", "landed"]
                ),
                name="one_live_pursuit_per_seat",
            ),
            models.UniqueConstraint(
                fields=["student", "opportunity"],
                condition=Q(
                    state__in=[
                        "requested",
                        "queued",
                        "offered",
                        "approved",
                        "start_requested",
                        "landed",
                    ]
                ),
                name="one_pursuit_per_student_and_place",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["offered", "approved", "start_requested", "landed"])
                | Q(seat__isnull=False),
                name="a_live_pursuit_holds_a_seat",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "state", "until_on"])]

    def __str__(self) -> str:
        return f"{self.student} · {self.opportunity}"

    def get_absolute_url(self) -> str:
        return url("placements:pursuit", self.public_id)

    def hand_to(self, role: str) -> None:
        """Keep whose word is asked for now, for lists and rules; "" is as usual."""
        Pursuit.objects.filter(pk=self.pk).update(holder=role)
        self.holder = role

    def last_try_on(self, school: School) -> date | None:
        """The day of the last try, by the clock of the school (the caller's: no statement)."""
        at = self.last_attempt_at
        return at.astimezone(school.zone).date() if at else None

    def quiet_days(self, school: School) -> int:
        """Days since the last try, or since the yes."""
        today = school.today()
        heard = max(filter(None, [self.last_try_on(school), self.approved_on]), default=today)
        return (today - heard).days

    def days_left(self, today: date) -> int | None:
        """Days until the permission runs out; 0 on its last day; None without a date."""
        return None if self.until_on is None else (self.until_on - today).days


class Attempt(SchoolOwned):
    """One try to reach a place, logged in a tap."""

    class Kind(models.TextChoices):
        CALLED = "called", _("Called, talked to someone")
        NO_ANSWER = "no_answer", _("No answer")
        WROTE = "wrote", _("Wrote to them")
        VISITED = "visited", _("Went there")
        BOOKED = "booked", _("Visit booked")
        DECLINED = "declined", _("They said no")

    pursuit = models.ForeignKey(Pursuit, models.CASCADE, related_name="attempts")
    kind = models.CharField(max_length=12, choices=Kind)
    note = models.CharField(max_length=500, default="", blank=True)
    at = models.DateTimeField()
    tap = models.CharField(max_length=40, null=True, blank=True)  # noqa: DJ001 (unique: a double tap)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["pursuit", "tap"], name="one_attempt_per_tap"),
        ]
