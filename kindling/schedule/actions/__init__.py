"""The only writes of the schedule."""

from kindling.schedule.actions.changes import delete_change, put_change
from kindling.schedule.actions.closures import add_closure, change_closure, delete_closure
from kindling.schedule.actions.commitments import add_commitment, end_commitment
from kindling.schedule.actions.weeks import (
    add_week,
    change_week,
    delete_anchor,
    delete_week,
    plan_days,
    set_anchor,
)

__all__ = [
    "add_closure",
    "add_commitment",
    "add_week",
    "change_closure",
    "change_week",
    "delete_anchor",
    "delete_change",
    "delete_closure",
    "delete_week",
    "end_commitment",
    "plan_days",
    "put_change",
    "set_anchor",
]
