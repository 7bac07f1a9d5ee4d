"""What the kinds of things that wait are called: one word for what comes before the first dot."""

from __future__ import annotations

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kindling.kit.waits import HoldsUp
from kindling.schools.words import word


def labels() -> dict[str, str]:
    """App's label → its word, in the reader's language and the school's own words."""
    return {
        "absences": _("Absences"), "agreements": _("Agreements"), "ale": _("Reviews"),
        "attendance": _("Days"), "clearance": _("Paperwork"), "consents": _("Consents"), "courses": _("Courses"),
        "conversations": _("Messages"), "letterbox": _("Messages"), "texts": _("Texts"),
        "credentials": _("Credentials"), "credits": _("Credits"), "transcripts": _("Transcripts"),
        "evaluations": _("Evaluations"), "mentoring": _("Mentors"), "evidence": _("Evidence"), "exhibitions": _("Exhibitions"), "panels": _("Panels"), "people": _("Families"),
        "families": _("Families"), "concerns": _("Concerns of families"),
        "exploring": _("Exploring"), "gatherings": _("Advisory"),
        "gateways": _("Gateways"),
        "goals": _("Goals"), "handover": _("Hand-over"), "incidents": _("Worries"),
        "journals": _("Journals"), "judgements": _("Judgements"), "ladder": _("Alarms"),
        "keys": _("Signing in"), "meetings": _("Meetings"), "moderation": _("Moderation"), "moods": _("How students are"),
        "narratives": _("Narratives"),
        "outreach": _("Offers"),
        "placements": capfirst(word("internships")), "plans": _("Learning plans"),
        "portfolio": _("Portfolios"), "projects": _("Projects"), "questions": _("Pulse"),
        "privacy": _("Keep and destroy"),
        "rights": _("Record and rights"), "roll": _("Roll"), "rounds": _("Rounds"), "sites": capfirst(word("places")),
        "services": _("For families"), "support": _("Support"), "surveys": _("Surveys"), "talks": _("Talks"), "visits": _("Visits"),
        "weeks": _("Exhibition weeks"),
    }  # fmt: skip


def label_of(app: str) -> str:
    """The word for one app; its own name when it has none here yet."""
    return labels().get(app) or capfirst(app)


def heading_of(holds_up: HoldsUp, *, is_staff: bool) -> str:
    """Whom it holds up, as a heading."""
    if holds_up == HoldsUp.STAFF and not is_staff:
        return _("The school waits for you")
    return {
        HoldsUp.STUDENT: _("Students wait"), HoldsUp.FAMILY: _("Families wait"),
        HoldsUp.MENTOR: _("Mentors and sites wait"), HoldsUp.STAFF: _("The school waits"),
        HoldsUp.NOBODY: _("When you have time") if is_staff else _("Your next steps"),
    }[holds_up]  # fmt: skip
