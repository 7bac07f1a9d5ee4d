"""Ask a mentor for words about an internship, and take them down."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.credentials import rules
from kindling.credentials.models import Endorsement
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify
from kindling.notices.asking import refuse_left_alone
from kindling.passes.actions import make_pass
from kindling.placements.models import Placement
from kindling.schools.viewer import Viewer

OPEN_DAYS = 30
MOST_SKILLS = 8


@transaction.atomic
def ask_endorsement(placement: Placement, *, by: Viewer) -> Endorsement:
    """Ask the mentor once, by a link. Refused while it runs, and for a mentor who is left alone."""
    require(rules.may_ask_endorsement(by, placement) and placement.school_id == by.school.pk)
    mentor = placement.mentor
    if placement.state != Placement.State.ENDED:
        raise Refused(_("This internship is not over yet."))
    if mentor.suspended_at is not None:
        told = {"name": mentor.name}
        raise Refused(_("%(name)s works with no students for now. No letter leaves.") % told)
    refuse_left_alone(mentor, by.school)
    asked, is_new = Endorsement.objects.get_or_create(
        placement=placement,
        defaults={"school": by.school, "mentor": mentor, "asked_at": by.school.now()},
    )
    if not is_new:
        raise Refused(_("%(name)s was asked already.") % {"name": mentor.name})
    record("endorsement.ask", asked, by=by)
    held = make_pass(
        mentor, rules.ENDORSE, [asked.public_id], by=by, days=OPEN_DAYS, about=placement.student
    )
    context = {"placement": placement, "student": placement.student}
    notify(mentor, "credentials/endorse", context, by=by, link_id=held.public_id)
    return asked


@transaction.atomic
def give_endorsement(
    endorsement: Endorsement, words: str, skills: list[str], *, by: Viewer
) -> None:
    """The mentor's words and the skills they saw, once: what is given goes under the seal."""
    require(rules.may_endorse(by, endorsement))
    words, named = words.strip(), [one.strip() for one in skills if one.strip()]
    if not words:
        raise Refused(_("Write a sentence or two first."))
    take_step(
        endorsement, "give", by=by, words=words, skills=named[:MOST_SKILLS],
        given_at=by.school.now(),
    )  # fmt: skip
