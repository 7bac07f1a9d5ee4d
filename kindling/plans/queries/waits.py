"""What of plans waits for somebody: a name, an answer, a plan that came back."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from kindling.kit.addresses import url
from kindling.kit.waits import HoldsUp, Wait
from kindling.people.rules import own_advisees
from kindling.plans.models import Plan, Signer, Version
from kindling.plans.rules import visible_plans, visible_signers
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

MOST = 50
RESTS = timedelta(days=7)  # so long a name may take


def waits(viewer: Viewer) -> list[Wait]:
    """Return what waits for this viewer: at most fifty of each, in two statements."""
    if viewer.purpose or viewer.person_id is None:
        return []
    found = [_to_sign(one, viewer) for one in _signers(viewer)]
    if viewer.is_a(Role.STUDENT):
        found += _own(viewer)
    elif viewer.is_a(Role.ADVISOR):
        found += _guide(viewer)
    return found[:MOST]


def _signers(viewer: Viewer) -> list[Signer]:
    mine = visible_signers(viewer).filter(person=viewer.person_id, state=Signer.State.WAITING)
    mine = mine.filter(version__state=Version.State.PROPOSED).defer("version__content")
    return list(mine.order_by("created_at", "pk")[:MOST])


def _to_sign(signer: Signer, viewer: Viewer) -> Wait:
    plan = signer.version.plan
    own = plan.student.person_id == viewer.person_id
    say = _("Sign your plan") if own else _("Sign %(student)s’s plan")
    return Wait(
        key=f"plan.sign:{signer.public_id}",
        say=say if own else say % {"student": plan.student.first},
        url=url("plans:sign", plan.public_id),
        holds_up=HoldsUp.NOBODY if own else HoldsUp.STUDENT,
        since=signer.created_at,
        who="" if own else plan.student.name,
        icon="pen-line",
    )


def _own(viewer: Viewer) -> list[Wait]:
    """The student's own: a plan that came back, a cover sheet, looking back."""
    open_or_asked = ~Q(state=Plan.State.CLOSED) | Q(suggestion_count__gt=0)
    rows = visible_plans(viewer).filter(open_or_asked).select_related("cover", "student")
    plans = list(rows.order_by("-pk")[:4])
    found = _suggested(plans)
    for plan in plans:
        if plan.state == Plan.State.CLOSED:
            continue
        came_back = plan.is_being_written and plan.remark_count and plan.version_count
        if came_back:
            found.append(_wait("plan.returned", _("Look at your plan again"), plan))
        if plan.state == Plan.State.EXHIBITED:
            found.append(_wait("plan.reflect", _("Look back on your term"), plan, "plans:back"))
    sheets = {
        one.cover
        for one in plans
        if one.state != Plan.State.CLOSED and one.cover and one.cover.student_at is None
    }
    found += [
        Wait(
            key=f"plan.cover:{sheet.public_id}", say=_("Write your cover sheet"),
            url=sheet.get_absolute_url(), holds_up=HoldsUp.NOBODY, since=sheet.created_at,
            icon="book-user",
        )
        for sheet in sheets
    ]  # fmt: skip
    return found


def _suggested(plans: list[Plan]) -> list[Wait]:
    """The panel or the advisor would change the plan: one line, however many suggestions."""
    return [
        Wait(
            key=f"plan.suggestions:{plan.student.public_id}",
            say=_("Answer what was suggested for your plan"),
            url=url("plans:suggestions", plan.student.public_id), holds_up=HoldsUp.NOBODY,
            since=plan.changed_at, icon="lightbulb",
        )
        for plan in plans
        if plan.suggestion_count
    ][:1]  # fmt: skip


def _guide(viewer: Viewer) -> list[Wait]:
    """The advisor closes what was looked back on, and helps where names are missing for a week."""
    late = ~Q(waits_for="") & Q(changed_at__lt=viewer.school.now() - RESTS)
    rows = visible_plans(viewer).filter(student__in=own_advisees(viewer))
    rows = rows.filter(late | Q(state=Plan.State.REFLECTED)).select_related("student__person")
    found = list(rows.order_by("state_since")[:MOST])
    return [*_to_close(found), *_to_ask(found)]


def _to_ask(plans: list[Plan]) -> list[Wait]:
    say = _("Names are missing under %(student)s’s plan. Ask again, or sign together")
    return [
        Wait(
            key=f"plan.names:{plan.public_id}", say=say % {"student": plan.student.first},
            url=plan.get_absolute_url(), holds_up=HoldsUp.STUDENT, since=plan.changed_at,
            who=plan.student.name, icon="pen-line",
        )
        for plan in plans
        if plan.waits_for
    ]  # fmt: skip


def _to_close(plans: list[Plan]) -> list[Wait]:
    return [
        Wait(
            key=f"plan.close:{plan.public_id}",
            say=_("Read how %(student)s looks back, and close the term") % {"student": plan.student.first},
            url=url("plans:back", plan.public_id), holds_up=HoldsUp.STUDENT,
            since=plan.state_since, who=plan.student.name, icon="book-check",
        )
        for plan in plans
        if plan.state == Plan.State.REFLECTED
    ]  # fmt: skip


def _wait(kind: str, say: str, plan: Plan, page: str = "plans:plan") -> Wait:
    return Wait(
        key=f"{kind}:{plan.public_id}", say=say, url=url(page, plan.public_id),
        holds_up=HoldsUp.NOBODY, since=plan.state_since, icon="undo-2",
    )  # fmt: skip
