"""Where a student's words and those about their work stand: one tap keeps them as evidence."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.attendance.models import Day
from kindling.attendance.rules import visible_days
from kindling.evaluations.rules import may_read, visible_evaluations
from kindling.evidence import said
from kindling.evidence.models import Evidence
from kindling.evidence.said import Said
from kindling.journals.rules import visible_entries
from kindling.questions.queries.asked import pairs_of
from kindling.schools.viewer import Viewer
from kindling.thanks.models import Thanks
from kindling.thanks.rules import visible_thanks
from kindling.ui.format import hours

Source = Evidence.Source


def find_line(viewer: Viewer, public_id: str) -> Said | None:
    """What the student wrote when they left."""
    day = _day(viewer, public_id)
    if day is None or not day.line:
        return None
    title = _("My day at %(site)s") % {"site": day.placement.site.name}
    return Said(day.student, f"line:{public_id}", Source.CHECK_OUT, title, day.line, day.on)


def find_words(viewer: Viewer, public_id: str) -> Said | None:
    """What the mentor wrote, where the student reads it, too."""
    day = _day(viewer, public_id)
    if day is None or not day.mentor_note or not day.mentor_note_is_shared:
        return None
    mentor = day.placement.mentor.name
    title = _("What %(name)s said") % {"name": mentor}
    return Said(
        day.student, f"words:{public_id}", Source.MENTOR, title, day.mentor_note, day.on, mentor
    )


def find_hours(viewer: Viewer, public_id: str) -> Said | None:
    """The time the mentor or the school confirmed."""
    day = _day(viewer, public_id)
    if day is None or day.standing != Day.Standing.CONFIRMED or not day.minutes:
        return None
    told = {"hours": hours(day.minutes), "site": day.placement.site.name}
    words = _("%(hours)s at %(site)s, confirmed.") % told
    if day.goal:
        words = f"{words}\n{day.goal}"
    title = _("%(hours)s at %(site)s") % told
    return Said(day.student, f"hours:{public_id}", Source.HOURS, title, words, day.on)


def find_feedback(viewer: Viewer, public_id: str) -> Said | None:
    """What the mentor answered to the school's questions, where the student reads it, too."""
    day = _day(viewer, public_id)
    if day is None:
        return None
    pairs = [pair for pair in pairs_of(viewer, day) if pair.mentor]
    words = "\n".join(f"{pair.asked_mentor} {pair.mentor}" for pair in pairs)
    mentor = day.placement.mentor.name
    title = _("Feedback of %(name)s") % {"name": mentor}
    found = Said(
        day.student, f"feedback:{public_id}", Source.FEEDBACK, title, words, day.on, mentor
    )
    return found if words else None


def find_thanks(viewer: Viewer, public_id: str) -> Said | None:
    """A thank-you the student wrote, once it was sent."""
    rows = visible_thanks(viewer).filter(state=Thanks.State.SENT, student__isnull=False)
    letter = rows.filter(public_id=public_id).first()
    if letter is None or letter.student is None or letter.sent_on is None:
        return None
    title = _("Thank-you to %(name)s") % {"name": letter.mentor.name}
    return Said(
        letter.student, f"thanks:{public_id}", Source.THANKS, title, letter.words, letter.sent_on
    )


def find_evaluation(viewer: Viewer, public_id: str) -> Said | None:
    """A mentor's words about a term, where the student reads them."""
    rows = visible_evaluations(viewer).filter(is_shared=True, submitted_at__isnull=False)
    row = rows.filter(public_id=public_id).first()
    if row is None or row.submitted_at is None or not may_read(viewer, row):
        return None
    words = "\n\n".join(filter(None, [row.strengths, row.example]))
    title = _("What %(name)s said") % {"name": row.mentor.name}
    on = row.submitted_at.astimezone(row.school.zone).date()
    key = f"evaluation:{public_id}"
    return Said(row.student, key, Source.MENTOR, title, words, on, row.mentor.name)


def find_entry(viewer: Viewer, public_id: str) -> Said | None:
    """A journal entry: the student alone takes words out of their journal."""
    entry = visible_entries(viewer).filter(public_id=public_id).first()
    if entry is None or entry.student.person_id != viewer.person_id:
        return None
    title = entry.title or _("From my journal")
    return Said(entry.student, f"journal:{public_id}", Source.JOURNAL, title, entry.text, entry.on)


def _day(viewer: Viewer, public_id: str) -> Day | None:
    if viewer.purpose:
        return None
    related = ("student__person", "placement__site", "placement__mentor")
    return visible_days(viewer).select_related(*related).filter(public_id=public_id).first()


OF_A_DAY = {
    "line": find_line, "words": find_words, "hours": find_hours, "feedback": find_feedback,
}  # fmt: skip


OF_OTHERS = {"thanks": find_thanks, "journal": find_entry, "evaluation": find_evaluation}


def register() -> None:
    """Offer them all. AppConfig.ready calls it once a process."""
    for name, finder in {**OF_A_DAY, **OF_OTHERS}.items():
        said.register(name, finder)
