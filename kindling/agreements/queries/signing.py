"""The page on which one person reads and signs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import translation

from kindling.agreements.content import SECTIONS, language_for
from kindling.agreements.models import Agreement, Party, Signature, Signer, Wording
from kindling.agreements.rules import visible_papers, visible_signers
from kindling.agreements.sheet import headings
from kindling.agreements.strokes import path_of
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class Tongue:
    """A language in which the text can be read."""

    code: str
    name: str
    dir: str
    is_current: bool


@dataclass(frozen=True)
class Section:
    heading: str
    parts: list[Any]
    is_mine: bool


@dataclass(frozen=True)
class Beside:
    """Somebody else who signs."""

    party: str
    name: str
    state: str
    label: str
    at: datetime | None


@dataclass(frozen=True)
class SignPage:
    """Everything on it. `wanted` is the name of the reader's language where the text has none."""

    signer: Signer
    agreement: Agreement
    title: str
    sections: list[Section]
    language: Tongue
    tongues: list[Tongue]
    wanted: str
    content_hash: str
    changes: str  # what is new since they or somebody signed
    signature: Signature | None
    path: str  # of their drawing
    others: list[Beside]
    paper: str  # its SHA-256 once it is made

    @property
    def may_sign(self) -> bool:
        waits = self.signer.state == Signer.State.WAITING
        return waits and self.agreement.state == Agreement.State.OPEN


def sign_page(signer: Signer, viewer: Viewer, wanted: str = "") -> SignPage:
    """Return the page of one signer, in the language asked for, theirs, or the school's.

    Five statements, however many sign.
    """
    agreement = signer.agreement
    wording = wording_of(agreement)
    there = wording.content["texts"]
    mine = wanted if wanted in there else translation.get_language() or "en"
    code = language_for(wording.content, mine, viewer.school)
    current = tongue(code, code)
    text = there[code]
    signature = signer.signatures.filter(set_aside_at__isnull=True).first()
    paper = visible_papers(viewer).filter(agreement=agreement.pk).values_list("sha256", flat=True)
    return SignPage(
        signer=signer,
        agreement=agreement,
        title=text["title"],
        sections=sections_of(text, code, signer.party),
        language=current,
        tongues=[tongue(one, code) for one in there],
        wanted="" if code == mine else tongue(mine, code).name,
        content_hash=wording.content_hash,
        changes=wording.changes,
        signature=signature,
        path=path_of(signature.drawing) if signature and signature.drawing else "",
        others=beside(agreement, signer),
        paper=paper.first() or "",
    )


def wording_of(agreement: Agreement) -> Wording:
    """The words that are signed now."""
    wording: Wording = agreement.wordings.get(number=agreement.number)
    return wording


def tongue(code: str, current: str) -> Tongue:
    info = translation.get_language_info(code)
    direction = "rtl" if info["bidi"] else "ltr"
    return Tongue(code, info["name_local"].capitalize(), direction, code == current)


def sections_of(text: dict[str, Any], code: str, party: str = "") -> list[Section]:
    """The parts with something in them: what all read, one's own part, the others'."""
    with translation.override(code):
        named = headings()
    order = sorted(SECTIONS, key=lambda one: (one != "opening", one != party))
    return [Section(named[one], text[one], one == party) for one in order if text[one]]


def beside(agreement: Agreement, signer: Signer | None = None) -> list[Beside]:
    """The others, in the order of the parties. One statement."""
    rows = [one for one in agreement.signers.select_related("person") if one != signer]
    order = list(Party.values)
    rows.sort(key=lambda one: order.index(one.party))
    return [
        Beside(
            str(Party(one.party).label), one.person.name, one.state,
            str(one.get_state_display()), one.answered_at,
        )
        for one in rows
    ]  # fmt: skip


@dataclass(frozen=True)
class Waiting:
    """One line of what waits for somebody, or what they have signed."""

    public_id: str
    label: str
    student: str
    place: str
    state: str
    state_label: str
    is_mine_to_do: bool


def signers_of(viewer: Viewer) -> list[Signer]:
    """What the bearer of a link, or whoever is signed in, signs themselves: what waits first."""
    mine = visible_signers(viewer).filter(person=viewer.person_id)
    mine = mine.select_related("agreement__opportunity__site")
    found = list(mine.exclude(agreement__state=Agreement.State.VOID).order_by("-pk")[:50])
    return sorted(found, key=lambda one: not _waits(one))


def _waits(signer: Signer) -> bool:
    is_open = signer.agreement.state == Agreement.State.OPEN
    return is_open and signer.state == Signer.State.WAITING


def waiting_rows(signers: list[Signer]) -> list[Waiting]:
    return [
        Waiting(
            one.public_id, one.agreement.template.label,
            one.agreement.student.name if one.agreement.student else "", one.agreement.place,
            one.state, str(one.get_state_display()), _waits(one),
        )
        for one in signers
    ]  # fmt: skip
