"""A credential is the student's. Who guides them awards; principal, coordinator, registrar revoke."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Sum

from kindling.attendance.models import Hours
from kindling.credentials.models import Credential, Endorsement, Parcel, StatusList
from kindling.evidence.models import Evidence
from kindling.goals.models import Progression
from kindling.judgements.models import Judgement, Opinion
from kindling.judgements.rules import kept_from, visible_judgements
from kindling.people.models import Student
from kindling.people.rules import is_own_advisor, students_in_hand, students_on_record
from kindling.placements.models import Placement
from kindling.placements.rules import visible_placements
from kindling.schools.models import School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

Kind, State = Credential.Kind, Credential.State
ENDORSE = "endorse"  # the purpose of a mentor's link
AWARDERS = (Role.COORDINATOR, Role.PRINCIPAL)
KEEPERS = (Role.REGISTRAR, Role.PRINCIPAL)


def visible_credentials(viewer: Viewer) -> QuerySet[Credential]:
    """Every one of these students, newest first, revoked ones too; not what one marks blind."""
    rows: QuerySet[Credential] = Credential.objects.filter(school=viewer.school)
    if viewer.purpose:
        return rows.none()
    if not viewer.is_leader:
        rows = rows.filter(student__in=students_on_record(viewer).values("pk"))
    for away in kept_from(viewer):
        rows = rows.exclude(judgement__in=away)
    return rows.select_related("student__person", "by").order_by("-at", "-pk")


def own_student(viewer: Viewer) -> Student | None:
    """The viewer as a student, or as one who was; None for anybody else. One statement."""
    if viewer.purpose or not viewer.is_a(Role.STUDENT, Role.ALUM):
        return None
    return students_on_record(viewer).filter(person=viewer.person_id).first()


def is_own(viewer: Viewer, student: Student) -> bool:
    own = student.person_id == viewer.person_id and student.school_id == viewer.school.pk
    return own and viewer.is_a(Role.STUDENT, Role.ALUM) and not viewer.purpose


def may_award(viewer: Viewer, student: Student, kind: str) -> bool:
    """The student's own advisor, coordinator, principal; that somebody graduated: who keeps it."""
    if viewer.purpose or student.school_id != viewer.school.pk:
        return False
    if kind == Kind.GRADUATION:
        return viewer.is_a(*KEEPERS)
    if kind == Kind.RECORD:
        return is_own(viewer, student) or viewer.is_a(*KEEPERS)
    return viewer.is_a(*AWARDERS) or is_own_advisor(viewer, student)


def may_revoke(viewer: Viewer, credential: Credential) -> bool:
    """Who answers for the school's word."""
    return not viewer.purpose and viewer.is_a(*AWARDERS, Role.REGISTRAR)


def may_share(viewer: Viewer, credential: Credential) -> bool:
    """The student alone says who may look."""
    return is_own(viewer, credential.student)


def may_take(viewer: Viewer, student: Student) -> bool:
    """The student, also after school; the registrar and the principal for one who asks."""
    ours = student.school_id == viewer.school.pk and not viewer.purpose
    return is_own(viewer, student) or (ours and viewer.is_a(*KEEPERS))


def may_ask_endorsement(viewer: Viewer, placement: Placement) -> bool:
    """Staff ask, never a student: no student writes to an adult alone."""
    return may_award(viewer, placement.student, Kind.INTERNSHIP)


def may_endorse(viewer: Viewer, endorsement: Endorsement) -> bool:
    """The mentor, by the link that names it."""
    ours = viewer.holds(ENDORSE, endorsement.public_id)
    return ours and endorsement.mentor_id == viewer.person_id


def endorsements_of(viewer: Viewer) -> QuerySet[Endorsement]:
    """What a mentor's link is about."""
    rows: QuerySet[Endorsement] = Endorsement.objects.filter(
        school=viewer.school, mentor=viewer.person_id or 0, public_id__in=viewer.subjects
    )
    related = ("placement__student__person", "placement__site", "placement__opportunity", "mentor")
    return rows.select_related(*related).order_by("pk")


def endorsement_of(placement: Placement) -> Endorsement | None:
    """The words asked of an internship's mentor, if any were."""
    return Endorsement.objects.filter(placement=placement).select_related("mentor").first()


def given_endorsements(viewer: Viewer) -> QuerySet[Endorsement]:
    """What mentors wrote for students in one's hand, while no credential says so."""
    has = Credential.objects.filter(placement=OuterRef("placement")).exclude(state=State.REVOKED)
    rows = Endorsement.objects.filter(
        ~Exists(has),
        school=viewer.school,
        state=Endorsement.State.GIVEN,
        placement__state=Placement.State.ENDED,
        placement__student__in=students_in_hand(viewer).values("pk"),
    )
    return rows.select_related("placement__student__person", "mentor").order_by("given_at", "pk")


def ready_internships(viewer: Viewer, student: Student) -> QuerySet[Placement]:
    """What has ended with confirmed hours, and has no credential that holds."""
    has = Credential.objects.filter(placement=OuterRef("pk")).exclude(state=State.REVOKED)
    rows = visible_placements(viewer).filter(student=student, state=Placement.State.ENDED)
    rows = rows.annotate(minutes=Sum("hours__confirmed")).filter(~Exists(has), minutes__gt=0)
    related = ("site", "opportunity", "mentor", "endorsement", "student__person")
    return rows.select_related(*related).order_by("-ends_on", "-pk")


def ready_judgements(viewer: Viewer, student: Student) -> QuerySet[Judgement]:
    """What was awarded, rests on kept evidence, and has no credential that holds."""
    has = Credential.objects.filter(judgement=OuterRef("pk")).exclude(state=State.REVOKED)
    rows = visible_judgements(viewer).filter(student=student, state=Judgement.State.AWARDED)
    return rows.filter(~Exists(has), Exists(kept_pieces(OuterRef("pk")))).order_by("-closed_on")


def kept_pieces(judgement: Any) -> QuerySet[Evidence]:
    """The pieces a judgement rests on that are still kept."""
    return Evidence.objects.filter(judged__judgement=judgement, state=Evidence.State.KEPT)


def is_judged_twice(judgement: Judgement) -> bool:
    rows = Opinion.objects.filter(judgement=judgement, voice=Opinion.Voice.SECOND)
    return rows.exists()


def meanings_of(judgement: Judgement) -> dict[int, str]:
    """Key of a level → what it means for this goal. One statement."""
    rows = Progression.objects.filter(goal=judgement.goal_id)
    return dict(rows.values_list("level", "text"))


def confirmed_minutes(rests_on: Q) -> int:
    """Minutes that a mentor or the school confirmed. One statement."""
    found = Hours.objects.filter(rests_on).aggregate(minutes=Sum("confirmed"))
    return found["minutes"] or 0


def visible_parcels(viewer: Viewer) -> QuerySet[Parcel]:
    """One's own only."""
    rows: QuerySet[Parcel] = Parcel.objects.filter(school=viewer.school)
    if viewer.purpose or viewer.person_id is None:
        return rows.none()
    return rows.filter(by=viewer.person_id).select_related("student__person").order_by("-at")


def shared_credential(uuid: UUID) -> Credential | None:
    """What an address outside shows, while its student shares it."""
    rows = Credential.objects.filter(uuid=uuid, shared_at__isnull=False)
    return rows.exclude(state=State.WAITING).select_related("school").first()


def credential_named(urn: str) -> Credential | None:
    """The credential of any school here that goes by this name."""
    try:
        uuid = UUID(urn.removeprefix("urn:uuid:"))
    except ValueError:
        return None
    return Credential.objects.filter(uuid=uuid).select_related("school").first()


def status_list_at(slug: str, number: int) -> StatusList | None:
    return StatusList.objects.filter(school__slug=slug, number=number).first()


def school_of_did(slug: str) -> School | None:
    return School.objects.filter(slug=slug).first()
