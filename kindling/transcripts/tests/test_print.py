"""The PDF: PDF/UA with tags, signed by the school, and known at /verify/ unchanged alone."""

from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfReader

from kindling.kit.editing import stamp_of
from kindling.transcripts import actions
from kindling.transcripts.models import Draft, TranscriptPaper
from kindling.transcripts.tests.certifying import agreed, with_credit


@pytest.fixture
def made(cast, django_capture_on_commit_callbacks):
    with_credit(cast)
    actions.change_profile(by=cast.as_("priya"), about="120 students, by the water.")

    def print_one(kind, **facts):
        with django_capture_on_commit_callbacks(execute=True):
            return actions.certify(cast.luis, kind, by=cast.as_("priya"), **facts)

    return print_one


def pdf_of(transcript):
    paper = TranscriptPaper.objects.get(transcript=transcript)
    assert (paper.state, paper.error) == ("made", "")
    return paper, default_storage.open(paper.file).read()


def structure(reader):
    """The types of all its tags."""
    found, rest = [], [reader.trailer["/Root"]["/StructTreeRoot"]]
    while rest:
        one = rest.pop().get_object()
        if not hasattr(one, "get"):
            continue
        if "/S" in one:
            found.append(one["/S"])
        kids = one.get("/K", [])
        kids = kids.get_object() if hasattr(kids, "get_object") else kids
        rest += kids if isinstance(kids, list) else [kids]
    return found


@pytest.mark.parametrize("kind", ["narrative", "credit", "competency"])
def test_it_is_readable_by_a_screen_reader_and_signed(cast, made, kind):
    if kind == "narrative":
        agreed(cast)

    transcript = made(kind)
    paper, content = pdf_of(transcript)
    reader = PdfReader(BytesIO(content))
    root = reader.trailer["/Root"]

    assert paper.standard == "ua-1 a-2a"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith("en")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    metadata = root["/Metadata"].get_object().get_data().decode()
    assert "pdfuaid:part" in metadata
    tags = structure(reader)
    assert {"/Document", "/H1", "/H2", "/P"} <= set(tags)
    if kind != "narrative":
        assert {"/Table", "/TR", "/TH", "/TD"} <= set(tags)
    signatures = [f for f in root["/AcroForm"]["/Fields"] if f.get_object()["/FT"] == "/Sig"]
    assert len(signatures) == 1
    text = "".join(page.extract_text() for page in reader.pages).replace("\n", "")
    assert transcript.content_hash in text
    assert "Tuesday 13 October 2026" in text
    assert "Maya" not in text


@pytest.mark.parametrize("language", ["es", "ar"])
def test_its_headings_speak_another_language(made, language):
    transcript = made("competency", language=language)
    paper, content = pdf_of(transcript)

    assert paper.standard == "ua-1 a-2a"
    assert PdfReader(BytesIO(content)).trailer["/Root"]["/Lang"].startswith(language)


def test_anybody_can_check_it_and_learns_no_name(client, cast, made):
    transcript = made("credit")
    paper, content = pdf_of(transcript)

    def ask(**sent):
        return client.post("/verify/", sent).text

    known = ask(file=SimpleUploadedFile("a.pdf", content))
    assert "Unchanged: Harbor View certified this transcript on Tuesday 13 October 2026." in known
    assert [name in known for name in ("Luis", "Priya")] == [False] * 2
    changed = content.replace(b"%%EOF", b"%%EOG")
    assert "We do not know this file." in ask(file=SimpleUploadedFile("a.pdf", changed))
    by_hand = ask(sha256=transcript.content_hash)
    assert "Harbor View certified a transcript with this address" in by_hand
    assert "Choose the file, too" in by_hand
    assert "certified this transcript" in ask(sha256=paper.sha256)
    assert "We do not know this file." in ask(sha256="0" * 64)


def test_one_that_was_put_right_says_so(client, cast, made):
    agreed(cast)
    first = made("narrative")
    draft = Draft.objects.get()
    actions.reopen_draft(draft, by=cast.as_("ana"))
    words = "I learn by building."
    actions.save_draft(draft, "who", words, base=stamp_of(draft.who), by=cast.as_("luis"))
    actions.hand_in_draft(draft, by=cast.as_("luis"))
    actions.agree_to_draft(draft, by=cast.as_("ana"))
    _paper, old = pdf_of(first)
    second = made("narrative", reason="One sentence was wrong.")

    answer = client.post("/verify/", {"file": SimpleUploadedFile("a.pdf", old)}).text

    assert "It was put right: a newer one was certified on" in answer
    assert pdf_of(first)[1] == old
    text = "".join(p.extract_text() for p in PdfReader(BytesIO(pdf_of(second)[1])).pages)
    assert first.content_hash in text.replace("\n", "")


def test_what_was_not_made_is_made_later(cast):
    agreed(cast)
    transcript = actions.certify(cast.luis, "narrative", by=cast.as_("priya"))
    assert TranscriptPaper.objects.get().state == "waiting"

    actions.print_what_waits()

    assert pdf_of(transcript)[0].state == "made"
