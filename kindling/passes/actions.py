"""Make, renew and end passes."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.kit.ids import new_public_id
from kindling.kit.signing import fingerprint, token_of_id
from kindling.notices.actions import notify
from kindling.passes import rules
from kindling.passes.models import Pass
from kindling.people.models import Student
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


@transaction.atomic
def make_pass(
    bearer: Person,
    purpose: str,
    subjects: list[str],
    *,
    by: Viewer,
    days: int = 14,
    needs_code: bool = False,
    about: Student | None = None,
) -> Pass:
    """Make a link for one person. The caller's own rule says whether it may be made.

    purpose: a key of kindling.config.passes; subjects: public ids of what it shows or allows;
    needs_code: it shows or signs more than a day; about: the student, so their advisor sees it.
    """
    require(bearer.school_id == by.school.pk)
    held = Pass(school=by.school, public_id=new_public_id(), bearer=bearer, purpose=purpose)
    held.subjects, held.needs_code, held.about = subjects, needs_code, about
    held.token_hash = fingerprint(token_of_id(held.public_id))
    held.expires_at = timezone.now() + timedelta(days=days)
    held.made_by = by.person
    held.save()
    record("pass.make", held, by=by, purpose=purpose, bearer=bearer.public_id)
    return held


@transaction.atomic
def revoke_pass(held: Pass, *, by: Viewer) -> None:
    """End a pass at once; its bearer gets no new one by asking. Refused when it has ended."""
    require(rules.may_revoke_pass(by, held))
    if not _end(held):
        raise Refused(_("This link has ended already."))
    record("pass.revoke", held, by=by)


@transaction.atomic
def renew_pass(held: Pass, *, by: Viewer) -> Pass:
    """Send a link that works to the contact on file, and return its pass.

    The newest successor is sent again while it works; else one more is made, as long as the first
    was. Refused when the school ended it.
    """
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
    days = max(1, (held.expires_at - held.created_at).days)
    made = make_pass(
        held.bearer,
        held.purpose,
        held.subjects,
        by=by,
        days=days,
        needs_code=held.needs_code,
        about=held.about,
    )
    made.renewed_from = held
    made.save(update_fields=["renewed_from"])
    return made


def _end(held: Pass) -> bool:
    """Write that the pass has ended; say whether it was still open."""
    held.revoked_at = timezone.now()
    return bool(Pass.objects.filter(pk=held.pk, revoked_at=None).update(revoked_at=held.revoked_at))
