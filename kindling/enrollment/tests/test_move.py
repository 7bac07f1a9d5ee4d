"""A student moves to another advisory, and access moves along."""

from kindling.advisory.actions import give_advisor, make_advisory
from kindling.advisory.models import AdvisoryStudent
from kindling.people.rules import visible_students
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import make_person


def test_the_new_advisor_sees_the_student_and_the_old_one_no_longer(cast, client_of):
    ben = make_person(cast.school, "Ben Ash", Role.ADVISOR)
    cast.ben = ben
    summit = make_advisory(by=cast.as_("priya"), name="Summit")
    give_advisor(summit, ben, by=cast.as_("priya"))
    url = f"/harbor-view/roster/{cast.maya.person.public_id}/move/"

    answer = client_of("priya").post(url, {"advisory": summit.public_id})

    assert answer.status_code == 302
    assert list(visible_students(cast.as_("ben"))) == [cast.maya]
    assert set(visible_students(cast.as_("ana"))) == {cast.jordan, cast.luis}
    seats = AdvisoryStudent.objects.filter(student=cast.maya).order_by("since_on")
    assert [(s.advisory.name, str(s.until_on)) for s in seats] == [
        ("Tide", "2026-10-12"),
        ("Summit", "None"),
    ]


def test_moving_twice_is_moving_once(cast, client_of):
    summit = make_advisory(by=cast.as_("priya"), name="Summit")
    url = f"/harbor-view/roster/{cast.maya.person.public_id}/move/"

    for _ in range(2):
        client_of("priya").post(url, {"advisory": summit.public_id})

    assert AdvisoryStudent.objects.filter(student=cast.maya, until_on=None).count() == 1


def test_an_advisory_of_another_school_is_not_on_offer(cast, client_of):
    theirs = make_advisory(by=Viewer.system(cast.north), name="North Star")
    url = f"/harbor-view/roster/{cast.maya.person.public_id}/move/"

    answer = client_of("priya").post(url, {"advisory": theirs.public_id})

    assert answer.status_code == 422
