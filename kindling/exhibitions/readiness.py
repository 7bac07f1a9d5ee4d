"""What has to be there before an exhibition, and what of it is."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.exhibitions.models import Check, Exhibition, Material, Panelist, Rehearsal


@dataclass(frozen=True, slots=True)
class Item:
    """One point. `say`: what to do, as a sentence; `line`: the school's own words, ticked by hand."""

    key: str
    say: str
    is_done: bool
    line: str = ""


def checklist_of(exhibition: Exhibition) -> list[Item]:
    """Every point of this exhibition, in the order in which it is done. Four statements."""
    kind = exhibition.kind
    panel = list(Panelist.objects.filter(exhibition=exhibition, off_at__isnull=True))
    pieces = Material.objects.filter(exhibition=exhibition).count()
    held = Rehearsal.objects.filter(exhibition=exhibition, feedback__said_at__isnull=False)
    rehearsed = held.distinct().count()
    done = set(Check.objects.filter(exhibition=exhibition).values_list("line", flat=True))
    found = [
        Item("title", _("Give it a title."), bool(exhibition.title)),
        Item("date", _("Agree on a date."), exhibition.has_date),
        *_panel(exhibition, panel),
        Item("agenda", _("Write the agenda."), bool(exhibition.agenda.strip())),
    ]
    if kind.pieces:
        say = ngettext("Choose a piece to show.", "Choose %(num)s pieces to show.", kind.pieces)
        found.append(Item("pieces", say % {"num": kind.pieces}, pieces >= kind.pieces))
    if kind.rehearsals:
        say = ngettext(
            "Rehearse it once, with feedback.", "Rehearse it %(num)s times, with feedback.",
            kind.rehearsals,
        )  # fmt: skip
        found.append(
            Item("rehearsals", say % {"num": kind.rehearsals}, rehearsed >= kind.rehearsals)
        )
    return [*found, *(Item("line", line, line in done, line) for line in kind.lines)]


def _panel(exhibition: Exhibition, panel: list[Panelist]) -> list[Item]:
    coming, quorum = sum(one.is_coming for one in panel), exhibition.kind.quorum
    say = ngettext(
        "Have a yes of %(num)s person on the panel.", "Have a yes of %(num)s people on the panel.",
        quorum,
    )  # fmt: skip
    found = [Item("panel", say % {"num": quorum}, coming >= quorum)]
    speak = [one for one in panel if one.needs_interpreter and one.state in Panelist.ON_PANEL]
    if speak:
        done = all(one.interpreter == Panelist.Interpreter.CONFIRMED for one in speak)
        found.append(Item("interpreter", _("Find an interpreter."), done))
    return found


def missing_of(exhibition: Exhibition) -> list[Item]:
    """What is not done yet."""
    return [one for one in checklist_of(exhibition) if not one.is_done]
