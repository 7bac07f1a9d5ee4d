"""One agreement, as staff and the people in it read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from kindling.agreements.content import language_for
from kindling.agreements.models import Agreement, Paper, Party, Signature, Signer, Version
from kindling.agreements.queries.signing import Section, Tongue, sections_of, tongue, wording_of
from kindling.agreements.rules import may_keep, may_sign, may_sign_instead
from kindling.agreements.strokes import path_of
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class SignerRow:
    """Who signs, and the name they put there."""

    signer: Signer
    party: str
    label: str
    signature: Signature | None
    path: str
    is_mine: bool
    instead: list[Person]  # who else could sign for this party


@dataclass(frozen=True)
class AgreementPage:
    agreement: Agreement
    title: str
    language: Tongue
    sections: list[Section]
    signers: list[SignerRow]
    content_hash: str
    number: int
    paper: Paper | None
    newer: Version | None  # a version that was published since
    earlier: list[Any]  # wordings before this one


def agreement_page(agreement: Agreement, viewer: Viewer) -> AgreementPage:
    """Return the page of one agreement; a constant few statements, however many have signed."""
    wording = wording_of(agreement)
    code = language_for(wording.content, get_language() or "en", viewer.school)
    text = wording.content["texts"][code]
    versions = agreement.template.versions.filter(published_at__isnull=False)
    newest = versions.order_by("-number").first()
    paper = Paper.of(agreement)
    return AgreementPage(
        agreement=agreement,
        title=text["title"],
        language=tongue(code, code),
        sections=sections_of(text, code),
        signers=_signers(agreement, viewer),
        content_hash=wording.content_hash,
        number=wording.number,
        paper=paper,
        newer=newest if newest and newest.pk != agreement.version_id else None,
        earlier=list(agreement.wordings.filter(number__lt=agreement.number).order_by("-number")),
    )


def _signers(agreement: Agreement, viewer: Viewer) -> list[SignerRow]:
    counted = {s.signer_id: s for s in Signature.counted(agreement)}
    order = list(Party.values)
    rows = sorted(agreement.signers.select_related("person"), key=lambda s: order.index(s.party))
    found = []
    for one in rows:
        one.agreement = agreement
        kept = counted.get(one.pk)
        found.append(
            SignerRow(
                one, str(Party(one.party).label), str(one.get_state_display()), kept,
                path_of(kept.drawing) if kept and kept.drawing else "", may_sign(viewer, one),
                _instead(one, viewer),
            )
        )  # fmt: skip
    return found


def _instead(signer: Signer, viewer: Viewer) -> list[Person]:
    """One statement for each party that has not answered yet; there are four parties at most."""
    waits = signer.state == Signer.State.WAITING and signer.agreement.state == "open"
    return list(may_sign_instead(viewer, signer)[:20]) if waits and may_keep(viewer) else []
