"""Spanish, read word by word into English, so that a Spanish sentence means what it says.

The model knows little Spanish (decision 0400). The 500 lines of data/spanish.txt are ours.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from kindling.kit.text import plain
from kindling.search.wordpiece import vocabulary

LEXICON = Path(__file__).parent / "data" / "spanish.txt"
SENTENCE = re.compile(r"(?<=[.!?;:])\s+|\n+")
WORD = re.compile(r"[^\W_]+")
SHORTEST = 3  # letters of a stem

# Endings of nouns and verbs, the longer ones first.
ENDINGS = sorted(
    [
        "a",
        "o",
        "e",
        "ar",
        "er",
        "ir",
        "ando",
        "iendo",
        "ado",
        "ido",
        "ada",
        "ida",
        "amo",
        "emo",
        "imo",
        "an",
        "en",
        "aba",
        "ia",
        "aban",
        "ian",
        "are",
        "ara",
        "aria",
        "eria",
        "iria",
        "ere",
        "era",
        "ire",
        "ira",
        "aste",
        "iste",
        "aron",
        "ieron",
        "arlo",
        "arla",
        "erlo",
        "erla",
        "irlo",
        "irla",
        "arme",
        "erme",
        "irme",
        "arse",
        "erse",
        "irse",
        "ito",
        "ita",
        "andolo",
    ],
    key=len,
    reverse=True,
)
# Words that only Spanish has, and that carry no more than the language.
SPANISH = frozenset(
    """
    a al algo aqui como con cosa cosas cuando cual de del desde donde el ella ellos en es esa ese eso
    esta estan estas este esto estoy fue gusta gustan gustaria encanta encantan ha hay la las le les
    lo los mas me mi mis mucho mucha muchos muchas muy nadie ni nos nuestro o otra otro otros para
    pero poco por porque puedo que quien quiero quisiera se ser si siempre sin sobre son soy su sus
    tambien te tengo toda todas todo todos tu un una unas uno unos va veces voy y ya yo e interesa
    interesan quiere quieren queremos demas mientras hacia hasta entre cada dia dias vida
    """.split()  # noqa: SIM905
)
BOTH = frozenset("a me son no sin once come mas as real color animal radio hospital doctor".split())  # noqa: SIM905


@cache
def lexicon() -> tuple[dict[str, str], dict[str, str]]:
    """Spanish words as they stand in the file, and their stems, to English; the first one wins."""
    words: dict[str, str] = {}
    for line in LEXICON.read_text(encoding="utf-8").splitlines():
        english, spanish = line.split(": ")
        for word in spanish.split():
            words.setdefault(word, english)
    stems: dict[str, str] = {}
    for word, english in words.items():
        stems.setdefault(root(word), english)
    return words, stems


@lru_cache(maxsize=4096)
def root(word: str) -> str:
    """The word without its ending: cuidar, cuido and cuidando are one."""
    word = word[:-1] if word.endswith("s") and len(word) > SHORTEST + 1 else word
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=4096)
def english_of(word: str) -> str:
    """What a folded Spanish word means; empty when we do not know it."""
    words, stems = lexicon()
    return words.get(word) or stems.get(root(word), "")


def is_spanish(text: str) -> bool:
    """Say whether more of the words are Spanish than English; those of both languages say nothing."""
    ours = theirs = 0
    for word in WORD.findall(plain(text)):
        if word in BOTH:
            continue
        spanish = word in SPANISH or word in lexicon()[0]
        english = word in vocabulary() and not spanish
        ours += english or (not spanish and not english_of(word))
        theirs += spanish or (not english and bool(english_of(word)))
    return theirs > ours


def in_english(text: str) -> str:
    """Return the text with its Spanish sentences put into English words; others stay as they are."""
    return " ".join(put(part) for part in SENTENCE.split(text)) if text else text


def put(sentence: str) -> str:
    if not is_spanish(sentence):
        return sentence
    said = [
        english_of(word) or word for word in WORD.findall(plain(sentence)) if word not in SPANISH
    ]
    return " ".join(dict.fromkeys(said))
