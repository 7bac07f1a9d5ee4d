"""Book a meeting, move it, call it off, hold it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step, too_late
from kindling.kit.http import Refused, require
from kindling.meetings import rules
from kindling.meetings.actions.inviting import invite, tell
from kindling.meetings.agendas import first_agenda
from kindling.meetings.along import tell_followers
from kindling.meetings.calendars import CANCEL, REQUEST
from kindling.meetings.models import Attendee, Meeting, MeetingChoice
from kindling.meetings.times import check_time, day_of
from kindling.people.models import Student
from kindling.schools.models import Person
from kindling.schools.roles import STAFF, Role
from kindling.schools.viewer import Viewer

MOST_PEOPLE = 30


@transaction.atomic
def book_meeting(
    student: Student,
    *,
    kind: str,
    starts_at: datetime,
    minutes: int = 45,
    place: str = "",
    video: str = "",
    title: str = "",
    people: Iterable[Person] | None = None,
    interpreter_language: str = "",
    by: Viewer,
) -> Meeting:
    """Book it, and ask everybody with a letter that a calendar understands.

    people: who is asked besides student and advisor, who always come; None: the learning team.
    """
    require(rules.may_book(by, student))
    check_time(starts_at, minutes, by)
    asked = _asked(student, people, by)
    meeting = Meeting.objects.create(
        school=by.school, student=student, kind=kind, title=title.strip()[:120],
        starts_at=starts_at, on=day_of(starts_at, by), minutes=minutes, place=place.strip()[:200], video=video.strip(),
        leader=_leader(student, asked, by), by=by.person, agenda=first_agenda(kind, by),
        **_interpreter(interpreter_language),
    )  # fmt: skip
    record("meeting.book", meeting, by=by, kind=kind, at=starts_at.isoformat(), asked=len(asked))
    invite(meeting, _seat(meeting, asked, by), by=by)
    tell_followers(meeting, "booked", by=by)
    return meeting


def _leader(student: Student, asked: list[tuple[Person, Role]], by: Viewer) -> Person:
    """The student from the grade the school sets, else the first of the school who is asked."""
    if MeetingChoice.of(by.school).is_led_by(student.grade):
        return student.person
    return next(one for one, part in asked if part in (Role.ADVISOR, Role.STAFF))


def _interpreter(language: str) -> dict[str, Any]:
    language = language.strip()[:60]
    state = Meeting.Interpreter.ASKED if language else Meeting.Interpreter.NONE
    return {"interpreter_language": language, "interpreter": state}


def _seat(meeting: Meeting, asked: list[tuple[Person, Role]], by: Viewer) -> list[Attendee]:
    """A row for each who is asked; who books it comes."""
    answers = {by.person_id: Attendee.Answer.COMING.value}
    rows = [
        Attendee(
            school=by.school, meeting=meeting, person=one, part=part, answer=answers.get(one.pk, "")
        )
        for one, part in asked
    ]
    return Attendee.objects.bulk_create(rows)


def _asked(
    student: Student, people: Iterable[Person] | None, by: Viewer
) -> list[tuple[Person, Role]]:
    """Who is asked, each with their part; always with somebody of the school among them."""
    team = rules.team_of(student)
    parts = {person.pk: part for person, part in team}
    if people is None:
        asked = team
    else:
        named = {person.pk: person for person in people}
        kept = [
            (p, part) for p, part in team if part in (Role.STUDENT, Role.ADVISOR) or p.pk in named
        ]
        wanted = [pk for pk in named if pk not in parts]
        others = rules.others_of_school(by).filter(pk__in=wanted)
        asked = [*kept, *((person, Role.STAFF) for person in others)]
    if by.person and by.is_staff and by.person_id not in {p.pk for p, _part in asked}:
        asked.append((by.person, Role.STAFF))
    if not any(part in (Role.ADVISOR, *STAFF) for _person, part in asked):
        raise Refused(_("Nobody of the school would be there. Ask the school to book it."))
    if len(asked) > MOST_PEOPLE:
        raise ValidationError({"people": _("Ask fewer people.")})
    return asked


@transaction.atomic
def move_meeting(
    meeting: Meeting,
    *,
    starts_at: datetime,
    minutes: int,
    place: str = "",
    video: str = "",
    by: Viewer,
) -> None:
    """Another time or place. Who has an invitation gets the new one; a new time asks everybody anew."""
    require(rules.may_run(by, meeting))
    changed = {
        "starts_at": starts_at, "on": day_of(starts_at, by), "minutes": minutes, "place": place.strip()[:200],
        "video": video.strip(),
    }  # fmt: skip
    was = {name: getattr(meeting, name) for name in changed}
    if was == changed:
        return
    is_moved = was["starts_at"] != starts_at or was["minutes"] != minutes
    if is_moved:
        check_time(starts_at, minutes, by)
    _change(meeting, **changed, sequence=F("sequence") + 1, reminded_at=None)
    meeting.refresh_from_db(fields=["sequence"])
    if is_moved:
        others = Attendee.objects.filter(meeting=meeting).exclude(person=by.person_id)
        others.update(answer="", answered_at=None)
    record(
        "meeting.move", meeting, by=by, was=was["starts_at"].isoformat(), now=starts_at.isoformat()
    )
    tell(meeting, "moved", REQUEST, by=by)


def _change(meeting: Meeting, **changes: Any) -> None:
    """Set fields while it is booked; Refused for the one who comes second."""
    rows = Meeting.objects.filter(pk=meeting.pk, state=Meeting.State.BOOKED)
    if not rows.update(**changes):
        meeting.refresh_from_db(fields=["state"])
        raise too_late(meeting)
    for name, value in changes.items():
        setattr(meeting, name, value)


@transaction.atomic
def cancel_meeting(meeting: Meeting, reason: str = "", *, by: Viewer) -> None:
    """Call it off: it leaves the calendars of all who were invited."""
    require(rules.may_run(by, meeting))
    take_step(
        meeting, "cancel", by=by, reason=reason.strip()[:300], sequence=F("sequence") + 1,
        detail={"reason": reason.strip()[:300]},
    )  # fmt: skip
    meeting.refresh_from_db(fields=["sequence"])
    tell(meeting, "cancelled", CANCEL, by=by)
    tell_followers(meeting, "cancelled", by=by)


@transaction.atomic
def hold_meeting(meeting: Meeting, *, by: Viewer) -> None:
    """It took place. Refused before its day."""
    require(rules.may_write(by, meeting))
    if meeting.on > by.school.today():
        raise Refused(_("This meeting is still to come."))
    take_step(meeting, "hold", by=by)
    tell_followers(meeting, "held", by=by)


@transaction.atomic
def settle_interpreter(
    meeting: Meeting, *, language: str, name: str = "", comes: bool, by: Viewer
) -> None:
    """Ask for an interpreter, say that one comes, or that none is needed (no language)."""
    require(rules.may_run(by, meeting))
    language = language.strip()[:60]
    state = Meeting.Interpreter.CONFIRMED if comes else Meeting.Interpreter.ASKED
    facts = {
        "interpreter_language": language,
        "interpreter": state if language else Meeting.Interpreter.NONE,
        "interpreter_name": name.strip()[:200] if language else "",
    }
    _change(meeting, **facts)
    record("meeting.interpreter", meeting, by=by, language=language, comes=comes)
