"""What packs say, in the reader's language."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from django.utils.translation import override

from kindling.clearance.packs import DATA, all_packs
from kindling.clearance.packs.model import Told, told

ROOT = Path(__file__).resolve().parents[3]


def words_of(pack):
    says = [one.says for one in (*pack.rules, *pack.limits)]
    return {pack.name, *says, *pack.left_out, *(one.label for one in pack.hazards)}


@pytest.mark.parametrize("name", sorted(all_packs()))
def test_everything_a_pack_says_goes_to_the_translators(name):
    spec = importlib.util.spec_from_file_location("messages", ROOT / ".ci" / "messages.py")
    messages = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(messages)
    with (DATA / f"{name}.toml").open("rb") as file:
        found = {text for _line, _name, text, _notes in messages.words_of_a_pack(file)}

    assert found == words_of(all_packs()[name])


def test_a_sentence_is_in_the_readers_language_or_says_that_it_is_english():
    with override("es"):
        assert told("Interview") == Told("Entrevista")
        assert told("A law nobody translated.") == Told("A law nobody translated.", "en")
    with override("en"):
        assert told("A law nobody translated.").lang == ""
