"""One sentence may travel to the site, while somebody who may say so says yes."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify
from kindling.passes.actions import make_pass
from kindling.people.matters import Matter
from kindling.people.rules import guardians_for, is_of_age
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer
from kindling.support import rules
from kindling.support.models import SupportGoal, SupportTravel

DAYS = 14


@transaction.atomic
def ask_travel(goal: SupportGoal, sentence: str, *, by: Viewer) -> SupportTravel:
    """Ask whether a mentor may know this one sentence: the family, or the student of age."""
    require(rules.may_manage(by, goal))
    sentence = " ".join(sentence.split())[:300]
    if not sentence:
        raise ValidationError({"sentence": _("Write the one sentence a mentor may know.")})
    SupportGoal.objects.select_for_update().get(pk=goal.pk)
    if SupportTravel.objects.filter(goal=goal, state__in=SupportTravel.LIVE).exists():
        raise Refused(_("A sentence is asked for or travels already. Take it back first."))
    facts = {"student": goal.student, "sentence": sentence, "asked_by": by.person}
    travel: SupportTravel = SupportTravel.objects.create(school=by.school, goal=goal, **facts)
    record("supporttravel.ask", travel, by=by, goal=goal.public_id)
    _tell(travel, by)
    return travel


def _tell(travel: SupportTravel, by: Viewer) -> None:
    """A letter that says only that a question waits; who is of age finds it inside."""
    student, kind = travel.student, "support/travel_asked"
    facts: dict[str, Any] = {"first": student.first, "student": student}
    if is_of_age(student):
        with inside(by.school):
            url = travel.goal.get_absolute_url()
        notify(student.person, kind, {**facts, "is_own": True}, by=by, url=url)
        return
    for adult in guardians_for(student, Matter.CARE, Matter.DECIDE, Matter.TOLD):
        adult.school = by.school
        held = make_pass(
            adult, rules.ALLOW_TRAVEL, [travel.public_id], by=by, days=DAYS, needs_code=True,
            about=student,
        )  # fmt: skip
        notify(adult, kind, {**facts, "is_own": False}, by=by, link_id=held.public_id)


@transaction.atomic
def answer_travel(travel: SupportTravel, *, yes: bool, by: Viewer) -> None:
    """Yes, the mentor may know it; or no, it stays at school."""
    require(rules.may_decide_travel(by, travel))
    told: dict[str, Any] = {"answered_by": by.person, "answered_at": by.school.now()}
    take_step(travel, "allow" if yes else "refuse", by=by, **told)


@transaction.atomic
def revoke_travel(travel: SupportTravel, *, by: Viewer) -> None:
    """From now on no mentor reads it. Family, student and case manager may say so."""
    own = by.person_id == travel.student.person_id and not by.purpose
    require(own or rules.may_decide_travel(by, travel) or rules.may_manage(by, travel.goal))
    told: dict[str, Any] = {"revoked_by": by.person, "revoked_at": by.school.now()}
    take_step(travel, "revoke", by=by, **told)
