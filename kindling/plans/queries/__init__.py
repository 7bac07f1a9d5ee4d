"""What pages, the inbox and the student's page ask of plans."""

from kindling.plans.queries.lines import PlanLine, plan_line, plan_lines
from kindling.plans.queries.waits import waits

__all__ = ["PlanLine", "plan_line", "plan_lines", "waits"]
