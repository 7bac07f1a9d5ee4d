"""People leave; the record stays."""

from datetime import date, timedelta

import pytest

from kindling.enrollment.actions import withdraw_student
from kindling.kit.http import Refused
from kindling.people.rules import visible_students
from kindling.schools.models import Membership
from kindling.schools.viewer import Viewer

LEAVE = {"left_on": "2026-10-13", "reason": "Moved away"}


def page(person):
    return f"/harbor-view/roster/{person.public_id}"


def test_a_student_who_leaves_is_withdrawn_and_out_of_the_advisory(cast, client_of):
    client_of("priya").post(f"{page(cast.maya.person)}/leave/", LEAVE)

    cast.maya.refresh_from_db()
    assert (cast.maya.state, str(cast.maya.left_on)) == ("withdrawn", "2026-10-13")
    assert cast.maya not in visible_students(cast.as_("ana"))
    assert cast.maya in visible_students(cast.as_("priya"))
    assert not cast.maya.advisory_seats.filter(until_on=None).exists()


def test_the_day_after_the_last_day_the_student_can_no_longer_sign_in(cast):
    yesterday = cast.school.today() - timedelta(days=1)
    withdraw_student(cast.maya, by=cast.as_("priya"), left_on=yesterday, reason="Moved away")

    assert Viewer.of(cast.user("maya"), "harbor-view") is None


def test_withdrawing_twice_is_refused_with_a_sentence(cast, client_of):
    client = client_of("priya")
    client.post(f"{page(cast.maya.person)}/leave/", LEAVE)

    answer = client.post(f"{page(cast.maya.person)}/leave/", LEAVE)

    assert answer.status_code == 409
    assert "Maya Santos has already left." in answer.text


def test_the_last_day_cannot_be_before_the_first(cast):
    with pytest.raises(Refused, match="before the first day"):
        withdraw_student(cast.maya, by=cast.as_("priya"), left_on=date(2026, 1, 1), reason="x")


def test_a_student_who_left_can_come_back(cast, client_of):
    client = client_of("priya")
    client.post(f"{page(cast.maya.person)}/leave/", LEAVE)

    client.post(f"{page(cast.maya.person)}/readmit/")

    cast.maya.refresh_from_db()
    assert (cast.maya.state, cast.maya.left_on) == ("enrolled", None)


def test_an_adult_who_leaves_keeps_no_open_hat(cast, client_of):
    client_of("priya").post(f"{page(cast.ana)}/leave/", LEAVE)

    assert not Membership.objects.filter(person=cast.ana, until_on=None).exists()


def test_nobody_ends_their_own_hats(cast, client_of):
    answer = client_of("priya").post(f"{page(cast.priya)}/leave/", LEAVE)

    assert answer.status_code == 409


def test_a_stranger_cannot_withdraw_anyone(cast, client_of):
    answer = client_of("otto").post(f"{page(cast.maya.person)}/leave/", LEAVE)

    cast.maya.refresh_from_db()
    assert (answer.status_code, cast.maya.state) == (404, "enrolled")
