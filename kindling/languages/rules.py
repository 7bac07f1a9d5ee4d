"""Who reads how far each language is: everybody who works here."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from kindling.agreements.models import VersionText
from kindling.agreements.rules import visible_versions
from kindling.schools.models import Membership, Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def may_see_languages(viewer: Viewer) -> bool:
    """Staff; no pass."""
    return viewer.is_staff and not viewer.purpose


def readers_by_language(viewer: Viewer) -> dict[str, int]:
    """How many people of families and mentors of today read which language; numbers, no names."""
    today = viewer.school.today()
    hats: QuerySet[Membership] = Membership.objects.filter(
        school=viewer.school, role__in=[Role.GUARDIAN, Role.MENTOR], since_on__lte=today
    )
    hats = hats.filter(Q(until_on__isnull=True) | Q(until_on__gte=today))
    people = Person.objects.filter(pk__in=hats.values("person")).exclude(language="")
    counted = people.values_list("language").annotate(num=Count("pk")).order_by("language")
    return dict(counted)


def agreement_texts(viewer: Viewer) -> QuerySet[VersionText]:
    """The published words of agreements in use, for whoever keeps them."""
    live = visible_versions(viewer).filter(template__state="live", published_at__isnull=False)
    rows = VersionText.objects.filter(school=viewer.school, version__in=live.values("pk"))
    return rows.select_related("version__template", "version__published_by")
