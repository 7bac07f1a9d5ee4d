"""Open or closed, and what a day's plan is."""

from kindling.schedule.plan import DayPlan, Slot
from kindling.schedule.queries.days import (
    closed_days,
    days_between,
    is_school_day,
    open_days,
)
from kindling.schedule.queries.plans import blocks_of, plan_of, plans_on

__all__ = [
    "DayPlan",
    "Slot",
    "blocks_of",
    "closed_days",
    "days_between",
    "is_school_day",
    "open_days",
    "plan_of",
    "plans_on",
]
