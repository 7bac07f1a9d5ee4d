"""What a text message means. Pure: words in, a verb out, in English and Spanish.

Careful on purpose: "here" checks in, "is Maya here" and "not here" do not. What is left over next
to the words of a verb must be harmless, a number, a code or somebody's name; who answers decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kindling.kit.text import plain
from kindling.texts.models import Text

Verb = Text.Verb

# Every way to say it, folded: no capitals, no accents, no signs.
PHRASES: dict[Verb, dict[str, str]] = {
    Verb.HERE: {
        "en": "here|i m here|im here|i am here|arrived|i arrived|checking in|check in|in",
        "es": "aqui|estoy aqui|ya estoy aqui|ya llegue|llegue|entrada",
    },
    Verb.OUT: {
        "en": "out|leaving|i m leaving|im leaving|i am leaving|i m out|im out|i left|left"
        "|checking out|check out|bye",
        "es": "sali|ya sali|me voy|ya me voy|salgo|salida|adios",
    },
    Verb.LATE: {
        "en": "late|running late|i m late|im late|i am late|i will be late|i ll be late"
        "|i m running late|im running late|i am running late",
        "es": "tarde|llego tarde|voy tarde|llegare tarde|voy a llegar tarde|retraso|atrasado|atrasada",
    },
    Verb.SICK: {
        "en": "sick|i m sick|im sick|i am sick|is sick|ill|i am ill|not coming|i m not coming"
        "|im not coming|absent|staying home",
        "es": "enfermo|enferma|estoy enfermo|estoy enferma|esta enfermo|esta enferma|no voy"
        "|no va|ausente|no viene",
    },
    Verb.YES: {"en": "yes|y|yep|yeah|confirm|confirmed|correct", "es": "si|confirmo|correcto"},
    Verb.NO: {"en": "no|n|nope|wrong", "es": "incorrecto"},
    Verb.MINE: {
        "en": "mine|i have it|i ve got it|ive got it|i got it|got it|on it|i m on it|im on it",
        "es": "lo tengo|yo lo tengo|yo me encargo|me encargo|mio",
    },
    Verb.HELP: {"en": "help|info", "es": "ayuda|informacion"},
}
# Gateways take these as orders when they are the whole message; so do we.
ORDERS: dict[Verb, dict[str, str]] = {
    Verb.STOP: {
        "en": "stop|stopall|stop all|unsubscribe|cancel|end|quit",
        "es": "alto|parar|baja|cancelar",
    },
    Verb.START: {"en": "start|unstop", "es": "empezar|alta|iniciar"},
}
_BESIDE = (
    "hi hello hey hola good morning afternoon evening buenos buenas dias tardes ok okay please "
    "thanks thank you gracias por favor now today hoy ya ahora at en the el la code codigo is "
    "min mins minute minutes minuto minutos by about unos h hour hours hora horas and y a for de "
    "from to"
)
HARMLESS = frozenset(_BESIDE.split())
HOURS = frozenset("h hour hours hora horas".split())  # noqa: SIM905
ILL = frozenset({"sick", "ill", "enfermo", "enferma"})
MOST_LATE = 5 * 60


@dataclass(frozen=True)
class Said:
    """A verb, its number (minutes late, or which choice), and words that may be names or a code."""

    verb: Verb
    number: int | None = None
    words: tuple[str, ...] = ()
    language: str = "en"
    is_ill: bool = False  # not coming because they are ill


def parse(body: str) -> Said:
    """Return what a message means; UNKNOWN where that is not plain."""
    words = re.findall(r"[a-z]+|[0-9]+", _latin(body))
    whole = " ".join(words)
    for verb, spoken in ORDERS.items():
        for language, phrases in spoken.items():
            if whole in phrases.split("|"):
                return Said(verb, language=language)
    if re.fullmatch(r"[1-9]", whole):
        return Said(Verb.CHOICE, number=int(whole))
    for phrase, verb, language in _LONGEST_FIRST:
        at = _find(phrase, words)
        if at is not None:
            rest = words[:at] + words[at + len(phrase) :]
            return _with_rest(verb, rest, language, is_ill=not ILL.isdisjoint(phrase))
    # Nothing we know: perhaps a name, in answer to a question.
    return Said(Verb.UNKNOWN, words=tuple(words), language=_guessed(words))


def _latin(body: str) -> str:
    """Fold, and keep a question apart: "here?" asks and does not say."""
    return re.sub(r"\?(?=\s*$)", " asks", plain(body)) if body.strip() != "?" else "help"


def _find(phrase: list[str], words: list[str]) -> int | None:
    size = len(phrase)
    spots = range(len(words) - size + 1)
    return next((at for at in spots if words[at : at + size] == phrase), None)


def _with_rest(verb: Verb, rest: list[str], language: str, *, is_ill: bool) -> Said:
    left = tuple(word for word in rest if word not in HARMLESS)
    if verb is not Verb.LATE:
        return Said(verb, words=left, language=language, is_ill=is_ill)
    digits = [int(word[:4]) for word in left if word.isdigit()]
    names = tuple(word for word in left if not word.isdigit())
    minutes = digits[0] * (60 if HOURS & set(rest) else 1) if digits else None
    if len(digits) > 1 or (minutes is not None and not 0 < minutes <= MOST_LATE):
        return Said(Verb.UNKNOWN, words=left, language=language)
    return Said(verb, number=minutes, words=names, language=language)


def _guessed(words: list[str]) -> str:
    """The language of words we do not know: Spanish where a small Spanish word is among them."""
    spanish = "hola gracias que como no esta por el la los de mi yo usted buenos dias".split()  # noqa: SIM905
    return "es" if len(set(words) & set(spanish)) > 1 or "hola" in words else "en"


_LONGEST_FIRST = sorted(
    (
        (phrase.split(), verb, language)
        for verb, spoken in PHRASES.items()
        for language, phrases in spoken.items()
        for phrase in phrases.split("|")
    ),
    key=lambda row: -len(row[0]),
)
