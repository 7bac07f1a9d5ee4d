"""What keeps a student from asking for a place, in one sentence."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.people.models import Student
from kindling.placements.before import what_comes_first
from kindling.placements.models import Pursuit
from kindling.placements.policy import most_pursuits, policy_of
from kindling.schools.models import School
from kindling.sites.models import Opportunity, Site
from kindling.sites.openness import openness_of

FULL = "full"


def hindrance_of(student: Student, opportunity: Opportunity, school: School) -> str:
    """Return why the student can't ask for this place now, or "".

    Five statements, three if full, and one for each check of an app above.

    The student's own side comes first: who holds the last seat need not read that it is full.
    """
    under_way = states_of(student)
    if opportunity.pk in under_way:
        return already(opportunity, under_way[opportunity.pk])
    openness = openness_of(opportunity, student, school.today())
    reasons = sorted(openness.reasons, key=lambda reason: reason.code == FULL)
    if reasons:
        return reasons[0].sentence
    if others_wait(opportunity):
        return _("Other students wait for this place. Join the queue to be one of them.")
    limit = most_pursuits(student, school)
    if sum(state in Pursuit.OPEN for state in under_way.values()) >= limit:
        return too_many(limit)
    return crowded(opportunity.site, school) or what_comes_first(student, school)


def queue_hindrance(student: Student, opportunity: Opportunity, school: School) -> str:
    """Return why the student can't wait in the queue for this place, or "".

    Whoever asked for it and has no seat yet may wait instead.
    """
    under_way = states_of(student)
    state = under_way.get(opportunity.pk)
    if state is not None and state != Pursuit.State.REQUESTED:
        return already(opportunity, state)
    openness = openness_of(opportunity, student, school.today())
    reasons = [reason for reason in openness.reasons if reason.code != FULL]
    if reasons:
        return reasons[0].sentence
    taken = not openness.free_seats or others_wait(opportunity)
    if taken or crowded(opportunity.site, school):
        return what_comes_first(student, school)
    return _("A seat is free at %(place)s. Ask for the place, then nobody has to wait.") % {
        "place": opportunity.title
    }


def states_of(student: Student) -> dict[int, str]:
    """What the student is about: the place's key → the state. One statement."""
    alive = {*Pursuit.OPEN, *Pursuit.LIVE, *Pursuit.IN_LINE}
    rows = Pursuit.objects.filter(student=student, state__in=alive)
    return dict(rows.values_list("opportunity_id", "state"))


def others_wait(opportunity: Opportunity) -> bool:
    """Somebody stands in the queue: a seat that is free for a moment is theirs."""
    line = Pursuit.objects.filter(opportunity=opportunity, state=Pursuit.State.QUEUED)
    return line.exists()


def crowded(site: Site, school: School) -> str:
    """The school's number for one site, and the way on; "" while there is room."""
    limit = policy_of(school).site_limit
    if limit is None or going_after(site) < limit:
        return ""
    return ngettext(
        "%(num)s student goes after %(site)s already, and the school lets no more at once. Join "
        "the queue, or look again when that is decided.",
        "%(num)s students go after %(site)s already, and the school lets no more at once. Join "
        "the queue, or look again when one of them is decided.",
        limit,
    ) % {"num": limit, "site": site.name}


def going_after(site: Site) -> int:
    """How many students ask, try, or have a seat on offer at this site."""
    states = {*Pursuit.OPEN, Pursuit.State.OFFERED}
    return Pursuit.objects.filter(opportunity__site=site, state__in=states).count()


def already(opportunity: Opportunity, state: str = "") -> str:
    """They go after it, wait for it, or learn there."""
    if state in Pursuit.IN_LINE:
        return _("You wait for %(place)s already. Find it under your pursuits.") % {
            "place": opportunity.title
        }
    return _("You already asked for %(place)s. Find it under your pursuits.") % {
        "place": opportunity.title
    }


def too_many(limit: int) -> str:
    """The number that holds for this student, and the way on."""
    return ngettext(
        "You go after %(num)s place already. Take it back first, or wait until it is decided.",
        "You go after %(num)s places already. Take one back first, or wait until it is decided.",
        limit,
    ) % {"num": limit}
