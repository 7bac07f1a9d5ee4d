"""What keeps a student from asking for a place, in one sentence."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.people.models import Student
from kindling.placements.models import Pursuit
from kindling.schools.models import School
from kindling.sites.models import Opportunity
from kindling.sites.openness import openness_of


def hindrance_of(student: Student, opportunity: Opportunity, school: School) -> str:
    """Return why the student can't ask for this place now, or "". Two statements.

    The student's own side comes first: who holds the last seat need not read that it is full.
    """
    under_way = Pursuit.objects.filter(
        student=student, state__in={*Pursuit.OPEN, *Pursuit.LIVE}
    ).values_list("opportunity_id", "state")
    pursued = dict(under_way)
    if opportunity.pk in pursued:
        return already(opportunity)
    reason = openness_of(opportunity, student, school.today()).first
    if reason:
        return reason.sentence
    limit = school.pursuit_limit
    if sum(state in Pursuit.OPEN for state in pursued.values()) >= limit:
        return too_many(limit)
    return ""


def already(opportunity: Opportunity) -> str:
    """They go after it, or learn there."""
    return _("You already asked for %(place)s. Find it under your pursuits.") % {
        "place": opportunity.title
    }


def too_many(limit: int) -> str:
    """The school's limit, and the way on."""
    return ngettext(
        "You go after %(num)s place already. Take it back first, or wait until it is decided.",
        "You go after %(num)s places already. Take one back first, or wait until it is decided.",
        limit,
    ) % {"num": limit}
