"""Say whose words came from an unknown number or address, and put them where they belong."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.conversations import rules
from kindling.conversations.actions.saying import Said, say, thread_of
from kindling.conversations.models import Message
from kindling.conversations.sides import viewer_in
from kindling.kit.http import Refused, require
from kindling.letterbox import actions as letters
from kindling.letterbox.models import Mail
from kindling.people.actions import change_person
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.texts import actions as texts
from kindling.texts.models import Text

type Unplaced = Text | Mail


@transaction.atomic
def place(
    found: Unplaced, person: Person, key: str, *, keeps_contact: bool = False, by: Viewer
) -> Message:
    """Put the words into a conversation of this person; it says who put them there.

    keeps_contact: somebody talked with them, and the number or address is theirs from now on.
    Raises Refused. Nothing goes to where it came from.
    """
    require(rules.may_place(by) and person.school_id == by.school.pk)
    whom = next((one for one in rules.conversations_of(by, person) if one.key == key), None)
    require(whom is not None)
    words = found.body if isinstance(found, Text) else found.text
    if whom is None or not words.strip():
        raise Refused(_("There are no words to put anywhere. Put it aside."))
    _settle(found, person, by=by)
    thread = thread_of(whom, by)
    via = Message.Via.SMS if isinstance(found, Text) else Message.Via.EMAIL
    said = Said(words, via, f"placed-{found.public_id}", placed_by=by.person)
    message = say(thread, said, by=viewer_in(thread, person))
    if keeps_contact:
        _keep_contact(found, person, by=by)
    return message


def _settle(found: Unplaced, person: Person, *, by: Viewer) -> None:
    if isinstance(found, Text):
        texts.settle_placed(found, person, by=by)
    else:
        letters.settle_placed(found, person, by=by)


def _keep_contact(found: Unplaced, person: Person, *, by: Viewer) -> None:
    """What stood there before is kept in the history."""
    if isinstance(found, Text):
        change_person(person, by=by, phone=found.number)
    else:
        change_person(person, by=by, email=found.sender)


@transaction.atomic
def set_aside(found: Unplaced, *, by: Viewer) -> None:
    """Looked at; nothing comes of it. Raises Refused when somebody was faster."""
    if isinstance(found, Text):
        texts.set_text_aside(found, by=by)
    else:
        letters.set_aside(found, by=by)
