"""The page of languages: the words of Kindling, and the words that a school asks families to agree to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.conf.locale import LANG_INFO
from django.utils import translation
from django.utils.text import capfirst

from kindling.agreements.models import VersionText
from kindling.consents.models import PurposeText
from kindling.consents.rules import visible_texts
from kindling.languages import rules
from kindling.languages.catalogues import Catalogue, catalogues
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class Line:
    """One language. `catalogue` is None for English and for what nobody has begun."""

    code: str
    name: str  # in its own words
    said: str  # in the reader's
    catalogue: Catalogue | None
    readers: int

    @property
    def is_original(self) -> bool:
        return self.code == "en"


@dataclass(frozen=True)
class Text:
    """A text people agree to, in one language. state: original, reviewed, draft, older, written."""

    code: str
    name: str
    state: str
    by: str = ""
    at: object = None


@dataclass(frozen=True)
class LegalText:
    title: str
    url: str
    texts: list[Text]


def lines(viewer: Viewer) -> list[Line]:
    """English first, then what there is, then what only people read. One statement."""
    readers, made = rules.readers_by_language(viewer), catalogues()
    codes = ["en", *made, *(code for code in readers if code not in made and code != "en")]
    return [_line(code, made.get(code), readers.get(code, 0)) for code in codes]


def _line(code: str, made: Catalogue | None, readers: int) -> Line:
    own, said = name_of(code)
    return Line(code, own, said, made, readers)


def name_of(code: str) -> tuple[str, str]:
    """A language's name in its own words and in the reader's; the code where nobody knows it."""
    if code not in LANG_INFO:
        return code, code
    info = translation.get_language_info(code)
    return capfirst(info["name_local"]), capfirst(info["name_translated"])


def legal_texts(viewer: Viewer) -> list[LegalText]:
    """Consents that are used, and agreements in use, for who may read them there. Two statements."""
    return _consents(viewer) + _agreements(viewer)


def _consents(viewer: Viewer) -> list[LegalText]:
    rows = visible_texts(viewer).filter(is_current=True, purpose__is_used=True)
    found: dict[int, list[PurposeText]] = defaultdict(list)
    for one in rows.order_by("purpose", "-is_original", "language"):
        found[one.purpose_id].append(one)
    return [
        LegalText(
            texts[0].title, texts[0].purpose.get_absolute_url(),
            [_consent(one, texts[0]) for one in texts],
        )
        for texts in found.values()
    ]  # fmt: skip


def _consent(one: PurposeText, original: PurposeText) -> Text:
    name = name_of(one.language)[0]
    if not one.is_original and one.source_sha256 != original.sha256:
        return Text(one.language, name, "older")
    by = one.reviewed_by.name if one.reviewed_by else ""
    state = "reviewed" if by else "original" if one.is_original else "draft"
    return Text(one.language, name, state, by, one.reviewed_at)


def _agreements(viewer: Viewer) -> list[LegalText]:
    rows = rules.agreement_texts(viewer)
    newest: dict[int, list[VersionText]] = {}
    for one in rows.order_by("version__template", "-version__number", "language"):
        mine = newest.setdefault(one.version.template_id, [])
        if not mine or mine[0].version_id == one.version_id:
            mine.append(one)
    return [
        LegalText(
            texts[0].version.template.label, texts[0].version.template.get_absolute_url(),
            [_agreement(one) for one in texts],
        )
        for texts in newest.values()
    ]  # fmt: skip


def _agreement(one: VersionText) -> Text:
    """Whoever published a version stands for its words in every language."""
    by = one.version.published_by
    name = name_of(one.language)[0]
    return Text(
        one.language, name, "reviewed" if by else "written", by.name if by else "",
        one.version.published_at,
    )  # fmt: skip
