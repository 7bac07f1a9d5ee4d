"""A student takes along what is theirs, and asks nobody."""

import zipfile
from io import BytesIO

import pytest

from kindling.attendance.actions import leave_note
from kindling.attendance.tests.placed import make_placement, spoken_on, with_pass
from kindling.rights.models import OwnCopy
from kindling.rights.tests.test_provide import with_words


def test_what_one_wrote_and_can_read_in_one_file(
    cast, client_of, django_capture_on_commit_callbacks
):
    with_words(cast)
    luis = client_of("luis")
    with django_capture_on_commit_callbacks(execute=True):
        luis.post("/harbor-view/rights/copy/")
        luis.post("/harbor-view/rights/copy/")
    made = OwnCopy.objects.get()
    page = luis.get(f"/harbor-view/rights/of/{cast.luis.public_id}/")

    answer = luis.get(f"/harbor-view/rights/copy/{made.public_id}/")

    packed = zipfile.ZipFile(BytesIO(b"".join(answer)))
    text = "\n".join(packed.read(name).decode() for name in packed.namelist())
    assert "Save my data" in page.text
    assert "Allergic to wasps." in text
    assert "I worry" not in text


@pytest.mark.parametrize("name", ["rosa", "ana", "maya", "otto", "priya"])
def test_nobody_else_gets_it(cast, client_of, name, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        client_of("luis").post("/harbor-view/rights/copy/")
    made = OwnCopy.objects.get()

    assert client_of(name).get(f"/harbor-view/rights/copy/{made.public_id}/").status_code == 404


def test_what_a_mentor_wrote_for_the_school_alone_is_not_in_it(
    cast, client_of, django_capture_on_commit_callbacks
):
    placement = make_placement(cast.luis, cast.clinic, cast.sam)
    leave_note(
        spoken_on(placement), text="Seems tired lately.", is_shared=False,
        by=with_pass(cast.sam, placement),
    )  # fmt: skip
    luis = client_of("luis")
    with django_capture_on_commit_callbacks(execute=True):
        luis.post("/harbor-view/rights/copy/")

    answer = luis.get(f"/harbor-view/rights/copy/{OwnCopy.objects.get().public_id}/")

    packed = zipfile.ZipFile(BytesIO(b"".join(answer)))
    text = "\n".join(packed.read(name).decode() for name in packed.namelist())
    assert "Bayside Animal Clinic" in text
    assert "Seems tired" not in text
