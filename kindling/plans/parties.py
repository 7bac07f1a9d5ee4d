"""Who signs a plan, and what it is made of when it is frozen."""

from __future__ import annotations

from kindling.people.matters import Matter
from kindling.people.models import Connection
from kindling.people.rules import family_of
from kindling.placements.models import Placement
from kindling.plans import rules
from kindling.plans.content import address_of, part_for
from kindling.plans.models import Party, Plan, PlanItem, Signer, Version
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def items_of(plan: Plan) -> list[PlanItem]:
    """What is in the plan, with all that a version tells of it. A constant few statements."""
    rows = plan.items.filter(dropped_at__isnull=True).order_by("number", "pk")
    rows = rows.select_related("placement__site", "placement__mentor", "course", "project")
    return list(rows.prefetch_related("touches__goal", "touches__own_goal"))


def signers_for(plan: Plan, items: list[PlanItem], *, by: Viewer) -> list[tuple[str, Person]]:
    """Return who signs, as the school asks: a party without a person is left out."""
    asked = rules.rules_of(by).parties
    found: list[tuple[str, Person]] = [(Party.STUDENT.value, plan.student.person)]
    family = family_of(by, [plan.student.public_id], Matter.DECIDE).first()
    if family and rules.needs_family(plan.student):
        found.append((Party.FAMILY.value, family.adult))
    advisor = advisor_of(plan, by=by)
    if advisor:
        found.append((Party.ADVISOR.value, advisor))
    running = (
        one.placement for one in items if one.placement and one.placement.state in Placement.RUNNING
    )
    mentors = {one.mentor_id: one.mentor for one in running}
    found += [(Party.MENTOR.value, mentor) for mentor in mentors.values()]
    return [(party, person) for party, person in found if party in asked]


def advisor_of(plan: Plan, *, by: Viewer) -> Person | None:
    """Who advises the student today: the one who acts, else the first one named."""
    today = by.school.today()
    rows = Connection.objects.filter(
        student=plan.student, role=Role.ADVISOR, since_on__lte=today, is_substitute=False
    )
    rows = rows.exclude(until_on__lt=today).select_related("adult").order_by("-is_primary", "pk")
    found = [one.adult for one in rows]
    mine = next((one for one in found if one.pk == by.person_id), None)
    return mine or (found[0] if found else None)


def seen_hash(signer: Signer, version: Version) -> str:
    """The address of what they read: everything, or for a mentor the part at their place."""
    if signer.party != Party.MENTOR:
        return version.content_hash
    return address_of(part_for(version.content, rules.places_of(signer)))
