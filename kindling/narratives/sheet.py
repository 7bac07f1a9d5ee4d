"""What stands on paper of one version, in one language: words, without a thing that could change."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from kindling.narratives.content import with_texts
from kindling.narratives.models import Translation, Version
from kindling.narratives.words import paragraphs, pieces
from kindling.ui.format import day

LAYOUT = Path(__file__).with_name("paper") / "narrative.typ"
DONE = (Translation.State.MACHINE, Translation.State.CHECKED)


def sheet_of(version: Version, language: str, translated: Translation | None) -> dict[str, Any]:
    """Everything the PDF says. With a translation the original follows it; `language` is that of
    the words around. No statement beyond the version's narrative and school.
    """
    content, school = version.content, version.school
    with timezone.override(school.zone), translation.override(language):
        info = translation.get_language_info(language)
        return {
            "language": language,
            "is_rtl": info["bidi"],
            "title": content["student"],
            "school": content["school"],
            "at": version.at.replace(microsecond=0).isoformat(),
            "facts": _facts(content),
            "notes": _notes(version, translated),
            "first": content["first"],
            "advisor": content["advisor"] or _("Advisor"),
            "texts": _texts(version, translated),
            "goals_title": _("Goals it speaks of"),
            "goals": content["goals"],
            "rests_title": _("What it rests on"),
            "rests": [[one["number"], one["label"]] for one in content["citations"]],
            "about": _about(version),
            "page": _("Page"),
            "foot": f"{content['school']} · {content['student']} · {version.content_hash[:16]}",
        }


def _facts(content: dict[str, Any]) -> list[str]:
    by = _("By %(student)s and %(advisor)s") % {
        "student": content["first"], "advisor": content["advisor"]
    }  # fmt: skip
    facts = [content["round"], content["year"], by if content["advisor"] else ""]
    return [one for one in facts if one]


def _notes(version: Version, translated: Translation | None) -> list[str]:
    notes = []
    if translated is not None and translated.state == Translation.State.MACHINE:
        notes.append(
            _("Translated by a machine. Nobody has checked it. What counts is the original.")
        )
    elif translated is not None:
        notes.append(
            _("Translated by a machine and checked by a person. What counts is the original.")
        )
    if version.reason:
        notes.append(_("Put right: %(reason)s") % {"reason": version.reason})
    return notes


def _texts(version: Version, translated: Translation | None) -> list[dict[str, Any]]:
    if translated is None:
        return [_body(version.content, version.language, "")]
    words = with_texts(version.content, translated.texts)
    return [
        _body(words, translated.language, ""),
        _body(version.content, version.language, _("Original")),
    ]


def _body(content: dict[str, Any], language: str, heading: str) -> dict[str, Any]:
    with translation.override(language):
        ideas_title = _("Suggestions for the next plan")
    return {
        "heading": heading,
        "language": language,
        "is_rtl": translation.get_language_info(language)["bidi"],
        "sections": [
            {
                "title": one["title"],
                "student": _said(one["student"]),
                "advisor": _said(one["advisor"]),
            }
            for one in content["sections"]
        ],
        "ideas_title": ideas_title,
        "ideas": content["ideas"],
    }


def _said(text: str) -> list[list[tuple[str, int]]]:
    return [pieces(one) for one in paragraphs(text)]


def _about(version: Version) -> str:
    told = {
        "num": version.number,
        "day": day(version.at, year=True),
        "address": version.content_hash,
    }
    return _("Version %(num)s of %(day)s. Its words have the address %(address)s.") % told


def hash_of_sheet(sheet: dict[str, Any]) -> str:
    """The same sheet gives the same PDF: its address before it is drawn."""
    said = json.dumps(sheet, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()
