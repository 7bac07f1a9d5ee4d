"""The classes of a record, and how each is treated.

A model of any app that reaches a student is in the record by itself: an app that comes later is not
forgotten. What stands here are the exceptions, each with its reason.
"""

from __future__ import annotations

from django.apps import apps
from django.utils.translation import gettext as _

from kindling.inventory.reading import inventory
from kindling.inventory.words import TOPICS
from kindling.rights.record.called import called

# Not the record: sums made from it, keys to it, and who asked for it.
LEFT_OUT = frozenset(
    {
        "attendance.Hours", "evidence.Tally", "journals.JournalSum", "talks.LastTalk",
        "roll.MonthSum", "kiosk.KioskCode", "passes.Pass", "passes.PassDevice", "passes.PassUse",
    }
)  # fmt: skip
APPS_LEFT_OUT = frozenset({"rights", "privacy", "people"})
LEFT_OUT_ENDINGS = ("Reading", "Reader", "Opening")
TOPICS_LEFT_OUT = frozenset({"machine", "access"})

# Of people only this: the rest says who may see the child, which nobody reads about another.
OF_PEOPLE = frozenset({"people.CareNote"})

# One person's own words, which nobody opens to decide about them → the basis they are offered.
SEALED = {
    "talks.PrivateNote": "sole",
    "placements.PrivateWord": "sole",
    "visits.Sensitive": "sole",
    "journals.JournalEntry": "students",
    "journals.JournalRequest": "students",
    "gateways.Chapter": "students",
}

# Other leaders do not read these: only the principal decides about them.
CONFIDENTIAL = frozenset({"incidents", "support", "concerns", "visits", "moods", "services"})

# Each word of an incident is decided about alone: one tells what happened, the next who said so.
APART = frozenset({"incidents.Incident", "incidents.Word"})

OTHER = "other"


def area_of(label: str) -> str:
    """The class of record of a model ("plans.Plan"): a topic of the inventory."""
    kept = inventory().get(label)
    return kept.topic if kept and kept.topic in TOPICS else OTHER


def area_title(area: str) -> str:
    """The class in the reader's language."""
    return str(TOPICS[area].label) if area in TOPICS else _("Everything else")


def kind_title(label: str) -> str:
    """What one row of a model is called."""
    return called(str(apps.get_model(label)._meta.verbose_name))  # noqa: SLF001


def is_confidential(label: str) -> bool:
    """Say whether only the principal decides about it."""
    return label.partition(".")[0] in CONFIDENTIAL


def is_in_record(label: str) -> bool:
    """Say whether rows of this model ("plans.Plan") belong to a student's record."""
    if label in OF_PEOPLE:
        return True
    if label in LEFT_OUT or label.endswith(LEFT_OUT_ENDINGS):
        return False
    return label.partition(".")[0] not in APPS_LEFT_OUT and area_of(label) not in TOPICS_LEFT_OUT
