"""An activity: kept by the school, given, done on a phone, answered."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from kindling.exploring import actions
from kindling.exploring.bank.activities import STANDARD
from kindling.exploring.collection import named, offered, own, standard
from kindling.exploring.models import Activity, Assignment
from kindling.exploring.tests.factories import picture
from kindling.kit.http import Refused
from kindling.notices.models import Notice

PAGE = "/harbor-view/exploring/"
DUE = date(2026, 10, 20)


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def given(cast, *names, by="ana", key="lost-time", **facts):
    students = [getattr(cast, name) for name in names or ("maya",)]
    return actions.give_activity(standard(key), students, by=cast.as_(by), **facts)


def test_the_way_of_one_from_given_to_seen(cast):
    (one,) = given(cast, due_on=DUE)
    maya, ana = cast.as_("maya"), cast.as_("ana")

    actions.save_assignment(one, "Drawing", by=maya)
    begun = one.state
    actions.save_assignment(one, "Drawing, bikes", hand_in=True, by=maya)
    actions.answer_assignment(one, "What about bikes?", again=True, by=ana)
    returned = one.state
    actions.save_assignment(one, "Fixing them", hand_in=True, by=maya)
    actions.answer_assignment(one, "Good.", by=ana)

    assert (begun, returned, one.state, one.words, one.reply) == (
        "begun", "returned", "seen", "Fixing them", "Good.",
    )  # fmt: skip
    told = Notice.objects.filter(kind__startswith="exploring/").order_by("pk")
    assert list(told.values_list("kind", "person__name")) == [
        ("exploring/activity_given", "Maya Santos"), ("exploring/handed_in", "Ana Reyes"),
        ("exploring/answered", "Maya Santos"), ("exploring/handed_in", "Ana Reyes"),
        ("exploring/answered", "Maya Santos"),
    ]  # fmt: skip


def test_to_the_whole_advisory_and_who_has_it_open_keeps_that_one(cast):
    given(cast, "maya")

    more = given(cast, "maya", "jordan", "luis")

    assert [one.student for one in more] == [cast.jordan, cast.luis]


def test_a_photo_is_small_and_knows_nothing_and_a_wrong_file_keeps_nothing(cast):
    (one,) = given(cast)
    wrong = SimpleUploadedFile("a.jpg", b"no picture")

    with pytest.raises(ValidationError):
        actions.save_assignment(one, "x", wrong, hand_in=True, by=cast.as_("maya"))
    assert Assignment.objects.get().state == "given"
    photo = SimpleUploadedFile("a.jpg", picture((2000, 30)))
    actions.save_assignment(one, "", photo, hand_in=True, by=cast.as_("maya"))

    kept = Assignment.objects.get()
    assert (kept.state, kept.photo.name.endswith(".jpg")) == ("handed_in", True)


def test_nothing_is_handed_in_empty(cast):
    (one,) = given(cast)

    with pytest.raises(ValidationError):
        actions.save_assignment(one, "  ", hand_in=True, by=cast.as_("maya"))


def test_the_schools_own_words_take_the_banks_place_and_go_away_again(cast):
    facts = {"title": "Our list", "text": "Ten things.", "theme": "me", "minutes": 15}
    kept = actions.keep_activity(None, key="lost-time", by=cast.as_("ana"), **facts)

    rows = list(Activity.objects.all())
    assert (len(offered(rows)), named("lost-time", rows)) == (len(STANDARD), own(kept))
    actions.retire_activity(kept, by=cast.as_("ana"))
    assert named("lost-time", Activity.objects.all()) == standard("lost-time")
    again = actions.keep_activity(None, key="lost-time", by=cast.as_("ana"), **facts)
    assert (again.pk, again.is_retired) == (kept.pk, False)


def test_what_was_given_keeps_its_words(cast):
    facts = {"title": "Our own", "text": "Before.", "theme": "me", "minutes": 15}
    kept = actions.keep_activity(None, by=cast.as_("ana"), **facts)
    (one,) = actions.give_activity(own(kept), [cast.maya], by=cast.as_("ana"))

    actions.keep_activity(kept, by=cast.as_("ana"), **(facts | {"text": "After."}))

    assert Assignment.objects.get().text == one.text == "Before."


def test_begun_cannot_be_taken_back(cast):
    (one,) = given(cast)
    actions.save_assignment(one, "x", by=cast.as_("maya"))

    with pytest.raises(Refused):
        actions.drop_assignment(one, by=cast.as_("ana"))
    (two,) = given(cast, key="teach")
    actions.drop_assignment(two, by=cast.as_("ana"))
    assert Assignment.objects.count() == 1


@pytest.mark.parametrize("name", ["maya", "rosa", "priya", "liam", "otto"])
def test_nobody_else_gives_it(cast, name):
    with pytest.raises(PermissionDenied):
        given(cast, by=name)


def test_what_a_student_writes_is_for_them_and_who_guides_them(cast, client_of):
    (one,) = given(cast, "luis")
    actions.save_assignment(one, "My own story", hand_in=True, by=cast.as_("luis"))
    path = f"{PAGE}assignments/{one.public_id}/"

    seen = {
        name: client_of(name).get(path).status_code
        for name in ("luis", "ana", "chen", "dana", "maya", "rosa", "priya", "tasha", "otto")
    }
    assert seen == {
        "luis": 200, "ana": 200, "chen": 200, "dana": 200, "maya": 404, "rosa": 404,
        "priya": 404, "tasha": 404, "otto": 404,
    }  # fmt: skip
    page = client_of("rosa").get(f"{PAGE}students/{cast.luis.public_id}/").content.decode()
    assert "My own story" not in page


def test_on_the_pages(cast, client_of):
    client = client_of("ana")
    path = f"{PAGE}activities/lost-time/"
    assert client.post(path, {}).status_code == 422
    assert client.post(path, {"advisory": cast.tide.public_id}).status_code == 302
    assert Assignment.objects.count() == 3
    form = {"title": "T", "text": "Do it", "theme": "me", "minutes": "20"}
    assert client.post(f"{PAGE}activities/add/", form | {"title": ""}).status_code == 422
    assert client.post(f"{PAGE}activities/add/", form).status_code == 302
    one = Assignment.objects.get(student=cast.maya)
    maya, mine = client_of("maya"), f"{PAGE}assignments/{one.public_id}/"
    assert maya.post(mine, {"do": "hand_in", "words": ""}).status_code == 422
    photo = SimpleUploadedFile("a.jpg", picture((40, 30)))
    sent = {"do": "hand_in", "words": "Done", "photo": photo}
    assert maya.post(mine, sent).status_code == 302
    shown = maya.get(f"{mine}photo/")
    assert (shown.status_code, shown["Content-Type"]) == (200, "image/jpeg")
    assert client_of("luis").get(f"{mine}photo/").status_code == 404
    assert client_of("ana").post(f"{mine}reply/", {"do": "seen", "reply": ""}).status_code == 302


def test_an_activity_that_sounds_protected_needs_a_look(cast):
    facts = {"title": "Home", "text": "Which church does your family go to?", "theme": "me"}

    with pytest.raises(ValidationError, match="Ask it in a survey"):
        actions.keep_activity(None, minutes=15, by=cast.as_("ana"), **facts)
    kept = actions.keep_activity(None, minutes=15, looked=True, by=cast.as_("ana"), **facts)

    assert list(Activity.objects.all()) == [kept]
