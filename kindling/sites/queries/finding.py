"""Find places by words, area and day, and only those open to this student."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Page
from django.db.models import BooleanField, Case, Exists, F, IntegerField, OuterRef, Q, Value, When
from django.db.models.functions import StrIndex
from django.http import QueryDict
from django.utils.translation import gettext as _

from kindling.interests.areas import Area
from kindling.kit.paging import page_of
from kindling.kit.text import plain
from kindling.people.models import Student
from kindling.schools.http import ViewerRequest
from kindling.schools.listing import listing
from kindling.schools.viewer import Viewer
from kindling.sites import rules
from kindling.sites.models import Opportunity, OpportunityQuerySet

MOST_WORDS = 8  # a longer search says no more
WEEK = range(7)


@dataclass(frozen=True)
class Filters:
    """What the address asks for. Anything it can't mean is left out, never an error."""

    q: str = ""
    areas: tuple[str, ...] = ()
    days: tuple[int, ...] = ()
    is_open: bool = False
    state: str = ""

    @classmethod
    def read(cls, asked: QueryDict, viewer: Viewer) -> Filters:
        """Read ?q= &area= (many) &day= (many; Monday is 0) &open=1 &state= (for keepers)."""
        states = {*Opportunity.State.values, "all"} if rules.may_edit_places(viewer) else set()
        days = {int(day) for day in asked.getlist("day") if day in {str(n) for n in WEEK}}
        return cls(
            q=" ".join(asked.get("q", "").replace("\0", " ").split())[:100],
            areas=tuple(area for area in Area.values if area in asked.getlist("area")),
            days=tuple(sorted(days)),
            is_open=asked.get("open") == "1",
            state=asked.get("state", "") if asked.get("state") in states else "",
        )

    @property
    def words(self) -> list[str]:
        return plain(self.q).split()[:MOST_WORDS]

    @property
    def is_empty(self) -> bool:
        return self == Filters()

    @property
    def query(self) -> str:
        """The filters as they stand in an address, for links to other pages of the list."""
        pairs: list[tuple[str, str]] = [("q", self.q)] if self.q else []
        pairs += [("area", area) for area in self.areas]
        pairs += [("day", str(day)) for day in self.days]
        pairs += [("open", "1")] if self.is_open else []
        return urlencode([*pairs, *([("state", self.state)] if self.state else [])])


def page_of_places(
    request: ViewerRequest, filters: Filters, student: Student | None, size: int
) -> Page[Opportunity]:
    """A page of the places that fit. Two statements, whose SQL is kept unless words are asked for."""
    if filters.q or (filters.is_open and student is not None):
        return page_of(request, find_places(request.viewer, filters, student), size)
    return places_by_title.page(request, filters, size=size)


@listing
def places_by_title(viewer: Viewer, filters: Filters) -> OpportunityQuerySet:
    """The places that fit, whoever asks."""
    return find_places(viewer, filters, None)


def find_places(viewer: Viewer, filters: Filters, student: Student | None) -> OpportunityQuerySet:
    """Return the places that fit, best first: words at the start of the title, then the title."""
    places = in_state(rules.visible_opportunities(viewer), filters.state).for_cards()
    for word in filters.words:
        places = places.filter(words__contains=word)
    if filters.areas:
        wanted = rules.visible_areas(viewer).filter(area__in=filters.areas)
        places = places.filter(Exists(wanted.filter(opportunity=OuterRef("pk"))))
    if filters.days:
        fits = Q(pk__in=[])
        for day in filters.days:
            fits |= Q(days__contains=str(day))
        places = places.filter(fits)
    if filters.is_open:
        places = open_to(places, viewer, student)
    return ranked(with_wishes(places, viewer), filters.words)


def in_state(places: OpportunityQuerySet, state: str) -> OpportunityQuerySet:
    """Closed places stay out of the list unless asked for."""
    if state == "all":
        return places
    return places.filter(state=state) if state else places.exclude(state=Opportunity.State.CLOSED)


def open_to(
    places: OpportunityQuerySet, viewer: Viewer, student: Student | None
) -> OpportunityQuerySet:
    """Keep of `for_cards()` what `openness_of` would call open: free, taking students, old enough."""
    places = places.filter(Q(("free_seats__gt", 0)), state=Opportunity.State.OPEN)
    if student is None:
        return places
    age = student.age_on(viewer.school.today())
    old_enough = Q(min_age__isnull=True)
    return places.filter(old_enough if age is None else old_enough | Q(min_age__lte=age))


def with_wishes(places: OpportunityQuerySet, viewer: Viewer) -> OpportunityQuerySet:
    """Add `is_wished`: the place is on the viewer's own wish list."""
    if not rules.may_wish(viewer):
        return places.annotate(is_wished=Value(False, output_field=BooleanField()))
    mine = rules.visible_wishes(viewer).filter(opportunity=OuterRef("pk"))
    return places.annotate(is_wished=Exists(mine))


def ranked(places: OpportunityQuerySet, words: list[str]) -> OpportunityQuerySet:
    """Words that begin a word count before words inside one; then what stands further ahead."""
    if not words:
        return places
    inside, ahead = Value(0, output_field=IntegerField()), Value(0, output_field=IntegerField())
    for word in words:
        begins = When(words__contains=f" {word}", then=Value(0))
        inside = inside + Case(begins, default=Value(1), output_field=IntegerField())  # type: ignore[assignment]
        ahead = ahead + StrIndex(F("words"), Value(word))  # type: ignore[assignment]
    return places.order_by(inside, ahead, "title", "pk")


def state_choices() -> list[tuple[str, str]]:
    """What a keeper may list."""
    return [
        ("", _("Open and paused")),
        ("open", _("Open")),
        ("paused", _("Paused")),
        ("closed", _("Closed")),
        ("all", _("All")),
    ]
