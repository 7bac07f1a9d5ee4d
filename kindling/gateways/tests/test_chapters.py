"""An autobiography is between a student and their advisor."""

import pytest
from django.core.exceptions import PermissionDenied

from kindling.advisory.actions import name_substitute
from kindling.gateways import actions, rules
from kindling.gateways.models import Chapter
from kindling.kit.editing import stamp_of
from kindling.kit.http import Refused
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import make_person

PATH = "/harbor-view/gateways/chapters/"
WORDS = "We came with two bags."


def a_chapter(cast) -> Chapter:
    by = cast.as_("luis")
    made = actions.begin_chapter(cast.luis, "The crossing", by=by)
    actions.write_chapter(made, WORDS, base=stamp_of(""), by=by)
    return made


def who_reads(cast, chapter) -> list[str]:
    people = ("luis", "maya", "ana", "rosa", "dana", "chen", "priya", "otto")
    return [
        who
        for who in people
        if rules.readable_chapters(cast.as_(who)).filter(pk=chapter.pk).exists()
    ]


def test_only_the_student_reads_it_until_it_is_shared_and_then_the_advisor_alone(cast):
    one, luis = a_chapter(cast), cast.as_("luis")

    assert who_reads(cast, one) == ["luis"]
    actions.share_chapter(one, by=luis)
    assert who_reads(cast, one) == ["luis", "ana"]
    actions.take_chapter_back(one, by=luis)
    assert who_reads(cast, one) == ["luis"]


def test_no_substitute_reads_it(cast):
    one = a_chapter(cast)
    actions.share_chapter(one, by=cast.as_("luis"))
    kim = make_person(cast.school, "Kim Park", Role.STAFF)
    today = cast.school.today()
    name_substitute(cast.tide, kim, since_on=today, until_on=today, by=cast.as_("ana"))

    assert not rules.readable_chapters(Viewer.of_person(kim)).exists()


def test_the_pages_show_leaders_and_family_how_far_it_is_and_not_a_word(cast, client_of):
    one = a_chapter(cast)
    actions.share_chapter(one, by=cast.as_("luis"))

    for who in ("dana", "rosa"):
        client = client_of(who)
        page = client.get(f"{PATH}{cast.luis.public_id}/").text
        assert ("The crossing" in page, WORDS in page) == (True, False)
        assert client.get(f"{PATH}read/{one.public_id}/").status_code == 404
    assert WORDS in client_of("ana").get(f"{PATH}read/{one.public_id}/").text


def test_given_back_with_words_and_done_the_second_time(cast, client_of):
    one = a_chapter(cast)
    actions.share_chapter(one, by=cast.as_("luis"))
    path = f"{PATH}read/{one.public_id}/"
    assert client_of("ana").post(f"{path}answer/", {"yes": "0"}).status_code == 409
    client_of("ana").post(f"{path}answer/", {"yes": "0", "words": "Who carried them?"})
    luis = client_of("luis")
    assert "Who carried them?" in luis.get(path).text
    more = {"field": "body", "text": f"{WORDS} My mother.", "base": stamp_of(WORDS)}
    luis.post(f"{path}save/", more)
    luis.post(f"{path}share/")
    client_of("ana").post(f"{path}answer/", {"yes": "1"})

    one.refresh_from_db()
    assert (one.state, one.words) == ("done", 7)


def test_nobody_else_says_that_it_is_done_and_an_empty_one_is_not_shared(cast):
    luis = cast.as_("luis")
    empty = actions.begin_chapter(cast.luis, "Later", by=luis)
    with pytest.raises(Refused, match="Write something"):
        actions.share_chapter(empty, by=luis)
    one = a_chapter(cast)
    actions.share_chapter(one, by=luis)

    for who in ("dana", "luis"):
        with pytest.raises(PermissionDenied):
            actions.finish_chapter(one, by=cast.as_(who))
