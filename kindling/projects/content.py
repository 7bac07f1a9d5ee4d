"""What a yes is given to, as one text and its hash. Whatever changes it asks for a new yes."""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import Any

from django.utils.translation import gettext as _

from kindling.kit.http import Refused
from kindling.projects.models import FIELDS, Project


def content_of(project: Project) -> dict[str, Any]:
    """Return what the proposal says now. Three statements."""
    standards = project.standards.filter(ended_at__isnull=True).order_by("pk")
    steps = project.steps.order_by("due_on", "pk").values_list("title", "due_on")
    goals = project.goals.values_list("goal__public_id", "own_goal__public_id")
    return {
        **{name: getattr(project, name) for name in FIELDS},
        "due_on": str(project.due_on or ""),
        "goals": sorted(school or own for school, own in goals),
        "standards": list(standards.values_list("words", flat=True)),
        "steps": [[title, str(due_on)] for title, due_on in steps],
    }


def stamp_for(content: dict[str, Any]) -> str:
    """Return the hash of what a proposal says."""
    told = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return blake2b(told.encode(), digest_size=16).hexdigest()


def restamp(project: Project) -> None:
    """Work out anew what a yes is given to. Call it with the row locked."""
    project.refresh_from_db(fields=[*FIELDS, "due_on"])
    project.stamp = stamp_for(content_of(project))
    Project.objects.filter(pk=project.pk).update(stamp=project.stamp)


def lock_writable(project: Project) -> None:
    """Hold the row, and refuse where the proposal is not open for changes."""
    project.lock()
    if not project.is_writable:
        raise Refused(_("This is agreed. Open the proposal again to change it."))


def lock_read(project: Project, seen: str) -> None:
    """Hold the row, and refuse an answer to anything but what was read (`seen`: its stamp)."""
    project.lock()
    if project.state != Project.State.PROPOSED:
        raise Refused(_("This proposal does not wait for a yes now. Look at it again."))
    if seen != project.stamp:
        raise Refused(_("The proposal changed while you read it. Read it again, then answer."))
