"""Open a page at a moment of the school's clock."""

from __future__ import annotations

import time_machine

from kindling.attendance.tests.placed import (
    at,
)

HOME = "/harbor-view/"


def page_at(client, moment: str, path: str = HOME) -> str:
    with time_machine.travel(at(moment)):
        answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()
