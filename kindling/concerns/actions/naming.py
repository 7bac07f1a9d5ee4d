"""A family said in its words whom it means: write it down, so that this person never reads it."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.concerns import rules
from kindling.concerns.actions.letters import write_keeper
from kindling.concerns.actions.translating import translate_later
from kindling.concerns.models import FamilyConcern
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


@transaction.atomic
def name_person(concern: FamilyConcern, person: Person, *, by: Viewer) -> None:
    """Write down whom it is about, once. Whoever keeps a concern about themselves hands it on by it.

    Refused where nobody else could answer. The history keeps no name.
    """
    require(rules.may_keep(by, concern))
    require(rules.people_meant(by, concern).filter(pk=person.pk).exists())
    keeper = concern.keeper
    if keeper == person:
        keeper = _somebody_else(concern, person, by)
    unnamed = FamilyConcern.objects.filter(pk=concern.pk, person__isnull=True)
    if not unnamed.filter(keeper=concern.keeper_id).update(person=person, keeper=keeper):
        raise Refused(_("It stands there already whom it is about. Look at it again."))
    was, concern.person, concern.keeper = concern.keeper_id, person, keeper
    record("familyconcern.name_person", concern, by=by)
    if keeper.pk != was:
        write_keeper(concern, "raised", by=by)
        translate_later(concern, keeper.language, by=by)


def _somebody_else(concern: FamilyConcern, person: Person, by: Viewer) -> Person:
    found = rules.answers_for(by, concern.student, person, above=True)
    if not found:
        raise Refused(_("Nobody else at the school could answer it. Ask the network for help."))
    return found[0]
