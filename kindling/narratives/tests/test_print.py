"""On paper: student's and advisor's words together, one by one and a whole round."""

from __future__ import annotations

import io
import zipfile

import pypdf
import pytest
from django.core.files.storage import default_storage

from kindling.kit.http import Refused
from kindling.narratives import actions
from kindling.narratives.actions import printing as printing_actions
from kindling.narratives.actions.printing import make_printing, print_versions
from kindling.narratives.models import Copy, Printing, Version
from kindling.narratives.tests.writing import (
    OWN,
    PAGE,
    WORDS,
    begin,
    make_ready,
    narrative_of,
    release_luis,
    write,
)


def text_of(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def release_two(cast):
    """Maya's and Luis's are released; Luis wrote, too. Jordan's is not begun."""
    fall = begin(cast)
    luis = narrative_of(fall, cast.luis)
    write(cast, luis, "luis", 1, OWN)
    actions.hand_in_words(luis, by=cast.as_("luis"))
    for student in (cast.luis, cast.maya):
        make_ready(cast, narrative_of(fall, student))
    actions.release_round(fall, without=True, by=cast.as_("dana"))
    return fall


def test_a_release_prints_both_voices_readable_by_a_screen_reader(
    cast, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        release_two(cast)

    copy = Copy.objects.get(version__narrative__student=cast.luis)
    with default_storage.open(copy.file, "rb") as file:
        text = " ".join(text_of(file.read()).split())
    assert (OWN in text, WORDS in text, copy.standard) == (True, True, "ua-1 a-2a")


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_it_is_made_in_each_language_of_the_school(cast, client_of, language):
    luis = release_luis(cast)

    print_versions.call([Version.objects.get(narrative=luis).pk], language)

    page = f"{PAGE}{luis.public_id}/pdf/?version=1&language={language}"
    answer = client_of("rosa").get(page)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    reader = pypdf.PdfReader(io.BytesIO(b"".join(answer.streaming_content)))
    assert reader.trailer["/Root"]["/Lang"].startswith(language)


def test_a_round_is_one_file_and_goes_on_where_a_killed_worker_stopped(cast, client_of):
    fall = release_two(cast)
    printing = actions.begin_printing(fall, by=cast.as_("priya"))
    first = Version.objects.get(narrative__student=cast.luis)
    print_versions.call([first.pk])
    drawn_before = Copy.objects.get()

    assert make_printing.call(printing.pk) == "ready"

    printing.refresh_from_db()
    answer = client_of("priya").get(f"{PAGE}printings/{printing.public_id}/zip/")
    packed = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
    assert packed.namelist() == ["001-luis-diaz-1-en.pdf", "002-maya-santos-1-en.pdf"]
    assert (printing.done, printing.total, Copy.objects.count()) == (2, 2, 2)
    assert Copy.objects.filter(pk=drawn_before.pk).exists()
    assert make_printing.call(printing.pk) == "ready"


def test_no_second_one_is_begun_meanwhile(cast):
    fall = release_two(cast)
    actions.begin_printing(fall, by=cast.as_("priya"))
    with pytest.raises(Refused, match="already"):
        actions.begin_printing(fall, by=cast.as_("dana"))
    assert Printing.objects.count() == 1


def test_a_disk_that_is_full_says_so(cast, monkeypatch):
    fall = release_two(cast)
    printing = actions.begin_printing(fall, by=cast.as_("priya"))

    def full(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(default_storage, "save", full)
    assert make_printing.call(printing.pk) == "failed"


def test_a_sheet_that_cannot_be_drawn_does_not_hold_up_the_next_try(cast, monkeypatch):
    fall = release_two(cast)
    printing = actions.begin_printing(fall, by=cast.as_("priya"))

    def refuses(_one):
        raise RuntimeError

    with monkeypatch.context() as broken:
        broken.setattr("kindling.narratives.actions.printing.draw_copy", refuses)
        assert make_printing.call(printing.pk) == "failed"
    again = actions.begin_printing(fall, by=cast.as_("priya"))
    assert make_printing.call(again.pk) == "ready"


def test_two_workers_at_once_leave_one_file(cast, monkeypatch):
    fall = release_two(cast)
    printing = actions.begin_printing(fall, by=cast.as_("priya"))
    pack, deleted = printing_actions._pack, []

    def slower(found, copies):
        monkeypatch.setattr(printing_actions, "_pack", pack)
        make_printing.call(found.pk)  # the other worker is done meanwhile
        return pack(found, copies)

    monkeypatch.setattr(printing_actions, "_pack", slower)
    monkeypatch.setattr(default_storage, "delete", deleted.append)
    assert make_printing.call(printing.pk) == "ready"

    printing.refresh_from_db()
    assert (len(deleted), printing.file in deleted) == (1, False)


@pytest.mark.parametrize("name", ["ana", "luis", "rosa", "liam", "otto"])
def test_nobody_else_prints_a_round(cast, client_of, name):
    fall = release_two(cast)
    printing = actions.begin_printing(fall, by=cast.as_("priya"))
    answer = client_of(name).get(f"{PAGE}printings/{printing.public_id}/")
    assert answer.status_code == 404


def test_another_family_does_not_get_the_pdf(cast, client_of):
    luis = release_luis(cast)
    print_versions.call([Version.objects.get(narrative=luis).pk])
    page = f"{PAGE}{luis.public_id}/pdf/?language=en"
    assert client_of("rosa").get(page).status_code == 200
    codes = [client_of(name).get(page).status_code for name in ("maya", "jordan", "otto", "liam")]
    assert codes == [404] * 4
