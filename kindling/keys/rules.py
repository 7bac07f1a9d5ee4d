"""Who may hold a key, and who may print one for somebody else."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from kindling.accounts.models import Token, User
from kindling.people.rules import visible_students
from kindling.schools.models import Membership, Person
from kindling.schools.roles import STAFF, Role
from kindling.schools.viewer import Viewer


def known_people(user: User) -> list[Person]:
    """The user as each school knows them at which they wear a hat today, by its name.

    Two statements.
    """
    people = user.people.select_related("school").prefetch_related("memberships")
    return [person for person in people.order_by("school__name") if wears_a_hat(person)]


def person_at(user: User, onward: str) -> Person | None:
    """The user at the school to which an address leads, else at the first; None: at none."""
    people = known_people(user)
    slug = onward.strip("/").partition("/")[0]
    there = [person for person in people if person.school.slug == slug]
    return next(iter([*there, *people]), None)


def wears_a_hat(person: Person) -> bool:
    today = person.school.today()
    return any(
        hat.since_on <= today and (hat.until_on is None or hat.until_on >= today)
        for hat in person.memberships.all()
    )


def visible_tokens(viewer: Viewer) -> QuerySet[Token]:
    """Everyone sees their own keys to this school, and nobody else's."""
    tokens: QuerySet[Token] = Token.objects.filter(school_id=viewer.school.pk)
    if viewer.purpose or viewer.person is None or viewer.person.user_id is None:
        return tokens.none()
    return tokens.filter(user_id=viewer.person.user_id).order_by("-created_at")


def may_make_token(viewer: Viewer) -> bool:
    """Who signs in may hold keys; a key can do no more than its owner."""
    return not viewer.purpose and viewer.person is not None and viewer.scope == "write"


def may_revoke(viewer: Viewer, token: Token) -> bool:
    return (
        viewer.person is not None
        and viewer.person.user_id == token.user_id
        and viewer.school.pk == token.school_id
    )


def visible_bearers(viewer: Viewer) -> QuerySet[Person]:
    """The people for whom this viewer may print a sheet.

    A sheet signs in, so nobody prints one for somebody who may do more than they may: advisors
    for their students, the registrar for all who do not work here, administrators for all.
    """
    hats = open_hats(viewer)
    people: QuerySet[Person] = Person.objects.filter(school=viewer.school)
    people = people.filter(pk__in=hats.exclude(role=Role.MENTOR).values("person"))
    if viewer.purpose:
        return people.none()
    if viewer.is_a(Role.ADMINISTRATOR):
        return people
    if viewer.is_a(Role.REGISTRAR):
        return people.exclude(pk__in=hats.filter(role__in=STAFF).values("person"))
    if viewer.is_a(Role.ADVISOR):
        return people.filter(student__in=visible_students(viewer))
    return people.none()


def open_hats(viewer: Viewer) -> QuerySet[Membership]:
    """The hats worn at this school today."""
    today = viewer.school.today()
    worn = Membership.objects.filter(school=viewer.school, since_on__lte=today)
    return worn.filter(Q(until_on__isnull=True) | Q(until_on__gte=today))


def may_print_sheets(viewer: Viewer) -> bool:
    """Whether the page of sheets is this viewer's at all."""
    return viewer.is_a(Role.REGISTRAR, Role.ADMINISTRATOR, Role.ADVISOR) and not viewer.purpose


def may_print_sheet(viewer: Viewer, person: Person) -> bool:
    return may_print_sheets(viewer) and visible_bearers(viewer).filter(pk=person.pk).exists()
