"""Make the items that a person decides about out of the record."""

from __future__ import annotations

import re
from collections import defaultdict

from kindling.people.models import Connection, Limit, Student
from kindling.rights.models import RecordsItem, RecordsRequest
from kindling.rights.record.areas import APART
from kindling.rights.record.reading import Row, record_of
from kindling.schools.models import Person
from kindling.schools.roles import Role

MANY = 5  # rows of one kind that are decided about together


type Named = list[tuple[Row, str]]


def named_rows(asked: RecordsRequest) -> Named:
    """Every row of the record, with the names of others that it may tell."""
    kin = _other_household(asked)
    named, adults = _names(asked.student, kin), _adults(asked.student, kin)
    rows: Named = []
    for row in record_of(asked.student):
        text = adults.sub("", row.text) if adults else row.text
        names = ", ".join(sorted(set(named.findall(text)))) if named else ""
        if row.kind in APART:
            names = ", ".join(filter(None, [names, *_reporters(asked, row)]))
        rows.append((row, names[:300]))
    return rows


def _reporters(asked: RecordsRequest, row: Row) -> list[str]:
    """Who said so, and against whom it is: whoever decides looks at each of them.

    Not the student: their own words are theirs to read.
    """
    told = [one.value for one in row.lines if one.name in {"opened_by", "by", "against"}]
    return sorted({name for name in told if name != asked.student.name})


def items_for(
    asked: RecordsRequest, rows: Named, known: set[tuple[str, str]], *, apart: bool = False
) -> list[RecordsItem]:
    """Items (unsaved) for every row that is not `known` (kind, key).

    What is sealed, or may name another student or who is kept apart, stands alone; many rows of a
    kind else stand together, unless `apart`.
    """
    alone, alike = [], defaultdict(list)
    for row, names in rows:
        if (row.kind, row.key) in known:
            continue
        if row.is_sealed or names or row.kind in APART:
            alone.append(_item(asked, [row], names))
        else:
            alike[row.kind].append(row)
    for some in alike.values():
        if apart or len(some) <= MANY:
            alone += [_item(asked, [row]) for row in some]
        else:
            alone.append(_item(asked, some))
    return alone


def _other_household(asked: RecordsRequest) -> set[str]:
    """Names of family whom who asks may not find: where a limit or a protected contact stands."""
    student, asker = asked.student, asked.asked_by_id
    ties = Connection.objects.filter(student=student, role=Role.GUARDIAN)
    apart = Limit.objects.filter(student=student, ended_at=None).exists()
    if asker == student.person_id or not (apart or ties.filter(is_protected=True).exists()):
        return set()
    others = ties.exclude(adult=asker or 0)
    names = others.values_list("adult__name", "adult__given_name", "adult__preferred_given_name")
    return {name for row in names for name in row if len(name) > 1}


def _names(student: Student, kin: set[str]) -> re.Pattern[str] | None:
    """Finds other students of the school, and `kin`, by the names they are called and written by."""
    others = Student.objects.filter(school=student.school_id).exclude(pk=student.pk)
    names = others.values_list("person__name", "person__given_name", "person__preferred_given_name")
    said = {name for row in names for name in row if len(name) > 1}
    return _any_of(said - {student.first, student.person.given_name, student.name} | kin)


def _adults(student: Student, kin: set[str]) -> re.Pattern[str] | None:
    """Finds the school's adults: who is called like a student is not meant for one.

    Not where father and son bear one name: then it may be the son.
    """
    people = Person.objects.filter(school=student.school_id)
    names = set(people.filter(student=None).values_list("name", flat=True))
    names -= {*people.filter(student__isnull=False).values_list("name", flat=True), *kin}
    return _any_of({name for name in names if " " in name})


def _any_of(names: set[str]) -> re.Pattern[str] | None:
    """Finds any of these as whole words, the longest first."""
    found = sorted(names, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, found))})\b") if found else None


def _item(asked: RecordsRequest, rows: list[Row], names: str = "") -> RecordsItem:
    days = sorted(row.on for row in rows if row.on)
    return RecordsItem(
        school=asked.school, request=asked, area=rows[0].area, kind=rows[0].kind,
        keys=[row.key for row in rows], title=rows[0].title[:300] if len(rows) == 1 else "",
        on=days[0] if days else None, until=days[-1] if days else None, names=names,
        is_sealed=rows[0].is_sealed,
    )  # fmt: skip
