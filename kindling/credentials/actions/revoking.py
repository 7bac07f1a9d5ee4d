"""Take a credential back, for all to see; share it by an address, and stop."""

from __future__ import annotations

from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.credentials import rules
from kindling.credentials.actions.issuing import publish_status
from kindling.credentials.models import Credential
from kindling.disclosures.actions import disclose
from kindling.disclosures.models import Basis
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify
from kindling.people.models import Student
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer


@transaction.atomic
def revoke_credential(credential: Credential, reason: str, *, by: Viewer) -> None:
    """Say that it holds no more, and why. The student is told; a verifier sees it at once.

    Whole records that hold it are revoked with it: they say the same. A new one leaves it out.
    """
    require(rules.may_revoke(by, credential) and credential.school_id == by.school.pk)
    if not reason.strip():
        raise Refused(_("Write down why. The student reads it."))
    Student.objects.select_for_update().get(pk=credential.student_id)  # no record is signed now
    for one in [credential, *_records_with(credential)]:
        take_step(
            one, "revoke", by=by, revoked_at=by.school.now(), revoked_by=by.person,
            reason=reason.strip(), detail={"reason": reason.strip()},
        )  # fmt: skip
        if held := one.status_list_id:
            transaction.on_commit(partial(publish_status.enqueue, held), robust=True)
    with inside(by.school):
        url = credential.get_absolute_url()
    notify(
        credential.student.person, "credentials/revoked", {"credential": credential}, by=by, url=url
    )


def _records_with(credential: Credential) -> list[Credential]:
    """Whole records that say what it says."""
    rows = Credential.of(credential.student).filter(kind=Credential.Kind.RECORD)
    return [one for one in rows if str(credential.uuid) in one.facts["members"]]


@transaction.atomic
def share_credential(credential: Credential, *, by: Viewer) -> None:
    """Let everybody who has its address look at it. The address names nobody."""
    require(rules.may_share(by, credential))
    if credential.state != Credential.State.ISSUED:
        raise Refused(_("Only a credential that holds can be shared."))
    now = by.school.now()
    if not Credential.objects.filter(pk=credential.pk, shared_at=None).update(shared_at=now):
        return  # two taps share once
    credential.shared_at = now
    disclose(
        credential.student, _("Whoever has the address"), credential.title,
        str(credential.get_kind_display()), consent=None, by=by, basis=Basis.SHOWN,
    )  # fmt: skip
    record("credential.share", credential, by=by)


@transaction.atomic
def stop_sharing(credential: Credential, *, by: Viewer) -> None:
    """Close the address at once. The file itself stays whoever's has it."""
    require(rules.may_share(by, credential))
    Credential.objects.filter(pk=credential.pk).update(shared_at=None)
    credential.shared_at = None
    record("credential.stop_sharing", credential, by=by)
