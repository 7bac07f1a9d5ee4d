"""What is due after something got lost, and a count that waits to be decided."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.kit.addresses import url
from kindling.kit.waits import MOST, HoldsUp, Wait
from kindling.privacy import rules
from kindling.privacy.duties import BY_KEY
from kindling.privacy.models import Breach, Run
from kindling.schools.viewer import Viewer


def waits(viewer: Viewer) -> list[Wait]:
    """The principal: the first duty of each open case. Who keeps: a count. One statement each."""
    if viewer.person is None:
        return []
    return [*_of_cases(viewer), *_of_counts(viewer)]


def _of_cases(viewer: Viewer) -> list[Wait]:
    if not rules.may_answer(viewer):
        return []
    cases = rules.visible_breaches(viewer).filter(state=Breach.State.OPEN)
    rows = cases.filter(duties__done_at__isnull=True).order_by("pk", "duties__due_at")
    first: dict[str, Wait] = {}
    for case, key, found_at in rows.values_list("public_id", "duties__key", "found_at")[:MOST]:
        say = _("After something got lost: %(what)s") % {"what": BY_KEY[key].label}
        wait = Wait(
            f"privacy.lost:{case}", say, url("privacy:breach", case), HoldsUp.FAMILY, found_at, "",
            "triangle-alert",
        )  # fmt: skip
        first.setdefault(case, wait)
    return list(first.values())


def _of_counts(viewer: Viewer) -> list[Wait]:
    if not rules.may_keep(viewer):
        return []
    say = _("Decide about what is past its end")
    return [
        Wait(
            f"privacy.run:{run.public_id}", say, run.get_absolute_url(), HoldsUp.NOBODY, run.at,
            "", "shield-check",
        )
        for run in rules.visible_runs(viewer).filter(state=Run.State.READY, students__gt=0)[:MOST]
    ]  # fmt: skip
