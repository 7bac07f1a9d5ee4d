"""Who sees what the school has sent."""

from __future__ import annotations

from django.db.models import QuerySet

from kindling.accounts.models import Session, User
from kindling.notices.models import Notice, PushDevice
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

REACH = "reach"  # what the link at the foot of a letter is for
# A letter of such a kind ("incidents/private_raised") stands in nobody's outbox: that somebody got
# one may say too much.
PRIVATE = "/private_"


def visible_notices(viewer: Viewer) -> QuerySet[Notice]:
    """Leaders see the whole outbox, everybody else nothing: it holds other people's words."""
    notices: QuerySet[Notice] = Notice.objects.filter(school=viewer.school)
    notices = notices.exclude(kind__contains=PRIVATE)
    if viewer.purpose or not viewer.is_leader:
        return notices.none()
    return notices.select_related("person", "school").order_by("-created_at", "-pk")


def may_see_outbox(viewer: Viewer) -> bool:
    """Leaders only."""
    return viewer.is_leader and not viewer.purpose


def notices_of_the_demo() -> QuerySet[Notice]:
    """Every notice of every school. Only for /outbox/, which exists on a demo's own machine."""
    notices: QuerySet[Notice] = Notice.objects.select_related("person", "school")
    return notices.order_by("-created_at", "-pk")


def may_send_again(viewer: Viewer, notice: Notice) -> bool:
    """Whoever sees the outbox mends it."""
    return viewer.is_leader and not viewer.purpose


def may_choose_ways(viewer: Viewer, person: Person) -> bool:
    """Everybody for themselves, also by a link of theirs; leaders for who asks them to."""
    if viewer.school.pk != person.school_id:
        return False
    return viewer.person_id == person.pk or viewer.is_leader or viewer.is_a(Role.SYSTEM)


def reachable_people(viewer: Viewer) -> QuerySet[Person]:
    """Whose ways of being reached one may choose: one's own; leaders everybody's."""
    people: QuerySet[Person] = Person.objects.filter(school=viewer.school).select_related("school")
    return people if viewer.is_leader else people.filter(pk=viewer.person_id or 0)


def device_of(session: Session) -> PushDevice | None:
    """The browser of this session, also when its push service has ended it; None: it was never on."""
    held = PushDevice.objects.filter(session=session).select_related("session")
    return held.order_by("pk").last()


def devices_of(user: User) -> QuerySet[PushDevice]:
    """Everybody sees their own devices only."""
    return PushDevice.alive(user.pk)
