"""What is counted for whoever recruits places. Numbers only: nobody's wish is read here."""

from __future__ import annotations

from django.db.models import QuerySet

from kindling.exploring.rules.records import may_count_demand
from kindling.interests.models import Interest
from kindling.people.models import Student
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity, OpportunityQuerySet, Wish


def counted_interests(viewer: Viewer) -> QuerySet[Interest]:
    """Interests that are shared and still matter, of enrolled students. Private ones never."""
    rows: QuerySet[Interest] = Interest.objects.filter(
        school=viewer.school, shared_on__isnull=False, ended_on__isnull=True,
        student__state=Student.State.ENROLLED,
    )  # fmt: skip
    return rows if may_count_demand(viewer) else rows.none()


def counted_wishes(viewer: Viewer) -> QuerySet[Wish]:
    """Wishes of enrolled students, to be added up and never shown one by one."""
    rows: QuerySet[Wish] = Wish.objects.filter(
        school=viewer.school, student__state=Student.State.ENROLLED
    )
    return rows if may_count_demand(viewer) else rows.none()


def open_places(viewer: Viewer) -> QuerySet[Opportunity]:
    """Places that would take somebody today: open, with a free seat."""
    places: OpportunityQuerySet = Opportunity.objects.filter(
        school=viewer.school, state=Opportunity.State.OPEN,
        seats__is_offered=True, seats__is_taken=False,
    )  # fmt: skip
    return places.awake(viewer.school.today()).distinct()


def places_named(viewer: Viewer, keys: list[int]) -> QuerySet[Opportunity]:
    """These places, for a page that counts."""
    rows: QuerySet[Opportunity] = Opportunity.objects.filter(school=viewer.school, pk__in=keys)
    return rows.select_related("site__organisation")
