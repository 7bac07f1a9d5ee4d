"""Fields that keep a key where a person reads words: what each key says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from typing import Any

from babel import Locale, UnknownLocaleError
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from kindling.agreements.content import SECTIONS
from kindling.clearance.items import ITEMS as PAPERS
from kindling.clearance.items import ON_LABELS, STAGE_LABELS
from kindling.clearance.queries.proofs import said as answers_of
from kindling.evaluations.items import ITEMS, LEVELS
from kindling.exploring.bank.scripts import CHECKS, SCRIPTS
from kindling.journals.prompts import prompt_asked
from kindling.kit.tongue import language_now
from kindling.moderation.frames import BY_KEY
from kindling.plans.models import Party
from kindling.plans.questions import COVER
from kindling.rights.record.areas import kind_title
from kindling.rights.record.labels import label_of
from kindling.schools.roles import Role
from kindling.ui.format import clock

HOUR = 60  # minutes
THESIS_STEPS = {
    "give_back": _("Given back"),
    "agree": _("Agreed"),
    "redo": _("To do again"),
    "defend": _("Defended"),
}


def language_name(code: str) -> str:
    """A language in the reader's own; what is no code stays as it was written."""
    try:
        return Locale.parse(code, sep="-").get_display_name(language_now()) or code
    except (UnknownLocaleError, ValueError):
        return code


def _agreement(row: Any) -> str:
    """What was signed, in each language in which it was shown."""
    lines = []
    for code, text in row.content["texts"].items():
        lines.append(f"{language_name(code)}: {text['title']}")
        for kind, said in (part for section in SECTIONS for part in text.get(section, [])):
            each = said if kind == "ul" else [said]
            lines += ["".join(words for words, _is_bold in spans) for spans in each]
    return "\n".join(lines)


def _paper(row: Any) -> str:
    return str(PAPERS[row.item].label) if row.item in PAPERS else row.item


def _answers(row: Any) -> str:
    return "\n".join(f"{label}: {words}" for label, words in answers_of(row, []))


def _names(model: Any, fields: list[str]) -> str:
    return ", ".join(label_of(model._meta.get_field(one)) for one in fields)  # noqa: SLF001


def _script(row: Any) -> str:
    parts = [(one.label, row.lines.get(one.key, "")) for one in SCRIPTS[row.kind]]
    return "\n".join(f"{label}: {words}" for label, words in parts if words)


def _checked(row: Any) -> str:
    return "\n".join(str(label) for key, label in CHECKS[row.kind] if key in row.checked)


# "app.Model.field" → what its value says.
CODES: dict[str, Callable[[Any], str]] = {
    "agreements.Wording.content": _agreement,
    "clearance.Proof.answers": _answers,
    "clearance.Proof.item": _paper,
    "clearance.Proof.on": lambda row: str(ON_LABELS[row.on]),
    "clearance.Proof.stage": lambda row: str(STAGE_LABELS.get(row.stage, row.stage)),
    "disclosures.Statement.kind": lambda row: kind_title(row.kind),
    "evaluations.Rating.item": lambda row: str(ITEMS.get(row.item, row.item)),
    "evaluations.Rating.level": lambda row: str(LEVELS.get(row.level, row.level)),
    "exploring.Rehearsal.checked": _checked,
    "exploring.Rehearsal.lines": _script,
    "gateways.ThesisWord.verb": lambda row: str(THESIS_STEPS.get(row.verb, row.verb)),
    "journals.JournalEntry.prompt": lambda row: prompt_asked(row.prompt),
    "moderation.FrameWord.frame": lambda row: str(BY_KEY[row.frame].title),
    "placements.PlannedDay.weekday": lambda row: str(WEEKDAYS[row.weekday]),
    "placements.Pursuit.holder": lambda row: str(Role(row.holder).label),
    "plans.CoverAnswer.key": lambda row: str(COVER[row.key].label),
    "plans.Plan.waits_for": lambda row: ", ".join(
        str(Party(one).label) for one in row.waits_for.split(",")
    ),
    "projects.Suggestion.field": lambda row: _names(row.project, [row.field]),
    "roll.Mark.said": lambda row: clock(time(*divmod(row.said, HOUR))),
    "schedule.Commitment.weekday": lambda row: str(WEEKDAYS[row.weekday]),
    "talks.Talk.between_us": lambda row: _names(row, row.between_us),
}
