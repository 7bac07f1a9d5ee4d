"""Who drafts, who certifies, who may have it sent."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from kindling.credits.models import Mode
from kindling.credits.rules import mode_of
from kindling.disclosures.rules import may_consent
from kindling.evidence.models import Evidence
from kindling.evidence.rules import kept_evidence, shown_on
from kindling.narratives.models import Narrative
from kindling.narratives.rules import visible_narratives
from kindling.people.models import Student
from kindling.people.rules import is_own, own_advisees, students_on_record
from kindling.schools.models import School
from kindling.schools.roles import LEADERS, Role
from kindling.schools.viewer import Viewer
from kindling.transcripts.models import (
    Draft,
    Kind,
    Picked,
    SchoolProfile,
    Sending,
    Transcript,
    TranscriptPaper,
)
from kindling.transcripts.tokens import id_in

CERTIFIES = (Role.REGISTRAR, Role.PRINCIPAL, Role.SYSTEM)
MOST_PIECES = 60  # to choose from


def kinds_of(school: School) -> tuple[Kind, ...]:
    """What this school certifies, by its mode. One statement."""
    mode = mode_of(school)
    return (
        Kind.NARRATIVE,
        *([Kind.CREDIT] if mode in {Mode.CREDIT, Mode.HYBRID} else []),
        *([Kind.COMPETENCY] if mode in {Mode.COMPETENCY, Mode.HYBRID} else []),
    )


def may_open(viewer: Viewer) -> bool:
    """Who has a page of transcripts."""
    hats = (*LEADERS, Role.ADVISOR, Role.STUDENT, Role.GUARDIAN)
    return viewer.is_a(*hats) and not viewer.purpose


def own_student(viewer: Viewer) -> Student | None:
    """The viewer as a student, or as one who was; None for anybody else. One statement at most."""
    if viewer.purpose or not viewer.is_a(Role.STUDENT, Role.ALUM):
        return None
    return students_on_record(viewer).filter(person=viewer.person_id).first()


def has_left(viewer: Viewer, student: Student) -> bool:
    """Say whether it is somebody who was a student here, on their own page."""
    own = viewer.person_id == student.person_id and student.school_id == viewer.school.pk
    return own and viewer.is_a(Role.ALUM) and not viewer.is_a(Role.STUDENT)


def visible_transcripts(viewer: Viewer) -> QuerySet[Transcript]:
    """Of students whom one sees in full, the newest first."""
    rows: QuerySet[Transcript] = Transcript.objects.filter(school=viewer.school)
    if viewer.purpose:
        return rows.none()
    if not (viewer.is_leader or viewer.is_a(Role.SYSTEM)):
        rows = rows.filter(student__in=students_on_record(viewer).values("pk"))
    related = ("student__person", "certified_by", "paper", "replaced_by", "replaces")
    return rows.select_related(*related).order_by("-certified_at", "-pk")


def may_certify(viewer: Viewer) -> bool:
    """Registrar and principal put their name to it."""
    return viewer.is_a(*CERTIFIES) and not viewer.purpose


def draft_of(student: Student) -> Draft | None:
    """The student's page, once it is begun."""
    return Draft.objects.filter(student=student).first()


def drafts_to_agree(viewer: Viewer) -> QuerySet[Draft]:
    """Pages that students of whom one is the own advisor say are ready, the longest first."""
    rows: QuerySet[Draft] = Draft.objects.filter(
        school=viewer.school, state=Draft.State.READY, student__in=own_advisees(viewer)
    )
    return rows.select_related("student__person").order_by("since", "pk")


def may_read_draft(viewer: Viewer, student: Student) -> bool:
    """The student, who advises them, and leaders; a family reads what is certified."""
    if viewer.purpose or student.school_id != viewer.school.pk:
        return False
    return viewer.is_leader or may_write(viewer, student)


def may_write(viewer: Viewer, student: Student) -> bool:
    """The student and their own advisor write together."""
    return is_own(viewer, student) or advises(viewer, student)


def advises(viewer: Viewer, student: Student) -> bool:
    """Say whether the viewer is the student's own advisor."""
    return own_advisees(viewer).filter(student=student).exists()


def narratives_of(viewer: Viewer, student: Student) -> QuerySet[Narrative]:
    """Released narratives that one reads, the newest first."""
    rows = visible_narratives(viewer).filter(student=student, state=Narrative.State.RELEASED)
    return rows.order_by("-released_at", "-pk")


def may_pick(viewer: Viewer, student: Student) -> bool:
    """Only the student says which pieces readers may open."""
    return is_own(viewer, student)


def picked_pieces(student: Student) -> QuerySet[Picked]:
    """What the student chose."""
    rows: QuerySet[Picked] = Picked.objects.filter(student=student)
    return rows.select_related("evidence")


def pieces_to_pick(viewer: Viewer, student: Student) -> QuerySet[Evidence]:
    """What could be shown: kept, and everybody in the picture said yes. The newest first."""
    rows = kept_evidence(viewer).filter(shown_on(viewer.school.today()), student=student)
    return rows.order_by("-on", "-pk")[:MOST_PIECES]


def profile_of(school: School) -> SchoolProfile | None:
    """What the school says of itself."""
    return SchoolProfile.objects.filter(school=school).first()


def visible_sendings(viewer: Viewer) -> QuerySet[Sending]:
    """Of students whom one sees in full, the newest first."""
    rows: QuerySet[Sending] = Sending.objects.filter(school=viewer.school)
    if viewer.purpose:
        return rows.none()
    if not (viewer.is_leader or viewer.is_a(Role.SYSTEM)):
        rows = rows.filter(student__in=students_on_record(viewer).values("pk"))
    related = ("student__person", "asked_by", "agreed_by")
    return rows.select_related(*related).order_by("-asked_at", "-pk")


def may_send(viewer: Viewer, student: Student) -> bool:
    """Ask that it goes somewhere: the student, whose record it is, their advisor, leaders."""
    if viewer.purpose or student.school_id != viewer.school.pk:
        return False
    mine = is_own(viewer, student) or may_consent(viewer, student)
    return mine or viewer.is_leader or advises(viewer, student)


def may_see_link(viewer: Viewer, sending: Sending) -> bool:
    """Copy the address: the student, whose record it is, and leaders."""
    student = sending.student
    return viewer.is_leader or is_own(viewer, student) or may_consent(viewer, student)


def sent_by(token: str) -> Sending | None:
    """What a link names, whoever asks; None for one that we did not make."""
    key = id_in(token)
    rows = Sending.objects.filter(public_id=key).select_related("school", "student__person")
    return rows.first() if key else None


def papers_of(sending: Sending) -> list[Transcript]:
    """The transcripts of a sending, in the order they were put in."""
    rows = Transcript.objects.filter(pk__in=sending.papers.values("transcript"))
    return list(rows.select_related("paper", "replaced_by", "school").order_by("pk"))


def still_shown(school: School, ids: list[str]) -> dict[str, bool]:
    """Public id of each piece that is kept and still chosen → whether its file may be shown, too."""
    chosen = Picked.objects.filter(evidence=OuterRef("pk"))
    rows = Evidence.objects.filter(
        Exists(chosen), school=school, public_id__in=ids, state=Evidence.State.KEPT
    ).select_related("upload", "school")
    return {one.public_id: one.may_be_shown and one.is_looked_at for one in rows}


def known_by(sha256: str) -> tuple[Transcript | None, bool]:
    """The transcript with this address, and whether it is the address of the PDF's own bytes."""
    related = ("transcript__school", "transcript__replaced_by")
    paper = TranscriptPaper.objects.filter(sha256=sha256).select_related(*related).first()
    if sha256 and paper is not None:
        return paper.transcript, True
    rows = Transcript.objects.filter(content_hash=sha256).select_related("school", "replaced_by")
    return rows.first(), False
