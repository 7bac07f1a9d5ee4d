"""HEAD asks what GET asks and does nothing more; OPTIONS and TRACE are told nothing."""

import re
from pathlib import Path

import pytest
from django.test import Client

from tests.test_permission_matrix import all_routes

KINDLING = Path(__file__).parents[1] / "kindling"
# The API's description says which methods an address takes; HEAD is none of them.
API = "/api/v1/"
WORDS = {"int": "1", "uuid": "00000000-0000-4000-8000-000000000000"}
# A link that asks for a code trusts the first browser that GETs it. A scanner's HEAD is none, and
# a look and a stamp are noted where a page was really read.
# A program that asks for the head alone has read nothing.
MEANT = {
    "passes/views.py": 2,
    "looks/middleware.py": 1,
    "history/unchanged.py": 1,
    "concerns/views/family.py": 1,
    "concerns/views/link.py": 1,
}


def path_of(route: str) -> str:
    """An address that fits the route, of a thing that is not there."""
    filled = re.sub(r"<(?:(\w+):)?\w+>", lambda one: WORDS.get(one[1], "nothing"), route)
    return filled.removesuffix("$").replace("\\", "")


@pytest.mark.once
def test_where_get_is_answered_head_is(cast, client_of):
    client = client_of("dana")
    client.raise_request_exception = False
    paths = [path_of(route) for route in all_routes() if API not in route]

    refused = [path for path in paths if client.head(path).status_code == 405]
    kept_from = [path for path in refused if client.get(path).status_code != 405]

    assert len(paths) > 1000
    assert kept_from == []


@pytest.mark.parametrize("path", ["/", "/sign-in/", "/harbor-view/", "/harbor-view/api/v1/places/"])
@pytest.mark.parametrize("method", ["OPTIONS", "TRACE"])
def test_who_asks_what_is_allowed_learns_nothing(cast, client_of, method, path):
    for client in (Client(), client_of("dana")):
        answer = client.generic(method, path)

        assert (answer.status_code, answer.content) == (405, b"")
        assert answer["Allow"] == "GET, HEAD, POST"


def test_what_is_not_get_is_not_taken_for_a_post():
    """`is_looking` knows HEAD too: it carries no CSRF token, and must never act."""
    by_hand = {
        str(path.relative_to(KINDLING)): found
        for path in KINDLING.rglob("*.py")
        if "tests" not in path.parts
        and (found := len(re.findall(r'request\.method [!=]= "GET"', path.read_text())))
    }

    assert by_hand == MEANT
