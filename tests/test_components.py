"""What the components do in a browser: /styleguide/ at 390 and 1366 pixels."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from kindling.ui.families import FAMILIES

pytestmark = pytest.mark.django_db
KEYS = [family.key for family in FAMILIES]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LIGHT, DARK, RTL, WRONG = "?theme=light", "?theme=dark", "?lang=ar", "?state=errors"


@pytest.mark.pages
@pytest.mark.parametrize("key", KEYS)
def test_every_family_is_accessible_and_fits(phone, desk, key):
    for page, width, states in ((phone, 390, (LIGHT, DARK, RTL, WRONG)), (desk, 1366, (LIGHT,))):
        for state in states:
            page.goto(f"/styleguide/{key}/{state}")
            assert Axe().run(page, options={"runOnly": RULES}).response["violations"] == []
            assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.pages
@pytest.mark.parametrize("key", KEYS)
def test_every_family_reflows_at_320_pixels(open_page, key):
    page = open_page(viewport={"width": 320, "height": 640})

    page.goto(f"/styleguide/{key}/?state=errors")

    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.browser
def test_a_page_opens_over_this_one_and_gives_focus_back(phone, desk):
    for page in (phone, desk):
        page.goto("/styleguide/people/")
        link = page.get_by_role("link", name="Maya Santos")

        link.click()
        dialog = page.get_by_role("dialog", name="Was Maya with you on Tuesday?")
        expect(dialog.get_by_role("heading", level=1)).to_be_visible()
        page.keyboard.press("Escape")

        expect(dialog).to_be_hidden()
        expect(link).to_be_focused()
        expect(page).to_have_url(re.compile("/people/$"))


@pytest.mark.browser
def test_without_javascript_the_same_link_is_a_page(open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/styleguide/people/")

    page.get_by_role("link", name="Maya Santos").click()

    expect(page).to_have_title("A letter · Kindling’s components")


@pytest.mark.browser
def test_an_answer_speaks_as_a_toast_and_frees_the_form(desk):
    desk.goto("/styleguide/status/")
    button = desk.get_by_role("button", name="Save note")

    button.click()

    expect(desk.get_by_role("status").get_by_text("Note saved.")).to_be_visible()
    expect(button).not_to_have_attribute("aria-busy", "true")


@pytest.mark.browser
def test_a_double_tap_sends_a_form_once(desk):
    sent = []
    desk.on("request", lambda request: sent.append(request.method))
    desk.goto("/styleguide/actions/")

    desk.get_by_role("button", name="Approve").evaluate(
        "button => [1, 2, 3].map(() => button.click())"
    )
    desk.wait_for_timeout(300)

    assert sent.count("POST") == 1


@pytest.mark.browser
def test_filters_live_in_the_address(desk):
    desk.goto("/styleguide/filters/")
    places = desk.locator(".place")

    desk.get_by_label("Media").check()
    expect(places).to_have_count(1)
    expect(desk).to_have_url(re.compile("area=Media"))
    desk.reload()
    expect(desk.get_by_label("Media")).to_be_checked()
    desk.get_by_label("Media").uncheck()
    desk.get_by_label("Search").fill("bikes")

    expect(desk).to_have_url(re.compile("q=bikes"))
    expect(places).to_have_count(1)


@pytest.mark.browser
def test_what_is_wrong_comes_first_and_leads_to_its_control(phone):
    phone.goto("/styleguide/forms/?state=errors")

    expect(phone.locator("[data-problems]")).to_be_focused()
    phone.get_by_role("link", name="Day: Choose one.", exact=True).click()

    expect(phone.get_by_label("Tuesday")).to_be_focused()


@pytest.mark.browser
def test_a_person_is_found_by_any_part_of_the_name(desk):
    desk.goto("/styleguide/people/")
    box = desk.get_by_role("combobox", name="Student")

    box.fill("nandu")
    expect(desk.get_by_role("option")).to_have_text(["Sofía Ñandú O’Brien-Hernández"])
    box.press("Enter")
    expect(box).to_have_value("Sofía Ñandú O’Brien-Hernández")
    assert desk.locator("select[name=student]").input_value() == "sofia"
    box.fill("zzz")
    expect(desk.get_by_text("Nobody by that name.")).to_be_visible()
    box.press("Escape")

    expect(box).to_have_value("Sofía Ñandú O’Brien-Hernández")


@pytest.mark.browser
def test_the_menu_holds_what_the_tab_bar_cannot(phone):
    phone.goto("/styleguide/people/")

    phone.get_by_role("button", name="More", exact=True).click()
    phone.get_by_role("link", name="Filters").click()

    expect(phone.get_by_role("heading", name="Filters")).to_be_visible()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("language", "second"),
    [
        ("en", "bricolage-grotesque-latin-wght-normal.woff2"),
        ("ar", "vazirmatn-arabic-wght-normal.woff2"),
    ],
)
def test_a_page_fetches_two_fonts_and_each_once(open_page, language, second):
    page = open_page(viewport={"width": 390, "height": 844})
    fetched = []
    page.on("response", lambda answer: fetched.append(answer.url))

    page.goto(f"/styleguide/letter/?lang={language}")
    page.evaluate("document.fonts.ready")

    fonts = [url.rpartition("/")[2] for url in fetched if "woff2" in url]
    assert sorted(fonts) == sorted([second, "figtree-latin-wght-normal.woff2"])


@pytest.mark.browser
def test_a_photo_is_made_smaller_before_it_travels(desk, tmp_path):
    from PIL import Image  # noqa: PLC0415  only this test draws

    picture = tmp_path / "large.png"
    Image.effect_noise((2400, 1200), 60).convert("RGB").save(picture)
    desk.goto("/styleguide/forms/")

    desk.get_by_label("Photo").set_input_files(picture)

    expect(desk.get_by_role("img", name="Your photo")).to_be_visible()
    shown = desk.get_by_role("img", name="Your photo")
    assert shown.evaluate("image => [image.naturalWidth, image.naturalHeight]") == [1600, 800]
    kind = "document.getElementById('photo').files[0].type"
    assert desk.evaluate(kind) == "image/jpeg"
