"""What the links of the navigation are called: the school's own words, or ours."""

from __future__ import annotations

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kindling.schools.words import word


def labels() -> dict[str, str]:
    """The words of the navigation: the school's own, or ours in the reader's language."""
    return {**labels_of_people(), **labels_of_learning(), **labels_of_school()}


def labels_of_people() -> dict[str, str]:
    """What is about students and their places."""
    return {
        "today": _("Today"),
        "inbox": _("Inbox"),
        "messages": _("Messages"),
        "letters": _("Letters"),
        "family_concerns": _("Concerns of families"),
        "board": _("Board"),
        "students": _("Students"),
        "plans": _("Plans"),
        "talks": _("Talks"),
        "journals": _("Journals"),
        "places": capfirst(word("places")),
        "outreach": _("In touch"),
        "visits": _("Visits"),
        "handover": _("Hand-overs"),
        "gatherings": _("Together"),
        "thanks": _("Thank-yous"),
        "interests": _("Interests"),
        "exploring": _("Exploring"),
        "meetings": _("Meetings"),
        "ale": _("Weekly contact"),
        "funnel": _("From interest to internship"),
        "pursuits": _("Pursuits"),
        "placements": capfirst(word("internships")),
    }


def labels_of_learning() -> dict[str, str]:
    """What is learned, shown and told."""
    return {
        "goals": capfirst(word("goals")),
        "gateways": _("Gateways"),
        "judgements": _("Judgements"),
        "credentials": _("Credentials"),
        "moderation": _("Moderation"),
        "weeks": _("Exhibition weeks"),
        "families": _("Families"),
        "narratives": _("Narratives"),
        "credits": _("Credits"),
        "allowed": _("What you allow"),
        "consents": _("Consents"),
        "surveys": _("Surveys"),
        "languages": _("Languages"),
        "services": _("For families"),
        "mood": _("How are you?"),
        "moods": _("How students are"),
        "disclosures": _("Given away"),
        "keeping": _("Keep and destroy"),
        "rights": _("Record and rights"),
        "transcripts": _("Transcripts"),
        "evaluations": _("Evaluations"),
        "mentoring": _("Mentors"),
        "evidence": _("Evidence"),
        "exhibitions": _("Exhibitions"),
        "portfolio": _("Portfolio"),
        "projects": _("Projects"),
    }


def labels_of_school() -> dict[str, str]:
    """What is about the school's days and its keeping."""
    return {
        "rounds": _("Rounds"),
        "agreements": _("Agreements"),
        "to_sign": _("To sign"),
        "clearance": _("Paperwork"),
        "roll": _("Roll"),
        "days": _("Days"),
        "questions": _("Questions"),
        "pulse": _("Pulse"),
        "worries": _("Worries"),
        "alarms": _("Alarms"),
        "absences": _("Absences"),
        "courses": _("Courses"),
        "support": _("Support"),
        "requirements": _("Requirements"),
        "records": _("Records"),
        "advisories": capfirst(word("advisories")),
        "roster": _("Roster"),
        "imports": _("Imports"),
        "calendar": _("Calendar"),
        "travel": _("Getting there"),
        "sheets": _("Sign-in sheets"),
        "links": _("Links"),
        "kiosk": _("Kiosk"),
        "outbox": _("Outbox"),
        "texts": _("Texts"),
        "settings": _("Settings"),
    }


def headings() -> dict[str, str]:
    """What the groups are called."""
    return {
        "learning": _("Learning"),
        "internships": capfirst(word("internships")),
        "days": _("Days"),
        "school": _("School"),
    }
