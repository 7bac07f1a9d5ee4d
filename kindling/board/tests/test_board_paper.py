"""The board and labels as PDF: by place, in the language one asks for, nobody else's students."""

from io import BytesIO

import pypdf
import pytest
from django.utils import translation

from kindling.attendance.tests.placed import make_placement
from kindling.board.queries.asked import Asked
from kindling.board.queries.live import live
from kindling.board.sheet import BOARD, LABELS, board_sheet, label_sheet
from kindling.paper.draw import draw
from kindling.schools.inside import inside

PAGE = "/harbor-view/board/"


def read(answer):
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(answer.content)).pages)


@pytest.fixture
def placement(cast):
    return make_placement(cast.jordan, cast.clinic, cast.sam)


def test_the_list_has_everybody_by_place_with_phones(client_of, placement):
    answer = client_of("chen").get(f"{PAGE}paper/?language=en")

    text = read(answer)
    assert answer["Content-Type"] == "application/pdf"
    for said in ("Where everyone should be", "Bayside Animal Clinic", "Jordan Blake", "Sam Ito",
                 "555 0142", "Luis Diaz"):  # fmt: skip
        assert said in text


@pytest.mark.parametrize(("language", "said"), [("es", "Estudiante"), ("ar", "الطالب")])
def test_in_other_languages_with_tags_for_a_screen_reader(cast, placement, language, said):
    with inside(cast.school), translation.override(language):
        found = live(cast.as_("chen"), Asked("school"))
        sheet = board_sheet(found, cast.school, language)
        labels = label_sheet(found, cast.school, language)

    assert said in sheet["columns"]
    assert draw(BOARD, sheet)[1] == "ua-1 a-2a"
    assert draw(LABELS, labels)[1] == "ua-1 a-2a"


def test_a_label_for_each_student_once(cast, client_of, placement):
    make_placement(cast.jordan, cast.shelter, cast.sam)

    text = read(client_of("ana").get(f"{PAGE}labels/"))

    assert text.count("Jordan Blake") == 1
    assert "Bayside Animal Clinic, Harbor Animal Shelter" in " ".join(text.split())


def test_only_who_sees_the_board_prints_it(client_of):
    for path in ("paper/", "labels/"):
        for name in ("luis", "rosa", "liam", "otto"):
            assert client_of(name).get(PAGE + path).status_code == 404
