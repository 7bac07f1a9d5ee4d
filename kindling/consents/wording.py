"""Which words somebody reads: in their language where they may be used, else the original. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kindling.consents.models import PurposeText


class Why(StrEnum):
    """Why somebody does not read their own language."""

    FINE = ""
    NONE = "none"  # nobody has translated it
    OLDER = "older"  # the original has changed since
    DRAFT = "draft"  # nobody has reviewed it, and the school has not let it be used


@dataclass(frozen=True)
class Shown:
    """The words to answer to, the original beside a draft, and why it is not another language."""

    text: PurposeText
    original: PurposeText
    beside: bool
    why: Why


def hash_of(title: str, summary: str, body: str) -> str:
    """The address of these words."""
    whole = "\n\n".join(part.replace("\r\n", "\n").strip() for part in (title, summary, body))
    return hashlib.sha256(whole.encode()).hexdigest()


def shown_in(texts: Sequence[PurposeText], language: str) -> Shown | None:
    """Choose among the current words of a purpose. None where there is no original."""
    original = next((one for one in texts if one.is_original), None)
    if original is None:
        return None
    mine = next((one for one in texts if one.language == language), None)
    if mine is None:
        return Shown(original, original, beside=False, why=Why.NONE)
    why = standing_of(mine, original)
    if why:
        return Shown(original, original, beside=False, why=why)
    is_draft = mine != original and mine.state == PurposeText.State.DRAFT
    return Shown(mine, original, beside=is_draft, why=Why.FINE)


def standing_of(text: PurposeText, original: PurposeText) -> Why:
    """Whether families may read these words today."""
    if text == original:
        return Why.FINE
    if text.source_sha256 != original.sha256:
        return Why.OLDER
    usable = text.state == PurposeText.State.REVIEWED or text.allowed_at is not None
    return Why.FINE if usable else Why.DRAFT
