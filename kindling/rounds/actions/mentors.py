"""Mentors say by link whom they would take first. They see who lists the place, never where."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify, spend_asks
from kindling.passes.actions import make_pass
from kindling.people.models import Student
from kindling.rounds import rules
from kindling.rounds.models import Choice, Pick, Round, RoundPlace
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.sites.models import SiteMentor

LINK_DAYS = 30
ASKABLE = (Round.State.OPEN, Round.State.CLOSED)


@transaction.atomic
def ask_mentors(one: Round, *, by: Viewer) -> int:
    """Write to who leads at each site, one link each; returns how many were asked.

    Whoever rests this month is left alone. Refused where this round does not ask mentors.
    """
    require(rules.may_run_rounds(by))
    if not one.asked_share or one.state not in ASKABLE:
        raise Refused(_("Mentors are asked while the round is open, if it lets them ask."))
    leads = _leads(one, by)
    people = spend_asks([person for person, _places in leads.values()], by=by)
    for person in people:
        person.school = by.school
        places = leads[person.pk][1]
        ids = [place.public_id for place in places]
        held = make_pass(person, rules.PICK_STUDENTS, ids, by=by, days=LINK_DAYS, needs_code=True)
        told = {"places": ", ".join(str(place) for place in places), "closes_at": one.closes_at}
        notify(person, "rounds/pick", told, by=by, link_id=held.public_id)
    one.mentors_asked_at = by.school.now()
    one.save(update_fields=["mentors_asked_at"])
    record("round.ask_mentors", one, by=by, asked=len(people))
    return len(people)


def _leads(one: Round, by: Viewer) -> dict[int, tuple[Person, list[RoundPlace]]]:
    """Who leads at a site of the round today → the places there."""
    today = by.school.today()
    by_site: dict[int, list[RoundPlace]] = {}
    for place in one.places.select_related("opportunity__site").order_by("pk"):
        if place.opportunity.site.is_quiet_on(today):
            continue
        by_site.setdefault(place.opportunity.site_id, []).append(place)
    rows = SiteMentor.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        site__in=by_site, is_lead=True, since_on__lte=today, person__suspended_at__isnull=True,
    )  # fmt: skip
    leads: dict[int, tuple[Person, list[RoundPlace]]] = {}
    for row in rows.select_related("person").order_by("pk"):
        leads.setdefault(row.person_id, (row.person, []))[1].extend(by_site[row.site_id])
    return leads


@transaction.atomic
def pick_students(place: RoundPlace, students: Iterable[Student], *, by: Viewer) -> int:
    """Keep whom the mentor would take first, in no order; returns how many. Again replaces it.

    Raises Refused once the round ran; only students who list the place count.
    """
    require(rules.may_pick(by, place))
    place.round.lock()  # a double tap, or the draw
    if place.round.state not in ASKABLE:
        raise Refused(_("The round has run. Thank you all the same."))
    listed = Choice.objects.filter(place=place).values_list("ballot__student", flat=True)
    wanted = {student.pk for student in students} & set(listed)
    Pick.objects.filter(place=place).exclude(student__in=wanted).delete()
    there = set(Pick.objects.filter(place=place).values_list("student", flat=True))
    Pick.objects.bulk_create(
        Pick(school=by.school, place=place, student_id=key, by_person=by.person)
        for key in sorted(wanted - there)
    )
    record("roundplace.pick", place, by=by, picked=len(wanted))
    return len(wanted)
