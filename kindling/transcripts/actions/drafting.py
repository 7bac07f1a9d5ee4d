"""Write the page together, agree on it, choose the pieces; the school's own words."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.evidence.models import Evidence
from kindling.history.steps import record, record_writing, take_step
from kindling.kit.editing import Clash, save_field
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.transcripts import rules
from kindling.transcripts.models import Draft, Picked, SchoolProfile
from kindling.transcripts.prompts import MOST_WORDS

State = Draft.State


@transaction.atomic
def begin_draft(student: Student, *, by: Viewer) -> Draft:
    """Begin the page; one that is there is returned."""
    require(rules.may_write(by, student))
    draft, is_new = Draft.objects.get_or_create(
        student=student, defaults={"school": by.school, "since": by.school.now()}
    )
    if is_new:
        record("transcript_draft.begin", draft, by=by)
    return draft


def save_draft(draft: Draft, field: str, text: str, *, base: str, by: Viewer) -> Clash | None:
    """Write one part; a Clash when somebody was faster. Refused once it is handed in."""
    require(rules.may_write(by, draft.student) and field in Draft.FIELDS)
    with transaction.atomic():
        clash = save_field(draft, field, text, base=base, if_still={"state": State.WRITING})
        if clash is None:
            record_writing("transcript_draft.write", draft, by=by)
    return clash


@transaction.atomic
def hand_in_draft(draft: Draft, *, by: Viewer) -> None:
    """The student says that it is ready. Refused when it is empty or more than a page."""
    require(rules.may_pick(by, draft.student))
    fresh = Draft.objects.select_for_update().get(pk=draft.pk)
    if not fresh.word_count:
        raise Refused(_("Write something first. One sentence is enough."))
    if fresh.word_count > MOST_WORDS:
        told = {"words": fresh.word_count, "most": MOST_WORDS}
        raise Refused(_("It is to fit on a page: %(words)s words of %(most)s. Shorten it.") % told)
    take_step(draft, "hand_in", by=by, since=by.school.now())


@transaction.atomic
def agree_to_draft(draft: Draft, *, by: Viewer) -> None:
    """The advisor agrees: these are the words that are certified."""
    require(rules.advises(by, draft.student))
    take_step(draft, "agree", by=by, since=by.school.now())


@transaction.atomic
def reopen_draft(draft: Draft, *, by: Viewer) -> None:
    """Go on writing. What was certified stays as it was."""
    require(rules.may_write(by, draft.student))
    take_step(draft, "reopen", by=by, since=by.school.now())


@transaction.atomic
def pick_pieces(student: Student, pieces: Sequence[Evidence], *, by: Viewer) -> None:
    """The student says which pieces readers of the record may open. Others are closed again."""
    require(rules.may_pick(by, student))
    require(all(piece.student_id == student.pk for piece in pieces))
    if not all(piece.is_kept and piece.may_be_shown for piece in pieces):
        raise Refused(_("One of these pieces was taken away. Choose another one."))
    Picked.objects.filter(student=student).exclude(evidence__in=pieces).delete()
    Picked.objects.bulk_create(
        (Picked(school=by.school, student=student, evidence=piece) for piece in pieces),
        ignore_conflicts=True,
    )
    record("transcript.pick", student, by=by, count=len(pieces))


@transaction.atomic
def change_profile(*, by: Viewer, **texts: str) -> SchoolProfile:
    """What the school says of itself on every transcript from now on."""
    require(rules.may_certify(by) or by.is_a(Role.ADMINISTRATOR))
    profile, _made = SchoolProfile.objects.update_or_create(school=by.school, defaults=texts)
    record("school_profile.change", profile, by=by)
    return profile
