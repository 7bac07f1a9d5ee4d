"""Whom the school offers, and what it says to everybody with a worry."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.incidents import rules
from kindling.incidents.models import TrustedAdult, WorryPlan
from kindling.kit.http import Refused, require
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


@transaction.atomic
def change_plan(*, emergency: str, offers_advisor: bool, advisor_hours: int, by: Viewer) -> None:
    """Set what the school says, and whether a student's own advisor is offered."""
    require(rules.may_set_up(by))
    facts = {"offers_advisor": offers_advisor, "advisor_hours": advisor_hours}
    said = {"emergency": emergency.strip()[:300], **facts}
    WorryPlan.objects.update_or_create(school=by.school, defaults=said)
    record("worry_plan.change", by.school, by=by, **said)


@transaction.atomic
def offer_adult(person: Person, *, words: str, reply_hours: int, by: Viewer) -> TrustedAdult:
    """Offer an adult of the school to every student; offered again, their words change."""
    require(rules.may_set_up(by) and person.school_id == by.school.pk)
    if not rules.staff_today(by).filter(pk=person.pk).exists():
        raise Refused(_("Only somebody who works at the school can be offered."))
    if person.user_id is None:
        raise Refused(_("%(name)s cannot sign in yet. Invite them first.") % {"name": person.name})
    said = {"words": words.strip()[:200], "reply_hours": reply_hours}
    row, _made = TrustedAdult.objects.update_or_create(
        person=person, defaults={"school": by.school, **said}
    )
    record("trusted_adult.offer", row, by=by, person=person.public_id, **said)
    return row


@transaction.atomic
def withdraw_adult(adult: TrustedAdult, *, by: Viewer) -> None:
    """Offer this adult no more. What students have written to them stays with them."""
    require(rules.may_set_up(by))
    record("trusted_adult.withdraw", adult, by=by, person=adult.person.public_id)
    adult.delete()
