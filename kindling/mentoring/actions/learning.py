"""Read the orientation chapter by chapter, and put one's name under it."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.clearance.actions import put_on_file
from kindling.clearance.items import ITEMS, On
from kindling.clearance.questions import questions_of
from kindling.clearance.rules import Subject
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.mentoring import course, rules
from kindling.mentoring.models import ChapterRead, Orientation
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


@transaction.atomic
def read_chapter(person: Person, chapter: str, *, by: Viewer) -> None:
    """Keep that it was read, on any device; twice is once."""
    require(rules.speaks_for(by, person) and chapter in course.KEYS)
    read = {"person": person, "version": course.VERSION, "chapter": chapter}
    _row, made = ChapterRead.objects.get_or_create(**read, defaults={"school": by.school})
    if made:
        record("mentor.read_chapter", person, by=by, chapter=chapter)


@transaction.atomic
def finish_orientation(person: Person, name: str, *, by: Viewer) -> Orientation:
    """Put one's name under all of it. It is handed in to the paperwork, too.

    Raises ValidationError without a name, Refused while a chapter is left or when it is done.
    """
    require(rules.speaks_for(by, person))
    if not name.strip():
        raise ValidationError({"name": _("Write your name.")})
    left = set(course.KEYS) - rules.read_chapters(person, course.VERSION)
    if left:
        raise Refused(_("Read the other chapters first."))
    done, made = Orientation.objects.get_or_create(
        person=person, version=course.VERSION,
        defaults={
            "school": by.school, "name": name.strip()[:200], "on": by.school.today(),
            "language": person.language, "stamp": course.stamp(),
        },
    )  # fmt: skip
    if not made:
        raise Refused(_("You have done this already."))
    record("mentor.orient", person, by=by, version=course.VERSION)
    about = Subject(On.MENTOR, mentor=person)
    # What the paperwork asks of an orientation is what they have put their name under.
    said = {one.key: one.good[0] for one in questions_of("orientation") if one.good}
    put_on_file(ITEMS["orientation"], about, said, by=Viewer.system(by.school))
    return done
