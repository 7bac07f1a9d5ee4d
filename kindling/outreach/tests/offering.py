"""Offers for tests."""

from __future__ import annotations

from kindling.outreach import actions
from kindling.outreach.models import Offer
from kindling.schools.viewer import Viewer

WORDS = {
    "kind": "place", "organisation": "Taller Lumbre", "what": "Bikes", "name": "Elena Ruiz",
    "email": "elena@lumbre.example.org",
}  # fmt: skip


def an_offer(cast, **facts) -> Offer:
    given = WORDS | {"language": "es"} | facts
    key = facts.pop("sent_key", "k1")
    given.pop("sent_key", None)
    return actions.receive_offer(by=Viewer.system(cast.school), sent_key=key, **given)
