"""Everything in a folder that opens and proves itself without Kindling."""

import json
import re
import shutil
import subprocess
import zipfile
from io import BytesIO

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from pypdf import PdfReader

from kindling.credentials.actions import (
    award_competency,
    award_graduation,
    award_internship,
    take_everything,
)
from kindling.credentials.actions.taking import make_parcel
from kindling.credentials.models import Credential
from kindling.credentials.tests.earning import awarded_judgement, ended_internship, graduated
from kindling.credentials.tests.test_award import issued
from kindling.goals.actions import give_start
from kindling.kit.editing import stamp_of
from kindling.kit.http import Refused
from kindling.narratives.tests.writing import release_luis
from kindling.schools.models import Membership
from kindling.schools.roles import Role
from kindling.transcripts.actions import (
    agree_to_draft,
    certify,
    hand_in_draft,
    print_what_waits,
    reopen_draft,
    save_draft,
)
from kindling.transcripts.models import Draft
from kindling.transcripts.tests.certifying import certified


@pytest.fixture
def folder(cast, tmp_path):
    """Luis graduated, took everything, and unpacked it."""
    ana, dana = cast.as_("ana"), cast.as_("dana")
    issued(award_internship(ended_internship(cast), by=ana))
    issued(award_competency(awarded_judgement(cast), by=ana))
    issued(award_graduation(graduated(cast.luis), by=dana))
    parcel = take_everything(cast.luis, by=dana)
    make_parcel.call(parcel.pk)
    parcel.refresh_from_db()
    with default_storage.open(parcel.file) as file, zipfile.ZipFile(BytesIO(file.read())) as packed:
        packed.extractall(tmp_path)
    return tmp_path


def test_all_of_it_is_there_in_every_form(folder):
    found = sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*.*"))

    kept = [one for one in found if one.startswith("credentials/")]
    assert len(kept) == 3 * 4 + 2
    assert {one for one in found if not one.startswith(("credentials/", "proof/"))} == {
        "index.html", "style.css", "portfolio.zip", "status/1.json", "keys/did.json",
        "keys/key-1.pem", "keys/key-2.pem",
    }  # fmt: skip


def test_the_record_holds_the_other_three(folder):
    records = [json.loads(one.read_text()) for one in folder.glob("credentials/*.json")]
    whole = next(one for one in records if "ClrCredential" in one["type"])

    inside = whole["credentialSubject"]["verifiableCredential"]
    assert sorted(one["id"] for one in inside) == sorted(
        one["id"] for one in records if one is not whole
    )


@pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl here")
def test_openssl_alone_proves_every_credential_of_the_folder(folder):
    lines = re.findall(r"openssl dgst .*", (folder / "index.html").read_text())

    said = [
        subprocess.run(  # noqa: S603  what the folder tells one to type
            line.split(), cwd=folder, check=False, capture_output=True, text=True
        ).stdout.strip()
        for line in lines
    ]

    assert said == ["Verified OK"] * 4


def test_the_folder_holds_what_was_certified_and_released_as_it_is_now(cast):
    give_start(cast.school)
    release_luis(cast)
    certified(cast)
    draft = Draft.objects.get()
    reopen_draft(draft, by=cast.as_("luis"))
    save_draft(draft, "who", "I mend.", base=stamp_of(draft.who), by=cast.as_("luis"))
    hand_in_draft(draft, by=cast.as_("luis"))
    agree_to_draft(draft, by=cast.as_("ana"))
    certify(cast.luis, "narrative", reason="I say it better now.", by=cast.as_("priya"))
    print_what_waits()
    parcel = take_everything(cast.luis, by=cast.as_("luis"))
    make_parcel.call(parcel.pk)
    parcel.refresh_from_db()

    with default_storage.open(parcel.file) as file, zipfile.ZipFile(BytesIO(file.read())) as packed:
        papers = [one for one in packed.namelist() if one.endswith(".pdf")]
        texts = [PdfReader(BytesIO(packed.read(one))).pages[0].extract_text() for one in papers]
        page = packed.read("index.html").decode()

    assert papers == ["transcripts/narrative-2.pdf", "narratives/01-fall.pdf"]
    assert ["Luis" in text for text in texts] == [True, True]
    assert [one in page for one in papers] == [True, True]


def test_a_changed_file_of_the_folder_proves_nothing(folder):
    signed = next(folder.glob("proof/*.signed"))
    seal = signed.with_suffix(".seal").read_bytes()
    key = load_pem_public_key((folder / "keys/key-2.pem").read_bytes())
    way = (padding.PKCS1v15(), hashes.SHA256())

    key.verify(seal, signed.read_bytes(), *way)
    with pytest.raises(Exception):  # noqa: B017, PT011  whatever cryptography says
        key.verify(seal, signed.read_bytes() + b"A", *way)


def test_the_page_of_the_folder_asks_no_server(folder):
    page = (folder / "index.html").read_text()

    assert re.findall(r'(?:src|href)="(https?:[^"]*)"', page) == []
    assert "Verified OK" in page


def test_a_folder_is_made_even_of_nothing(cast):
    parcel = take_everything(cast.luis, by=cast.as_("luis"))

    assert make_parcel.call(parcel.pk) == "ready"
    assert Credential.objects.count() == 0


def test_only_one_at_a_time_and_only_ones_own(cast):
    take_everything(cast.luis, by=cast.as_("luis"))

    with pytest.raises(Refused, match="being made already"):
        take_everything(cast.luis, by=cast.as_("luis"))
    for name in ("maya", "rosa", "ana", "otto"):
        with pytest.raises(PermissionDenied):
            take_everything(cast.luis, by=cast.as_(name))


def test_who_is_no_registrar_any_more_saves_no_folder_of_a_student(cast, client_of):
    parcel = take_everything(cast.luis, by=cast.as_("priya"))
    make_parcel.call(parcel.pk)
    where = f"/harbor-view/credentials/folders/{parcel.public_id}/file/"
    assert client_of("priya").get(where).status_code == 200

    Membership.objects.filter(person=cast.priya).update(role=Role.STAFF)

    assert client_of("priya").get(where).status_code == 403
