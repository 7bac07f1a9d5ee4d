"""Who promised, whom that asks, and who reads what a student said: the one who promised."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import F, Q, QuerySet

from kindling.advisory.models import AdvisoryStudent
from kindling.advisory.rules import substitute_people
from kindling.moods.models import Mood, MoodPromise
from kindling.people.models import Connection, Student
from kindling.schools.models import Membership, Person
from kindling.schools.ready import ready
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def may_ask_promises(viewer: Viewer) -> bool:
    """The principal or an administrator asks adults for their word."""
    return viewer.is_a(Role.PRINCIPAL, Role.ADMINISTRATOR) and not viewer.purpose


def visible_promises(viewer: Viewer) -> QuerySet[MoodPromise]:
    """All that hold or are asked for, for who asks; one’s own for staff."""
    rows = MoodPromise.objects.filter(school=viewer.school).exclude(state="ended")
    rows = rows.select_related("person", "advisory").order_by("person__sort_name", "pk")
    if may_ask_promises(viewer):
        return rows
    if viewer.purpose or not viewer.is_staff or viewer.person_id is None:
        return rows.none()
    return rows.filter(person=viewer.person_id)


def may_promise(viewer: Viewer, promise: MoodPromise) -> bool:
    """Only oneself gives one’s word, says when one is away, or takes it back."""
    return visible_promises(viewer).filter(pk=promise.pk, person=viewer.person_id or 0).exists()


def may_end_promise(viewer: Viewer, promise: MoodPromise) -> bool:
    """Whoever gave it, and who asked for it."""
    return visible_promises(viewer).filter(pk=promise.pk).exists()


def people_to_ask(viewer: Viewer) -> QuerySet[Person]:
    """Who works here today and can sign in."""
    return substitute_people(viewer).filter(user__isnull=False)


def own_student(viewer: Viewer) -> Student | None:
    """The enrolled student who is here; None for everybody else."""
    if viewer.purpose or not viewer.is_a(Role.STUDENT):
        return None
    mine = Student.objects.filter(school=viewer.school, person=viewer.person_id)
    return mine.filter(state=Student.State.ENROLLED).select_related("person").first()


@ready
def _promises_to(viewer: Viewer) -> QuerySet[MoodPromise]:
    """Promises that cover the student who is here, their group’s first; never their family’s."""
    today = viewer.school.today()
    mine = Q(student__person=viewer.person_id)
    seats = AdvisoryStudent.objects.filter(mine, until_on__isnull=True)
    family = Connection.objects.filter(mine, role=Role.GUARDIAN)
    gone = Q(until_on__lt=today)
    hats = Membership.objects.filter(school=viewer.school, since_on__lte=today).exclude(gone)
    hats = hats.filter(role__in=STAFF_HATS)
    rows = MoodPromise.objects.filter(
        Q(advisory__isnull=True) | Q(advisory__in=seats.values("advisory")),
        school=viewer.school, state="promised", person__user__isnull=False,
        person__in=hats.values("person"),
    )  # fmt: skip
    rows = rows.exclude(person__in=family.values("adult")).select_related("person")
    return rows.order_by(F("advisory").asc(nulls_last=True), "reply_hours", "pk")


STAFF_HATS = sorted(
    (
        Role.ADVISOR, Role.COORDINATOR, Role.PRINCIPAL, Role.REGISTRAR, Role.ADMINISTRATOR,
        Role.STAFF,
    )
)  # fmt: skip


def promise_to(viewer: Viewer) -> MoodPromise | None:
    """Who answers this student, if anybody does: nobody who is away before the answer is due."""
    if viewer.purpose or not viewer.is_a(Role.STUDENT):
        return None
    today = viewer.school.today()
    for one in _promises_to(viewer):
        due = (viewer.school.now() + timedelta(hours=one.reply_hours)).date()
        is_away = one.away_from and one.away_from <= due and one.away_until >= today
        if not is_away:
            found: MoodPromise = one
            return found
    return None


def own_moods(viewer: Viewer) -> QuerySet[Mood]:
    """What the student who is here said, the latest first."""
    rows = Mood.objects.filter(school=viewer.school).select_related("person", "answered_by")
    if viewer.purpose or not viewer.is_a(Role.STUDENT):
        return rows.none()
    return rows.filter(student__person=viewer.person_id or 0).order_by("-on", "-pk")


def visible_moods(viewer: Viewer) -> QuerySet[Mood]:
    """For the adult who promised; once it is late or passed on for the principal, too.

    No other leader, advisor, mentor, family, pass or program; and nobody as staff of their own child.
    """
    rows = Mood.objects.filter(school=viewer.school)
    rows = rows.select_related("student__person", "person", "answered_by")
    if viewer.purpose or not viewer.is_staff or viewer.person_id is None:
        return rows.none()
    named = Q(person=viewer.person_id)
    if viewer.is_a(Role.PRINCIPAL):
        named |= Q(late_at__isnull=False) | Q(passed_at__isnull=False)
    own = Connection.objects.filter(adult=viewer.person_id, role=Role.GUARDIAN)
    rows = rows.filter(named).exclude(student__in=own.values("student"))
    return rows.order_by("-state", "due_at", "pk")  # what waits comes first


def may_answer_mood(viewer: Viewer, mood: Mood) -> bool:
    """Whoever reads it answers it."""
    return visible_moods(viewer).filter(pk=mood.pk).exists()


def principals_for(viewer: Viewer, student: Student) -> QuerySet[Person]:
    """Principals of today, but none of the student’s family."""
    today = viewer.school.today()
    hats = Membership.objects.filter(school=viewer.school, role=Role.PRINCIPAL)
    hats = hats.filter(since_on__lte=today).exclude(until_on__lt=today)
    family = Connection.objects.filter(student=student, role=Role.GUARDIAN)
    people: QuerySet[Person] = Person.objects.filter(pk__in=hats.values("person"))
    return people.exclude(pk__in=family.values("adult")).order_by("sort_name", "pk")


def may_escalate(viewer: Viewer) -> bool:
    """Only the clock, and who says that they are away."""
    return viewer.is_a(Role.SYSTEM)
