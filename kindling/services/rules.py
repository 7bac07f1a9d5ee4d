"""Who offers classes and services, who sees them, and who reads who comes."""

from __future__ import annotations

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from kindling.advisory.rules import substitute_people
from kindling.people.matters import Matter
from kindling.people.rules import family_ties
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.services.models import Service, SignUp, Use

JOIN_SERVICE = "join_service"  # a family's pass; its subject is one class or service


def may_keep_services(viewer: Viewer) -> bool:
    """The principal, the coordinator and the administrator offer them."""
    return viewer.is_a(Role.PRINCIPAL, Role.COORDINATOR, Role.ADMINISTRATOR) and not viewer.purpose


def is_family(viewer: Viewer) -> bool:
    """Somebody's family today who gets letters; by a link or signed in."""
    if not viewer.purpose and not viewer.is_a(Role.GUARDIAN):
        return False
    return family_ties(viewer, Matter.TOLD).exists()


def visible_services(viewer: Viewer) -> QuerySet[Service]:
    """Staff all; families what is open; a link the one that it names."""
    rows = Service.objects.filter(school=viewer.school).select_related("lead")
    if viewer.is_staff and not viewer.purpose:
        return rows.order_by("-starts_on", "-pk")
    rows = rows.filter(state="open", ends_on__gte=viewer.school.today())
    if viewer.purpose:
        named = viewer.subjects if viewer.purpose == JOIN_SERVICE else ()
        rows = rows.filter(public_id__in=named)
    return rows.order_by("starts_on", "pk") if is_family(viewer) else rows.none()


def counted(services: QuerySet[Service], person: int | None) -> QuerySet[Service]:
    """The same with `coming` (how many) and `is_in` (whether this person is one of them)."""
    live = SignUp.objects.filter(service=OuterRef("pk"), left_at__isnull=True)
    number = live.order_by().values("service").annotate(num=Count("pk")).values("num")
    return services.annotate(
        coming=Coalesce(Subquery(number), 0), is_in=Exists(live.filter(person=person or 0))
    )


def may_join_service(viewer: Viewer, service: Service) -> bool:
    """Families, while it is open."""
    return is_family(viewer) and visible_services(viewer).filter(pk=service.pk).exists()


def may_note_uses(viewer: Viewer, service: Service) -> bool:
    """Who leads it, and who offers it: they read who comes. No other family, no other staff."""
    leads = viewer.is_staff and service.lead_id == viewer.person_id
    return (may_keep_services(viewer) or leads) and service.school_id == viewer.school.pk


def sign_ups_of(viewer: Viewer, service: Service) -> QuerySet[SignUp]:
    """Who wants to come, by name, with `days` they were there."""
    rows = SignUp.objects.filter(service=service, left_at__isnull=True).select_related("person")
    rows = rows.annotate(days=Count("service__uses", filter=Q(service__uses__person=F("person"))))
    rows = rows.order_by("person__sort_name", "pk")
    return rows if may_note_uses(viewer, service) else rows.none()


def uses_by_day(viewer: Viewer, service: Service) -> QuerySet[Use, tuple[object, int]]:
    """Day → how many were there, the latest first."""
    rows = Use.objects.filter(service=service)
    rows = rows if may_note_uses(viewer, service) else rows.none()
    return rows.order_by("-on").values_list("on").annotate(num=Count("pk"))


def people_to_lead(viewer: Viewer) -> QuerySet[Person]:
    """Who works here today."""
    return substitute_people(viewer)


def own_sign_ups(viewer: Viewer) -> QuerySet[SignUp]:
    """What one signed up for, also what one left."""
    return SignUp.objects.filter(school=viewer.school, person=viewer.person_id or 0)
