"""A queue, somebody who could use a hand, a chain in the middle, a tie, and a word at an end."""

from __future__ import annotations

from datetime import timedelta

from kindling.people.models import Student
from kindling.placements import actions
from kindling.placements.models import Attempt, Placement, Pursuit
from kindling.placements.rules import asked_now
from kindling.schools.models import Person, School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity

Kind = Attempt.Kind


def make_requests(school: School, landed: list[Placement]) -> None:
    """What happens between the first request and the last day, as the actions write it."""
    chen = Viewer.of_person(Person.objects.get(school=school, name="Chen Wu"))
    wait_for(landed[0], free_students(school)[:4])
    tie(school)
    going = list(
        Pursuit.objects.filter(school=school, state=Pursuit.State.APPROVED)
        .exclude(student__person__name="Maya Santos")
        .select_related("student__person", "opportunity__site__organisation", "seat")
        .order_by("pk")
    )
    ana = Viewer.of_person(Person.objects.get(school=school, name="Ana Reyes"))
    if len(going) > 1:
        quiet(going[0], {Kind.DECLINED: 5, Kind.NO_ANSWER: 3})
        said_no(going[0])
        half_way(going[1], chen)
    if mine := free_students(school, ana):
        quiet(let_go(mine[0], chen), {Kind.NO_ANSWER: 9})
    maya = Student.objects.select_related("person__school").get(
        school=school, person__name="Maya Santos"
    )
    actions.set_limit(maya, 1, "One place at a time, she says so herself.", by=ana)


def free_students(school: School, advisor: Viewer | None = None) -> list[Student]:
    """Students (of this advisor) without an internship and without a request, by name."""
    rows = Student.objects.filter(school=school, pursuits=None).select_related("person__school")
    if advisor is not None:
        rows = rows.filter(connections__adult=advisor.person_id, connections__role=Role.ADVISOR)
    return list(rows.order_by("person__sort_name", "pk"))


def wait_for(placement: Placement, students: list[Student]) -> None:
    """Jordan's place is wanted by others who are old enough."""
    place = placement.opportunity
    place.seats.filter(is_taken=False).update(is_offered=False)
    for days, student in enumerate(students, 2):
        if not place.is_old_enough(student, student.school.today()):
            student.birth_on = student.school.today() - timedelta(days=17 * 365)
            student.save(update_fields=["birth_on"])
        by = Viewer.of_person(student.person)
        pursuit = actions.join_queue(student, place, "I want to work with animals.", by=by)
        pursuit.queued_at = student.school.now() - timedelta(days=20 - 3 * days)
        pursuit.save(update_fields=["queued_at"])


def let_go(student: Student, chen: Viewer) -> Pursuit:
    """The student asked for a place that is open, and may go after it."""
    places = Opportunity.objects.filter(
        school=student.school, state="open", min_age=None, seats__is_taken=False
    )
    place = places.select_related("site__organisation").order_by("pk")[0]
    by = Viewer.of_person(student.person)
    pursuit = actions.request_pursuit(student, place, "I like to work with people.", by=by)
    actions.approve_pursuit(pursuit, by=chen)
    return pursuit


def tie(school: School) -> None:
    """A student says that an aunt works there."""
    asked = Pursuit.objects.filter(school=school, state=Pursuit.State.REQUESTED)
    pursuit = asked.select_related("student__person__school", "opportunity__site").first()
    if pursuit:
        by = Viewer.of_person(pursuit.student.person)
        actions.declare_tie(pursuit, "relative", "My aunt runs the front desk there.", by=by)


def quiet(pursuit: Pursuit, tries: dict[Kind, int]) -> None:
    """Allowed two weeks ago, tried, and then nothing."""
    school = pursuit.student.school
    Attempt.objects.filter(pursuit=pursuit).delete()
    for kind, days in tries.items():
        at = school.now() - timedelta(days=days)
        Attempt.objects.create(school=school, pursuit=pursuit, kind=kind, at=at)
        pursuit.last_attempt_at = at
    pursuit.attempts_count = len(tries)
    pursuit.approved_on = school.today() - timedelta(days=14)
    pursuit.hand_on = school.today()  # the advisor has read it
    pursuit.until_on = school.today() + timedelta(days=7)
    pursuit.save()


def said_no(pursuit: Pursuit) -> None:
    """A second no."""
    school = pursuit.student.school
    at = school.now() - timedelta(days=2)
    Attempt.objects.create(school=school, pursuit=pursuit, kind=Kind.DECLINED, at=at)
    pursuit.last_attempt_at, pursuit.attempts_count = at, pursuit.attempts_count + 1
    pursuit.save(update_fields=["last_attempt_at", "attempts_count"])


def half_way(pursuit: Pursuit, chen: Viewer) -> None:
    """This one start was asked by advisor, family and mentor; the advisor has said yes."""
    chain = ["advisor", "guardian", "mentor"]
    actions.change_policy(start_chain=chain, by=chen)
    by = Viewer.of_person(pursuit.student.person)
    note = "Tuesdays and Thursdays, and I may build something of my own."
    actions.request_start(pursuit, note, by=by)
    if pursuit.holder == "advisor" and (turn := asked_now(pursuit)):
        advisors = pursuit.student.connections.filter(role="advisor").select_related(
            "adult__school"
        )
        actions.agree(turn, by=Viewer.of_person(advisors[0].adult))
    actions.change_policy(start_chain=[], by=chen)
