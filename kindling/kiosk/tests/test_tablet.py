"""The shared tablet: a code, a first name, one button, and nothing stays."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import unquote

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from kindling.advisory.actions import make_advisory
from kindling.attendance.models import Day, Entry
from kindling.attendance.tests.placed import close, make_placement
from kindling.history.models import Event
from kindling.kiosk.actions import make_codes, open_kiosk
from kindling.kiosk.knowing import named_by, ticket_for
from kindling.kiosk.models import KioskCode
from kindling.passes.actions import revoke_pass
from kindling.passes.models import Pass
from kindling.people.models import Student
from kindling.roll.actions import mark_student
from kindling.roll.models import Mark
from kindling.schools.models import Membership
from kindling.schools.viewer import Viewer

OPEN = "/harbor-view/kiosk/open/"


@pytest.fixture
def tablet(cast, client_of):
    """Ana has made this browser the kiosk: the client, and the door's address."""
    ana = client_of("ana")
    answer = ana.post(OPEN)
    assert ana.get(answer.url).status_code == 200
    ana.door = answer.url
    return ana


@pytest.fixture
def code(cast):
    return dict(make_codes([cast.luis], by=cast.as_("ana")))[cast.luis]


def type_in(tablet, code):
    answer = tablet.post(tablet.door, {"code": code})
    assert answer.status_code == 302
    return answer.url


def tap(tablet, code, do):
    who = re.search(r"who=(.+)", type_in(tablet, code))[1]
    return tablet.post(tablet.door, {"who": unquote(who), "do": do})


def test_opening_signs_staff_out_of_the_device(cast, client_of):
    ana = client_of("ana")

    answer = ana.post(OPEN)

    assert re.fullmatch(r"/p/[^/]+/", answer.url)
    assert answer["Clear-Site-Data"] == '"cache"'
    assert ana.get("/harbor-view/").status_code == 302  # to sign in
    held = Pass.objects.get(purpose="kiosk")
    assert (held.bearer, held.needs_code, held.expires_at.isoformat()) == (
        cast.ana, True, "2026-10-14T04:00:00+00:00",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "status"), [("luis", 403), ("rosa", 403), ("liam", 403), ("otto", 404)]
)
def test_only_staff_open_one(client_of, name, status):
    assert client_of(name).post(OPEN).status_code == status
    assert Pass.objects.filter(purpose="kiosk").count() == 0


def test_another_browser_with_the_same_address_is_asked_for_a_code(tablet):
    assert Client().get(tablet.door).status_code == 403


def test_a_code_shows_the_first_name_and_nothing_else(cast, code, tablet):
    make_placement(cast.luis, cast.clinic, cast.sam)

    page = tablet.get(type_in(tablet, f"{code[:3]} {code[3:]}"))

    shown = re.sub(r"(?s)<head>.*?</head>|<[^>]+>", " ", page.text)
    assert "Hello, Luis" in shown
    assert [word in shown for word in ("Diaz", "Bayside", "Reyes")] == [False] * 3
    assert 'data-after="10"' in page.text
    assert "no-store" in page["Cache-Control"]


def test_coming_and_leaving_on_an_internship_day(cast, code, tablet):
    make_placement(cast.luis, cast.clinic, cast.sam)

    came = tap(tablet, code, "come")
    with time_machine.travel("2026-10-13T18:00:00+00:00", tick=True):
        left = tap(tablet, code, "leave")

    assert "Welcome, Luis." in came.text
    assert "Goodbye, Luis." in left.text
    entries = Entry.objects.order_by("pk")
    assert [(e.kind, e.method, e.weight, e.by) for e in entries] == [
        ("check_in", "kiosk", 2, cast.luis.person), ("check_out", "kiosk", 2, cast.luis.person),
    ]  # fmt: skip
    assert Day.objects.get().minutes == 300


def test_a_second_tap_changes_nothing(cast, code, tablet):
    make_placement(cast.luis, cast.clinic, cast.sam)
    tap(tablet, code, "come")

    told = tap(tablet, code, "come")

    assert "You are here already." in told.text
    assert Entry.objects.count() == 1


@pytest.fixture
def school_day(cast):
    """Wednesday: no internship, and a plan that begins at nine."""
    make_week(cast)
    with time_machine.travel("2026-10-14T12:55:00+00:00", tick=True):
        yield


def make_week(cast):
    from kindling.schedule.models import Block, Week  # noqa: PLC0415

    week = Week.objects.create(school=cast.school, name="All", since_on="2026-08-31")
    Block.objects.create(
        school=cast.school, week=week, weekday=2, kind="class", label="Advisory",
        starts_at="09:00", ends_at="15:00",
    )  # fmt: skip


def test_on_a_school_day_the_roll_says_present(cast, school_day, code, tablet):
    assert "Welcome, Luis." in tap(tablet, code, "come").text

    mark = Mark.objects.get(student=cast.luis)
    assert (mark.code, mark.method, mark.minutes) == ("P", "k", 0)
    assert Event.objects.filter(verb="kiosk.come", by=cast.luis.person).count() == 1


def test_after_the_bell_it_says_late_with_the_minutes(cast, school_day, code, tablet):
    with time_machine.travel("2026-10-14T13:20:00+00:00", tick=True):
        told = tap(tablet, code, "come")

    mark = Mark.objects.get(student=cast.luis)
    assert (mark.code, mark.minutes) == ("L", 20)
    assert "You are 20 minutes late." in told.text


def test_whom_the_roll_says_present_is_here_already(cast, school_day, code, tablet):
    tap(tablet, code, "come")

    told = tap(tablet, code, "come")

    assert "You are here already." in told.text


@pytest.fixture
def wednesday():
    with time_machine.travel("2026-10-14T12:55:00+00:00", tick=True):
        yield


def test_a_school_without_a_weekly_plan_has_its_days_from_the_calendar(
    cast, wednesday, code, tablet
):
    assert "Welcome, Luis." in tap(tablet, code, "come").text
    assert Mark.objects.get().code == "P"


def test_on_a_day_off_it_says_why(cast, wednesday, code, tablet):
    close(cast.school, cast.school.today(), label="Fall break")

    assert "Fall break" in tablet.get(type_in(tablet, code)).text
    assert "Fall break" in tap(tablet, code, "come").text
    assert Mark.objects.count() == 0


def test_whom_the_roll_says_absent_and_who_comes_is_late(cast, school_day, code, tablet):
    mark_student(cast.luis, cast.school.today(), "A", by=cast.as_("ana"))

    with time_machine.travel("2026-10-14T14:00:00+00:00", tick=True):
        tap(tablet, code, "come")

    assert (Mark.objects.get().code, Mark.objects.get().minutes) == ("L", 60)


def test_a_wrong_code_names_nobody(code, tablet):
    wrong = f"{(int(code) + 1) % 10**6:06d}"

    answer = tablet.post(tablet.door, {"code": wrong})

    assert answer.status_code == 422
    assert "This is not a code we know." in answer.text


def test_thirty_wrong_codes_close_it_for_the_right_one_too(code, tablet):
    others = (f"{n:06d}" for n in range(1000) if f"{n:06d}" != code)
    for _n in range(31):
        tablet.post(tablet.door, {"code": next(others)})

    answer = tablet.post(tablet.door, {"code": code})

    assert answer.status_code == 429
    assert "Ask somebody who works here." in answer.text


def test_a_code_works_at_its_own_school_only(cast, tablet):
    north = Student.objects.create(
        school=cast.north, person=cast.otto, grade="1", enrolled_on="2026-08-31"
    )
    code_hash = KioskCode.hash_of(cast.north.pk, "123456")
    KioskCode.objects.create(
        school=cast.north, student=north, code_hash=code_hash, made_at=timezone.now()
    )

    assert tablet.post(tablet.door, {"code": "123456"}).status_code == 422


def test_going_back_after_the_tap_shows_nobody(cast, code, tablet):
    make_placement(cast.luis, cast.clinic, cast.sam)
    url = type_in(tablet, code)
    assert "Luis" in tablet.get(url).text

    tablet.post(tablet.door, {"who": unquote(url.partition("who=")[2]), "do": "come"})

    assert "Luis" not in tablet.get(url).text


def test_a_ticket_is_over_after_half_a_minute_and_for_this_tablet_only(cast, tablet, client_of):
    held = Pass.objects.get(purpose="kiosk")
    ticket = ticket_for(cast.luis, held)
    other = open_kiosk(by=cast.as_("chen"))

    assert (named_by(ticket, held), named_by(ticket, other)) == (cast.luis.public_id, "")
    assert named_by(ticket[:-1] + "x", held) == ""
    with time_machine.travel("2026-10-13T13:02:00+00:00", tick=True):
        assert named_by(ticket, held) == ""
        answer = tablet.get(tablet.door, {"who": ticket})
    assert "Type your code again." in answer.text


def test_it_ends_at_midnight_and_when_somebody_closes_it(cast, code, tablet):
    held = Pass.objects.get(purpose="kiosk")
    with time_machine.travel("2026-10-14T04:01:00+00:00", tick=True):
        assert tablet.get(tablet.door).status_code == 410

    revoke_pass(held, by=cast.as_("dana"))

    assert tablet.post(tablet.door, {"code": code}).status_code == 410


def test_it_ends_when_who_opened_it_leaves_the_school(cast, tablet):
    Membership.objects.filter(person=cast.ana).update(
        until_on=cast.school.today() - timedelta(days=1)
    )

    assert tablet.get(tablet.door).status_code == 403


def test_a_student_who_reads_spanish_is_greeted_so(cast, code, tablet):
    cast.luis.person.language = "es"
    cast.luis.person.save()
    make_placement(cast.luis, cast.clinic, cast.sam)

    assert tablet.get(type_in(tablet, code)).status_code == 200


def test_codes_are_kept_as_hashes_and_a_new_one_ends_the_old(cast, code, tablet):
    kept = KioskCode.objects.get()
    assert code not in kept.code_hash

    new = dict(make_codes([cast.luis], by=cast.as_("ana")))[cast.luis]

    assert tablet.post(tablet.door, {"code": new}).status_code == 302
    assert KioskCode.objects.count() == 1
    if new != code:
        assert tablet.post(tablet.door, {"code": code}).status_code == 422


def test_the_cards_are_shown_once(cast, client_of):
    ana = client_of("ana")
    page = ana.post(
        "/harbor-view/kiosk/codes/print/",
        {"student": [cast.luis.public_id, cast.maya.public_id]},
    )

    codes = re.findall(r">(\d{3} \d{3})<", page.text)
    assert len(codes) == KioskCode.objects.count() == 2
    again = ana.get("/harbor-view/kiosk/codes/").text
    assert [code in again for code in codes] == [False, False]


def test_the_list_shows_one_advisory(cast, client_of):
    reef = make_advisory(by=Viewer.system(cast.school), name="Reef")
    dana = client_of("dana")

    page = dana.get(f"/harbor-view/kiosk/codes/?advisory={cast.tide.public_id}").text
    other = dana.get(f"/harbor-view/kiosk/codes/?advisory={reef.public_id}").text

    assert ("Luis Diaz" in page, "Luis Diaz" in other) == (True, False)


def test_nobody_makes_a_code_for_a_student_they_do_not_see(cast, client_of):
    maya = cast.maya
    for name in ("luis", "rosa", "sam", "otto"):
        with pytest.raises(PermissionDenied):
            make_codes([maya], by=cast.as_(name))
    assert client_of("ana").post("/harbor-view/kiosk/codes/print/", {}).status_code == 409


def test_the_pages_cost_the_same(cast, client_of, django_assert_num_queries):
    ana = client_of("ana")
    make_codes([cast.luis], by=cast.as_("ana"))
    with django_assert_num_queries(5):
        ana.get("/harbor-view/kiosk/codes/")

    make_codes([cast.luis, cast.maya, cast.jordan], by=cast.as_("ana"))
    with django_assert_num_queries(5):
        ana.get("/harbor-view/kiosk/codes/")
