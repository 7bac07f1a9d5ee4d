"""Make a user for a person who wants to sign in."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from kindling.accounts.models import User
from kindling.history.steps import record
from kindling.kit.ids import new_public_id
from kindling.kit.text import plain
from kindling.schools.models import Membership, Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

# A mentor acts through passes and never signs in.
ENTERING = [role for role in Role if role not in (Role.MENTOR, Role.SYSTEM)]


@transaction.atomic
def find_user(email: str) -> User | None:
    """Return the active user with this address; make one for a person a school knows by it.

    Where two people of a school share the address, neither is meant: they sign in by sheet.
    """
    address = email.strip().lower()
    user: User | None = User.objects.filter(email=address).first()
    people = list(_people_with(address))
    taken = {p.school_id for p in people if p.user_id}
    free = [p for p in people if p.user_id is None and _is_alone(p, people)]
    if user is None and free:
        user = _user_with(address, free[0])
    if user is None or not user.is_active:
        return None
    taken |= set(Person.objects.filter(user=user).values_list("school_id", flat=True))
    for person in free:
        if person.school_id not in taken:
            give_user(person, user, by=Viewer.system(person.school))
    return user


@transaction.atomic
def give_user(person: Person, user: User, *, by: Viewer) -> None:
    """Let this user act as this person at the person's school."""
    person.user = user
    person.save(update_fields=["user"])
    record("person.give_user", person, by=by)


@transaction.atomic
def make_user(person: Person, *, by: Viewer) -> User:
    """Make a user without e-mail or password for a person who gets a sheet."""
    user: User = User.objects.create_user(_username(person))
    give_user(person, user, by=by)
    return user


def _user_with(address: str, person: Person) -> User:
    """Make the user of an address, or take the one that another worker just made."""
    try:
        with transaction.atomic():
            made: User = User.objects.create_user(_username(person), address)
    except IntegrityError:
        return User.objects.get(email=address)
    return made


def _people_with(address: str) -> list[Person]:
    """People known by this address who wear a hat with which one may sign in."""
    hats = Membership.objects.filter(role__in=ENTERING, until_on__isnull=True)
    known = Person.objects.filter(email__iexact=address, pk__in=hats.values("person"))
    return list(known.select_related("school").order_by("pk"))


def _is_alone(person: Person, people: list[Person]) -> bool:
    return sum(other.school_id == person.school_id for other in people) == 1


def _username(person: Person) -> str:
    """Return a free user name that says who it is: "maya-santos-7k3v"."""
    words = [w for w in plain(person.name).split() if w.isascii() and w.isalnum()]
    name = "-".join([*words, new_public_id()[:4]])[:140]
    return name if not User.objects.filter(username=name).exists() else _username(person)
