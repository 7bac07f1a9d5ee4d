"""What left the school is written once, and read by whom it is about."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from kindling.disclosures.actions import disclose, note_disclosure
from kindling.disclosures.models import Basis, Disclosure
from kindling.disclosures.rules import may_consent, rights_holders, visible_disclosures
from kindling.kit.http import Refused
from kindling.kit.lasting import Lasts
from kindling.people.models import Connection
from kindling.schools.roles import Role
from tests.cast import make_person

LOG = "/harbor-view/disclosures/"


def given(cast, **facts):
    usual = {"consent": cast.rosa, "by": cast.as_("priya")}
    return disclose(cast.luis, "Reed College", "Transcript", "Admission", **usual | facts)


def test_a_line_says_who_got_what_and_on_whose_word(cast):
    made = given(cast)

    assert (made.to, made.what, made.why) == ("Reed College", "Transcript", "Admission")
    assert (made.agreed_by, made.given_by, made.basis) == (cast.rosa, cast.priya, "consent")


def test_without_consent_there_is_a_reason(cast):
    with pytest.raises(Refused):
        given(cast, consent=None)
    assert given(cast, consent=None, basis=Basis.LAW).agreed_by is None
    with pytest.raises(IntegrityError), transaction.atomic():
        Disclosure.objects.create(
            school=cast.school, student=cast.luis, to="x", what="x", why="x", basis="consent",
            at=cast.school.now(),
        )  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        lambda row: row.save(),
        lambda row: row.delete(),
        lambda row: Disclosure.objects.filter(pk=row.pk).update(to="Nobody"),
        lambda row: Disclosure._base_manager.filter(pk=row.pk).update(to="Nobody"),
        lambda row: Disclosure.objects.bulk_update([row], ["to"]),
        lambda row: Disclosure.objects.bulk_create(
            [row], update_conflicts=True, unique_fields=["id"], update_fields=["to"]
        ),
        lambda row: row.student.disclosures.all().delete(),
        lambda row: Disclosure.objects.update_or_create(pk=row.pk, defaults={"to": "Nobody"}),
    ],
)
def test_no_line_is_ever_changed_or_removed(cast, change):
    row = given(cast)

    with pytest.raises(Lasts):
        change(Disclosure.objects.get(pk=row.pk))
    assert Disclosure.objects.get().to == "Reed College"


def test_whose_record_it_is(cast):
    other = make_person(cast.school, "Ida Moss", Role.GUARDIAN)
    assert list(rights_holders(cast.luis)) == [cast.rosa]
    assert may_consent(cast.as_("rosa"), cast.luis)
    assert not may_consent(cast.as_("luis"), cast.luis)

    cast.luis.birth_on = cast.luis.birth_on.replace(year=2008)
    assert list(rights_holders(cast.luis)) == [cast.luis.person]
    assert may_consent(cast.as_("luis"), cast.luis)
    assert [
        name for name in ("rosa", "ana", "dana", "otto") if may_consent(cast.as_(name), cast.luis)
    ] == []
    assert other not in rights_holders(cast.luis)


def test_who_was_a_guardian_is_asked_no_more_though_one_of_another_child(cast):
    now = Connection.objects.get(adult=cast.rosa, student=cast.luis)
    Connection.objects.create(
        school=cast.school, student=cast.maya, adult=cast.rosa, role=Role.GUARDIAN,
        since_on=now.since_on,
    )  # fmt: skip
    Connection.objects.filter(pk=now.pk).update(until_on=cast.school.today() - timedelta(days=1))

    assert list(rights_holders(cast.luis)) == []
    assert not may_consent(cast.as_("rosa"), cast.luis)
    assert list(rights_holders(cast.maya)) == [cast.rosa]


def test_who_reads_it(cast):
    row = given(cast)
    make_person(cast.school, "Ida Moss", Role.GUARDIAN)

    readers = ["luis", "rosa", "ana", "dana", "priya", "chen"]
    others = ["maya", "liam", "tasha", "otto", "sam"]
    assert [n for n in readers + others if row in visible_disclosures(cast.as_(n))] == readers


def test_the_pages(client_of, cast, django_assert_num_queries):
    given(cast)
    mine = f"{LOG}for/{cast.luis.public_id}/"
    assert "Reed College" in client_of("luis").get(mine).text
    client = client_of("priya")
    client.get(LOG)
    with django_assert_num_queries(4):
        assert "Reed College" in client.get(LOG).text
    given(cast), given(cast)
    with django_assert_num_queries(4):
        client.get(LOG)
    assert client_of("maya").get(mine).status_code == 404
    assert "Reed College" not in client_of("maya").get(LOG).text
    assert client_of("ana").get(f"{mine}note/").status_code == 403


def test_staff_write_down_what_left_on_paper(client_of, cast):
    form = f"{LOG}for/{cast.luis.public_id}/note/"
    client = client_of("priya")
    facts = {"to": "County court", "what": "Attendance", "why": "A subpoena", "basis": "consent"}
    assert "Say who agreed" in client.post(form, facts).text
    assert not Disclosure.objects.exists()
    client.post(form, facts | {"basis": "law"})
    assert Disclosure.objects.get().basis == "law"
    with pytest.raises(Refused):
        note_disclosure(
            cast.luis, "x", "x", "x", consent=cast.ana, by=cast.as_("priya"), basis="consent"
        )
