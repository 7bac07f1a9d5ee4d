"""Sign a PDF with pyHanko. Imported late: it is large."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.pem import unarmor
from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import InvisSigSettings, MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko_certvalidator.registry import SimpleCertificateStore

from kindling.seals.models import SealKey

# A machine that looks for PDF/A wants it printable, one that looks for PDF/UA off the page.
UNSEEN = InvisSigSettings(set_print_flag=True, box_out_of_bounds=True)
NAME = "Seal"


def signed(pdf: BytesIO, key: SealKey, secret: bytes, reason: str) -> bytes:
    """Return the same PDF with one signature more, by the key's certificate (PAdES)."""
    about = signers.PdfSignatureMetadata(
        field_name=NAME, reason=reason, name=key.school.name, md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES, certify=True, docmdp_permissions=MDPPerm.NO_CHANGES,
    )  # fmt: skip
    place = SigFieldSpec(NAME, invis_sig_settings=UNSEEN, readable_field_name=key.school.name)
    signer = signers.PdfSigner(about, _signer(key, secret), new_field_spec=place)
    # pyHanko runs a loop of its own, which a thread that runs one already does not allow.
    with ThreadPoolExecutor(max_workers=1) as apart:
        done = apart.submit(signer.sign_pdf, IncrementalPdfFileWriter(pdf)).result()
    return bytes(done.getbuffer())


def _signer(key: SealKey, secret: bytes) -> signers.SimpleSigner:
    _kind, _headers, certificate = unarmor(key.certificate.encode())
    return signers.SimpleSigner(
        signing_cert=Certificate.load(certificate), signing_key=PrivateKeyInfo.load(secret),
        cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]
    )  # fmt: skip
