"""Tell somebody of the school that a letter waits: once, until all that waits is looked at."""

from __future__ import annotations

from kindling.kit.addresses import url
from kindling.letterbox.models import Mail
from kindling.notices.actions import notify_many
from kindling.schools.inside import inside
from kindling.schools.leading import who_places
from kindling.schools.models import School
from kindling.schools.viewer import Viewer


def tell_once(school: School) -> None:
    """Before a letter is held. Those that wait already have been told of."""
    if Mail.objects.filter(school=school, state=Mail.State.HELD).exists():
        return
    with inside(school):
        where = url("conversations:unplaced")
    notify_many(who_places(school), "letterbox/held", {}, by=Viewer.system(school), url=where)
