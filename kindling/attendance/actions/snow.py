"""A snow day: nobody is expected, everyone concerned hears of it, and it can be taken back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from kindling.attendance import audience, rules
from kindling.attendance.timetable import timetable_of_school
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify_many
from kindling.schedule.actions.closures import add_closure, reopen
from kindling.schedule.models import Closure
from kindling.schedule.queries import closed_days, is_school_day
from kindling.schools.models import Person, School
from kindling.schools.viewer import Viewer

CALLED, TAKEN_BACK = "snow.call", "snow.take_back"


@transaction.atomic
def call_snow_day(on: date, *, by: Viewer) -> Closure:
    """Close the school for this day, and tell students, families, staff and expected mentors.

    A double tap makes one, and one message each. Raises Refused for days that are over or off.
    """
    require(rules.may_call_snow_day(by))
    School.objects.select_for_update().get(pk=by.school.pk)
    known = rules.snow_day_on(by.school, on)
    if known is not None:
        return known
    _refuse_day(on, by)
    mentors = _expected_mentors(by.school, on)
    with translation.override(by.school.language):
        label = _("Snow day")
    closure = add_closure(by=by, label=label, kind=Closure.Kind.SNOW, starts_on=on, ends_on=on)
    told = _tell("snow_day", on, mentors, by=by)
    record(CALLED, by.school, by=by, on=str(on), told=told)
    return closure


@transaction.atomic
def take_back_snow_day(on: date, *, by: Viewer) -> None:
    """Open the school on this day after all, and tell the same people. A second tap does nothing.

    Raises Refused for days that are over.
    """
    require(rules.may_call_snow_day(by))
    School.objects.select_for_update().get(pk=by.school.pk)
    closure = rules.snow_day_on(by.school, on)
    if closure is None:
        return
    if on < by.school.today():
        raise Refused(_("This day is over. It stays as it was."))
    reopen(closure, by=by)
    told = _tell("snow_day_over", on, _expected_mentors(by.school, on), by=by)
    record(TAKEN_BACK, by.school, by=by, on=str(on), told=told)


def _refuse_day(on: date, by: Viewer) -> None:
    if on < by.school.today():
        raise Refused(_("This day is over. It stays as it was."))
    if on > by.school.today() + timedelta(days=7):
        raise Refused(_("Choose a day within the next week. For later ones add days off."))
    if not is_school_day(by.school, on):
        reason = closed_days(by.school, on, on).get(on)
        sentence = _("There is no school on this day anyway: %(reason)s.") % {"reason": reason}
        raise Refused(sentence if reason else _("There is no school on this day anyway."))


def _expected_mentors(school: School, on: date) -> list[Person]:
    """The mentors with somebody expected on this day. Two statements."""
    expected = timetable_of_school(school, on).on(on)
    return list(audience.mentors_of(school, list(expected)))


def _tell(kind: str, on: date, mentors: list[Person], *, by: Viewer) -> int:
    """Queue the message for each once; return how many are told."""
    inside = [person for person in audience.people_to_tell(by.school) if person.pk != by.person_id]
    known = {person.pk for person in inside}
    outside = [person for person in mentors if person.pk not in known]
    end = datetime.combine(on + timedelta(days=1), time.min, tzinfo=by.school.zone)
    for people, name in ((inside, kind), (outside, f"{kind}_mentor")):
        _keep_school(people, by.school)
        # It is about the way to school in the morning: it goes at night too.
        notify_many(people, f"attendance/{name}", {"on": on}, by=by, urgent=True, until=end)
    return len(inside) + len(outside)


def _keep_school(people: Iterable[Person], school: School) -> None:
    """Spare a statement for each."""
    for person in people:
        person.school = school
