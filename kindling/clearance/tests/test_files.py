"""A paper is told by its bytes, kept out of reach, and answered so that it can do nothing."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from kindling.clearance.models import Proof
from kindling.clearance.tests.handed import ask_for, good_answers, make_handed

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def picture(format_="PNG"):
    kept = BytesIO()
    Image.new("RGB", (60, 40), "red").save(kept, format_)
    return kept.getvalue()


@pytest.fixture(autouse=True)
def _asked(cast, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    ask_for(cast, "insurance", "check")


def sent(content, name="paper.pdf"):
    return SimpleUploadedFile(name, content)


def post(client, cast, item="insurance", **differs):
    said = {f"q_{key}": value for key, value in good_answers(item).items()}
    address = f"/harbor-view/clearance/{cast.luis.public_id}/{cast.shelter.public_id}/{item}/"
    return client.post(address, said | {"until_on": "2027-09-01"} | differs)


@pytest.mark.parametrize("content", [b"MZ\x90\x00", b"<html><script>alert(1)</script>", b"GIF89a"])
def test_what_is_no_pdf_and_no_picture_is_refused_with_a_sentence(cast, client_of, content):
    answer = post(client_of("chen"), cast, file=sent(content))

    assert answer.status_code == 422
    assert "This is no PDF and no picture we can read." in answer.text
    assert Proof.objects.count() == 0


def test_a_pdf_is_kept_as_it_came_and_given_back_harmless(cast, client_of):
    post(client_of("chen"), cast, file=sent(PDF, "../../etc/passwd"))
    proof = Proof.objects.get()
    assert (proof.type, "passwd" in proof.file.name) == ("application/pdf", False)

    answer = client_of("chen").get(f"/harbor-view/clearance/handed/{proof.public_id}/file/")

    assert answer.content == PDF
    assert answer["Content-Disposition"] == 'attachment; filename="insurance.pdf"'
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"


@pytest.mark.parametrize("format_", ["PNG", "WEBP", "JPEG"])
def test_a_picture_is_written_anew(cast, client_of, format_):
    post(client_of("chen"), cast, file=sent(picture(format_), "photo.exe"))

    proof = Proof.objects.get()
    assert (proof.type, proof.file.name[-4:]) == ("image/jpeg", ".jpg")


def test_a_background_check_takes_no_file(cast, client_of):
    page = client_of("chen").get(
        f"/harbor-view/clearance/{cast.luis.public_id}/{cast.shelter.public_id}/check/"
    )

    with pytest.raises(ValidationError) as wrong:
        make_handed(cast, "check", cast.luis, cast.shelter, file=sent(PDF))

    assert 'type="file"' not in page.text
    assert wrong.value.message_dict["file"] == [
        "Send no file here. The report itself is never kept; the outcome is enough."
    ]


@pytest.mark.parametrize(
    ("name", "code"), [("ana", 200), ("luis", 404), ("rosa", 404), ("liam", 404), ("otto", 404)]
)
def test_who_opens_the_certificate_of_a_site(cast, client_of, name, code):
    post(client_of("chen"), cast, file=sent(PDF))
    proof = Proof.objects.get()

    answer = client_of(name).get(f"/harbor-view/clearance/handed/{proof.public_id}/file/")

    assert answer.status_code == code
