"""A live page that asks again and finds no news is answered with one statement.

The full way to a 304 reads session and user, hats, and the stamp, and passes all the middleware.
What it stood on is remembered; the next question reads the same facts in one statement, and where
not one differs, it is the same 304. Whatever differs (signed out, another password, another hat, an
event, the next minute) takes the full way: nothing is believed without the database.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.conf import settings
from django.db.models import Count, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone

from kindling.accounts.models import Session
from kindling.history.models import Event
from kindling.history.stir import LATE, minute_of
from kindling.kit.http import is_live
from kindling.kit.prepared import prepared
from kindling.schools.http import ViewerRequest
from kindling.schools.models import School

MOST = 4096  # pages one process remembers
FACTS = (
    "session_data", "user_id", "user__is_active", "user__password", "user__people__language",
    "user__people__memberships__role", "user__people__memberships__since_on",
    "user__people__memberships__until_on", "n",
)  # fmt: skip


@prepared
def _facts(key: str, slug: str, since: datetime, now: datetime) -> QuerySet[Any]:
    """What decides who somebody is at a school, a row for each hat, and how much happened there."""
    events = Event.objects.filter(school__slug=slug, at__gte=since).order_by()
    counted = events.values("school").annotate(n=Count("pk")).values("n")
    rows = Session.objects.filter(session_key=key, expire_date__gt=now)
    rows = rows.filter(user__people__school__slug=slug).annotate(n=Subquery(counted))
    return rows.order_by("user__people__memberships__pk").values_list(*FACTS)


@dataclass(frozen=True)
class Seen:
    """What an answer stood on, and its stamp."""

    minute: datetime
    facts: list[tuple[Any, ...]]
    stamp: str = ""


class UnchangedMiddleware:
    """Stands before the session's; answers only what the full way has answered before."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.clocks: dict[str, School] = {}  # of live pages, by path: whose clock holds there
        self.seen: dict[tuple[str, str], Seen] = {}  # by session and address

    def __call__(self, request: HttpRequest) -> HttpResponse:
        path = request.path_info
        now = self._facts_of(request, path) if path in self.clocks else None
        asked = (request.COOKIES.get(settings.SESSION_COOKIE_NAME, ""), request.get_full_path())
        if now and (same := self._unchanged(request, asked, now)):
            return same
        response = self.get_response(request)
        if is_live(response):
            self._remember(request, path, asked, now, response["ETag"])
        return response

    def _facts_of(self, request: HttpRequest, path: str) -> Seen | None:
        """Read the facts as they are now; None for who is not there, or has no stamp yet."""
        key = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
        if request.method != "GET" or not key or not request.headers.get("If-None-Match"):
            return None
        minute = minute_of(self.clocks[path])
        slug = path.removeprefix("/").partition("/")[0]
        facts = _facts(key=key, slug=slug, since=minute - LATE, now=timezone.now())
        return Seen(minute, facts) if facts else None

    def _unchanged(
        self, request: HttpRequest, asked: tuple[str, str], now: Seen
    ) -> HttpResponse | None:
        seen = self.seen.get(asked)
        if seen is None or (seen.minute, seen.facts) != (now.minute, now.facts):
            return None
        if request.headers["If-None-Match"].removeprefix("W/") != seen.stamp:
            return None
        return HttpResponseNotModified(headers={"ETag": seen.stamp})

    def _remember(
        self, request: HttpRequest, path: str, asked: tuple[str, str], now: Seen | None, stamp: str
    ) -> None:
        """Keep the facts, which were read before the answer: what came between differs next time."""
        if len(self.seen) >= MOST or len(self.clocks) >= MOST:
            self.seen.clear()
            self.clocks.clear()
        self.clocks[path] = cast("ViewerRequest", request).viewer.school
        if now:
            self.seen[asked] = Seen(now.minute, now.facts, stamp)
