"""What stands on the PDF of a plan: its words as they are now, or as a version froze them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from kindling.paper.pressed import frame, told
from kindling.plans.models import Party, Plan, Signer, Version
from kindling.plans.queries.versions import items_said
from kindling.plans.questions import FOCUS
from kindling.ui.format import day

LAYOUT = Path(__file__).with_name("paper") / "plan.typ"


def sheet_of(
    plan: Plan, content: dict[str, Any], *, version: Version | None, signers: Iterable[Signer],
    language: str,
) -> dict[str, Any]:  # fmt: skip
    """Return the sheet in this language; the words of the plan stay as they were written.

    `content` as in content.compose. Support goals and remarks stand on no paper.
    """
    school = plan.school
    at = version.proposed_at if version else school.now()
    with timezone.override(school.zone), translation.override(language):
        title = _("%(name)s’s plan") % {"name": content["student"]}
        return {
            **frame(language, title, content["school"], at),
            "eyebrow": f"{content['term']} · {content['year']}",
            "standing": _standing(plan, version),
            "focus_label": str(FOCUS.label),
            "focus": told(content["focus"]),
            "items": _items(content),
            "nothing": _("Nothing stands in this plan yet."),
            "names_label": _("Names under it"),
            "names": [_name(one) for one in signers],
            "address": _("Address of these words:") + f" {version.content_hash}" if version else "",
        }


def _items(content: dict[str, Any]) -> list[dict[str, Any]]:
    said = items_said(content)
    return [
        {
            "number": number,
            "title": told(one.title),
            "fields": [{"label": label, "words": told(text)} for label, text in one.fields],
        }
        for number, one in enumerate(said, 1)
    ]


def _standing(plan: Plan, version: Version | None) -> str:
    if version is None:
        return str(plan.get_state_display())
    told_ = _("Version %(number)s") % {"number": version.number}
    return f"{told_} · {version.get_state_display()} · {day(version.proposed_at, year=True)}"


def _name(signer: Signer) -> dict[str, str]:
    signed = getattr(signer, "signature", None)
    return {
        "party": str(Party(signer.party).label),
        "name": signed.name if signed else signer.person.name,
        "when": day(signed.at, year=True) if signed else str(signer.get_state_display()),
    }
