"""Who sees an exhibition, who prepares and leads it, whom one may ask."""

from kindling.exhibitions.rules.asking import (
    OUTSIDE,
    advisors_now,
    askable,
    known_adult,
    listeners,
    part_for,
    peers_of,
    staff_now,
    still_there,
)
from kindling.exhibitions.rules.doing import (
    JOIN_EXHIBITION,
    guided,
    guides,
    is_a_planner,
    leads,
    may_answer,
    may_edit_kinds,
    may_plan,
    may_prepare,
    may_read_programme,
    may_say,
    may_schedule,
    may_show,
    plannable_students,
)
from kindling.exhibitions.rules.seeing import (
    may_open,
    own_programme,
    programme_of,
    school_named,
    visible_exhibitions,
    visible_feedback,
    visible_kinds,
    visible_materials,
    visible_panelists,
    visible_rehearsals,
    waiting_places,
)
from kindling.people.rules import is_own

__all__ = [
    "JOIN_EXHIBITION", "OUTSIDE", "advisors_now", "askable", "guided", "guides", "is_a_planner",
    "is_own", "known_adult", "leads", "listeners", "may_answer", "may_edit_kinds", "may_open",
    "may_plan", "may_prepare", "may_read_programme", "may_say", "may_schedule", "may_show",     "own_programme", "part_for", "peers_of", "plannable_students", "programme_of", "school_named",
    "staff_now", "still_there",
    "visible_exhibitions", "visible_feedback", "visible_kinds", "visible_materials",
    "visible_panelists", "visible_rehearsals", "waiting_places",
]  # fmt: skip
