"""What a signed document says, for a page. Only what stands in it; it names nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Said:
    """One credential as people read it. Members: those in a record."""

    title: str
    issuer: str
    about: str
    criteria: str
    began: date | None
    ended: date | None
    hours: str
    level: str
    skills: tuple[str, ...]
    aligned: tuple[tuple[str, str], ...]
    evidence: tuple[tuple[str, str], ...]
    members: tuple[Said, ...] = ()


def said(document: dict[str, Any]) -> Said:
    """Read a document that the school signed; it has the shape of documents.building."""
    subject = document["credentialSubject"]
    achievement = subject.get("achievement", {})
    results = subject.get("result", [])
    return Said(
        title=document["name"],
        issuer=document["issuer"]["name"],
        about=achievement.get("description", ""),
        criteria=achievement.get("criteria", {}).get("narrative", ""),
        began=_day(subject.get("activityStartDate")),
        ended=_day(subject.get("activityEndDate")),
        hours=next((one["value"] for one in results if "achievedLevel" not in one), ""),
        level=next((one["value"] for one in results if "achievedLevel" in one), ""),
        skills=tuple(achievement.get("tag", [])),
        aligned=tuple(
            (one["targetName"], one["targetUrl"]) for one in achievement.get("alignment", [])
        ),
        evidence=tuple((one["name"], one["narrative"]) for one in document.get("evidence", [])),
        members=tuple(said(one) for one in subject.get("verifiableCredential", [])),
    )


def _day(moment: str | None) -> date | None:
    return date.fromisoformat(moment[:10]) if moment else None
