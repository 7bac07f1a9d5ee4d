"""People in a picture are asked, and answer; their last word holds."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.consents.kinds import Kind
from kindling.consents.rules import last_day, lets
from kindling.evidence import rules
from kindling.evidence.models import Depicted, Evidence
from kindling.history.steps import record, take_step
from kindling.kit.addresses import url
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify_many
from kindling.people.models import Student
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer

MOST = 30
State = Depicted.State
# To what the family of somebody in it says yes, where the school asks.
NEEDED = {
    Evidence.Kind.PHOTO: (Kind.PHOTO,),
    Evidence.Kind.VIDEO: (Kind.PHOTO, Kind.RECORDING),
    Evidence.Kind.AUDIO: (Kind.RECORDING,),
}


@transaction.atomic
def ask_people(evidence: Evidence, students: Iterable[Student], *, by: Viewer) -> None:
    """Name who is in it and ask each. Whoever was asked before is not asked again."""
    require(rules.may_ask(by, evidence))
    named = {one.pk: one for one in students if one.pk != evidence.student_id}
    require(all(one.school_id == by.school.pk for one in named.values()))
    rows = Depicted.objects.filter(evidence=evidence)
    before = set(rows.values_list("student", flat=True))
    if len(before | named.keys()) > MOST:
        raise Refused(_("Name up to %(most)s people.") % {"most": MOST})
    new = [one for pk, one in named.items() if pk not in before]
    Depicted.objects.bulk_create(
        Depicted(school=by.school, evidence=evidence, student=one, asked_at=by.school.now())
        for one in new
    )
    _settle(evidence)
    record("evidence.ask", evidence, by=by, people=[one.public_id for one in new])
    with inside(by.school):
        address = url("evidence:pictures")
    context = {"first": evidence.student.first}
    notify_many([one.person for one in new], "evidence/pictured", context, by=by, url=address)


@transaction.atomic
def agree_to_picture(depicted: Depicted, *, by: Viewer) -> None:
    """Yes, others may see this picture of me."""
    require(depicted.student.person_id == by.person_id and not by.purpose)
    for kind in NEEDED[Evidence.Kind(depicted.evidence.kind)]:
        if not lets(depicted.student, kind, by.school.today()):
            raise Refused(_no_yes_to(kind))
    take_step(depicted, "agree", by=by, answered_at=by.school.now())
    _settle(depicted.evidence)


@transaction.atomic
def refuse_picture(depicted: Depicted, *, by: Viewer) -> None:
    """No, or not any more. From now on only the student who made it and who guides them see it."""
    require(depicted.student.person_id == by.person_id and not by.purpose)
    take_step(depicted, "refuse", by=by, answered_at=by.school.now())
    _settle(depicted.evidence)


@transaction.atomic
def follow_word(kind: str, student: Student, stands: bool, by: Viewer) -> None:
    """What a family says of photos or recordings holds for what its child said yes to.

    A no closes what others see of this student, and a later yes opens none of it again. A yes gives
    it its new last day: what only ran out is open again.
    """
    kinds = [made for made, needed in NEEDED.items() if kind in needed]
    system = Viewer.system(by.school)
    rows = Depicted.objects.filter(
        school=by.school, student=student, state=State.YES, evidence__kind__in=kinds
    )
    for one in rows.select_related("evidence").order_by("pk"):
        if not stands:
            take_step(one, "refuse", by=system, answered_at=by.school.now())
        _settle(one.evidence)


def _no_yes_to(kind: str) -> str:
    if kind == Kind.PHOTO:
        return _("Your family has not said yes to photos. It stays inside the school.")
    return _("Your family has not said yes to recordings. It stays inside the school.")


def _settle(evidence: Evidence) -> None:
    """Work out once, on the piece itself, whether others may see it, and until when."""
    locked = Evidence.objects.select_for_update().get(pk=evidence.pk)
    found = dict(Depicted.objects.filter(evidence=locked).values_list("student", "state"))
    people = _together(set(found.values()))
    until = None
    if people == Evidence.People.AGREED:
        until = last_day(found, locked.school_id, NEEDED[Evidence.Kind(locked.kind)])
    facts: dict[str, object] = {"people": people, "shown_until": until}
    if people == Evidence.People.CLOSED:
        facts |= {"for_family": False, "for_mentor": False}
    Evidence.objects.filter(pk=locked.pk).update(**facts)
    evidence.people, evidence.shown_until = people, until


def _together(states: set[str]) -> Evidence.People:
    if not states:
        return Evidence.People.NONE
    if State.NO in states:
        return Evidence.People.CLOSED
    return Evidence.People.ASKED if State.ASKED in states else Evidence.People.AGREED
