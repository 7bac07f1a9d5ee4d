"""Requests that have to be answered, the first due first."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.kit.waits import MOST, HoldsUp, Wait, since_day
from kindling.rights import rules
from kindling.rights.models import Amendment, RecordsRequest
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.ui.format import short_day


def waits(viewer: Viewer) -> list[Wait]:
    """Return what waits for who answers, and for who was refused. Two statements."""
    if viewer.purpose or viewer.person is None:
        return []
    if not rules.may_answer(viewer):
        return _refused(viewer) if viewer.is_a(Role.GUARDIAN, Role.STUDENT) else []
    rows = rules.open_requests(viewer)[:MOST]
    found = [_wait(viewer, row) for row in rows]
    asked = rules.open_amendments(viewer)[:MOST]
    return found + [_amendment(row) for row in asked if rules.may_answer_amendment(viewer, row)]


def _refused(viewer: Viewer) -> list[Wait]:
    """Who was refused says whether they want to be heard, or attaches their words."""
    rows = rules.visible_amendments(viewer).filter(asked_by=viewer.person)
    rows = rows.filter(state__in=(Amendment.State.REFUSED, Amendment.State.STANDS))
    say = _("Read what the school says about the record of %(name)s")
    return [_about(row, say, HoldsUp.NOBODY) for row in rows[:MOST]]


def _amendment(row: Amendment) -> Wait:
    if row.state == row.State.ASKED:
        return _about(row, _("Answer who asks to put the record of %(name)s right"), HoldsUp.FAMILY)
    return _about(row, _("Hold the hearing about the record of %(name)s"), HoldsUp.FAMILY)


def _about(row: Amendment, say: str, holds_up: HoldsUp) -> Wait:
    name = row.student.name
    return Wait(
        f"rights.amendment:{row.public_id}", say % {"name": name}, row.get_absolute_url(), holds_up,
        row.answered_at or row.asked_at, name, "flag",
    )  # fmt: skip


def _wait(viewer: Viewer, row: RecordsRequest) -> Wait:
    if row.state == row.State.ASKED:
        say = _("Check who asks for the record of %(name)s, due %(day)s")
    else:
        say = _("Decide what is given of the record of %(name)s, due %(day)s")
    told = say % {"name": row.student.name, "day": short_day(row.due_on)}
    return Wait(
        f"rights.request:{row.public_id}", told,
        row.get_absolute_url(), HoldsUp.FAMILY, since_day(row.asked_on, viewer.school.zone),
        row.student.name, "folder-open",
    )  # fmt: skip
