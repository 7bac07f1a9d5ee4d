"""Put the school's seal on a document: a Data Integrity proof, or a VC-JWT. Slow: in a task.

openbadgeslib fetches no context. What no context defines would stay outside the proof; the
tests let two other verifiers read every kind, one of which refuses such a member.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import jwt
from cryptography.hazmat.primitives.serialization import load_der_private_key
from openbadgeslib.ob3 import (
    IdentityObject,
    add_data_integrity_proof,
    build_status_list_credential,
    bundled_clr_contexts,
    status_entry,
)

from kindling.credentials.documents.building import Json
from kindling.seals.dids import method_of
from kindling.seals.locking import secret_of
from kindling.seals.models import SealKey

PURPOSE = "revocation"


def prove(document: Json, key: SealKey, at: datetime) -> Json:
    """Return the document with an eddsa-rdfc-2022 proof. Raises ErrorSigningFile over 256 KiB."""
    pair: Any = load_der_private_key(secret_of(key), password=None)
    return add_data_integrity_proof(
        document, pair, method_of(key), created=at, extra_contexts=bundled_clr_contexts()
    )


def token_of(document: Json, key: SealKey) -> str:
    """Return an unsigned document as a VC-JWT (RS256), its claims at the top."""
    claims = {
        **document,
        "iss": document["issuer"]["id"],
        "jti": document["id"],
        "sub": document["credentialSubject"]["id"],
        "nbf": _seconds(document["validFrom"]),
    }
    if "validUntil" in document:
        claims["exp"] = _seconds(document["validUntil"])
    pair: Any = load_der_private_key(secret_of(key), password=None)
    return jwt.encode(claims, pair, algorithm="RS256", headers={"kid": method_of(key)})


def _seconds(moment: str) -> int:
    return int(datetime.fromisoformat(moment).timestamp())


def identifier(identity: str, type_: str, salt: str) -> Json:
    """Return somebody's name or e-mail as a salted hash: who knows it can find it again."""
    return IdentityObject.create(identity, salt=salt, identity_type=type_).to_dict()


def status_at(address: str, index: int) -> Json:
    """Return where to ask whether a credential still holds."""
    return status_entry(address, PURPOSE, index)


def status_document(
    did: str, address: str, revoked: list[int], *, at: datetime, until: datetime
) -> Json:
    """Return the list of which hold no more, unsigned. After `until` nobody may rely on it."""
    return build_status_list_credential(
        did, address, PURPOSE, revoked, issued=at, valid_until=until
    )
