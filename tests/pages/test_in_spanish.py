"""What a family and a mentor read by link, in Spanish, on a cheap phone.

No word is cut, none stands letter below letter, and an adult is told usted (docs/languages.md).
`PICTURES=folder` keeps a picture of each.
"""

import re

import pytest

from kindling.config.passes import PURPOSES
from kindling.passes.tokens import token_of
from kindling.placements.models import Placement
from kindling.schools.models import Person
from tests import standing as schools
from tests.pages.look import fill, picture, wider
from tests.pages.test_pages import seat, seats  # noqa: F401 (fixtures)
from tests.pages.test_right_to_left import link_to
from tests.standing import _django_db_helper  # noqa: F401 (a fixture)

pytestmark = [pytest.mark.pages, pytest.mark.django_db]

NOT_AN_ADULT_FROM_OUTSIDE = {"kiosk", "take_alarms"}  # a student types, an advisor taps
NARROW = 320
TU = re.compile(
    r"\b(tú|tus?|te|ti|contigo|tuy[oa]s?|eres|estás|tienes|puedes|quieres|debes|necesitas|recibes"
    r"|dijiste|firmaste|escribiste|dinos|cuéntanos)\b"
    r"|(?-i:(?:^|[.:?] )(?:Escribe|Elige|Firma|Llama|Responde|Pide|Deja|Lee|Di|Mira)\b)",
    re.IGNORECASE,
)
# Text that an ellipsis or an edge cuts, and words that have no room for themselves.
CUT = """() => {
  const found = []
  for (const box of document.querySelectorAll("main *, nav *")) {
    const own = [...box.childNodes].filter(one => one.nodeType == 3 && one.data.trim())
    const { width, height } = box.getBoundingClientRect()
    if (!own.length || width <= 2 || height <= 2 || !box.checkVisibility()) continue
    if (box.closest("script,style,code,textarea,bdi")) continue
    const words = box.textContent.trim().slice(0, 60)
    if (getComputedStyle(box).overflowX == "hidden" && box.scrollWidth > box.clientWidth + 1)
      found.push("cut: " + words)
    for (const one of own) {
      const range = document.createRange()
      range.selectNodeContents(one)
      const seen = [...range.getClientRects()].filter(line => line.width > 1)
      const lines = new Set(seen.map(line => Math.round(line.top))).size
      if (lines > one.data.trim().split(/[\\s\\-@._·,:…]+/).length) found.push("broken: " + words)
    }
  }
  return [...new Set(found)]
}"""


def in_spanish(cast) -> None:
    fill(cast, Placement.objects.get())
    Person.objects.filter(school=cast.school).update(language="es")


@pytest.fixture(scope="module")
def standing(django_db_setup, django_db_blocker):
    yield from schools.committed(django_db_blocker, in_spanish)


def wrong_with(page, name: str) -> list[str]:
    picture(page, f"{name}.es")
    wrong = [f"wider: {one}" for one in wider(page, NARROW)] + page.evaluate(CUT)
    return wrong + [one for one in page.inner_text("main").splitlines() if TU.search(one)]


@pytest.mark.parametrize("purpose", sorted(PURPOSES.keys() - NOT_AN_ADULT_FROM_OUTSIDE))
def test_a_link_tells_an_adult_usted_and_cuts_no_word(purpose, standing, seat):  # noqa: F811
    held = link_to(purpose, standing)
    page = seat(None)

    page.goto(f"/p/{token_of(held)}/")

    assert page.get_attribute("html", "lang") == "es"
    assert wrong_with(page, purpose) == []


def test_a_mother_reads_every_word_of_the_bar_below(standing, seat):  # noqa: F811
    page = seat(standing.cast.user("rosa"))

    page.goto("/harbor-view/")

    assert wrong_with(page, "home") == []
