"""The only writes of the schedule."""

from kindling.schedule.actions.closures import add_closure, change_closure, delete_closure

__all__ = ["add_closure", "change_closure", "delete_closure"]
