"""What of panels waits for somebody: a form that is not in, a result, a condition."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext as _

from kindling.exhibitions.models import Exhibition
from kindling.kit.addresses import url
from kindling.kit.waits import MOST, HoldsUp, Wait, since_day
from kindling.panels.models import Condition, Panel
from kindling.panels.rules import open_forms, visible_conditions, visible_panels
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

HATS = (Role.STUDENT, Role.ADVISOR, Role.STAFF, Role.GUARDIAN, Role.COORDINATOR, Role.PRINCIPAL)


def waits(viewer: Viewer) -> list[Wait]:
    """Return what waits for this viewer, at most fifty of each, in two statements."""
    if viewer.purpose or viewer.person_id is None or not viewer.is_a(*HATS):
        return []
    found = [_at_panel(one, viewer) for one in _panels(viewer)]
    found += [_to_meet(one, viewer) for one in _conditions(viewer)]
    return found[:MOST]


def _panels(viewer: Viewer) -> list[Panel]:
    """Where one's own form is not in, and which one leads that has to agree or to be recorded."""
    fill = Q(revealed_at__isnull=True, pk__in=open_forms(viewer).values("panel"))
    fill &= Q(exhibition__state=Exhibition.State.HELD)  # put off: nobody scores
    states = (Exhibition.State.SCORED, Exhibition.State.COMPARED, Exhibition.State.AGREED)
    lead = Q(exhibition__advisor=viewer.person_id, exhibition__state__in=states)
    rows = visible_panels(viewer).filter(fill | lead if viewer.is_staff else fill)
    return list(rows.order_by("began_at", "pk")[:MOST])


def _at_panel(panel: Panel, viewer: Viewer) -> Wait:
    return _to_lead(panel) if panel.is_revealed else _to_fill(panel, viewer)


def _to_fill(panel: Panel, viewer: Viewer) -> Wait:
    exhibition = panel.exhibition
    is_self = exhibition.student.person_id == viewer.person_id
    own = _("Say how you see your own exhibition")
    other = _("Hand in your form for %(student)s’s exhibition")
    return Wait(
        key=f"panel.form:{panel.public_id}",
        say=own if is_self else other % {"student": exhibition.student.first},
        url=url("panels:sheet", exhibition.public_id),
        holds_up=HoldsUp.NOBODY if is_self else HoldsUp.STUDENT,
        since=panel.began_at,
        who="" if is_self else exhibition.student.name,
        icon="clipboard-check",
    )


def _conditions(viewer: Viewer) -> list[Condition]:
    today = viewer.school.today()
    rows = visible_conditions(viewer).filter(done_at__isnull=True, panel__recorded_at__isnull=False)
    mine = Q(owner=viewer.person_id)
    late = Q(due_on__lt=today, panel__exhibition__advisor=viewer.person_id)
    return list(rows.filter(mine | late).order_by("due_on", "pk")[:MOST])


def _to_meet(condition: Condition, viewer: Viewer) -> Wait:
    student = condition.panel.exhibition.student
    mine = condition.owner_id == viewer.person_id
    late = _("Look after what %(name)s owes: %(what)s")
    named = {"name": condition.owner.first, "what": condition.text}
    return Wait(
        key=f"panel.condition:{condition.public_id}",
        say=_("Do what the panel asked: %(what)s") % named if mine else late % named,
        url=url("panels:record", condition.panel.exhibition.public_id),
        holds_up=HoldsUp.NOBODY if student.person_id == viewer.person_id else HoldsUp.STUDENT,
        since=since_day(condition.due_on, viewer.school.zone) if not mine else condition.created_at,
        who="" if student.person_id == viewer.person_id else student.name,
        icon="list-checks",
    )


def _to_lead(panel: Panel) -> Wait:
    """Everybody is in, or it was closed: a result is to be agreed, and then recorded."""
    student = panel.exhibition.student
    agree = _("Agree on a result for %(student)s")
    write = _("Record what the panel agreed for %(student)s")
    return Wait(
        key=f"panel.lead:{panel.public_id}",
        say=(write if panel.agreed_at else agree) % {"student": student.first},
        url=panel.get_absolute_url(),
        holds_up=HoldsUp.STUDENT,
        since=panel.revealed_at or panel.began_at,
        who=student.name,
        icon="presentation",
    )
