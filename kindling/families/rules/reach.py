"""Which families staff reach, and when each last opened their letter."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time

from django.db.models import Exists, Max, OuterRef, Q, QuerySet, Subquery

from kindling.families.rules.family import FAMILY_WEEK, guardians_written_to
from kindling.notices.models import Notice
from kindling.passes.models import Pass, PassUse
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import guardian_ties, own_advisees
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


def may_open_desk(viewer: Viewer) -> bool:
    """Advisors and leaders."""
    return not viewer.purpose and (viewer.is_leader or own_advisees(viewer).exists())


def children_named(viewer: Viewer, people: Iterable[Person]) -> dict[int, list[str]]:
    """Guardian's key → first names of the children about whom they get letters. One statement.

    Of whom the viewer does not see nothing is said.
    """
    ties = guardian_ties(Matter.TOLD, viewer.school.today()).filter(
        school=viewer.school, adult__in=people, student__state=Student.State.ENROLLED
    )
    if not viewer.is_leader:
        ties = ties.filter(student__in=own_advisees(viewer))
    found: dict[int, list[str]] = {}
    for tie in ties.select_related("student__person").order_by("student__person__sort_name", "pk"):
        found.setdefault(tie.adult_id, []).append(tie.student.first)
    return found


def letters_to(people: Iterable[Person]) -> dict[int, tuple[datetime, datetime | None]]:
    """Guardian's key → when the last link was made, and when one was last opened. One statement."""
    opened = Max("uses__at", filter=Q(uses__what__in=("opened", "used")))
    rows = Pass.objects.filter(bearer__in=people, purpose=FAMILY_WEEK).order_by()
    told = rows.values("bearer").annotate(sent=Max("created_at"), opened=opened)
    return {row["bearer"]: (row["sent"], row["opened"]) for row in told}


def without_letter(guardians: QuerySet[Person]) -> QuerySet[Person]:
    """Of these, who has never been sent a link."""
    written = Pass.objects.filter(bearer__in=guardians, purpose=FAMILY_WEEK)
    return guardians.exclude(pk__in=written.values("bearer"))


def reachable(guardians: QuerySet[Person]) -> QuerySet[Person]:
    """Of these, who has a telephone number or an e-mail address on file."""
    return guardians.exclude(email="", phone="")


def asked_weekly(by: Viewer) -> QuerySet[Person]:
    """Whom the clock writes to each week: whoever can be reached, whose link nobody ended, and who
    got no letter today.

    A link that the school ended is not followed by another until somebody sends one.
    """
    guardians = reachable(guardians_written_to(by))
    links = Pass.objects.filter(bearer=OuterRef("pk"), purpose=FAMILY_WEEK).order_by("-pk")
    ended = links.filter(renewed_by__isnull=True).values("revoked_at")[:1]
    begins = datetime.combine(by.school.today(), time(), by.school.zone)
    today = Notice.objects.filter(
        school=by.school, kind="families/week", person=OuterRef("pk"), created_at__gte=begins
    )
    guardians = guardians.exclude(Exists(today))
    return guardians.annotate(ended_at=Subquery(ended)).filter(ended_at__isnull=True)


def never_opened(guardians: QuerySet[Person]) -> QuerySet[Person]:
    """Of these, who has never opened a letter."""
    uses = PassUse.objects.filter(
        held__bearer__in=guardians, held__purpose=FAMILY_WEEK, what__in=("opened", "used")
    )
    return guardians.exclude(pk__in=uses.values("held__bearer"))
