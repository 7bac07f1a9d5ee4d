"""A plan as tests begin with it."""

from __future__ import annotations

from kindling.goals.actions import give_start
from kindling.goals.models import OwnGoal
from kindling.goals.queries import current_goals, own_goals
from kindling.kit.editing import stamp_of
from kindling.people.models import Student
from kindling.plans import actions
from kindling.plans.models import Plan, PlanItem, Signer, Version
from kindling.schools.models import Term
from kindling.schools.viewer import Viewer
from tests.cast import Cast

EMPTY = stamp_of("")


def by_student(student: Student) -> Viewer:
    return Viewer.of_person(student.person)


def start(cast: Cast, student: Student | None = None, term: int = 0) -> Plan:
    """An empty plan of this trimester."""
    student = student or cast.luis
    return actions.start_plan(student, Term.of(cast.school)[term], by=by_student(student))


def add(plan: Plan, words: str, *, goals: int = 3) -> PlanItem:
    """An item that touches the first goals of the school, and one of the student's own."""
    by = by_student(plan.student)
    item = actions.add_item(plan, by=by)
    actions.write_item(item, "experience", words, base=EMPTY, by=by)
    if not current_goals(plan.school):
        give_start(plan.school)
    roots = [one for one in current_goals(plan.school) if one.depth == 0][:goals]
    own = own_goals(plan.student) or [own_goal(plan.student)]
    actions.touch_goals(item, roots, own, by=by)
    return item


def own_goal(student: Student, words: str = "Read slowly") -> OwnGoal:
    return OwnGoal.objects.create(
        school=student.school, student=student, words=words, since_on="2026-09-01"
    )


def ready(cast: Cast, student: Student | None = None) -> Plan:
    """A plan that may be proposed: two items, three goals, one own goal."""
    plan = start(cast, student)
    bench = add(plan, "Build a bench for the harbor")
    placement = plan.student.placements.first()
    if placement:
        by = by_student(plan.student)
        actions.link_item(bench, placement=placement, project=None, course=None, by=by)
    add(plan, "Read about wood", goals=1)
    plan.refresh_from_db()
    return plan


def proposed(cast: Cast, student: Student | None = None) -> Version:
    plan = ready(cast, student)
    return actions.propose_plan(plan, by=by_student(plan.student))


def sign(version: Version, name: str, cast: Cast) -> None:
    """One of the cast signs for themselves."""
    person = cast.person(name)
    signer = Signer.objects.get(version=version, person=person)
    by = Viewer.of_person(person)
    actions.sign_version(signer, by=by, content_hash=version.content_hash, name=person.name)


def signed(cast: Cast, student: Student | None = None) -> Plan:
    """A plan that everybody has signed: Luis, his mother Rosa, Ana."""
    version = proposed(cast, student)
    for signer in version.signers.all():
        by = Viewer.of_person(signer.person)
        actions.sign_version(
            signer, by=by, content_hash=version.content_hash, name=signer.person.name
        )
    return Plan.objects.get(pk=version.plan_id)
