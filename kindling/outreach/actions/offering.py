"""What comes in by the public form."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from kindling.history.steps import record
from kindling.kit.http import require
from kindling.notices.actions import notify_many
from kindling.outreach.models import Offer
from kindling.outreach.rules import readers
from kindling.schools.inside import inside
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


@transaction.atomic
def receive_offer(*, by: Viewer, sent_key: str, **facts: Any) -> Offer:
    """Keep an offer and tell who decides. The same page sent twice makes one.

    by: the clock's viewer of the school; nobody is signed in. `facts` are Offer's own fields, with
    `person` where the school knows who offers (a family).
    """
    require(by.is_a(Role.SYSTEM))
    offer, is_new = Offer.objects.get_or_create(school=by.school, sent_key=sent_key, defaults=facts)
    if is_new:
        record("offer.receive", offer, by=by, kind=offer.kind)
        with inside(by.school):
            url = offer.get_absolute_url()
        notify_many(readers(by), "outreach/offered", {"offer": offer}, by=by, url=url)
    return offer
