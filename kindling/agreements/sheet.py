"""What stands on the PDF of an agreement: words and names, without a thing that could change."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from kindling.agreements.content import SECTIONS, language_for
from kindling.agreements.models import Agreement, Party, Signature, Wording
from kindling.agreements.strokes import HEIGHT, WIDTH, path_of
from kindling.schools.models import School
from kindling.ui.format import clock, day

LAYOUT = Path(__file__).with_name("paper") / "paper.typ"


def sheet_of(agreement: Agreement) -> dict[str, Any]:
    """Return everything the PDF says, in the school's language and those in which was signed."""
    wording = agreement.wordings.get(number=agreement.number)
    names = sorted(Signature.counted(agreement), key=_place_of)
    content, school = wording.content, agreement.school
    first = language_for(content, school.language, school)
    codes = [first, *sorted({one.language for one in names} & set(content["texts"]) - {first})]
    at = agreement.completed_at or wording.made_at
    with timezone.override(school.zone), translation.override(first):
        return {
            "language": first,
            "title": content["texts"][first]["title"],
            "school": content["school"],
            "address": wording.content_hash,
            "at": at.replace(microsecond=0).isoformat(),
            "facts": _facts(content, wording),
            "texts": [_text(content["texts"][code], code) for code in codes],
            "signed": _("Signed"),
            "signatures": [_name(one, school) for one in names],
            "about": _(
                "The words above have the address %(address)s. Whoever holds this file can check "
                "at /verify/ that it is unchanged."
            )
            % {"address": wording.content_hash},
            "page": _("Page"),
            "foot": f"{content['school']} · {wording.content_hash[:16]}",
        }


def _place_of(signature: Signature) -> int:
    return list(Party.values).index(signature.signer.party)


def _facts(content: dict[str, Any], wording: Wording) -> list[list[str]]:
    last = content["ends_on"]
    facts = [
        [_("Student"), content["student"]],
        [_("Site"), content["place"]],
        [_("First day"), day(date.fromisoformat(content["starts_on"]), year=True)],
        [_("Last day"), day(date.fromisoformat(last), year=True) if last else ""],
        [_("Template"), f"{content['template']} · {content['version']}"],
    ]
    return [[name, value] for name, value in facts if value]


def headings() -> dict[str, str]:
    """What stands above each section, in the language that is active."""
    return {
        "opening": "",
        Party.STUDENT: _("The student"),
        Party.FAMILY: _("The family"),
        Party.SITE: _("The site"),
        Party.SCHOOL: _("The school"),
    }


def _text(text: dict[str, Any], code: str) -> dict[str, Any]:
    with translation.override(code):
        named = headings()
    info = translation.get_language_info(code)
    sections = [{"heading": named[one], "parts": text[one]} for one in SECTIONS if text[one]]
    return {
        "language": code,
        "is_rtl": info["bidi"],
        "title": text["title"],
        "sections": sections,
    }


def _name(signature: Signature, school: School) -> dict[str, Any]:
    how = signature.get_way_display()
    way = _("%(how)s, by link") % {"how": how} if signature.by_link else how
    return {
        "party": str(Party(signature.signer.party).label),
        "name": signature.name,
        "person": signature.person.name,
        "when": when(signature.at, school),
        "how": way,
        "language": translation.get_language_info(signature.language)["name_local"].capitalize(),
        "drawing": _svg(signature.drawing) if signature.drawing else "",
    }


def when(at: datetime, school: School) -> str:
    """The day and the time on the school's clock."""
    with timezone.override(school.zone):
        told = {"day": day(at, year=True), "time": clock(at), "zone": school.timezone}
        return _("%(day)s, %(time)s (%(zone)s)") % told


def _svg(drawing: str) -> str:
    line = f'<path d="{path_of(drawing)}" fill="none" stroke="#16302b" stroke-width="4"/>'
    frame = f'viewBox="0 0 {WIDTH} {HEIGHT}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {frame}>{line}</svg>'
