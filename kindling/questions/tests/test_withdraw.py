"""A photo is taken back: the file goes, that there was one stays."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage

from kindling.attendance.tests.placed import at
from kindling.questions.actions import attach_file, withdraw_attachment
from kindling.questions.models import Attachment
from kindling.questions.tests.asking import here, picture, sent


@pytest.fixture
def day(cast, placement):
    return here(cast, placement)


@pytest.fixture
def photo(cast, day):
    return attach_file(day, "photo", sent(picture()), by=cast.as_("jordan"))


def test_taken_back_the_file_is_gone_and_the_trace_stays(
    cast, day, photo, client_of, django_capture_on_commit_callbacks
):
    name = photo.file.name
    with django_capture_on_commit_callbacks(execute=True):
        client_of("jordan").post(f"/harbor-view/attachments/{photo.public_id}/withdraw/")

    page = client_of("ana").get(f"/harbor-view/days/{day.public_id}/").content.decode()
    assert default_storage.exists(name) is False
    assert client_of("ana").get(f"/harbor-view/attachments/{photo.public_id}/").status_code == 404
    assert "Photo taken back at" in page


def test_after_the_day_the_school_decides(cast, photo):
    with time_machine.travel(at("2026-10-14 09:00"), tick=False):
        with pytest.raises(PermissionDenied):
            withdraw_attachment(photo, by=cast.as_("jordan"))
        withdraw_attachment(photo, by=cast.as_("chen"))

    assert Attachment.objects.get().withdrawn_at == at("2026-10-14 09:00")


@pytest.mark.parametrize("name", ["maya", "ana", "rosa", "priya", "otto"])
def test_nobody_else_takes_it_back(cast, photo, name):
    with pytest.raises(PermissionDenied):
        withdraw_attachment(photo, by=cast.as_(name))


def test_another_may_follow(cast, day, photo):
    withdraw_attachment(photo, by=cast.as_("jordan"))
    attach_file(day, "photo", sent(picture((800, 600))), by=cast.as_("jordan"))

    assert Attachment.objects.filter(withdrawn_at__isnull=True).count() == 1


def test_taking_back_twice_keeps_the_first_moment(cast, photo):
    stale = Attachment.objects.get()
    withdraw_attachment(photo, by=cast.as_("jordan"))
    first = Attachment.objects.get().withdrawn_at
    with time_machine.travel(first + timedelta(hours=1), tick=False):
        withdraw_attachment(stale, by=cast.as_("jordan"))

    assert Attachment.objects.get().withdrawn_at == first
