"""What students may take along without asking: what they wrote, made and were given, and can read.

What others wrote about them without showing it yet is not here: for that they ask (`RecordsRequest`).
"""

from __future__ import annotations

from typing import IO

from kindling.people.models import Student
from kindling.rights.record.reading import Row, record_of
from kindling.rights.record.sheet import Part
from kindling.rights.record.writing import write_folder

OWN = frozenset(
    {
        "people.Student", "people.CareNote", "interests.Interest", "goals.OwnGoal",
        "journals.JournalEntry", "journals.JournalReply", "gateways.Chapter", "gateways.AfterPlan",
        "gateways.Choice", "plans.Plan", "plans.PlanItem", "plans.ItemGoal", "evidence.Evidence",
        "evidence.Tag", "portfolio.ShowPage", "portfolio.ShownPiece", "exhibitions.Exhibition",
        "attendance.Day", "credits.Award", "transcripts.Transcript",
        "transcripts.TranscriptPaper", "credentials.Credential", "disclosures.Disclosure",
        "disclosures.Statement", "exploring.Experience", "gatherings.Reflection",
        "placements.Placement", "placements.PlannedDay", "projects.ServiceTime", "looks.Look",
    }
)  # fmt: skip

# A mentor may leave a note for the school only.
NOT_OWN = {"attendance.Day": {"mentor_note"}}


def write_own(file: IO[bytes], student: Student) -> int:
    """Write the ZIP; return its size."""
    parts: dict[str, Part] = {}
    for row in record_of(student):
        if row.kind in OWN:
            parts.setdefault(row.area, Part(row.area)).rows.append(_theirs(row))
    _digest, size = write_folder(file, student, list(parts.values()), None)
    return size


def _theirs(row: Row) -> Row:
    """The row with those of its parts that are the student's to take."""
    hidden = NOT_OWN.get(row.kind, set())
    row.lines = [line for line in row.lines if line.name not in hidden]
    row.parts = [_theirs(part) for part in row.parts if part.kind in OWN]
    return row
