"""The letters to those whom it touches, each in their own language."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.notices.actions import Letter, notify_each
from kindling.privacy import rules
from kindling.privacy.letters import KIND, children_by_reader, letter_facts
from kindling.privacy.models import Breach, BreachLetter
from kindling.schools.viewer import Viewer


@transaction.atomic
def write_letters(breach: Breach, words: str, *, by: Viewer) -> int:
    """Write to everybody whom it touches and who was not written to yet; return how many.

    `words`: the principal's own sentences, below what every letter says. One letter a person,
    whatever the number of their children.
    """
    require(rules.may_answer(by))
    children = children_by_reader(breach)
    known = set(breach.letters.values_list("person", flat=True))
    people = [person for person in children if person.pk not in known]
    if not people:
        raise Refused(_("Everybody was written to already."))
    letters = [Letter(person, letter_facts(breach, children[person], words)) for person in people]
    sent = notify_each(letters, KIND, by=by)
    BreachLetter.objects.bulk_create(
        BreachLetter(school=by.school, breach=breach, person=one, notice=notice, at=by.school.now())
        for one, notice in zip(people, sent, strict=True)
    )
    breach.duties.filter(key="families", done_at__isnull=True).update(
        done_at=by.school.now(), done_by=by.person
    )
    record("breach.write", breach, by=by, letters=len(people))
    return len(people)
