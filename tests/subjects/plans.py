"""Luis's plan, signed by all but his mother; what he does, his cover sheet, and her name."""

from __future__ import annotations

from kindling.plans.actions import Source, suggest_change
from kindling.plans.tests.planning import proposed, sign


def add(maker) -> None:
    cast = maker.cast
    version = proposed(cast)
    sign(version, "luis", cast)
    plan = version.plan
    maker.ids["plans/"] = plan.public_id
    maker.ids["plans/start/"] = cast.luis.public_id
    maker.ids["plans/items/"] = plan.items.order_by("number").first().public_id
    maker.ids["plans/versions/"] = version.public_id
    maker.ids["plans/cover/"] = plan.cover.public_id
    source = Source("exhibition", "Trimester 1")
    asked = suggest_change(cast.luis, "Measure the tide.", source=source, by=cast.as_("ana"))
    maker.ids["plans/suggestions/"] = asked.public_id
    maker.ids["plans/suggested/"] = cast.luis.public_id
