"""Guardians of every kind: a court order, a foster family, two households; and who turned eighteen."""

from __future__ import annotations

from datetime import timedelta

from kindling.people.actions import connect, limit_guardian, protect_contact, transfer_rights
from kindling.people.matters import Matter
from kindling.people.models import Connection, Limit, Transfer
from kindling.people.rules import to_transfer
from kindling.schools.models import Membership, Person, School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

Basis = Limit.Basis
KEPT = {"Luis Diaz", "Maya Santos", "Jordan Blake"}  # their families stand in stories of their own
SAID = (
    (Basis.COURT, "Order of 3 June, family court", (Matter.DAYS, Matter.DECIDE)),
    (Basis.FOSTER, "The county signs; plan of August", (Matter.DECIDE,)),
    (Basis.SAFETY, "Safety plan with the counsellor", (Matter.DAYS, Matter.TOLD)),
)
WAITING = 2  # whom the registrar has not come to yet


def make_guardians(school: School) -> None:
    """Three limits and a second household; all but two of those who are of age hold their rights."""
    by = Viewer.of_person(Person.objects.get(school=school, name="Priya Nair"))
    kin = Connection.objects.filter(school=school, role=Role.GUARDIAN, until_on__isnull=True)
    kin = kin.exclude(student__person__name__in=KEPT).select_related("student__person", "adult")
    for row, (basis, words, matters) in zip(kin.order_by("pk")[10:], SAID, strict=False):
        limit_guardian(row, matters, basis=basis, words=words, until_on=None, by=by)
    _second_household(school, kin.order_by("-pk")[5], by)
    for student in list(to_transfer(by))[WAITING:]:
        if student.name not in KEPT:
            transfer_rights(student, Transfer.Outcome.STUDENT, by=by)


def _second_household(school: School, first: Connection, by: Viewer) -> None:
    """Who lives elsewhere reads as much, without being told by letter, and their contact is protected."""
    person = Person(
        school=school, given_name="Morgan", family_name=first.adult.family_name,
        phone="(401) 555-0166",
    ).compose()  # fmt: skip
    person.save()
    since = school.today() - timedelta(days=60)
    Membership.objects.create(school=school, person=person, role=Role.GUARDIAN, since_on=since)
    tie = connect(
        first.student, person, Role.GUARDIAN, by=by, since_on=since, relation="second household"
    )
    protect_contact(tie, is_protected=True, by=by)
