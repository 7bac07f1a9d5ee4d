"""A code is typed: a first name, one button, and nothing stays."""

from __future__ import annotations

import re
from urllib.parse import unquote

import time_machine
from django.utils import timezone

from kindling.attendance.tests.placed import make_placement
from kindling.kiosk.actions import make_codes, open_kiosk
from kindling.kiosk.knowing import named_by, ticket_for
from kindling.kiosk.models import KioskCode
from kindling.kiosk.tests.conftest import type_in
from kindling.passes.models import Pass
from kindling.people.models import Student


def test_a_code_shows_the_first_name_and_nothing_else(cast, code, tablet):
    make_placement(cast.luis, cast.clinic, cast.sam)

    page = tablet.get(type_in(tablet, f"{code[:3]} {code[3:]}"))

    shown = re.sub(r"(?s)<head>.*?</head>|<[^>]+>", " ", page.text)
    assert "Hello, Luis" in shown
    assert [word in shown for word in ("Diaz", "Bayside", "Reyes")] == [False] * 3
    assert 'data-after="10"' in page.text
    assert "no-store" in page["Cache-Control"]


def test_digits_of_another_script_are_digits(cast, code, tablet):
    arabic = code.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))

    assert "Hello, Luis" in tablet.get(type_in(tablet, arabic)).text


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


def test_a_student_who_reads_spanish_is_greeted_so(cast, code, tablet):
    cast.luis.person.language = "es"
    cast.luis.person.save()
    make_placement(cast.luis, cast.clinic, cast.sam)

    assert tablet.get(type_in(tablet, code)).status_code == 200


def test_the_pages_cost_the_same(cast, client_of, django_assert_num_queries):
    ana = client_of("ana")
    make_codes([cast.luis], by=cast.as_("ana"))
    with django_assert_num_queries(5):
        ana.get("/harbor-view/kiosk/codes/")

    make_codes([cast.luis, cast.maya, cast.jordan], by=cast.as_("ana"))
    with django_assert_num_queries(5):
        ana.get("/harbor-view/kiosk/codes/")
