"""Short ways to what the tests of concerns begin with."""

from __future__ import annotations

from kindling.concerns.actions import answer_concern, raise_concern
from kindling.concerns.models import FamilyConcern
from kindling.concerns.rules import FAMILY_CONCERN
from kindling.incidents.actions import open_incident
from kindling.incidents.models import Incident
from kindling.passes.actions import make_pass
from kindling.passes.tokens import token_of
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

WORDS = "Llega a casa con hambre y muy cansado."
SECRET = "His uncle hits him, says the nurse."


def brought(cast, **facts) -> FamilyConcern:
    """Rosa brings something about Luis: it reaches Ana."""
    usual = {"about": "learning", "text": WORDS, "tap": "t1"}
    by = facts.pop("by", None) or cast.as_("rosa")
    return raise_concern(cast.luis, **(usual | facts), by=by)


def answered(cast, **facts) -> FamilyConcern:
    """The same, and Ana has answered."""
    concern = brought(cast, **facts)
    answer_concern(concern, "We eat at ten now.", language="en", by=cast.as_("ana"))
    return concern


def link_of(cast, person: Person | None = None) -> str:
    """Rosa's link to what she brings about Luis."""
    by = Viewer.system(cast.school)
    subjects = [cast.luis.public_id]
    held = make_pass(person or cast.rosa, FAMILY_CONCERN, subjects, by=by, about=cast.luis)
    return f"/p/{token_of(held)}/"


def an_incident(cast) -> Incident:
    """Ana wrote down what the nurse saw."""
    return open_incident(cast.luis, text=SECRET, source="staff", by=cast.as_("ana"))
