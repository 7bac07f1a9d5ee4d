"""What the mechanism promises, for any round that hypothesis can think of."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kindling.rounds.mechanism import (
    ASKED,
    Applicant,
    Place,
    Problem,
    asked_seats,
    lottery,
    match,
    seed_hash,
)

# A busy machine is no failure.
calm = settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])
SEED = "harbor"
STUDENTS = [f"s{n}" for n in range(7)]
PLACES = [f"p{n}" for n in range(5)]


@st.composite
def problems(draw):
    lists = st.lists(st.sampled_from(PLACES), unique=True, max_size=5)
    applicants = tuple(
        Applicant(one, tuple(draw(lists)), draw(st.integers(0, 1))) for one in STUDENTS
    )
    places = []
    for one in PLACES:
        seats = draw(st.integers(0, 3))
        classes = draw(st.dictionaries(st.sampled_from(STUDENTS), st.integers(2, 3)))
        asked = frozenset(draw(st.lists(st.sampled_from(STUDENTS), unique=True, max_size=3)))
        places.append(Place(one, seats, classes, asked, draw(st.integers(0, seats))))
    return Problem(applicants, tuple(places))


def rank(applicant, place):
    return applicant.wishes.index(place) if place in applicant.wishes else len(applicant.wishes)


@calm
@given(problems())
def test_capacities_and_lists_are_kept(problem):
    result = match(problem, SEED)

    for place in problem.places:
        assert sum(got == place.id for got in result.places.values()) <= place.seats
    for one in problem.applicants:
        assert result.places[one.id] is None or result.places[one.id] in one.wishes
    assert len(result.places) == len(STUDENTS)


@calm
@given(problems())
def test_no_seat_is_empty_that_somebody_would_rather_have(problem):
    result = match(problem, SEED)

    for place in problem.places:
        empty = place.seats - sum(got == place.id for got in result.places.values())
        want = [
            one.id
            for one in problem.applicants
            if rank(one, place.id) < rank(one, result.places[one.id])
        ]
        assert not (empty and want)


@calm
@given(problems())
def test_nobody_is_passed_over(problem):
    """No blocking pair: who would rather be at a place comes after all who are there.

    Seats that look first at whom the mentor asked for are the one exception, up to their number.
    """
    result = match(problem, SEED)
    numbers = result.numbers

    for place in problem.places:
        there = [one for one, got in result.places.items() if got == place.id]

        def usual(one, place=place):
            return (place.classes.get(one, problem.last), numbers[one])

        def asking(one, place=place):
            kind, number = usual(one)
            return (ASKED if one in place.asked else kind, number)

        cap = min(place.asked_seats, place.seats) if place.asked else 0
        first = sorted(there, key=asking)[:cap]
        rest = [one for one in there if one not in first]
        for one in problem.applicants:
            if rank(one, place.id) < rank(one, result.places[one.id]) and place.seats:
                assert all(asking(other) < asking(one.id) for other in first)
                assert all(usual(other) < usual(one.id) for other in rest)


@calm
@given(problems(), st.sampled_from(range(7)), st.permutations(PLACES), st.integers(0, 5))
def test_no_other_list_gets_a_better_place(problem, who, order, length):
    one = problem.applicants[who]
    true = match(problem, SEED).places[one.id]
    told = replace(one, wishes=tuple(order[:length]))
    others = tuple(told if it.id == one.id else it for it in problem.applicants)

    got = match(replace(problem, applicants=others), SEED).places[one.id]

    assert rank(one, got) >= rank(one, true)


@calm
@given(problems(), st.randoms())
def test_the_order_of_the_record_does_not_matter(problem, chance):
    applicants, places = list(problem.applicants), list(problem.places)
    chance.shuffle(applicants)
    chance.shuffle(places)

    again = match(replace(problem, applicants=tuple(applicants), places=tuple(places)), SEED)

    assert again == match(problem, SEED)


def test_another_seed_is_another_draw_and_turn_0_comes_first():
    applicants = tuple(Applicant(f"s{n}", (), n % 2) for n in range(40))

    one, other = lottery("a", applicants), lottery("b", applicants)

    assert one != other
    for numbers in (one, other):
        early = sorted(numbers[row.id] for row in applicants if row.turn == 0)
        assert early == list(range(1, 21))


def test_the_seal_is_the_sha_256_of_the_seed():
    assert seed_hash("a") == "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"


@calm
@given(
    st.dictionaries(st.sampled_from(PLACES), st.tuples(st.integers(1, 9), st.integers(0, 3))),
    st.integers(0, 100),
)
def test_what_mentors_ask_for_stays_within_its_share(places, percent):
    seats = {place: many for place, (many, _asked) in places.items()}
    asked = {place: many for place, (_seats, many) in places.items()}

    given_ = asked_seats(seats, asked, percent, SEED)

    wanted = sum(seats[place] for place in seats if asked[place])
    assert sum(given_.values()) == wanted * percent // 100
    assert all(given_[place] <= seats[place] for place in given_)


def test_the_mentors_wish_goes_first_only_for_its_seats():
    students = tuple(Applicant(one, ("p0",)) for one in STUDENTS)
    numbers = lottery(SEED, students)
    last = sorted(numbers, key=numbers.get)[-2:]  # without the mentor they would get nothing
    problem = Problem(students, (Place("p0", 2, {}, frozenset(last), 1),))

    got = {one for one, place in match(problem, SEED).places.items() if place}

    assert got == {min(last, key=numbers.get), min(numbers, key=numbers.get)}
