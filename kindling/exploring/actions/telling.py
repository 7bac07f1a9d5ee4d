"""Letters of shadow days: who is asked, who is told. Nobody learns the other's answer here."""

from __future__ import annotations

from typing import Any

from kindling.exploring import audience
from kindling.exploring.models import ShadowDay
from kindling.exploring.rules import ALLOW_SHADOW, HOST_SHADOW
from kindling.notices.actions import notify, notify_many, spend_asks
from kindling.notices.asking import is_left_alone
from kindling.passes.actions import make_pass
from kindling.schools.inside import inside
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

AFTER = 21  # days after the shadow day in which the host's link still works


def ask_family(shadow: ShadowDay, *, by: Viewer) -> None:
    """Every guardian gets a link for this one day; one yes is enough."""
    for guardian in audience.unique(audience.family_asked(shadow.student), by):
        days = (shadow.on - by.school.today()).days + 1
        held = make_pass(
            guardian, ALLOW_SHADOW, [shadow.public_id], by=by, days=max(1, days),
            needs_code=True, about=shadow.student,
        )  # fmt: skip
        write_letter(guardian, "shadow_allow", shadow, by=by, link_id=held.public_id)


def ask_host(shadow: ShadowDay, *, by: Viewer) -> None:
    """The host gets a link for this one day. Who was asked often this month rests: staff call."""
    if shadow.host is None or not spend_asks([shadow.host], by=by):
        return
    write_host(shadow, "shadow_host", by=by)


def ask_how_it_was(shadow: ShadowDay, *, by: Viewer) -> None:
    """Ask student and host, each for their own word. The host said yes before: no ask is spent."""
    shadow.asked_at = by.school.now()
    shadow.save(update_fields=["asked_at"])
    host = shadow.host
    if host is not None and not shadow.host_answer and not is_left_alone(host, by.school.today()):
        write_host(shadow, "shadow_how_host", by=by)
    tell([shadow.student.person], "shadow_how", shadow, by=by)


def tell_guides(shadow: ShadowDay, kind: str, *, by: Viewer) -> None:
    """Advisors and coordinators."""
    today, school = by.school.today(), by.school
    advisors = audience.advisors_of(shadow.student, today)
    tell([*advisors, *audience.coordinators_of(school, today)], kind, shadow, by=by)


def tell_of(shadow: ShadowDay, kind: str, *, by: Viewer, outside: bool = True) -> None:
    """Everybody whom the day concerns; `outside`: family and host, who had been asked."""
    people = [shadow.student.person, *audience.advisors_of(shadow.student, by.school.today())]
    tell(people, kind, shadow, by=by)
    if outside:
        family = audience.unique(audience.family_of(shadow.student), by)
        notify_many(family, f"exploring/{kind}", _facts(shadow, by), by=by)
        hosts = audience.unique([shadow.host], by) if shadow.host_said else []
        notify_many(hosts, f"exploring/{kind}", _facts(shadow, by), by=by)


def tell_outcome(shadow: ShadowDay, *, by: Viewer) -> None:
    """One sentence for all, which does not say who said what."""
    today = by.school.today()
    people = [shadow.student.person, *audience.advisors_of(shadow.student, today)]
    people += audience.coordinators_of(by.school, today)
    tell(people, "shadow_outcome", shadow, by=by)
    if shadow.outcome in (ShadowDay.Outcome.CONTINUE, ShadowDay.Outcome.NOT_NOW):
        hosts = audience.unique([shadow.host], by)
        notify_many(hosts, "exploring/shadow_outcome", _facts(shadow, by), by=by)


def write_host(shadow: ShadowDay, kind: str, *, by: Viewer) -> None:
    host = audience.unique([shadow.host], by)
    days = (shadow.on - by.school.today()).days + AFTER
    for one in host:
        held = make_pass(
            one, HOST_SHADOW, [shadow.public_id], by=by, days=max(1, days), about=shadow.student
        )
        write_letter(one, kind, shadow, by=by, link_id=held.public_id)


def tell(people: list[Person], kind: str, shadow: ShadowDay, *, by: Viewer) -> None:
    with inside(by.school):
        url = shadow.get_absolute_url()
    unique = audience.unique(people, by)
    notify_many(unique, f"exploring/{kind}", _facts(shadow, by), by=by, url=url)


def write_letter(person: Person, kind: str, shadow: ShadowDay, *, by: Viewer, link_id: str) -> None:
    notify(person, f"exploring/{kind}", _facts(shadow, by), by=by, link_id=link_id)


def _facts(shadow: ShadowDay, by: Viewer) -> dict[str, Any]:
    pursuit = shadow.pursuit
    return {
        "shadow": shadow, "student": shadow.student, "first": shadow.student.first,
        "place": shadow.opportunity.title, "site": shadow.opportunity.site.name,
        "is_off": shadow.state == ShadowDay.State.DECLINED, "outcome": shadow.outcome,
        "goes_on": bool(pursuit and pursuit.state == pursuit.State.APPROVED),
    }  # fmt: skip
