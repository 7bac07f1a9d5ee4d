"""Who sees which day, and who may say what about it."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from kindling.attendance.models import Day, DayQuerySet, Hours, Rhythm
from kindling.history.models import Event
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import current_connections, visible_students
from kindling.placements.models import Placement
from kindling.placements.rules import CONFIRM_DAYS
from kindling.schedule.models import Closure
from kindling.schedule.rules import may_change_closures
from kindling.schools.models import Person, School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import SiteCode, SiteMentor


def visible_placements(viewer: Viewer) -> QuerySet[Placement]:
    """Internships of students one sees; with a mentor's pass, those it names."""
    found: QuerySet[Placement] = Placement.objects.filter(school=viewer.school)
    found = found.select_related("student__person", "site", "mentor")
    if viewer.purpose == CONFIRM_DAYS:
        named = found.filter(public_id__in=sorted(viewer.subjects), mentor=viewer.person_id)
        return named.filter(mentor__suspended_at__isnull=True)
    return found.filter(student__in=visible_students(viewer, Matter.DAYS))


def visible_codes(viewer: Viewer) -> QuerySet[SiteCode]:
    """With a mentor's pass: the codes of the places of the internships it names, to show there."""
    codes: QuerySet[SiteCode] = SiteCode.objects.filter(school=viewer.school)
    if viewer.purpose != CONFIRM_DAYS:
        return codes.none()
    named = visible_placements(viewer).values("site")
    return codes.filter(site__in=named).select_related("site", "school")


def answered_for(viewer: Viewer) -> QuerySet[Placement]:
    """Internships of the students staff may speak for (may_check_in_for)."""
    placements = visible_placements(viewer)
    if viewer.purpose:
        return placements.none()
    if viewer.is_leader:
        return placements
    mine = current_connections(viewer).filter(role=Role.ADVISOR)
    advised = placements.filter(student__in=mine.values("student"))
    return advised if viewer.is_a(Role.ADVISOR) else placements.none()


def visible_days(viewer: Viewer) -> DayQuerySet:
    """Days of students one sees; with a mentor's pass, those of the internships it names."""
    days: DayQuerySet = Day.objects.filter(school=viewer.school)
    if viewer.purpose == CONFIRM_DAYS:
        named = days.filter(placement__public_id__in=sorted(viewer.subjects))
        mine = named.filter(placement__mentor=viewer.person_id)
        return mine.filter(placement__mentor__suspended_at__isnull=True)
    if viewer.is_leader:
        return days
    return days.filter(student__in=visible_students(viewer, Matter.DAYS))


def visible_hours(viewer: Viewer) -> QuerySet[Hours]:
    """Sums of the students one sees. A pass shows none."""
    hours: QuerySet[Hours] = Hours.objects.filter(school=viewer.school)
    return hours.filter(student__in=visible_students(viewer, Matter.DAYS))


def may_check_in(viewer: Viewer, placement: Placement) -> bool:
    """The student, with their own word. The mentor's and staff's words are rules of their own."""
    return viewer.is_a(Role.STUDENT) and placement.student.person_id == viewer.person_id


def may_check_in_for(viewer: Viewer, student: Student) -> bool:
    """Staff speak for a student they answer for: the student's own advisor and the leaders."""
    if viewer.school.pk != student.school_id or viewer.purpose:
        return False
    return viewer.is_leader or _advises(viewer, student)


def may_confirm(viewer: Viewer, placement: Placement) -> bool:
    """The mentor of this internship, holding a link that names it, unless they are suspended."""
    held = viewer.holds(CONFIRM_DAYS, placement.public_id)
    return held and placement.mentor_id == viewer.person_id and not is_suspended(viewer)


def is_suspended(viewer: Viewer) -> bool:
    """Whether who holds the link guides nobody for now. No statement."""
    return viewer.person is not None and viewer.person.suspended_at is not None


may_correct = may_confirm  # times, "wasn't here" and notes are the mentor's word too


def may_settle(viewer: Viewer, student: Student) -> bool:
    """The student's own advisor, the coordinator and the principal have the last word."""
    if viewer.is_a(Role.COORDINATOR, Role.PRINCIPAL):
        return True
    return _advises(viewer, student)


def _advises(viewer: Viewer, student: Student) -> bool:
    """One statement for an advisor, none for the others."""
    own = current_connections(viewer).filter(role=Role.ADVISOR, student=student)
    return viewer.is_a(Role.ADVISOR) and own.exists()


def may_ask_mentor(viewer: Viewer, student: Student) -> bool:
    """Who settles days may also send the mentor a link; the clock does it every evening."""
    return viewer.is_a(Role.SYSTEM) or may_settle(viewer, student)


def may_read_note(viewer: Viewer, day: Day) -> bool:
    """Staff read every note; student and family read what the mentor shared."""
    return day.mentor_note_is_shared or viewer.is_staff


def may_call_snow_day(viewer: Viewer) -> bool:
    """Who closes the school calls the snow day."""
    return may_change_closures(viewer) and not viewer.purpose


def snow_day_on(school: School, day: date) -> Closure | None:
    """Return the snow day of this date."""
    days: QuerySet[Closure] = Closure.objects.filter(school=school, kind=Closure.Kind.SNOW)
    return days.filter(starts_on=day).first()


def snow_days_on(school: School, days: list[date]) -> set[date]:
    """Return which of these days are snow days."""
    found = Closure.objects.filter(school=school, kind=Closure.Kind.SNOW, starts_on__in=days)
    return set(found.values_list("starts_on", flat=True))


def visible_snow_events(viewer: Viewer) -> QuerySet[Event]:
    """When a snow day was called or taken back, newest first."""
    events: QuerySet[Event] = Event.objects.filter(
        school=viewer.school,
        subject_id=viewer.school.public_id,
        verb__in=["snow.call", "snow.take_back"],
    )
    if not may_call_snow_day(viewer):
        return events.none()
    return events.select_related("by").order_by("-at", "-pk")


def visible_mentors(viewer: Viewer) -> QuerySet[Person]:
    """Staff: mentors of the internships they see; leaders: of any site. By link: oneself."""
    people: QuerySet[Person] = Person.objects.filter(school=viewer.school)
    if viewer.purpose == CONFIRM_DAYS:
        return people.filter(pk=viewer.person_id or 0)
    if viewer.purpose or not viewer.is_staff:
        return people.none()
    running = visible_placements(viewer).filter(state__in=Placement.RUNNING)
    known = Q(pk__in=running.values("mentor"))
    if viewer.is_leader:
        known |= Q(pk__in=SiteMentor.objects.filter(school=viewer.school).values("person"))
    return people.filter(known)


def may_choose_rhythm(viewer: Viewer, mentor: Person, rhythm: str) -> bool:
    """The mentor by their link. Staff who may ask them, too, but nobody gives another's word."""
    if viewer.purpose == CONFIRM_DAYS:
        return viewer.person_id == mentor.pk
    if rhythm == Rhythm.EXCEPTIONS or viewer.purpose:
        return False
    return may_ask_this_mentor(viewer, mentor)


def may_ask_this_mentor(viewer: Viewer, mentor: Person) -> bool:
    """Who settles the days of one of their students."""
    if not visible_mentors(viewer).filter(pk=mentor.pk).exists():
        return False
    if viewer.is_a(Role.COORDINATOR, Role.PRINCIPAL):
        return True
    students = Placement.objects.filter(mentor=mentor, state__in=Placement.RUNNING)
    own = current_connections(viewer).filter(role=Role.ADVISOR)
    own = own.filter(student__in=students.values("student"))
    return viewer.is_a(Role.ADVISOR) and own.exists()


def may_count_by_word(viewer: Viewer) -> bool:
    """Only the clock lets days count by a standing word."""
    return viewer.is_a(Role.SYSTEM)


def with_choices(mentor: Person) -> Person:
    """Return the mentor with `mentor_choice` and `reach`, where they chose. One statement."""
    return Person.objects.select_related("mentor_choice", "reach").get(pk=mentor.pk)
