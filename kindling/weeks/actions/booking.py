"""Students take a free time themselves, where the school lets them."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.addresses import url
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify_many
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer
from kindling.weeks import rules
from kindling.weeks.actions.moving import apply_moves
from kindling.weeks.actions.publishing import tell_one
from kindling.weeks.checks import fitting_slot, fresh, has_time, lost, open_week
from kindling.weeks.gathering import gather
from kindling.weeks.models import Change, Sitting, Week, WeekRoom
from kindling.weeks.words import own_words


@transaction.atomic
def open_booking(week: Week, until: datetime, *, by: Viewer) -> int:
    """Let students take a time until then, and tell those who have none. Returns how many."""
    open_week(week, by=by)
    if until <= by.school.now():
        raise ValidationError({"until": _("Choose a moment ahead.")})
    if not week.rooms.filter(ended_at=None).exists():
        raise Refused(_("Add a room first."))
    Week.objects.filter(pk=week.pk).update(books_until=until)
    rows = Sitting.objects.filter(week=week, off_at=None, starts_at=None)
    rows = rows.select_related("exhibition__student__person")
    people = [row.exhibition.student.person for row in rows.order_by("pk")]
    for person in people:
        person.school = by.school  # spares a statement for each
    told = {"week": week.title, "until": until}
    with inside(by.school):
        address = url("weeks:weeks")
    notify_many(people, "weeks/choose", told, by=by, url=address)
    record("week.open_booking", week, by=by, count=len(people))
    return len(people)


@transaction.atomic
def shut_booking(week: Week, *, by: Viewer) -> None:
    """From now on the school gives out the times."""
    open_week(week, by=by)
    Week.objects.filter(pk=week.pk).update(books_until=None)
    record("week.shut_booking", week, by=by)


@transaction.atomic
def book_slot(sitting: Sitting, room: WeekRoom, starts_at: datetime, *, by: Viewer) -> None:
    """Take this time; it is set at once, and who is on the panel is told. Of two, one wins."""
    require(rules.may_book(by, sitting))
    week = sitting.week
    week.school = by.school
    week.lock()
    if not week.is_booking(by.school.now()):
        raise Refused(_("Times can’t be chosen now. Ask your advisor."))
    gathered = gather(week)
    current = fresh(gathered, sitting)
    if lost(gathered):
        raise Refused(_("Times can’t be chosen now. Ask your advisor."))
    if has_time(current):
        raise Refused(_("You have a time already. Ask your advisor to move it."))
    slot = fitting_slot(gathered, current, room, starts_at, own_words)
    apply_moves(week, [(current, slot, True)], Change.How.BOOKED, gathered, by=by)
    tell_one(current, gathered, by=Viewer.system(by.school))
