"""The keeper writes down whom a family means: that person reads it no more, and is not told."""

import pytest
from django.core.exceptions import PermissionDenied

from kindling.concerns.actions import name_person
from kindling.concerns.models import FamilyConcern
from kindling.concerns.rules import visible_concerns
from kindling.concerns.tests.bringing import WORDS, brought
from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.schools.models import Membership
from kindling.schools.roles import Role

PAGE = "/harbor-view/concerns/"


def now(concern: FamilyConcern) -> FamilyConcern:
    return FamilyConcern.objects.get(pk=concern.pk)


def test_the_keeper_who_is_meant_hands_it_on_by_saying_so(cast, client_of):
    concern, ana = brought(cast), client_of("ana")
    page = f"{PAGE}{concern.public_id}/"
    assert WORDS in ana.get(page).text

    answer = ana.post(f"{page}about/", {"person": cast.ana.public_id})

    assert answer.url.endswith(PAGE)
    assert (now(concern).person, now(concern).keeper) == (cast.ana, cast.person("dana"))
    assert (ana.get(page).status_code, WORDS in ana.get(PAGE).text) == (404, False)
    assert Notice.objects.filter(
        kind="concerns/private_raised", person__name="Dana Okafor"
    ).exists()


def test_the_principal_who_is_meant_finds_it_no_more_and_the_history_keeps_no_name(cast):
    concern, dana = brought(cast), cast.person("dana")
    assert visible_concerns(cast.as_("dana")).filter(pk=concern.pk).exists()

    name_person(concern, dana, by=cast.as_("ana"))

    assert not visible_concerns(cast.as_("dana")).filter(pk=concern.pk).exists()
    assert now(concern).keeper == cast.ana
    event = Event.objects.get(verb="familyconcern.name_person")
    assert (dana.public_id in str(event.detail), "Dana" in str(event.detail)) == (False, False)


def test_it_is_said_once(cast):
    concern = brought(cast)
    stale = now(concern)
    name_person(concern, cast.person("chen"), by=cast.as_("dana"))

    with pytest.raises(Refused, match="already"):
        name_person(stale, cast.ana, by=cast.as_("dana"))

    assert now(concern).person == cast.person("chen")


def test_where_nobody_else_could_answer_it_stays_and_says_so(cast):
    concern = brought(cast)
    Membership.objects.filter(role__in=[Role.PRINCIPAL, Role.COORDINATOR]).delete()

    with pytest.raises(Refused, match="Nobody else"):
        name_person(concern, cast.ana, by=cast.as_("ana"))

    assert (now(concern).person, now(concern).keeper) == (None, cast.ana)


@pytest.mark.parametrize("name", ["chen", "luis", "rosa", "liam"])
def test_nobody_else_names_anybody(cast, name):
    concern = brought(cast)

    with pytest.raises(PermissionDenied):
        name_person(concern, cast.ana, by=cast.as_(name))


@pytest.mark.parametrize("name", ["rosa", "maya", "luis"])
def test_family_and_students_cannot_be_named(cast, client_of, name):
    concern = brought(cast)

    sent = {"person": cast.person(name).public_id}
    answer = client_of("ana").post(f"{PAGE}{concern.public_id}/about/", sent)

    assert (answer.status_code, now(concern).person) == (422, None)
