"""Codes for students: made, shown once, kept as hashes."""

from __future__ import annotations

import re

import pytest
from django.core.exceptions import PermissionDenied

from kindling.advisory.actions import make_advisory
from kindling.kiosk.actions import make_codes
from kindling.kiosk.models import KioskCode
from kindling.schools.viewer import Viewer


def test_codes_are_kept_as_hashes_and_a_new_one_ends_the_old(cast, code, tablet):
    kept = KioskCode.objects.get()
    assert code not in kept.code_hash

    new = dict(make_codes([cast.luis], by=cast.as_("ana")))[cast.luis]

    assert tablet.post(tablet.door, {"code": new}).status_code == 302
    assert KioskCode.objects.count() == 1
    if new != code:
        assert tablet.post(tablet.door, {"code": code}).status_code == 422


def test_the_cards_are_shown_once(cast, client_of):
    ana = client_of("ana")
    page = ana.post(
        "/harbor-view/kiosk/codes/print/",
        {"student": [cast.luis.public_id, cast.maya.public_id]},
    )

    codes = re.findall(r">(\d{3} \d{3})<", page.text)
    assert len(codes) == KioskCode.objects.count() == 2
    again = ana.get("/harbor-view/kiosk/codes/").text
    assert [code in again for code in codes] == [False, False]


def test_the_list_shows_one_advisory(cast, client_of):
    reef = make_advisory(by=Viewer.system(cast.school), name="Reef")
    dana = client_of("dana")

    page = dana.get(f"/harbor-view/kiosk/codes/?advisory={cast.tide.public_id}").text
    other = dana.get(f"/harbor-view/kiosk/codes/?advisory={reef.public_id}").text

    assert ("Luis Diaz" in page, "Luis Diaz" in other) == (True, False)


def test_nobody_makes_a_code_for_a_student_they_do_not_see(cast, client_of):
    maya = cast.maya
    for name in ("luis", "rosa", "sam", "otto"):
        with pytest.raises(PermissionDenied):
            make_codes([maya], by=cast.as_(name))
    assert client_of("ana").post("/harbor-view/kiosk/codes/print/", {}).status_code == 409
