"""Sam's own link, and somebody on the way to be a mentor."""

from __future__ import annotations

from kindling.mentoring import actions, course
from kindling.mentoring.models import MentorPath
from kindling.passes.models import Pass
from kindling.passes.tokens import token_of
from kindling.placements.rules import GUIDE
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

NEW = {"given_name": "Noor", "family_name": "Haddad", "email": "noor@bakery.example.org"}
OFFER = {"work": "Baker", "offers": "Bread from four in the morning.", "times": "Tuesdays"}


def as_guide(person: Person) -> Viewer:
    """The bearer of their own link."""
    return Viewer(person, person.school, frozenset(), GUIDE, frozenset({person.public_id}))


def door_of(person: Person) -> str:
    """The address of somebody's newest own link."""
    return f"/p/{token_of(Pass.objects.filter(purpose=GUIDE, bearer=person).latest('pk'))}/"


def applied(cast, **facts) -> MentorPath:
    """Noor was invited and said what she offers."""
    path = actions.invite_mentor(by=cast.as_("chen"), **{**NEW, **facts})
    actions.apply_to_mentor(path, by=as_guide(path.person), **OFFER)
    return MentorPath.objects.select_related("person", "site").get(pk=path.pk)


def oriented(person: Person) -> None:
    """All chapters, and a name under them."""
    for key in course.KEYS:
        actions.read_chapter(person, key, by=as_guide(person))
    actions.finish_orientation(person, person.name, by=as_guide(person))
