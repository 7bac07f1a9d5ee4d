"""What an agreement says, with everything filled in: the thing that is signed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from babel.dates import get_day_names
from django.utils import translation
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from kindling.agreements.models import Party, Version, VersionText
from kindling.agreements.words import fields_in, fill, parts_of
from kindling.people.models import Student
from kindling.schools.models import Person, School
from kindling.sites.models import Opportunity, Site
from kindling.ui.format import clock, day

FORM = 1  # of the content; a later form says a larger number, and the old ones stay readable
SECTIONS = ("opening", *Party.values)


@dataclass(frozen=True)
class Facts:
    """What fills the fields of a template."""

    school: School
    starts_on: date
    ends_on: date | None = None
    student: Student | None = None
    opportunity: Opportunity | None = None
    site: Site | None = None
    people: dict[str, Person] = field(default_factory=dict)  # by party
    days: tuple[int, ...] = ()  # weekdays; Monday is 0
    starts_at: time | None = None
    ends_at: time | None = None

    def named(self, party: str) -> str:
        return self.people[party].name if party in self.people else ""

    def said(self) -> dict[str, str]:
        """Return each field in the language that is active; "" for what is not known."""
        site = self.opportunity.site if self.opportunity else self.site
        address = ", ".join(filter(None, [site.address, site.city])) if site else ""
        return {
            "student": self.student.name if self.student else "",
            "guardian": self.named(Party.FAMILY),
            "mentor": self.named(Party.SITE),
            "school": self.school.name,
            "site": site.name if site else "",
            "organisation": site.organisation.name if site else "",
            "address": address,
            "place": self.opportunity.title if self.opportunity else "",
            "days": get_text_list(weekdays(self.days), _("and")),
            "hours": self._hours(),
            "start": day(self.starts_on, year=True),
            "end": day(self.ends_on, year=True) if self.ends_on else "",
        }

    def _hours(self) -> str:
        if self.starts_at is None or self.ends_at is None:
            return ""
        times = {"start": clock(self.starts_at), "end": clock(self.ends_at)}
        return _("%(start)s to %(end)s") % times


def weekdays(days: Iterable[int]) -> list[str]:
    """Whole names of weekdays as they stand inside a sentence in the language that is active."""
    code = translation.get_language() or "en"
    names = get_day_names("wide", locale=code.partition("-")[0])
    return [str(names[day]) for day in days]


def missing_fields(version: Version, facts: Facts) -> list[str]:
    """Return the fields that a version uses and nobody filled in."""
    texts = [words for text in version.texts.all() for words in text.words().values()]
    said = facts.said()
    return [name for name in sorted(fields_in(texts)) if not said[name]]


def compose(version: Version, facts: Facts) -> dict[str, Any]:
    """Return the content: a version with the facts filled in, in each of its languages."""
    return {
        "form": FORM,
        "template": version.template.label,
        "version": version.number,
        "school": facts.school.name,
        "student": facts.student.name if facts.student else "",
        "place": facts.said()["site"],
        "starts_on": facts.starts_on.isoformat(),
        "ends_on": facts.ends_on.isoformat() if facts.ends_on else "",
        "texts": {text.language: _text(text, facts) for text in version.texts.all()},
    }


def _text(text: VersionText, facts: Facts) -> dict[str, Any]:
    with translation.override(text.language):
        said, words = facts.said(), text.words()
        sections = {name: parts_of(words[name], said) for name in SECTIONS}
        return {"title": fill(text.title, said), **sections}


def address_of(content: dict[str, Any]) -> str:
    """Return the content's address: the SHA-256 of its JSON, keys in order, as 64 hex digits."""
    whole = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(whole.encode()).hexdigest()


def language_for(content: dict[str, Any], wanted: str, school: School) -> str:
    """Return in which of its languages somebody reads it: theirs, the school's, or the first."""
    there = content["texts"]
    return next(
        (code for code in (wanted, school.language, "en") if code in there), next(iter(there))
    )
