"""The JSON of a credential, unsigned. Every member is one that the contexts define.

No credentialSchema: its type stands in a third context that many verifiers do not hold, and one
of those that read us in CI refuses it. The tests validate by the official schemas.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from kindling.credentials.documents.telling import Facts

VC = "https://www.w3.org/ns/credentials/v2"
OB = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
CLR = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
type Json = dict[str, Any]


@dataclass(frozen=True)
class Frame:
    """What every credential has around what it says."""

    urn: str
    issuer: Json
    learner: str  # a name for the student that means nothing elsewhere
    identifiers: tuple[Json, ...]
    status: Json
    at: datetime
    until: datetime | None = None


def issuer_of(did: str, name: str, home: str) -> Json:
    return {"id": did, "type": ["Profile"], "name": name, "url": home}


def badge(facts: Facts, frame: Frame) -> Json:
    """Return an Open Badges 3.0 AchievementCredential."""
    subject: Json = {
        "id": frame.learner,
        "type": ["AchievementSubject"],
        "identifier": list(frame.identifiers),
        "achievement": _achievement(facts),
    }
    for name, value in (("activityStartDate", facts.began), ("activityEndDate", facts.ended)):
        if value:
            subject[name] = f"{value}T00:00:00Z"
    if facts.role:
        subject["role"] = facts.role
    if results := _results(facts):
        subject["result"] = results
    made = _around(frame, [VC, OB], ["VerifiableCredential", "AchievementCredential"])
    made |= {"name": facts.title, "credentialSubject": subject}
    if facts.shown:
        made["evidence"] = [
            {"type": ["Evidence"], "name": one.name, "narrative": one.text, "genre": one.genre}
            for one in facts.shown
        ]
    return made


def record(title: str, members: list[Json], frame: Frame) -> Json:
    """Return a CLR 2.0 ClrCredential around signed credentials. The order of contexts matters."""
    made = _around(frame, [VC, CLR, OB], ["VerifiableCredential", "ClrCredential"])
    subject = {
        "id": frame.learner,
        "type": ["ClrSubject"],
        "identifier": list(frame.identifiers),
        "verifiableCredential": members,
    }
    return made | {"name": title, "credentialSubject": subject}


def _around(frame: Frame, contexts: list[str], types: list[str]) -> Json:
    made: Json = {
        "@context": contexts,
        "id": frame.urn,
        "type": types,
        "issuer": frame.issuer,
        "validFrom": moment(frame.at),
        "credentialStatus": frame.status,
    }
    if frame.until:
        made["validUntil"] = moment(frame.until)
    return made


def moment(at: datetime) -> str:
    """Write a moment as the formats want it: whole seconds, with its zone."""
    return at.replace(microsecond=0).isoformat()


def urn_of(key: str) -> str:
    """Return the same name for the same key, for ever."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, key)}"


def _achievement(facts: Facts) -> Json:
    made: Json = {
        "id": urn_of(facts.key),
        "type": ["Achievement"],
        "achievementType": facts.kind,
        "name": facts.title,
        "description": facts.about,
        "criteria": {"narrative": facts.criteria},
        "inLanguage": facts.language,
    }
    if facts.skills:
        made["tag"] = list(facts.skills)
    if facts.aligned:
        made["alignment"] = [_alignment(one) for one in facts.aligned]
    if described := _described(facts):
        made["resultDescription"] = described
    return made


def _alignment(one: Any) -> Json:
    made = {
        "type": ["Alignment"], "targetName": one.name, "targetUrl": one.url, "targetType": "CFItem",
    }  # fmt: skip
    told = (("targetCode", one.code), ("targetFramework", one.framework))
    return made | {name: value for name, value in told if value}


def _described(facts: Facts) -> list[Json]:
    made: list[Json] = []
    if facts.rungs:
        made.append(
            {
                "id": urn_of(f"{facts.key}#level"), "type": ["ResultDescription"],
                "name": facts.scale, "resultType": "RubricCriterionLevel",
                "rubricCriterionLevel": [_rung(facts, place) for place in range(len(facts.rungs))],
            }
        )  # fmt: skip
    if facts.minutes:
        made.append(
            {
                "id": urn_of(f"{facts.key}#hours"), "type": ["ResultDescription"],
                "name": "Hours", "resultType": "RawScore",
            }
        )  # fmt: skip
    return made


def _rung(facts: Facts, place: int) -> Json:
    one = facts.rungs[place]
    made = {
        "id": urn_of(f"{facts.key}#level-{place + 1}"), "type": ["RubricCriterionLevel"],
        "name": one.name, "level": str(place + 1),
    }  # fmt: skip
    return made | ({"description": one.text} if one.text else {})


def _results(facts: Facts) -> list[Json]:
    made: list[Json] = []
    for place, one in enumerate(facts.rungs):
        if one.reached:
            made.append(
                {
                    "type": ["Result"], "resultDescription": urn_of(f"{facts.key}#level"),
                    "achievedLevel": urn_of(f"{facts.key}#level-{place + 1}"),
                    "value": one.name,
                }
            )  # fmt: skip
    if facts.minutes:
        hours, about = str(facts.minutes // 60), urn_of(f"{facts.key}#hours")
        made.append({"type": ["Result"], "resultDescription": about, "value": hours})
    return made
