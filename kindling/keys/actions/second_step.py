"""How colleagues sign in: from when with a second step, and a way back for who lost theirs."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.accounts.actions import clear_second_step
from kindling.history.steps import record
from kindling.keys import rules
from kindling.kit.http import Refused, require
from kindling.schools.models import Person, School
from kindling.schools.viewer import Viewer

GRACE = timedelta(days=7)


@transaction.atomic
def ask_second_step(since: date | None, *, by: Viewer) -> School:
    """Ask colleagues for a second step from this day on; None: whoever likes.

    People get a week to add one. Raises Refused for an earlier day.
    """
    require(rules.may_ask_second_step(by))
    school: School = School.objects.select_for_update().get(pk=by.school.pk)
    was = school.second_step_from
    if since == was:
        return school
    if since and since < by.school.today() + GRACE and not (was and was <= since):
        raise Refused(_("Give people at least one week: choose a later day."))
    school.second_step_from = since
    school.save(update_fields=["second_step_from"])
    record("school.ask_second_step", school, by=by, was=str(was or ""), now=str(since or ""))
    return school


@transaction.atomic
def forget_second_step(person: Person, *, by: Viewer) -> None:
    """Take away the passkeys and the app of a colleague who lost them, and sign them out.

    Their password, link or sheet lets them in again; then they add new ones.
    """
    require(rules.may_ask_second_step(by) and person.pk != by.person_id)
    require(rules.visible_colleagues(by).filter(pk=person.pk).exists())
    user = person.user
    if user is None or not user.has_second_step:
        raise Refused(_("%(name)s has no second step.") % {"name": person.name})
    if Person.objects.filter(user=user).exclude(school=by.school).exists():
        raise Refused(
            _("%(name)s belongs to another school too. Ask who runs this server.")
            % {"name": person.name}
        )
    clear_second_step(user)
    record("person.forget_second_step", person, by=by)
