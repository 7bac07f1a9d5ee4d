"""A credential, and a list of what holds no more, under the school's seal. Import it late.

JSON-LD and cryptography take a while to load and to work: only background tasks come here.
"""

from __future__ import annotations

import json
from datetime import datetime, time, timedelta
from uuid import UUID

from django.conf import settings
from django.utils.crypto import get_random_string, salted_hmac

from kindling.credentials.documents.building import Frame, Json, badge, issuer_of, record
from kindling.credentials.documents.signing import (
    identifier,
    prove,
    status_at,
    status_document,
    token_of,
)
from kindling.credentials.documents.telling import Facts
from kindling.credentials.models import Credential, StatusList
from kindling.people.models import Student
from kindling.seals.actions import key_of
from kindling.seals.dids import did_of
from kindling.seals.models import SealKey

HOLDS = timedelta(days=30)  # of a signed list: an old copy proves nothing for longer


def sealed(credential: Credential, held: StatusList, index: int, now: datetime) -> tuple[str, str]:
    """Return what it says as JSON with a proof, and as a VC-JWT."""
    school = credential.school
    document = _unsigned(credential, status_at(held.address, index), now)
    proved = prove(document, key_of(school), now)
    told = json.dumps(proved, ensure_ascii=False)
    return told, token_of(document, key_of(school, SealKey.Kind.RSA))


def sealed_list(held: StatusList, revoked: list[int], now: datetime) -> str:
    """Return the signed list, good for a month."""
    unsigned = status_document(
        did_of(held.school), held.address, revoked, at=now, until=now + HOLDS
    )
    return json.dumps(prove(unsigned, key_of(held.school), now))


def _unsigned(credential: Credential, status: Json, now: datetime) -> Json:
    school, student, until = credential.school, credential.student, credential.until_on
    frame = Frame(
        urn=credential.urn,
        issuer=issuer_of(did_of(school), school.name, settings.BASE_URL),
        learner=learner_of(student),
        identifiers=_identifiers(student),
        status=status,
        at=now,
        until=datetime.combine(until, time(23, 59, 59), school.zone) if until else None,
    )
    if credential.kind == Credential.Kind.RECORD:
        members = Credential.of(student).filter(uuid__in=credential.facts["members"])
        documents = members.values_list("document", flat=True)
        return record(credential.title, [json.loads(one) for one in documents], frame)
    return badge(Facts.of(credential.facts), frame)


def learner_of(student: Student) -> str:
    """Return a name that is the same in everything one student earns, and means nothing else."""
    digest = salted_hmac("kindling.learner", student.public_id, algorithm="sha256").digest()
    return f"urn:uuid:{UUID(bytes=digest[:16], version=4)}"


def _identifiers(student: Student) -> tuple[Json, ...]:
    """Name and e-mail as salted hashes: who knows one can check that it is they, nobody else."""
    told = [(student.name, "name"), (student.person.email, "emailAddress")]
    return tuple(identifier(one.lower(), kind, get_random_string(22)) for one, kind in told if one)
