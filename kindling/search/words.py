"""The words of a text that say something: folded, without the small ones, by their stem."""

from __future__ import annotations

import re

from kindling.kit.text import plain

WORD = re.compile(r"[^\W_]+")
MOST = 64  # a longer question says no more

# Words that stand in every sentence about oneself, in English and in Spanish.
SMALL = frozenset(
    """
    a an and are as at be because been but by can could did do does for from had has have he her
    him his how i if in into is it its just like lot love loved loves make me more most much my no
    not of on one or other our out over she so some something such than that the their them then
    there these they thing things this those to too up us very want wanted was we were what when
    where which while who will with would you your am also all any being get got go going every
    always never only own same should about after before during each few both between through
    until again once here why really think know don t s m ve re ll im id kind stuff
    say says said nobody somebody everybody everything nothing
    al algo aqui como con cosa cosas cual cuando de del desde donde e el ella ellas ellos en era es
    esa ese eso esta estas este esto estos estoy fue gusta gustan gustaria ha hay la las le les lo
    los mas me mi mis mucho muy ni no nos o para pero por porque que quiero quisiera se ser si sin
    sobre son su sus tambien te tengo todo todos tu tus u un una unas uno unos voy y ya yo
    """.split()  # noqa: SIM905
)


def words_of(text: str) -> list[str]:
    """Every word, folded, in order."""
    return WORD.findall(plain(text))


def telling(text: str, most: int = MOST) -> list[str]:
    """Return the words that say something, folded, each once; all of them when all are small."""
    words = list(dict.fromkeys(word for word in words_of(text) if len(word) > 1))
    return [word for word in words if word not in SMALL][:most]
