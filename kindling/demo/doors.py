"""One click into the demo as any member of the cast."""

from __future__ import annotations

from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
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


def sign_in(request: HttpRequest, public_id: str) -> HttpResponse:
    """Sign in as this person, at once. The demo's people are invented."""
    if not is_open(request):
        raise Http404
    person = (
        Person.objects.filter(public_id=public_id, user__isnull=False)
        .select_related("user", "school")
        .first()
    )
    if person is None or person.user is None:
        raise Http404
    login(request, person.user, backend="kindling.accounts.backends.Backend")
    return redirect(f"/{person.school.slug}/")


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


urlpatterns = [path("<slug:public_id>/", sign_in, name="demo_sign_in")]
