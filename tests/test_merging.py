"""A merge takes along what hangs on a site in every app, deletes nothing, and is undone exactly."""

from datetime import date

import pytest

from kindling.agreements.models import Agreement, Certificate
from kindling.agreements.tests.signing import make_agreement, make_template, sign_all
from kindling.clearance.models import Proof
from kindling.clearance.tests.handed import make_checked
from kindling.history.models import Event
from kindling.outreach.actions import log_contact, share_site
from kindling.outreach.models import Contact
from kindling.placements.tests.factories import make_placement
from kindling.search.models import Passage, Shelf
from kindling.sites.actions import add_wish, close_site, leave_alone, merge, renew_code, undo_merge
from kindling.sites.models import Kind, Merge, Opportunity, Quiet, Site, SiteMentor
from kindling.sites.references import references_to
from tests.cast import make_place, tables

# History goes on, and search counts how often it was told anew.
TOLD = (Event, Merge, Shelf, Passage)


def everything():
    found = {}
    for model, rows in tables():
        if model not in TOLD:
            ordered = sorted(rows, key=lambda row: str(row.pk))
            found[model] = [{**vars(row), "_state": None} for row in ordered]
    return found


@pytest.fixture
def twin(cast):
    """The clinic typed in once more, and used for half a year."""
    place = make_place(cast.school, "Bayside Animal Clinc", "Front desk")
    site, chen = place.site, cast.as_("chen")
    SiteMentor.objects.create(
        school=cast.school, site=site, person=cast.sam, is_lead=True, since_on="2026-09-01"
    )
    make_placement(cast, cast.luis, place)
    template = make_template(chen)
    sign_all(cast, make_agreement(cast, template, opportunity=place))
    make_checked(cast, "visit", cast.luis, place)
    Certificate.objects.create(
        school=cast.school, site=site, organisation=site.organisation, kind="liability", starts_on="2026-09-01",
        ends_on="2027-09-01", size=1,
    )  # fmt: skip
    day = date(2026, 12, 1)
    close_site(site, by=chen, label="Move", starts_on=day, ends_on=day)
    renew_code(site, by=chen)
    log_contact(site, by=chen, how=Contact.How.CALL, said="Yes.")
    share_site(site, by=chen)
    leave_alone(site, Quiet.Kind.REST, until_on=day, reason="", by=chen)
    add_wish(place, by=cast.as_("maya"))
    return Site.objects.get(pk=site.pk)


def hangs_on(site):
    rows = {one.label: one.rows(site.pk).count() for one in references_to(Site)}
    return {label: number for label, number in rows.items() if number}


def test_all_of_it_is_at_the_one_that_stays_and_back_again(cast, twin):
    before, had = everything(), hangs_on(twin)

    merged = merge(Kind.SITE, cast.clinic.site, twin, by=cast.as_("chen"))

    assert hangs_on(twin) == {"sites.sitementor.site": 1}  # Sam, who is at the clinic already
    assert set(had) <= set(hangs_on(cast.clinic.site))
    assert Opportunity.objects.get(title="Front desk").site == cast.clinic.site
    assert (Proof.objects.count(), Agreement.objects.count()) == (1, 1)
    assert Certificate.objects.get().organisation == cast.clinic.site.organisation
    assert len(had) >= 8

    undo_merge(merged, by=cast.as_("chen"))

    assert everything() == before
