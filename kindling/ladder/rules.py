"""Who sees an alarm, and who may take it."""

from __future__ import annotations

from django.db.models import QuerySet

from kindling.absences.rules import is_desk
from kindling.history.models import Event
from kindling.ladder.models import Alarm, Call, Ladder
from kindling.people.rules import connected_students
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

TAKE_ALARMS = "take_alarms"  # the purpose of a link for whoever was told; its subjects are alarms


def visible_alarms(viewer: Viewer) -> QuerySet[Alarm]:
    """The desk sees the school's, an advisor those of their students; a link those it names,
    as long as its bearer was told of them. Students, families and mentors have no page of alarms.
    """
    alarms: QuerySet[Alarm] = Alarm.objects.filter(school=viewer.school)
    related = ("student__person", "placement__site", "placement__mentor", "taken_by", "closed_by")
    alarms = alarms.select_related(*related)
    if viewer.purpose == TAKE_ALARMS:
        named = alarms.filter(public_id__in=viewer.subjects)
        return named.filter(pk__in=Call.objects.filter(person=viewer.person_id).values("alarm"))
    if viewer.purpose:
        return alarms.none()
    if is_desk(viewer):
        return alarms
    if not viewer.is_a(Role.ADVISOR):
        return alarms.none()
    today, person = viewer.school.today(), viewer.person_id or 0
    mine = connected_students(viewer.school.pk, person, Role.ADVISOR.value, today)
    return alarms.filter(student__in=mine)


def was_told_as_staff(viewer: Viewer, alarms: list[Alarm]) -> bool:
    """Behind a link: only who was told of all these as advisor, office or principal."""
    staff = (Call.Part.ADVISOR, Call.Part.OFFICE, Call.Part.PRINCIPAL)
    rows = Call.objects.filter(person=viewer.person_id, alarm__in=alarms, part__in=staff)
    told = set(rows.values_list("alarm", flat=True))
    return all(alarm.pk in told for alarm in alarms)


def may_see_alarms(viewer: Viewer) -> bool:
    """The page is for whoever answers for students."""
    return not viewer.purpose and (viewer.is_a(Role.ADVISOR) or is_desk(viewer))


def may_take(viewer: Viewer, alarm: Alarm) -> bool:
    """Whoever sees it: they were told, or answer for the student."""
    if viewer.school.pk != alarm.school_id or viewer.scope != "write":
        return False
    return visible_alarms(viewer).filter(pk=alarm.pk).exists()


def may_tell_family(viewer: Viewer, alarm: Alarm) -> bool:
    """The office decides that the family is alarmed."""
    same = viewer.school.pk == alarm.school_id
    return same and not viewer.purpose and is_desk(viewer)


def may_change_ladder(viewer: Viewer) -> bool:
    """The minutes are the principal's and the administrator's."""
    return viewer.is_a(Role.PRINCIPAL, Role.ADMINISTRATOR, Role.SYSTEM) and not viewer.purpose


def ladder_of(viewer: Viewer) -> Ladder:
    """The school's minutes; the usual ones where nobody changed them. One statement."""
    found = Ladder.objects.filter(school=viewer.school).first()
    return found or Ladder(school=viewer.school)


def calls_of(alarm: Alarm) -> QuerySet[Call]:
    """Who was told of an alarm one may see, first to last."""
    rows = Call.objects.filter(alarm=alarm).select_related("person", "notice")
    return rows.order_by("at", "pk")


def events_of(alarm: Alarm) -> QuerySet[Event]:
    """What happened with an alarm one may see, first to last."""
    rows = Event.objects.filter(school=alarm.school_id, subject_id=alarm.public_id)
    return rows.select_related("by").order_by("at", "pk")
