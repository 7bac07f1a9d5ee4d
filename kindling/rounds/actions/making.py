"""The coordinator makes a round: name, deadline, places, who goes first; opens it or calls it off."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.rounds import rules
from kindling.rounds.actions.telling import tell_listed, tell_students
from kindling.rounds.mechanism import seed_hash
from kindling.rounds.models import Outcome, Round, RoundPlace
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity

LONGEST = timedelta(days=366)
CHANGEABLE = (
    "name", "note", "closes_at", "list_length", "asked_share", "returning_first", "first_grades",
    "most_minutes",
)  # fmt: skip
PROMISED = ("asked_share", "returning_first", "first_grades", "most_minutes")


@transaction.atomic
def make_round(*, by: Viewer, after: Round | None = None, **facts: Any) -> Round:
    """Prepare a round: `name`, `closes_at` and more of CHANGEABLE. Nobody is told yet.

    Its seed is drawn now, before anybody has a list; only its hash is shown until the result.
    Raises ValidationError for a deadline that is over or years away.
    """
    require(rules.may_run_rounds(by))
    _check_deadline(facts["closes_at"], by)
    one = Round(school=by.school, after=after, **facts)
    one.save(force_insert=True)
    record("round.make", one, by=by, seed_hash=seed_hash(one.seed))
    return one


@transaction.atomic
def change_round(one: Round, *, by: Viewer, **facts: Any) -> None:
    """Change what was said. Once it is open, who goes first stays: lists were made on it."""
    require(rules.may_run_rounds(by))
    one = Round.objects.select_for_update().get(pk=one.pk)
    if one.state not in (Round.State.DRAFT, Round.State.OPEN):
        raise Refused(_("This round is closed, so nothing can be changed any more."))
    if one.state == Round.State.OPEN:
        if not one.takes_lists(by.school.now()):
            raise Refused(_("The deadline is over, so nothing can be changed any more."))
        facts = {name: value for name, value in facts.items() if name not in PROMISED}
    if "closes_at" in facts:
        _check_deadline(facts["closes_at"], by)
    was = {name: str(getattr(one, name)) for name in facts if getattr(one, name) != facts[name]}
    for name, value in facts.items():
        setattr(one, name, value)
    one.save(update_fields=[*facts])
    record("round.change", one, by=by, was=was, now={name: str(facts[name]) for name in was})
    if "closes_at" in was and one.state == Round.State.OPEN:
        tell_students(one, "moved", by=by)


@transaction.atomic
def choose_places(one: Round, seats: Mapping[Opportunity, int], *, by: Viewer) -> None:
    """Keep which places are in the round, each with how many of its seats.

    Raises Refused once it is open, ValidationError for more seats than are free.
    """
    require(rules.may_run_rounds(by) and all(p.school_id == by.school.pk for p in seats))
    one = Round.objects.select_for_update().get(pk=one.pk)  # somebody may be opening it
    if one.state != Round.State.DRAFT:
        raise Refused(_("Students rank these places already. Make a second round for more."))
    wanted = {place: many for place, many in seats.items() if many > 0}
    _check_free(wanted)
    RoundPlace.objects.filter(round=one).exclude(opportunity__in=wanted).delete()
    kept = {place.opportunity_id: place for place in RoundPlace.objects.filter(round=one)}
    made = []
    for place, many in wanted.items():
        row = kept.get(place.pk) or RoundPlace(school=by.school, round=one, opportunity=place)
        row.seats = many
        made.append(row)
    RoundPlace.objects.bulk_update([row for row in made if row.pk], ["seats"])
    RoundPlace.objects.bulk_create([row for row in made if not row.pk])
    record("round.choose_places", one, by=by, places={p.public_id: n for p, n in wanted.items()})


def _check_free(wanted: Mapping[Opportunity, int]) -> None:
    keys = [place.pk for place in wanted]
    rows: QuerySet[Any] = Opportunity.objects.filter(pk__in=keys).for_cards()
    free = {place.pk: place.free_seats for place in rows}
    for place, many in wanted.items():
        if many > free.get(place.pk, 0):
            raise ValidationError(
                _("%(place)s has only %(num)s free.")
                % {"place": place.title, "num": free.get(place.pk, 0)}
            )


def _check_deadline(closes_at: datetime, by: Viewer) -> None:
    now = by.school.now()
    if not now < closes_at < now + LONGEST:
        raise ValidationError({"closes_at": _("Choose a moment in the future, within a year.")})


@transaction.atomic
def open_round(one: Round, *, by: Viewer) -> None:
    """Let students rank from now on, and tell them. Needs a place and a deadline ahead."""
    require(rules.may_run_rounds(by))
    one.lock()  # somebody may be choosing its places
    if not one.places.exists():
        raise Refused(_("Choose the places first, then open the round."))
    if one.closes_at <= by.school.now():
        raise Refused(_("The deadline is over. Set a later one, then open the round."))
    take_step(one, "open", by=by, detail={"seed_hash": seed_hash(one.seed)})
    Round.tell_school(by.school)
    tell_students(one, "opened", by=by)


@transaction.atomic
def cancel_round(one: Round, reason: str, *, by: Viewer) -> None:
    """Call it off, with a reason that everybody with a list reads."""
    require(rules.may_run_rounds(by))
    reason = reason.strip()[:1000]
    if not reason:
        raise ValidationError({"reason": _("Say why: those who made a list read it.")})
    was = one.state
    take_step(one, "cancel", by=by, reason=reason, detail={"reason": reason})
    Round.tell_school(by.school)
    if was != Round.State.DRAFT:
        tell_listed(one, "cancelled", by=by)


@transaction.atomic
def make_second_round(one: Round, closes_at: datetime, *, by: Viewer) -> Round:
    """Prepare a round on the seats that are left. Who has no place draws first there.

    A double tap makes one.
    """
    require(rules.may_run_rounds(by))
    one = Round.objects.select_for_update().get(pk=one.pk)
    made = Round.objects.filter(after=one, state=Round.State.DRAFT, closes_at=closes_at).first()
    if made is not None:
        return made
    if one.state != Round.State.PUBLISHED:
        raise Refused(_("Publish this round first. Then one can follow on the seats left over."))
    facts = {name: getattr(one, name) for name in CHANGEABLE}
    facts |= {"name": _("%(name)s, second round") % {"name": one.name[:90]}}
    facts |= {"closes_at": closes_at, "asked_share": one.asked_share}
    later = make_round(by=by, after=one, **facts)
    left = _left_over(one)
    choose_places(later, left, by=by)
    return later


def _left_over(one: Round) -> dict[Opportunity, int]:
    """What nobody got, as far as it is still free."""
    taken: dict[int, int] = {}
    for place in Outcome.objects.filter(round=one).values_list("place", flat=True):
        if place is not None:
            taken[place] = taken.get(place, 0) + 1
    rows = {row.opportunity_id: row for row in RoundPlace.objects.filter(round=one)}
    open_ = Opportunity.objects.filter(pk__in=[*rows], state=Opportunity.State.OPEN).awake(
        one.school.today()
    )
    places: QuerySet[Any] = open_.for_cards()
    return {
        place: left
        for place in places
        if (left := min(rows[place.pk].seats - taken.get(rows[place.pk].pk, 0), place.free_seats))
        > 0
    }
