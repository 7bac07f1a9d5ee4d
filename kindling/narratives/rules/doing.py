"""Who writes, reads over, releases and puts right."""

from __future__ import annotations

from kindling.narratives.models import (
    Narrative,
    NarrativeRound,
    Review,
    Voice,
)
from kindling.narratives.rules.seeing import asked_to_read, leads
from kindling.people.matters import Matter
from kindling.people.rules import own_advisees, wards_of
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

State = Narrative.State


def is_about(viewer: Viewer, narrative: Narrative) -> bool:
    """Say whether the viewer is the student of the narrative."""
    mine = narrative.student.person_id == viewer.person_id
    return mine and viewer.is_a(Role.STUDENT) and not viewer.purpose


def is_family(viewer: Viewer, narrative: Narrative) -> bool:
    """Say whether the viewer is a guardian of the student today."""
    if viewer.purpose or not viewer.is_a(Role.GUARDIAN):
        return False
    today = viewer.school.today()
    theirs = wards_of(viewer.school.pk, viewer.person_id or 0, Matter.WORDS, today)
    return theirs.filter(student=narrative.student_id).exists()


def advises(viewer: Viewer, narrative: Narrative) -> bool:
    """Say whether the viewer is the student's own advisor today."""
    if viewer.purpose or narrative.school_id != viewer.school.pk:
        return False
    return own_advisees(viewer).filter(student=narrative.student_id).exists()


def reads_drafts(viewer: Viewer, narrative: Narrative) -> bool:
    """Advisor, principal, coordinator and who was asked to read, before the release."""
    if viewer.purpose or narrative.school_id != viewer.school.pk:
        return False
    if leads(viewer) or advises(viewer, narrative):
        return True
    return viewer.is_a(Role.ADVISOR) and asked_to_read(viewer).filter(narrative=narrative).exists()


def may_write(viewer: Viewer, narrative: Narrative, voice: str) -> bool:
    """Each voice writes its own words."""
    if voice == Voice.STUDENT:
        return is_about(viewer, narrative)
    return voice == Voice.ADVISOR and advises(viewer, narrative)


def is_open_for(narrative: Narrative, voice: str) -> bool:
    """Say whether words of this voice may be written now."""
    if voice == Voice.ADVISOR and narrative.correcting_why:
        return True  # what is wrong is put right also once its round is kept
    if narrative.round.state != NarrativeRound.State.OPEN:
        return False
    if voice == Voice.STUDENT:
        return narrative.student_done_at is None and narrative.state != State.RELEASED
    return narrative.state in Narrative.WRITING


def may_run(viewer: Viewer) -> bool:
    """Begin a round, change its headings, close it."""
    return leads(viewer)


def may_release(viewer: Viewer) -> bool:
    """Give narratives to the families, now or on a day."""
    return leads(viewer)


def may_choose(viewer: Viewer) -> bool:
    """Say whether released words may be sent to a translator."""
    return viewer.is_a(Role.PRINCIPAL, Role.ADMINISTRATOR) and not viewer.purpose


def may_review(viewer: Viewer, review: Review) -> bool:
    """The reader who was asked; for the principal's reading any principal, never their own words."""
    if viewer.purpose or review.school_id != viewer.school.pk:
        return False
    if review.kind == Review.Kind.READER:
        return review.reader_id == viewer.person_id and viewer.is_staff
    return viewer.is_a(Role.PRINCIPAL)


def may_return(viewer: Viewer, narrative: Narrative) -> bool:
    """The principal gives back one that is ready, too."""
    return viewer.is_a(Role.PRINCIPAL) and narrative.school_id == viewer.school.pk


def may_correct(viewer: Viewer, narrative: Narrative) -> bool:
    """The advisor puts a released one right; the principal and coordinator let it go out."""
    return advises(viewer, narrative)


def may_acknowledge(viewer: Viewer, narrative: Narrative) -> bool:
    """Family and student."""
    return is_about(viewer, narrative) or is_family(viewer, narrative)


def may_check(viewer: Viewer, narrative: Narrative) -> bool:
    """Put a machine's translation right: staff who read the narrative and could know its words."""
    return leads(viewer) or advises(viewer, narrative)
