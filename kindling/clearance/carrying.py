"""Who carries workers' compensation for a student at a place, from what was handed in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from kindling.agreements.models import Certificate
from kindling.clearance.pairs import Pair
from kindling.clearance.questions import COVERERS
from kindling.clearance.reading import Reading
from kindling.clearance.standing import Line

ASKED = ("coverage", "insurance")  # the student's own answer comes before the site's


def carrier_of(reading: Reading, lines: Iterable[Line], pair: Pair, on: date) -> str | None:
    """Return who it is in words; "not said yet" while nobody has; None where nobody asks."""
    asked = sorted(
        (line for line in lines if line.demand.item.key in ASKED),
        key=lambda line: ASKED.index(line.demand.item.key),
    )
    if not asked:
        return None
    labels = {key: str(label) for key, label in COVERERS}
    for line in asked:
        said = line.proof.answers.get("compensation", "") if line.proof else ""
        if said in labels:
            return labels[said]
    held = reading.signed.certified(pair, on).get(Certificate.Kind.WORKERS)
    if held is not None:
        return labels["site" if held.site_id or held.organisation_id else "school"]
    by_rule = (dict(line.demand.suggests).get("compensation", "") for line in asked)
    named = next((labels[key] for key in by_rule if key in labels), "")
    return (
        _("%(who)s, by the rule; nobody has confirmed it yet") % {"who": named}
        if named
        else _("Nobody has said it yet")
    )
