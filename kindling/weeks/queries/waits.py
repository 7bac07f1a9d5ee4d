"""A week that waits to be published, and a time that waits to be chosen."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.kit.waits import MOST, HoldsUp, Wait
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.ui.format import day
from kindling.weeks import rules
from kindling.weeks.models import Sitting, Week


def waits(viewer: Viewer) -> list[Wait]:
    """What waits because of weeks. One statement."""
    if viewer.purpose:
        return []
    if viewer.is_a(Role.COORDINATOR):
        rows = rules.visible_weeks(viewer).filter(
            state=Week.State.DRAFT, until_on__gte=viewer.school.today()
        )
        return [_of_week(week) for week in rows.order_by("since_on", "pk")[:MOST]]
    if viewer.is_a(Role.STUDENT):
        mine = rules.own_sittings(viewer).filter(
            starts_at=None, week__books_until__gt=viewer.school.now(), week__state__in=Week.OPEN
        )
        return [_of_sitting(one) for one in mine.order_by("pk")[:MOST]]
    return []


def _of_week(week: Week) -> Wait:
    told = {"week": week.title, "day": day(week.since_on)}
    return Wait(
        key=f"week.publish:{week.public_id}", icon="calendar-range", url=week.get_absolute_url(),
        say=_("Publish the times of “%(week)s”, which begins on %(day)s.") % told,
        holds_up=HoldsUp.STUDENT, since=week.created_at,
    )  # fmt: skip


def _of_sitting(one: Sitting) -> Wait:
    return Wait(
        key=f"week.choose:{one.public_id}", icon="calendar-plus",
        url=one.get_booking_url(), holds_up=HoldsUp.NOBODY, since=one.created_at,
        say=_("Choose a time for your exhibition: %(week)s") % {"week": one.week.title},
    )  # fmt: skip
