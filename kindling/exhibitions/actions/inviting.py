"""Letters of an exhibition: each with a calendar file, in its reader's language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Q

from kindling.exhibitions.calendars import CANCEL, REQUEST, invitation
from kindling.exhibitions.letters import facts, has_link
from kindling.exhibitions.models import Exhibition, Panelist, Part
from kindling.exhibitions.rules import JOIN_EXHIBITION, OUTSIDE, still_there
from kindling.history.steps import record, take_step
from kindling.notices.actions import Letter, notify_each, spend_asks
from kindling.notices.asking import is_left_alone
from kindling.passes.actions import Wanted, make_passes
from kindling.schools.inside import inside
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

AFTER = 14  # days after the date in which a link still works, unless the record ends it
State = Panelist.State


def invite_named(exhibition: Exhibition, *, by: Viewer) -> list[Panelist]:
    """Write to whoever is named and has no letter yet; student and advisor learn of the date.

    Nobody is written to before there is a date. Mentors and guests who were asked often this month
    rest, and so does whom the school leaves alone: the page says so. Returns whom it wrote to.
    """
    if not exhibition.has_date:
        return []
    named = Panelist.objects.filter(Q(state=State.NAMED) | Q(part=Part.ADVISOR), is_invited=False)
    found = still_there(exhibition, named)
    rows = _willing(list(found.select_related("person").order_by("pk")), by)
    is_first = not Panelist.objects.filter(exhibition=exhibition, is_invited=True).exists()
    write(exhibition, rows, "invited", REQUEST, by=by)
    if is_first:
        write_student(exhibition, "invited", REQUEST, by=by)
    asked = [one.pk for one in rows if one.state == State.NAMED]
    Panelist.objects.filter(pk__in=[one.pk for one in rows]).update(is_invited=True)
    Panelist.objects.filter(pk__in=asked).update(state=State.ASKED)
    for one in rows:
        one.is_invited = True
        one.state = State.ASKED if one.pk in asked else one.state
    record("exhibition.letters", exhibition, by=by, kind="invited", letters=len(rows))
    waits = Panelist.objects.filter(exhibition=exhibition, state=State.ASKED, is_invited=True)
    if exhibition.state == Exhibition.State.SCHEDULED and waits.exists():
        take_step(exhibition, "invite", by=by, state_since=by.school.now())
    return rows


def _willing(rows: list[Panelist], by: Viewer) -> list[Panelist]:
    outside = [one.person for one in rows if one.part in OUTSIDE and one.person]
    asked = {one.pk for one in spend_asks(outside, by=by)} if outside else set()
    today = by.school.today()
    return [
        one for one in rows
        if one.person
        and (one.part not in OUTSIDE or one.person_id in asked)
        and not is_left_alone(one.person, today)
    ]  # fmt: skip


def tell_all(exhibition: Exhibition, kind: str, method: str, *, by: Viewer) -> int:
    """Write to everybody who has an invitation, and to the student. Returns how many letters."""
    people = still_there(exhibition, Panelist.objects.filter(is_invited=True))
    told = list(people.select_related("person").order_by("pk"))
    if not told:
        return 0
    write(exhibition, told, kind, method, by=by)
    write_student(exhibition, kind, method, by=by)
    record("exhibition.letters", exhibition, by=by, kind=kind, letters=len(told) + 1)
    return len(told) + 1


def write(
    exhibition: Exhibition, panelists: Sequence[Panelist], kind: str, method: str, *, by: Viewer
) -> None:
    """One letter each, a constant few statements. method "": without a calendar file."""
    rows = [(one, one.person) for one in panelists if one.person]
    if not rows:
        return
    links = _links(exhibition, [one for one, _p in rows], method, by)
    with inside(by.school):
        page = exhibition.get_absolute_url()
    letters = [
        Letter(
            person, facts(exhibition, person, by, panelist=one), link_id=links.get(one.pk, ""),
            url="" if has_link(one) else page, calendar=_file(exhibition, person, method),
        )
        for one, person in rows
    ]  # fmt: skip
    notify_each(letters, f"exhibitions/{kind}", by=by)


def _links(
    exhibition: Exhibition, panelists: list[Panelist], method: str, by: Viewer
) -> dict[int, str]:
    outside = [one for one in panelists if has_link(one)] if method != CANCEL else []
    wanted = [
        Wanted(one.person, [exhibition.public_id], exhibition.student)
        for one in outside
        if one.person
    ]
    if not wanted or exhibition.on is None:
        return {}
    days = max(1, (exhibition.on - by.school.today()).days) + AFTER
    held = make_passes(wanted, JOIN_EXHIBITION, by=by, days=days)
    return {one.pk: link.public_id for one, link in zip(outside, held, strict=True)}


def write_student(exhibition: Exhibition, kind: str, method: str, *, by: Viewer) -> None:
    """Tell the student whose exhibition it is."""
    person = exhibition.student.person
    person.school = by.school
    with inside(by.school):
        page = exhibition.get_absolute_url()
    calendar = _file(exhibition, person, method)
    letter = Letter(person, facts(exhibition, person, by), url=page, calendar=calendar)
    notify_each([letter], f"exhibitions/{kind}", by=by)


def _file(exhibition: Exhibition, person: Person, method: str) -> Any:
    person.school = exhibition.school
    return invitation(exhibition, person, method) if method else ""
