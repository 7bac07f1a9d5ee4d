"""Which places of a round a student could take at all: open, days, age, minutes from school."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.people.models import Student
from kindling.placements.models import Pursuit
from kindling.rounds.models import Round, RoundPlace
from kindling.schedule.models import Commitment
from kindling.sites.openness import openness_of
from kindling.sites.travel import commute_of, minutes_to, no_way


@dataclass(frozen=True)
class Bar:
    """What keeps a student from a place. `code` stays in the record, `sentence` is shown."""

    code: str
    sentence: str


class Gate:
    """Asks for every student and place of one round; three statements however many there are."""

    def __init__(self, one: Round, students: Iterable[Student]) -> None:
        self.round, self.school = one, one.school
        self.on = one.closes_at.astimezone(self.school.zone).date()
        keys = [student.pk for student in students]
        self.busy: dict[int, set[int | None]] = {}
        for student, weekday in self._weekly(keys):
            self.busy.setdefault(student, set()).add(weekday)
        rows = Pursuit.objects.filter(school=self.school, state__in=Pursuit.LIVE)
        if len(keys) == 1:
            rows = rows.filter(student=keys[0])
        self.there = set(rows.values_list("student_id", "opportunity_id"))

    def _weekly(self, keys: list[int]) -> list[tuple[int, int | None]]:
        """Whole days of every week on which a student is elsewhere. No more is known of anybody."""
        rows = Commitment.objects.filter(
            Q(until_on__isnull=True) | Q(until_on__gt=self.on),
            school=self.school, weekday__isnull=False, starts_at__isnull=True,
            since_on__lte=self.on,
        )  # fmt: skip
        if len(keys) == 1:
            rows = rows.filter(student=keys[0])
        return list(rows.values_list("student_id", "weekday"))

    def bar(self, student: Student, place: RoundPlace) -> Bar | None:
        """Return what is in the way, or None. No statement; the place comes with its site."""
        offer = place.opportunity
        if (student.pk, offer.pk) in self.there:
            return Bar("there", _("You have this place already."))
        if first := openness_of(offer, student, self.on, free_seats=1).first:
            return Bar(first.code, first.sentence)
        theirs = self.school.weekdays - self.busy.get(student.pk, set())
        if theirs.isdisjoint(offer.weekdays):
            return Bar("days", _("Not on the days on which you have internships."))
        return self._too_far(place)

    def _too_far(self, place: RoundPlace) -> Bar | None:
        minutes, most = minutes_to(self.school, place.opportunity), self.round.most_minutes
        commute = commute_of(self.school, place.opportunity)
        if most is not None and commute is not None and commute.needs_car:
            return Bar("far", no_way())
        if most is None or minutes is None or minutes <= most:
            return None
        return Bar(
            "far",
            ngettext(
                "About %(num)s minute from school, further than this round goes.",
                "About %(num)s minutes from school, further than this round goes.",
                minutes,
            )
            % {"num": minutes},
        )
