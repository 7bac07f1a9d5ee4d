"""Write to whoever still has to sign, and to the family for its answers."""

from __future__ import annotations

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.notices.actions import Letter, notify, notify_each
from kindling.passes.actions import Wanted, make_pass, make_passes
from kindling.people.matters import Matter
from kindling.people.rules import family_of
from kindling.plans import rules
from kindling.plans.models import CoverSheet, Party, Plan, Signer, Version
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer

LINK_DAYS = 30


@transaction.atomic
def ask_signers(plan: Plan, *, by: Viewer) -> int:
    """Write to everybody whose name is missing, but for whoever asks. Returns how many letters.

    People with an account get the page, others a link of their own.
    """
    part = rules.part_of(by, plan.student)
    require(part.writes or part.is_leader)
    rows = Signer.objects.filter(
        version__plan=plan, version__state=Version.State.PROPOSED, state=Signer.State.WAITING
    )
    rows = rows.exclude(person=by.person_id).exclude(person__quiet_until__gte=by.school.today())
    found = list(rows.select_related("person", "version").order_by("pk"))
    for one in found:
        one.person.school = by.school
    _send(plan, found, by=by)
    rows.update(asked_at=by.school.now())
    record("plan.ask", plan, by=by, letters=len(found))
    return len(found)


def _send(plan: Plan, signers: list[Signer], *, by: Viewer) -> None:
    linked = [one for one in signers if one.person.user_id is None or one.party == Party.MENTOR]
    wanted = [Wanted(one.person, [one.public_id], plan.student) for one in linked]
    passes = (
        make_passes(wanted, rules.SIGN_PLAN, by=by, days=LINK_DAYS, needs_code=True)
        if wanted
        else []
    )
    links = {one.pk: held.public_id for one, held in zip(linked, passes, strict=True)}
    with inside(by.school):
        page = reverse("plans:sign", args=[plan.public_id])
    letters = [
        Letter(
            one.person,
            {
                "student": plan.student,
                "term": plan.term.label,
                "reason": "" if one.party == Party.MENTOR else one.version.reason,
            },
            link_id=links.get(one.pk, ""),
            url="" if one.pk in links else page,
        )
        for one in signers
    ]
    notify_each(letters, "plans/sign", by=by)


@transaction.atomic
def ask_family(sheet: CoverSheet, *, by: Viewer) -> int:
    """Send the family a link to the questions. Returns how many letters went out; Refused for none."""
    require(rules.may_ask_family(by, sheet))
    if sheet.family_at:
        raise Refused(_("The family has answered. There is nothing to ask for."))
    rows = family_of(by, [sheet.student.public_id], Matter.TOLD).filter(has_plan=True)
    family = [row.adult for row in rows]
    if not family:
        raise Refused(
            _("No family of %(name)s is on the roster. Ask the registrar to add one.")
            % {"name": sheet.student.first}
        )
    for adult in family:
        held = make_pass(
            adult, rules.ANSWER_COVER, [sheet.public_id], by=by, days=LINK_DAYS, needs_code=True,
            about=sheet.student,
        )  # fmt: skip
        context = {"student": sheet.student}
        notify(adult, "plans/cover", context, by=by, link_id=held.public_id)
    sheet.asked_at = by.school.now()
    sheet.save(update_fields=["asked_at"])
    record("cover_sheet.ask", sheet, by=by, letters=len(family))
    return len(family)
