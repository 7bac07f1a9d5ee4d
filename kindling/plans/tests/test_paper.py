"""A plan as PDF: what one reads on its page, in the language one asks for, for a screen reader too."""

from io import BytesIO

import pypdf
import pytest

from kindling.paper.draw import draw
from kindling.plans.actions import propose_plan
from kindling.plans.content import compose
from kindling.plans.parties import items_of
from kindling.plans.sheet import LAYOUT, sheet_of
from kindling.plans.tests.planning import ready

PAGE = "/harbor-view/plans/"


def read(answer):
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(answer.content)).pages)


@pytest.fixture
def plan(cast):
    return ready(cast)


def test_the_paper_shows_every_item_with_its_goals(client_of, plan):
    answer = client_of("luis").get(f"{PAGE}{plan.public_id}/paper/")

    text = read(answer)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer["Cache-Control"] == "private, no-store"
    for said in ("Luis Diaz’s plan", "Build a bench for the harbor", "Read about wood", "ER "):
        assert said in text


@pytest.mark.parametrize(("language", "said"), [("es", "Metas"), ("ar", "الأهداف")])
def test_in_other_languages_the_words_stay_and_the_frame_is_translated(plan, language, said):
    content = compose(plan, items_of(plan), number=0, reason="", signers=[])

    sheet = sheet_of(plan, content, version=None, signers=[], language=language)
    pdf, standards = draw(LAYOUT, sheet)

    labels = [field["label"] for item in sheet["items"] for field in item["fields"]]
    assert (standards, sheet["is_rtl"]) == ("ua-1 a-2a", language == "ar")
    assert said in labels
    assert sheet["items"][0]["title"] == {"text": "Build a bench for the harbor", "way": "ltr"}
    catalog = pypdf.PdfReader(BytesIO(pdf)).trailer["/Root"]
    assert (catalog["/Lang"], catalog["/MarkInfo"]["/Marked"]) == (language, True)


def test_the_same_version_gives_the_same_bytes_and_shows_who_signs(cast, plan, client_of):
    version = propose_plan(plan, by=cast.as_("luis"))
    page = f"{PAGE}versions/{version.public_id}/paper/?language=en"

    first, again = client_of("rosa").get(page), client_of("ana").get(page)

    assert first.content == again.content
    text = read(first)
    for said in ("Names under it", "Rosa Diaz", "Ana Reyes", version.content_hash[:20]):
        assert said in text


def test_nobody_prints_what_they_may_not_read(cast, plan, client_of):
    page = f"{PAGE}{plan.public_id}/paper/"

    codes = {name: client_of(name).get(page).status_code for name in ("rosa", "maya", "otto")}
    version = propose_plan(plan, by=cast.as_("luis"))

    assert codes == {"rosa": 404, "maya": 404, "otto": 404}
    assert client_of("rosa").get(page).status_code == 200
    there = f"{PAGE}versions/{version.public_id}/paper/"
    for name in ("maya", "otto"):
        assert client_of(name).get(there).status_code == 404


def test_an_unknown_language_is_the_readers(client_of, plan):
    answer = client_of("luis").get(f"{PAGE}{plan.public_id}/paper/?language=tlh")

    assert "Luis Diaz’s plan" in read(answer)
