"""The same words in another language, by a machine that the school said yes to; always marked."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.conf import settings

from kindling.consents.kinds import Kind
from kindling.consents.rules import lets
from kindling.conversations.models import Broadcast, Message, Thread
from kindling.conversations.rules import choice_of
from kindling.notices.letters import CODE, LINK
from kindling.schools.models import School
from kindling.translation import Unavailable, is_configured, translate

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody reads: `text`, and what was said where a machine translated it, else ""."""

    text: str
    language: str
    original: str = ""
    original_language: str = ""
    by_machine: bool = False


def words_for(said: Message | Broadcast, language: str) -> Words:
    """What a reader of this language reads first. No statement."""
    text = said.translations.get(language, "")
    if not text:
        return Words(said.text, said.language)
    by_machine = language not in said.own_words
    return Words(text, language, said.text, said.language, by_machine)


def harmless(words: Words) -> Words:
    """The same without the markers at which a letter puts its link and its code."""
    return replace(words, text=_bare(words.text), original=_bare(words.original))


def _bare(text: str) -> str:
    return text.replace(LINK, "{ link }").replace(CODE, "{ code }")


def wants(school: School, language: str, readers: Iterable[str]) -> set[str]:
    """The languages into which it is to be translated; none where no translator may be asked."""
    known = {code for code, _name in settings.LANGUAGES}
    wanted = {one for one in readers if one in known and one != language}
    if not wanted or not is_configured() or not choice_of(school).translates:
        return set()
    return wanted


def may_translate(thread: Thread) -> bool:
    """Say whether a machine may read what is said here: the family of whom it is about lets it.

    Two statements at most; none about nobody.
    """
    student = thread.about or thread.student
    return student is None or lets(student, Kind.MACHINE, thread.school.today())


def translated(school: School, text: str, language: str, readers: Iterable[str]) -> dict[str, str]:
    """Language → text; what did not come is left out. For a background task."""
    found = {}
    for one in sorted(wants(school, language, readers)):
        try:
            found[one] = translate([text], language, one)[0]
        except Unavailable as why:
            log.warning("A translation did not come: %s", why)
    return found
