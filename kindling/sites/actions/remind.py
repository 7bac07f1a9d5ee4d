"""The clock remembers which resting places to ask again."""

from __future__ import annotations

from django.db import transaction

from kindling.chores.clockwork import every
from kindling.history.steps import record
from kindling.kit.http import require
from kindling.notices.actions import notify_many
from kindling.schools.inside import inside
from kindling.schools.models import School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites import rules
from kindling.sites.models import Opportunity


@every(hours=1)
def remind_to_ask_again() -> None:
    """Remind the coordinators once of each paused place whose day has come."""
    resting = Opportunity.objects.filter(state=Opportunity.State.PAUSED, reminded_on=None)
    resting = resting.filter(ask_again_on__isnull=False)
    for school in School.objects.filter(pk__in=resting.values("school")):
        due = resting.filter(school=school, ask_again_on__lte=school.today())
        for opportunity in due.select_related("school", "site__organisation"):
            remind_of_place(opportunity, by=Viewer.system(school))


@transaction.atomic
def remind_of_place(opportunity: Opportunity, *, by: Viewer) -> None:
    """Tell the coordinators that this place may be asked again; whoever comes second does nothing."""
    require(by.is_a(Role.SYSTEM))
    today = by.school.today()
    rows = Opportunity.objects.filter(pk=opportunity.pk, reminded_on=None)
    if not rows.filter(state=Opportunity.State.PAUSED).update(reminded_on=today):
        return
    record("opportunity.remind", opportunity, by=by)
    with inside(by.school):
        url = opportunity.get_absolute_url()
    notify_many(rules.keepers(by), "sites/ask_again", {"place": opportunity}, by=by, url=url)
