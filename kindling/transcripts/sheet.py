"""What stands on the PDF of a transcript, and on the screen: the same words from the same content."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.transcripts.models import Kind, Transcript
from kindling.transcripts.prompts import profile_prompts
from kindling.ui.format import day, hours, number

LAYOUT = Path(__file__).with_name("paper") / "paper.typ"
SHORT = 16  # digits of the address at the foot of each page


def sheet_of(transcript: Transcript) -> dict[str, Any]:
    """Return everything the PDF says. The language of the transcript is active."""
    content, address = transcript.content, transcript.content_hash
    info = translation.get_language_info(transcript.language)
    with timezone.override(transcript.school.zone):
        told = told_of(content)
        return {
            "language": transcript.language,
            "is_rtl": info["bidi"],
            "title": f"{told['title']} · {content['student']['name']}",
            "school": content["school"]["name"],
            "at": content["at"],
            "page": _("Page"),
            "foot": f"{content['school']['name']} · {address[:SHORT]}",
            "told": told,
            "certified": certified(content, address),
            "words": _words(),
        }


def certified(content: dict[str, Any], address: str) -> list[str]:
    """Who certified it and when, its address, how to check it, and what it replaces."""
    on = day(datetime.fromisoformat(content["at"]).date(), year=True)
    facts = {"name": content["by"], "school": content["school"]["name"], "day": on}
    found = [_("Certified by %(name)s, %(school)s, on %(day)s.") % facts]
    before = content["replaces"]
    if before:
        told = {"day": day(date.fromisoformat(before["on"]), year=True), "number": before["number"]}
        found += [
            _("It replaces number %(number)s of %(day)s.") % told,
            _("The one it replaces has the address %(address)s.") % {"address": before["address"]},
            _("Why: %(reason)s") % {"reason": content["reason"]},
        ]
    where = {"address": address, "where": f"{settings.BASE_URL}/verify/"}
    return [
        *found,
        _("Its content has the address %(address)s (SHA-256).") % {"address": address},
        _("Whoever holds this file can check at %(where)s that nobody has changed it.") % where,
    ]


def told_of(content: dict[str, Any]) -> dict[str, Any]:
    """The content as headings, sentences and rows, in the language that is active."""
    return {
        "title": str(Kind(content["kind"]).label),
        "kind": content["kind"],
        "name": content["student"]["name"],
        "facts": _facts(content),
        "texts": [[one["heading"], one["text"]] for one in content.get("texts", [])],
        "subjects": [_subject(one) for one in content.get("subjects", [])],
        "goals": [_group(one) for one in content.get("goals", [])],
        "scale": [[one["mark"], one["label"], one["text"]] for one in content.get("scale", [])],
        "steps": len(content.get("scale", [])),
        "pieces": [_piece(n, one) for n, one in enumerate(content.get("pieces", []), 1)],
        "lists": _lists(content),
        "profile": _profile(content),
    }


def _words() -> dict[str, str]:
    return {
        "subject": _("Subject"), "years": _("By year"), "total": _("Credits"),
        "rests": _("Rests on"), "or": _("or"), "levels": _("What the levels mean"),
        "goal": _("Goal"), "level": _("Level"), "pieces": _("Work that shows it"),
        "opens": _("It opens from the link with which this was sent."),
        "school": _("About this school"), "certified": _("Certified"),
    }  # fmt: skip


def _facts(content: dict[str, Any]) -> list[list[str]]:
    student, school = content["student"], content["school"]
    since = day(date.fromisoformat(student["since"]), year=True)
    until = day(date.fromisoformat(student["until"]), year=True) if student["until"] else ""
    facts = [
        [_("Student"), student["name"]],
        [_("Number"), student["number"]],
        [_("Grade"), student["grade"]],
        [_("At this school since"), since],
        [_("Until"), until],
        [_("School"), ", ".join(part for part in school.values() if part)],
    ]
    return [[word, value] for word, value in facts if value]


def _subject(one: dict[str, Any]) -> dict[str, Any]:
    asked = Decimal(one["asked"])
    told = {"total": number(float(one["total"]), 2), "asked": number(float(asked), 2)}
    return {
        "title": one["title"],
        "years": [[year, number(float(n), 2)] for year, n in one["years"].items()],
        "total": _("%(total)s of %(asked)s") % told if asked else told["total"],
        "rule": one["rule"],
    }


def _group(one: dict[str, Any]) -> dict[str, Any]:
    return {
        "title": one["title"],
        "rows": [
            {
                "title": f"{row['code']} {row['title']}".strip(),
                "level": f"{row['mark']} {row['label']}".strip(),
                "position": row["position"],
                "on": day(date.fromisoformat(row["on"]), year=True) if row["on"] else "",
            }
            for row in one["rows"]
        ],
    }


def _piece(n: int, one: dict[str, Any]) -> dict[str, Any]:
    on = day(date.fromisoformat(one["on"]), year=True)
    return {"number": n, "title": one["title"], "on": on, "goals": ", ".join(one["goals"])}


def _lists(content: dict[str, Any]) -> list[dict[str, Any]]:
    """Internships, exhibitions, courses: a heading and a line each; none without a line."""
    lists = (_internships(content), _exhibitions(content), _courses(content))
    return [one for one in lists if one["rows"]]


def _internships(content: dict[str, Any]) -> dict[str, Any]:
    rows = content["internships"]
    total = {"hours": hours(sum(one["minutes"] for one in rows))}
    return {
        "title": _("Internships: %(hours)s confirmed") % total,
        "rows": [[f"{one['title']}, {one['site']}", hours(one["minutes"])] for one in rows],
    }


def _exhibitions(content: dict[str, Any]) -> dict[str, Any]:
    rows = content["exhibitions"]
    n = len(rows)
    shown = ngettext("%(num)s exhibition before a panel", "%(num)s exhibitions before a panel", n)
    return {"title": shown % {"num": n}, "rows": [[x["title"], _on(x["on"])] for x in rows]}


def _courses(content: dict[str, Any]) -> dict[str, Any]:
    rows = content["courses"]
    named = [", ".join(part for part in (one["title"], one["with"]) if part) for one in rows]
    when = [one["credit"] or _on(one["on"]) for one in rows]
    title = _("Courses and college classes")
    return {"title": title, "rows": [list(pair) for pair in zip(named, when, strict=True)]}


def _on(iso: str) -> str:
    return day(date.fromisoformat(iso), year=True) if iso else ""


def _profile(content: dict[str, Any]) -> list[list[str]]:
    heads = profile_prompts()
    said = content["profile"]
    return [[heads[name].heading, text] for name, text in said.items() if text.strip()]
