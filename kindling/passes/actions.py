"""Make, renew and end passes."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from kindling.history.steps import record, record_many
from kindling.kit.http import Refused, require
from kindling.kit.ids import new_public_id
from kindling.kit.signing import fingerprint, token_of_id
from kindling.notices.actions import notify, notify_many
from kindling.passes import devices, rules
from kindling.passes.models import Pass, PassDevice
from kindling.people.models import Student
from kindling.schools.inside import inside
from kindling.schools.models import Membership, Person, School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

CODE_LASTS = timedelta(minutes=10)
CODE_TRIES = 5


@transaction.atomic
def make_pass(
    bearer: Person,
    purpose: str,
    subjects: list[str],
    *,
    by: Viewer,
    days: int = 14,
    until: datetime | None = None,
    needs_code: bool = False,
    always_code: bool = False,
    about: Student | None = None,
) -> Pass:
    """Make a link for one person. The caller's own rule says whether it may be made.

    purpose: a key of kindling.config.passes; subjects: public ids of what it shows or allows;
    until: when it ends, where that is no number of days;
    needs_code: it shows or signs more than a day; always_code: the first browser is asked, too;
    about: the student, so their advisor sees it.
    """
    require(bearer.school_id == by.school.pk)
    held = Pass(school=by.school, public_id=new_public_id(), bearer=bearer, purpose=purpose)
    held.subjects, held.needs_code, held.about = subjects, needs_code, about
    held.token_hash = fingerprint(token_of_id(held.public_id))
    held.expires_at = until or timezone.now() + timedelta(days=days)
    held.made_by = by.person
    held.save()
    if always_code:
        devices.trust_nobody(held)
    record("pass.make", held, by=by, purpose=purpose, bearer=bearer.public_id)
    return held


@dataclass(frozen=True)
class Wanted:
    """A pass for one of many."""

    bearer: Person
    subjects: list[str]
    about: Student | None = None


@transaction.atomic
def make_passes(
    wanted: Sequence[Wanted], purpose: str, *, by: Viewer, days: int = 14, needs_code: bool = False
) -> list[Pass]:
    """Make a link of one purpose for each, in their order; a constant few statements."""
    require(all(one.bearer.school_id == by.school.pk for one in wanted))
    ends = timezone.now() + timedelta(days=days)
    made = [
        Pass(
            school=by.school, public_id=new_public_id(), bearer=one.bearer, purpose=purpose,
            subjects=one.subjects, about=one.about, needs_code=needs_code, expires_at=ends,
            made_by=by.person,
        )
        for one in wanted
    ]  # fmt: skip
    for held in made:
        held.token_hash = fingerprint(token_of_id(held.public_id))
    Pass.objects.bulk_create(made, batch_size=500)
    record_many("pass.make", made, by=by, purpose=purpose)
    return made


@transaction.atomic
def revoke_pass(held: Pass, *, by: Viewer) -> None:
    """End a pass at once; its bearer gets no new one by asking. Refused when it has ended."""
    require(rules.may_revoke_pass(by, held))
    if not _end(held):
        raise Refused(_("This link has ended already."))
    record("pass.revoke", held, by=by)


@transaction.atomic
def end_passes_to(subject: str, purpose: str, *, by: Viewer) -> int:
    """End every link of a purpose that opens this thing (its public id); return how many.

    The caller's own rule says whether they may end.
    """
    rows = Pass.objects.filter(school=by.school, purpose=purpose, revoked_at__isnull=True)
    ended = [held for held in rows.order_by("pk") if subject in held.subjects and _end(held)]
    record_many("pass.revoke", ended, by=by)
    return len(ended)


@transaction.atomic
def renew_pass(held: Pass, *, by: Viewer) -> Pass:
    """Send a link that works to the contact on file, and return its pass.

    The newest successor is sent again while it works; else one more is made, as long as the first
    was. Refused when the school ended it.
    """
    # Two taps at once: the second waits here and finds what the first has made.
    Pass.objects.select_for_update().get(pk=held.newest().pk)
    newest = held.newest()
    state = newest.state_at(timezone.now())
    if state == Pass.REVOKED:
        raise Refused(_("The school has ended this link. Ask the school for a new one."))
    if state == Pass.EXPIRED:
        newest = replace_pass(newest, by=by)
    notify(newest.bearer, "passes/renewed", {}, by=by, link_id=newest.public_id)
    record("pass.renew", held, by=by, renewed_as=newest.public_id)
    return newest


def replace_pass(held: Pass, *, by: Viewer) -> Pass:
    """End a pass and return its successor, for the same person and things, as long again."""
    _end(held)
    days = max(1, round((held.expires_at - held.created_at) / timedelta(days=1)))
    made = make_pass(
        held.bearer,
        held.purpose,
        held.subjects,
        by=by,
        days=days,
        needs_code=held.needs_code,
        always_code=devices.trusts_nobody(held),
        about=held.about,
    )
    made.renewed_from, made.made_by = held, held.made_by  # who is told when it went astray
    made.save(update_fields=["renewed_from", "made_by"])
    return made


@transaction.atomic
def report_not_me(held: Pass, *, by: Viewer) -> None:
    """Tell coordinators, and whoever made the pass, that somebody else opened it. Ends nothing."""
    school = held.school
    told = {person.pk: person for person in _people_with(school, Role.COORDINATOR)}
    if held.made_by_id and held.made_by:
        told[held.made_by_id] = held.made_by
    with inside(school):
        url = f"{reverse('passes:list')}?who={held.bearer.public_id}"
    notify_many(told.values(), "passes/not_me", {"bearer": held.bearer}, by=by, url=url)
    record("pass.not_me", held, by=by)


@transaction.atomic
def send_code(held: Pass, device_hash: str, *, by: Viewer) -> None:
    """Send six digits to the contact on file; they let this one browser in."""
    code = f"{secrets.randbelow(10**6):06d}"
    PassDevice.objects.update_or_create(
        held=held,
        device_hash=device_hash,
        defaults={
            "school": held.school,
            "code_hash": _code_hash(held, device_hash, code),
            "code_sent_at": timezone.now(),
            "failures": 0,
        },
    )
    notify(held.bearer, "passes/code", {}, by=by, code=code)
    record("pass.send_code", held, by=by)


@transaction.atomic
def trust_device(held: Pass, device_hash: str, code: str, *, by: Viewer) -> bool:
    """Let this browser in when the code is right, and say so. A wrong one counts; five are enough."""
    waiting = PassDevice.objects.filter(
        held=held,
        device_hash=device_hash,
        code_sent_at__gt=timezone.now() - CODE_LASTS,
        failures__lt=CODE_TRIES,
    ).exclude(code_hash="")
    # It counts before it is looked at: parallel guesses get no extra tries.
    if not waiting.update(failures=F("failures") + 1):
        return False
    device = PassDevice.objects.get(held=held, device_hash=device_hash)
    if not constant_time_compare(device.code_hash, _code_hash(held, device_hash, code)):
        return False
    device.code_hash, device.trusted_at = "", timezone.now()
    device.save(update_fields=["code_hash", "trusted_at"])
    record("pass.trust_device", held, by=by)
    return True


def _code_hash(held: Pass, device_hash: str, code: str) -> str:
    """Six digits alone are guessed in no time: the site's secret key is part of it."""
    return salted_hmac(
        "kindling.code", f"{held.pk}:{device_hash}:{code}", algorithm="sha256"
    ).hexdigest()


def _people_with(school: School, role: Role) -> list[Person]:
    """Return who wears this hat today."""
    today = school.today()
    hats = Membership.objects.filter(school=school, role=role, since_on__lte=today)
    hats = hats.filter(Q(until_on__isnull=True) | Q(until_on__gte=today))
    return [hat.person for hat in hats.select_related("person__school")]


def _end(held: Pass) -> bool:
    """Write that the pass has ended; say whether it was still open."""
    held.revoked_at = timezone.now()
    return bool(Pass.objects.filter(pk=held.pk, revoked_at=None).update(revoked_at=held.revoked_at))
