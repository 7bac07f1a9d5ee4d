"""A picture with somebody in it is shown when each of them said yes; who guides its student always sees it."""

from __future__ import annotations

from django.db.models import QuerySet

from kindling.evidence.models import Depicted, Evidence
from kindling.evidence.rules.pieces import WITH, guides, visible_evidence
from kindling.people.rules import is_own
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def asked_pictures(viewer: Viewer) -> QuerySet[Depicted]:
    """Pictures in which one was named oneself."""
    rows: QuerySet[Depicted] = Depicted.objects.filter(school=viewer.school)
    if viewer.purpose or not viewer.is_a(Role.STUDENT):
        return rows.none()
    rows = rows.filter(student__person=viewer.person_id, evidence__state=Evidence.State.KEPT)
    return rows.select_related(*(f"evidence__{name}" for name in WITH)).order_by("-asked_at")


def visible_depicted(viewer: Viewer) -> QuerySet[Depicted]:
    """Who was named in pieces one sees. Only who may ask reads names."""
    rows: QuerySet[Depicted] = Depicted.objects.filter(school=viewer.school)
    seen = visible_evidence(viewer).order_by().values("pk")
    return rows.filter(evidence__in=seen).select_related("student__person").order_by("pk")


def may_ask(viewer: Viewer, evidence: Evidence) -> bool:
    """Whoever's piece it is names who is in it."""
    kinds = Evidence.Kind
    pictured = evidence.kind in (kinds.PHOTO, kinds.VIDEO, kinds.AUDIO)
    return pictured and evidence.is_kept and is_own(viewer, evidence.student)


def may_open_file(viewer: Viewer, evidence: Evidence) -> bool:
    """The file itself. The student who made it always; others once all in it said yes.

    Who guides the student does not wait for a yes: the school answers for what its students send.
    """
    if is_own(viewer, evidence.student):
        return True
    return evidence.is_looked_at and (evidence.may_be_shown or guides(viewer, evidence.student))
