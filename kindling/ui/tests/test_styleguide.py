import json

import pytest
from django.test import override_settings

from kindling.ui.families import FAMILIES

pytestmark = pytest.mark.django_db
KEYS = [family.key for family in FAMILIES]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("query", ["", "?lang=ar&theme=dark", "?state=errors"])
def test_every_component_renders_in_every_state(client, key, query):
    assert client.get(f"/styleguide/{key}/{query}").status_code == 200


def test_the_page_turns_round_and_dark(client):
    page = client.get("/styleguide/?lang=ar&theme=dark").content.decode()

    assert '<html lang="ar" dir="rtl" data-theme="dark">' in page


def test_an_unknown_family_is_not_found(client):
    assert client.get("/styleguide/nothing/").status_code == 404


@override_settings(TESTING=False, DEBUG=False)
def test_a_real_school_has_no_styleguide(client):
    assert client.get("/styleguide/").status_code == 404
    assert client.post("/styleguide/try/").status_code == 404


def test_a_forms_mistakes_stand_at_the_top_and_beside_each_control(client):
    page = client.get("/styleguide/forms/?state=errors").content.decode()

    assert '<a href="#id_email">E-mail of the mentor: Enter a valid email address.</a>' in page
    assert 'aria-invalid="true" aria-describedby="id_email-error" value="sam"' in page


def test_trying_a_form_answers_with_a_toast(client):
    answer = client.post("/styleguide/try/")

    assert answer.status_code == 204
    assert json.loads(answer["HX-Trigger"]) == {"toast": {"text": "Note saved."}}


def test_the_page_sends_its_token_with_every_htmx_request(client):
    """Inheritance is explicit in htmx 4: without :inherited the header is silently missing."""
    page = client.get("/styleguide/").content.decode()

    assert '<body hx-headers:inherited=\'{"X-CSRFToken": "' in page


def test_the_fonts_named_for_preload_are_those_the_styles_ask_for(client):
    page = client.get("/styleguide/").content.decode()

    for name in ("figtree-latin-wght-normal", "bricolage-grotesque-latin-wght-normal"):
        assert f'href="/static/dist/assets/{name}.woff2" as="font"' in page


def test_a_phone_may_keep_kindling_on_its_first_screen(client):
    answer = client.get("/manifest.webmanifest")

    assert answer["Content-Type"] == "application/manifest+json"
    assert answer.json()["short_name"] == "Kindling"
    assert [icon["sizes"] for icon in answer.json()["icons"]] == ["any", "192x192", "512x512"]


def test_a_refusal_leads_back_to_the_page_before_it(client):
    before = "http://testserver/styleguide/forms/"

    page = client.get("/styleguide/refusal/", headers={"referer": before}).content.decode()

    assert f'<a class="btn btn--main" href="{before}">' in page


@pytest.mark.parametrize("before", ["", "https://elsewhere.example/", "http://testserver.evil/"])
def test_a_refusal_never_leads_to_another_host(client, before):
    page = client.get("/styleguide/refusal/", headers={"referer": before}).content.decode()

    assert "btn--main" not in page
