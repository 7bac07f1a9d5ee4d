"""The inbox: one list of everything, in the order in which others wait."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.absences.actions import report_absence
from kindling.attendance.tests.placed import Statements
from kindling.courses import actions as courses
from kindling.courses.tests.teaching import make_course
from kindling.exploring.actions import give_activity
from kindling.exploring.collection import standard
from kindling.inbox import actions
from kindling.inbox.kinds import labels
from kindling.inbox.models import Aside
from kindling.inbox.queries import Filter, Item, inbox
from kindling.inbox.sources import sources
from kindling.incidents.actions import raise_worry
from kindling.kit.http import Refused
from kindling.kit.waits import HoldsUp, Wait
from kindling.placements.models import Pursuit
from kindling.schools.inside import inside
from tests.matrix_subjects import a_day, a_placement, an_alarm

PAGE = "/harbor-view/inbox/"
TOMORROW = date(2026, 10, 14)


def of(cast, name, **asked):
    """What stands there, as kinds."""
    with inside(cast.school):
        return [item.wait.kind for item in inbox(cast.as_(name), Filter(**asked)).items]


def full(cast):
    """Something of many apps: of an alarm of today and a worry down to a course that is over."""
    placement = a_placement(cast)
    a_day(placement)
    alarm = an_alarm(placement)
    alarm.on = date(2026, 10, 13)
    alarm.save()
    Pursuit.objects.create(
        school=cast.school, student=cast.jordan, opportunity=cast.clinic, why="Cats."
    )
    report_absence(cast.luis, reason="sick", by=cast.as_("luis"))
    give_activity(standard("lost-time"), [cast.maya], by=cast.as_("ana"))
    course = make_course(cast, teacher=cast.ana)
    courses.ask_place(course, by=cast.as_("jordan"))
    raise_worry(cast.luis, adult=cast.ana, text="It is loud.", by=cast.as_("luis"))


def test_safety_first_then_who_is_held_up_then_how_long(cast):
    full(cast)

    with inside(cast.school):
        items = inbox(cast.as_("ana"), Filter()).items

    assert [item.wait.kind for item in items][:2] == ["alarm.live", "worry.read"] or [
        item.wait.kind for item in items
    ][:2] == ["worry.read", "alarm.live"]
    rest = [(item.wait.holds_up, item.wait.since) for item in items[2:]]
    assert rest == sorted(rest)
    assert {"absence.clear", "course.ask"} <= {item.wait.kind for item in items}


def test_each_sees_their_own_and_otto_nothing_of_ours(cast):
    full(cast)

    assert {"pursuit.answer", "absence.clear"} <= set(of(cast, "chen"))
    assert "worry.read" not in of(cast, "chen")
    assert "absence.clear" in of(cast, "rosa")
    assert "exploring.todo" in of(cast, "maya")
    assert not {"alarm.live", "worry.read", "course.ask"} & set(of(cast, "maya"))
    assert of(cast, "otto") == of(cast, "liam") == []


def test_filtered_by_kind_and_by_student(cast):
    full(cast)

    assert of(cast, "ana", kind="courses") == ["course.ask"]
    with inside(cast.school):
        found = inbox(cast.as_("ana"), Filter(who="Jordan Blake"))
    assert {item.wait.who for item in found.items} == {"Jordan Blake"}
    assert "Jordan Blake" in found.students


def test_the_filter_stands_in_the_address_of_the_next_page_whatever_the_name():
    asked = Filter(kind="talks", who="Zoë & Ann +1", is_aside=True)

    assert asked.query == "kind=talks&who=Zo%C3%AB+%26+Ann+%2B1&show=aside"
    assert Filter().query == ""


def key_of(cast, name, kind):
    with inside(cast.school):
        items = inbox(cast.as_(name), Filter()).items
    return next(item.wait.key for item in items if item.wait.kind == kind)


def test_put_aside_is_mine_alone_and_is_back_on_its_day(cast):
    full(cast)
    key = key_of(cast, "ana", "course.ask")

    actions.put_aside(key, until_on=TOMORROW, by=cast.as_("ana"))
    actions.put_aside(key, until_on=TOMORROW + timedelta(days=5), by=cast.as_("ana"))

    assert "course.ask" not in of(cast, "ana")
    assert of(cast, "ana", is_aside=True) == ["course.ask"]
    assert Aside.objects.get().until_on == TOMORROW + timedelta(days=5)
    Aside.objects.update(until_on=date(2026, 10, 13))
    assert "course.ask" in of(cast, "ana")


def test_taken_back_it_stands_there_again(cast):
    full(cast)
    key = key_of(cast, "ana", "course.ask")
    actions.put_aside(key, until_on=TOMORROW, by=cast.as_("ana"))

    actions.take_back(key, by=cast.as_("ana"))

    assert "course.ask" in of(cast, "ana")


def test_safety_is_never_put_aside(cast):
    full(cast)
    for kind in ("alarm.live", "worry.read"):
        key = key_of(cast, "ana", kind)
        with pytest.raises(Refused, match="safety"):
            actions.put_aside(key, until_on=TOMORROW, by=cast.as_("ana"))
        Aside.objects.create(
            school=cast.school, person=cast.ana, key=key, until_on=date(2026, 12, 1)
        )
        assert kind in of(cast, "ana")


@pytest.mark.parametrize("day", [date(2026, 10, 13), date(2027, 10, 13)])
def test_a_day_that_is_no_reminder_is_refused(cast, day):
    with pytest.raises(ValidationError):
        actions.put_aside("course.ask:x", until_on=day, by=cast.as_("ana"))


@pytest.mark.parametrize("name", ["liam", "tasha", "sam"])
def test_who_has_no_inbox(cast, name):
    with pytest.raises(PermissionDenied):
        actions.put_aside("course.ask:x", until_on=TOMORROW, by=cast.as_(name))


def test_every_app_that_has_something_is_asked():
    assert {
        "absences", "agreements", "attendance", "clearance", "courses", "exploring", "incidents",
        "ladder", "outreach", "placements", "questions", "roll", "rounds", "sites", "support",
    } <= set(sources())  # fmt: skip


def test_every_app_that_is_asked_has_a_word():
    assert set(sources()) - set(labels()) == set()


def test_a_group_is_found_by_each_of_its_names():
    now = datetime(2026, 10, 13, tzinfo=UTC)
    wait = Wait("project.late:x", "Late.", "/", HoldsUp.NOBODY, now, who="Jun Eze, Maya Santos")
    item = Item(wait, "projects", 0, is_safety=False)

    found = [name for name in ("Jun Eze", "Maya Santos", "Jun") if Filter(who=name).lets(item)]

    assert found == ["Jun Eze", "Maya Santos"]


def test_on_the_page(cast, client_of):
    ana = client_of("ana")
    assert "Go to Today" in client_of("chen").get(PAGE).content.decode()
    full(cast)
    ana = client_of("ana")
    text = ana.get(PAGE).content.decode()
    assert ("Jordan asks for a place in Soldering." in text, "Safety" in text) == (True, True)
    key = key_of(cast, "ana", "course.ask")
    sent = {"key": key, "until_on": "2026-10-14", "back": f"{PAGE}?kind=courses"}
    assert ana.post(f"{PAGE}aside/", sent)["Location"] == f"{PAGE}?kind=courses"
    assert ana.post(f"{PAGE}aside/", {"key": key, "on": "2026-10-20"}).status_code == 302
    assert Aside.objects.get().until_on == date(2026, 10, 20)
    assert "1 put aside" in ana.get(PAGE).content.decode()
    assert "Show it again" in ana.get(f"{PAGE}?show=aside").content.decode()
    away = {"key": key, "back": "https://example.com/harbor-view/inbox/"}
    assert ana.post(f"{PAGE}back/", away)["Location"] == PAGE
    assert ana.post(f"{PAGE}aside/", sent | {"until_on": "never"})["Location"] == (
        f"{PAGE}?kind=courses"
    )
    assert Aside.objects.count() == 0
    assert client_of("liam").get(PAGE).status_code == 403
    assert client_of("otto").get(PAGE).status_code == 404


@pytest.mark.parametrize(("name", "most"), [("ana", 53), ("chen", 50), ("luis", 36), ("rosa", 22)])
def test_the_statements_stay_the_same(cast, client_of, name, most):
    """Each app asks once or twice. The ceiling is lifted when another app begins to be asked."""
    full(cast)
    client = client_of(name)

    def cost() -> int:
        with Statements() as sent:
            client.get(PAGE)
        return sent.count

    one = cost()
    for title in ("Radio", "Bread"):
        course = make_course(cast, teacher=cast.ana, title=title)
        courses.ask_place(course, by=cast.as_("jordan"))
        courses.ask_place(course, by=cast.as_("luis"))
    give_activity(standard("teach"), [cast.maya, cast.luis], by=cast.as_("ana"))

    assert (cost(), one <= most) == (one, True)


@pytest.mark.parametrize("name", ["ana", "chen", "dana", "luis", "maya", "rosa"])
def test_no_app_asks_more_than_twice(cast, name):
    """The roll asks twice more whether there is school while it is not taken."""
    full(cast)
    asked = {}
    with inside(cast.school):
        for app, ask in sources().items():
            with Statements() as sent:
                ask(cast.as_(name))
            asked[app] = sent.count - 1  # who is asking

    assert {app: num for app, num in asked.items() if num > (4 if app == "roll" else 2)} == {}
