"""What the log says of who was turned away, and what it never says."""

import json
import logging

import pytest

from kindling.config.logs import Line


@pytest.fixture
def lines(caplog):
    """The lines as they would be written."""
    caplog.set_level(logging.WARNING, logger="django.request")  # tests keep it quiet
    return lambda: [json.loads(Line().format(record)) for record in caplog.records]


def test_a_line_says_when_where_and_what(cast, client_of, lines):
    client_of("ana").get("/harbor-view/nothing/")

    (line,) = lines()
    at = line.pop("at")
    assert at.endswith("+00:00")
    assert line == {
        "level": "warning",
        "part": "django.request",
        "what": "Not Found: /harbor-view/nothing/",
        "method": "GET",
        "from": "127.0.0.1",
        "who": cast.ana.public_id,
        "status": 404,
    }


def test_who_is_turned_away_is_written(cast, client_of, lines):
    client_of("maya").post("/harbor-view/sheets/print/")

    assert {(line["status"], line["who"]) for line in lines()} == {
        (403, cast.maya.person.public_id)
    }


def test_a_wrong_password_is_written_without_it(cast, client, lines):
    client.post("/sign-in/", {"login": "ana@example.org", "password": "not-hers-at-all"})

    told = json.dumps(lines())
    assert "A password was wrong for " in told
    assert ("not-hers-at-all" in told, "ana@example.org" in told) == (False, False)


def test_too_many_tries_are_written(cast, client, lines):
    for _ in range(40):
        answer = client.get("/p/guessed.guessed/")

    assert (answer.status_code, lines()[-1]["status"]) == (429, 429)


def test_the_token_of_a_link_is_not_written(cast, client, lines):
    client.get("/p/2345678abcdefg.AAAAAAAAAAAAAAAAAAAAAA/")

    assert [line["what"] for line in lines()] == ["Not Found: /p/2345…/"]


def test_an_error_is_written_with_its_trace(lines):
    try:
        {}["what is not there"]
    except KeyError:
        logging.getLogger("django.request").exception("It broke")

    (line,) = lines()
    assert (line["level"], line["trace"].splitlines()[-1]) == (
        "error",
        "KeyError: 'what is not there'",
    )


def test_a_line_break_cannot_make_a_second_line(caplog):
    logging.getLogger("kindling").warning('one\n{"level": "two"}')

    assert len(Line().format(caplog.records[-1]).splitlines()) == 1
