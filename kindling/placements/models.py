"""From permission to pursue to the last day of an internship."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from typing import Any, ClassVar

from django.db import models
from django.db.models import Case, F, OuterRef, Q, Subquery, When
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.kit.peers import PeersQuerySet
from kindling.people.models import Student
from kindling.placements.timetable import Slot, named_day
from kindling.schools.models import Person, SchoolOwned
from kindling.sites.models import Opportunity, Seat, Site


class PursuitQuerySet(PeersQuerySet["Pursuit"]):
    def live(self) -> PursuitQuerySet:
        """Those that hold a seat."""
        return self.filter(state__in=Pursuit.LIVE)

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


class Pursuit(SchoolOwned):
    """A student goes after a place: asks, is allowed until a date, tries, lands or not."""

    class State(models.TextChoices):
        # In the order in which lists show them: first where somebody waits for an answer.
        REQUESTED = "requested", _("Asked")
        START_REQUESTED = "start_requested", _("Wants to start")
        APPROVED = "approved", _("Go ahead")
        LANDED = "landed", _("Landed")
        DECLINED = "declined", _("Not now")
        WITHDRAWN = "withdrawn", _("Taken back")
        LAPSED = "lapsed", _("Ran out of time")
        CLOSED = "closed", _("Finished")

    # While one of these holds, the seat is nobody else's.
    LIVE: ClassVar = (State.APPROVED, State.START_REQUESTED, State.LANDED)
    OPEN: ClassVar = (State.REQUESTED, State.APPROVED, State.START_REQUESTED)

    STEPS: ClassVar = {
        "approve": Step((State.REQUESTED,), State.APPROVED),
        "decline": Step((State.REQUESTED,), State.DECLINED),
        "withdraw": Step((State.REQUESTED, State.APPROVED, State.START_REQUESTED), State.WITHDRAWN),
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
    until_on = models.DateField(null=True, blank=True)  # the last day of the permission
    approved_on = models.DateField(null=True, blank=True)
    warned_on = models.DateField(null=True, blank=True)
    reason = models.TextField(max_length=1000, default="", blank=True)  # of the last decision
    start_note = models.TextField(max_length=2000, default="", blank=True)
    last_attempt_at = models.DateTimeField(null=True, blank=True)
    attempts_count = models.PositiveSmallIntegerField(default=0)

    objects = PursuitQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["seat"],
                condition=Q(state__in=["approved", "start_requested", "landed"]),
                name="one_live_pursuit_per_seat",
            ),
            models.UniqueConstraint(
                fields=["student", "opportunity"],
                condition=Q(state__in=["requested", "approved", "start_requested", "landed"]),
                name="one_pursuit_per_student_and_place",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["approved", "start_requested", "landed"])
                | Q(seat__isnull=False),
                name="a_live_pursuit_holds_a_seat",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "state", "until_on"])]

    def __str__(self) -> str:
        return f"{self.student} · {self.opportunity}"

    def get_absolute_url(self) -> str:
        return url("placements:pursuit", self.public_id)

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


class PlacementQuerySet(PeersQuerySet["Placement"]):
    def running(self) -> PlacementQuerySet:
        """Internships that have not ended, also those somebody asked to end."""
        return self.filter(state__in=Placement.RUNNING)

    def for_list(self) -> PlacementQuerySet:
        """What a list of internships reads, and no more."""
        related = ("student__person", "site__organisation", "mentor", "opportunity")
        return self.select_related(*related).order_by("-starts_on", "-pk")


class Placement(SchoolOwned):
    """An internship: this student, this site, this mentor, these weekdays."""

    class State(models.TextChoices):
        ACTIVE = "active", _("Running")
        ENDING = "ending", _("Asked to end")
        PAUSED = "paused", _("Paused")
        ENDED = "ended", _("Ended")

    RUNNING: ClassVar = (State.ACTIVE, State.ENDING, State.PAUSED)

    STEPS: ClassVar = {
        "request_end": Step((State.ACTIVE,), State.ENDING),
        "keep": Step((State.ENDING,), State.ACTIVE),
        "pause": Step((State.ACTIVE, State.ENDING), State.PAUSED),
        "resume": Step((State.PAUSED,), State.ACTIVE),
        "end": Step((State.ACTIVE, State.ENDING, State.PAUSED), State.ENDED),
    }

    pursuit = models.OneToOneField(Pursuit, models.PROTECT, related_name="placement")
    student = models.ForeignKey(Student, models.PROTECT, related_name="placements")
    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="placements")
    site = models.ForeignKey(Site, models.PROTECT, related_name="placements")
    mentor = models.ForeignKey(Person, models.PROTECT, related_name="mentored")
    state = models.CharField(max_length=10, choices=State, default=State.ACTIVE)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)  # the last day counts
    goals = models.TextField(max_length=4000, default="", blank=True)
    end_reason = models.TextField(max_length=1000, default="", blank=True)
    end_asked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    # While paused: the planned days as they were, [weekday, from, to, since, until].
    paused_days = models.JSONField(default=list, blank=True)

    objects = PlacementQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="placement_ends_after_it_starts",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "state"]),
            models.Index(fields=["student", "state"]),
        ]

    def __str__(self) -> str:
        return f"{self.student} · {self.site}"

    def get_absolute_url(self) -> str:
        return url("placements:detail", self.public_id)

    def plan_days(self, slots: Iterable[Slot], *, since_on: date) -> None:
        """Write the weekdays, from a day until the internship's last."""
        rows = [
            PlannedDay(
                school_id=self.school_id,
                placement=self,
                since_on=since_on,
                until_on=self.ends_on,
                **slot._asdict(),
            )
            for slot in slots
        ]
        PlannedDay.objects.bulk_create(rows)
        self._forget_days()

    def stop_days(self, last_on: date) -> None:
        """Let no day be planned after `last_on`. Rows that never came into force go."""
        days = PlannedDay.objects.filter(placement=self)
        days.filter(since_on__gt=last_on).delete()
        days.filter(Q(until_on__isnull=True) | Q(until_on__gt=last_on)).update(until_on=last_on)
        self._forget_days()

    def days_to_keep(self, today: date) -> list[list[Any]]:
        """What is planned from today on, as `paused_days` keeps it."""
        rows = PlannedDay.objects.filter(placement=self).order_by("since_on", "weekday")
        rows = rows.filter(Q(until_on__isnull=True) | Q(until_on__gte=today))
        kept = rows.values_list("weekday", "starts_at", "ends_at", "since_on", "until_on")
        return [
            [day, f"{starts:%H:%M}", f"{ends:%H:%M}", since.isoformat(), str(until or "")]
            for day, starts, ends, since, until in kept
        ]

    def plan_kept_days(self, kept: Iterable[list[Any]], *, since_on: date) -> None:
        """Write planned days as they were before a pause, from a day on."""
        rows = []
        for weekday, starts, ends, since, until in kept:
            last = date.fromisoformat(until) if until else None
            if last is None or last >= since_on:
                begins = max(date.fromisoformat(since), since_on)
                times = {
                    "starts_at": time.fromisoformat(starts),
                    "ends_at": time.fromisoformat(ends),
                }
                span = {"weekday": weekday, "since_on": begins, "until_on": last}
                rows.append(PlannedDay(school_id=self.school_id, placement=self, **times, **span))
        PlannedDay.objects.bulk_create(rows)
        self._forget_days()

    def _forget_days(self) -> None:
        """Read the days anew where they had been prefetched: an answer tells what holds now."""
        getattr(self, "_prefetched_objects_cache", {}).pop("planned_days", None)


class PlannedDay(SchoolOwned):
    """A weekday on which the student is expected at the site, from one date until another.

    Dated, so that a new timetable does not rewrite which days were expected before it.
    """

    placement = models.ForeignKey(Placement, models.CASCADE, related_name="planned_days")
    weekday = models.PositiveSmallIntegerField()  # Monday is 0
    letter = models.CharField(max_length=1, default="", blank=True)  # A or B weeks; "": every week
    starts_at = models.TimeField()
    ends_at = models.TimeField()
    since_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)  # the last day counts

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="planned_day_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(weekday__gte=0, weekday__lte=6), name="planned_day_is_a_weekday"
            ),
            models.UniqueConstraint(
                fields=["placement", "weekday", "letter", "since_on"],
                name="one_time_per_planned_weekday",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "weekday", "placement"])]

    @property
    def weekday_name(self) -> str:
        """The day in the reader's language."""
        return named_day(self.weekday, self.letter)

    @property
    def times(self) -> tuple[time, time]:
        return self.starts_at, self.ends_at
