"""Who reads mail that waits for a person, and who decides what becomes of it."""

from __future__ import annotations

from django.db.models import QuerySet

from kindling.letterbox.models import Mail
from kindling.people.models import Connection
from kindling.people.rules import own_kin
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def visible_mails(viewer: Viewer) -> QuerySet[Mail]:
    """Coordinator and principal see what came; other staff what answers a conversation of theirs.

    Nobody as staff what came from their own child, or from the other family of the child.
    """
    mails: QuerySet[Mail] = Mail.objects.filter(school=viewer.school)
    if viewer.purpose or not viewer.is_staff:
        return mails.none()
    mails = mails.select_related("person", "staff", "settled_by")
    if viewer.is_a(Role.COORDINATOR, Role.PRINCIPAL):
        kin = own_kin(viewer)
        family = Connection.objects.filter(student__in=kin, role=Role.GUARDIAN).values("adult")
        return mails.exclude(person__student__in=kin).exclude(person__in=family)
    return mails.filter(staff=viewer.person_id)


def may_settle(viewer: Viewer, mail: Mail) -> bool:
    """Whoever reads it decides; nobody decides alone about what they sent themselves."""
    return viewer.is_staff and not viewer.purpose and mail.person_id != viewer.person_id
