"""The programme as PDF: what the page says, in three languages, and nobody who said no."""

from io import BytesIO

import pypdf
import pytest
from django.utils import translation

from kindling.exhibitions.actions import choose_programme
from kindling.exhibitions.models import Exhibition
from kindling.exhibitions.queries.lists import programme
from kindling.exhibitions.sheet import LAYOUT, programme_sheet
from kindling.exhibitions.tests.showing import kind_of, plan, schedule
from kindling.paper.draw import draw
from kindling.schools.inside import inside

INSIDE, OUTSIDE = "/harbor-view/exhibitions/programme/paper/", "/programme/harbor-view/paper/"


@pytest.fixture
def shows(cast):
    kind = kind_of(cast)
    type(kind).objects.filter(pk=kind.pk).update(is_public=True)
    for name in ("luis", "maya"):
        one = schedule(cast, plan(cast, name, by=name))
        Exhibition.objects.filter(pk=one.pk).update(title=f"A bench by {name}")
    Exhibition.objects.filter(student=cast.maya).update(is_listed=False)


def read(answer):
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(answer.content)).pages)


def test_it_says_what_the_page_says_and_nobody_who_said_no(client_of, cast, shows):
    text = read(client_of("rosa").get(f"{INSIDE}?language=en"))

    for said in ("Exhibitions at Harbor View", "A bench by luis", "Luis", "A bench", "Library"):
        assert said in text
    for secret in ("maya", "Maya", "Diaz"):
        assert secret not in text


def test_inside_the_school_only_who_reads_the_programme_prints_it(client_of, shows):
    codes = {name: client_of(name).get(INSIDE).status_code for name in ("liam", "otto")}

    assert codes == {"liam": 403, "otto": 404}


def test_anybody_prints_it_once_the_school_opened_it(client, cast, shows):
    before = client.get(OUTSIDE).status_code
    choose_programme(is_open=True, by=cast.as_("dana"))
    after = client.get(OUTSIDE)

    assert (before, after.status_code, after["Content-Type"]) == (404, 200, "application/pdf")
    assert client.get("/programme/northgate/paper/").status_code == 404
    assert "Maya" not in read(after)


@pytest.mark.parametrize(("language", "said"), [("es", "martes"), ("ar", "الثلاثاء")])
def test_in_other_languages_with_tags_for_a_screen_reader(cast, shows, language, said):
    with inside(cast.school), translation.override(language):
        sheet = programme_sheet(programme(cast.school), cast.school, language)

    assert said in sheet["days"][0]["name"].lower()
    assert draw(LAYOUT, sheet)[1] == "ua-1 a-2a"
