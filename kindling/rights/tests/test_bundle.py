"""What is given can be read: in the family's language, on a page and on paper, covers included."""

import json
import zipfile
from datetime import timedelta
from io import BytesIO

from django.core.files.storage import default_storage
from pypdf import PdfReader

from kindling.paper.draw import draw
from kindling.people.actions import allow_care_note
from kindling.rights import actions
from kindling.rights.models import RecordsItem, RecordsRequest
from kindling.rights.record.sheet import LAYOUT
from kindling.rights.tests.asking import give_the_rest, verified
from kindling.schools.inside import inside


def bundle(cast, capture):
    """Rosa, who reads Spanish, is given the record of Luis; a name is covered in one of two notes."""
    until = cast.school.today() + timedelta(days=30)
    for text in ("Allergic to wasps.", "Jordan carries the pen."):
        allow_care_note(
            cast.luis, text=text, allowed_by=cast.rosa, until_on=until, by=cast.as_("ana")
        )
    made = verified(cast)
    named = RecordsItem.objects.filter(request=made, names="Jordan")
    actions.decide_items(named, "part", basis="others", covered=["Jordan"], by=cast.as_("dana"))
    give_the_rest(cast, made)
    with inside(cast.school), capture(execute=True):
        actions.provide_records(made, "link", by=cast.as_("priya"))
    return opened(RecordsRequest.objects.get(pk=made.pk))


def opened(made):
    """The folder that was given."""
    with default_storage.open(made.bundle.file, "rb") as file:
        return zipfile.ZipFile(BytesIO(file.read()))


def test_the_record_is_a_pdf_too_with_what_was_covered(cast, django_capture_on_commit_callbacks):
    packed = bundle(cast, django_capture_on_commit_callbacks)

    paper = PdfReader(BytesIO(packed.read("record.pdf")))

    text = "\n".join(page.extract_text() for page in paper.pages)
    assert ("wasps" in text, "carries the pen" in text, "Jordan" in text) == (True, True, False)
    assert (paper.trailer["/Root"]["/Lang"], "Rosa Diaz" in text) == ("es", True)


def test_its_labels_are_in_the_language_of_the_family(cast, django_capture_on_commit_callbacks):
    packed = bundle(cast, django_capture_on_commit_callbacks)

    told = json.loads(packed.read("record.json"))
    labels = {label for rows in told.values() for row in rows for label, _value in row["lines"]}

    assert {"Fecha de nacimiento", "Permitido por", "Hasta"} <= labels
    assert not {"Birth on", "Allowed by", "Until on"} & labels


def test_the_paper_runs_as_its_words_do_and_can_be_read_aloud():
    sheet = {
        "title": "سجل", "school": "Harbor View", "language": "ar", "is_rtl": True, "page": "صفحة",
        "foot": "Harbor View", "at": "2026-10-13T09:00:00+00:00", "intro": "مقدمة", "ends": [],
        "parts": [{
            "title": "سجل", "held": [], "rows": [{
                "head": {"text": "Note", "way": "ltr"},
                "lines": [["نص", {"text": "█████ has the pen", "way": "ltr"}]], "parts": [],
            }],
        }],
    }  # fmt: skip

    _pdf, standards = draw(LAYOUT, sheet)

    assert standards == "ua-1 a-2a"
