"""Who writes plans, puts a name under them, and looks after them."""

from __future__ import annotations

from kindling.people.models import Student
from kindling.people.rules import (
    is_of_age,
)
from kindling.plans.models import (
    CoverSheet,
    Party,
    Plan,
    Signer,
    Suggestion,
    Voice,
)
from kindling.plans.rules.parts import Part, part_of
from kindling.plans.rules.seeing import ANSWER_COVER, visible_signers
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def reads_words(part: Part, plan: Plan) -> bool:
    """Say whether one reads the words as they are now, and not only what was proposed."""
    if part.reads_drafts:
        return True
    return part.is_family and (plan.shared_at is not None or not plan.is_being_written)


def may_sign(viewer: Viewer, signer: Signer) -> bool:
    """Each for themselves; any guardian for the family, any advisor of the student for the school."""
    if signer.school_id != viewer.school.pk:
        return False
    if viewer.purpose:
        return visible_signers(viewer).filter(pk=signer.pk).exists()
    is_named = viewer.person_id is not None and signer.person_id == viewer.person_id
    if is_named and signer.party != Party.FAMILY:
        return True
    part = part_of(viewer, signer.version.plan.student)
    return may_sign_as(part, signer.party)


def may_sign_as(part: Part, party: str) -> bool:
    """Another guardian, another advisor of the same student."""
    if party == Party.FAMILY:
        return part.decides
    return party == Party.ADVISOR and part.is_advisor


def may_host_signing(viewer: Viewer, plan: Plan) -> bool:
    """In the room, on the advisor's own device: they see who writes their name."""
    return part_of(viewer, plan.student).is_advisor


def may_write(viewer: Viewer, plan: Plan) -> bool:
    return part_of(viewer, plan.student).writes


def may_suggest(viewer: Viewer, student: Student) -> bool:
    """Put words for the next plan before a student: their advisor, or a leader."""
    part = part_of(viewer, student)
    return part.is_advisor or part.is_leader


def may_answer_suggestion(viewer: Viewer, suggestion: Suggestion) -> bool:
    """Only the student takes a suggestion in or leaves it."""
    return part_of(viewer, suggestion.student).is_student


def may_start_plan(viewer: Viewer, student: Student) -> bool:
    return part_of(viewer, student).writes


def may_look_after(viewer: Viewer, plan: Plan) -> bool:
    """Ask for names, call the meeting, mark the exhibition, close: the advisor, or a leader."""
    part = part_of(viewer, plan.student)
    return part.is_advisor or part.is_leader


def may_remark(viewer: Viewer, plan: Plan) -> bool:
    """Whoever reads the plan may say something to it."""
    part = part_of(viewer, plan.student)
    return part.reads_drafts or part.is_family


def voice_of(viewer: Viewer, sheet: CoverSheet, part: Part | None = None) -> str:
    """For whom the viewer answers on this sheet; "" for nobody."""
    if viewer.purpose:
        return Voice.FAMILY if viewer.holds(ANSWER_COVER, sheet.public_id) else ""
    part = part or part_of(viewer, sheet.student)
    if part.is_student:
        return Voice.STUDENT
    return Voice.FAMILY if part.is_family else ""


def may_ask_family(viewer: Viewer, sheet: CoverSheet) -> bool:
    """The advisor writes to the family; or a leader."""
    part = part_of(viewer, sheet.student)
    return part.is_advisor or part.is_leader


def may_change_rules(viewer: Viewer) -> bool:
    """Who signs and what is asked is the principal's and the administrator's."""
    return viewer.is_a(Role.PRINCIPAL, Role.ADMINISTRATOR, Role.SYSTEM) and not viewer.purpose


def may_see_cohort(viewer: Viewer) -> bool:
    return not viewer.purpose and (viewer.is_leader or viewer.is_a(Role.ADVISOR))


def needs_family(student: Student) -> bool:
    """A student of age signs for themselves."""
    return not is_of_age(student)
