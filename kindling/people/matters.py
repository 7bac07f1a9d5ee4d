"""What a family may be let into, one matter at a time. Every guardian has all until one is limited."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Matter(models.TextChoices):
    """A part of a student's life at school. Ask the rules of people with the one you show.

    A connection keeps one column for each (`has_days`, …), so that asking costs no statement.
    """

    DAYS = (
        "days",
        _("Where they are: attendance, absences, the place and the hours of an internship"),
    )
    PLAN = "plan", _("Plan, projects and meetings")
    WORK = "work", _("Work, exhibitions and what was said of them")
    WORDS = "words", _("Narratives, transcripts, credits and credentials")
    CARE = "care", _("Care, support and incidents")
    DECIDE = "decide", _("Decide: sign, allow, ask for the record")
    TOLD = "told", _("Get letters and messages")

    @property
    def column(self) -> str:
        return f"has_{self.value}"


READS = (Matter.DAYS, Matter.PLAN, Matter.WORK, Matter.WORDS, Matter.CARE)
COLUMNS = [matter.column for matter in Matter]
SHARED = (*READS, Matter.TOLD)  # what a student of age may let family into
