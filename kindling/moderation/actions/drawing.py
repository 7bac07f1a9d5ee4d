"""Draw a sample by the school's rate and give each judgement to somebody who does not know it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from secrets import token_hex

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.judgements.models import Opinion
from kindling.kit.http import Refused, require
from kindling.moderation import rules
from kindling.moderation.models import Marking, Sampled, Sitting
from kindling.moderation.rules.sittings import knows
from kindling.moderation.sampling import draw, hand_out
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

MOST = 200  # a sitting nobody could hold


@transaction.atomic
def draw_sitting(
    title: str, *, since_on: date, until_on: date, percent: int, markers: Sequence[Person],
    each: int = 1, seed: str = "", by: Viewer,
) -> Sitting:  # fmt: skip
    """Begin a sitting: of every judge `percent` of a hundred, each marked again by `each` people.

    Refused where nothing was judged in these days, and where nobody could mark any of it.
    """
    require(rules.may_draw(by))
    pool = {one.judgement_id: one for one in rules.pool_of(by.school, since_on, until_on)}
    if not pool:
        raise Refused(_("Nothing was judged in these days that could be marked again."))
    pairs = [[one.judgement.public_id, one.by.public_id] for one in pool.values()]
    seed = seed or token_hex(8)
    by_key = {one.judgement.public_id: one for one in pool.values()}
    drawn = [by_key[key] for key in draw(((a, b) for a, b in pairs), percent, seed)[:MOST]]
    given = _given(drawn, markers, each, by.school.today())
    if not any(given.values()):
        raise Refused(_("All of them know what was drawn. Choose somebody else to mark."))
    sitting: Sitting = Sitting.objects.create(
        school=by.school, title=title, since_on=since_on, until_on=until_on, percent=percent,
        seed=seed, pool=pairs, leader=_leader(by), drawn_at=by.school.now(),
    )  # fmt: skip
    _write(sitting, [one for one in drawn if given[one.judgement.public_id]], given)
    record("sitting.draw", sitting, by=by, pool=len(pairs), drawn=len(drawn))
    return sitting


def _leader(by: Viewer) -> Person:
    if by.person is None:
        raise PermissionDenied
    return by.person


def _given(
    drawn: list[Opinion], markers: Sequence[Person], each: int, today: date
) -> dict[str, list[Person]]:
    """Judgement → who marks it again, by public id."""
    people = {one.pk: one for one in markers}
    known = knows([one.judgement_id for one in drawn], today)
    names = {one.pk: one.public_id for one in markers}
    kept_from = {
        one.judgement.public_id: {names[key] for key in known[one.judgement_id] if key in names}
        for one in drawn
    }
    by_name = {one.public_id: one for one in people.values()}
    given = hand_out((one.judgement.public_id for one in drawn), by_name, kept_from, each)
    return {key: [by_name[name] for name in names] for key, names in given.items()}


def _write(sitting: Sitting, drawn: list[Opinion], given: dict[str, list[Person]]) -> None:
    rows = [
        Sampled(
            school=sitting.school, sitting=sitting, number=number, judgement=one.judgement,
            first=one.level, first_by=one.by,
        )
        for number, one in enumerate(drawn, 1)
    ]  # fmt: skip
    made = Sampled.objects.bulk_create(rows)
    Marking.objects.bulk_create(
        Marking(school=sitting.school, sampled=row, by=person)
        for row in made
        for person in given[row.judgement.public_id]
    )
