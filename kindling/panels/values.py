"""A form as the fields of its page: level-0, words-0, …, commends, recommends."""

from __future__ import annotations

from collections.abc import Iterable

from kindling.panels.models import Form, Score
from kindling.panels.sheet import Sheet


def values_of(form: Form | None, scores: Iterable[Score], sheet: Sheet) -> dict[str, str]:
    """Every field with what is kept in it, "" where nothing is."""
    said = {one.number: one for one in scores}
    values: dict[str, str] = {}
    for number, _one in enumerate(sheet.criteria):
        score = said.get(number)
        level = score.level if score else None
        values[f"level-{number}"] = "" if level is None else str(level)
        values[f"words-{number}"] = score.words if score else ""
    values["commends"] = form.commends if form else ""
    values["recommends"] = form.recommends if form else ""
    return values
