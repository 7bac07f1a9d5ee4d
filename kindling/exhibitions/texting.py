"""An invitation answered by text: yes or no, from the number that was written to."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from kindling.exhibitions.actions import answer_invitation
from kindling.exhibitions.calendars import when_of
from kindling.exhibitions.models import Exhibition, Panelist
from kindling.exhibitions.rules import JOIN_EXHIBITION, visible_panelists
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.texts.along import Question


def asks(people: Sequence[Person]) -> list[Question]:
    """Return the invitations that wait for one of these people. One statement for nobody."""
    rows = Panelist.objects.filter(
        person__in=people, state=Panelist.State.ASKED, is_invited=True, off_at__isnull=True,
        exhibition__state__in=Exhibition.DATED, person__suspended_at__isnull=True,
    )  # fmt: skip
    related = (
        "exhibition__student__person",
        "exhibition__kind",
        "exhibition__advisor",
        "person",
        "school",
    )
    found = rows.select_related(*related).order_by("exhibition__starts_at", "pk")
    return [_question(one) for one in found if _is_seen(one)]


def _bearer(panelist: Panelist) -> Viewer:
    """Whoever holds the number may what their own link allows, and nothing else."""
    subjects = frozenset({panelist.exhibition.public_id})
    return Viewer(panelist.person, panelist.school, frozenset(), JOIN_EXHIBITION, subjects)


def _is_seen(panelist: Panelist) -> bool:
    return visible_panelists(_bearer(panelist)).filter(pk=panelist.pk).exists()


def _question(panelist: Panelist) -> Question:
    person = panelist.person
    if person is None:  # the statement asks for people only
        raise LookupError(panelist.public_id)
    person.school = panelist.school
    return Question(person, lambda is_yes: _answer(panelist, is_yes=is_yes))


def _answer(panelist: Panelist, *, is_yes: bool) -> str:
    answer_invitation(panelist, coming=is_yes, by=_bearer(panelist))
    exhibition = panelist.exhibition
    told = {"name": exhibition.student.first, "when": when_of(exhibition, panelist.school)}
    if is_yes:
        return _("Thank you. You come to %(name)s’s exhibition: %(when)s.") % told
    return _("Noted: you cannot come to %(name)s’s exhibition. They know.") % told
