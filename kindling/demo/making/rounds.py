"""Two rounds of Harbor View: one whose result is out, and one in which students rank now."""

from __future__ import annotations

import random
from datetime import datetime, time, timedelta

from kindling.people.models import Student
from kindling.placements.models import Pursuit
from kindling.rounds import actions
from kindling.rounds.eligibility import Gate
from kindling.rounds.models import Ballot, Choice, Pick, Round, RoundPlace
from kindling.schools.models import Person, School
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity, SiteMentor

NOTE = "Only these places are given away by draw. All others you ask for as always."


def make_rounds(school: School, students: list[Student], chance: random.Random) -> None:
    """The published one becomes a few pursuits; in the open one Maya has a short list."""
    chen = Viewer.of_person(Person.objects.get(school=school, name="Chen Wu"))
    busy = set(
        Pursuit.objects.filter(school=school, state__in=[*Pursuit.LIVE, *Pursuit.UNDER_WAY])
        .values_list("student", flat=True)
    )  # fmt: skip
    open_ = Opportunity.objects.filter(school=school, state=Opportunity.State.OPEN)
    places = list(open_.for_cards().with_room(1))
    chance.shuffle(places)
    cast, others = students[:3], [one for one in students[3:] if one.pk not in busy]
    make_published(school, others[::2], places[: len(places) // 3], chance, by=chen)
    make_open(school, [cast[0], *others[1::2]], places[len(places) // 3 :], chance)
    Round.tell_school(school)


def make_published(
    school: School,
    students: list[Student],
    places: list[Opportunity],
    chance: random.Random,
    *,
    by: Viewer,
) -> None:
    """Closed a week ago; drawn and told by the actions themselves."""
    one = make_round(school, "Places of the harbor, October", -7, places, returning_first=True)
    put_lists(one, students, chance, most=10)
    actions.run_round(one, by=by)
    actions.publish_round(one, by=by)
    actions.award_places(one, by=Viewer.system(school))


def make_open(
    school: School, students: list[Student], places: list[Opportunity], chance: random.Random
) -> None:
    """Students rank for another week; the first lead mentor has asked for somebody."""
    one = make_round(school, "Winter places", 7, places, asked_share=50, note=NOTE)
    put_lists(one, students, chance, most=24)
    wanted = Choice.objects.filter(ballot__round=one, number=1).select_related("place", "ballot")
    for choice in wanted.order_by("pk"):
        site = choice.place.opportunity.site_id
        lead = SiteMentor.objects.filter(site=site, is_lead=True, until_on=None).first()
        if lead:
            Pick.objects.create(
                school=school, place=choice.place, student_id=choice.ballot.student_id,
                by_person=lead.person,
            )  # fmt: skip
            break


def make_round(
    school: School, name: str, days: int, places: list[Opportunity], **facts: object
) -> Round:
    """A round that closes so many days from today, at six in the evening."""
    on = school.today() + timedelta(days=days)
    closes_at = datetime.combine(on, time(18), school.zone)
    state = Round.State.OPEN if days > 0 else Round.State.CLOSED
    one: Round = Round.objects.create(
        school=school, name=name, closes_at=closes_at, state=state, **facts
    )
    RoundPlace.objects.bulk_create(
        RoundPlace(school=school, round=one, opportunity=place, seats=place.count_free_seats())
        for place in places
    )
    return one


def put_lists(one: Round, students: list[Student], chance: random.Random, *, most: int) -> None:
    """So many list what they could take; one place nobody wants."""
    places = list(one.places.select_related("opportunity__site").order_by("pk"))
    gate = Gate(one, students)
    ballots: list[Ballot] = []
    choices: list[Choice] = []
    for student in students:
        can = [place for place in places[:-1] if gate.bar(student, place) is None]
        if not can or len(ballots) == most:
            continue
        listed = sorted(can, key=lambda place: chance.random() + places.index(place) / 20)
        listed = listed[: chance.randint(1, 8)]
        ballot = Ballot(
            school=one.school, round=one, student=student, length=len(listed),
            changed_at=one.closes_at - timedelta(days=8),
        )  # fmt: skip
        ballots.append(ballot)
        choices += [
            Choice(school=one.school, ballot=ballot, place=place, number=number)
            for number, place in enumerate(listed, 1)
        ]
    Ballot.objects.bulk_create(ballots)
    Choice.objects.bulk_create(choices)
