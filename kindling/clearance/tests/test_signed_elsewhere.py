"""An agreement signed by everybody and the certificates of a site count as handed in and checked."""

from __future__ import annotations

from datetime import date

import pytest

from kindling.agreements.models import Agreement, Certificate, Signer, Template, Version
from kindling.clearance.queries import gate, refusal
from kindling.clearance.tests.handed import ask_for

TODAY = date(2026, 10, 13)


def make_agreement(cast, state, **facts):
    template = Template.objects.create(school=cast.school, label="Agreement", kind="internship")
    version = Version.objects.create(school=cast.school, template=template, number=1)
    about = {"student": cast.maya, "opportunity": cast.shelter, "starts_on": TODAY}
    return Agreement.objects.create(
        school=cast.school, template=template, version=version, kind="internship", state=state,
        content_hash="0" * 64, **(about | facts),
    )  # fmt: skip


def test_an_agreement_being_signed_names_who_has_to_sign(cast):
    ask_for(cast, "agreement")
    agreement = make_agreement(cast, "open")
    for party, person, state in [("site", cast.sam, "waiting"), ("school", cast.chen, "signed")]:
        Signer.objects.create(
            school=cast.school, agreement=agreement, party=party, person=person, state=state
        )

    why = refusal(cast.maya, cast.shelter, "internship", TODAY)

    assert why == "Not ready yet. Agreement: being signed. It waits for Sam Ito."


@pytest.mark.parametrize(
    ("facts", "stops"),
    [
        ({}, False),
        ({"starts_on": date(2026, 10, 14)}, True),
        ({"starts_on": date(2026, 9, 1), "ends_on": date(2026, 10, 12)}, True),
        ({"opportunity": None}, False),
    ],
)
def test_an_agreement_counts_once_everybody_signed_and_on_its_days(cast, facts, stops):
    ask_for(cast, "agreement")
    make_agreement(cast, "complete", **facts)

    assert bool(gate(cast.maya, cast.shelter, "internship", TODAY)) is stops


def make_certificate(cast, kind, ends_on, **facts):
    site = cast.shelter.site
    usual = {"organisation": site.organisation, "site": site}
    return Certificate.objects.create(
        school=cast.school, kind=kind, starts_on=date(2026, 1, 1), ends_on=ends_on, file="x",
        sha256="0" * 64, type="application/pdf", size=1, **(usual | facts),
    )  # fmt: skip


def test_both_certificates_are_the_insurance_until_the_first_runs_out(cast):
    ask_for(cast, "insurance")
    make_certificate(cast, "liability", date(2027, 5, 1))
    alone = gate(cast.maya, cast.shelter, "internship", TODAY)
    make_certificate(cast, "workers", date(2027, 3, 1), organisation=None, site=None)

    assert len(alone) == 1
    assert gate(cast.maya, cast.shelter, "internship", date(2027, 3, 1)) == []
    assert len(gate(cast.maya, cast.shelter, "internship", date(2027, 3, 2))) == 1
