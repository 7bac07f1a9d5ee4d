"""Another mentor takes over an internship that runs."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.people.actions import connect, disconnect
from kindling.placements import rules
from kindling.placements.actions.telling import tell
from kindling.placements.checks import check_mentor
from kindling.placements.models import Placement
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


@transaction.atomic
def hand_over(placement: Placement, mentor: Person, *, by: Viewer) -> None:
    """Let another mentor of the same site guide the student from now on; hours and days stay.

    The one before sees the student no more, unless they guide them elsewhere. Raises
    ValidationError under "mentor", Refused when the internship ended or somebody was faster.
    """
    require(rules.may_hand_over(by, placement) and mentor.school_id == by.school.pk)
    before = placement.mentor
    if mentor.pk == before.pk:
        raise ValidationError({"mentor": _("Choose somebody else.")})
    check_mentor(placement.site, mentor, by=by)
    rows = Placement.objects.filter(pk=placement.pk, mentor=before).running()
    if not rows.update(mentor=mentor):
        raise Refused(_("Someone was faster, or the internship has ended. Look at it again."))
    placement.mentor = mentor
    others = Placement.objects.filter(student=placement.student, mentor=before).running()
    if not others.exists():
        disconnect(placement.student, before, Role.MENTOR, by=by)
    connect(placement.student, mentor, Role.MENTOR, by=by)
    record("placement.hand_over", placement, by=by, was=before.name, now=mentor.name)
    people = [placement.student.person, mentor]
    tell(people, "new_mentor", placement, by=by, mentor=mentor, before=before)
