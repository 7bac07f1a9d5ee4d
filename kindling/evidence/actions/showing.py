"""A mentor gets a link to what a student shares with them."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.evidence import rules
from kindling.evidence.models import Evidence
from kindling.history.steps import record
from kindling.kit.http import Refused
from kindling.notices.actions import notify
from kindling.passes.actions import make_pass
from kindling.schools.viewer import Viewer

DAYS = 90


def tell_mentors(evidence: Evidence, *, by: Viewer) -> None:
    """Send each mentor of its projects a link. Raises Refused where there is none to send it to."""
    projects = list(rules.mentored_projects(evidence))
    if not projects:
        raise Refused(
            _("Say first which project it belongs to. Its mentor is asked to look at it.")
        )
    for project in projects:
        if project.mentor is None:
            continue
        held = make_pass(
            project.mentor, rules.SEE_WORK, [project.public_id], by=by, days=DAYS,
            about=evidence.student,
        )  # fmt: skip
        context = {"first": evidence.student.first, "project": project.title}
        notify(project.mentor, "evidence/shared", context, by=by, link_id=held.public_id)
    record("evidence.show", evidence, by=by, projects=[one.public_id for one in projects])
