"""Students' phones: signed in, with a tap to send."""

import json
import time
from dataclasses import dataclass
from datetime import timedelta
from http.client import HTTPConnection, HTTPException
from itertools import batched
from typing import Any
from urllib.parse import urlencode

from benchmarks.asking import CSRF

BACKEND = "kindling.accounts.backends.Backend"


@dataclass(frozen=True)
class Tap:
    """What one student's phone sends until it is acknowledged."""

    kind: str
    id: str
    slug: str
    cookie: str
    placement: str
    person: str


def taps_of(most: int | None = None) -> list[Tap]:
    """A check-in for every student who has not come yet (or so many of them), signed in."""
    from kindling.accounts.models import Session  # noqa: PLC0415
    from kindling.placements.models import Placement  # noqa: PLC0415
    from kindling.schools.models import School  # noqa: PLC0415

    rows = Placement.objects.select_related("school", "student__person__user")
    rows = rows.exclude(days__on=School().today())  # they have come already
    found = []
    for some in batched(rows.order_by("student_id")[:most], 500):
        signed = [session_of(one.student.person.user) for one in some]
        Session.objects.bulk_create(signed)
        for one, session in zip(some, signed, strict=True):
            keys = (one.school.slug, session.session_key, one.public_id)
            person = one.student.person.public_id
            found.append(Tap("check_in", str(len(found)), *keys, person))
    return found


def session_of(user: Any) -> Any:
    """A session as signing in makes it, not saved yet."""
    from django.contrib.auth import (  # noqa: PLC0415
        BACKEND_SESSION_KEY,
        HASH_SESSION_KEY,
        SESSION_KEY,
    )
    from django.utils import timezone  # noqa: PLC0415
    from django.utils.crypto import get_random_string  # noqa: PLC0415

    from kindling.accounts.models import Session  # noqa: PLC0415
    from kindling.accounts.sessions import SessionStore  # noqa: PLC0415

    facts = {
        SESSION_KEY: str(user.pk),
        BACKEND_SESSION_KEY: BACKEND,
        HASH_SESSION_KEY: user.get_session_auth_hash(),
    }
    now = timezone.now()
    return Session(
        session_key=get_random_string(32, "abcdefghijklmnopqrstuvwxyz0123456789"), user=user,
        session_data=SessionStore().encode(facts), expire_date=now + timedelta(days=30),
        seen_at=now,
    )  # fmt: skip


def name_of(tap: Tap) -> str:
    return f"{'in' if tap.kind == 'check_in' else 'out'}-{tap.id}"


def tap_once(tap: Tap, port: int) -> str:
    """Half of the check-ins by the page's form, everything else as the installed app does."""
    number = int(tap.id)
    headers = {
        "Host": "127.0.0.1",
        "Cookie": f"csrftoken={CSRF}; sessionid={tap.cookie}",
        "X-CSRFToken": CSRF,
        "X-Forwarded-For": f"10.2.{number // 250}.{number % 250}",
    }
    if tap.kind == "check_in" and number % 2:
        path = f"/{tap.slug}/days/check-in/{tap.placement}/"
        body = urlencode({"goal": "Learn", "tap": name_of(tap), "csrfmiddlewaretoken": CSRF})
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    else:
        path, now = f"/{tap.slug}/days/taps/", int(time.time() * 1000)
        sent: dict[str, Any] = {
            "kind": tap.kind, "tap": name_of(tap), "placement": tap.placement,
            "person": tap.person, "tapped_at": now, "sent_at": now, "text": "A good day.",
        }  # fmt: skip
        body = json.dumps(sent)
        headers["Content-Type"] = "application/json"
    try:
        connection = HTTPConnection("127.0.0.1", port, timeout=20)
        connection.request("POST", path, body, headers)
        answer = connection.getresponse()
        answer.read()
        connection.close()
    except (OSError, HTTPException) as silence:
        return type(silence).__name__
    return str(answer.status)
