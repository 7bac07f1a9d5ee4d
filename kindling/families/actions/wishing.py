"""A family asks for a meeting; the advisor books one of their times, or answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.families import rules
from kindling.families.actions.sending import links_of
from kindling.families.models import MeetingWish
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.kit.signing import tap_of
from kindling.meetings.actions import book_meeting
from kindling.meetings.models import Meeting
from kindling.notices.actions import notify, notify_many
from kindling.people.models import Student
from kindling.schools.inside import inside
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


@transaction.atomic
def wish_meeting(
    student: Student, *, times: Sequence[datetime], about: str = "", interpreter: str = "",
    tap: str, by: Viewer,
) -> MeetingWish:  # fmt: skip
    """Ask to meet at one of these moments, the best first. The same tap twice is one wish.

    interpreter: the language of one, "" for none. Refused for a time that is over.
    """
    require(rules.children_to_meet(by).filter(pk=student.pk).exists())
    if any(one <= by.school.now() for one in times):
        raise Refused(_("Choose times that are still to come."))
    tap = tap_of(tap, student.pk, about, interpreter, *times)
    person = Person.objects.select_for_update().get(
        pk=by.person_id or 0
    )  # two taps: the second waits
    known = MeetingWish.objects.filter(school=by.school, by=person, tap=tap).first()
    if known is not None:
        return known
    wish: MeetingWish = MeetingWish.objects.create(
        school=by.school, student=student, by=person, tap=tap, about=about.strip(),
        interpreter=interpreter, times=[one.isoformat() for one in times],
    )  # fmt: skip
    record("meeting_wish.make", wish, by=by)
    with inside(by.school):
        page = wish.get_absolute_url()
    advisors = [one for _key, one in rules.advisors_of(by, [student.pk])]
    people = advisors or list(rules.answerers(by))
    notify_many(people, "families/wished", {"wish": wish, "student": student}, by=by, url=page)
    return wish


@transaction.atomic
def book_wish(wish: MeetingWish, starts_at: datetime, *, place: str = "", by: Viewer) -> Meeting:
    """Book one of their times, with the student. Letters go out.

    No other guardian is asked along: what one household asks for is not the other's to read.
    """
    require(rules.may_settle_wish(by, wish))
    if starts_at.isoformat() not in wish.times:
        raise Refused(_("Choose one of the times they named."))
    meeting = book_meeting(
        wish.student, kind="other", title=wish.about[:120], starts_at=starts_at, place=place,
        people=[wish.by], interpreter_language=wish.interpreter, by=by,
    )  # fmt: skip
    take_step(wish, "book", by=by, meeting=meeting)
    return meeting


@transaction.atomic
def answer_wish(wish: MeetingWish, words: str, *, by: Viewer) -> None:
    """No time fits, or a call is enough: say so. They read it in their letter."""
    require(rules.may_settle_wish(by, wish))
    if not words.strip():
        raise Refused(_("Write them a kind word. They read it."))
    take_step(wish, "answer", by=by, answer=words.strip())
    link = links_of([wish.by], by=by)[wish.by_id]
    facts = {"words": words.strip(), "who": by.person, "school": by.school}
    notify(wish.by, "families/answered", facts, by=by, link_id=link.public_id)
