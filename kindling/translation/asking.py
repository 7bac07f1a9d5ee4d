"""Ask the translator that the settings name. It follows no redirect and reads no endless answer."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator, Sequence
from contextlib import closing
from urllib.parse import urlsplit

from django.conf import settings

from kindling.kit.outgoing import connection_of_setting

SECONDS = 60  # a sentence takes a machine without a graphics card about one
MOST_SENT = 8_000  # characters of one question
MOST_READ = 4 * 1024 * 1024


class Unavailable(Exception):
    """No translator is named, it does not answer, or what it says is no translation."""


def is_configured() -> bool:
    """Say whether this installation names a translator."""
    return bool(settings.TRANSLATE_URL)


def translate(texts: Sequence[str], source: str, target: str) -> list[str]:
    """Return the texts in another language, in their order; an empty one stays empty.

    source, target: codes such as "en", "es". For a background task. Raises Unavailable.
    """
    found: dict[int, str] = {}
    for numbers in _portions(texts):
        said = _ask([texts[number] for number in numbers], source, target)
        found |= dict(zip(numbers, said, strict=True))
    return [found.get(number, "") for number in range(len(texts))]


def _portions(texts: Sequence[str]) -> Iterator[list[int]]:
    """Numbers of the texts that hold words, so many together as one question takes."""
    numbers: list[int] = []
    size = 0
    for number, text in enumerate(texts):
        if not text.strip():
            continue
        if numbers and size + len(text) > MOST_SENT:
            yield numbers
            numbers, size = [], 0
        numbers.append(number)
        size += len(text)
    if numbers:
        yield numbers


def _ask(texts: list[str], source: str, target: str) -> list[str]:
    body = {"q": texts, "source": source, "target": target, "format": "text"}
    if settings.TRANSLATE_KEY:
        body["api_key"] = settings.TRANSLATE_KEY
    said = _post("/translate", json.dumps(body).encode())
    found = said.get("translatedText") if isinstance(said, dict) else None
    if not isinstance(found, list) or len(found) != len(texts):
        told = "The translator did not answer with one text for each."
        raise Unavailable(told)
    return [str(one) for one in found]


def _post(path: str, body: bytes) -> object:
    path = urlsplit(settings.TRANSLATE_URL).path.rstrip("/") + path
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    try:
        with closing(connection_of_setting(settings.TRANSLATE_URL, seconds=SECONDS)) as door:
            door.request("POST", path, body, headers)
            answer = door.getresponse()
            said = answer.read(MOST_READ + 1)
        if answer.status != http.client.OK or len(said) > MOST_READ:
            told = f"The translator answered {answer.status}."
            raise Unavailable(told)
        return json.loads(said)
    except (OSError, http.client.HTTPException, ValueError) as failure:
        raise Unavailable(str(failure)) from failure
