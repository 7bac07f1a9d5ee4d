"""Make a school's keys, and sign with them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from cryptography.hazmat.primitives.serialization import Encoding
from django.db import IntegrityError, transaction
from django.utils import timezone

from kindling.history.steps import record
from kindling.kit.http import require
from kindling.schools.models import School
from kindling.schools.viewer import Viewer
from kindling.seals.locking import Locked, lock, secret_of, whose
from kindling.seals.making import (
    Private,
    certificate_of,
    new_ed25519,
    new_rsa,
    private_bytes,
    public_pem,
)
from kindling.seals.models import SealKey
from kindling.seals.rules import may_add_key

NEW: dict[str, Callable[[], Private]] = {
    SealKey.Kind.ED25519: new_ed25519,
    SealKey.Kind.RSA: new_rsa,
}


@transaction.atomic
def add_key(school: School, kind: str, *, by: Viewer) -> SealKey:
    """Make a key that signs from now on; those before it prove what they signed, for ever."""
    require(may_add_key(by))
    pair = NEW[kind]()
    number = SealKey.of(school).count() + 1
    has_certificate = kind == SealKey.Kind.RSA
    key: SealKey = SealKey.objects.create(
        school=school, kind=kind, number=number, public=public_pem(pair),
        secret=lock(private_bytes(pair, Encoding.DER), whose(school, number)),
        certificate=_certificate(pair, school) if has_certificate else "",
    )  # fmt: skip
    record("seal.add", key, by=by, kind=str(kind), number=number)
    return key


def key_of(school: School, kind: str = SealKey.Kind.ED25519) -> SealKey:
    """Return the key that signs now. The first is made when it is wanted.

    After the secret key of the installation changed, a new one is made: see the README.
    """
    key = SealKey.of(school).filter(kind=kind).last()
    if key is not None and _opens(key):
        return key
    try:
        with transaction.atomic():
            return add_key(school, kind, by=Viewer.system(school))
    except IntegrityError:  # another process made one at this moment
        return key_of(school, kind)


def sign_pdf(pdf: bytes, school: School, reason: str) -> bytes:
    """Return the PDF with the school's signature, which allows no change after it.

    Nothing of the PDF is drawn anew, and nothing is seen on the page. `reason` is for readers.
    """
    from kindling.seals.pdfs import signed  # noqa: PLC0415 (pyHanko is large)

    key = key_of(school, SealKey.Kind.RSA)
    return signed(BytesIO(pdf), key, secret_of(key), reason)


def _opens(key: SealKey) -> bool:
    try:
        secret_of(key)
    except Locked:
        return False
    return True


def _certificate(pair: Private, school: School) -> str:
    return certificate_of(pair, school.name, timezone.now()).decode()  # type: ignore[arg-type]
