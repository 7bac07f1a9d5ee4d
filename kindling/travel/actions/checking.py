"""A feed is handed in, and read in the background."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from django.db import transaction
from django.tasks import task

from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.schools.viewer import Viewer
from kindling.travel import rules
from kindling.travel.models import Feed, FeedFile, PackedTimetable

if TYPE_CHECKING:
    from kindling.travel.reading.feed import Read
    from kindling.travel.reading.findings import Findings

logger = logging.getLogger(__name__)


@transaction.atomic
def hand_in_feed(*, file_name: str, content: bytes, by: Viewer) -> Feed:
    """Keep the file and have it read. Nothing changes for anybody yet."""
    require(rules.may_keep_timetable(by))
    feed: Feed = Feed.objects.create(
        school=by.school, file_name=file_name[-200:], by=by.person, progress=1
    )
    FeedFile.objects.create(school=by.school, feed=feed, content=content)
    record("feed.hand_in", feed, by=by, file=feed.file_name)
    check_feed.enqueue(feed.pk)
    return feed


@task
def check_feed(feed_id: int) -> None:
    """Read a feed: then it is ready to look at, or cannot be used, and says why. Safe to run twice."""
    from kindling.travel.reading.feed import read_feed  # noqa: PLC0415  numpy, in the worker alone
    from kindling.travel.reading.findings import Findings  # noqa: PLC0415

    feed = Feed.objects.select_related("school", "by").get(pk=feed_id)
    held = FeedFile.objects.filter(feed=feed).first()
    if feed.state != Feed.State.CHECKING or held is None:
        return
    findings = Findings()
    try:
        read = read_feed(
            bytes(held.content), findings, today=feed.school.today(), tell=_progress_of(feed)
        )
    except Exception:  # a stranger's file must not leave the page waiting for ever
        logger.exception("A feed could not be read.")
        findings.fault("unreadable")
        read = None
    with suppress(Refused):  # thrown away meanwhile
        _keep(feed, read, findings)


@transaction.atomic
def _keep(feed: Feed, read: Read | None, findings: Findings) -> None:
    by = Viewer.system(feed.school)
    FeedFile.objects.filter(feed=feed).delete()
    if read is None:
        take_step(feed, "refuse", by=by, findings=findings.as_json(), progress=100)
        return
    take_step(
        feed, "check", by=by, progress=100, findings=findings.as_json(),
        counts=read.counts(), agency=read.agency, starts_on=read.week.first,
        ends_on=read.week.last,
        dates=[on.isoformat() if on else "" for on in read.week.dates],
    )  # fmt: skip
    content = read.timetable.packed()
    PackedTimetable.objects.create(school=feed.school, feed=feed, content=content)


def _progress_of(feed: Feed) -> Callable[[int], None]:
    """Write the progress down while no transaction holds the database."""

    def tell(percent: int) -> None:
        if not transaction.get_connection().in_atomic_block:
            Feed.objects.filter(pk=feed.pk).update(progress=percent)

    return tell
