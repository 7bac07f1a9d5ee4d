"""The PDF of an agreement that everybody has signed."""

from __future__ import annotations

import hashlib
import io

import pypdf
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from kindling.agreements.models import Agreement, Paper
from kindling.agreements.sheet import LAYOUT, sheet_of
from kindling.agreements.tests.signing import make_agreement, make_template, sign_all
from kindling.kit.files import keep_bytes
from kindling.paper.draw import draw


@pytest.fixture
def signed(cast, agreement, django_capture_on_commit_callbacks) -> Agreement:
    with django_capture_on_commit_callbacks(execute=True):
        sign_all(cast, agreement)
    return agreement


def read(data):
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def test_four_names_make_one_paper_under_its_own_hash(signed):
    paper = Paper.objects.get(agreement=signed)

    kept = default_storage.open(paper.file).read()
    assert (signed.state, paper.state) == ("complete", "made")
    assert hashlib.sha256(kept).hexdigest() == paper.sha256
    assert paper.file == f"agreements/{signed.school.public_id}/{paper.sha256}.pdf"
    assert paper.standard == "ua-1 a-2a"


def test_a_file_that_was_cut_off_is_written_anew():
    name, _ = keep_bytes("agreements/x", b"%PDF whole", "pdf")
    default_storage.delete(name)
    default_storage.save(name, ContentFile(b"%PDF w"))

    again, digest = keep_bytes("agreements/x", b"%PDF whole", "pdf")

    assert (again, default_storage.open(name).read()) == (name, b"%PDF whole")
    assert digest == hashlib.sha256(b"%PDF whole").hexdigest()


def test_the_paper_shows_the_words_and_every_name(signed):
    text = read(default_storage.open(signed.paper.file).read())

    for said in ("Internship agreement", "Luis Diaz", "Rosa Diaz", "Sam Ito", "Chen Wu",
                 "Acuerdo de pasantía", "Tuesday and Thursday"):  # fmt: skip
        assert said in text


def test_the_same_agreement_gives_the_same_bytes(signed):
    first, _ = draw(LAYOUT, sheet_of(signed))
    again, _ = draw(LAYOUT, sheet_of(Agreement.objects.get(pk=signed.pk)))

    assert first == again
    assert hashlib.sha256(first).hexdigest() == signed.paper.sha256


def test_what_somebody_wrote_is_never_read_as_typst(cast, django_capture_on_commit_callbacks):
    cast.luis.person.given_name = "#panic() *Lu* $x$ \\ `"
    cast.luis.person.compose().save()
    agreement = make_agreement(cast, make_template(cast.as_("chen"), "Evil"))

    with django_capture_on_commit_callbacks(execute=True):
        sign_all(cast, agreement)

    text = read(default_storage.open(agreement.paper.file).read())
    assert "#panic() *Lu* $x$" in text
