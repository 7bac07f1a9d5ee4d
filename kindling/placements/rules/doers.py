"""In which role somebody meets a student, and which steps that allows. The one table."""

from __future__ import annotations

from typing import Any

from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import current_connections, gives
from kindling.placements.models import Placement, Pursuit
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

# In which role somebody must meet the student to take a step. The one table of this app.
STUDENT, ADVISOR, COORDINATOR = Role.STUDENT, Role.ADVISOR, Role.COORDINATOR
GUARDIAN, SYSTEM = Role.GUARDIAN, Role.SYSTEM
GUIDES = frozenset({ADVISOR, COORDINATOR})
DOERS: dict[str, frozenset[Role]] = {
    "pursuit.request": frozenset({STUDENT}),
    "pursuit.queue": GUIDES | {STUDENT},
    "pursuit.offer": frozenset({SYSTEM}),
    "pursuit.accept": frozenset({STUDENT}),
    "pursuit.pass_on": frozenset({SYSTEM}),
    "pursuit.approve": frozenset({COORDINATOR}),
    "pursuit.award": frozenset({COORDINATOR, SYSTEM}),
    "pursuit.decline": frozenset({COORDINATOR}),
    "pursuit.part": frozenset({SYSTEM}),
    "pursuit.withdraw": GUIDES | {STUDENT},
    "pursuit.extend": GUIDES,
    "pursuit.lapse": frozenset({SYSTEM}),
    "pursuit.log_attempt": frozenset({STUDENT}),
    "pursuit.request_start": frozenset({STUDENT}),
    "pursuit.return": GUIDES,
    "pursuit.start": GUIDES,
    "placement.reschedule": GUIDES,
    "placement.change_goals": GUIDES | {STUDENT},
    "placement.request_end": GUIDES | {STUDENT},
    "placement.keep": GUIDES,
    "placement.pause": GUIDES,
    "placement.resume": GUIDES,
    "placement.end": GUIDES,
}


def stands(viewer: Viewer, student: Student) -> frozenset[Role]:
    """Say in which roles the viewer meets this student: one statement for an advisor and family.

    Family is who may decide for the student.
    The hat alone is not enough: an advisor of others who is this student's uncle only watches.
    The principal may stand in for the coordinator, as with places.
    """
    roles = set()
    if viewer.purpose or viewer.school.pk != student.school_id:
        return frozenset()
    if viewer.is_a(SYSTEM):
        roles.add(SYSTEM)
    if viewer.is_a(STUDENT) and student.person_id == viewer.person_id:
        roles.add(STUDENT)
    if decides(viewer):
        roles.add(COORDINATOR)
    if hats := [role for role in (ADVISOR, GUARDIAN) if viewer.is_a(role)]:
        mine = current_connections(viewer).filter(
            gives(Matter.DECIDE, viewer.school.today()),
            student=student,
            role__in=hats,
            is_substitute=False,
        )
        roles |= {Role(role) for role in mine.values_list("role", flat=True)}
    return frozenset(roles)


def may(verb: str, viewer: Viewer, student: Student) -> bool:
    """Say whether the table lets the viewer take a step with this student's things."""
    return not DOERS[verb].isdisjoint(stands(viewer, student))


def decides(viewer: Viewer) -> bool:
    """Say yes or not now, for the whole school. No statement: lists ask it once."""
    return viewer.is_a(COORDINATOR, Role.PRINCIPAL) and not viewer.purpose


def allowed_steps(viewer: Viewer, thing: Pursuit | Placement) -> frozenset[str]:
    """Return the steps that would work now: pages show their buttons, the API names them."""
    return steps_for(stands(viewer, thing.student), thing)


def steps_for(roles: frozenset[Role], thing: Pursuit | Placement) -> frozenset[str]:
    """Return the steps that people who meet the student in these roles may take now.

    Without "queue": whether that works hangs on the seats (`hindrance.queue_hindrance`).
    """
    steps: dict[str, Any] = thing.STEPS
    return frozenset(
        verb
        for verb, step in steps.items()
        if verb != "queue" and thing.state in step.sources and roles & _doers(thing, verb)
    )


def _doers(thing: Pursuit | Placement, verb: str) -> frozenset[Role]:
    """Who takes this step now: where the school asks several, whoever is asked."""
    if isinstance(thing, Pursuit) and thing.holder:
        if verb == "approve":
            return deciders(thing)
        if verb == "decline":
            return deciders(thing) | {COORDINATOR}
        if verb == "start":
            return frozenset()  # not before the last yes
    return DOERS.get(f"{thing._meta.model_name}.{verb}", frozenset())  # noqa: SLF001


def deciders(pursuit: Pursuit) -> frozenset[Role]:
    """Whose yes is asked for: the holder's, else the coordinator's."""
    return frozenset({Role(pursuit.holder)}) if pursuit.holder else DOERS["pursuit.approve"]
