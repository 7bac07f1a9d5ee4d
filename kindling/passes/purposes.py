"""What a view behind a pass looks like."""

from __future__ import annotations

from typing import Protocol

from django.http import HttpRequest, HttpResponse

from kindling.passes.models import Pass
from kindling.schools.viewer import Viewer


class PassRequest(HttpRequest):
    """A request at the door: the pass in hand, its viewer and school, and the door's own address.

    Nothing of a session that may be open in the same browser counts.
    """

    held: Pass
    viewer: Viewer
    door: str


class Purpose(Protocol):
    """Answers GET and POST at /p/TOKEN/ for one purpose."""

    def __call__(self, request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse: ...


def viewer_of(held: Pass) -> Viewer:
    """Return who the bearer is here: no hats, one purpose, a few subjects."""
    subjects = frozenset(held.subjects)
    return Viewer(held.bearer, held.school, frozenset(), held.purpose, subjects)
