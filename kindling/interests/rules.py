"""An interest is the student's own until they share it."""

from __future__ import annotations

from django.db.models import F, QuerySet

from kindling.interests.models import EarlierWords, Interest
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def own_interests(viewer: Viewer) -> QuerySet[Interest]:
    """The viewer's own, shared or not, also those that ended; nobody else's."""
    interests: QuerySet[Interest] = Interest.objects.filter(school=viewer.school)
    if viewer.person is None or not may_keep_interests(viewer):
        return interests.none()
    return interests.filter(student__person=viewer.person)


def visible_interests(viewer: Viewer) -> QuerySet[Interest]:
    """Your own; of the students you work with, only what they share and still care about."""
    interests: QuerySet[Interest] = Interest.objects.filter(school=viewer.school)
    if viewer.purpose:
        return interests.none()
    shared = interests.filter(shared_on__isnull=False, ended_on__isnull=True)
    shared = shared.filter(student__in=visible_students(viewer, Matter.PLAN).values("pk"))
    return (shared | own_interests(viewer)).distinct()


def in_order(interests: QuerySet[Interest]) -> QuerySet[Interest]:
    """What still matters first, then the newest; each with its student."""
    return interests.select_related("student").order_by(
        F("ended_on").desc(nulls_first=True), "-since_on", "-pk"
    )


def shared_interests(viewer: Viewer, student: Student | int) -> QuerySet[Interest]:
    """What this student shares, newest first: the same for all who may see the student."""
    interests = visible_interests(viewer).filter(student=student)
    interests = interests.filter(shared_on__isnull=False, ended_on__isnull=True)
    return interests.order_by("-since_on", "-pk")


def shared_interests_of(viewer: Viewer, students: list[int]) -> QuerySet[Interest]:
    """What these students share now, newest first, each with its student. One statement."""
    interests = visible_interests(viewer).filter(student__in=students)
    interests = interests.filter(shared_on__isnull=False, ended_on__isnull=True)
    return interests.select_related("student__person").order_by("-since_on", "-pk")


def visible_earlier_words(viewer: Viewer) -> QuerySet[EarlierWords]:
    """How somebody put it before is readable to them alone, also when the interest is shared."""
    earlier: QuerySet[EarlierWords] = EarlierWords.objects.filter(school=viewer.school)
    return earlier.filter(interest__in=own_interests(viewer).values("pk"))


def own_earlier_words(viewer: Viewer) -> QuerySet[EarlierWords]:
    """All earlier words of the viewer's own interests, oldest first."""
    return visible_earlier_words(viewer).order_by("until_at", "pk")


def may_see_boards(viewer: Viewer) -> bool:
    """What an advisory shares, on one page: for its advisor and the leaders."""
    return (viewer.is_leader or viewer.is_a(Role.ADVISOR)) and not viewer.purpose


def own_student(viewer: Viewer) -> Student | None:
    """Return the viewer as a student of this school, or None. One statement."""
    if viewer.person is None or not may_keep_interests(viewer):
        return None
    return visible_students(viewer, Matter.PLAN).filter(person=viewer.person).first()


def may_keep_interests(viewer: Viewer) -> bool:
    """Only students write down interests, and only their own."""
    return viewer.is_a(Role.STUDENT) and not viewer.purpose


def may_change_interest(viewer: Viewer, interest: Interest) -> bool:
    """Nobody speaks for a student here."""
    own = viewer.person_id is not None and interest.student.person_id == viewer.person_id
    return own and may_keep_interests(viewer)
