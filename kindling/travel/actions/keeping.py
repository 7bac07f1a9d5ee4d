"""A timetable that was looked at is used, taken away or thrown away."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from kindling.history.steps import take_step
from kindling.kit.http import require
from kindling.schools.models import School
from kindling.schools.viewer import Viewer
from kindling.travel import rules
from kindling.travel.along import tell_changed
from kindling.travel.models import Feed, FeedFile, PackedTimetable


@transaction.atomic
def use_feed(feed: Feed, *, by: Viewer) -> None:
    """From now on minutes are those of this timetable. The one before it goes."""
    require(rules.may_keep_timetable(by))
    School.objects.select_for_update().get(pk=by.school.pk)  # or two used at once are both in use
    for earlier in Feed.objects.filter(school=by.school, state=Feed.State.LIVE):
        take_step(earlier, "replace", by=by)
        PackedTimetable.objects.filter(feed=earlier).delete()
    take_step(feed, "use", by=by)
    _set_timetable(by.school, feed.ends_on)


@transaction.atomic
def remove_feed(feed: Feed, *, by: Viewer) -> None:
    """Go back to straight lines."""
    require(rules.may_keep_timetable(by))
    take_step(feed, "remove", by=by)
    PackedTimetable.objects.filter(feed=feed).delete()
    _set_timetable(by.school, None)


@transaction.atomic
def discard_feed(feed: Feed, *, by: Viewer) -> None:
    """Throw away what is not in use; that it was here stays in the history."""
    require(rules.may_keep_timetable(by))
    take_step(feed, "discard", by=by, findings={})
    FeedFile.objects.filter(feed=feed).delete()
    PackedTimetable.objects.filter(feed=feed).delete()


def _set_timetable(school: School, until: date | None) -> None:
    School.objects.filter(pk=school.pk).update(timetable_until=until)
    school.timetable_until = until
    tell_changed(school)
