"""Send families their link: when somebody asks for it, and each week on the school's day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from kindling.chores.clockwork import every
from kindling.families import rules
from kindling.families.models import FamilyChoice
from kindling.families.rules import FAMILY_WEEK
from kindling.history.steps import record_many
from kindling.kit.http import require
from kindling.notices.actions import Letter, notify_each
from kindling.passes.actions import Wanted, make_passes
from kindling.passes.models import Pass
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

LINK_DAYS = 120  # a term: the same address, which a phone may keep
FRESH = timedelta(days=14)  # with less left, the next letter brings a new one
AFTERNOON = 15  # the hour from which the weekly letter leaves
BATCH = 200


def send_letter(guardian: Person, *, by: Viewer) -> int:
    """Send one guardian their link, by the way they chose."""
    return send_letters([guardian], by=by)


@transaction.atomic
def send_letters(guardians: Sequence[Person], *, by: Viewer, kind: str = "week") -> int:
    """Send each their own link; return how many. A constant few statements.

    kind: "week" or "invited" (the first one). Who signs in gets a link as well: it asks for no
    password, which is what families forget.
    """
    require(rules.may_send_to(by, guardians))
    held = links_of(guardians, by=by)
    letters = [
        Letter(one, {"school": by.school}, link_id=held[one.pk].public_id) for one in guardians
    ]
    notify_each(letters, f"families/{kind}", by=by)
    record_many("family_letter.send", guardians, by=by, kind=kind)
    return len(letters)


def links_of(guardians: Sequence[Person], *, by: Viewer) -> dict[int, Pass]:
    """Guardian's key → their link, the one they have while it is good for two weeks more.

    The caller's own rule says whether they may have one. Three statements.
    """
    good = Pass.objects.filter(
        school=by.school, bearer__in=guardians, purpose=FAMILY_WEEK, revoked_at__isnull=True,
        expires_at__gt=timezone.now() + FRESH,
    )  # fmt: skip
    held = {one.bearer_id: one for one in good.order_by("pk")}
    wanted = [Wanted(one, [one.public_id]) for one in guardians if one.pk not in held]
    if wanted:
        made = make_passes(wanted, FAMILY_WEEK, by=by, days=LINK_DAYS, needs_code=True)
        held |= {one.bearer_id: one for one in made}
    return held


@every(minutes=30)
def send_weekly_letters() -> None:
    """On its day each school's letters leave in the afternoon, once; a missed day is let go."""
    weekday = Q(letter_weekday__isnull=False)
    for choice in FamilyChoice.objects.filter(weekday).select_related("school__network"):
        now = choice.school.now()
        if now.weekday() == choice.letter_weekday and now.hour >= AFTERNOON:
            _send_week(choice)


def _send_week(choice: FamilyChoice) -> None:
    """Write in portions to who has no letter of today: a worker that died is gone on from."""
    school, today = choice.school, choice.school.today()
    if choice.letters_on == today:
        return
    by = Viewer.system(school)
    while guardians := list(rules.asked_weekly(by)[:BATCH]):
        send_letters(guardians, by=by)
    FamilyChoice.objects.filter(pk=choice.pk).update(letters_on=today)
