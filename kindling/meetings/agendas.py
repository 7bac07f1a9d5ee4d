"""The agenda with which each kind of meeting begins, until a school writes its own."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kindling.meetings.models import AgendaText, Kind
from kindling.schools.viewer import Viewer

LINES = {
    Kind.PLAN: (
        _("What went well since the last plan?"),
        _("What do I care about now?"),
        _("What do I want to learn, and what will I make?"),
        _("Who helps with what?"),
        _("What will I show, and when?"),
        _("What does each of us promise?"),
    ),
    Kind.PROJECT: (
        _("How is the work going?"),
        _("What does this place need that I could make?"),
        _("Which question do I want to answer?"),
        _("How will we know that it is good?"),
        _("What are the steps, and when?"),
    ),
    Kind.REVIEW: (
        _("What did we promise last time?"),
        _("What am I proud of?"),
        _("What is hard, and what would help?"),
        _("What comes next?"),
    ),
    Kind.OTHER: (_("Why do we meet?"), _("What do we decide?"), _("Who does what, and by when?")),
}


def agenda_of(kind: str) -> str:
    """Return our agenda for a kind, in the reader's language."""
    return "\n".join(str(line) for line in LINES[Kind(kind)])


def first_agenda(kind: str, by: Viewer) -> str:
    """The school's own agenda for this kind, or ours."""
    own = AgendaText.objects.filter(school=by.school, kind=kind).first()
    return own.text if own else agenda_of(kind)
