"""The twenty areas in which interests and places meet; the words are ours (domain.md 5.9)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Area(models.TextChoices):
    """Broad enough that every place has one, plain enough for a ninth-grader."""

    FOOD = "food", _("Food and hospitality")
    HEALTH = "health", _("Health and care")
    SPORT = "sport", _("Body and sport")
    MIND = "mind", _("Mind and people")
    CHILDREN = "children", _("Teaching and childhood")
    LAND = "land", _("Land, animals and environment")
    SEA = "sea", _("Sea and travel")
    BUILDING = "building", _("Building and design")
    MACHINES = "machines", _("Machines and vehicles")
    SCIENCE = "science", _("Science and lab")
    DIGITAL = "digital", _("Digital and code")
    MEDIA = "media", _("Media and sound")
    ARTS = "arts", _("Visual arts and fashion")
    STAGE = "stage", _("Performing arts")
    WORDS = "words", _("Words and languages")
    BUSINESS = "business", _("Business and money")
    LAW = "law", _("Law and safety")
    CIVIC = "civic", _("Civic and community")
    BEAUTY = "beauty", _("Beauty and personal care")
    OTHER = "other", _("Something else")


# The picture and the colour of each area (lucide's names; hues 1-8 of the design).
LOOK: dict[str, tuple[str, int]] = {
    "food": ("chef-hat", 4),
    "health": ("heart-pulse", 1),
    "sport": ("dumbbell", 3),
    "mind": ("brain", 7),
    "children": ("blocks", 2),
    "land": ("paw-print", 3),
    "sea": ("sailboat", 5),
    "building": ("hammer", 2),
    "machines": ("wrench", 6),
    "science": ("microscope", 1),
    "digital": ("code", 6),
    "media": ("radio", 5),
    "arts": ("palette", 8),
    "stage": ("drama", 7),
    "words": ("book-open", 4),
    "business": ("store", 2),
    "law": ("scale", 6),
    "civic": ("landmark", 5),
    "beauty": ("scissors", 8),
    "other": ("sparkles", 7),
}

# One word each, where all twenty stand side by side.
SHORT = {
    "food": _("Food"),
    "health": _("Health"),
    "sport": _("Sport"),
    "mind": _("People"),
    "children": _("Teaching"),
    "land": _("Animals and land"),
    "sea": _("Sea"),
    "building": _("Building"),
    "machines": _("Machines"),
    "science": _("Science"),
    "digital": _("Digital"),
    "media": _("Media"),
    "arts": _("Arts"),
    "stage": _("Stage"),
    "words": _("Words"),
    "business": _("Business"),
    "law": _("Law"),
    "civic": _("Civic"),
    "beauty": _("Beauty"),
    "other": _("Other"),
}
