"""Who reads a conversation, and who writes in it."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from kindling.conversations.models import Message, MessageFile, Thread
from kindling.people.matters import Matter
from kindling.people.rules import family_ties, guardian_ties, own_kin
from kindling.placements.models import Placement
from kindling.schools.roles import STAFF, Role
from kindling.schools.viewer import Viewer
from kindling.uploads.models import Upload

WRITE_MESSAGE = "write_message"  # a pass; its subject is one conversation
GUARDIAN, MENTOR = Thread.Outside.GUARDIAN, Thread.Outside.MENTOR


def visible_threads(viewer: Viewer) -> QuerySet[Thread]:
    """One's own. The principal reads every one with a student or a family, and each opening is kept.

    A family's dies with their right to be told; a suspended mentor's rests. A guardian who also
    works here reads their own child's as family only.
    """
    rows: QuerySet[Thread] = Thread.objects.filter(school=viewer.school)
    rows = rows.select_related("student__person", "outside", "keeper", "about__person")
    if viewer.purpose == WRITE_MESSAGE:
        return rows.filter(_from_outside(viewer), public_id__in=viewer.subjects)
    if viewer.purpose or viewer.person_id is None:
        return rows.none()
    seen = Q(pk__in=[])
    if viewer.is_a(Role.STUDENT):
        seen |= Q(student=viewer.person_id)
    if viewer.is_a(Role.GUARDIAN):
        seen |= _from_outside(viewer) & Q(outside_as=GUARDIAN)
    if viewer.is_a(*STAFF):
        seen |= _as_staff(viewer)
    return rows.filter(seen)


def _from_outside(viewer: Viewer) -> Q:
    told = family_ties(viewer, Matter.TOLD).values("student")
    family = Q(outside_as=GUARDIAN) & (Q(about__in=told) | Q(about__isnull=True))
    mentor = Q(outside_as=MENTOR, outside__suspended_at__isnull=True)
    return Q(outside=viewer.person_id or 0) & (family | mentor)


def _as_staff(viewer: Viewer) -> Q:
    joined = Q(seats__person=viewer.person_id, seats__is_staff=True, seats__until_at__isnull=True)
    seats = Thread.objects.filter(joined, school=viewer.school)
    seen = Q(keeper=viewer.person_id) | Q(pk__in=seats.values("pk"))
    if viewer.is_a(Role.PRINCIPAL):
        seen |= ~Q(about__in=own_kin(viewer))
    return seen


def messages_of(thread: Thread) -> QuerySet[Message]:
    """What was said in a conversation one reads, oldest first."""
    return (
        Message.objects.filter(thread=thread).select_related("by", "placed_by").order_by("at", "pk")
    )


def files_of(thread: Thread) -> QuerySet[MessageFile]:
    """What came along in a conversation one reads."""
    rows: QuerySet[MessageFile] = MessageFile.objects.filter(message__thread=thread)
    return rows.select_related("upload").order_by("pk")


def files_to_open(thread: Thread) -> QuerySet[MessageFile]:
    """Of these, what the scanner has looked at, where there is one."""
    return files_of(thread).exclude(upload__scan=Upload.Scan.WAITING)


def is_staff_in(viewer: Viewer, thread: Thread) -> bool:
    """Whether the viewer is in it for the school: keeps it, or has joined. One statement at most."""
    if viewer.purpose or not viewer.is_a(*STAFF):
        return False
    if thread.keeper_id == viewer.person_id:
        return True
    mine = thread.seats.filter(person=viewer.person_id, is_staff=True, until_at__isnull=True)
    return mine.exists()


def side_of(viewer: Viewer, thread: Thread) -> str:
    """On which side the viewer stands here; "" for whoever only reads."""
    person = viewer.person_id
    if person is not None and person == thread.student_id and not viewer.purpose:
        return Message.Side.STUDENT
    if person is not None and person == thread.outside_id:
        return Message.Side.OUTSIDE
    return Message.Side.STAFF if is_staff_in(viewer, thread) else ""


def may_write(viewer: Viewer, thread: Thread) -> bool:
    """Whoever has a side in it and sees it; the principal joins first."""
    return bool(side_of(viewer, thread)) and visible_threads(viewer).filter(pk=thread.pk).exists()


def why_closed(thread: Thread) -> str:
    """Why nobody can write here now, in a sentence that says nothing about anybody; "" when all can."""
    if thread.closed_at is not None:
        return _("This conversation is closed.")
    if not reaches_outside(thread):
        return _("This conversation rests. Ask your coordinator.")
    if thread.outside_as == MENTOR and thread.student_id and not _guides(thread):
        return _("The internship is over, so this conversation rests. Ask your advisor.")
    return ""


def reaches_outside(thread: Thread) -> bool:
    """Whether the adult from outside may have words of it today; True where there is none.

    A mentor who is not suspended; family that is told. Asked again before each letter: a court
    order may come between a word and its letter.
    """
    if thread.outside is None:
        return True
    if thread.outside.suspended_at is not None:
        return False
    if thread.outside_as != GUARDIAN or thread.about is None:
        return True
    ties = guardian_ties(Matter.TOLD, thread.school.today())
    return ties.filter(adult=thread.outside_id, student=thread.about).exists()


def _guides(thread: Thread) -> bool:
    """Whether the mentor guides an internship of the student's now."""
    running = Placement.objects.filter(
        student__person=thread.student_id, mentor=thread.outside_id, state__in=Placement.RUNNING
    )
    return running.exists()


def may_mark_urgent(viewer: Viewer, thread: Thread) -> bool:
    """Only the school rings at night."""
    return is_staff_in(viewer, thread)


def may_join(viewer: Viewer, thread: Thread) -> bool:
    """The principal, who reads it already."""
    return viewer.is_a(Role.PRINCIPAL) and not viewer.purpose and not is_staff_in(viewer, thread)


def may_leave(viewer: Viewer, thread: Thread) -> bool:
    """Whoever joined. The keeper hands it on instead."""
    return is_staff_in(viewer, thread) and thread.keeper_id != viewer.person_id


def may_close(viewer: Viewer, thread: Thread) -> bool:
    """Whoever is in it for the school; they open it again, too."""
    return is_staff_in(viewer, thread)


def interpreters_wanted(viewer: Viewer) -> QuerySet[Thread]:
    """Conversations that ask for an interpreter: the coordinator's to find, and the keeper's own."""
    rows = Thread.objects.filter(school=viewer.school, interpreter_asked_at__isnull=False)
    rows = rows.select_related("student__person", "outside", "keeper", "about__person")
    if viewer.purpose or not viewer.is_a(*STAFF):
        return rows.none()
    if not viewer.is_a(Role.COORDINATOR):
        rows = rows.filter(keeper=viewer.person_id)
    return rows.order_by("interpreter_asked_at", "pk")


def may_settle_interpreter(viewer: Viewer, thread: Thread) -> bool:
    return interpreters_wanted(viewer).filter(pk=thread.pk).exists() or is_staff_in(viewer, thread)
