"""Luis on his way, with a condition, something he shows, a thesis, a chapter and a plan after."""

from __future__ import annotations

from datetime import date

from kindling.gateways import actions
from kindling.gateways.bank.templates import Given
from kindling.gateways.models import Checklist
from kindling.gateways.tests.going import checked, in_use, line_of


def add(maker) -> None:
    cast = maker.cast
    gateway = checked(cast, Given("own", 1, "A letter"), Given("service", 10))
    line = line_of(gateway)
    shown = actions.show_for(
        gateway, line, "My letter.", evidence=None, amount=1, by=cast.as_("luis")
    )
    asked = [actions.Asked("Read it aloud.", date(2026, 11, 1))]
    actions.decide_gateway(gateway, "conditions", "", conditions=asked, by=cast.as_("ana"))
    other: Checklist = in_use(cast, kind="graduation")
    draft = actions.start_version(other, by=cast.as_("dana"))
    by = cast.as_("luis")
    thesis = actions.begin_thesis(cast.luis, by=by)
    step = actions.add_milestone(thesis, "Count oysters", date(2026, 11, 2), by=by)
    chapter = actions.begin_chapter(cast.luis, "The crossing", by=by)
    plan = actions.begin_after(cast.luis, by=by)
    choice = actions.add_choice(plan, name="The yard", pathway="work", by=by)
    maker.ids |= {
        "gateways/thesis/": cast.luis.public_id,
        "gateways/<slug:step_id>": step.public_id,
        "gateways/chapters/": cast.luis.public_id,
        "gateways/chapters/read/": chapter.public_id,
        "gateways/after/": cast.luis.public_id,
        "gateways/<slug:choice_id>": choice.public_id,
        "gateways/way/": gateway.public_id,
        "gateways/<slug:line_id>": line.public_id,
        "<slug:condition_id>": gateway.conditions.get().public_id,
        "gateways/shown/": shown.public_id,
        "gateways/for/": cast.luis.public_id,
        "<slug:checklist_id>": other.public_id,
        "gateways/checklists/": draft.public_id,
        "<slug:asked_id>": draft.lines.get().public_id,
    }
