"""One row is locked before anything of a plan is written: a name and a last word never cross."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.kit.http import Refused, require
from kindling.plans import rules
from kindling.plans.models import Plan, Version
from kindling.schools.viewer import Viewer
from kindling.ui.format import day


def lock(plan: Plan, *, by: Viewer) -> Plan:
    """Return the plan as it is now; who comes second waits here. 403 from another school."""
    require(plan.school_id == by.school.pk)
    found: Plan = (
        Plan.objects.select_for_update(of=("self",))
        .select_related("student__person", "term__year", "school")
        .get(pk=plan.pk)
    )
    return found


def lock_words(plan: Plan, *, by: Viewer) -> Plan:
    """Lock a plan whose words are to change; Refused, with what to do instead, when they may not."""
    require(rules.may_write(by, plan))
    found = lock(plan, by=by)
    refuse_settled(found)
    refuse_ended(found)
    return found


def refuse_settled(plan: Plan) -> None:
    """Say why nobody changes these words now, or return."""
    if plan.is_being_written:
        return
    if plan.waits_for:
        raise Refused(
            _("This plan waits for names, so its words stay. Take it back first, then change it.")
        )
    if plan.state == Plan.State.ACTIVE:
        raise Refused(_("This plan is signed, so its words stay. Start a change to it instead."))
    raise Refused(_("The term is being looked back on. The plan stays as it was signed."))


def refuse_ended(plan: Plan) -> None:
    """Refused when the plan's term is over; its last day still counts."""
    if plan.term.ends_on < plan.school.today():
        raise Refused(ended_sentence(plan.term.label, day(plan.term.ends_on)))


def ended_sentence(term: str, on: str) -> str:
    return _(
        "%(term)s ended on %(day)s, so its plan stays as it is. Put what is unfinished into the "
        "plan of the term that runs now."
    ) % {"term": term, "day": on}


def refuse_settled_version(version: Version) -> None:
    """Say why nobody signs this any more, or return."""
    if version.state == Version.State.PROPOSED:
        return
    on = day(version.settled_at) if version.settled_at else ""
    sentences = {
        Version.State.IN_FORCE: _("Everybody has signed this. There is nothing left to do."),
        Version.State.REPLACED: _("A later plan has taken the place of this one."),
        Version.State.WITHDRAWN: _(
            "%(name)s took this back on %(day)s. You need not sign it. What you read is kept, and "
            "the plan that was signed before still counts."
        ) % {"name": version.settled_by or "", "day": on},
        Version.State.RETURNED: _("Somebody wants a change first. You are asked again."),
    }  # fmt: skip
    raise Refused(sentences[Version.State(version.state)])
