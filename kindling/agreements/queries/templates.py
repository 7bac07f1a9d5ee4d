"""A template with its versions and what is written in which language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings

from kindling.agreements.content import SECTIONS
from kindling.agreements.models import Party, Template, Version, VersionText
from kindling.agreements.queries.signing import Section, Tongue, sections_of, tongue
from kindling.agreements.words import parts_of


@dataclass(frozen=True)
class Written:
    """A version in one language, as a reader sees it, its fields still in braces."""

    language: Tongue
    title: str
    sections: list[Section]


@dataclass(frozen=True)
class VersionRow:
    version: Version
    parties: list[str]
    texts: list[Written]


@dataclass(frozen=True)
class TemplatePage:
    template: Template
    draft: Version | None
    shown: VersionRow | None  # the draft, else the newest
    published: list[VersionRow]
    tongues: list[tuple[Tongue, bool]]  # each language, and whether it is written


def template_page(template: Template) -> TemplatePage:
    """Two statements and one for the texts, however many versions."""
    rows = template.versions.order_by("-number").prefetch_related("texts")
    versions = list(rows.select_related("published_by"))
    draft = next((one for one in versions if one.published_at is None), None)
    shown = versions[0] if versions else None
    written = {one.language for one in shown.texts.all()} if shown else set()
    return TemplatePage(
        template=template,
        draft=draft,
        shown=_row(shown) if shown else None,
        published=[_row(one) for one in versions if one.published_at],
        tongues=[(tongue(code, ""), code in written) for code, _ in settings.LANGUAGES],
    )


def _row(version: Version) -> VersionRow:
    labels = {party.value: str(party.label) for party in Party}
    texts = [
        Written(tongue(one.language, ""), one.title, sections_of(_parts(one), one.language))
        for one in version.texts.all()
    ]
    return VersionRow(version, [labels[one] for one in version.parties], texts)


def _parts(text: VersionText) -> dict[str, Any]:
    """Its sections with the fields still in braces."""
    words = text.words()
    return {name: parts_of(words[name], {}) for name in SECTIONS}


def text_of(version: Version, language: str) -> dict[str, Any]:
    """What is written in this language so far."""
    names = ("title", "opening", "student", "family", "site", "school_part")
    text = version.texts.filter(language=language).first()
    return {name: getattr(text, name) for name in names} if text else {}
