"""Checklists in use and students on their way, for tests."""

from __future__ import annotations

from kindling.exhibitions.models import Exhibition, Kind
from kindling.gateways import actions
from kindling.gateways.bank.templates import Given, Template
from kindling.gateways.models import Checklist, Gateway, Line
from kindling.people.models import Student
from tests.cast import Cast


def in_use(cast: Cast, *lines: Given, kind: str = "gateway", grade: str = "") -> Checklist:
    """A checklist in use with these lines; without any: a letter."""
    asked = lines or (Given(Line.Kind.OWN, 1, "A letter"),)
    template = Template(kind, "Into the third year", "", tuple(asked))
    made = actions.begin_checklist(template, grade=grade, by=cast.as_("dana"))
    actions.publish_checklist(made, by=cast.as_("dana"))
    return made


def begun(cast: Cast, *lines: Given, who: str = "luis", kind: str = "gateway") -> Gateway:
    """A student who has begun."""
    student: Student = getattr(cast, who)
    return actions.open_gateway(student, in_use(cast, *lines, kind=kind), by=cast.as_(who))


def line_of(gateway: Gateway, kind: str = "own") -> Line:
    return gateway.checklist.lines.get(kind=kind)


def shown_and_accepted(cast: Cast, gateway: Gateway, kind: str = "own", amount: int = 1) -> None:
    """The student shows something, and Ana says that it counts."""
    by = cast.as_("luis")
    made = actions.show_for(
        gateway, line_of(gateway, kind), "Here it is.", evidence=None, amount=amount, by=by
    )
    actions.accept_showing(made, by=cast.as_("ana"))


def checked(cast: Cast, *lines: Given, kind: str = "gateway") -> Gateway:
    """Luis has applied, and Ana looked at his portfolio."""
    gateway = begun(cast, *lines, kind=kind)
    actions.apply_for(gateway, "I lead my own week now.", by=cast.as_("luis"))
    actions.check_portfolio(gateway, by=cast.as_("ana"))
    return gateway


def an_exhibition(cast: Cast, format_: str = "gateway", **facts) -> Exhibition:
    """One of Luis, led by Ana."""
    kind = Kind.objects.create(school=cast.school, title="Gateway", format=format_)
    return Exhibition.objects.create(
        school=cast.school, student=cast.luis, kind=kind, advisor=cast.ana,
        state_since=cast.school.now(), **facts,
    )  # fmt: skip
