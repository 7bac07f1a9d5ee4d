"""Who is written to about something lost, and what the letter says."""

from __future__ import annotations

from kindling.inventory.words import TOPICS
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import guardians_for, is_of_age
from kindling.privacy.models import Breach, Seen
from kindling.schools.models import Person

KIND = "privacy/lost"


def readers_of(student: Student) -> list[Person]:
    """Who hears of it: the guardians who get letters; the student from eighteen on."""
    if is_of_age(student):
        return [student.person]
    return list(guardians_for(student, Matter.TOLD))


def children_by_reader(breach: Breach) -> dict[Person, list[Seen]]:
    """Who is written to → the students it is about."""
    found: dict[Person, list[Seen]] = {}
    for seen in breach.seen.select_related("student__person").order_by("pk"):
        for person in readers_of(seen.student):
            found.setdefault(person, []).append(seen)
    return found


def letter_facts(breach: Breach, seen: list[Seen], words: str) -> dict[str, object]:
    """What the letter says; the labels are said in the reader's language when it is written."""
    topics = sorted({topic for one in seen for topic in one.topics}, key=list(TOPICS).index)
    return {
        "names": ", ".join(one.student.first for one in seen),
        "kind": breach.kind,
        "topics": [TOPICS[topic].label for topic in topics],
        "was_opened": any(one.was_opened for one in seen),
        "since_on": breach.since_on,
        "until_on": breach.until_on,
        "words": words,
        "phone": breach.school.phone,
    }
