"""Two devices, one form: no word of either is lost, whoever is faster."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kindling.panels.merging import Sent, base_of, merge

FIELDS = ("level-0", "words-0", "commends")
VALUES = st.fixed_dictionaries(
    {
        "level-0": st.sampled_from(["", "0", "1", "2", "3", "4"]),
        "words-0": st.text(alphabet="abc \n", max_size=12),
        "commends": st.text(alphabet="xyz \n", max_size=12),
    }
)


def bases(values):
    return {name: base_of(name, value) for name, value in values.items()}


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(start=VALUES, one=VALUES, other=VALUES)
def test_every_line_that_a_device_wrote_is_there_after_both_have_sent(start, one, other):
    first = merge(start, Sent(one, bases(start)))
    second = merge(first.values, Sent(other, bases(start)))

    assert first.values == one
    for name in ("words-0", "commends"):
        lines = second.values[name].split("\n")
        if one[name] != start[name] and other[name] != start[name]:
            assert set(one[name].split("\n")) <= {*lines, ""}
        expected = other[name] if other[name] != start[name] else one[name]
        assert set(expected.split("\n")) <= {*lines, ""}


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(start=VALUES, one=VALUES)
def test_the_same_sent_twice_changes_nothing_the_second_time(start, one):
    sent = Sent(one, bases(start))
    first = merge(start, sent)

    again = merge(first.values, sent)

    assert (again.values, again.clashes) == (first.values, ())


def test_of_two_levels_the_later_tap_is_taken_and_said():
    found = merge({"level-0": "2"}, Sent({"level-0": "4"}, {"level-0": ""}))

    assert (found.values, found.clashes) == ({"level-0": "4"}, ("level-0",))


def test_a_device_that_changed_nothing_here_takes_nothing_back():
    found = merge({"level-0": "2"}, Sent({"level-0": "1"}, {"level-0": "1"}))

    assert (found.values, found.clashes) == ({"level-0": "2"}, ())
