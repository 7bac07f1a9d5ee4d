"""Who could use a hand on the way to a place: facts and a suggestion, never a verdict."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.placements.models import Attempt, Pursuit, PursuitPolicy, PursuitQuerySet, Tie
from kindling.schools.models import School

NOES = 2  # so many times no, and somebody looks at it with the student
LATELY = timedelta(days=60)
SOON = timedelta(days=3)
HAND = "hand"  # the key of the list


def with_noes(pursuits: PursuitQuerySet, school: School) -> PursuitQuerySet:
    """Count how often the student heard no in two months, and say whether a tie waits."""
    since = school.now() - LATELY
    noes = Attempt.objects.filter(
        pursuit__student=OuterRef("student"), kind=Attempt.Kind.DECLINED, at__gte=since
    )
    counted = noes.order_by().values("pursuit__student").annotate(num=Count("pk")).values("num")
    return pursuits.annotate(
        noes=Coalesce(Subquery(counted, output_field=IntegerField()), 0),
        has_tie=Exists(Tie.objects.filter(pursuit=OuterRef("pk"), state=Tie.State.DECLARED)),
    )


def needing_hand(
    pursuits: PursuitQuerySet, school: School, policy: PursuitPolicy
) -> PursuitQuerySet:
    """Those that may go ahead and are quiet, run out soon, or whose student heard no often."""
    today = school.today()
    last = today - timedelta(days=policy.stuck_days)
    moment = datetime.combine(last + timedelta(days=1), time.min, tzinfo=school.zone)
    silent = Q(last_attempt_at__isnull=True) | Q(last_attempt_at__lt=moment)
    allowed = Q(approved_on__lte=last) | Q(approved_on__isnull=True, last_attempt_at__isnull=False)
    asks = (silent & allowed) | Q(until_on__lte=today + SOON) | Q(noes__gte=NOES)
    return with_noes(pursuits, school).filter(asks, state=Pursuit.State.APPROVED)


def hand_for(*, quiet_days: int, stuck_days: int, tries: int, noes: int, days_left: int) -> str:
    """Say what somebody might do, in a sentence; "" when it goes its way."""
    if noes >= NOES:
        return _(
            "Heard no %(num)s times lately. Look together at what to say, or at a place where "
            "somebody knows them."
        ) % {"num": noes}
    if quiet_days >= stuck_days and not tries:
        return _("No try yet. Make the first call together: it takes five minutes.")
    if quiet_days >= stuck_days:
        return ngettext(
            "Quiet for %(num)s day. A call together may help.",
            "Quiet for %(num)s days. A call together may help.",
            quiet_days,
        ) % {"num": quiet_days}
    if days_left <= SOON.days:
        return _("The time runs out. Give more with a reason, or look for the next place together.")
    return ""


def persistence(tries: int) -> str:
    """Credit the student's tries in words; "" before the first."""
    if not tries:
        return ""
    if tries < 3:  # noqa: PLR2004 (few)
        return ngettext(
            "%(num)s try so far. Most students need several before somebody says yes.",
            "%(num)s tries so far. Most students need several before somebody says yes.",
            tries,
        ) % {"num": tries}
    return ngettext(
        "%(num)s try. You kept at it, and that is something you learned here.",
        "%(num)s tries. You kept at it, and that is something you learned here.",
        tries,
    ) % {"num": tries}
