"""Who asks about a network."""

from __future__ import annotations

from dataclasses import dataclass

from kindling.accounts.models import User
from kindling.network.models import NetworkRole
from kindling.schools.models import Network


@dataclass(frozen=True)
class NetworkViewer:
    """A user with the hats they wear for one network today. It sees no person and no student."""

    user: User
    network: Network
    roles: frozenset[str]
    language: str = ""  # what their first school knows of; "" when none does

    @property
    def is_administrator(self) -> bool:
        return NetworkRole.ADMINISTRATOR in self.roles
