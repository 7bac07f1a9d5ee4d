"""How an item stands, in one sentence that says who holds it now."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.clearance.standing import Line, Standing
from kindling.ui.format import day

TONES = {
    Standing.MISSING: "quiet",
    Standing.WAITING: "quiet",
    Standing.SIGNING: "info",
    Standing.SUBMITTED: "info",
    Standing.REJECTED: "warn",
    Standing.VERIFIED: "good",
    Standing.EXPIRING: "warn",
    Standing.EXPIRED: "alert",
    Standing.FORBIDDEN: "alert",
}


def standing_label(standing: Standing) -> str:
    """Two words for a chip."""
    return {
        Standing.MISSING: _("Missing"),
        Standing.WAITING: _("Comes later"),
        Standing.SIGNING: _("Being signed"),
        Standing.SUBMITTED: _("Handed in"),
        Standing.REJECTED: _("Sent back"),
        Standing.VERIFIED: _("Checked"),
        Standing.EXPIRING: _("Runs out soon"),
        Standing.EXPIRED: _("Ran out"),
        Standing.FORBIDDEN: _("Not allowed"),
    }[standing]


def sentence(line: Line, who: str, until: str = "") -> str:
    """One item: what is the matter, and who holds it now."""
    told = {"item": line.demand.item.label, "who": who, "day": until}
    if line.hazard is not None:
        told["what"] = line.hazard.told
        return _("Not allowed at this age: %(what)s. Only %(who)s can change the tasks.") % told
    if line.signing is not None:
        told["who"] = ", ".join(line.signing.waits_for)
        return _("%(item)s: being signed. It waits for %(who)s.") % told
    return {
        Standing.MISSING: _("%(item)s: missing. %(who)s has it now."),
        Standing.WAITING: _("%(item)s: comes after something else."),
        Standing.SUBMITTED: _("%(item)s: handed in. %(who)s checks it now."),
        Standing.REJECTED: _("%(item)s: sent back. %(who)s has it now."),
        Standing.VERIFIED: _("%(item)s: checked."),
        Standing.EXPIRING: _("%(item)s: runs out on %(day)s. %(who)s has it now."),
        Standing.EXPIRED: _("%(item)s: ran out on %(day)s. %(who)s has it now."),
    }[line.standing] % told


def now(line: Line, who: str, until: str = "") -> str:
    """The same below the item's name: who has it, and since when it is not good."""
    told = {"who": who, "day": until}
    if line.hazard is not None:
        return _("Nobody of this age may. Only %(who)s can change the tasks.") % told
    if line.signing is not None:
        return _("It waits for %(who)s.") % {"who": ", ".join(line.signing.waits_for)}
    return {
        Standing.MISSING: _("%(who)s has it now."),
        Standing.WAITING: _("It comes after something else."),
        Standing.SUBMITTED: _("%(who)s checks it now."),
        Standing.REJECTED: _("%(who)s has it now."),
        Standing.VERIFIED: "",
        Standing.EXPIRING: _("%(who)s renews it now."),
        Standing.EXPIRED: _("Until %(day)s. %(who)s has it now."),
    }[line.standing] % told


def last_day_of(line: Line) -> str:
    """Until when a proof is or was good, for a sentence; "" when it has no end."""
    until = line.until_on
    return day(until) if until else ""


def why_not(first: str, count: int) -> str:
    """Why it is not ready, in one sentence; `count` is how many more things stand in the way."""
    if count == 0:
        return _("Not ready yet. %(first)s") % {"first": first}
    return ngettext(
        "Not ready yet. %(first)s %(num)s more thing is open.",
        "Not ready yet. %(first)s %(num)s more things are open.",
        count,
    ) % {"first": first, "num": count}


def in_turn(lines: Sequence[Line]) -> list[Line]:
    """What stands in the way, what nothing lifts first, what only waits last."""
    ranks = [
        Standing.FORBIDDEN, Standing.EXPIRED, Standing.REJECTED, Standing.MISSING,
        Standing.SUBMITTED, Standing.SIGNING, Standing.WAITING,
    ]  # fmt: skip
    blocking = [line for line in lines if line.is_blocking]
    return sorted(blocking, key=lambda line: ranks.index(line.standing))
