"""The rule pack: what Washington asks of alternative learning, with where it stands.

Read on 2026-11-01 from public pages, not from the law itself. What has no source is ours and says so.
A new reading is a new version; a school keeps the one it chose.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SUPPORT = "https://digitallearning.k12.wa.us/ale/support/4.php"
FAQ = "https://digitallearning.k12.wa.us/ale/support/faq.php"
PLAN = (
    "https://www.tacomaschools.org/about/school-board/policy-manual/policy-details-page/"
    "~board/policy-2000/post/2255r"
)


@dataclass(frozen=True)
class Rule:
    """One thing that is asked. `source`: an address; "" where we know none."""

    key: str
    words: Promise
    source: str = ""


@dataclass(frozen=True)
class Pack:
    id: str
    name: Promise
    read_on: str
    rules: tuple[Rule, ...]


WASHINGTON = Pack(
    "wa-ale.1",
    _("Washington, alternative learning experience"),
    "2026-11-01",
    (
        Rule("plan", _("A written plan that a certificated teacher develops and approves."), SUPPORT),
        Rule("contact", _("Contact with a certificated teacher every week."), SUPPORT),
        Rule("month", _("How the student gets on is looked at every month."), SUPPORT),
        Rule("five", _("After 5 school days without contact the rules on truancy begin."), FAQ),
        Rule("twenty", _("After 20 school days without contact the student is not funded."), FAQ),
        Rule(
            "contents",
            _("The plan has dates, goals, hours a week, how contact is kept, materials, and how learning is judged."),
            PLAN,
        ),
        Rule("what", _("Which of a school’s records count as contact.")),
        Rule("days", _("How the school days without contact are counted.")),
    ),
)  # fmt: skip
PACKS = {WASHINGTON.id: WASHINGTON}


def pack_named(key: str) -> Pack:
    return PACKS.get(key, WASHINGTON)
