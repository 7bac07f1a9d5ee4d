"""A concern: who reads it, who does what, and what nobody may do."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.kit.http import Refused
from kindling.people.actions import connect
from kindling.schools.inside import inside
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.support import actions, rules
from kindling.support.models import ConcernReading
from kindling.support.queries.waits import waits
from kindling.support.tests.supporting import LATER, make_concern, nora
from kindling.support.tests.test_goals import ALL
from tests.cast import FIRST_DAY

PAGE = "/harbor-view/support/"
TODAY = date(2026, 10, 13)


def readers(cast):
    return [name for name in ALL if rules.visible_concerns(cast.as_(name)).exists()]


def test_no_mentor_and_no_family_reads_it_and_the_student_only_when_shown(cast):
    concern = make_concern(cast)
    assert readers(cast) == ["ana", "nora", "dana"]

    actions.show_student(concern, shown=True, by=cast.as_("nora"))
    assert readers(cast) == ["luis", "ana", "nora", "dana"]


def test_who_does_something_reads_it_and_it_is_in_hand(cast):
    concern = make_concern(cast)

    word = actions.add_action(
        concern, "Call home.", owner=cast.chen, due_on=TODAY, by=cast.as_("nora")
    )

    assert (concern.state, readers(cast)) == ("in_hand", ["ana", "nora", "dana", "chen"])
    with inside(cast.school):
        assert [one.key for one in waits(cast.as_("chen"))] == [f"concern.action:{word.public_id}"]
    actions.do_action(word, by=cast.as_("chen"))
    assert waits(cast.as_("chen")) == []


def test_nobody_reads_as_staff_what_is_written_about_their_own_child(cast):
    make_concern(cast)
    by = Viewer.system(cast.school)

    connect(cast.luis, cast.dana, Role.GUARDIAN, by=by, since_on=FIRST_DAY)

    assert readers(cast) == ["ana", "nora"]


def test_it_is_not_closed_while_somebody_has_something_to_do(cast):
    concern = make_concern(cast)
    word = actions.add_action(
        concern, "Call home.", owner=cast.chen, due_on=LATER, by=cast.as_("ana")
    )
    with pytest.raises(PermissionDenied):
        actions.close_concern(concern, "Well.", by=cast.as_("ana"))
    with pytest.raises(Refused, match="still to be done"):
        actions.close_concern(concern, "Well.", by=cast.as_("nora"))

    actions.do_action(word, by=cast.as_("ana"))
    actions.close_concern(concern, "He sleeps again.", by=cast.as_("nora"))

    with pytest.raises(Refused, match="closed"):
        actions.look_again(concern, "Still well.", look_on=LATER, by=cast.as_("nora"))
    actions.reopen_concern(concern, by=cast.as_("dana"))
    assert concern.state == "in_hand"


def test_a_day_that_is_over_is_refused(cast):
    with pytest.raises(ValidationError):
        make_concern(cast, look_on=date(2026, 10, 1))


@pytest.mark.parametrize("name", ["luis", "rosa", "jordan", "liam", "otto", "priya"])
def test_who_does_not_write_about_students(cast, name):
    nora(cast)

    with pytest.raises(PermissionDenied):
        actions.open_concern(
            cast.luis, strengths="x", text="y", owner=cast.nora, look_on=LATER, by=cast.as_(name)
        )


def test_handed_on_the_one_before_still_reads_it(cast):
    concern = make_concern(cast)

    actions.hand_on(concern, cast.chen, by=cast.as_("nora"))

    assert readers(cast) == ["ana", "nora", "dana", "chen"]


def test_on_the_pages(cast, client_of):
    nora(cast)
    ana, form = client_of("ana"), {
        "student": cast.luis.public_id, "strengths": "Patient.", "text": "Sleeps in class.",
        "voice": "I work nights.", "owner": cast.nora.public_id, "look_on": "2026-10-20",
    }  # fmt: skip
    assert ana.post(f"{PAGE}concerns/add/", form | {"strengths": ""}).status_code == 422
    assert ana.post(f"{PAGE}concerns/add/", form).status_code == 302
    concern = rules.visible_concerns(cast.as_("ana")).get()
    path = f"{PAGE}concerns/{concern.public_id}/"
    for name in ("luis", "rosa", "otto", "chen"):
        assert client_of(name).get(path).status_code == 404
    client = client_of("nora")
    assert client.get(path).status_code == 200
    act = {
        "action-text": "Call",
        "action-owner": cast.nora.public_id,
        "action-due_on": "2026-10-14",
    }
    assert client.post(f"{path}action/", act | {"action-text": ""}).status_code == 422
    assert client.post(f"{path}action/", act).status_code == 302
    word = rules.visible_actions(cast.as_("nora")).get()
    assert client.post(f"{PAGE}actions/{word.public_id}/done/").status_code == 302
    look = {"look-text": "Better", "look-look_on": "2026-10-30"}
    assert client.post(f"{path}look/", look).status_code == 302
    assert client.post(f"{path}step/", {"do": "show"}).status_code == 302
    luis = client_of("luis")
    assert luis.post(f"{path}voice/", {"voice-text": "Thank you."}).status_code == 302
    assert luis.post(f"{path}look/", look).status_code == 403
    client = client_of("nora")
    assert client.post(f"{path}close/", {"end-text": "He sleeps."}).status_code == 302
    assert client.post(f"{path}step/", {"do": "reopen"}).status_code == 302
    assert {one.person for one in ConcernReading.objects.all()} == {cast.nora}


def test_the_statements_stay_the_same(cast, client_of, django_assert_num_queries):
    concern = make_concern(cast)
    path = f"{PAGE}concerns/{concern.public_id}/"
    client = client_of("nora")
    client.get(path)
    with django_assert_num_queries(16):
        client.get(path)
    for _ in range(3):
        actions.add_action(concern, "Do", owner=cast.chen, due_on=LATER, by=cast.as_("nora"))
        actions.add_voice(concern, "Hm.", by=cast.as_("nora"))
    with django_assert_num_queries(16):
        client.get(path)
    with django_assert_num_queries(4):
        client.get(PAGE)
    make_concern(cast)
    make_concern(cast)
    with django_assert_num_queries(4):
        client.get(PAGE)
