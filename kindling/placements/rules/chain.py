"""Who answers in the school's order, and who speaks of a tie."""

from __future__ import annotations

from django.db.models import QuerySet

from kindling.people.rules import kin_of
from kindling.placements import audience
from kindling.placements.models import Approval, Pursuit, Tie
from kindling.placements.rules.doers import ADVISOR, COORDINATOR, GUARDIAN, STUDENT, stands
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

APPROVE_PURSUITS = "approve_pursuits"  # the purpose of a pass; its subjects are approvals


def approvals_of(pursuit: Pursuit) -> QuerySet[Approval]:
    """Return who was, is and will be asked for a pursuit one may see, in their order."""
    return Approval.objects.filter(pursuit=pursuit).select_related("by").order_by("pk")


def asked_now(pursuit: Pursuit) -> Approval | None:
    """Return the turn that waits for an answer. No statement where the school asks as usual."""
    if not pursuit.holder:
        return None
    asked = Approval.objects.filter(pursuit=pursuit, state=Approval.State.ASKED)
    found: Approval | None = asked.first()
    if found is not None:
        found.pursuit = pursuit
    return found


def visible_approvals(viewer: Viewer) -> QuerySet[Approval]:
    """The bearer of a link sees the turns it names; everybody else reads them on the pursuit."""
    rows: QuerySet[Approval] = Approval.objects.filter(school=viewer.school)
    if viewer.purpose != APPROVE_PURSUITS:
        return rows.none()
    related = ("pursuit__student__person", "pursuit__opportunity__site", "pursuit__seat", "by")
    return rows.filter(public_id__in=viewer.subjects).select_related(*related)


def may_answer(viewer: Viewer, approval: Approval) -> bool:
    """Whoever holds the link and still has the role; staff and family on the page."""
    if not viewer.purpose:
        return approval.role in stands(viewer, approval.pursuit.student)
    if not viewer.holds(APPROVE_PURSUITS, approval.public_id):
        return False
    people = audience.people_in(Role(approval.role), approval.pursuit, viewer.school.today())
    return viewer.person_id in {person.pk for person in people}


def may_stand_in(viewer: Viewer, approval: Approval) -> bool:
    """The coordinator writes down what family or mentor said; never their own advisor's yes."""
    outside = approval.role in (Role.GUARDIAN, Role.MENTOR)
    return outside and COORDINATOR in stands(viewer, approval.pursuit.student)


def ties_of(pursuit: Pursuit) -> QuerySet[Tie]:
    """Return what was declared about a pursuit one may see."""
    ties = Tie.objects.filter(pursuit=pursuit)
    return ties.select_related("declared_by", "decided_by").order_by("pk")


def may_declare_tie(viewer: Viewer, pursuit: Pursuit) -> bool:
    """The student, the family (also from the link that asks them), and staff who see it."""
    if viewer.purpose == APPROVE_PURSUITS:
        asked = Approval.objects.filter(pursuit=pursuit, public_id__in=viewer.subjects)
        return asked.exists()
    if viewer.is_leader and not viewer.purpose and viewer.school.pk == pursuit.school_id:
        return True
    told = {STUDENT, GUARDIAN, ADVISOR, COORDINATOR}
    return not told.isdisjoint(stands(viewer, pursuit.student))


def may_settle_tie(viewer: Viewer, tie: Tie) -> bool:
    """The coordinator decides; not on a tie of their own child."""
    student = tie.pursuit.student
    return COORDINATOR in stands(viewer, student) and viewer.person_id not in kin_of(student)
