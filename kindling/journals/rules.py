"""Who reads a journal: the student and their advisor, and whom the student lets."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import ExtractDay, ExtractMonth, ExtractYear

from kindling.journals.models import (
    JournalChoice,
    JournalEntry,
    JournalGoal,
    JournalHanding,
    JournalOpening,
    JournalReply,
    JournalRequest,
    JournalShare,
    JournalSum,
)
from kindling.people.matters import Matter
from kindling.people.models import Connection, Student
from kindling.people.rules import (
    OF_AGE,
    advisees_or_lent,
    is_own,
    under_age,
    visible_students,
    wards_of,
)
from kindling.placements.models import Placement
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

READ_JOURNAL = "read_journal"  # the purpose of a mentor's pass; its subject is one sharing
Whom = JournalShare.Whom
YEAR = 10_000  # in a day that is written as one number


def choice_of(viewer: Viewer) -> JournalChoice:
    """What the school says; a row that is not saved where it has said nothing yet."""
    found: JournalChoice | None = JournalChoice.objects.filter(school=viewer.school).first()
    return found or JournalChoice(school=viewer.school)


def advised_students(viewer: Viewer) -> QuerySet[Any]:
    """Keys of the students whom the viewer advises today. A substitute only where the school lets."""
    lets = JournalChoice.objects.filter(school=viewer.school, substitutes_read=True)
    return advisees_or_lent(viewer, lets)


def advises(viewer: Viewer, student: Student) -> bool:
    """Say whether the viewer reads this student’s journal as their advisor. One statement."""
    same = student.school_id == viewer.school.pk
    return same and advised_students(viewer).filter(student=student.pk).exists()


def visible_entries(viewer: Viewer) -> QuerySet[JournalEntry]:
    """The student's own, and those of the students whom one advises today, newest first.

    No leader, family, mentor, pass or program. What was shared is `shared_entries`, what a formal
    request opens is `requested_entries`.
    """
    entries: QuerySet[JournalEntry] = JournalEntry.objects.filter(school=viewer.school)
    if viewer.purpose:
        return entries.none()
    mine = Q(student__in=advised_students(viewer))
    if viewer.is_a(Role.STUDENT):
        mine |= Q(student__person=viewer.person_id)
    entries = entries.filter(mine).select_related("student__person", "read_by")
    return entries.order_by("-at", "-pk")


def waiting_entries(viewer: Viewer) -> QuerySet[JournalEntry]:
    """What nobody has read or answered, of the students one advises, the longest waiting first."""
    rows = visible_entries(viewer).filter(student__in=advised_students(viewer))
    return rows.filter(waits_since__isnull=False).order_by("waits_since", "pk")


def replies_of(entry: JournalEntry) -> QuerySet[JournalReply]:
    """The thread below an entry one reads, oldest first."""
    return JournalReply.objects.filter(entry=entry).select_related("by").order_by("at", "pk")


def goals_of(entry: JournalEntry) -> QuerySet[JournalGoal]:
    """What an entry one reads has to do with."""
    return JournalGoal.objects.filter(entry=entry).select_related("goal", "own_goal").order_by("pk")


def shares_of(entry: JournalEntry) -> QuerySet[JournalShare]:
    """With whom an entry one reads is shared now."""
    rows = JournalShare.objects.filter(entry=entry, until_at__isnull=True)
    return rows.select_related("passed_by").order_by("pk")


def shares_to_pass(viewer: Viewer) -> QuerySet[JournalShare]:
    """What students want their mentor to read and nobody has sent, of those whom one advises."""
    rows: QuerySet[JournalShare] = JournalShare.objects.filter(
        school=viewer.school, whom=Whom.MENTOR, until_at__isnull=True, passed_at__isnull=True,
        entry__student__in=advised_students(viewer),
    )  # fmt: skip
    return rows.select_related("entry__student__person").order_by("since_at", "pk")


def written_this_week(viewer: Viewer, students: list[int]) -> QuerySet[Any]:
    """How many entries each wrote since Monday: (student, number). For those one reads."""
    today = viewer.school.today()
    monday = today - timedelta(days=today.weekday())
    rows = JournalEntry.objects.filter(student__in=students, on__gte=monday, on__lte=today)
    return rows.values("student").annotate(number=Count("pk")).values_list("student", "number")


def handings_of(entry: JournalEntry) -> QuerySet[JournalHanding]:
    """Who handed an entry on for safety. The student reads that it was done, and by whom."""
    return JournalHanding.objects.filter(entry=entry).select_related("by").order_by("at", "pk")


def shared_entries(viewer: Viewer) -> QuerySet[JournalEntry]:
    """What students let one read: family their child's, staff the team's, a mentor by link.

    The mentor reads on while they guide an internship of the student's.
    """
    entries: QuerySet[JournalEntry] = JournalEntry.objects.filter(school=viewer.school)
    entries = entries.select_related("student__person").order_by("-at", "-pk")
    open_ = JournalShare.objects.filter(school=viewer.school, until_at__isnull=True)
    if viewer.purpose:
        named = open_.filter(whom=Whom.MENTOR, passed_at__isnull=False)
        held = viewer.purpose == READ_JOURNAL
        named = named.filter(public_id__in=sorted(viewer.subjects)) if held else named.none()
        # A link can be renewed for ever; what it shows ends with the internship, or its mentor.
        guided = Placement.objects.filter(school=viewer.school, mentor=viewer.person_id).running()
        named = named.filter(entry__student__in=guided.values("student"))
        return entries.filter(pk__in=named.values("entry"))
    found = Q(pk__in=[])
    if viewer.is_a(Role.GUARDIAN):
        found |= _family_reads(viewer, open_)
    if viewer.is_staff:
        team = open_.filter(whom=Whom.TEAM)
        seen = visible_students(viewer, Matter.WORK).values("pk")
        found |= Q(student__in=seen, pk__in=team.values("entry"))
    return entries.filter(found)


def _family_reads(viewer: Viewer, shares: QuerySet[JournalShare]) -> Q:
    """What students let their family read.

    Whoever came of age shares matters with family (people.Sharing), and never journals. Of a
    dependent family reads what was shared as an adult: the child's yes ended at 18.
    """
    today, school = viewer.school.today(), viewer.school.pk
    own = wards_of(school, viewer.person_id or 0, Matter.WORK, today)
    family = shares.filter(whom__in=(Whom.FAMILY, Whom.TEAM))
    theirs = under_age(today) & Q(pk__in=family.values("entry"))
    theirs |= Q(pk__in=_shared_of_age(family).values("entry"))
    return theirs & Q(student__in=own, student__holds_rights=False)


def _shared_of_age(shares: QuerySet[JournalShare]) -> QuerySet[Any]:
    """Those that were made on the student's eighteenth birthday or later."""
    lived = _number("since_at") - _number("entry__student__birth_on")
    return shares.alias(lived=lived).filter(lived__gte=OF_AGE * YEAR)


def _number(day: str) -> Any:
    """A day as one number, 20261013: of two days the difference tells whole years."""
    return ExtractYear(day) * YEAR + ExtractMonth(day) * 100 + ExtractDay(day)


def is_taken_back(viewer: Viewer) -> bool:
    """Say whether the student ended the sharing that a mentor's link names."""
    named = JournalShare.objects.filter(school=viewer.school, until_at__isnull=False)
    return named.filter(public_id__in=sorted(viewer.subjects)).exists()


def writing_student(viewer: Viewer) -> Student | None:
    """The enrolled student who is asking; None for everybody else."""
    if viewer.purpose or not viewer.is_a(Role.STUDENT):
        return None
    mine = Student.objects.filter(school=viewer.school, person=viewer.person_id)
    return mine.filter(state=Student.State.ENROLLED).select_related("person").first()


def visible_sums(viewer: Viewer) -> QuerySet[JournalSum]:
    """Numbers of the journals one reads: how many wait, since when. Most waiting first."""
    sums: QuerySet[JournalSum] = JournalSum.objects.filter(school=viewer.school)
    if viewer.purpose:
        return sums.none()
    mine = Q(student__in=advised_students(viewer))
    if viewer.is_a(Role.STUDENT):
        mine |= Q(student__person=viewer.person_id)
    return sums.filter(mine)


def sum_of(student: Student) -> JournalSum | None:
    """Ask only for a student whose journal one reads."""
    found: JournalSum | None = JournalSum.objects.filter(student=student).first()
    return found


def journal_students(viewer: Viewer) -> QuerySet[Any]:
    """Enrolled students whom one advises, by name, each with `journal_sum` brought along."""
    students: QuerySet[Student] = Student.objects.filter(
        school=viewer.school, pk__in=advised_students(viewer), state=Student.State.ENROLLED
    )
    students = students.select_related("person", "journal_sum")
    waiting = F("journal_sum__waiting").desc(nulls_last=True)
    return students.order_by(waiting, "person__sort_name", "pk")


def may_write(viewer: Viewer, student: Student) -> bool:
    """Students write their own, while they are here."""
    return is_own(viewer, student) and student.state == Student.State.ENROLLED


def may_change(viewer: Viewer, entry: JournalEntry) -> bool:
    """The student, until the advisor has read it. Later they write below it."""
    return is_own(viewer, entry.student) and entry.read_at is None


def may_share(viewer: Viewer, entry: JournalEntry) -> bool:
    """Only the student."""
    return is_own(viewer, entry.student)


def may_reply(viewer: Viewer, entry: JournalEntry) -> bool:
    """The student and who advises them."""
    return is_own(viewer, entry.student) or guides(viewer, entry)


def guides(viewer: Viewer, entry: JournalEntry) -> bool:
    """Advisors answer, mark as read, pass on what is shared, and hand on what worries them."""
    return advises(viewer, entry.student)


def may_choose(viewer: Viewer) -> bool:
    """The principal or an administrator says how the school's journals work."""
    return viewer.is_a(Role.PRINCIPAL, Role.ADMINISTRATOR) and not viewer.purpose


# ── a formal request for records ──


def may_request(viewer: Viewer, student: Student) -> bool:
    """The principal, not of their own child, with a reason that the student reads."""
    if viewer.purpose or not viewer.is_a(Role.PRINCIPAL):
        return False
    family = Connection.objects.filter(student=student, adult=viewer.person_id, role=Role.GUARDIAN)
    return student.school_id == viewer.school.pk and not family.exists()


def is_principal(viewer: Viewer) -> bool:
    """Who may ask at all."""
    return viewer.is_a(Role.PRINCIPAL) and not viewer.purpose


def visible_requests(viewer: Viewer) -> QuerySet[JournalRequest]:
    """One's own as the principal; as a student those about oneself; newest first."""
    rows: QuerySet[JournalRequest] = JournalRequest.objects.filter(school=viewer.school)
    if viewer.purpose:
        return rows.none()
    mine = Q(pk__in=[])
    if viewer.is_a(Role.PRINCIPAL):
        mine |= Q(by=viewer.person_id)
    if viewer.is_a(Role.STUDENT):
        mine |= Q(student__person=viewer.person_id)
    return rows.filter(mine).select_related("student__person", "by").order_by("-at", "-pk")


def openings_of(request: JournalRequest) -> QuerySet[JournalOpening]:
    """When it was used; the student reads it too."""
    rows = JournalOpening.objects.filter(request=request).select_related("person")
    return rows.order_by("-at", "-pk")


def requested_entries(viewer: Viewer, request: JournalRequest) -> QuerySet[JournalEntry]:
    """The entries a request opens, while it runs, for the principal who made it."""
    rows = JournalEntry.objects.filter(school=viewer.school, student=request.student_id)
    is_mine = viewer.is_a(Role.PRINCIPAL) and request.by_id == viewer.person_id
    if viewer.purpose or not is_mine or not is_running(viewer, request):
        return rows.none()
    rows = rows.filter(on__gte=request.from_on, on__lte=request.to_on)
    return rows.select_related("student__person").order_by("on", "pk")


def is_running(viewer: Viewer, request: JournalRequest) -> bool:
    """Until its last day, or until the principal ended it."""
    return request.ended_at is None and request.until_on >= viewer.school.today()


def place_of(student: Student) -> Placement | None:
    """Where the student learns now, with the mentor there."""
    rows = Placement.objects.filter(student=student).running()
    found: Placement | None = rows.select_related("mentor", "site").order_by("-pk").first()
    return found
