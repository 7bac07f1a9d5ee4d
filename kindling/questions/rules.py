"""Who writes questions, who answers, and who reads what."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Avg, Count, Q, QuerySet

from kindling.advisory.models import AdvisoryStudent
from kindling.attendance.models import Day
from kindling.attendance.rules import visible_days
from kindling.kit.prepared import prepared
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.placements.rules import CONFIRM_DAYS, visible_placements
from kindling.questions.models import Answer, Attachment, Pack, Pulse, PulseRound, Question
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

READERS = (Role.ADVISOR, Role.COORDINATOR, Role.PRINCIPAL)  # of the pulse
MOST = 3  # questions asked at once

ASKED = ("public_id", "kind", "for_student", "for_mentor", "options", "pack__is_shared")


def visible_packs(viewer: Viewer) -> QuerySet[Pack]:
    """Leaders keep them; everybody else meets the questions where they are asked."""
    packs: QuerySet[Pack] = Pack.objects.filter(school=viewer.school)
    if viewer.purpose or not viewer.is_leader:
        return packs.none()
    return packs.select_related("advisory").order_by("-ends_on", "-pk")


def questions_of(pack: Pack) -> QuerySet[Question]:
    """The questions of a pack one may see that are asked now."""
    rows = Question.objects.filter(pack=pack, retired_at__isnull=True)
    return rows.order_by("position", "pk")


def visible_questions(viewer: Viewer) -> QuerySet[Question]:
    """Questions that are asked now, of packs one may see."""
    rows = Question.objects.filter(pack__in=visible_packs(viewer).values("pk"))
    return rows.filter(retired_at__isnull=True).select_related("pack")


def may_edit(viewer: Viewer) -> bool:
    """Leaders write what the school asks."""
    return viewer.is_leader and not viewer.purpose


def _live(school: int, student: int, on: date) -> QuerySet[Question]:
    """Questions asked of this student, or of their mentor, on this day."""
    grade = Student.objects.filter(pk=student).values("grade")
    seats = AdvisoryStudent.objects.filter(student=student, until_on__isnull=True)
    mine = Q(pack__grade="", pack__advisory__isnull=True)
    mine |= Q(pack__grade__in=grade, pack__advisory__isnull=True)
    mine |= Q(pack__advisory__in=seats.values("advisory"))
    rows: QuerySet[Question] = Question.objects.filter(
        mine, retired_at__isnull=True, pack__school=school, pack__state=Pack.State.LIVE,
        pack__starts_on__lte=on, pack__ends_on__gte=on,
    )  # fmt: skip
    return rows.order_by("pack__starts_on", "pack", "position", "pk")


@prepared
def asked_of_student(school: int, student: int, on: date, moment: str) -> QuerySet[Any]:
    """ASKED of at most three questions for the student at this moment. One statement."""
    rows = _live(school, student, on).filter(pack__moment=moment).exclude(for_student="")
    return rows.values_list(*ASKED)[:MOST]


@prepared
def asked_of_mentor(school: int, student: int, on: date) -> QuerySet[Any]:
    """ASKED of at most three questions for the student's mentor. One statement."""
    rows = _live(school, student, on).exclude(for_mentor="")
    return rows.values_list(*ASKED)[:MOST]


def answerable(day: Day, public_ids: list[str]) -> QuerySet[Question]:
    """Questions of these ids that were asked at this day's school; also one that retired since."""
    rows = Question.objects.filter(school_id=day.school_id, public_id__in=public_ids)
    return rows.exclude(pack__state=Pack.State.DRAFT).select_related("pack").order_by("pk")


def side_of(viewer: Viewer, day: Day) -> str:
    """Which side the viewer speaks for on this day; "" for neither."""
    student = viewer.is_a(Role.STUDENT) and day.student.person_id == viewer.person_id
    if student and not viewer.purpose:
        return Answer.Side.STUDENT
    return Answer.Side.MENTOR if _is_mentor(viewer, day.placement) else ""


def _is_mentor(viewer: Viewer, placement: Placement) -> bool:
    held = viewer.holds(CONFIRM_DAYS, placement.public_id)
    return held and placement.mentor_id == viewer.person_id


def visible_answers(viewer: Viewer, day: Day) -> QuerySet[Answer]:
    """Answers about a day one sees: staff all; student and family the student's, and what is shared."""
    rows: QuerySet[Answer] = Answer.objects.filter(day=day).select_related("question")
    rows = rows.order_by("question__pack", "question__position", "question", "side")
    if viewer.purpose:
        return rows.none()
    if viewer.is_staff:
        return rows
    return rows.filter(Q(side=Answer.Side.STUDENT) | Q(question__pack__is_shared=True))


def answers_given(pack: Pack) -> QuerySet[Answer]:
    """Everything answered to a pack one may see, the newest first."""
    rows = Answer.objects.filter(question__pack=pack).select_related("day__student__person")
    return rows.order_by("-at", "-pk")


def visible_attachments(viewer: Viewer) -> QuerySet[Attachment]:
    """Photos and voice notes of days one sees: the student and their staff; never the family.

    The mentor's link opens what the student shares with the mentor.
    """
    rows: QuerySet[Attachment] = Attachment.objects.filter(
        school=viewer.school, withdrawn_at__isnull=True
    ).select_related("day__student__person", "day__placement")
    if viewer.purpose:
        shared = rows.filter(is_shared=True)
        return shared.filter(day__in=visible_days(viewer).values("pk"))
    if viewer.is_staff:
        return rows.filter(day__in=visible_days(viewer).values("pk"))
    if viewer.is_a(Role.STUDENT):
        return rows.filter(day__student__person=viewer.person_id)
    return rows.none()


def attachments_of(viewer: Viewer, day: Day) -> QuerySet[Attachment]:
    """What belongs to one day, for this viewer; also the trace of what was taken back."""
    rows: QuerySet[Attachment] = Attachment.objects.filter(day=day).order_by("at", "pk")
    own = viewer.is_a(Role.STUDENT) and day.student.person_id == viewer.person_id
    if viewer.purpose:
        return rows.filter(is_shared=True, withdrawn_at__isnull=True)
    return rows if viewer.is_staff or own else rows.none()


def may_attach(viewer: Viewer, day: Day) -> bool:
    """The student, to the own day."""
    return side_of(viewer, day) == Answer.Side.STUDENT


def may_withdraw(viewer: Viewer, attachment: Attachment) -> bool:
    """The student, on the same day; afterwards staff decide."""
    if viewer.purpose:
        return False
    same_day = attachment.day.on == viewer.school.today()
    if viewer.is_a(Role.STUDENT) and attachment.by_id == viewer.person_id:
        return same_day
    return viewer.is_a(Role.COORDINATOR, Role.PRINCIPAL)


def open_round(viewer: Viewer) -> PulseRound | None:
    """The round in which one is asked today. No statement while none is open."""
    today, until = viewer.school.today(), viewer.school.pulse_until
    if until is None or until < today:
        return None
    rounds = PulseRound.objects.filter(school=viewer.school, opens_on__lte=today)
    return rounds.filter(closes_on__gte=today).order_by("-opens_on").first()


def visible_rounds(viewer: Viewer) -> QuerySet[PulseRound]:
    """Everybody at the school knows when one was asked; the newest first."""
    rounds: QuerySet[PulseRound] = PulseRound.objects.filter(school=viewer.school)
    if viewer.purpose:
        return rounds.none()
    return rounds.select_related("term").order_by("-opens_on", "-pk")


def visible_pulses(viewer: Viewer) -> QuerySet[Pulse]:
    """READERS read both sides of students they see; a student their own and what is shared."""
    pulses: QuerySet[Pulse] = Pulse.objects.filter(school=viewer.school)
    pulses = pulses.select_related("placement__student__person", "placement__site")
    if viewer.purpose:
        return pulses.none()
    seen = pulses.filter(placement__in=visible_placements(viewer).values("pk"))
    if viewer.is_a(*READERS):
        return seen
    own = seen.filter(placement__student__person=viewer.person_id)
    return own.filter(Q(side=Answer.Side.STUDENT) | Q(is_shared=True))


def means_of(viewer: Viewer, rounds: list[PulseRound]) -> QuerySet[Any]:
    """Round, side, how many answered and their means, of what the viewer may read."""
    rows = visible_pulses(viewer).filter(round__in=rounds).order_by().values("round", "side")
    means = {f"mean_{part}": Avg(part) for part in Pulse.PARTS}
    return rows.annotate(number=Count("pk"), **means)


def pulse_side(viewer: Viewer, placement: Placement) -> str:
    """Which side the viewer speaks for about this internship; "" for neither."""
    student = viewer.is_a(Role.STUDENT) and placement.student.person_id == viewer.person_id
    if student and not viewer.purpose:
        return Answer.Side.STUDENT
    return Answer.Side.MENTOR if _is_mentor(viewer, placement) else ""


def has_answered(round_: PulseRound, placement: int, side: str) -> bool:
    rows = Pulse.objects.filter(round=round_, placement=placement, side=side)
    return rows.exists()


def given_in(round_: PulseRound, placements: list[int], side: str) -> QuerySet[Any]:
    """Keys of the internships for which this side has answered."""
    rows = Pulse.objects.filter(round=round_, placement__in=placements, side=side)
    return rows.values_list("placement", flat=True)


def may_see_pulses(viewer: Viewer) -> bool:
    """Advisor, coordinator and principal compare; students have a page of their own."""
    return viewer.is_a(*READERS) and not viewer.purpose


def may_open_round(viewer: Viewer) -> bool:
    """The clock, in the middle of a term; or the coordinator and the principal by hand."""
    return viewer.is_a(Role.SYSTEM, Role.COORDINATOR, Role.PRINCIPAL) and not viewer.purpose


def own_unanswered(viewer: Viewer, round_: PulseRound) -> QuerySet[Placement]:
    """The student's own running internships whose pulse of this round they have not given."""
    given = Pulse.objects.filter(round=round_, side=Answer.Side.STUDENT)
    rows = Placement.objects.filter(school=viewer.school, student__person=viewer.person_id)
    rows = rows.filter(state__in=Placement.RUNNING).exclude(pk__in=given.values("placement"))
    return rows.select_related("site").order_by("pk")
