"""The projects of one student, as those see them who work with the student."""

import pytest

from kindling.people.actions import connect
from kindling.projects import actions
from kindling.projects.tests.factories import approved, begun
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

PAGE = "/harbor-view/projects/?student="


def begun_by_maya(cast):
    return actions.begin_project(
        cast.maya, title="A song for the market", kind="passion", by=cast.as_("maya")
    )


def test_an_advisor_reads_one_student_and_not_the_advisory(cast, client_of):
    begun(cast)
    begun_by_maya(cast)

    page = client_of("ana").get(PAGE + cast.jordan.public_id).text

    assert ("What cats say" in page, "A song for the market" in page) == (True, False)


def test_a_family_reads_what_was_agreed_and_no_idea(cast, client_of):
    by = Viewer.system(cast.school)
    for student in (cast.jordan, cast.maya):
        connect(student, cast.rosa, Role.GUARDIAN, by=by, since_on=student.enrolled_on)
    approved(cast)
    begun_by_maya(cast)
    rosa = client_of("rosa")

    pages = [rosa.get(PAGE + one.public_id).text for one in (cast.jordan, cast.maya)]

    assert ["What cats say" in pages[0], "A song for the market" in pages[1]] == [True, False]


@pytest.mark.parametrize("name", ["rosa", "maya", "otto", "liam"])
def test_nobody_finds_a_student_they_do_not_see(cast, client_of, name):
    begun(cast)

    assert client_of(name).get(PAGE + cast.jordan.public_id).status_code == 404
