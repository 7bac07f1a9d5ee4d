"""What strangers learn: whether it holds, and nothing that does not stand in it."""

import json
import zlib
from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from openbadgeslib.ob3 import decode_encoded_list, set_indices

from kindling.credentials.actions import (
    award_competency,
    award_internship,
    make_record,
    publish_status,
    revoke_credential,
    share_credential,
    stop_sharing,
)
from kindling.credentials.actions.issuing import renew_lists
from kindling.credentials.files import file_of
from kindling.credentials.models import StatusList
from kindling.credentials.tests.earning import awarded_judgement, ended_internship
from kindling.credentials.tests.test_award import issued
from kindling.disclosures.models import Disclosure
from kindling.kit.http import Refused
from tests.cast import NOW

CHECK = "/credentials/check/"


@pytest.fixture
def badge(cast):
    return issued(award_internship(ended_internship(cast), by=cast.as_("ana")))


def handed_in(data, name="it.json", **more):
    """The page's answer."""
    file = SimpleUploadedFile(name, data if isinstance(data, bytes) else data.encode())
    return Client().post(CHECK, {"file": file, **more}).content.decode()


def pasted(text):
    return Client().post(CHECK, {"text": text}).content.decode()


@pytest.mark.parametrize("kind", ["json", "jwt", "png", "svg"])
def test_each_file_is_known_again(badge, kind):
    page = handed_in(file_of(badge, kind), f"it.{kind}")

    assert "It holds. Harbor View signed it on Tuesday 13 October 2026" in page
    assert "Luis" not in page


def test_a_wallet_may_write_it_in_another_order(badge):
    document = json.loads(badge.document)
    turned = dict(reversed(document.items()))

    assert "It holds." in pasted(json.dumps(turned, indent=4))


def test_one_hour_more_is_found_out(badge):
    document = json.loads(badge.document)
    document["credentialSubject"]["result"][0]["value"] = "500"

    page = pasted(json.dumps(document))

    assert "This is not what Harbor View signed." in page
    assert "500" not in page.replace(json.dumps(document), "").partition("<form")[0]


def test_a_token_with_another_body_is_found_out(badge):
    head, body, seal = badge.token.split(".")
    other = "A" if seal[0] != "A" else "B"

    assert "This is not what Harbor View signed." in pasted(f"{head}.{body}.{other}{seal[1:]}")


def test_revoked_tells_the_day_and_not_the_reason(cast, badge):
    revoke_credential(badge, "Two students were mixed up.", by=cast.as_("dana"))

    page = pasted(badge.document)

    assert "It holds no more: Harbor View took it back on Tuesday 13 October 2026." in page
    assert "mixed up" not in page


def test_over_says_since_when(cast):
    made = award_competency(
        awarded_judgement(cast), until_on=cast.school.today(), by=cast.as_("ana")
    )
    issued(made)
    type(made).objects.filter(pk=made.pk).update(until_on="2026-10-12")

    assert "It ran out on Monday 12 October 2026." in pasted(made.document)


def test_a_name_alone_learns_no_school(badge):
    for document in ({"id": badge.urn}, {"id": badge.urn, "issuer": {"id": "did:web:else"}}):
        page = pasted(json.dumps(document))

        assert ("No school here has signed this." in page, "Harbor View" in page) == (True, False)


def test_what_cannot_be_read_counts_as_a_try_too(cast):
    answers = [Client().post(CHECK, {"text": ""}).status_code for _ in range(31)]

    assert set(answers[:30]) == {422}
    assert answers[30] == 429


def test_a_strangers_credential_is_not_ours_to_judge(badge):
    document = json.loads(badge.document) | {"id": "urn:uuid:00000000-0000-4000-8000-000000000000"}

    assert "No school here has signed this." in pasted(json.dumps(document))


@pytest.mark.parametrize(
    "data",
    [
        b"", b"hello", b"{", b"[]", b"{}", b"a.b.c", b"\x89PNG\r\n\x1a\nnothing", b"<svg><not",
        b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><svg>&b;</svg>", b"\xff\xfe\x00",
        b"[" * 50_000, zlib.compress(b"x"), b"<svg>" + b"<a/>" * 100_000 + b"</svg>",
    ],
)  # fmt: skip
def test_what_is_no_credential_gets_a_sentence(cast, data):
    page = handed_in(data or b" ")

    assert "no credential that can be read" in page or "No school here" in page


def test_who_knows_the_name_can_ask_whether_it_is_theirs(badge):
    assert "It is about the person you named." in handed_in(badge.document, who="luis DIAZ ")
    assert "It is not about the person you named" in handed_in(badge.document, who="Maya Santos")


def test_a_whole_record_shows_what_is_in_it(cast, badge):
    record = issued(make_record(cast.luis, by=cast.as_("luis")))

    page = pasted(record.document)

    assert "Learner record of Harbor View" in page
    assert "Internship: Shelter helper at Harbor Animal Shelter" in page


def test_a_whole_record_holds_no_more_when_one_in_it_does_not(cast, badge):
    other = issued(award_competency(awarded_judgement(cast), by=cast.as_("ana")))
    record = issued(make_record(cast.luis, by=cast.as_("luis")))

    revoke_credential(badge, "A mix-up.", by=cast.as_("dana"))

    pages = [pasted(one.document) for one in (record, other)]
    assert ["It holds no more" in page for page in pages] == [True, False]
    publish_status.call(badge.status_list_id)
    encoded = json.loads(StatusList.objects.get().document)["credentialSubject"]["encodedList"]
    assert set_indices(decode_encoded_list(encoded)) == {badge.status_index, record.status_index}
    again = issued(make_record(cast.luis, by=cast.as_("luis")))
    assert again.facts["members"] == [str(other.uuid)]


def test_the_address_opens_only_while_the_student_shares_it(cast, badge):
    where, luis = f"/credentials/shown/{badge.uuid}/", cast.as_("luis")
    assert Client().get(where).status_code == 404

    share_credential(badge, by=luis)
    page = Client().get(where).content.decode()
    stop_sharing(badge, by=luis)

    assert "135" in page
    assert "Luis" not in page
    assert Client().get(where).status_code == 404


def test_sharing_stands_in_the_log_once(cast, badge):
    for _ in range(2):
        share_credential(badge, by=cast.as_("luis"))

    line = Disclosure.objects.get()
    assert (line.to, line.what, line.why, line.basis) == (
        "Whoever has the address", badge.title, "Internship", "shown",
    )  # fmt: skip
    assert (line.student, line.given_by, line.agreed_by) == (cast.luis, cast.luis.person, None)


def test_the_list_has_the_bit_of_the_revoked_one_and_no_other(cast, badge):
    other = issued(award_internship(ended_internship(cast, student=cast.maya), by=cast.as_("ana")))
    revoke_credential(badge, "A mix-up.", by=cast.as_("dana"))
    publish_status.call(badge.status_list_id)

    response = Client().get("/credentials/status/harbor-view/1/")

    bits = decode_encoded_list(response.json()["credentialSubject"]["encodedList"])
    assert set_indices(bits) == {badge.status_index}
    assert badge.status_index != other.status_index
    assert len(bits) * 8 == 131_072
    assert response["Access-Control-Allow-Origin"] == "*"


def test_a_revocation_wants_a_reason(cast, badge):
    with pytest.raises(Refused):
        revoke_credential(badge, "  ", by=cast.as_("dana"))


def test_a_revocation_that_no_worker_told_is_told_by_the_clock(cast, badge):
    with time_machine.travel(NOW, tick=False) as clock:
        clock.shift(timedelta(minutes=1))
        revoke_credential(badge, "A mix-up.", by=cast.as_("dana"))
        clock.shift(timedelta(minutes=10))
        renew_lists()
        renew_lists()

        held = StatusList.objects.get()
        assert held.signed_at == timezone.now()
    encoded = json.loads(held.document)["credentialSubject"]["encodedList"]
    assert set_indices(decode_encoded_list(encoded)) == {badge.status_index}
