"""What the pages of something lost show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from kindling.notices.letters import compose
from kindling.notices.models import Notice
from kindling.privacy.duties import BY_KEY, Duty
from kindling.privacy.letters import KIND, children_by_reader, letter_facts
from kindling.privacy.models import Breach, BreachWord, Seen
from kindling.schools.models import Person


@dataclass(frozen=True)
class Due:
    """One duty with its moment."""

    duty: Duty
    due_at: datetime
    done_at: datetime | None
    done_by: str
    is_late: bool


@dataclass(frozen=True)
class BreachPage:
    duties: list[Due]
    log: list[BreachWord]
    students: int
    opened: int
    written: int
    failed: int


def breach_page(breach: Breach) -> BreachPage:
    """Five statements, whatever the number of students."""
    now = breach.school.now()
    rows = breach.duties.select_related("done_by").order_by("due_at", "pk")
    duties = [
        Due(
            BY_KEY[one.key], one.due_at, one.done_at, one.done_by.name if one.done_by else "",
            one.done_at is None and one.due_at < now,
        )
        for one in rows
    ]  # fmt: skip
    log = list(breach.log.select_related("by").order_by("-at", "-pk")[:50])
    sure = list(breach.seen.values_list("was_opened", flat=True))
    states = list(breach.letters.values_list("notice__state", flat=True))
    failed = states.count(Notice.State.FAILED)
    return BreachPage(duties, log, len(sure), sum(sure), len(states), failed)


def seen_lines(breach: Breach) -> QuerySet[Seen]:
    """Those it touches, who was opened first; each says its headings (`Seen.headings`)."""
    rows: QuerySet[Seen] = breach.seen.select_related("student__person")
    return rows.order_by("-was_opened", "student__person__sort_name", "pk")


@dataclass(frozen=True)
class Draft:
    """The letter as one language reads it, and how many get it so."""

    language: str
    subject: str
    body: str
    count: int


def letters_of(breach: Breach) -> list[Draft]:
    """One letter of each language among those not written to yet."""
    known = set(breach.letters.values_list("person", flat=True))
    by_language: dict[str, list[Person]] = {}
    children = children_by_reader(breach)
    for person in children:
        if person.pk not in known:
            by_language.setdefault(person.language, []).append(person)
    drafts = []
    for language, people in sorted(by_language.items()):
        facts = letter_facts(breach, children[people[0]], "")
        subject, body, _short = compose(people[0], KIND, facts)
        drafts.append(Draft(language, subject, body, len(people)))
    return drafts
