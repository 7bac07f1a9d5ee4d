"""What becomes of a text from a number nobody has. Apps above put the words where they belong."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from kindling.history.steps import take_step
from kindling.kit.http import require
from kindling.notices.actions import notify_many
from kindling.schools.inside import inside
from kindling.schools.leading import who_places
from kindling.schools.models import Person, School
from kindling.schools.viewer import Viewer
from kindling.texts import rules
from kindling.texts.models import Text

State = Text.State


@transaction.atomic
def set_text_aside(text: Text, *, by: Viewer) -> None:
    """Looked at; nothing comes of it. Raises Refused when somebody was faster."""
    require(rules.may_place(by, text))
    take_step(text, "set_aside", by=by, settled_by=by.person, settled_at=by.school.now())


def settle_placed(text: Text, person: Person, *, by: Viewer) -> None:
    """Its words stand in a conversation now, and no more here. The caller has put them there."""
    require(rules.may_place(by, text))
    facts: dict[str, Any] = {"settled_by": by.person, "settled_at": by.school.now()}
    facts |= {"person": person, "body": ""}
    take_step(text, "place", by=by, **facts)


def let_wait(text: Text, school: School) -> None:
    """Somebody at this school looks at it. They are told once, until all told of is looked at."""
    is_told = Text.objects.filter(school=school, state=State.WAITS).exists()
    text.school, text.state = school, State.WAITS
    text.save(update_fields=["school", "state"])
    if is_told:
        return
    with inside(school):
        url = text.get_absolute_url()
    people = who_places(school)
    notify_many(people, "texts/unplaced", {}, by=Viewer.system(school), url=url)
