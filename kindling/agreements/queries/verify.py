"""What a PDF's address tells whoever holds it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kindling.agreements.models import Agreement
from kindling.agreements.rules import verified_paper


@dataclass(frozen=True)
class Found:
    """A paper of a school: no name of anybody in it."""

    school: str
    on: date
    names: int
    has_ended: bool


def found_paper(sha256: str) -> Found | None:
    """Two statements."""
    paper = verified_paper(sha256)
    if paper is None:
        return None
    agreement, school = paper.agreement, paper.agreement.school
    at = agreement.completed_at or agreement.created_at
    ended = agreement.state == Agreement.State.ENDED or (
        agreement.ends_on is not None and agreement.ends_on < school.today()
    )
    return Found(school.name, at.astimezone(school.zone).date(), agreement.signers.count(), ended)
