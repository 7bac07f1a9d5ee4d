"""A visit is planned, done, noted, followed up and closed; the note is read by few."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.outreach.models import Contact
from kindling.schools.inside import inside
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.visits import actions
from kindling.visits.models import Visit
from kindling.visits.queries.waits import waits
from kindling.visits.rules import own_visits, visible_visits
from kindling.visits.tests.visiting import at_north, at_shelter, make_placement
from kindling.visits.working_out import work_out
from tests.cast import make_person

TODAY = date(2026, 10, 13)
PAGE = "/harbor-view/visits/"
SECRET = "He looks tired and said why."


def noted(cast, by: str = "ana", **note) -> Visit:
    usual = {"kind": "visit", "attendance": SECRET, "with_student": True}
    return actions.log_visit(at_shelter(cast), by=cast.as_(by), **(usual | note))


def test_the_whole_way(cast):
    visit = actions.plan_visit(at_shelter(cast), on=TODAY, by=cast.as_("ana"))

    actions.do_visit(visit, by=cast.as_("ana"))
    assert visit.state == "done"
    actions.note_visit(visit, by=cast.as_("ana"), tasks="Feeds the cats.", next_step="Bring gloves")
    assert visit.state == "follow_up"
    actions.close_visit(visit, by=cast.as_("ana"))

    visit.refresh_from_db()
    assert (visit.state, visit.on, visit.tasks) == ("closed", TODAY, "Feeds the cats.")


def test_a_closed_visit_stays_closed_when_words_are_put_right(cast):
    visit = noted(cast)
    actions.close_visit(visit, by=cast.as_("ana"))

    actions.note_visit(visit, by=cast.as_("ana"), tasks="Feeds the dogs.")

    visit.refresh_from_db()
    assert (visit.state, visit.tasks, visit.attendance) == ("closed", "Feeds the dogs.", SECRET)


def test_it_stands_in_the_log_of_contacts_without_a_word_of_the_note(cast):
    visit = noted(cast, kind="call")

    contact = Contact.objects.get()
    assert (contact.how, contact.site, contact.mentor, contact.said) == (
        "call", cast.shelter.site, cast.sam, "",
    )  # fmt: skip
    assert visit.contact == contact
    assert SECRET not in str([event.detail for event in Event.objects.all()])


def test_what_was_planned_for_the_day_is_the_one_that_is_noted(cast):
    place = at_shelter(cast)
    planned = actions.plan_visit(place, on=TODAY, by=cast.as_("ana"))

    visit = actions.log_visit(place, kind="visit", tasks="Cats.", by=cast.as_("ana"))

    assert (visit.pk, Visit.objects.count()) == (planned.pk, 1)


def test_the_same_tap_is_one_note(cast):
    place = at_shelter(cast)
    facts = {"kind": "visit", "tap": "t1", "by": cast.as_("ana")}

    first = actions.log_visit(place, tasks="Cats.", **facts)
    again = actions.log_visit(place, tasks="Something else.", **facts)

    assert (first.pk, Visit.objects.get().tasks) == (again.pk, "Cats.")
    assert Contact.objects.count() == 1


def test_a_day_ahead_is_planned_and_a_day_past_is_noted(cast):
    place = at_shelter(cast)
    with pytest.raises(Refused, match="planned, not noted"):
        actions.log_visit(place, kind="visit", on=date(2026, 10, 14), by=cast.as_("ana"))
    with pytest.raises(Refused, match="noted, not planned"):
        actions.plan_visit(place, on=date(2026, 10, 12), by=cast.as_("ana"))


def test_planned_twice_is_planned_once(cast):
    place = at_shelter(cast)
    for _ in range(2):
        actions.plan_visit(place, on=TODAY, by=cast.as_("ana"))

    assert Visit.objects.count() == 1


@pytest.mark.parametrize("name", ["ana", "chen", "dana", "priya"])
def test_advisor_and_leaders_read_it(cast, name):
    visit = noted(cast)
    assert list(visible_visits(cast.as_(name))) == [visit]


@pytest.mark.parametrize("name", ["luis", "maya", "rosa", "liam", "tasha", "otto"])
def test_nobody_else_reads_or_writes_it(cast, name):
    visit = noted(cast)
    theirs = actions.log_visit(at_north(cast), kind="visit", tasks="Rolls.", by=cast.as_("otto"))

    found = list(visible_visits(cast.as_(name)))
    assert found == ([theirs] if name == "otto" else [])
    for act in (
        lambda by: actions.note_visit(visit, by=by, tasks="Mine."),
        lambda by: actions.share_visit(visit, words="Hi", whom="student", by=by),
        lambda by: actions.log_visit(visit.placement, kind="call", by=by),
    ):
        with pytest.raises(PermissionDenied):
            act(cast.as_(name))


def test_an_advisor_of_others_and_a_substitute_read_none(cast):
    from kindling.advisory.actions import name_substitute  # noqa: PLC0415

    noted(cast)
    bo = make_person(cast.school, "Bo Falk", Role.ADVISOR)
    kim = make_person(cast.school, "Kim Park", Role.STAFF)
    name_substitute(cast.tide, kim, since_on=TODAY, until_on=TODAY, by=cast.as_("ana"))

    assert [list(visible_visits(Viewer.of_person(one))) for one in (bo, kim)] == [[], []]


def test_an_advisor_who_left_the_group_reads_it_no_longer(cast):
    from kindling.advisory.actions import end_advisor  # noqa: PLC0415

    noted(cast)
    end_advisor(cast.tide, cast.ana, by=cast.as_("priya"))

    assert list(visible_visits(cast.as_("ana"))) == []


def test_the_student_reads_what_is_shared_and_nothing_of_the_note(cast, client_of):
    visit = noted(cast)
    assert list(own_visits(cast.as_("luis"))) == []

    actions.share_visit(visit, words="Good work with the cats.", whom="student", by=cast.as_("ana"))
    page = client_of("luis").get(PAGE).text

    assert ("Good work with the cats." in page, SECRET in page) == (True, False)
    assert client_of("luis").get(f"{PAGE}{visit.public_id}/").status_code == 404
    assert list(own_visits(cast.as_("jordan"))) == []


def test_the_mentor_gets_a_letter_with_the_words_alone(cast):
    visit = noted(cast)

    actions.share_visit(visit, words="Thank you for your time.", whom="mentor", by=cast.as_("ana"))

    told = Notice.objects.get(kind="visits/shared")
    assert told.person == cast.sam
    assert "Thank you for your time." in told.body
    assert SECRET not in told.body
    assert list(own_visits(cast.as_("luis"))) == []


def test_stops_change_places_and_count_miles(cast):
    luis = actions.plan_visit(at_shelter(cast), on=TODAY, by=cast.as_("ana"))

    jordan = make_placement(cast.jordan, cast.clinic, cast.sam)
    jordan.refresh_from_db()
    second = actions.plan_visit(jordan, on=TODAY, by=cast.as_("ana"))

    actions.move_visit(second, earlier=True, by=cast.as_("ana"))
    actions.note_miles(luis, miles=Decimal("4.5"), by=cast.as_("ana"))

    order = Visit.objects.order_by("order").values_list("student__person__given_name", flat=True)
    assert list(order) == ["Jordan", "Luis"]
    assert Visit.objects.get(pk=luis.pk).miles == Decimal("4.5")


def test_visits_at_home_wait_too_in_two_statements(cast, django_assert_num_queries):
    place = at_shelter(cast)
    actions.plan_home_visit(cast.maya, on=date(2026, 10, 12), by=cast.as_("ana"))
    actions.plan_visit(place, on=TODAY, by=cast.as_("ana"))
    with time_machine.travel("2026-10-14T13:00Z"), inside(cast.school):
        viewer = cast.as_("ana")
        viewer.is_leader  # noqa: B018
        with django_assert_num_queries(2):
            found = waits(viewer)
    assert [wait.kind for wait in found] == ["home_visit.note", "visit.note"]
    assert found[0].say == "Write the note about the home of Maya Santos"


def test_what_waits_for_who_visits(cast):
    place = at_shelter(cast)
    work_out(cast.school)
    visit = actions.plan_visit(place, on=TODAY, by=cast.as_("ana"))
    with inside(cast.school):
        assert waits(cast.as_("ana")) == []

    with time_machine.travel("2026-10-14T13:00Z"), inside(cast.school):
        assert [wait.kind for wait in waits(cast.as_("ana"))] == ["visit.note", "visit.overdue"]
        actions.note_visit(visit, by=cast.as_("ana"), tasks="Cats.")
        assert waits(cast.as_("ana")) == []
        assert waits(cast.as_("luis")) == []
