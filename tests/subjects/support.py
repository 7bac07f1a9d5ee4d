"""A goal of Luis whose sentence waits for a yes, and a concern in which Ana promised something."""

from __future__ import annotations

from datetime import date

from kindling.support import actions

LATER = date(2026, 10, 27)


def add(maker) -> None:
    cast = maker.cast
    by = cast.as_("dana")
    goal = actions.write_goal(
        cast.luis,
        {"kind": "504", "text": "Reads for twenty minutes.", "helps": "Text read aloud.",
         "manager": cast.ana, "advisor_reads": True, "review_on": LATER}, by=by,
    )  # fmt: skip
    travel = actions.ask_travel(goal, "Show it, then say it.", by=by)
    concern = actions.open_concern(
        cast.luis, strengths="Kind with animals.", text="Sleeps in class.", owner=cast.ana,
        look_on=LATER, voice="I work nights.", by=by,
    )  # fmt: skip
    word = actions.add_action(concern, "Call home.", owner=cast.ana, due_on=LATER, by=by)
    actions.open_goal_page(goal, by=by)
    actions.open_concern_page(concern, by=by)
    maker.ids |= {
        "support/goals/": goal.public_id,
        "support/travels/": travel.public_id,
        "support/concerns/": concern.public_id,
        "support/actions/": word.public_id,
    }
