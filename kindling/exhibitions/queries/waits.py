"""What of exhibitions waits for somebody."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from kindling.exhibitions import rules
from kindling.exhibitions.calendars import when_of
from kindling.exhibitions.models import Exhibition, Feedback, Panelist, Part
from kindling.kit.waits import HoldsUp, Wait, since_day
from kindling.schools.roles import STAFF, Role
from kindling.schools.viewer import Viewer

MOST = 40
SOON = timedelta(days=14)


def waits(viewer: Viewer) -> list[Wait]:
    """What waits for this viewer: two statements, at most fifty rows."""
    if viewer.purpose or viewer.person_id is None:
        return []
    found = [_of_row(viewer, one) for one in _rows(viewer)]
    if viewer.is_a(Role.STUDENT, *STAFF):
        found += _rehearsals(viewer)
    return found[:50]


def _rows(viewer: Viewer) -> list[Panelist]:
    """One's own places that wait, and what waits on the panels that one leads."""
    now, me = viewer.school.now(), viewer.person_id
    asked = Q(person=me, state=Panelist.State.ASKED, exhibition__state__in=Exhibition.DATED)
    led = Q(exhibition__advisor=me, exhibition__state__in=Exhibition.AHEAD)
    begin = Q(part=Part.ADVISOR, person=me, exhibition__starts_at__lte=now)
    begin &= Q(exhibition__state__in=Exhibition.DATED)
    speak = Q(needs_interpreter=True, exhibition__starts_at__lte=now + SOON)
    speak &= Q(state__in=Panelist.ON_PANEL) & ~Q(interpreter=Panelist.Interpreter.CONFIRMED)
    led &= begin | speak | Q(state=Panelist.State.PROPOSED)
    rows = rules.waiting_places(viewer, led)
    return list(rows.filter(asked | led).order_by("exhibition__starts_at", "pk")[:MOST])


def _of_row(viewer: Viewer, one: Panelist) -> Wait:
    is_mine = one.person_id == viewer.person_id
    return _of_place(viewer, one) if is_mine else _of_guest(one)


def _of_place(viewer: Viewer, place: Panelist) -> Wait:
    exhibition = place.exhibition
    told = {"name": exhibition.student.first, "when": when_of(exhibition, viewer.school)}
    if place.part == Part.ADVISOR:
        say, key = _("Begin the exhibition of %(name)s: %(when)s"), "exhibition.hold"
    else:
        say, key = _("Say whether you come to %(name)s’s exhibition: %(when)s"), "exhibition.answer"
    return _wait(key, exhibition, say % told, place.created_at, place.public_id)


def _wait(key: str, exhibition: Exhibition, say: str, since: datetime, ident: str) -> Wait:
    return Wait(
        f"{key}:{ident}", say, exhibition.get_absolute_url(), HoldsUp.STUDENT, since,
        exhibition.student.name, "presentation",
    )  # fmt: skip


def _rehearsals(viewer: Viewer) -> list[Wait]:
    """Feedback that was asked for, from the day of the rehearsal on, for two weeks."""
    today = viewer.school.today()
    rows = rules.visible_feedback(viewer).filter(
        person=viewer.person_id, said_at__isnull=True, rehearsal__on__lte=today,
        rehearsal__on__gte=today - SOON,
    )  # fmt: skip
    return [_of_feedback(viewer, one) for one in rows[:MOST]]


def _of_feedback(viewer: Viewer, one: Feedback) -> Wait:
    student = one.rehearsal.exhibition.student
    say = _("Say one warm and one cool thing about %(name)s’s rehearsal") % {"name": student.first}
    since = since_day(one.rehearsal.on, viewer.school.zone)
    page = one.rehearsal.get_absolute_url()
    return Wait(
        f"exhibition.feedback:{one.public_id}", say, page, HoldsUp.STUDENT, since, student.name,
        "message-circle",
    )  # fmt: skip


def _of_guest(one: Panelist) -> Wait:
    told = {"guest": one.name, "name": one.exhibition.student.first}
    if one.state == Panelist.State.PROPOSED:
        say, key = _("May %(guest)s come to %(name)s’s exhibition?"), "exhibition.guest"
    else:
        say = _("Find an interpreter for %(guest)s at %(name)s’s exhibition")
        key = "exhibition.interpreter"
    return _wait(key, one.exhibition, say % told, one.created_at, one.public_id)
