"""The port speaks LibreTranslate's API with a real server, and survives a bad one."""

from __future__ import annotations

import pytest

from kindling.translation import Unavailable, is_configured, translate
from kindling.translation.tests.speaking import translator


def test_nothing_leaves_while_no_translator_is_named():
    assert is_configured() is False
    with pytest.raises(Unavailable):
        translate(["Hello"], "en", "es")


def test_texts_come_back_in_their_order_and_empty_ones_stay(settings):
    with translator() as (url, asked):
        settings.TRANSLATE_URL = f"{url}/base/"
        said = translate(["One.", "", "Two."], "en", "es")

    assert said == ["«One.»", "", "«Two.»"]
    assert [(one["q"], one["source"], one["path"]) for one in asked] == [
        (["One.", "Two."], "en", "/base/translate")
    ]
    assert "api_key" not in asked[0]


def test_long_texts_are_asked_in_portions_with_the_key(settings):
    with translator() as (url, asked):
        settings.TRANSLATE_URL, settings.TRANSLATE_KEY = url, "k"
        said = translate(["a" * 5000, "b" * 5000], "en", "ar")

    assert [text[1] for text in said] == ["a", "b"]
    assert [(len(one["q"]), one["api_key"]) for one in asked] == [(1, "k"), (1, "k")]


@pytest.mark.parametrize(
    "ways",
    [
        {"status": 500},
        {"status": 302, "location": "http://127.0.0.1:1/"},
        {"raw": b"<html>"},
        {"raw": b'{"translatedText": ["only one"]}'},
        {"raw": b'{"error": "no"}'},
        {"raw": b"[" * (4 * 1024 * 1024 + 2)},
    ],
    ids=["ill", "elsewhere", "no-json", "too-few", "error", "endless"],
)
def test_what_is_no_translation_is_told_apart(settings, ways):
    with translator(**ways) as (url, asked):
        settings.TRANSLATE_URL = url
        with pytest.raises(Unavailable):
            translate(["One.", "Two."], "en", "es")
    assert len(asked) == 1


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "gopher://x/", "http://", "http://127.0.0.1:1"]
)
def test_an_address_that_leads_nowhere_says_so(settings, url):
    settings.TRANSLATE_URL = url
    with pytest.raises(Unavailable):
        translate(["One."], "en", "es")
