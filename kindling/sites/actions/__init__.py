"""All that is ever done to places. Each verb records what happened and who did it."""

from kindling.sites.actions.seats import free_seat, take_seat

__all__ = ["free_seat", "take_seat"]
