"""What search reads of a school: which texts its places have, and what its sites are called."""

from __future__ import annotations

from kindling.schools.models import School
from kindling.search.shelves import Contents
from kindling.sites.models import Opportunity, Site


def contents_of(school: School) -> Contents:
    """Read all of it, whoever may see which: search.shelves keeps it, the rules come after."""
    told = Opportunity.objects.filter(school=school, passage__isnull=False).order_by()
    rows = Site.objects.filter(school=school).order_by("pk")
    names = rows.values_list("pk", "name", "organisation__name", "city")
    return Contents(
        passages=sorted(told.values_list("passage_id", flat=True).distinct()),
        names=[(pk, " ".join(dict.fromkeys(parts))) for pk, *parts in names.iterator()],
    )
