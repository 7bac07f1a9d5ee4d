"""New key pairs, and the certificate by which a PDF reader knows the school's."""

from __future__ import annotations

from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.x509.oid import NameOID

type Private = Ed25519PrivateKey | RSAPrivateKey

LONG = timedelta(days=30 * 365)  # a transcript is shown for decades
NAME_LENGTH = 64  # of a name in X.509


def new_ed25519() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.generate()


def new_rsa() -> RSAPrivateKey:
    return generate_private_key(public_exponent=65537, key_size=3072)


def certificate_of(key: RSAPrivateKey, school: str, now: datetime) -> bytes:
    """Return a certificate the school made for itself (PEM): good for signing, for nothing else."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, school[:NAME_LENGTH])])
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name)
    made = made.public_key(key.public_key()).serial_number(x509.random_serial_number())
    made = made.not_valid_before(now - timedelta(days=1)).not_valid_after(now + LONG)
    made = made.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    made = made.add_extension(_only_signing(), critical=True)
    identifier = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    made = made.add_extension(identifier, critical=False)
    return made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


def _only_signing() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False,
        data_encipherment=False, key_agreement=False, key_cert_sign=False, crl_sign=False,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip


def public_pem(key: Private) -> str:
    """Return the half that everybody may have."""
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    return key.public_key().public_bytes(serialization.Encoding.PEM, form).decode()


def private_bytes(key: Private, encoding: serialization.Encoding) -> bytes:
    """Return the half that only the school has, as PKCS8 without a password."""
    plain = serialization.NoEncryption()
    return key.private_bytes(encoding, serialization.PrivateFormat.PKCS8, plain)
