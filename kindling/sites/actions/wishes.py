"""A student keeps a place in mind. Asks nobody, tells nobody."""

from __future__ import annotations

from django.db import transaction

from kindling.history.steps import record
from kindling.kit.http import require
from kindling.schools.viewer import Viewer
from kindling.sites import rules
from kindling.sites.models import Opportunity, Wish


@transaction.atomic
def add_wish(opportunity: Opportunity, *, by: Viewer) -> None:
    """Put the place on the student's own wish list; twice is once."""
    student = rules.own_student(by)
    require(student is not None and opportunity.school_id == by.school.pk)
    wish, made = Wish.objects.get_or_create(
        student=student, opportunity=opportunity, defaults={"school": by.school}
    )
    if made:
        record("wish.add", wish, by=by, place=opportunity.public_id)


@transaction.atomic
def drop_wish(opportunity: Opportunity, *, by: Viewer) -> None:
    """Take the place off the list again; does nothing when it is not on it."""
    require(rules.may_wish(by))
    wish = rules.visible_wishes(by).filter(opportunity=opportunity).first()
    if wish is not None:
        record("wish.drop", wish, by=by, place=opportunity.public_id)
        wish.delete()
