"""The networks on a person's own page."""

from __future__ import annotations

from kindling.accounts.doors import Door, leads
from kindling.accounts.models import User
from kindling.network.rules import worn_hats


@leads
def networks_of(user: User) -> list[Door]:
    """Return the networks whose numbers the user reads today. One statement."""
    found = {hat.network.slug: hat.network for hat in worn_hats(user)}
    return [Door(one.name, f"/network/{slug}/") for slug, one in found.items()]
