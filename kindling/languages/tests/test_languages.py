"""What a school reads about languages, and which of them can be chosen."""

import pytest
from django.conf import settings

from kindling.attendance.tests.placed import Statements
from kindling.consents.models import Purpose, PurposeText
from kindling.languages.catalogues import Catalogue, catalogues, offered
from kindling.languages.queries import legal_texts, lines
from kindling.schools.inside import inside

PAGE = "/harbor-view/languages/"


def test_only_what_families_can_read_whole_can_be_chosen(cast, client_of):
    codes = [code for code, _name in settings.LANGUAGES]
    chosen = client_of("rosa").post("/you/language/", {"language": "vi", "next": "/you/"})

    assert codes == ["en", *(code for code, one in catalogues().items() if one.offered)]
    assert [code for code, one in catalogues().items() if one.family_missing and one.offered] == [
        code for code in ("es", "ar") if catalogues()[code].family_missing
    ]
    assert (catalogues()["vi"].offered, catalogues()["zh-hans"].offered) == (False, False)
    assert settings.LANGUAGE_COOKIE_NAME not in chosen.cookies
    assert [str(name) for _code, name in offered()] == ["English", "Spanish", "Arabic"]


def test_a_hundred_percent_means_that_nothing_is_missing():
    almost = Catalogue("xx", 1000, 1, 200, 0, "", offered=True)

    assert (almost.percent, almost.family_percent) == (99, 100)


def test_staff_read_how_far_each_language_is(cast, client_of):
    page = client_of("ana").get(PAGE).content.decode()
    with inside(cast.school):
        rows = {one.code: (one.name, one.readers) for one in lines(cast.as_("ana"))}

    assert list(rows) == ["en", "es", "ar", "vi", "zh-hans"]
    assert rows["es"] == ("Español", 1)
    assert '<bdi lang="vi">' in page
    assert "Cannot be chosen yet" in page


def test_a_language_that_only_a_family_reads_is_named_as_not_begun(cast, client_of):
    cast.rosa.language = "so"
    cast.rosa.save()

    page = client_of("dana").get(PAGE).content.decode()

    assert "Not begun" in page


@pytest.mark.parametrize(("name", "code"), [("rosa", 403), ("luis", 403), ("otto", 404)])
def test_nobody_else_reads_it(cast, client_of, name, code):
    assert client_of(name).get(PAGE).status_code == code


def test_each_legal_text_says_whether_it_was_reviewed_and_is_still_of_its_original(cast):
    Purpose.objects.filter(school=cast.school, kind="photo").update(is_used=True)
    texts = PurposeText.objects.filter(school=cast.school, purpose__kind="photo")
    texts.filter(is_original=True).update(
        state="reviewed", reviewed_by=cast.dana, reviewed_at=cast.school.now()
    )
    texts.filter(language="ar").update(source_sha256="another")

    with inside(cast.school):
        found = legal_texts(cast.as_("dana"))
        hidden = legal_texts(cast.as_("ana"))

    assert [(one.code, one.state, one.by) for one in found[0].texts] == [
        ("en", "reviewed", "Dana Okafor"), ("ar", "older", ""), ("es", "draft", ""),
    ]  # fmt: skip
    assert (len(found), hidden) == (1, [])


def test_the_page_costs_the_same_for_one_text_and_for_three(cast, client_of):
    dana = client_of("dana")
    Purpose.objects.filter(school=cast.school, kind="photo").update(is_used=True)
    with Statements() as one:
        dana.get(PAGE)
    Purpose.objects.filter(school=cast.school).update(is_used=True)
    with Statements() as many:
        dana.get(PAGE)

    assert (many.count, one.count) == (one.count, 5)
