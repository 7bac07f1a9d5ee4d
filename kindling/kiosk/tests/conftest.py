"""A tablet that is a kiosk, and a student with a code."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest

from kindling.kiosk.actions import make_codes

OPEN = "/harbor-view/kiosk/open/"


@pytest.fixture
def tablet(cast, client_of):
    """Ana has made this browser the kiosk: the client, and the door's address."""
    ana = client_of("ana")
    answer = ana.post(OPEN)
    assert ana.get(answer.url).status_code == 200
    ana.door = answer.url
    return ana


@pytest.fixture
def code(cast):
    return dict(make_codes([cast.luis], by=cast.as_("ana")))[cast.luis]


def type_in(tablet, code):
    answer = tablet.post(tablet.door, {"code": code})
    assert answer.status_code == 302
    return answer.url


def tap(tablet, code, do):
    who = re.search(r"who=(.+)", type_in(tablet, code))[1]
    return tablet.post(tablet.door, {"who": unquote(who), "do": do})
