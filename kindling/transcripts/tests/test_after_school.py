"""Who was a student reads their own transcripts and has them sent, and writes nothing any more."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kindling.disclosures.models import Disclosure
from kindling.people.models import Student
from kindling.schools.models import Membership
from kindling.schools.roles import Role
from kindling.transcripts import actions
from kindling.transcripts.tests.certifying import certified, of_age, printed
from tests.cast import FIRST_DAY


@pytest.fixture
def left(cast):
    """Luis graduated: his hat of a student ended, an alum's began."""
    made = printed(certified(cast))
    Membership.objects.filter(person=cast.luis.person, role=Role.STUDENT).update(
        until_on=date(2026, 10, 9)
    )
    Membership.objects.create(
        school=cast.school, person=cast.luis.person, role=Role.ALUM, since_on=FIRST_DAY
    )
    Student.objects.filter(pk=cast.luis.pk).update(
        state=Student.State.GRADUATED, left_on=date(2026, 10, 9)
    )
    cast.luis.refresh_from_db()
    return made


def test_an_alum_reads_their_own_and_no_other(cast, left, client_of):
    mine, luis = f"/harbor-view/transcripts/for/{cast.luis.public_id}/", client_of("luis")

    assert luis.get("/harbor-view/transcripts/").url == mine
    page = luis.get(mine).text
    assert luis.get(f"/harbor-view/transcripts/{left.public_id}/").status_code == 200
    assert luis.get(f"/harbor-view/disclosures/for/{cast.luis.public_id}/").status_code == 200

    closed = ("/harbor-view/credits/", "/draft/", "/pieces/", "/certify/")
    assert [part in page for part in closed] == [False] * 4
    for other in ("transcripts", "disclosures"):
        where = f"/harbor-view/{other}/for/{cast.maya.public_id}/"
        assert luis.get(where).status_code == 404
    assert client_of("tasha").get(mine).status_code == 404
    with pytest.raises(PermissionDenied):
        actions.reopen_draft(cast.luis.transcript_draft, by=cast.as_("luis"))


def test_an_alum_of_age_has_it_sent_and_one_below_does_not(cast, left, client_of):
    there, luis = f"/harbor-view/transcripts/for/{cast.luis.public_id}/send/", client_of("luis")
    facts = {"to": "Reed", "why": "Admission", "papers": [left.public_id], "days": 30, "agree": 1}
    assert luis.post(there, facts).status_code == 403
    of_age(cast.luis)

    sent = luis.post(there, facts)

    assert "/transcript/" in luis.get(sent.url).text
    assert Disclosure.objects.get().agreed_by == cast.luis.person


def test_who_graduated_and_still_has_a_students_hat_finds_their_page(cast, client_of):
    Student.objects.filter(pk=cast.luis.pk).update(state=Student.State.GRADUATED)

    answer = client_of("luis").get("/harbor-view/transcripts/")

    assert answer.url == f"/harbor-view/transcripts/for/{cast.luis.public_id}/"
