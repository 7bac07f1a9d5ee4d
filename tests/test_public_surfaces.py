"""Every address that anybody may open, and why it names no student whose family said no."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

from kindling.config import urls
from kindling.config.school_urls import urlpatterns as school_patterns
from kindling.consents.tests.asking import ask, say
from kindling.exhibitions.actions import choose_programme, describe_exhibition
from kindling.exhibitions.tests.showing import plan, schedule

# What opens without signing in. Who adds one says here which it is.
NOBODY = "names nobody"
ASKED = "leaves out who is kept out of the directory"
OWN = "what a student (or who decides) hands out, behind an address that cannot be guessed"
DOOR = "asks who is there: a pass, a key, a signed link, a signed call"
SURFACES = {
    "kindling.accounts.views.passwords": NOBODY,
    "kindling.accounts.views.steps": DOOR,
    "kindling.agreements.views.verify": NOBODY,
    "kindling.attendance.views.taps": DOOR,
    "kindling.attendance.views.where": NOBODY,
    "kindling.credentials.views.public": OWN,
    "kindling.exhibitions.views.paper": ASKED,
    "kindling.exhibitions.views.public": ASKED,
    "kindling.keys.views.entry": DOOR,
    "kindling.keys.views.sheets": DOOR,
    "kindling.keys.views.you": DOOR,
    "kindling.letterbox.views": DOOR,
    "kindling.notices.views.devices": DOOR,
    "kindling.notices.views.outbox": DOOR,
    "kindling.notices.views.reach": DOOR,
    "kindling.office.views.founding": NOBODY,
    "kindling.outreach.views.public": NOBODY,
    "kindling.passes.door": DOOR,
    "kindling.passes.views": DOOR,
    "kindling.portfolio.views.shown": OWN,
    "kindling.privacy.views.schedule": NOBODY,
    "kindling.seals.views": NOBODY,
    "kindling.texts.views": DOOR,
    "kindling.transcripts.views.sending": OWN,
    "kindling.ui.views": NOBODY,
    "kindling.visits.views.logging": DOOR,
    "kindling.demo.views": NOBODY,
}


def open_views(patterns):
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from open_views(one.url_patterns)
        elif isinstance(one, URLPattern) and not getattr(one.callback, "login_required", True):
            yield one.callback.__module__


def test_each_address_that_anybody_may_open_says_why_it_names_no_student():
    found = set(open_views([*urls.urlpatterns, *school_patterns]))
    ours = {one for one in found if one.startswith("kindling.")}

    assert "kindling.exhibitions.views.public" in ours  # the walk finds them
    assert sorted(ours - SURFACES.keys()) == []


def test_a_family_that_says_no_to_the_directory_stands_in_no_programme(cast, client, client_of):
    exhibition = plan(cast)
    describe_exhibition(exhibition, title="Bees", is_listed=True, by=cast.as_("luis"))
    schedule(cast, exhibition)
    choose_programme(is_open=True, by=cast.as_("dana"))
    assert "Luis" in client.get("/programme/harbor-view/").text
    say(cast, ask(cast, "directory"), "no")

    assert "Luis" not in client.get("/programme/harbor-view/").text
    facts = {"given_name": "Luis", "family_name": "Diaz", "language": "en"}
    edit = f"/harbor-view/roster/{cast.luis.person.public_id}/edit/"
    assert client_of("priya").post(edit, facts).status_code == 422  # the family's word stays
    client.logout()
    assert "Luis" not in client.get("/programme/harbor-view/").text
