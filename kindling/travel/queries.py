"""What the pages of a timetable show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.dates import WEEKDAYS

from kindling.schools.viewer import Viewer
from kindling.travel import rules
from kindling.travel.models import Feed, StreetMap
from kindling.travel.sentences import told

MOST = 20  # handed in before


@dataclass(frozen=True)
class Finding:
    """Where, what is wrong, and what to do about it."""

    where: str
    message: str
    mend: str


@dataclass(frozen=True)
class Shelf:
    """Findings of one kind: the first of them, and how many there are."""

    found: tuple[Finding, ...]
    total: int

    @property
    def more(self) -> int:
        return self.total - len(self.found)


@dataclass(frozen=True)
class FeedPage:
    """A feed, what is wrong with it, and from which dates its week is taken."""

    feed: Feed
    faults: Shelf
    left_out: Shelf
    notes: Shelf
    week: tuple[tuple[str, date | None], ...]
    is_over: bool


def feed_page(viewer: Viewer, feed: Feed) -> FeedPage:
    dates = [date.fromisoformat(on) if on else None for on in feed.dates]
    return FeedPage(
        feed=feed,
        faults=shelf(feed, "faults"),
        left_out=shelf(feed, "left_out"),
        notes=shelf(feed, "notes"),
        week=tuple((str(WEEKDAYS[n]), on) for n, on in enumerate(dates)),
        is_over=feed.ends_on is not None and feed.ends_on < viewer.school.today(),
    )


def shelf(feed: Feed, kind: str) -> Shelf:
    return Shelf(tuple(Finding(*told(one)) for one in feed.found(kind)), feed.total_of(kind))


@dataclass(frozen=True)
class Desk:
    """The timetable in use and those handed in before, the map, whether the school has a place."""

    live: FeedPage | None
    others: tuple[Feed, ...]
    map: StreetMap | None
    has_position: bool


def desk(viewer: Viewer) -> Desk:
    """Three statements."""
    feeds, is_live = rules.visible_feeds(viewer), Q(state=Feed.State.LIVE)
    live = feeds.filter(is_live).first()
    school = viewer.school
    return Desk(
        live=feed_page(viewer, live) if live else None,
        others=tuple(feeds.exclude(is_live)[:MOST]),
        map=street_map(viewer),
        has_position=school.latitude is not None and school.longitude is not None,
    )


def street_map(viewer: Viewer) -> StreetMap | None:
    """Return the school's own map; None without one."""
    return rules.visible_maps(viewer).first()
