"""Tell an advisor, once in a while and kindly, who could use a hand."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import Q

from kindling.history.steps import record
from kindling.kit.http import require
from kindling.placements import audience, rules
from kindling.placements.actions.telling import tell
from kindling.placements.models import Pursuit
from kindling.placements.policy import policy_of
from kindling.placements.stuck import NOES, SOON, hand_for, needing_hand
from kindling.schools.viewer import Viewer

AGAIN = timedelta(days=14)


def lend_hands(*, by: Viewer) -> int:
    """Write to the advisors of those who are stuck; about each at most every two weeks.

    What only runs out soon has its own warning (`warn_pursuits`).
    """
    policy, today = policy_of(by.school), by.school.today()
    mine = Pursuit.objects.filter(school=by.school)
    rested = Q(hand_on__isnull=True) | Q(hand_on__lte=today - AGAIN)
    related = ("student__person", "opportunity__site")
    stuck = needing_hand(mine, by.school, policy).filter(rested).select_related(*related)
    return sum(lend_hand(one, policy.stuck_days, by=by) for one in stuck)


@transaction.atomic
def lend_hand(pursuit: Pursuit, stuck_days: int, *, by: Viewer) -> bool:
    """Tell the advisors what might help; says whether this call was the one."""
    require(rules.may_lapse(by, pursuit))
    today, noes = by.school.today(), pursuit.noes  # type: ignore[attr-defined]
    quiet, left = pursuit.quiet_days(by.school), pursuit.days_left(today) or 0
    if left <= SOON.days or (quiet < stuck_days and noes < NOES):
        return False  # the warning says it, or nothing is to be said
    same = Pursuit.objects.filter(pk=pursuit.pk, hand_on=pursuit.hand_on)
    if not same.update(hand_on=today):
        return False
    record("pursuit.lend_hand", pursuit, by=by)
    advice = hand_for(
        quiet_days=quiet, stuck_days=stuck_days, tries=pursuit.attempts_count, noes=noes,
        days_left=left,
    )  # fmt: skip
    advisors = audience.advisors_of(pursuit.student, today)
    tell(advisors, "lend_hand", pursuit, by=by, advice=advice, tries=pursuit.attempts_count)
    return True
