"""The paper that says what was destroyed: by topic and rule, how much, when, by whom."""

from __future__ import annotations

import hashlib
import json

from django.db import transaction
from django.db.models import Max

from kindling.history.steps import record
from kindling.inventory.words import months_of
from kindling.privacy.models import Certificate, Run
from kindling.privacy.rules import chosen_months
from kindling.privacy.words import months_of_backups
from kindling.schools.viewer import Viewer


@transaction.atomic
def certify(run: Run, *, by: Viewer) -> Certificate:
    """Write it down, without one word about a person but who pressed the button."""
    chosen, now = chosen_months(run.school), run.school.now()
    lines = run.lines.filter(gone__gt=0).order_by("topic", "keep")
    content = {
        "school": run.school.name,
        "on": run.on.isoformat(),
        "at": now.isoformat(),
        "by": by.person.name if by.person else "",
        "students": run.students,
        "held": run.held,
        "backups": months_of_backups(chosen),
        "lines": [
            {
                "topic": one.topic, "keep": one.keep, "months": months_of(one.keep, chosen),
                "gone": one.gone, "stays": one.stays, "files": one.files,
            }
            for one in lines
        ],
    }  # fmt: skip
    told = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    last = Certificate.objects.filter(school=run.school).aggregate(last=Max("number"))["last"]
    made: Certificate = Certificate.objects.create(
        school=run.school, run=run, number=(last or 0) + 1, content=content,
        content_hash=hashlib.sha256(told.encode()).hexdigest(), by=by.person, at=now,
    )  # fmt: skip
    record("certificate.make", made, by=by)
    return made
