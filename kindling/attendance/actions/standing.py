"""Days that count by a mentor's standing word: they were told how it works, and did not object."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction

from kindling.attendance import rules
from kindling.attendance.following import Changed, count_days
from kindling.attendance.models import Day, Entry, MentorChoice, Method
from kindling.attendance.rhythm import WORD_LASTS, ripe_days
from kindling.attendance.waiting import Spoken, spoken_days
from kindling.chores.clockwork import every
from kindling.history.steps import record_many
from kindling.kit.http import require
from kindling.placements.models import Placement
from kindling.schools.models import School
from kindling.schools.viewer import Viewer

BACK = timedelta(days=28)  # a worker that slept still counts them


@transaction.atomic
def confirm_by_word(spoken: Sequence[Spoken], *, by: Viewer) -> list[Day]:
    """Let the student's own times count, each with an entry that says by which word. Only the clock.

    A day about which somebody spoke meanwhile is left alone. What the mentor says later still
    counts: they may object until staff settle the day. A constant few statements.
    """
    require(rules.may_count_by_word(by))
    meant = {one.day.pk: one.day for one in spoken if one.day is not None}
    waiting = Day.objects.filter(pk__in=meant, state=Day.State.CHECKED_OUT)
    days = [meant[pk] for pk in waiting.select_for_update().values_list("pk", flat=True)]
    before = [Changed(day, day.sums) for day in days]
    facts = {"state": Day.State.CONFIRMED, "standing": Day.Standing.CONFIRMED}
    Day.objects.filter(pk__in=[day.pk for day in days]).update(**facts)
    for day in days:
        day.state, day.standing = facts["state"], facts["standing"]
    Entry.objects.bulk_create(
        Entry(
            school=by.school, day=day, voice=Entry.Voice.MENTOR, kind=Entry.Kind.CONFIRM,
            by=day.placement.mentor, at=by.school.now(), minutes=day.minutes,
            method=Method.STANDING, weight=Method.STANDING.weight,
        )
        for day in days
    )  # fmt: skip
    record_many("day.confirm_by_word", days, by=by)
    count_days(before, by=by)
    return days


@every(hours=1)
def count_standing_words() -> None:
    """Count, at every school, the days that have waited long enough. Safe to call twice."""
    schools = MentorChoice.objects.filter(word_on__isnull=False).values("school")
    for school in School.objects.filter(pk__in=schools, set_up_at__isnull=False):
        ripe = _ripe_of(school)
        if ripe:
            confirm_by_word(ripe, by=Viewer.system(school))


def _ripe_of(school: School) -> list[Spoken]:
    """Return the school's days that are ripe. Four statements."""
    now = school.now()
    choices = MentorChoice.objects.filter(school=school, word_on__gte=now.date() - WORD_LASTS)
    words = dict(choices.values_list("person", "word_on"))
    placements = Placement.objects.filter(school=school, mentor__in=words)
    placements = placements.filter(mentor__suspended_at__isnull=True)
    ripe: list[Spoken] = []
    for one in spoken_days(school, placements, now.date() - BACK, now.date()):
        word_on = words[one.placement.mentor_id]
        if word_on:
            ripe += ripe_days([one], word_on, now)
    return ripe
