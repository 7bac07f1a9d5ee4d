"""docs/asvs.md names every requirement once, and what it names is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/asvs.md").read_text()
ROW = re.compile(r"\| (\d+\.\d+\.\d+) \| ([12]) \| ([a-z ]+) \| (.+?) \| (.*?) ?\|")
ROWS = [found.groups() for line in PAGE.splitlines() if (found := ROW.fullmatch(line))]
# Ids and levels of the standard (not its words).
WANTED = [tuple(line.split()) for line in (ROOT / "tests/asvs.txt").read_text().splitlines()]


def test_every_requirement_stands_there_once_with_its_level():
    assert [(number, level) for number, level, *_ in ROWS] == WANTED


def test_each_is_answered():
    answers = {"met", "partly", "open", "does not apply"}

    assert [row for row in ROWS if row[2] not in answers or not row[3]] == []
    assert [row[0] for row in ROWS if row[2] in {"met", "partly"} and "`" not in row[4]] == []


def test_the_sum_at_the_top_is_right():
    told = re.search(r"Of (\d+): (\d+) met, (\d+) partly, (\d+) open, (\d+) do not", PAGE)
    counted = [[row[2] for row in ROWS].count(word) for word in ("met", "partly", "open")]
    rest = len(ROWS) - sum(counted)

    assert [int(number) for number in told.groups()] == [len(ROWS), *counted, rest]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_what_shows_it_is_there(row):
    for named in re.findall(r"`([^`]+)`", row[4]):
        path, _, test = named.partition("::")
        assert (ROOT / path).exists(), named
        assert not test or f"def {test}(" in (ROOT / path).read_text(), named
