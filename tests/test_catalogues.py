"""Spanish and Arabic are complete at every commit, and say nothing the English does not."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SPEC = importlib.util.spec_from_file_location("messages", ROOT / ".ci" / "messages.py")
messages = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(messages)
PLACES = re.compile(r"%\(\w+\)[sd]|\{\w*\}")


def catalogue(language: str):
    return messages.read(language)


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_every_word_is_translated(language):
    there = catalogue(language)

    absent = [str(m.id) for m in messages.template() if m.id and m.id not in there]

    assert absent == [], "run `make messages` and translate"
    assert messages.untranslated(there) == []


@pytest.mark.parametrize("language", [*messages.LANGUAGES, *messages.BEGUN])
def test_a_translation_names_the_same_facts(language):
    wrong = []
    for message in catalogue(language):
        if not message.id:
            continue
        said = message.string if message.pluralizable else (message.string,)
        asked = set(PLACES.findall(message.id[-1] if message.pluralizable else message.id))
        for form in filter(None, said):  # empty: the test above
            found = set(PLACES.findall(form))
            if not found <= asked or (not message.pluralizable and found != asked):
                wrong.append((message.id, form))

    assert wrong == []


def test_the_state_says_what_the_catalogues_hold():
    said = json.loads(messages.STATE.read_text("utf-8"))

    assert said == messages.state(), "run `.venv/bin/python .ci/messages.py --state`"
