"""Who may put which hat on somebody's head."""

import pytest
from django.core.exceptions import PermissionDenied

from kindling.kit.http import Refused
from kindling.people.actions import add_person, end_role, give_role
from kindling.schools.models import Membership
from kindling.schools.roles import Role


@pytest.mark.parametrize("role", [Role.PRINCIPAL, Role.ADMINISTRATOR])
def test_a_registrar_cannot_make_somebody_who_rules_over_them(cast, role):
    with pytest.raises(PermissionDenied):
        add_person(by=cast.as_("priya"), role=role, given_name="Friend")

    assert not Membership.objects.filter(role=role, person__given_name="Friend").exists()


def test_the_form_does_not_offer_it_either(cast, client_of):
    form = {"given_name": "Friend", "language": "en", "role": "principal"}

    answer = client_of("priya").post("/harbor-view/roster/add/", form)

    assert answer.status_code == 422


def test_a_registrar_adds_an_advisor(cast):
    person = add_person(by=cast.as_("priya"), role=Role.ADVISOR, given_name="Kim")

    assert [hat.role for hat in person.memberships.all()] == ["advisor"]


def test_a_coordinator_names_mentors_and_nobody_else(cast):
    person = add_person(by=cast.as_("chen"), role=Role.MENTOR, given_name="Wes")

    with pytest.raises(PermissionDenied):
        give_role(person, Role.ADVISOR, by=cast.as_("chen"))
    with pytest.raises(PermissionDenied):
        give_role(person, Role.ADVISOR, by=cast.as_("ana"))


def test_a_hat_worn_already_is_not_given_twice(cast):
    give_role(cast.ana, Role.ADVISOR, by=cast.as_("priya"))

    assert Membership.objects.filter(person=cast.ana, role=Role.ADVISOR).count() == 1


def test_nobody_gives_a_hat_at_another_school(cast):
    with pytest.raises(PermissionDenied):
        give_role(cast.maya.person, Role.ADVISOR, by=cast.as_("otto"))


def test_a_registrar_takes_no_hat_that_rules_over_them(cast, client_of):
    form = {"left_on": "2026-10-13", "reason": "x"}

    answer = client_of("priya").post(f"/harbor-view/roster/{cast.dana.public_id}/leave/", form)

    assert answer.status_code == 403
    assert [hat.until_on for hat in cast.dana.memberships.all()] == [None]


def test_the_only_administrator_keeps_the_hat_whoever_asks(cast):
    give_role(cast.dana, Role.ADMINISTRATOR, by=cast.as_("dana"))

    with pytest.raises(Refused, match="only administrator"):
        end_role(cast.dana, Role.ADMINISTRATOR, by=cast.as_("dana"))
