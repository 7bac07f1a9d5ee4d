"""Sign, say no, take it back. One row is locked, so two who sign at once are two signatures."""

from __future__ import annotations

from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.agreements import rules
from kindling.agreements.actions.printing import begin_paper
from kindling.agreements.content import language_for
from kindling.agreements.models import Agreement, Signature, Signer
from kindling.agreements.strokes import read_strokes
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.schools.viewer import Viewer

State = Agreement.State


class Changed(Refused):
    """Somebody signs words that are no longer the ones of this agreement."""


@transaction.atomic
def sign_agreement(
    signer: Signer,
    *,
    by: Viewer,
    content_hash: str,
    name: str,
    language: str,
    drawing: str = "",
) -> Signature:
    """Put a name under the words with this address. The same twice is one signature.

    Changed when the words are others by now; Refused when nobody can sign any more.
    """
    agreement = _lock(signer, by=by)
    kept = signer.signatures.filter(set_aside_at__isnull=True).first()
    if kept and kept.wording.content_hash == content_hash:
        return kept  # a double tap
    _refuse_closed(agreement)
    if content_hash != agreement.content_hash:
        raise Changed(
            _("The words have changed since you opened this page. Read them again, then sign.")
        )
    drawn = read_strokes(drawing)
    signature = _signature(signer, agreement, by=by, name=name, language=language, drawing=drawn)
    signature.save()
    _answer(signer, Signer.State.SIGNED, by=by)
    record("agreement.sign", agreement, by=by, party=signer.party, words=content_hash)
    _finish(agreement, by=by)
    return signature


def _signature(signer: Signer, agreement: Agreement, *, by: Viewer, **said: str) -> Signature:
    """The row, not saved yet. A language without a text was read by nobody."""
    way = Signature.Way.DRAWN if said["drawing"] else Signature.Way.TYPED
    wording = agreement.wordings.get(number=agreement.number)
    said["language"] = language_for(wording.content, said["language"], by.school)
    return Signature(
        school=by.school, signer=signer, person=by.person, wording=wording, way=way,
        at=by.school.now(), by_link=bool(by.purpose), **said,
    )  # fmt: skip


def _lock(signer: Signer, *, by: Viewer) -> Agreement:
    """The signer's agreement as it is now; who comes second waits here.

    The signer is read anew: somebody else may sign for the party by now. 403 then.
    """
    agreement: Agreement = (
        Agreement.objects.select_for_update(of=("self",))
        .select_related("school", "template")
        .get(pk=signer.agreement_id)
    )
    signer.refresh_from_db(fields=["state", "person"])
    require(rules.may_sign(by, signer))
    return agreement


def _refuse_closed(agreement: Agreement) -> None:
    """Say why nobody can sign this any more, or return."""
    sentences = {
        State.COMPLETE: _("Everybody has signed this. There is nothing left to do."),
        State.VOID: _("The school has taken this back. You need not sign it."),
        State.ENDED: _("This has ended. You need not sign it."),
        State.DECLINED: _("Somebody said no to this. The school will tell you how it goes on."),
    }
    if agreement.state in sentences:
        raise Refused(sentences[State(agreement.state)])


def _answer(signer: Signer, state: str, *, by: Viewer, reason: str = "") -> None:
    signer.state, signer.answered_at, signer.reason = state, by.school.now(), reason
    signer.save(update_fields=["state", "answered_at", "reason"])


def _finish(agreement: Agreement, *, by: Viewer) -> None:
    """When the last one has signed: it holds, and its PDF is made in the background."""
    if agreement.signers.exclude(state=Signer.State.SIGNED).exists():
        return
    take_step(agreement, "complete", by=by, completed_at=by.school.now())
    transaction.on_commit(partial(begin_paper, agreement, by=by))


@transaction.atomic
def decline_agreement(signer: Signer, *, by: Viewer, reason: str) -> None:
    """Say no, with a reason for the school. It waits there until the coordinator acts."""
    agreement = _lock(signer, by=by)
    if signer.state == Signer.State.DECLINED:
        return  # a double tap
    _refuse_closed(agreement)
    if signer.state == Signer.State.SIGNED:
        raise Refused(_("You have signed this. Take your name back first."))
    _answer(signer, Signer.State.DECLINED, by=by, reason=reason)
    take_step(agreement, "decline", by=by, detail={"party": signer.party})


@transaction.atomic
def take_back_signature(signer: Signer, *, by: Viewer) -> None:
    """Take one's name back while others still have to sign. The school ends what all have signed."""
    agreement = _lock(signer, by=by)
    if agreement.state == State.COMPLETE:
        raise Refused(_("Everybody has signed this. Ask the school to end it."))
    if agreement.state != State.DECLINED:
        _refuse_closed(agreement)  # a name under what has ended stays there
    kept = signer.signatures.filter(set_aside_at__isnull=True)
    if not kept.update(set_aside_at=by.school.now()):
        raise Refused(_("There is no signature of yours here."))
    signer.state, signer.answered_at = Signer.State.WAITING, None
    signer.save(update_fields=["state", "answered_at"])
    record("agreement.take_back_signature", agreement, by=by, party=signer.party)
