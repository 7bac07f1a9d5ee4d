"""One click into the demo as any member of the cast."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext as _

from kindling.demo.cast import CAST
from kindling.passes.models import Pass
from kindling.passes.tokens import token_of
from kindling.schools import world
from kindling.schools.models import Person
from kindling.schools.roles import Role

FORWARDING = ("HTTP_X_FORWARDED_FOR", "HTTP_X_REAL_IP", "HTTP_FORWARDED", "HTTP_X_FORWARDED_HOST")
LOOPBACK = {"127.0.0.1", "::1"}


def is_open(request: HttpRequest) -> bool:
    """Only in a demo, only from this machine, and never through a proxy."""
    forwarded = any(request.META.get(header) for header in FORWARDING)
    return world.is_demo() and request.META.get("REMOTE_ADDR") in LOOPBACK and not forwarded


def who(public_id: str) -> Person | None:
    """Return who stands behind the door: somebody with a user."""
    people = Person.objects.filter(public_id=public_id, user__isnull=False)
    return people.select_related("user", "school").first()


def cast_doors(site: str) -> list[tuple[str, str, str]]:
    """Return role, name and the address that signs each member of the cast in."""
    found = []
    for name, role, slug in CAST:
        person = Person.objects.filter(school__slug=slug, name=name).first()
        if person is not None:
            found.append((str(Role(role).label), name, f"{site}{door_of(person)}"))
    return found


def door_of(person: Person) -> str:
    """The way in: one click for those who sign in, their newest pass for the others."""
    if person.user_id:
        return f"/demo/{person.public_id}/"
    held = Pass.objects.filter(bearer=person, revoked_at__isnull=True).order_by("-pk").first()
    return f"/p/{token_of(held)}/" if held else _("(no link yet)")
