"""What is on offer at a site: what, when, for how many; and its seats."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.interests.areas import Area
from kindling.kit.addresses import url
from kindling.kit.peers import PeersQuerySet
from kindling.kit.text import plain
from kindling.people.models import Student
from kindling.schools.models import SchoolOwned
from kindling.search.models import Passage
from kindling.search.passages import shelve
from kindling.sites.models.hosts import Site


class OpportunityQuerySet(PeersQuerySet["Opportunity"]):
    def for_list(self) -> OpportunityQuerySet:
        """What a list of places reads, and no more."""
        return self.select_related("site__organisation", "commute").order_by("title", "pk")

    def for_cards(self) -> OpportunityQuerySet:
        """A list with what a card says: `free_seats` and the first area as `lead_area`."""
        seats = Seat.objects.filter(opportunity=OuterRef("pk"), is_offered=True, is_taken=False)
        free = seats.order_by().values("opportunity").annotate(n=Count("pk")).values("n")
        area = OpportunityArea.objects.filter(opportunity=OuterRef("pk")).order_by("pk")
        return self.for_list().annotate(
            free_seats=Coalesce(Subquery(free), 0),
            lead_area=Coalesce(Subquery(area.values("area")[:1]), Value(Area.OTHER.value)),
        )

    def awake(self, day: date) -> OpportunityQuerySet:
        """Leave out what is at a site that rests or is left alone on that day."""
        resting = Q(site__rests_until__gte=day) | Q(site__shut_until__gte=day)
        return self.exclude(resting)

    def with_room(self, seats: int) -> OpportunityQuerySet:
        """Keep places with so many free seats."""
        free = Seat.objects.filter(opportunity=OuterRef("pk"), is_offered=True, is_taken=False)
        if seats == 1:
            return self.filter(Exists(free))
        counted = free.order_by().values("opportunity").annotate(n=Count("pk")).values("n")
        return self.alias(room=Subquery(counted)).filter(room__gte=seats)

    def refresh_words(self) -> None:
        """Fold again what search reads, after a name, a city or an area has changed."""
        places = list(self.select_related("site__organisation").prefetch_related("areas"))
        for place in places:
            place.compose_words([row.area for row in place.areas.all()])
        self.model.objects.bulk_update(places, ["words", "passage"], batch_size=200)


class Opportunity(SchoolOwned):
    """Something a student can do at a site: what, when, for how many."""

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        PAUSED = "paused", _("Paused")
        CLOSED = "closed", _("Closed")

    STEPS: ClassVar = {
        "pause": Step((State.OPEN,), State.PAUSED),
        "open": Step((State.PAUSED, State.CLOSED), State.OPEN),
        "close": Step((State.OPEN, State.PAUSED), State.CLOSED),
    }

    site = models.ForeignKey(Site, models.PROTECT, related_name="opportunities")
    title = models.CharField(max_length=200)
    what = models.TextField(max_length=4000, default="", blank=True)
    days = models.CharField(max_length=20, default="1,3")  # weekdays it is offered; Monday is 0
    starts_at = models.TimeField(null=True, blank=True)
    ends_at = models.TimeField(null=True, blank=True)
    capacity = models.PositiveSmallIntegerField(default=1)
    min_age = models.PositiveSmallIntegerField(null=True, blank=True)
    bring = models.CharField(max_length=500, default="", blank=True)
    wear = models.CharField(max_length=300, default="", blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    ask_again_on = models.DateField(null=True, blank=True)
    reminded_on = models.DateField(null=True, blank=True)  # so the clock reminds once
    words = models.TextField(default="", editable=False)  # folded text that search reads
    passage = models.ForeignKey(
        Passage, models.PROTECT, null=True, editable=False, related_name="opportunities"
    )  # the same for every place with the same words

    objects = OpportunityQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "state", "title"])]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(starts_at__isnull=True)
                | Q(ends_at__isnull=True)
                | Q(ends_at__gt=F("starts_at")),
                name="opportunity_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return url("sites:place", self.public_id)

    @property
    def weekdays(self) -> list[int]:
        return [int(day) for day in self.days.split(",") if day]

    def takes_students_on(self, day: date) -> bool:
        """Open, and its site neither rests nor is left alone on that day. Seats are another matter."""
        return self.state == self.State.OPEN and not self.site.is_quiet_on(day)

    def is_old_enough(self, student: Student, on: date) -> bool:
        """An unknown birthday does not pass a minimum age: nobody guesses about safety."""
        if self.min_age is None:
            return True
        age = student.age_on(on)
        return age is not None and age >= self.min_age

    def count_free_seats(self) -> int:
        """Seats that no live pursuit holds. One statement; lists count with `for_cards()`."""
        return self.seats.filter(is_offered=True, is_taken=False).count()

    def count_taken_seats(self) -> int:
        """Seats that a student holds now. One statement."""
        return self.seats.filter(is_taken=True).count()

    def compose_words(self, areas: list[str]) -> Opportunity:
        """Fold everything a search may look for into one text, and shelve it for search."""
        labels = [str(Area(area).label) for area in areas]
        parts = [self.title, self.site.name, self.site.organisation.name, *labels]
        # The space lets a search ask for the start of a word; the title stands first, to rank it.
        self.words = f" {plain(' '.join([*parts, self.site.city, self.what]))}"
        with translation.override("en"):
            told = ". ".join([self.what, *(str(Area(area).label) for area in areas)])
        self.passage = shelve(self.school_id, self.title, told)
        return self


class OpportunityArea(SchoolOwned):
    """This opportunity belongs to this interest area."""

    opportunity = models.ForeignKey(Opportunity, models.CASCADE, related_name="areas")
    area = models.CharField(max_length=20, choices=Area)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["opportunity", "area"], name="one_row_per_area"),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "area"])]


class Seat(SchoolOwned):
    """Room for one student. A live pursuit or placement holds it; the database sees to it."""

    opportunity = models.ForeignKey(Opportunity, models.CASCADE, related_name="seats")
    number = models.PositiveSmallIntegerField()
    is_taken = models.BooleanField(default=False)  # kept by take_seat and free_seat only
    is_offered = models.BooleanField(default=True)  # a seat that was ever used is never deleted

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["opportunity", "number"], name="one_seat_per_number"),
            models.CheckConstraint(
                condition=Q(is_offered=True) | Q(is_taken=False),
                name="a_taken_seat_is_offered",
            ),
        ]
