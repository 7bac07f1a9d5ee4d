"""The whole portfolio as a folder that opens by itself."""

import io
import json
import zipfile
from datetime import timedelta

import time_machine
from django.core.files.storage import default_storage
from django.utils import timezone

from kindling.evidence.actions import (
    ask_people,
    keep_evidence,
)
from kindling.evidence.models import Evidence
from kindling.portfolio.actions import (
    take_along,
)
from kindling.portfolio.actions.taking import sweep_folders
from kindling.portfolio.models import Folder
from kindling.uploads.tests.sending import picture, send


def test_the_whole_as_a_folder_that_opens_by_itself(cast, django_capture_on_commit_callbacks):
    by = cast.as_("luis")
    keep_evidence(cast.luis, words="Fed nine dogs", reflection="Patience.", by=by)
    keep_evidence(cast.luis, words="The kennel", upload=send(picture(), by=by), by=by)
    asked = keep_evidence(cast.luis, words="Us", upload=send(picture(), by=by, key="2"), by=by)
    ask_people(asked, [cast.maya], by=by)
    over = keep_evidence(cast.luis, words="Then", upload=send(picture(), by=by, key="3"), by=by)
    yesterday = cast.school.today() - timedelta(days=1)
    Evidence.objects.filter(pk=over.pk).update(people="agreed", shown_until=yesterday)

    with django_capture_on_commit_callbacks(execute=True):
        folder = take_along(cast.luis, by=by)

    folder.refresh_from_db()
    with default_storage.open(folder.file, "rb") as file:
        packed = zipfile.ZipFile(io.BytesIO(file.read()))
    names = sorted(packed.namelist())
    told = json.loads(packed.read("portfolio.json"))
    assert (folder.state, folder.done, folder.total) == ("ready", 4, 4)
    assert names == ["index.html", "media/002-the-kennel.jpg", "portfolio.json", "style.css"]
    assert [one["title"] for one in told["pieces"]] == ["Fed nine dogs", "The kennel", "Us", "Then"]
    page = packed.read("index.html").decode()
    assert ('src="media/002-the-kennel.jpg"' in page, "http" in page, "Patience." in page) == (
        True, False, True,
    )  # fmt: skip


def test_a_folder_goes_after_a_week(cast, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        take_along(cast.luis, by=cast.as_("luis"))
    name = Folder.objects.get().file

    with time_machine.travel(timezone.now() + timedelta(days=8)):
        sweep_folders()

    assert (Folder.objects.get().state, default_storage.exists(name)) == ("gone", False)
