"""Who needs the advisor now, with the next action one tap away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import ngettext

from kindling.attendance.models import Day
from kindling.home.queries.placed import Place, Placed, Someone
from kindling.home.queries.presence import Presence
from kindling.home.statements import DAY, days_in_question, pursuits_in_question
from kindling.kit.addresses import url
from kindling.kit.tongue import gettext as _
from kindling.placements.models import Pursuit
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.ui.format import clock, day, short_day

WEEK = timedelta(days=7)
BACK = timedelta(days=60)  # what nobody settled in two months is found in the list of days
SOON = 3  # days before a permission runs out


@dataclass(frozen=True)
class Act:
    """What one tap does: a link, or a POST."""

    label: str
    href: str
    icon: str = ""
    is_post: bool = False
    is_main: bool = False
    in_sheet: bool = False


@dataclass(frozen=True)
class Need:
    """Somebody needs somebody. `kind` orders the cards: who is missed comes first."""

    kind: str
    who: Someone
    chip: str
    icon: str
    text: str
    acts: tuple[Act, ...]


ORDER = ("missed", "disputed", "answer", "start", "runs_out", "unheard")


@dataclass(frozen=True)
class Chase:
    """A pursuit on which the advisor has to act."""

    public_id: str
    student_id: int
    state: str
    until_on: date | None
    site: str
    holder: str = ""  # whose yes it waits for, where the school asks several


def asked_days(viewer: Viewer, today: date) -> list[Day]:
    """Today's days, those that differ, and those that wait for a week. One statement."""
    rows = days_in_question(**_mine(viewer), today=today, week_ago=today - WEEK, since=today - BACK)
    return [Day.from_db("default", DAY, row) for row in rows]


def asked_pursuits(viewer: Viewer, today: date) -> list[Chase]:
    """Who asks for a yes or to start, and whose permission is about to run out. One statement."""
    soon = today + timedelta(days=SOON)
    return [Chase(*row) for row in pursuits_in_question(**_mine(viewer), today=today, soon=soon)]


def _mine(viewer: Viewer) -> dict[str, Any]:
    return {
        "school": viewer.school.pk, "adult": viewer.person_id or 0, "role": Role.ADVISOR.value,
    }  # fmt: skip


def needs_of(
    present: list[Presence], days: list[Day], pursuits: list[Chase], now: datetime
) -> list[Need]:
    """Return the cards, most pressing first."""
    today = now.date()
    people = {one.student.pk: one.student for one in present}
    cards = [missed(one) for one in present if one.is_missed]
    days = [d for d in days if d.student_id in people]
    cards += [disputed(people[d.student_id], d) for d in days if d.state == Day.State.DISPUTED]
    asked = [p for p in pursuits if p.student_id in people]
    cards += [pursued(people[p.student_id].who, p, today) for p in asked]
    cards += unheard(people, [d for d in days if d.standing == "waiting" and d.on <= today - WEEK])
    return sorted(cards, key=lambda card: ORDER.index(card.kind))


def missed(one: Presence) -> Need:
    """Expected, and silent."""
    who, place = one.student.who, one.place
    assert place is not None  # noqa: S101  who is missed is missed somewhere
    assert one.expected is not None  # noqa: S101
    acts = []
    if who.phone:
        label = _("Call %(name)s") % {"name": who.first}
        acts.append(Act(label, f"tel:{plain_phone(who.phone)}", "phone", is_main=True))
    phone = place.mentor_phone or place.site_phone
    if phone:
        label = _("Call %(name)s") % {"name": place.mentor if place.mentor_phone else place.site}
        acts.append(Act(label, f"tel:{plain_phone(phone)}", "phone", is_main=not acts))
    acts += alarm_acts(one)
    address = url("attendance:missed", place.id, one.expected.on.isoformat())
    acts.append(Act(_("Say what happened"), address, "pencil", is_main=not acts, in_sheet=True))
    text = _("Expected at %(time)s at %(site)s. %(name)s has not checked in.") % {
        "time": clock(one.expected.starts_at), "site": place.site, "name": who.first,
    }  # fmt: skip
    return Need("missed", who, _("Not checked in"), "circle-alert", text, tuple(acts))


def alarm_acts(one: Presence) -> list[Act]:
    """Take the alarm that nobody has, or see who has it."""
    alarm = one.student.missed
    if alarm is None:
        return []
    if alarm.is_open:
        take = url("ladder:take", alarm.id)
        return [Act(_("I have it"), take, "hand", is_post=True)]
    label = _("%(name)s has it") % {"name": alarm.taker}
    return [Act(label, url("ladder:alarm", alarm.id), "hand", in_sheet=True)]


def plain_phone(phone: str) -> str:
    return "".join(sign for sign in phone if sign.isdigit() or sign == "+")


def disputed(student: Placed, row: Day) -> Need:
    """Student and mentor differ."""
    facts = {"name": student.who.first, "mentor": mentor_of(student, row), "day": day(row.on)}
    text = _("%(name)s says %(said)s on %(day)s, %(mentor)s says %(heard)s.") % {
        **facts, "said": _span(row.student_in_at, row.student_out_at),
        "heard": _span(row.mentor_in_at, row.mentor_out_at),
    }  # fmt: skip
    act = Act(
        _("Settle %(day)s") % {"day": short_day(row.on)}, row.get_absolute_url(), "scale",
        is_main=True, in_sheet=True,
    )  # fmt: skip
    return Need("disputed", student.who, _("Times differ"), "scale", text, (act,))


def mentor_of(student: Placed, row: Day) -> str:
    names = {place.pk: place.mentor for place in student.places}
    return names.get(row.placement_id) or _("the mentor")


def _span(start: datetime | None, end: datetime | None) -> str:
    if start is None:
        return _("not there")
    if end is None:
        return _("from %(start)s") % {"start": clock(start)}
    return _("%(start)s to %(end)s") % {"start": clock(start), "end": clock(end)}


def pursued(who: Someone, pursuit: Chase, today: date) -> Need:
    """Waits for our yes, wants to start, or has few days left."""
    facts = {"name": who.first, "site": pursuit.site}
    if pursuit.holder:
        return _answered(who, pursuit, facts)
    if pursuit.state == Pursuit.State.START_REQUESTED:
        text = _("%(name)s and %(site)s agree and want to start.") % facts
        start = url("placements:start", pursuit.public_id)
        act = Act(_("Set days and start"), start, "calendar-plus", is_main=True)
        return Need("start", who, _("Wants to start"), "rocket", text, (act,))
    last = pursuit.until_on or today
    text = _("%(name)s may go after %(site)s until %(day)s.") % {**facts, "day": day(last)}
    look = Act(
        _("See how it stands"),
        url("placements:pursuit", pursuit.public_id),
        "route",
        is_main=True,
    )
    return Need("runs_out", who, _("Runs out soon"), "hourglass", text, (look,))


def _answered(who: Someone, pursuit: Chase, facts: dict[str, str]) -> Need:
    text = _("%(name)s asks to go after %(site)s.") % facts
    if pursuit.state == Pursuit.State.START_REQUESTED:
        text = _("%(name)s and %(site)s agree and want to start.") % facts
    look = url("placements:pursuit", pursuit.public_id)
    act = Act(_("Say yes or not now"), look, "check", is_main=True)
    return Need("answer", who, _("Asks for your yes"), "hand", text, (act,))


def unheard(people: dict[int, Placed], days: list[Day]) -> list[Need]:
    """Days that no mentor has confirmed for a week, one card for each internship."""
    rows: dict[tuple[int, int], list[Day]] = {}
    for row in days:
        rows.setdefault((row.student_id, row.placement_id), []).append(row)
    return [_unheard(people[student], place_of(people[student], place), found)
            for (student, place), found in rows.items()]  # fmt: skip


def place_of(student: Placed, pk: int) -> Place | None:
    return next((place for place in student.places if place.pk == pk), None)


def _unheard(student: Placed, place: Place | None, rows: list[Day]) -> Need:
    text = ngettext(
        "%(num)s day waits for %(mentor)s since %(day)s.",
        "%(num)s days wait for %(mentor)s, the oldest since %(day)s.",
        len(rows),
    ) % {"num": len(rows), "mentor": mentor_of(student, rows[0]), "day": day(rows[0].on)}
    acts = [Act(_("See the day"), rows[0].get_absolute_url(), "calendar-check", in_sheet=True)]
    if place:
        label = _("Send %(mentor)s a link") % {"mentor": place.mentor}
        ask = url("attendance:ask", place.id)
        acts.insert(0, Act(label, ask, "send", is_post=True, is_main=True))
    return Need("unheard", student.who, _("Not confirmed"), "clock", text, tuple(acts))
