"""Who keeps the roster, and who gives a hat."""

from __future__ import annotations

from kindling.people.models import Student
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def may_see_contacts(viewer: Viewer, student: Student) -> bool:
    """Family phone numbers are for those who answer for the student."""
    return viewer.is_leader or viewer.is_a(Role.ADVISOR)


def may_edit_roster(viewer: Viewer) -> bool:
    """The registrar keeps the roster; an administrator may stand in."""
    return viewer.is_a(Role.REGISTRAR, Role.ADMINISTRATOR, Role.SYSTEM)


def may_give_role(viewer: Viewer, role: Role) -> bool:
    """Who gives a hat, and takes it: the roster's keeper, but none that rules over them.

    A registrar who could make a principal could make one of a friend, and read everything.
    Coordinators name mentors.
    """
    if role in {Role.PRINCIPAL, Role.ADMINISTRATOR}:
        return viewer.is_a(Role.PRINCIPAL, Role.ADMINISTRATOR, Role.SYSTEM)
    if role == Role.MENTOR and viewer.is_a(Role.COORDINATOR):
        return True
    return may_edit_roster(viewer)
