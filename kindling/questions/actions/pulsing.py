"""Once a term both sides say how it is. The clock opens a round in the middle of the term."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from kindling.chores.clockwork import every
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.placements.models import Placement
from kindling.questions import rules
from kindling.questions.models import Pulse, PulseRound
from kindling.schools.models import School, Term
from kindling.schools.viewer import Viewer

LASTS = timedelta(days=20)  # three weeks, both days counted


@every(hours=1)
def open_pulses() -> None:
    """Open the round of each term whose middle has come, once; also after a pause of the worker."""
    for school in School.objects.filter(set_up_at__isnull=False):
        today = school.today()
        for term in Term.of(school).filter(starts_on__lte=today, ends_on__gte=today):
            rounds = PulseRound.objects.filter(term=term)
            if _middle_of(term) <= today and not rounds.exists():
                open_pulse(term, by=Viewer.system(school))


def _middle_of(term: Term) -> date:
    return term.starts_on + (term.ends_on - term.starts_on) / 2


@transaction.atomic
def open_pulse(term: Term, *, by: Viewer) -> PulseRound:
    """Ask from today on for three weeks, at most until the term ends. One round a term."""
    require(rules.may_open_round(by) and term.school_id == by.school.pk)
    today = by.school.today()
    if not term.starts_on <= today <= term.ends_on:
        raise Refused(_("This term is not now."))
    days = {"opens_on": today, "closes_on": min(today + LASTS, term.ends_on)}
    try:
        with transaction.atomic():
            made: PulseRound = PulseRound.objects.create(school=by.school, term=term, **days)
    except IntegrityError:
        raise Refused(_("This term was asked already.")) from None
    record("pulse.open", made, by=by, closes_on=str(made.closes_on))
    _mark_school(by.school)
    return made


@transaction.atomic
def close_round(round_: PulseRound, *, by: Viewer) -> None:
    """Ask no more; the answers stay."""
    require(rules.may_open_round(by))
    today = by.school.today()
    if round_.closes_on < today:
        raise Refused(_("It is over already."))
    round_.closes_on = max(today - timedelta(days=1), round_.opens_on - timedelta(days=1))
    round_.save(update_fields=["closes_on"])
    record("pulse.close", round_, by=by)
    _mark_school(by.school)


@transaction.atomic
def give_pulse(
    placement: Placement,
    round_: PulseRound,
    numbers: Mapping[str, int],
    *,
    line: str = "",
    is_shared: bool = False,
    by: Viewer,
) -> Pulse:
    """Say how it is, from 1 to 4 for each of Pulse.PARTS. The first answer of a side counts."""
    side = rules.pulse_side(by, placement)
    require(bool(side) and round_.school_id == by.school.pk)
    today = by.school.today()
    if not round_.opens_on <= today <= round_.closes_on:
        raise Refused(_("This is not asked any more."))
    parts = {part: numbers[part] for part in Pulse.PARTS}
    words = {"line": line.strip()[:500], "is_shared": is_shared}
    pulse, made = Pulse.objects.get_or_create(
        round=round_, placement=placement, side=side,
        defaults={
            "school": by.school, "by": by.person, "at": by.school.now(), **parts, **words,
        },
    )  # fmt: skip
    if made:
        record("pulse.give", pulse, by=by, side=side)
    return pulse


def _mark_school(school: School) -> None:
    """Keep on the school until when the pulse is asked, so that pages know without asking."""
    last = PulseRound.objects.filter(school=school).aggregate(last=Max("closes_on"))["last"]
    School.objects.filter(pk=school.pk).update(pulse_until=last)
    school.pulse_until = last
