"""What stays hidden so that no number points at somebody."""

import pytest

from kindling.kit.small import shown_beside_sum


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ({"a": 9, "b": 20, "c": 0}, {"a": 9, "b": 20, "c": 0}),
        # One hidden: the next smallest goes with it, never a zero first.
        ({"a": 3, "b": 20, "c": 12, "d": 0}, {"a": None, "b": 20, "c": None, "d": 0}),
        # Two hidden that make three together would still point at three.
        ({"a": 1, "b": 2, "c": 9, "d": 20}, {"a": None, "b": None, "c": None, "d": 20}),
        # The sum is hidden too, so nothing follows from it.
        ({"a": 5, "b": 0}, {"a": None, "b": 0}),
        ({"a": 5, "b": 0, "small": 3}, {"a": None, "b": 0, "small": None}),
        ({"a": 5, "b": 4}, {"a": None, "b": None}),
    ],
)
def test_no_hidden_number_follows_from_the_sum(numbers, told):
    assert shown_beside_sum(numbers, ["small"] if "small" in numbers else []) == told
