"""A school's keys: made when wanted, added, never removed; and what they sign."""

import asyncio
from io import BytesIO

import pypdf
import pytest
from asn1crypto.pem import unarmor
from asn1crypto.x509 import Certificate
from cryptography.hazmat.primitives.serialization import load_der_private_key
from django.core.exceptions import PermissionDenied
from django.test import Client
from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, NameObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from kindling.history.models import Event
from kindling.kit.lasting import Lasts
from kindling.paper.draw import draw
from kindling.seals.actions import add_key, key_of, sign_pdf
from kindling.seals.dids import did_of, document_of, public_key
from kindling.seals.locking import Locked, lock, secret_of, unlock
from kindling.seals.making import new_ed25519, public_pem
from kindling.seals.models import SealKey
from kindling.seals.pdfs import signed

ED, RSA = SealKey.Kind.ED25519, SealKey.Kind.RSA


def test_the_first_key_is_made_when_it_is_wanted_and_then_stays(cast):
    one = key_of(cast.school)

    assert key_of(cast.school) == one
    assert key_of(cast.north) != one
    assert [event.detail["number"] for event in Event.objects.filter(verb="seal.add")] == [1, 1]


def test_a_new_key_signs_and_the_old_one_stays_in_the_document(cast):
    old = key_of(cast.school)

    new = add_key(cast.school, ED, by=cast.as_("dana"))

    did = did_of(cast.school)
    assert key_of(cast.school) == new
    assert document_of(cast.school)["assertionMethod"] == [f"{did}#key-1", f"{did}#key-2"]
    for change in (
        old.delete,
        SealKey.of(cast.school).delete,
        lambda: SealKey.of(cast.school).update(secret=""),
        old.save,
    ):
        with pytest.raises(Lasts):
            change()


def test_only_who_runs_the_school_adds_a_key(cast):
    for name in ("ana", "chen", "priya", "maya", "rosa"):
        with pytest.raises(PermissionDenied):
            add_key(cast.school, ED, by=cast.as_(name))


def test_the_private_half_is_kept_locked_and_is_the_public_ones(cast):
    key = key_of(cast.school)
    pair = load_der_private_key(secret_of(key), password=None)

    assert pair.public_key() == public_key(key)
    assert pair.private_bytes_raw().hex() not in key.secret


def test_a_locked_key_opens_in_its_own_row_only(cast):
    locked = lock(b"secret", "school#1")

    assert unlock(locked, "school#1") == b"secret"
    with pytest.raises(Locked):
        unlock(locked, "other#1")


def test_another_secret_key_makes_a_new_key_and_forgets_none(cast, settings):
    first = key_of(cast.school)

    settings.SECRET_KEY = "another" * 10
    second = key_of(cast.school)

    assert (first.number, second.number) == (1, 2)
    assert len(document_of(cast.school)["verificationMethod"]) == 2
    settings.SECRET_KEY_FALLBACKS = ["only-for-tests" * 4]
    assert secret_of(first)


def test_a_school_that_moved_here_signs_with_a_new_key(cast):
    """`export_school` leaves private halves behind."""
    pem = public_pem(new_ed25519())
    old = SealKey.objects.create(school=cast.school, kind=ED, number=1, public=pem, secret="")

    new = key_of(cast.school)

    assert (new.number, secret_of(new) != b"") == (old.number + 1, True)
    assert [key.public for key in SealKey.of(cast.school)] == [old.public, new.public]


def test_the_document_stands_at_the_address_of_its_did(cast, settings):
    settings.BASE_URL = "https://kindling.example:8443"
    key_of(cast.school), key_of(cast.school, RSA)

    response = Client().get("/seals/harbor-view/did.json")

    document = response.json()
    assert document["id"] == "did:web:kindling.example%3A8443:seals:harbor-view"
    assert [(m["id"].partition("#")[2], m["type"]) for m in document["verificationMethod"]] == [
        ("key-1", "Multikey"),
        ("key-2", "JsonWebKey2020"),
    ]
    assert set(document["verificationMethod"][1]["publicKeyJwk"]) == {
        "kty",
        "n",
        "e",
        "key_ops",
    }
    assert response["Access-Control-Allow-Origin"] == "*"


def test_a_school_without_keys_and_no_school_look_the_same(cast):
    client = Client()

    assert client.get("/seals/harbor-view/did.json").status_code == 404
    assert client.get("/seals/nowhere/did.json").status_code == 404


@pytest.fixture
def drawn(tmp_path):
    layout = tmp_path / "sheet.typ"
    layout.write_text("= #sheet.title\n\nWords.")
    sheet = {
        "title": "Transcript", "school": "Harbor View", "language": "en", "foot": "",
        "page": "Page", "at": "2026-10-13T09:00:00-04:00",
    }  # fmt: skip
    return draw(layout, sheet)[0]


def test_a_signed_pdf_is_whole_and_stays_readable_for_all(cast, drawn):
    sealed = sign_pdf(drawn, cast.school, "Certified transcript")

    status = checked(sealed, cast.school)
    reader = pypdf.PdfReader(BytesIO(sealed))
    assert (status.intact, status.valid, status.trusted, status.bottom_line) == (True,) * 4
    assert sealed.startswith(drawn)
    assert "/StructTreeRoot" in reader.trailer["/Root"]
    assert b"pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_data()
    assert reader.trailer["/Root"]["/AcroForm"]["/Fields"][0].get_object()["/TU"] == "Harbor View"
    assert reader.get_fields()["Seal"]["/V"]["/Reason"] == "Certified transcript"


def test_where_a_loop_runs_already_it_signs_just_the_same(cast, drawn):
    key = key_of(cast.school, RSA)

    async def within():
        return signed(BytesIO(drawn), key, secret_of(key), "Certified transcript")

    assert checked(asyncio.run(within()), cast.school).bottom_line


def test_a_pdf_changed_after_it_was_signed_is_found_out(cast, drawn):
    sealed = sign_pdf(drawn, cast.school, "Certified transcript")
    place = sealed.index(b"/StructTreeRoot")
    changed = sealed[:place] + sealed[place:].replace(b"/StructTreeRoot", b"/StructTreeRoof", 1)

    status = checked(changed, cast.school)

    assert (status.intact, status.bottom_line) == (False, False)


def test_nothing_may_be_added_after_it_was_signed(cast, drawn):
    sealed = sign_pdf(drawn, cast.school, "Certified transcript")
    writer = IncrementalPdfFileWriter(BytesIO(sealed))
    writer.root["/PageLabels"] = DictionaryObject({NameObject("/Nums"): ArrayObject()})
    writer.update_root()
    added = BytesIO()
    writer.write(added)

    status = checked(added.getvalue(), cast.school)

    assert (status.intact, status.docmdp_ok, status.bottom_line) == (True, False, False)


def checked(pdf, school):
    """What a reader that trusts the school's certificate finds."""
    _, _, der = unarmor(key_of(school, RSA).certificate.encode())
    trust = ValidationContext(trust_roots=[Certificate.load(der)])
    return validate_pdf_signature(PdfFileReader(BytesIO(pdf)).embedded_signatures[0], trust)


def test_who_runs_the_school_adds_a_key_on_a_page(cast, client_of):
    key_of(cast.school)
    dana, there = client_of("dana"), "/harbor-view/seals/"

    dana.post(f"{there}add/ed25519/")
    page = dana.get(there).text

    assert [key.number for key in SealKey.of(cast.school)] == [1, 2]
    assert (page.count("key-1"), page.count("key-2"), page.count("Signs now")) == (1, 1, 1)
    assert did_of(cast.school) in page
    assert client_of("chen").get(there).status_code == 403
    assert client_of("dana").post(f"{there}add/nothing/").status_code == 404


def test_the_page_teaches_before_the_first_key(cast, client_of):
    assert "No key yet" in client_of("dana").get("/harbor-view/seals/").text


def test_no_key_is_weaker_than_128_bits(cast):
    sealed = load_der_private_key(secret_of(key_of(cast.school, RSA)), None)

    assert sealed.key_size == 3072
