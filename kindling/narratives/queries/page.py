"""One narrative as its reader has it: to write, to read over, or as it was released."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import get_language_info

from kindling.consents.kinds import Kind
from kindling.consents.rules import lets
from kindling.goals.models import Goal
from kindling.narratives import rules
from kindling.narratives.content import with_texts
from kindling.narratives.copying import Wanted, wanted
from kindling.narratives.models import (
    Citation,
    Copy,
    Idea,
    Narrative,
    NarrativeRound,
    Review,
    Section,
    Translation,
    Version,
    Voice,
)
from kindling.narratives.sheet import DONE
from kindling.schools.viewer import Viewer
from kindling.translation import is_configured

State = Narrative.State
type Texts = dict[tuple[int, str], str]  # (section, voice) → words


@dataclass(frozen=True, slots=True)
class Written:
    """One heading with the words below it. `field` names the reader's own text in a form."""

    section: Section
    student: str
    advisor: str
    field: str = ""


@dataclass(frozen=True)
class Draft:
    """A narrative before its release. `writes`: the voice the viewer writes in now, or ""."""

    narrative: Narrative
    lines: tuple[Written, ...]
    writes: str
    words: int  # of the voice the reader follows
    target: int
    citations: tuple[Citation, ...]
    ideas: tuple[Idea, ...]
    reviews: tuple[Review, ...]
    mentioned: frozenset[int]  # goals


def language_name(code: str) -> str:
    """What a language calls itself."""
    return str(get_language_info(code)["name_local"]).capitalize()


def field_name(section: Section, voice: str) -> str:
    """The name of one text in a form."""
    return f"{voice}-{section.public_id}"


def own_draft(narrative: Narrative) -> Draft:
    """The student's own words; nothing of the advisor's. Two statements."""
    lines = _lines_of(narrative, Voice.STUDENT)
    return Draft(
        narrative=narrative,
        lines=tuple(one for one in lines if one.section.student_words or one.student),
        writes=Voice.STUDENT if rules.is_open_for(narrative, Voice.STUDENT) else "",
        words=narrative.student_words,
        target=sum(one.section.student_words for one in lines),
        citations=(), ideas=(), reviews=(), mentioned=frozenset(),
    )  # fmt: skip


def whole_draft(viewer: Viewer, narrative: Narrative) -> Draft:
    """What adults read before the release; student's words once handed in. Seven statements."""
    lines = _lines_of(narrative, Voice.ADVISOR)
    writes = rules.may_write(viewer, narrative, Voice.ADVISOR)
    open_now = rules.is_open_for(narrative, Voice.ADVISOR)
    return Draft(
        narrative=narrative,
        lines=tuple(lines),
        writes=Voice.ADVISOR if writes and open_now else "",
        words=narrative.advisor_words,
        target=sum(one.section.advisor_words for one in lines),
        citations=tuple(narrative.citations.order_by("number")),
        ideas=tuple(narrative.ideas.order_by("pk")),
        reviews=tuple(narrative.reviews.select_related("reader").order_by("-pk")),
        mentioned=frozenset(narrative.mentions.values_list("goal_id", flat=True)),
    )


def through_page(narratives: list[Narrative], round: NarrativeRound) -> list[Draft]:
    """Many narratives, whole, for adults who read the drafts of all of them. Two statements."""
    sections = list(round.sections.all())
    texts: dict[int, Texts] = defaultdict(dict)
    for narrative, section, voice, text in rules.texts_of([one.pk for one in narratives]):
        texts[narrative][section, voice] = text
    return [
        Draft(
            narrative=one, writes="", words=one.advisor_words, target=0,
            lines=tuple(_lines(one, Voice.ADVISOR, sections, texts[one.pk])),
            citations=(), ideas=(), reviews=(), mentioned=frozenset(),
        )
        for one in narratives
    ]  # fmt: skip


def _lines_of(narrative: Narrative, voice: str) -> list[Written]:
    """Two statements."""
    parts = {(one.section_id, one.voice): one.text for one in narrative.parts.all()}
    return _lines(narrative, voice, list(narrative.round.sections.all()), parts)


def _lines(
    narrative: Narrative, voice: str, sections: list[Section], parts: Texts
) -> list[Written]:
    own = voice == Voice.STUDENT
    shows_student = own or narrative.student_done_at is not None
    return [
        Written(
            section=one,
            student=parts.get((one.pk, Voice.STUDENT), "") if shows_student else "",
            advisor="" if own else parts.get((one.pk, Voice.ADVISOR), ""),
            field=field_name(one, voice),
        )
        for one in sections
    ]


@dataclass(frozen=True)
class Reading:
    """What was released, in one language. `mark`: "original", "machine" or "checked"."""

    narrative: Narrative
    version: Version
    content: dict[str, Any]
    language: str
    mark: str
    versions: tuple[Version, ...]
    translations: tuple[Translation, ...]
    is_acknowledged: bool
    read_by: tuple[str, ...]  # who of family and student has read this version, for staff
    is_printed: bool
    offers: str  # the reader's language, where it is not translated and could be
    asks_machine: bool  # it could be, if the family said yes to a machine


def reading(
    viewer: Viewer, narrative: Narrative, language: str, number: str = ""
) -> Reading | None:
    """The newest version (or that number) in this language, else as it was written."""
    versions = list(rules.visible_versions(viewer).filter(narrative=narrative))
    if not versions:
        return None
    version = _chosen(versions, number)
    translations = list(version.translations.select_related("checked_by").order_by("language"))
    chosen = next((t for t in translations if t.language == language and t.state in DONE), None)
    read = list(version.acknowledgements.select_related("person").order_by("pk"))
    said = chosen.language if chosen else version.language
    sheet = wanted(version, said, chosen)
    offers = _offered(viewer, version, translations, language)
    let = not offers or lets(narrative.student, Kind.MACHINE, viewer.school.today())
    return Reading(
        narrative=narrative,
        version=version,
        content=with_texts(version.content, chosen.texts) if chosen else version.content,
        language=said,
        mark=chosen.state if chosen else "original",
        versions=tuple(versions),
        translations=tuple(translations),
        is_acknowledged=any(one.person_id == viewer.person_id for one in read),
        read_by=tuple(one.person.name for one in read),
        is_printed=rules.copy_of(version, said, sheet.address) is not None,
        offers=offers if let else "",
        asks_machine=not let,
    )


def _offered(
    viewer: Viewer, version: Version, translations: list[Translation], language: str
) -> str:
    there = {version.language, *(one.language for one in translations)}
    if language in there or language not in dict(settings.LANGUAGES) or not is_configured():
        return ""
    return language if rules.choice_of(viewer).translates else ""


def _chosen(versions: list[Version], number: str) -> Version:
    return next((one for one in versions if str(one.number) == number), versions[0])


@dataclass(frozen=True)
class Sheet:
    """What is wanted on paper, and the PDF if it is made."""

    wanted: Wanted
    copy: Copy | None


def sheet_for(viewer: Viewer, narrative: Narrative, *, language: str, number: str) -> Sheet | None:
    """A version on paper; a language into which it is not translated only changes the frame."""
    versions = list(rules.visible_versions(viewer).filter(narrative=narrative))
    if not versions or language not in dict(settings.LANGUAGES):
        return None
    version = _chosen(versions, number)
    translated = version.translations.filter(language=language).first()
    one = wanted(version, language, translated)
    return Sheet(one, rules.copy_of(version, language, one.address))


def goal_list(draft: Draft, goals: list[Goal]) -> list[tuple[Goal, bool]]:
    """Each goal with whether the narrative speaks of it."""
    return [(one, one.pk in draft.mentioned) for one in goals]
