"""Who sees pursuits and internships, and who may take which step."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from kindling.history.models import Event
from kindling.people.models import Student
from kindling.people.rules import current_connections, visible_students
from kindling.placements.models import Attempt, Placement, PlacementQuerySet, Pursuit, PursuitLimit
from kindling.placements.models import PursuitQuerySet as Pursuits
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import Site

CONFIRM_DAYS = "confirm_days"  # the purpose of a mentor's pass; its subjects are placements

# In which role somebody must meet the student to take a step. The one table of this app.
STUDENT, ADVISOR, COORDINATOR, SYSTEM = (
    Role.STUDENT,
    Role.ADVISOR,
    Role.COORDINATOR,
    Role.SYSTEM,
)
GUIDES = frozenset({ADVISOR, COORDINATOR})
DOERS: dict[str, frozenset[Role]] = {
    "pursuit.request": frozenset({STUDENT}),
    "pursuit.queue": GUIDES | {STUDENT},
    "pursuit.offer": frozenset({SYSTEM}),
    "pursuit.accept": frozenset({STUDENT}),
    "pursuit.pass_on": frozenset({SYSTEM}),
    "pursuit.approve": frozenset({COORDINATOR}),
    "pursuit.decline": frozenset({COORDINATOR}),
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


def visible_pursuits(viewer: Viewer) -> Pursuits:
    """You see a pursuit if you see its student; the bearer of a pass sees none."""
    pursuits: Pursuits = Pursuit.objects.filter(school=viewer.school)
    if viewer.purpose:
        return pursuits.none()
    if viewer.is_leader or viewer.is_a(SYSTEM):
        return pursuits
    return pursuits.filter(student__in=visible_students(viewer).values("pk"))


def visible_placements(viewer: Viewer) -> PlacementQuerySet:
    """You see an internship if you see its student; the bearer of a pass sees none."""
    placements: PlacementQuerySet = Placement.objects.filter(school=viewer.school)
    if viewer.purpose:
        return placements.none()
    if viewer.is_leader or viewer.is_a(SYSTEM):
        return placements
    return placements.filter(student__in=visible_students(viewer).values("pk"))


def attempts_of(pursuit: Pursuit) -> QuerySet[Attempt]:
    """Return the tries of a pursuit one may see, newest first."""
    return Attempt.objects.filter(pursuit=pursuit).order_by("-at", "-pk")


def limits_of(student: Student) -> QuerySet[PursuitLimit]:
    """Return the numbers set for a student one may see, the newest first."""
    return PursuitLimit.objects.filter(student=student).select_related("by").order_by("-at", "-pk")


def story_of(thing: Pursuit | Placement) -> QuerySet[Event]:
    """Return what happened to a thing one may see, oldest first."""
    events: QuerySet[Event] = Event.objects.filter(
        school_id=thing.school_id, subject_id=thing.public_id
    )
    return events.select_related("by").order_by("at", "pk")


def mentors_at(site: Site, on: date) -> QuerySet[Person]:
    """Return who guides interns at the site on that day, the lead first."""
    held = Q(mentor_sites__until_on__isnull=True) | Q(mentor_sites__until_on__gte=on)
    people: QuerySet[Person] = Person.objects.filter(
        held, mentor_sites__site=site, mentor_sites__since_on__lte=on
    )
    return people.order_by("-mentor_sites__is_lead", "sort_name", "pk").distinct()


def stands(viewer: Viewer, student: Student) -> frozenset[Role]:
    """Say in which roles the viewer meets this student: one statement for an advisor, else none.

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
    mine = current_connections(viewer).filter(student=student, role=ADVISOR)
    if viewer.is_a(ADVISOR) and mine.exists():
        roles.add(ADVISOR)
    return frozenset(roles)


def _may(verb: str, viewer: Viewer, student: Student) -> bool:
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
    noun = thing._meta.model_name  # noqa: SLF001
    steps: dict[str, Any] = thing.STEPS
    return frozenset(
        verb
        for verb, step in steps.items()
        if verb != "queue"
        and thing.state in step.sources
        and roles & DOERS.get(f"{noun}.{verb}", frozenset())
    )


def may_request(viewer: Viewer, student: Student) -> bool:
    """Students ask for themselves, while they are enrolled."""
    enrolled = student.state == Student.State.ENROLLED
    return enrolled and _may("pursuit.request", viewer, student)


def may_queue(viewer: Viewer, pursuit: Pursuit) -> bool:
    """The student who asked, or an adult who guides them: the request waits for the next seat."""
    return _may("pursuit.queue", viewer, pursuit.student)


def may_accept(viewer: Viewer, pursuit: Pursuit) -> bool:
    """Only the student says yes to a seat."""
    return _may("pursuit.accept", viewer, pursuit.student)


def may_set_limit(viewer: Viewer, student: Student) -> bool:
    """Those who guide the student know how many they can carry."""
    return not GUIDES.isdisjoint(stands(viewer, student))


def may_change_policy(viewer: Viewer) -> bool:
    """The coordinator, and those who run the school."""
    hats = (COORDINATOR, Role.PRINCIPAL, Role.ADMINISTRATOR, SYSTEM)
    return viewer.is_a(*hats) and not viewer.purpose


def may_see_queues(viewer: Viewer) -> bool:
    """Staff read who waits for what, and why in this order."""
    return viewer.is_staff and not viewer.purpose


def may_approve(viewer: Viewer, pursuit: Pursuit) -> bool:
    """The coordinator says who goes after which place."""
    return _may("pursuit.approve", viewer, pursuit.student)


def may_decline(viewer: Viewer, pursuit: Pursuit) -> bool:
    """Whoever approves may also say: not now."""
    return _may("pursuit.decline", viewer, pursuit.student)


def may_withdraw(viewer: Viewer, pursuit: Pursuit) -> bool:
    """The student, or an adult who guides them."""
    return _may("pursuit.withdraw", viewer, pursuit.student)


def may_extend(viewer: Viewer, pursuit: Pursuit) -> bool:
    """Coordinator or advisor: whoever talks with the student knows why it takes longer."""
    return _may("pursuit.extend", viewer, pursuit.student)


def may_lapse(viewer: Viewer, pursuit: Pursuit) -> bool:
    """Only the clock."""
    return _may("pursuit.lapse", viewer, pursuit.student)


def may_log_attempt(viewer: Viewer, pursuit: Pursuit) -> bool:
    """The student's own effort is told by the student."""
    return _may("pursuit.log_attempt", viewer, pursuit.student)


def may_request_start(viewer: Viewer, pursuit: Pursuit) -> bool:
    """The student says when they and the place agree."""
    return _may("pursuit.request_start", viewer, pursuit.student)


def may_return_start(viewer: Viewer, pursuit: Pursuit) -> bool:
    """Advisor or coordinator send it back with what is missing."""
    return _may("pursuit.return", viewer, pursuit.student)


def may_start(viewer: Viewer, pursuit: Pursuit) -> bool:
    """Advisor or coordinator set days and goals, and start."""
    return _may("pursuit.start", viewer, pursuit.student)


def may_reschedule(viewer: Viewer, placement: Placement) -> bool:
    """Advisor or coordinator."""
    return _may("placement.reschedule", viewer, placement.student)


def may_change_goals(viewer: Viewer, placement: Placement) -> bool:
    """The student's goals are the student's, and those who guide them help."""
    return _may("placement.change_goals", viewer, placement.student)


def may_request_end(viewer: Viewer, placement: Placement) -> bool:
    """The student, an adult who guides them, or the mentor with a link that names it."""
    held = viewer.holds(CONFIRM_DAYS, placement.public_id)
    if held and placement.mentor_id == viewer.person_id:
        return True
    return _may("placement.request_end", viewer, placement.student)


def may_keep(viewer: Viewer, placement: Placement) -> bool:
    """Advisor or coordinator, after they talked about it."""
    return _may("placement.keep", viewer, placement.student)


def may_pause(viewer: Viewer, placement: Placement) -> bool:
    """Advisor or coordinator."""
    return _may("placement.pause", viewer, placement.student)


def may_resume(viewer: Viewer, placement: Placement) -> bool:
    """Whoever may pause it lets it go on."""
    return _may("placement.resume", viewer, placement.student)


def may_end(viewer: Viewer, placement: Placement) -> bool:
    """Advisor or coordinator."""
    return _may("placement.end", viewer, placement.student)


def may_see_contacts(viewer: Viewer, pursuit: Pursuit) -> bool:
    """Whom to call stands open to staff, and to the student once they may go ahead."""
    if viewer.is_staff:
        return not viewer.purpose
    own = viewer.is_a(STUDENT) and pursuit.student.person_id == viewer.person_id
    return own and pursuit.state in Pursuit.LIVE
