"""Proofs of insurance: kept, sent, asked for, and warned of."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from kindling.agreements import actions
from kindling.agreements.actions.certificates import warn_of_ends
from kindling.agreements.models import Certificate
from kindling.agreements.queries import covers, is_covered
from kindling.agreements.rules import visible_certificates
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.passes.models import Pass
from kindling.passes.tokens import token_of
from kindling.schools.models import Person
from kindling.sites.actions import leave_alone
from kindling.sites.models import Quiet

PDF = b"%PDF-1.7\n%%EOF\n"
TODAY = date(2026, 10, 13)


def keep(cast, **facts) -> Certificate:
    site = cast.clinic.site
    usual = {
        "kind": "liability", "starts_on": date(2026, 9, 1), "ends_on": date(2027, 8, 31),
        "file": ("application/pdf", PDF), "organisation": site.organisation, "site": site,
    }  # fmt: skip
    return actions.add_certificate(by=cast.as_("chen"), **usual | facts)


def sent(content, name="insurance.pdf", **more):
    return {
        "owner": "school", "kind": "workers", "starts_on": "2026-09-01", "ends_on": "2027-08-31",
        "file": SimpleUploadedFile(name, content), **more,
    }  # fmt: skip


def photo() -> bytes:
    made = BytesIO()
    Image.new("RGB", (40, 30), "red").save(made, "PNG")
    return made.getvalue()


ADD = "/harbor-view/agreements/certificates/add/"


@pytest.mark.parametrize(("content", "kind"), [(PDF, "application/pdf"), (photo(), "image/jpeg")])
def test_its_bytes_say_what_it_is(client_of, content, kind):
    answer = client_of("chen").post(ADD, sent(content, name="x.exe"))

    assert (answer.status_code, Certificate.objects.get().type) == (302, kind)


@pytest.mark.parametrize("content", [b"MZ\x90\x00", b"<html>%PDF", b"PK\x03\x04 a docx", b"<svg/>"])
def test_what_is_no_pdf_and_no_picture_gets_a_sentence_and_is_not_kept(client_of, content):
    answer = client_of("chen").post(ADD, sent(content))

    assert answer.status_code == 422
    assert "This is no PDF and no picture we can read." in answer.text
    assert Certificate.objects.count() == 0


def test_a_site_is_covered_by_its_own_its_organisations_and_the_schools(cast):
    site = cast.clinic.site
    keep(cast)
    keep(cast, kind="vehicle", site=None)
    keep(cast, kind="workers", organisation=None, site=None)

    assert sorted(covers(site, TODAY)) == ["liability", "vehicle", "workers"]
    assert sorted(covers(cast.shelter.site, TODAY)) == ["workers"]
    assert is_covered(site, "liability", date(2027, 9, 1)) is False


def test_taken_out_it_counts_no_more(cast):
    one = keep(cast)
    actions.withdraw_certificate(one, by=cast.as_("chen"))

    assert is_covered(cast.clinic.site, "liability", TODAY) is False
    with pytest.raises(Refused, match="already"):
        actions.withdraw_certificate(one, by=cast.as_("chen"))


def test_a_link_gives_the_file_and_no_other(cast, client, django_capture_on_commit_callbacks):
    one, other = keep(cast), keep(cast, kind="vehicle")
    with django_capture_on_commit_callbacks(execute=True):
        actions.send_certificate(one, cast.sam, by=cast.as_("chen"))
    door = f"/p/{token_of(Pass.objects.get(bearer=cast.sam))}/"

    page, file = client.get(door), client.get(f"{door}?file={one.public_id}")

    assert "Liability insurance" in page.text
    assert "Vehicle insurance" not in page.text
    assert (file.content, file["Content-Type"]) == (PDF, "application/pdf")
    assert b"%PDF" not in client.get(f"{door}?file={other.public_id}").content
    assert mail.outbox[0].to == [cast.sam.email]


def test_one_that_has_ended_is_not_sent(cast):
    old = keep(cast, starts_on=date(2025, 9, 1), ends_on=date(2026, 8, 31))

    with pytest.raises(Refused, match="does not hold today"):
        actions.send_certificate(old, cast.sam, by=cast.as_("chen"))


def test_a_mentor_hands_it_in_by_the_link_they_were_sent(cast, client):
    site = cast.clinic.site
    actions.ask_for_certificate(site, by=cast.as_("chen"))
    door = f"/p/{token_of(Pass.objects.get(bearer=cast.sam))}/"
    assert site.name in client.get(door).text

    answer = client.post(door, sent(PDF), follow=True)

    one = Certificate.objects.get()
    assert answer.status_code == 200
    assert (one.site, one.organisation, one.brought_by) == (site, site.organisation, cast.sam)
    assert Notice.objects.filter(person=cast.chen, kind="agreements/brought").count() == 1


def test_who_is_not_contacted_gets_no_link(cast):
    chen = cast.as_("chen")
    one = keep(cast)
    leave_alone(cast.sam, Quiet.Kind.NO_CONTACT, reason="He said so.", by=chen)
    sam = Person.objects.get(pk=cast.sam.pk)

    with pytest.raises(Refused, match="nothing is sent"):
        actions.send_certificate(one, sam, by=chen)
    with pytest.raises(Refused, match="nothing is sent"):
        actions.ask_for_certificate(cast.clinic.site, by=chen)
    assert Notice.objects.count() == 0


def test_it_warns_once_thirty_days_before_and_once_when_it_has_ended(cast):
    keep(cast, ends_on=TODAY + timedelta(days=30))
    keep(cast, kind="vehicle", ends_on=TODAY + timedelta(days=31))

    warn_of_ends()
    warn_of_ends()

    told = Notice.objects.filter(kind="agreements/ending")
    assert [one.person for one in told] == [cast.chen]
    assert "Liability insurance" in told[0].body
    assert "Vehicle" not in told[0].body

    Certificate.objects.filter(kind="liability").update(
        ends_on=TODAY - timedelta(days=1), warned_on=TODAY - timedelta(days=20)
    )
    warn_of_ends()
    warn_of_ends()
    assert Notice.objects.filter(kind="agreements/ending").count() == 2


def test_no_warning_where_a_longer_one_is_there(cast):
    keep(cast, ends_on=TODAY + timedelta(days=3))
    keep(cast)

    warn_of_ends()

    assert Notice.objects.filter(kind="agreements/ending").count() == 0


@pytest.mark.parametrize("who", ["luis", "rosa", "liam", "otto"])
def test_it_is_for_staff(cast, who):
    keep(cast)

    assert list(visible_certificates(cast.as_(who))) == []


@pytest.mark.parametrize("who", ["ana", "priya", "luis"])
def test_only_who_keeps_the_places_adds_one(cast, who):
    with pytest.raises(PermissionDenied):
        actions.add_certificate(
            by=cast.as_(who), kind="other", starts_on=TODAY, ends_on=TODAY,
            file=("application/pdf", PDF),
        )  # fmt: skip
