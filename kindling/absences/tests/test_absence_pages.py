"""The pages of absences: what one says there, and what the school sets."""

from __future__ import annotations

from datetime import date

import pytest

from kindling.absences.actions import report_absence
from kindling.absences.models import Desk, Reason
from kindling.absences.queries import offered_reasons
from kindling.attendance.tests.placed import Statements, make_placement
from kindling.notices.models import Notice
from tests.cast import make_student

LIST = "/harbor-view/absences/"


@pytest.fixture
def placed(cast):
    return make_placement(cast.luis, cast.shelter, cast.sam)


def text(answer) -> str:
    return answer.content.decode().replace("\u202f", " ").replace("\xa0", " ")


def test_a_guardian_says_it_on_the_page_and_the_school_reads_it(cast, placed, client_of):
    address = f"{LIST}absent/{cast.luis.public_id}/"
    answer = client_of("rosa").post(address, {"reason": "family", "on": "2026-10-13"})

    assert answer.status_code == 302
    assert "Luis Diaz" in text(client_of("chen").get(LIST))
    assert cast.luis.reports.get().state == "cleared"


def test_a_word_that_cannot_be_is_said_above_the_form(cast, placed, client_of):
    address = f"{LIST}absent/{cast.luis.public_id}/"
    answer = client_of("luis").post(address, {"reason": "sick", "on": "2026-08-31"})

    assert answer.status_code == 409
    assert "This is more than two weeks ago." in text(answer)


def test_a_student_is_not_offered_the_schools_reasons(cast, placed, client_of):
    address = f"{LIST}absent/{cast.luis.public_id}/"

    answer = client_of("luis").post(address, {"reason": "suspended", "on": "2026-10-13"})

    assert answer.status_code == 422
    assert not cast.luis.reports.exists()


def test_the_school_words_its_reasons_and_retires_one(cast, placed, client_of):
    client = client_of("priya")
    facts = {"label": "Krank", "sis_code": "A7", "is_excused": "on", "for_families": "on"}

    client.post(f"{LIST}reasons/sick/", facts | {"is_offered": "on"})
    client.post(f"{LIST}reasons/religious/", {"label": "Religious holiday"})
    client.post(f"{LIST}reasons/add/", {"label": "Funeral", "kind": "absent", "sis_code": "FU"})

    sick = Reason.objects.get(school=cast.school, code="sick")
    assert (sick.name, sick.sis_code, sick.for_students) == ("Krank", "A7", False)
    offered = [one.code for one in offered_reasons(cast.as_("rosa"), "guardian", "absent")]
    assert offered == ["sick", "appointment", "family", "transport", "other"]
    assert Reason.objects.get(school=cast.school, code="funeral").sis_code == "FU"


def test_the_school_says_who_the_office_is(cast, placed, client_of):
    client_of("dana").post(f"{LIST}reasons/", {"roles": ["principal"]})

    report_absence(cast.luis, reason="sick", by=cast.as_("luis"))

    assert Desk.objects.get().roles == ["principal"]
    told = set(
        Notice.objects.filter(kind="absences/reported").values_list("person__name", flat=True)
    )
    assert told == {"Ana Reyes", "Dana Okafor"}


def test_the_list_costs_the_same_for_one_and_three(cast, placed, client_of):
    report_absence(cast.luis, reason="sick", by=cast.as_("priya"))
    client, counts = client_of("chen"), []
    for number in range(2):
        with Statements() as sent:
            assert client.get(LIST).status_code == 200
        counts.append(sent.count)
        for n in range(2):
            student = make_student(cast.school, f"Kim{number}{n} Lee", "101", date(2010, 1, 1))
            report_absence(student, reason="sick", by=cast.as_("priya"))

    assert counts == [4, 4]
