"""Reviews of months: which are due, which are there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from kindling.ale import rules
from kindling.ale.models import AlePlace, MonthReview, month_of
from kindling.kit.addresses import url
from kindling.kit.waits import HoldsUp, Wait
from kindling.schools.viewer import Viewer

LATE_DAY = 21  # from this day of a month its review is asked for
WORD_DAY = 15


@dataclass(frozen=True, slots=True)
class MonthLine:
    """One student's month."""

    place: AlePlace
    review: MonthReview | None
    has_word: bool
    is_mine: bool


def months_due(viewer: Viewer, month_on: date) -> list[MonthLine]:
    """Everybody's review of a month, what is missing first. Three statements."""
    places = [one for one in rules.visible_places(viewer) if month_of(one.since_on) <= month_on]
    reviews = rules.visible_reviews(viewer).filter(month_on=month_on, is_replaced=False)
    there = {one.student_id: one for one in reviews}
    words = rules.visible_words(viewer).filter(month_on=month_on)
    said = set(words.values_list("student", flat=True))
    lines = [
        MonthLine(
            one, there.get(one.student_id), one.student_id in said,
            one.teacher_id == viewer.person_id,
        )
        for one in places
    ]  # fmt: skip
    return sorted(lines, key=_by_need)


def _by_need(line: MonthLine) -> tuple[bool, str]:
    return line.review is not None, line.place.student.person.sort_name


def earlier_month(month_on: date) -> date:
    """The first day of the month before the one of this day."""
    return month_of(month_of(month_on) - timedelta(days=1))


def later_month(month_on: date) -> date:
    """The first day of the month after the one of this day."""
    return month_of(month_of(month_on) + timedelta(days=32))


def waits(viewer: Viewer) -> list[Wait]:
    """Reviews that a teacher owes, and the student's own word. Two statements at most."""
    if not viewer.school.has_ale or viewer.purpose:
        return []
    own = rules.own_place(viewer)
    if own is not None:
        return _own_word(viewer, own)
    if not viewer.is_staff:
        return []
    today = viewer.school.today()
    month_on = month_of(today) if today.day >= LATE_DAY else earlier_month(today)
    places = rules.visible_places(viewer).filter(teacher=viewer.person_id)
    there = rules.visible_reviews(viewer).filter(month_on=month_on, is_replaced=False)
    places = places.exclude(student__in=there.order_by().values("student"))
    return [
        _wait(viewer, one, month_on)
        for one in places.order_by("student__person__sort_name")[:50]
        if month_of(one.since_on) <= month_on
    ]


def _wait(viewer: Viewer, place: AlePlace, month_on: date) -> Wait:
    say = _("Review the month with %(name)s") % {"name": place.student.first}
    to = url("ale:review", place.student.public_id, month_on.isoformat())
    return Wait(
        f"ale.review:{place.public_id}", say, to, HoldsUp.STAFF, viewer.school.now(),
        place.student.name, "scroll-text",
    )  # fmt: skip


def _own_word(viewer: Viewer, place: AlePlace) -> list[Wait]:
    today = viewer.school.today()
    if today.day < WORD_DAY or rules.words_of(place).filter(month_on=month_of(today)).exists():
        return []
    say, now = _("Say how this month was for you"), viewer.school.now()
    key = f"ale.word:{place.public_id}"
    return [Wait(key, say, url("ale:mine"), HoldsUp.STAFF, now, "", "scroll-text")]
