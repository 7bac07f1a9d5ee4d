"""Statements of the busiest pages, worked out once: building SQL costs more than running it.

`@ready` stands over a function that builds a queryset from a viewer (or a school) and simple
arguments. The first call of a shape (roles, lengths of lists, …) is built twice: for real, and with
marks in place of ids and dates. Where marks alone tell the two apart, later calls put their values
into the ready SQL. Otherwise, and always when in doubt, the queryset is built as usual, so the
rules stay the only place that says who sees what.

What a pass names is part of the viewer; a rule asks for it sorted. kit.prepared is its smaller
sister, for arguments that are named one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import wraps
from typing import Any, Concatenate

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet

from kindling.kit.compiled import Compiled, NotPlain
from kindling.schools.models import School

NUMBERS = 7_300_000_000_000_000  # ids that nobody has
ERA = 3877  # nor lives anybody in these years: a mark of every date, two years apart
TEXT = "zz-mark-{}"
SUBJECT = "zz-subject-{:04}"
REACH = timedelta(days=300)  # as far as a rule may step from a date it was given
MOST_PEOPLE = 20_000  # whose SQL was compared with the ready one
MOST = 500  # shapes of one statement; a list of another length is another shape

type Ask = Any  # a Viewer (which asks for its own hats through here), a school, or None
type Slot = Callable[[list[Any]], Any]  # the real values → one parameter


@dataclass(frozen=True)
class Shape:
    """A queryset with marks in it, compiled, and what goes where."""

    compiled: Compiled
    slots: tuple[Any, ...]  # a Slot, or a value that never changes
    proved: dict[tuple[int, int], bool] = field(default_factory=dict)

    def fill(self, values: list[Any]) -> tuple[Any, ...]:
        return tuple(slot(values) if callable(slot) else slot for slot in self.slots)


def ready[**P](
    build: Callable[Concatenate[Any, P], QuerySet[Any]],
) -> Callable[Concatenate[Any, P], list[Any]]:
    """Keep the SQL of the queryset that `build(viewer or school, *args)` returns.

    Arguments may be texts, whole numbers, dates and lists of numbers; anything else is part of
    the shape. What comes back is a list: a filter put on a ready statement would be lost.
    """
    shapes: dict[Any, Shape | None] = {}
    built: Callable[..., QuerySet[Any]] = build

    @wraps(built)
    def asked(ask: Any, *args: Any) -> list[Any]:
        school, person, today = _facts(ask)
        values = [school, person, today, *args, _subjects(ask)]
        key = (_kind(ask, today), *[_shape_of(arg) for arg in args])
        if key not in shapes:
            if len(shapes) >= MOST:
                shapes.clear()
            shapes[key] = _learn(built, ask, args, values)
        shape = shapes[key]
        if shape is None or not _is_proved(shape, built, ask, args, values):
            return list(built(ask, *args))
        return shape.compiled.ask(shape.fill(values))

    vars(asked)["shapes"] = shapes  # for tests
    return asked  # type: ignore[return-value]


def _is_proved(
    shape: Shape, built: Any, ask: Ask, args: tuple[Any, ...], values: list[Any]
) -> bool:
    """Say whether the ready SQL is this person's own, too. Looked at once for each of them.

    A rule may use a fact of the school or the person that no mark stands for; then what was true
    of the first would be asked for everybody. Whoever differs is asked as usual. The bearer of a
    pass has no hats and opens it once a day, so a pass is looked at once for each school.
    """
    has_pass = bool(getattr(ask, "purpose", ""))
    who = (values[0], 0 if has_pass else values[1])
    if who not in shape.proved:
        if len(shape.proved) >= MOST_PEOPLE:
            shape.proved.clear()
        try:
            real = built(ask, *args)
            told = real.query.get_compiler(real.db).as_sql()
        except EmptyResultSet:
            return False
        shape.proved[who] = (shape.compiled.sql, shape.fill(values)) == (told[0], tuple(told[1]))
    return shape.proved[who]


def _subjects(ask: Ask) -> list[str]:
    """What a pass names, in one order: a rule that asks for them must sort them too."""
    return [] if ask is None or isinstance(ask, School) else sorted(ask.subjects)


def _facts(ask: Ask) -> tuple[Any, Any, Any]:
    if ask is None:
        return 0, 0, None
    if isinstance(ask, School):
        return ask.pk, 0, ask.today()
    return ask.school.pk, ask.person_id or 0, ask.school.today()


def _kind(ask: Ask, today: date | None) -> tuple[Any, ...]:
    """What decides the shape. With the day in it, no rule can freeze one by mistake."""
    if ask is None:
        return ()
    if isinstance(ask, School):
        return (None, today)
    held = (ask.purpose, len(ask.subjects)) if ask.purpose or ask.subjects else ()
    return (ask.roles, ask.person is None, ask.scope, today, *held)


def _shape_of(arg: Any) -> Any:
    if isinstance(arg, list):
        return ("list", len(arg))
    if isinstance(arg, (date, str)) or (isinstance(arg, int) and not isinstance(arg, bool)):
        return type(arg)
    return ("fixed", arg)


def _marked(ask: Ask) -> Ask:
    """The same school and person, with marks for their ids and for today."""
    if ask is None:
        return None
    school = copy(ask if isinstance(ask, School) else ask.school)
    school.pk = NUMBERS
    school.today = lambda: _day_mark(2)  # type: ignore[method-assign]
    if isinstance(ask, School):
        return school
    person = copy(ask.person)
    if person is not None:
        person.pk = NUMBERS + 1
    named = frozenset(SUBJECT.format(n) for n in range(len(ask.subjects)))
    return replace(ask, school=school, person=person, subjects=named)


def _mark(number: int, arg: Any) -> Any:
    """A mark in place of the argument with this number (counted after the three facts)."""
    if isinstance(arg, str):
        return TEXT.format(number)
    if isinstance(arg, list):
        return [NUMBERS + number * 100_000 + n for n in range(len(arg))]
    if isinstance(arg, date):
        return _day_mark(number)
    if isinstance(arg, int) and not isinstance(arg, bool):
        return NUMBERS + number * 100_000
    return arg


def _learn(build: Any, ask: Ask, args: tuple[Any, ...], values: list[Any]) -> Shape | None:
    """Build both ways; None when they differ by more than their marks."""
    marked = build(_marked(ask), *(_mark(number, arg) for number, arg in enumerate(args, 3)))
    real = build(ask, *args)
    try:
        compiled = Compiled(marked)
        told = real.query.get_compiler(real.db).as_sql()
    except (EmptyResultSet, NotPlain):
        return None
    ops = connections[marked.db].ops
    shape = Shape(compiled, tuple(_slot(one, values, ops) for one in compiled.params))
    is_same = (compiled.sql, shape.fill(values)) == (told[0], tuple(told[1]))
    return shape if is_same and not _is_marked(shape.slots) else None


def _slot(one: Any, values: list[Any], ops: Any) -> Any:
    """What fills this place: one of the values, a step from a date, or what stands there."""
    if isinstance(one, int) and one >= NUMBERS:
        return _number_slot(one, values)
    texts = {TEXT.format(number): number for number in range(3, len(values) - 1)}
    if isinstance(one, str) and one in texts:
        place = texts[one]
        return lambda given: given[place]
    if isinstance(one, str) and one.startswith(SUBJECT[:11]):
        subject = int(one[11:])
        return lambda given: given[-1][subject]
    day = _date_in(one)
    if day is None or day.year < ERA - 1:
        return one
    number = _nearest(day)
    step = day - _day_mark(number)
    if abs(step) > REACH:
        return one
    return lambda given: ops.adapt_datefield_value(given[number] + step)


def _number_slot(one: int, values: list[Any]) -> Slot:
    number, n = divmod(one - NUMBERS, 100_000)
    kind = type(one)  # psycopg tells numbers by their width
    if number == 0:  # the school or the person
        return lambda given: kind(given[n])
    if isinstance(values[number], list):
        return lambda given: kind(given[number][n])
    return lambda given: kind(given[number])


def _day_mark(number: int) -> date:
    """The mark of value `number`; the school's today is the third."""
    return date(ERA + 2 * number, 6, 15)


def _nearest(day: date) -> int:
    return min(range(2, 12), key=lambda number: abs(day - _day_mark(number)))


def _date_in(one: Any) -> date | None:
    if isinstance(one, date):
        return one
    try:
        return date.fromisoformat(one) if isinstance(one, str) else None
    except ValueError:
        return None


def _is_marked(slots: Iterable[Any]) -> bool:
    """Say whether a mark was left standing, such as a date with an hour."""
    return any(str(one).startswith((str(ERA)[:2], "zz-")) for one in slots if not callable(one))
