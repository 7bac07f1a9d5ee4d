"""A school's name for machines (did:web) and the document at its address."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlsplit

from cryptography.hazmat.primitives import serialization
from django.conf import settings

from kindling.schools.models import School
from kindling.seals.models import SealKey

CONTEXTS = [
    "https://www.w3.org/ns/did/v1",
    "https://w3id.org/security/multikey/v1",
    "https://w3id.org/security/suites/jws-2020/v1",
]


def did_of(school: School) -> str:
    """Return did:web:HOST:seals:SLUG, which stands for https://HOST/seals/SLUG/did.json."""
    where = urlsplit(settings.BASE_URL)
    parts = [part for part in where.path.split("/") if part]
    return ":".join(["did:web", quote(where.netloc, safe=""), *parts, "seals", school.slug])


def document_of(school: School) -> dict[str, Any] | None:
    """Return the DID document with every key there ever was; None before the first."""
    did = did_of(school)
    methods = [_method(did, key) for key in SealKey.of(school)]
    if not methods:
        return None
    named = [method["id"] for method in methods]
    return {
        "@context": CONTEXTS, "id": did, "verificationMethod": methods, "assertionMethod": named,
    }  # fmt: skip


def method_of(key: SealKey) -> str:
    """Return the address of a key, as a signature names it."""
    return f"{did_of(key.school)}#{key.name}"


def _method(did: str, key: SealKey) -> dict[str, Any]:
    from openbadgeslib.keys import public_jwk_from_pem  # noqa: PLC0415 (a sixth of a second)
    from openbadgeslib.ob3 import multikey_from_pem  # noqa: PLC0415

    told = {"id": f"{did}#{key.name}", "controller": did}
    if key.kind == SealKey.Kind.ED25519:
        return {**told, "type": "Multikey", "publicKeyMultibase": multikey_from_pem(key.public)}
    return {**told, "type": "JsonWebKey2020", "publicKeyJwk": public_jwk_from_pem(key.public)}


def public_key(key: SealKey) -> Any:
    """Return the public half as `cryptography` has it."""
    return serialization.load_pem_public_key(key.public.encode())
