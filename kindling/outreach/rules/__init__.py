"""Who reads what was said, who decides, and the one place that reads across schools."""

from kindling.outreach.rules.contacts import (
    awake,
    may_change_contact,
    may_choose,
    may_finish,
    may_log,
    mentors_of,
    staff_people,
    taken_seats,
    visible_choices,
    visible_contacts,
)
from kindling.outreach.rules.offers import (
    known_adult,
    may_decide,
    may_keep_form,
    public_forms,
    visible_forms,
    visible_offers,
)
from kindling.outreach.rules.sharing import (
    may_answer,
    may_introduce,
    may_share,
    open_offers,
    principals,
    visible_introductions,
    visible_shared,
    visible_theirs,
)

__all__ = [
    "awake",
    "known_adult",
    "may_answer",
    "may_change_contact",
    "may_choose",
    "may_decide",
    "may_finish",
    "may_introduce",
    "may_keep_form",
    "may_log",
    "may_share",
    "mentors_of",
    "open_offers",
    "principals",
    "public_forms",
    "staff_people",
    "taken_seats",
    "visible_choices",
    "visible_contacts",
    "visible_forms",
    "visible_introductions",
    "visible_offers",
    "visible_shared",
    "visible_theirs",
]
