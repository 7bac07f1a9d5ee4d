"""What a rule gives, and what it says of what misses. Pure."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kindling.credits.models import Clause, Line
from kindling.credits.reckoning import Facts, Thing, reckon

K = Clause.Kind
CO = [["c1", "CO1"], ["c2", "CO2"]]
LINE = Line(title="English", credits=Decimal(1))


def level(position):
    return (position, Thing("CO"))


def piece(*goals, kind="text"):
    return Thing("Essay", kind=kind, goals=frozenset(goals))


ENGLISH = [
    Clause(kind=K.LEVELS, number=3, goals=CO),
    Clause(kind=K.PIECES, number=4, goals=[["c2", "CO2"]], piece="text"),
    Clause(kind=K.EXHIBITIONS, number=1),
]


def test_three_pieces_of_four_give_nothing_and_say_so():
    facts = Facts(
        levels={"c1": level(3), "c2": level(4)},
        pieces=(*[piece("c2")] * 3, piece("c1"), piece(kind="photo")),
        exhibitions=(Thing("Fall"),),
    )

    found = reckon(LINE, ENGLISH, facts)

    assert found.amount == 0
    levels, pieces, exhibitions = found.best
    assert (levels.is_met, pieces.is_met, exhibitions.is_met) == (True, False, True)
    assert pieces.words == "4 × Words about CO2 in the year"
    assert pieces.standing == "3 of 4 are there"
    assert (pieces.missing, pieces.could) == (1, (piece("c1"),))


def test_all_of_one_way_gives_the_credit():
    facts = Facts(
        levels={"c1": level(3), "c2": level(3)}, pieces=(piece("c2"),) * 4,
        exhibitions=(Thing("Fall"),),
    )  # fmt: skip

    assert reckon(LINE, ENGLISH, facts).amount == 1


def test_a_level_that_is_not_far_enough_is_named():
    found = reckon(LINE, ENGLISH[:1], Facts(levels={"c1": level(3), "c2": level(2)}))

    assert found.amount == 0
    assert found.best[0].goals == (("c2", "CO2"),)


def test_one_of_two_ways_is_enough():
    ways = [ENGLISH[0], Clause(kind=K.COURSES, way=2, number=1, words="english")]

    found = reckon(LINE, ways, Facts(courses=(Thing("College English 101"),)))

    assert (found.amount, len(found.ways)) == (1, 2)
    assert found.best[0].words == "a finished course with “english” in its name"


def test_hours_give_quarters_up_to_the_most_of_a_year():
    rule = [Clause(kind=K.HOURS, number=135)]
    line = Line(title="Work", credits=Decimal(2))

    given = [reckon(line, rule, Facts(minutes=60 * hours)).amount for hours in (33, 34, 135, 999)]

    assert given == [0, Decimal("0.25"), 1, 2]


def test_nothing_to_rest_on_gives_nothing():
    assert reckon(LINE, [], Facts(minutes=9999)).amount == 0


@given(
    st.lists(
        st.builds(
            Clause,
            kind=st.sampled_from([K.LEVELS, K.PIECES, K.EXHIBITIONS, K.HOURS]),
            way=st.integers(1, 3),
            number=st.integers(1, 5),
            goals=st.just(CO),
        ),
        max_size=6,
    ),
    st.integers(0, 6), st.integers(0, 4), st.integers(0, 900),
)  # fmt: skip
def test_more_work_never_gives_less_and_never_more_than_the_line(
    clauses, pieces, position, minutes
):
    clauses = sorted(clauses, key=lambda one: one.way)
    less = Facts({"c1": level(position)}, (piece("c2"),) * pieces, (), (), minutes)
    more = Facts(
        {"c1": level(position + 1), "c2": level(3)}, (piece("c2"),) * (pieces + 1),
        (Thing("Fall"),), (), minutes + 60,
    )  # fmt: skip

    small, large = reckon(LINE, clauses, less).amount, reckon(LINE, clauses, more).amount

    assert 0 <= small <= large <= LINE.credits
