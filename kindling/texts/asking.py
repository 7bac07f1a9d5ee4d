"""Ask back who is meant."""

from __future__ import annotations

from kindling.schools.models import Person
from kindling.texts import replies
from kindling.texts.callers import Answer
from kindling.texts.models import Text


def which_one(people: list[Person]) -> Answer:
    """Number the people; with their schools where there is more than one."""
    many_schools = len({person.school_id for person in people}) > 1
    keys = [person.pk for person in people]
    reply = replies.which_one(people, with_school=many_schools)
    return Answer(reply, Text.Outcome.ASKED, choices=keys)
