"""Who reads a talk: the student and their advisor. Nobody else, whatever their hat."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from kindling.meetings.models import Commitment
from kindling.people.matters import Matter
from kindling.people.models import Connection, Student
from kindling.people.rules import (
    OF_AGE,
    advisees_or_lent,
    is_own,
    is_own_advisor,
    visible_students,
    wards_of,
)
from kindling.schools.models import Membership, Person
from kindling.schools.roles import STAFF, Role
from kindling.schools.viewer import Viewer
from kindling.talks.models import (
    LastTalk,
    NoteOpening,
    NoteReader,
    PrivateNote,
    Talk,
    TalkChoice,
    TalkPromise,
)


def choice_of(viewer: Viewer) -> TalkChoice:
    """What the school says; a row that is not saved where it has said nothing yet."""
    found: TalkChoice | None = TalkChoice.objects.filter(school=viewer.school).first()
    return found or TalkChoice(school=viewer.school)


def advised_students(viewer: Viewer) -> QuerySet[Any]:
    """Keys of the students whom the viewer advises today. A substitute only where the school lets."""
    lets = TalkChoice.objects.filter(school=viewer.school, substitutes_talk=True)
    return advisees_or_lent(viewer, lets)


def advises(viewer: Viewer, student: Student) -> bool:
    """Say whether the viewer talks with this student as their advisor. One statement."""
    same = student.school_id == viewer.school.pk
    return same and advised_students(viewer).filter(student=student.pk).exists()


def visible_talks(viewer: Viewer) -> QuerySet[Talk]:
    """The student's own, and those of the students whom one advises today, newest first.

    A leader sees that somebody talked (`talkable_students`), never what was said.
    """
    talks: QuerySet[Talk] = Talk.objects.filter(school=viewer.school)
    if viewer.purpose:
        return talks.none()
    mine = Q(student__in=advised_students(viewer))
    if viewer.is_a(Role.STUDENT):
        mine |= Q(student__person=viewer.person_id)
    talks = talks.filter(mine).select_related("student__person", "advisor")
    return talks.order_by("-held_on", "-pk")


def talkable_students(viewer: Viewer) -> QuerySet[Any]:
    """Enrolled students of whom one may know when they last talked, by name.

    Each with `last_on`, `due_on` and `every_days` of LastTalk, or None.
    """
    students: QuerySet[Student] = visible_students(viewer, Matter.PLAN).filter(
        state=Student.State.ENROLLED
    )
    if viewer.purpose or not viewer.is_staff:
        students = students.none()
    rows = students.annotate(
        last_on=F("last_talk__last_on"), due_on=F("last_talk__due_on"),
        every_days=F("last_talk__every_days"),
    )  # fmt: skip
    return rows.order_by("person__sort_name", "pk")


def silent_since(viewer: Viewer, days: int) -> Q:
    """Who has had no real talk in so many days; newcomers of fewer days are left out."""
    last = viewer.school.today() - timedelta(days=days)
    never = Q(last_talk__last_on__isnull=True, enrolled_on__lt=last)
    return never | Q(last_talk__last_on__lt=last)


def next_talks(viewer: Viewer, students: list[int]) -> QuerySet[Talk]:
    """What was prepared for the next talk of these students, as far as one reads it."""
    return visible_talks(viewer).filter(student__in=students, state=Talk.State.DUE)


def promises_of(talk: Talk) -> QuerySet[Commitment]:
    """What was promised in a talk that one reads, the earliest day first."""
    made = TalkPromise.objects.filter(talk=talk).values("commitment")
    rows: QuerySet[Commitment] = Commitment.objects.filter(pk__in=made)
    return rows.select_related("owner", "student__person").order_by("due_on", "pk")


def open_promises(viewer: Viewer, students: list[int]) -> QuerySet[Commitment]:
    """What is promised and not done, about students whom one advises or oneself."""
    rows: QuerySet[Commitment] = Commitment.objects.filter(
        school=viewer.school, student__in=students, done_at__isnull=True
    )
    mine = Q(student__in=advised_students(viewer))
    if viewer.is_a(Role.STUDENT) and not viewer.purpose:
        mine |= Q(student__person=viewer.person_id)
    return rows.filter(mine).select_related("owner", "student__person").order_by("due_on", "pk")


def last_talk_of(student: Student) -> LastTalk | None:
    """Ask only for a student one sees."""
    found: LastTalk | None = LastTalk.objects.filter(student=student).first()
    return found


def family_talks(viewer: Viewer, student: Student) -> QuerySet[Talk]:
    """Held talks that a family may read a part of, until of age: since the school says so.

    What was held before was written when nobody outside could read it.
    """
    held = Talk.objects.filter(school=viewer.school, student=student, state__in=Talk.OVER)
    today = viewer.school.today()
    mine = wards_of(viewer.school.pk, viewer.person_id or 0, Matter.PLAN, today)
    seen = held.filter(student__in=mine).select_related("student__person", "advisor")
    since = choice_of(viewer).family_reads_since
    if viewer.purpose or not viewer.is_a(Role.GUARDIAN) or is_grown(student, today) or not since:
        return seen.none()
    return seen.filter(held_at__gte=since).order_by("-held_on", "-pk")


def is_grown(student: Student, today: date) -> bool:
    """From then on the student alone decides."""
    age = student.age_on(today)
    return age is not None and age >= OF_AGE


def may_prepare(viewer: Viewer, student: Student) -> bool:
    """The student and their advisor, while the student is here."""
    is_here = student.state == Student.State.ENROLLED
    return is_here and (is_own(viewer, student) or advises(viewer, student))


def may_write(viewer: Viewer, talk: Talk, field: str) -> bool:
    """Both write the notes; what each wants to talk about is their own."""
    if field == "wants":
        return is_own(viewer, talk.student)
    if field == "brings":
        return advises(viewer, talk.student)
    return is_own(viewer, talk.student) or advises(viewer, talk.student)


def may_hold(viewer: Viewer, talk: Talk) -> bool:
    """An advisor of the student says that it happened."""
    return advises(viewer, talk.student)


def may_choose(viewer: Viewer) -> bool:
    """The principal or an administrator says how the school talks, and who reads notes."""
    return viewer.is_a(Role.PRINCIPAL, Role.ADMINISTRATOR) and not viewer.purpose


def may_see_week(viewer: Viewer) -> bool:
    """The list of who talked when: advisors and leaders."""
    return (viewer.is_leader or viewer.is_a(Role.ADVISOR)) and not viewer.purpose


# ── private notes ──


def reads_notes(viewer: Viewer) -> bool:
    """Say whether the school lets this adult read notes that others wrote. One statement."""
    if viewer.purpose or not viewer.is_staff:
        return False
    return current_readers(viewer).filter(person=viewer.person_id).exists()


def reads_notes_on(viewer: Viewer, student: Student) -> bool:
    """Say whether they read them about this student: a leader, or an own advisor; no substitute."""
    return reads_notes(viewer) and (viewer.is_leader or is_own_advisor(viewer, student))


def current_readers(viewer: Viewer) -> QuerySet[NoteReader]:
    """Whom the school lets read them today, by name; staff only."""
    today = viewer.school.today()
    held: QuerySet[NoteReader] = NoteReader.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        school=viewer.school, since_on__lte=today, person__in=staff_today(viewer).values("pk"),
    )  # fmt: skip
    return held.select_related("person", "given_by").order_by("person__sort_name", "pk")


def staff_today(viewer: Viewer) -> QuerySet[Person]:
    """Who works at the school today, by name."""
    today = viewer.school.today()
    worn = Membership.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        school=viewer.school, role__in=STAFF, since_on__lte=today,
    )  # fmt: skip
    people: QuerySet[Person] = Person.objects.filter(pk__in=worn.values("person"))
    return people.order_by("sort_name", "pk")


def may_keep_notes(viewer: Viewer, student: Student) -> bool:
    """Advisors of the student write; so they have a page. No substitute does."""
    return student.school_id == viewer.school.pk and is_own_advisor(viewer, student)


def visible_notes(viewer: Viewer, student: Student) -> QuerySet[PrivateNote]:
    """One's own, while one sees the student; others' only for whom the school named.

    Never for the student, for family (not even when they work here), a pass or a program.
    """
    notes: QuerySet[PrivateNote] = PrivateNote.objects.filter(
        school=viewer.school,
        student=student,
        student__in=visible_students(viewer, Matter.PLAN).values("pk"),
    )
    if viewer.purpose or not viewer.is_staff or is_family(viewer, student):
        return notes.none()
    if not reads_notes_on(viewer, student):
        notes = notes.filter(author=viewer.person_id)
    fixed = PrivateNote.objects.filter(corrects=OuterRef("pk")).values("at")[:1]
    notes = notes.annotate(fixed_at=Subquery(fixed)).select_related("author", "corrects")
    return notes.order_by("-at", "-pk")


def is_family(viewer: Viewer, student: Student) -> bool:
    """Nobody reads as staff what is written about their own child."""
    family = Connection.objects.filter(student=student, adult=viewer.person_id, role=Role.GUARDIAN)
    return family.exists()


def may_correct(viewer: Viewer, note: PrivateNote) -> bool:
    """Who wrote it, while they advise the student."""
    return note.author_id == viewer.person_id and may_keep_notes(viewer, note.student)


def openings_of(student: Student) -> QuerySet[NoteOpening]:
    """Who opened the notes when, the latest first. For those who read them."""
    rows = NoteOpening.objects.filter(student=student).select_related("person")
    return rows.order_by("-at", "-pk")
