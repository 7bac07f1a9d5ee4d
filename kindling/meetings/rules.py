"""Who sees a meeting, who writes in it, and whose promise it is."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from kindling.meetings.models import AgendaText, Attendee, Commitment, Meeting
from kindling.people.matters import Matter
from kindling.people.models import Connection, Student
from kindling.people.rules import (
    family_ties,
    is_own,
    is_own_advisor,
    own_advisees,
    visible_students,
)
from kindling.placements.audience import guardians_of
from kindling.placements.models import Placement
from kindling.schools.models import Person
from kindling.schools.roles import STAFF, Role
from kindling.schools.viewer import Viewer

JOIN_MEETING = "join_meeting"  # a pass; its subject is one meeting
GUIDES = (Role.COORDINATOR, Role.PRINCIPAL, Role.SYSTEM)


def visible_meetings(viewer: Viewer) -> QuerySet[Meeting]:
    """The student's own, those of students one advises or leads, and those one is invited to.

    A link shows its one meeting while its bearer is still asked to come; a family's only while
    they are the student's family.
    """
    rows: QuerySet[Meeting] = Meeting.objects.filter(school=viewer.school)
    rows = rows.select_related("student__person", "leader", "by")
    if viewer.purpose == JOIN_MEETING:
        return rows.filter(pk__in=_invited(viewer), public_id__in=viewer.subjects)
    if viewer.purpose:
        return rows.none()
    if viewer.is_leader or viewer.is_a(Role.SYSTEM):
        return rows
    seen = Q(pk__in=[])
    if viewer.is_a(*STAFF, Role.GUARDIAN):
        seen |= Q(pk__in=_invited(viewer))
    if viewer.is_a(Role.ADVISOR, Role.STUDENT):
        seen |= Q(student__in=_guided(viewer))
    return rows.filter(seen)


def _guided(viewer: Viewer) -> QuerySet[Student]:
    """The viewer as a student, and the students they advise: never a guardian's children."""
    mine = Q(person=viewer.person_id) if viewer.is_a(Role.STUDENT) else Q(pk__in=[])
    if viewer.is_a(Role.ADVISOR):
        mine |= Q(pk__in=own_advisees(viewer))  # a substitute comes where they are asked to
    found: QuerySet[Student] = Student.objects.filter(mine, school=viewer.school)
    return found


def _invited(viewer: Viewer) -> QuerySet[Attendee, Any]:
    """Keys of the meetings to which the viewer is asked now."""
    rows = Attendee.objects.filter(
        school=viewer.school, person=viewer.person_id or 0, off_at__isnull=True
    )
    family = family_ties(viewer, Matter.PLAN).values("student")
    parts = Q(part=Role.GUARDIAN, meeting__student__in=family)
    if viewer.purpose:
        parts |= ~Q(part=Role.GUARDIAN)
    elif viewer.is_a(*STAFF):
        parts |= Q(part__in=(Role.ADVISOR, Role.STAFF))
    return rows.filter(parts).values("meeting")


def visible_attendees(viewer: Viewer) -> QuerySet[Attendee]:
    """Who is asked to the meetings one sees. A link shows its bearer alone."""
    rows: QuerySet[Attendee] = Attendee.objects.filter(school=viewer.school, off_at__isnull=True)
    rows = rows.filter(meeting__in=visible_meetings(viewer).values("pk"))
    if viewer.purpose:
        rows = rows.filter(person=viewer.person_id)
    return rows.select_related("person").order_by("pk")


def own_places(viewer: Viewer) -> QuerySet[Attendee]:
    """Where the viewer, signed in, is asked to come."""
    rows: QuerySet[Attendee] = Attendee.objects.filter(
        school=viewer.school, person=viewer.person_id or 0, off_at__isnull=True
    )
    if viewer.purpose:
        return rows.none()
    if not viewer.is_a(Role.STUDENT):
        rows = rows.filter(meeting__in=_invited(viewer))
    return rows.select_related("meeting__student__person")


def visible_commitments(viewer: Viewer) -> QuerySet[Commitment]:
    """One's own promises, and those about students one sees as themselves, advisor or leader.

    What was promised without a meeting, in a talk, is between student and advisor: leaders read of
    it what they promised or wrote down. A family reads those of the meetings it was at. A link
    shows what its bearer promised there.
    """
    rows: QuerySet[Commitment] = Commitment.objects.filter(school=viewer.school)
    rows = rows.select_related("student__person", "owner", "meeting")
    own = Q(owner=viewer.person_id or 0)
    if viewer.purpose:
        return rows.filter(own, meeting__in=visible_meetings(viewer).values("pk"))
    if viewer.is_a(Role.SYSTEM):
        return rows
    seen = Q(meeting__in=visible_meetings(viewer).values("pk"))
    if viewer.is_leader:
        seen = Q(meeting__isnull=False) | Q(by=viewer.person_id or 0)
    if viewer.is_a(Role.ADVISOR, Role.STUDENT):
        seen |= Q(student__in=_guided(viewer))
    if viewer.is_a(*STAFF):
        seen |= own
    if viewer.is_a(Role.GUARDIAN):
        family = family_ties(viewer, Matter.PLAN).values("student")
        seen |= own & Q(student__in=family)
    return rows.filter(seen)


def bookable_students(viewer: Viewer) -> QuerySet[Student]:
    """For whom the viewer may book: themselves, or whom they advise or lead."""
    found = visible_students(viewer, Matter.PLAN).filter(state=Student.State.ENROLLED)
    if viewer.purpose:
        return found.none()
    if not viewer.is_a(*GUIDES):
        found = found.filter(pk__in=_guided(viewer))
    return found.order_by("person__sort_name", "pk")


def is_a_booker(viewer: Viewer) -> bool:
    """Whether there is anybody for whom the viewer might book."""
    hats = (Role.STUDENT, Role.ADVISOR, Role.COORDINATOR, Role.PRINCIPAL)
    return viewer.is_a(*hats) and not viewer.purpose


def own_agendas(viewer: Viewer) -> QuerySet[AgendaText]:
    """The school's own agendas. They name nobody; whoever books reads them."""
    found: QuerySet[AgendaText] = AgendaText.objects.filter(school=viewer.school)
    return found


def may_book(viewer: Viewer, student: Student) -> bool:
    """The student, their advisor, the coordinator and the principal."""
    return student.school_id == viewer.school.pk and (
        is_own(viewer, student) or guides(viewer, student)
    )


def guides(viewer: Viewer, student: Student) -> bool:
    """Whoever answers for the student: the advisor, the coordinator and the principal."""
    if viewer.purpose or student.school_id != viewer.school.pk:
        return False
    if viewer.is_a(*GUIDES):
        return True
    return is_own_advisor(viewer, student)


def may_run(viewer: Viewer, meeting: Meeting) -> bool:
    """Move it, call it off, ask others: the student, who guides them, and staff who lead it."""
    if may_book(viewer, meeting.student):
        return True
    leads = meeting.leader_id == viewer.person_id and meeting.school_id == viewer.school.pk
    return leads and viewer.is_staff and not viewer.purpose


def may_write(viewer: Viewer, meeting: Meeting) -> bool:
    """Agenda and minutes: the student, who guides them, and invited staff. Others read."""
    if may_run(viewer, meeting):
        return True
    if viewer.purpose or not viewer.is_staff or meeting.school_id != viewer.school.pk:
        return False
    there = Attendee.objects.filter(meeting=meeting, off_at__isnull=True)
    return there.filter(person=viewer.person_id or 0).exists()


def reads_notes(viewer: Viewer) -> bool:
    """Minutes and promises are for who signs in; a link shows when, where and what about."""
    return not viewer.purpose


def may_answer(viewer: Viewer, attendee: Attendee) -> bool:
    """Each for themselves: signed in, or with the link to this meeting."""
    mine = attendee.person_id == viewer.person_id and attendee.off_at is None
    if viewer.purpose:
        return mine and viewer.holds(JOIN_MEETING, attendee.meeting.public_id)
    return mine and attendee.school_id == viewer.school.pk


def may_keep(viewer: Viewer, commitment: Commitment) -> bool:
    """Whose promise it is, the student it is about, and who guides them."""
    mine = commitment.owner_id == viewer.person_id
    if mine and visible_commitments(viewer).filter(pk=commitment.pk).exists():
        return True
    return may_book(viewer, commitment.student)


def may_choose(viewer: Viewer) -> bool:
    """Agendas and the grade are the principal's, the coordinator's or an administrator's choice."""
    return viewer.is_a(Role.COORDINATOR, Role.PRINCIPAL, Role.ADMINISTRATOR) and not viewer.purpose


def team_of(student: Student) -> list[tuple[Person, Role]]:
    """The learning team today: student, advisors, family, and mentors where they are an intern."""
    today = student.school.today()
    team: dict[int, tuple[Person, Role]] = {student.person_id: (student.person, Role.STUDENT)}
    running = Placement.objects.filter(student=student, state__in=Placement.RUNNING)
    mentors = [one.mentor for one in running.select_related("mentor").order_by("pk")]
    found = [(one, Role.ADVISOR) for one in _own_advisors(student, today)]
    found += [(one, Role.GUARDIAN) for one in guardians_of(student, today, Matter.PLAN)]
    found += [(one, Role.MENTOR) for one in mentors if one.suspended_at is None]
    for person, part in found:
        person.school = student.school
        team.setdefault(person.pk, (person, part))
    return list(team.values())


def _own_advisors(student: Student, today: date) -> QuerySet[Person]:
    """Who advises the student today; a substitute is asked by name or not at all."""
    held = Connection.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        student=student, role=Role.ADVISOR, is_substitute=False, since_on__lte=today,
    )  # fmt: skip
    return Person.objects.filter(pk__in=held.values("adult")).order_by("pk")


def others_of_school(viewer: Viewer) -> QuerySet[Person]:
    """Who else of the school may be asked: staff of today, chosen by staff."""
    today = viewer.school.today()
    worn = Q(memberships__until_on__isnull=True) | Q(memberships__until_on__gte=today)
    found: QuerySet[Person] = Person.objects.filter(
        worn, school=viewer.school, merged_into__isnull=True,
        memberships__role__in=STAFF, memberships__since_on__lte=today,
    )  # fmt: skip
    found = found.distinct().order_by("sort_name", "pk")
    return found if viewer.is_staff or viewer.is_a(Role.SYSTEM) else found.none()
