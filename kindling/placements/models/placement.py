"""An internship, with the days that are planned for it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.kit.peers import PeersQuerySet
from kindling.people.models import Student
from kindling.placements.models.planned_day import PlannedDay
from kindling.placements.models.pursuit import Pursuit
from kindling.placements.timetable import Slot
from kindling.schools.models import Person, SchoolOwned
from kindling.sites.models import Opportunity, Site


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
