"""Put a name under a version, send it back, take it back. One row is locked, so nothing crosses."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify, notify_many
from kindling.plans import rules
from kindling.plans.locking import lock, refuse_ended, refuse_settled_version
from kindling.plans.models import Party, Plan, Remark, Signature, Signer, Version
from kindling.plans.parties import seen_hash
from kindling.schools.viewer import Viewer

Way = Signature.Way


@transaction.atomic
def sign_version(signer: Signer, *, by: Viewer, content_hash: str, name: str) -> Signature:
    """Put a name under the version with this address. The same twice is one signature.

    Refused when it was taken back, sent back or signed by all meanwhile; nothing is lost then.
    """
    plan, version = _lock(signer, by=by)
    require(rules.may_sign(by, signer))
    way = Way.LINK if by.purpose else Way.PAGE
    person = by.person or signer.person
    row = Signature(person=person, name=name, way=way)
    return put_name(row, signer, version, plan, by=by, content_hash=content_hash)


@transaction.atomic
def sign_in_room(signer: Signer, *, by: Viewer, content_hash: str, name: str) -> Signature:
    """Somebody signs on the advisor's device; the advisor sits beside them and is written down."""
    plan, version = _lock(signer, by=by)
    require(rules.may_host_signing(by, plan))
    row = Signature(person=signer.person, name=name, way=Way.ROOM, beside=by.person)
    return put_name(row, signer, version, plan, by=by, content_hash=content_hash)


def _lock(signer: Signer, *, by: Viewer) -> tuple[Plan, Version]:
    """The plan and the version as they are now; who comes second waits here."""
    plan = lock(signer.version.plan, by=by)
    version = Version.objects.get(pk=signer.version_id)
    version.plan = plan
    signer.version = version
    signer.refresh_from_db(fields=["state", "person"])
    return plan, version


def put_name(
    row: Signature, signer: Signer, version: Version, plan: Plan, *, by: Viewer, content_hash: str
) -> Signature:
    kept = Signature.objects.filter(signer=signer).first()
    if kept:
        return kept  # a double tap
    refuse_settled_version(version)
    refuse_ended(plan)
    if content_hash != version.content_hash:
        raise Refused(_("There are newer words than those you read. Read them, then sign."))
    row.school, row.signer, row.at = by.school, signer, by.school.now()
    row.content_hash, row.seen_hash = version.content_hash, seen_hash(signer, version)
    row.language = get_language() or by.school.language
    row.save()
    _answer(signer, Signer.State.SIGNED, by=by)
    said = {"party": signer.party, "words": content_hash, "way": row.way}
    record("version.sign", version, by=by, **said)
    _roll_up(plan, version, by=by)
    return row


def _answer(signer: Signer, state: str, *, by: Viewer) -> None:
    signer.state, signer.answered_at = state, by.school.now()
    signer.save(update_fields=["state", "answered_at"])


def _roll_up(plan: Plan, version: Version, *, by: Viewer) -> None:
    """Note who is missing; when nobody is, the version comes into force."""
    rows = version.signers.filter(state=Signer.State.WAITING).values_list("party", flat=True)
    waiting = set(rows)
    plan.waits_for = ",".join(party for party in Party.values if party in waiting)
    plan.save(update_fields=["waits_for"])
    if waiting:
        if plan.state == Plan.State.PROPOSED:
            take_step(plan, "begin_signing", by=by, state_since=by.school.now())
        return
    come_into_force(plan, version, by=by)


def come_into_force(plan: Plan, version: Version, *, by: Viewer) -> None:
    """Let it be the plan that counts; the one before it is replaced and stays readable."""
    now = by.school.now()
    for earlier in plan.versions.filter(state=Version.State.IN_FORCE):
        take_step(earlier, "replace", by=by)
    take_step(version, "come_into_force", by=by, settled_at=now)
    if plan.is_changing:
        plan.is_changing, plan.change_reason = False, ""
        plan.save(update_fields=["is_changing", "change_reason"])
        record("plan.amend", plan, by=by, number=version.number)
    else:
        take_step(plan, "begin", by=by, state_since=now)
    notify(plan.student.person, "plans/signed", {"term": plan.term.label}, by=by)


@transaction.atomic
def return_version(signer: Signer, *, by: Viewer, words: str) -> None:
    """Want a change before one signs. The words go to the student and the advisor."""
    plan, version = _lock(signer, by=by)
    require(rules.may_sign(by, signer))
    if signer.state == Signer.State.RETURNED:
        return  # a double tap
    if signer.state == Signer.State.SIGNED:
        raise Refused(_("You have signed this. Ask the advisor to start a change."))
    refuse_settled_version(version)
    _answer(signer, Signer.State.RETURNED, by=by)
    Remark.objects.create(
        school=by.school, plan=plan, by=by.person or signer.person, party=signer.party, text=words,
        at=by.school.now(),
    )  # fmt: skip
    plan.remark_count += 1
    plan.save(update_fields=["remark_count"])
    _settle(plan, version, "return", by=by, why=words)
    told = {"words": words, "who": signer.person, "term": plan.term.label}
    notify(plan.student.person, "plans/returned", told, by=by)


@transaction.atomic
def withdraw_version(version: Version, *, by: Viewer, why: str = "") -> int:
    """Take back what not everybody has signed. Returns how many names stay under it.

    The words go on being written; the version stays readable with the names that are there, and
    those people are told. Refused once everybody has signed.
    """
    plan = lock(version.plan, by=by)
    require(rules.may_write(by, plan))
    version.refresh_from_db()
    version.plan = plan
    if version.state == Version.State.IN_FORCE:
        raise Refused(
            _("Everybody has signed by now, so it counts and cannot be taken back. Start a change.")
        )
    refuse_settled_version(version)
    signed = [one.person for one in version.signers.filter(state=Signer.State.SIGNED)]
    _settle(plan, version, "withdraw", by=by, why=why)
    told = [person for person in signed if person.pk != by.person_id]
    context = {"student": plan.student, "term": plan.term.label, "why": why}
    notify_many(told, "plans/withdrawn", context, by=by)
    return len(signed)


def _settle(plan: Plan, version: Version, verb: str, *, by: Viewer, why: str) -> None:
    """The version ends unsigned, and its words can be written on."""
    now = by.school.now()
    take_step(version, verb, by=by, settled_at=now, settled_by=by.person, settled_why=why)
    plan.waits_for = ""
    plan.save(update_fields=["waits_for"])
    if not plan.is_changing:
        take_step(plan, "return", by=by, state_since=now)
