"""Who is in a conversation, and as whom they speak there. Asked by its actions and its doors."""

from __future__ import annotations

from kindling.conversations.models import Seat, Thread
from kindling.conversations.rules import WRITE_MESSAGE, reaches_outside, staff_today
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


def people_in(thread: Thread) -> list[Person]:
    """Everybody who gets each message: the keeper first, and always.

    The adult from outside only while they may have it.
    """
    joined = Seat.objects.filter(thread=thread, is_staff=True, until_at__isnull=True)
    joined = joined.filter(person__in=staff_today(thread.school))  # who left gets nothing more
    others = [seat.person for seat in joined.select_related("person")]
    student = thread.student.person if thread.student else None
    outside = thread.outside if reaches_outside(thread) else None
    found = {one.pk: one for one in (thread.keeper, *others, student, outside) if one}
    for one in found.values():
        one.school = thread.school
    return list(found.values())


def outside_viewer(thread: Thread) -> Viewer:
    """The adult from outside, with a link to this conversation in hand and nothing else."""
    subjects = frozenset({thread.public_id})
    return Viewer(thread.outside, thread.school, frozenset(), WRITE_MESSAGE, subjects)


def viewer_in(thread: Thread, person: Person) -> Viewer:
    """Who this person is in this conversation: with their hats, or by a link to it."""
    return outside_viewer(thread) if person.pk == thread.outside_id else Viewer.of_person(person)
