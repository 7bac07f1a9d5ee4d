"""The folder: what was earned, the school's keys, and how to prove it without us."""

from __future__ import annotations

import json
import tempfile
import zipfile
from base64 import urlsafe_b64decode
from dataclasses import dataclass, field
from hashlib import sha256
from typing import IO

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.template.loader import render_to_string
from django.utils.text import slugify

from kindling.credentials.documents.shown import Said, said
from kindling.credentials.files import file_of
from kindling.credentials.models import Credential, StatusList
from kindling.credentials.papers import write_papers
from kindling.people.models import Student
from kindling.portfolio.folder import STYLE, write_folder
from kindling.schools.models import School
from kindling.seals.dids import document_of, public_key
from kindling.seals.models import SealKey


@dataclass
class Put:
    """One credential in the folder: what it says, and its files there."""

    said: Said
    files: list[str] = field(default_factory=list)
    picture: str = ""


def write_parcel(file: IO[bytes], student: Student) -> None:
    """Write the ZIP. It opens without us, asks no server, and each signature in it is provable."""
    rows = list(Credential.of(student).select_related("school", "status_list"))
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as packed:
        lines: list[str] = []
        put = [_write(packed, row, number, lines) for number, row in enumerate(rows, 1)]
        prints = _write_keys(packed, student.school)
        for held in StatusList.objects.filter(school=student.school).order_by("number"):
            packed.writestr(f"status/{held.number}.json", held.document)
        context = {
            "name": student.name, "school": student.school.name, "on": student.school.today(),
            "credentials": put, "lines": lines, "fingerprints": prints,
            "papers": write_papers(packed, student),
            "has_portfolio": _write_portfolio(packed, student),
        }  # fmt: skip
        packed.writestr("index.html", render_to_string("credentials/folder/index.html", context))
        packed.writestr("style.css", STYLE.read_text())


def _write(packed: zipfile.ZipFile, row: Credential, number: int, lines: list[str]) -> Put:
    put = Put(said(json.loads(row.document)))
    name = f"{number:02d}-{slugify(row.title)[:40] or row.kind}"
    kinds = ("json", "jwt") if row.kind == Credential.Kind.RECORD else ("json", "jwt", "png", "svg")
    for kind in kinds:
        put.files.append(f"credentials/{name}.{kind}")
        packed.writestr(put.files[-1], file_of(row, kind))
        put.picture = put.files[-1] if kind == "png" else put.picture
    # A token is what was signed, a dot, and the signature: apart, OpenSSL alone proves it.
    signed, _dot, seal = row.token.rpartition(".")
    packed.writestr(f"proof/{name}.signed", signed)
    packed.writestr(f"proof/{name}.seal", _bytes(seal))
    key = json.loads(_bytes(signed.partition(".")[0]))["kid"].partition("#")[2]
    lines.append(
        f"openssl dgst -sha256 -verify keys/{key}.pem -signature proof/{name}.seal "
        f"proof/{name}.signed"
    )
    return put


def _bytes(part: str) -> bytes:
    return urlsafe_b64decode(part + "=" * (-len(part) % 4))


def _write_keys(packed: zipfile.ZipFile, school: School) -> list[str]:
    """Put in every key there ever was; return their fingerprints."""
    prints = []
    for key in SealKey.of(school):
        packed.writestr(f"keys/{key.name}.pem", key.public)
        raw = public_key(key).public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        prints.append(f"{key.name}  SHA-256  {sha256(raw).hexdigest()}")
    if document := document_of(school):
        packed.writestr("keys/did.json", json.dumps(document, indent=1))
    return prints


def _write_portfolio(packed: zipfile.ZipFile, student: Student) -> bool:
    """Put in the portfolio's own folder, as it is when it is taken along alone."""
    with tempfile.TemporaryFile() as whole:
        write_folder(whole, student, tell=lambda _done, _total: None)
        whole.seek(0)
        with packed.open("portfolio.zip", "w", force_zip64=True) as target:
            while data := whole.read(1 << 20):
                target.write(data)
    return True
