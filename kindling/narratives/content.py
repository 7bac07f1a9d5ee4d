"""What a version says: everything the family reads, without a thing that could change later."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from kindling.narratives.models import Narrative, Voice
from kindling.narratives.words import cited_in

FORM = 1
PARTS = ("parts", "citations", "mentions__goal", "ideas", "round__sections")


def content_of(narrative: Narrative) -> dict[str, Any]:
    """The narrative as it is written now.

    form, school, student, first, grade, advisor, term, year, round; sections: key, title,
    student, advisor (texts, "" where nothing was written); citations that a text uses: number, kind, label,
    url; goals: the names it speaks of; ideas for the next plan. For many at once prefetch PARTS.
    """
    of, sections = narrative.round, _sections(narrative)
    advisor = narrative.advisor.name if narrative.advisor else ""
    mentions = sorted(narrative.mentions.all(), key=lambda one: (one.goal.path, one.pk))
    ideas = sorted(narrative.ideas.all(), key=lambda one: one.pk)
    return {
        "form": FORM,
        "school": narrative.school.name,
        "student": narrative.student.name,
        "first": narrative.student.first,
        "grade": narrative.student.grade,
        "advisor": advisor,
        "term": of.term.label,
        "year": of.term.year.label,
        "round": of.title,
        "sections": sections,
        "citations": _citations(narrative, sections),
        "goals": [one.goal.title for one in mentions],
        "ideas": [one.words for one in ideas],
    }


def _sections(narrative: Narrative) -> list[dict[str, str]]:
    parts = {(one.section_id, one.voice): one.text.strip() for one in narrative.parts.all()}
    handed_in = narrative.student_done_at is not None  # before, they are the student's alone
    found = [
        {
            "key": one.public_id,
            "title": one.title,
            "student": parts.get((one.pk, Voice.STUDENT), "") if handed_in else "",
            "advisor": parts.get((one.pk, Voice.ADVISOR), ""),
        }
        for one in narrative.round.sections.all()
    ]
    return [one for one in found if one["student"] or one["advisor"]]


def _citations(narrative: Narrative, sections: list[dict[str, str]]) -> list[dict[str, Any]]:
    texts = "\n".join(one["student"] + "\n" + one["advisor"] for one in sections)
    used = cited_in(texts)
    return [
        {"number": one.number, "kind": one.kind, "label": one.label, "url": one.url}
        for one in sorted(narrative.citations.all(), key=lambda one: one.number)
        if one.number in used
    ]


def hash_of(content: dict[str, Any]) -> str:
    """SHA-256 of the content, whatever the order of its keys."""
    said = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(said.encode()).hexdigest()


def texts_of(content: dict[str, Any]) -> list[str]:
    """What a translator gets: headings, then the texts of each section, then ideas. No names."""
    found: list[str] = []
    for one in content["sections"]:
        found += [one["title"], one["student"], one["advisor"]]
    found += content["ideas"]
    return found


def with_texts(content: dict[str, Any], texts: list[str]) -> dict[str, Any]:
    """The same content with these texts in place of `texts_of(content)`."""
    if len(texts) != len(texts_of(content)):
        told = "A translation has as many texts as the narrative."
        raise ValueError(told)
    words = iter(texts)
    sections = [
        {**one, "title": next(words), "student": next(words), "advisor": next(words)}
        for one in content["sections"]
    ]
    return {**content, "sections": sections, "ideas": list(words)}
