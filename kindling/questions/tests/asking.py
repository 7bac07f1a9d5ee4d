"""Packs, days and files for tests: Jordan at the clinic with Sam."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from kindling.attendance.actions import check_in, check_out
from kindling.attendance.models import Day
from kindling.attendance.tests.placed import at, make_placement
from kindling.questions.actions import add_question, make_pack, publish_pack
from kindling.questions.models import Pack

LAST = date(2026, 12, 18)


def a_pack(cast, *questions, publish=True, **facts) -> Pack:
    """A pack at check-out until December; each question is a dict of its facts."""
    by = cast.as_("chen")
    usual = {
        "label": "Autumn", "moment": "check_out", "starts_on": date(2026, 10, 1), "ends_on": LAST,
    }  # fmt: skip
    pack = make_pack(**(usual | facts), by=by)
    for question in questions or ({"kind": "scale", "for_student": "Did you learn?"},):
        add_question(pack, **question, by=by)
    if publish:
        publish_pack(pack, by=by)
    return pack


def here(cast, placement=None) -> Day:
    """Jordan came at nine."""
    placement = placement or make_placement(cast.jordan, cast.clinic, cast.sam)
    with time_machine.travel(at("2026-10-13 09:01"), tick=False):
        return check_in(placement, by=cast.as_("jordan"))


def gone(cast, day) -> Day:
    with time_machine.travel(at("2026-10-13 14:00"), tick=False):
        return check_out(day, by=cast.as_("jordan"))


def picture(size=(2400, 1800), kind="JPEG", **facts) -> bytes:
    """A photo, with a place and a camera in it where the format knows them."""
    image = Image.new("RGB", size, "teal")
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825)[2] = (41.0, 49.0, 12.0)
    kept = BytesIO()
    image.save(kept, kind, **({"exif": exif} | facts))
    return kept.getvalue()


def sent(data: bytes, name="IMG_20261013_home.jpg", kind="image/jpeg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, kind)
