"""What a stranger typed is never a formula in the office's spreadsheet."""

import csv

import pytest

from kindling.kit.cells import as_lines


@pytest.mark.parametrize(
    "typed",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1",
        '=HYPERLINK("http://evil.example")',
    ],
)
def test_a_cell_that_would_be_a_formula_is_text(typed):
    (cell,) = next(csv.reader(as_lines([(typed,)])))

    assert cell == f"'{typed}"


def test_numbers_and_words_stay_as_they_are():
    assert "".join(as_lines([("Maya", -5, None), ("a;=1", 'b"=1', "c,=1")])) == (
        'Maya,-5,\r\na;=1,"b""=1","c,=1"\r\n'
    )
