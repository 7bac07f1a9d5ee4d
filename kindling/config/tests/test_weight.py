"""A body that is too heavy is turned away before it is read."""

from __future__ import annotations

import pytest

from kindling.config.weight import MOST


@pytest.mark.parametrize(("size", "code"), [(str(MOST + 1), 413), ("5", 404), ("many", 404)])
def test_a_heavy_body_is_not_read(client, db, size, code):
    """404 is the usual answer: no school has been made here."""
    taps = "/harbor-view/days/taps/"
    answer = client.generic("POST", taps, b"short", "application/json", CONTENT_LENGTH=size)

    assert answer.status_code == code


def test_it_says_what_to_do(client_of):
    answer = client_of("jordan").generic("POST", "/", b"", CONTENT_LENGTH=str(MOST + 1))

    assert answer.content.decode() == "This is more than 32 MB. Send something smaller."
