"""Who writes, who signs with a student, and what a mentor reads of the past."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import Exists, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from kindling.attendance.models import Hours
from kindling.attendance.rules import may_settle
from kindling.people.matters import Matter
from kindling.people.rules import is_own, visible_students
from kindling.placements.models import Placement
from kindling.placements.rules import CONFIRM_DAYS, GUIDE
from kindling.schools.models import Person, SchoolYear
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.thanks.models import Thanks

READ_THANKS = "read_thanks"  # the purpose of a mentor's pass; its subject is one letter
BY_LINK = (CONFIRM_DAYS, GUIDE, READ_THANKS)  # a mentor's own links
FRESH = timedelta(days=120)  # so long after an end somebody is reminded to say thank you


def guides(viewer: Viewer) -> bool:
    """Advisors, coordinator, principal."""
    hats = (Role.ADVISOR, Role.COORDINATOR, Role.PRINCIPAL)
    return viewer.is_a(*hats) and not viewer.purpose


def thanks_for_years(viewer: Viewer) -> bool:
    """The school's own word at the end of a year: coordinator and principal."""
    return viewer.is_a(Role.COORDINATOR, Role.PRINCIPAL) and not viewer.purpose


def visible_thanks(viewer: Viewer) -> QuerySet[Thanks]:
    """Students their own, who guides them theirs; a mentor those that were sent to them."""
    rows: QuerySet[Thanks] = Thanks.objects.filter(school=viewer.school)
    related = ("mentor", "placement__site", "student__person", "by", "staff", "year")
    rows = rows.select_related(*related).order_by("-created_at", "-pk")
    if viewer.purpose in BY_LINK:
        return rows.filter(mentor=viewer.person_id, state=Thanks.State.SENT)
    if viewer.purpose:
        return rows.none()
    if thanks_for_years(viewer):
        return rows
    mine = Q(pk__in=[])
    if viewer.is_a(Role.STUDENT):
        mine |= Q(student__person=viewer.person_id)
    if viewer.is_a(Role.ADVISOR):
        mine |= Q(placement__student__in=visible_students(viewer, Matter.WORK).values("pk"))
    return rows.filter(mine)


def thankable_placements(viewer: Viewer) -> QuerySet[Placement]:
    """Internships one may say thank you for: one's own, or of a student one guides."""
    rows: QuerySet[Placement] = Placement.objects.filter(school=viewer.school)
    rows = rows.select_related("student__person", "mentor", "site")
    if viewer.purpose or not (guides(viewer) or viewer.is_a(Role.STUDENT)):
        return rows.none()
    return rows.filter(student__in=visible_students(viewer, Matter.WORK).values("pk"))


def unthanked_placements(viewer: Viewer) -> QuerySet[Placement]:
    """Ended not long ago, and nobody has thanked the mentor yet."""
    today = viewer.school.today()
    sent = Thanks.objects.filter(placement=OuterRef("pk"), state=Thanks.State.SENT)
    rows = thankable_placements(viewer).filter(
        ~Exists(sent), state=Placement.State.ENDED, ends_on__gte=today - FRESH
    )
    return rows.order_by("-ends_on", "-pk")


def placements_with(viewer: Viewer) -> QuerySet[Placement]:
    """A mentor's own past: everybody who learned with them, with `minutes` that were confirmed."""
    rows: QuerySet[Placement] = Placement.objects.filter(school=viewer.school)
    if viewer.purpose not in BY_LINK:
        return rows.none()
    mine = rows.filter(mentor=viewer.person_id).select_related("student__person", "site")
    return mine.annotate(minutes=_confirmed()).order_by("-starts_on", "-pk")


def mentors_of_year(viewer: Viewer, year: SchoolYear) -> QuerySet[Person]:
    """Who guided somebody in this year, with `minutes`; those not thanked for it first."""
    people: QuerySet[Person] = Person.objects.filter(school=viewer.school)
    if not thanks_for_years(viewer):
        return people.none()
    running = Placement.objects.filter(mentor=OuterRef("pk"), starts_on__lte=year.ends_on)
    running = running.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=year.starts_on))
    sent = Thanks.objects.filter(mentor=OuterRef("pk"), year=year)
    hours = Hours.objects.filter(placement__mentor=OuterRef("pk"), term__year=year)
    added = hours.order_by().values("placement__mentor").annotate(n=Sum("confirmed")).values("n")
    people = people.filter(Exists(running)).annotate(
        is_thanked=Exists(sent), minutes=Coalesce(Subquery(added, IntegerField()), 0)
    )
    return people.order_by("is_thanked", "-minutes", "pk")


def minutes_for(placement: Placement) -> int:
    """Confirmed minutes of one internship. One statement."""
    told: int | None = Hours.objects.filter(placement=placement).aggregate(n=Sum("confirmed"))["n"]
    return told or 0


def years_of(viewer: Viewer) -> QuerySet[SchoolYear]:
    """The school's years that have begun, the newest first."""
    return SchoolYear.of(viewer.school).filter(starts_on__lte=viewer.school.today())


def _confirmed() -> Any:
    hours = Hours.objects.filter(placement=OuterRef("pk")).order_by().values("placement")
    added = hours.annotate(n=Sum("confirmed")).values("n")
    return Coalesce(Subquery(added, IntegerField()), 0)


def may_write(viewer: Viewer, placement: Placement) -> bool:
    """The student, and who guides them."""
    return is_own(viewer, placement.student) or may_sign(viewer, placement)


def may_sign(viewer: Viewer, placement: Placement) -> bool:
    """Advisor of the student, coordinator, principal: no student writes to an adult alone."""
    return not viewer.purpose and may_settle(viewer, placement.student)


def may_decide(viewer: Viewer, thanks: Thanks) -> bool:
    """Send what a student wrote, or give it back."""
    return thanks.placement is not None and may_sign(viewer, thanks.placement)
