"""The coordinator decides who guides an intern when their mentor is gone."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.people.models import Connection
from kindling.placements.actions import end_placement, hand_over
from kindling.placements.tests.factories import make_placement
from kindling.schools.models import Person
from kindling.sites.actions import add_new_mentor, leave_alone
from kindling.sites.models import Quiet


@pytest.fixture
def placement(cast):
    return make_placement(cast, cast.luis, cast.clinic)


@pytest.fixture
def ida(cast):
    row = add_new_mentor(
        cast.clinic.site, by=cast.as_("chen"), given_name="Ida", email="ida@example.org"
    )
    return row.person


def url(placement):
    return f"/harbor-view/placements/{placement.public_id}/mentor/"


def guides(student):
    rows = Connection.objects.filter(student=student, role="mentor", until_on=None)
    return [row.adult.first for row in rows]


def test_another_mentor_takes_over_and_is_told(cast, placement, ida, client_of):
    Notice.objects.all().delete()

    assert client_of("chen").post(url(placement), {"mentor": ida.public_id}).status_code == 302

    placement.refresh_from_db()
    assert (placement.mentor, guides(cast.luis)) == (ida, ["Ida"])
    assert set(Notice.objects.values_list("person__given_name", flat=True)) == {"Luis", "Ida"}


def test_who_guides_elsewhere_still_sees_the_student(cast, placement, ida):
    make_placement(cast, cast.luis, cast.shelter)

    hand_over(placement, ida, by=cast.as_("chen"))

    assert sorted(guides(cast.luis)) == ["Ida", "Sam"]


def test_only_a_mentor_of_the_site_who_may_be_asked(cast, placement, ida):
    chen = cast.as_("chen")
    for wrong in (cast.sam, cast.ana):
        with pytest.raises(ValidationError):
            hand_over(placement, wrong, by=chen)
    leave_alone(ida, Quiet.Kind.REST, until_on=date(2026, 11, 1), reason="", by=chen)
    with pytest.raises(ValidationError, match="left in peace"):
        hand_over(placement, Person.objects.get(pk=ida.pk), by=chen)


def test_what_has_ended_is_handed_to_nobody(cast, placement, ida):
    end_placement(placement, "Done.", by=cast.as_("ana"))

    with pytest.raises(Refused, match="has ended"):
        hand_over(placement, ida, by=cast.as_("chen"))


@pytest.mark.parametrize("name", ["ana", "luis", "rosa", "priya"])
def test_nobody_else_decides(cast, placement, ida, client_of, name):
    with pytest.raises(PermissionDenied):
        hand_over(placement, ida, by=cast.as_(name))
    assert client_of(name).post(url(placement), {"mentor": ida.public_id}).status_code == 403
