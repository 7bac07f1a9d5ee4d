"""Chen finds the clinic twice, makes it one on a phone, and takes it back."""

import pytest
from playwright.sync_api import expect

from kindling.sites.models import Merge, Organisation, Site
from tests.cast import make_place

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_one_clinic_typed_twice(phone, cast, sign_in):
    twin = make_place(cast.school, "Bayside Animal Clinc", "Front desk").site
    Site.objects.filter(pk=cast.shelter.site_id).update(phone="", address="9 Elm Street")
    Organisation.objects.filter(pk=twin.organisation_id).update(website="https://bayside.example")
    page = sign_in(phone, cast.chen)

    page.goto("/harbor-view/places/")
    page.get_by_role("link", name="Twice here").click()
    both = page.get_by_role("listitem").filter(has_text="Site · nearly the same name")
    both.get_by_role("link", name="Look at both").click()
    expect(page.get_by_role("heading", name="Are these the same?")).to_be_visible()
    page.get_by_role("button", name="Merge the two").click()

    expect(page.get_by_role("heading", name="Bayside Animal Clinic", level=1)).to_be_visible()
    expect(page.get_by_role("link", name="Front desk")).to_be_visible()
    page.goto(f"/harbor-view/places/sites/{twin.public_id}/")
    expect(page.get_by_role("heading", name="Bayside Animal Clinic", level=1)).to_be_visible()

    page.goto("/harbor-view/places/merges/")
    page.get_by_text("Undo", exact=True).click()
    page.get_by_role("button", name="Undo the merge").click()
    expect(page.get_by_text("Undone. Both are as they were.")).to_be_visible()
    page.goto(f"/harbor-view/places/sites/{twin.public_id}/")
    expect(page.get_by_role("heading", name="Bayside Animal Clinc", level=1)).to_be_visible()
    assert Merge.objects.get().undone_by == cast.chen
