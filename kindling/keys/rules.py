"""Who may hold a key, and who may print one for somebody else."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from kindling.accounts.doors import signs_in_strictly
from kindling.accounts.models import Token, User
from kindling.people.rules import own_advisees
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
        return people.filter(student__in=own_advisees(viewer))  # a sheet opens what is private
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


def visible_colleagues(viewer: Viewer) -> QuerySet[Person]:
    """Who works here and signs in, for who says how they sign in."""
    hats = open_hats(viewer).filter(role__in=STAFF)
    people: QuerySet[Person] = Person.objects.filter(pk__in=hats.values("person"))
    people = people.filter(school=viewer.school, user__isnull=False, user__is_active=True)
    return people if may_ask_second_step(viewer) else people.none()


def may_ask_second_step(viewer: Viewer) -> bool:
    """Who runs the school's computers says how colleagues sign in."""
    return viewer.is_a(Role.ADMINISTRATOR, Role.PRINCIPAL) and not viewer.purpose


def lacks_second_step(user: User, viewer: Viewer) -> bool:
    """Whether this school's pages stay closed to its colleague until they add a second step."""
    since = viewer.school.second_step_from
    return (
        since is not None
        and since <= viewer.school.today()
        and viewer.is_staff
        and not viewer.purpose
        and not user.has_second_step
    )


@signs_in_strictly
def sees_many_students(user: User) -> bool:
    """Who works at a school, also until a day only. One statement, at sign-in."""
    worn = Membership.objects.filter(person__user=user, role__in=STAFF)
    yesterday = timezone.now().date() - timedelta(days=1)  # wherever the school is
    return worn.filter(Q(until_on__isnull=True) | Q(until_on__gte=yesterday)).exists()
