"""What is past its end at one school on one day: rows to destroy and fields to empty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import DateTimeField, Field, Model, Q, QuerySet

from kindling.inventory.reaching import end_of, path_to_person, path_to_student
from kindling.inventory.reading import Kept, fields_of, inventory
from kindling.inventory.words import KEEPS, Clock
from kindling.people.models import Student
from kindling.privacy.ending.bundle import Bundle, chunks, plain
from kindling.privacy.ending.whose import Whose
from kindling.schools.models import Person, School

STUDENT, PERSON, USER = "people.Student", "schools.Person", "accounts.User"
# The history names its subjects by keys that say nothing: while somebody is on hold it all stays.
NAMES_NOBODY = {"history.Event"}


@dataclass
class Found:
    """`bundle`: rows that go. `first`: how many were past their end, before any had to stay.

    `emptied`: rows whose named fields are emptied, by end.
    """

    bundle: Bundle
    first: Counter[tuple[str, str]] = field(default_factory=Counter)
    emptied: list[tuple[Kept, str, list[str], set[Any]]] = field(default_factory=list)


def gather(school: School, whose: Whose) -> Found:
    """Find everything. Some hundreds of statements, whatever the number of students."""
    found = Found(Bundle())
    for kept in inventory().values():
        if (rows := due_rows(kept, school, whose)) is not None:
            found.bundle.add(kept.model, set(rows.values_list("pk", flat=True)))
    found.bundle.widen()
    _spare_the_held(found.bundle, whose)
    found.first = counted(found.bundle)
    # What others name goes when nothing that stays names it: `narrow` finds out.
    for model in (kept.model for kept in inventory().values() if kept.keep == "named"):
        is_person = model is Person
        found.bundle.add(model, whose.people if is_person else found.bundle.pointed_at(model))
    found.bundle.narrow()
    found.emptied = list(_emptied(school, whose))
    return found


def due_rows(kept: Kept, school: School, whose: Whose) -> QuerySet[Any] | None:
    """The rows of one model that are past their end by themselves; None where none ever are."""
    clock = KEEPS[kept.keep].clock
    rows = plain(kept.model)
    if clock == Clock.LEFT:
        path = path_to_student(kept)
        theirs = _of_students(rows, path, whose.students(kept.keep))
        nobodys = _of_nobody(kept, path, school, whose)
        return theirs if nobodys is None else theirs | nobodys.distinct()
    if clock == Clock.ENDED:
        return _of_people(kept, rows, whose)
    if clock == Clock.WRITTEN:
        return _written(kept, rows, school, whose)
    return None


def _of_students(rows: QuerySet[Any], path: str, past: set[int]) -> QuerySet[Any]:
    """Rows of these students alone: what one shares with somebody who is not past it stays."""
    if path == "pk":
        return rows.filter(pk__in=past)
    rows = rows.filter(**{f"{path}__in": past})
    if is_shared(rows.model, path):
        model = rows.model
        others = Student.objects.exclude(pk__in=past)
        rows = rows.exclude(pk__in=plain(model).filter(**{f"{path}__in": others}).values("pk"))
    return rows.distinct()


def _of_nobody(kept: Kept, path: str, school: School, whose: Whose) -> QuerySet[Any] | None:
    """Rows that could be a student's and are not: they end like a trail, by their own moment."""
    first = {f.name: f for f in fields_of(kept.model)}.get(path.partition("__")[0])
    if first is None or not first.null:
        return None
    return _written(kept, plain(kept.model).filter(**{first.name: None}), school, whose, "trail")


def is_shared(model: type[Model], path: str) -> bool:
    """Say whether one row may belong to several students (its way begins backwards)."""
    one: Any = model._meta.get_field(path.partition("__")[0])  # noqa: SLF001
    return bool(one.auto_created)


def _of_people(kept: Kept, rows: QuerySet[Any], whose: Whose) -> QuerySet[Any]:
    rows = rows.filter(**{f"{path_to_person(kept)}__in": whose.people})
    if kept.label == USER:  # somebody may still belong to another school, or to a network
        stays = plain(kept.model).filter(people__isnull=False).exclude(people__in=whose.people)
        rows = rows.exclude(pk__in=stays.values("pk")).exclude(network_hats__isnull=False)
    return rows.distinct()


def _written(
    kept: Kept, rows: QuerySet[Any], school: School, whose: Whose, keep: str = ""
) -> QuerySet[Any] | None:
    """Rows whose own moment lies so far back; None for what is not a school's."""
    names = {f.name: f for f in fields_of(kept.model)}
    if "school" not in names:  # an installation's own, swept by the clock (actions.sweeping)
        return None
    since: Field[Any, Any] = names[kept.since]
    is_moment = isinstance(since, DateTimeField)
    keep = keep or kept.keep
    before = whose.moment(keep) if is_moment else whose.before(keep)
    rows = rows.filter(school=school, **{f"{kept.since}__lt": before})
    if whose.held and kept.label in NAMES_NOBODY:
        return None
    return rows.exclude(_about(names, whose))


def _about(names: dict[str, Field[Any, Any]], whose: Whose) -> Q:
    """Rows that name somebody on hold."""
    about = Q(pk__in=[])
    for name, one in names.items():
        goal = one.related_model
        label = goal._meta.label if isinstance(goal, type) else ""  # noqa: SLF001
        if label == STUDENT and whose.held:
            about |= Q(**{f"{name}__in": whose.held})
        if label == PERSON and whose.held:
            about |= Q(**{f"{name}__in": whose.held_people})
    return about


def _spare_the_held(bundle: Bundle, whose: Whose) -> None:
    """Nothing of a student on hold goes along with something else that goes."""
    for model, keys in bundle.rows.items():
        kept = inventory().get(model._meta.label)  # noqa: SLF001
        path = path_to_student(kept) if kept and whose.held else ""
        for some in list(chunks(keys)) if path and path != "pk" else []:
            held = plain(model).filter(pk__in=some, **{f"{path}__in": whose.held})
            keys.difference_update(held.values_list("pk", flat=True))


def _emptied(school: School, whose: Whose) -> Iterator[tuple[Kept, str, list[str], set[Any]]]:
    """Fields that end before their row does, where they still say something."""
    for kept in inventory().values():
        for keep in sorted(set(kept.sooner.values())):
            names = [name for name, end in kept.sooner.items() if end == keep]
            if KEEPS[keep].clock == Clock.ENDED:
                rows = plain(kept.model).filter(pk__in=whose.people)
            else:
                rows = _of_students(plain(kept.model), path_to_student(kept), whose.students(keep))
            said = Q(pk__in=[])
            for name in names:
                said |= ~Q(**{name: empty_of(kept.model, name)})
            if keys := set(rows.filter(said).values_list("pk", flat=True)):
                yield kept, keep, names, keys


def empty_of(model: type[Model], name: str) -> Any:
    """What an emptied field holds: what it begins with."""
    one: Any = model._meta.get_field(name)  # noqa: SLF001
    return None if one.null else one.get_default()


def counted(bundle: Bundle) -> Counter[tuple[str, str]]:
    """(topic, end) → rows."""
    counts: Counter[tuple[str, str]] = Counter()
    for model, keys in bundle.rows.items():
        kept = inventory().get(model._meta.label)  # noqa: SLF001
        if kept and keys:
            counts[kept.topic, end_of(kept)] += len(keys)
    return counts
