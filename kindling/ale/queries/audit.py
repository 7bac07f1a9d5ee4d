"""The record as one table: contacts, reviews and who learnt so, day by day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kindling.ale import rules
from kindling.ale.models import MonthReview
from kindling.ale.sources import BY_KEY, contacts
from kindling.schools.viewer import Viewer

HEAD = ("date", "student", "student number", "what", "with whom", "noted", "words")
type Row = tuple[str, ...]


def audit_rows(viewer: Viewer, first: date, last: date) -> Iterator[Row]:
    """Yield the head, then a row for each contact and review of these days, by date.

    What a journal, a talk or a visit says is not in it: only that it was. Whoever left since is in it.
    """
    people = {one.pk: one for one in rules.audited_students(viewer, first, last)}
    yield HEAD
    rows: list[Row] = []
    kinds = [key for key in rules.choice_of(viewer).kinds if key != "noted"]
    for key, kind, on, whom in contacts(viewer.school, kinds, list(people), first, last):
        one = people[key]
        what = str(BY_KEY[kind].label)
        rows.append((on.isoformat(), one.name, one.number, what, whom or "", "", ""))
    for noted in rules.audited_noted(viewer, first, last):
        state = "taken back" if noted.taken_back_at else "counts"
        rows.append((
            noted.on.isoformat(), noted.student.name, noted.student.number,
            f"noted by hand, {state}", noted.by.name if noted.by else "",
            noted.at.isoformat(timespec="minutes"), noted.words,
        ))  # fmt: skip
    rows += [_review(one) for one in rules.audited_reviews(viewer, first, last)]
    yield from sorted(rows)


def _review(one: MonthReview) -> Row:
    state = "review, replaced later" if one.is_replaced else "review"
    words = " / ".join(part for part in (one.words, one.next_steps, one.student_word) if part)
    return (
        one.at.date().isoformat(), one.student.name, one.student.number,
        f"{state}, {one.month_on:%Y-%m}: {one.progress}", one.by.name,
        one.at.isoformat(timespec="minutes"), words,
    )  # fmt: skip
