"""All agreements, and those of one student or one site: links lead there from their pages."""

from __future__ import annotations

import pytest

from kindling.agreements.queries.board import agreement_list
from kindling.agreements.tests.signing import make_agreement, make_template
from kindling.people.actions import connect
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import FIRST_DAY

HOME = "/harbor-view/"


@pytest.fixture
def both(cast):
    """Luis at the clinic, Maya at the shelter."""
    system = Viewer.system(cast.school)
    connect(cast.maya, cast.rosa, Role.GUARDIAN, by=system, since_on=FIRST_DAY)
    template = make_template(cast.as_("chen"))
    luis = make_agreement(cast, template)
    return luis, make_agreement(cast, template, cast.maya, opportunity=cast.shelter)


def test_of_one_student_or_one_site(cast, both):
    luis, maya = both
    by = cast.as_("chen")

    assert list(agreement_list(by)) == [maya, luis]
    assert list(agreement_list(by, student=cast.luis.public_id)) == [luis]
    assert list(agreement_list(by, site=cast.shelter.site.public_id)) == [maya]
    assert list(agreement_list(by, site=cast.shelter.site.public_id, student="x")) == []
    assert list(agreement_list(cast.as_("luis"), site=cast.shelter.site.public_id)) == []


@pytest.mark.parametrize("name", ["ana", "chen", "luis"])
def test_the_students_page_leads_there(cast, both, client_of, name):
    client = client_of(name)
    address = f"{HOME}agreements/all/?student={cast.luis.public_id}"

    assert address in client.get(f"{HOME}students/{cast.luis.public_id}/").text
    page = client.get(address).text
    assert ("Luis Diaz · " in page, "Maya Santos" in page) == (True, False)


def test_the_sites_page_leads_staff_there(cast, both, client_of):
    site = cast.shelter.site.public_id
    address = f"{HOME}agreements/all/?site={site}"

    assert address in client_of("ana").get(f"{HOME}places/sites/{site}/").text
    page = client_of("ana").get(address).text
    assert ("Maya Santos" in page, "Luis Diaz" in page) == (True, False)
