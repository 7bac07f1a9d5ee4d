"""A family brings a concern: it is somebody's at once, and never theirs whom it is about."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kindling.concerns.models import FamilyConcern
from kindling.concerns.rules import visible_concerns
from kindling.concerns.tests.bringing import WORDS, answered, brought, link_of
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.people.actions import connect
from kindling.people.matters import Matter
from kindling.people.tests.limiting import limited, second_household, turns_18
from kindling.questions.tests.recordings import webm
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.uploads.models import Upload
from tests.cast import make_person

PAGE = "/harbor-view/concerns/"


def test_it_reaches_the_advisor_with_a_day_in_school_days(cast):
    concern = brought(cast)

    assert (concern.keeper, concern.state) == (cast.ana, "raised")
    assert concern.due_on == date(2026, 10, 20)  # five school days after a Tuesday
    told = Notice.objects.get(kind="concerns/private_raised")
    assert told.person == cast.ana
    assert (WORDS in told.body, "Rosa" in told.body, "Luis" in told.body) == (False, False, False)


@pytest.mark.parametrize(
    ("facts", "keeper"),
    [
        ({"about": "school"}, "ana"),
        ({"about": "grown_up"}, "dana"),  # nobody is named: it may be the advisor
        ({"about": "grown_up", "person": "ana"}, "dana"),
        ({"about": "grown_up", "person": "dana"}, "ana"),
        ({"about": "grown_up", "person": "dana", "to_principal": True}, "chen"),
        ({"to_principal": True}, "dana"),
        ({"about": "safety"}, "dana"),
    ],
)
def test_who_gets_it_is_never_whom_it_is_about(cast, facts, keeper):
    if name := facts.get("person"):
        facts = facts | {"person": cast.person(name)}

    assert brought(cast, **facts).keeper == cast.person(keeper)


def test_about_somebodys_safety_is_due_the_next_school_day_and_goes_at_night(cast):
    concern = brought(cast, about="safety")

    assert concern.due_on == date(2026, 10, 14)
    assert Notice.objects.get(kind="concerns/private_raised").is_urgent is True


def test_a_principal_who_is_family_does_not_get_it(cast):
    connect(cast.luis, cast.dana, Role.GUARDIAN, by=Viewer.system(cast.school))
    concern = brought(cast, to_principal=True)

    assert concern.keeper == cast.chen
    assert visible_concerns(cast.as_("dana")).count() == 0


def test_only_family_keeper_and_principal_read_it(cast, client_of):
    page = f"{PAGE}{brought(cast).public_id}/"
    names = ["rosa", "ana", "dana", "chen", "priya", "luis", "maya", "liam", "tasha", "otto"]
    found = {name: client_of(name).get(page).status_code for name in names}

    assert found == dict.fromkeys(names, 404) | dict.fromkeys(("rosa", "ana", "dana"), 200)


@pytest.mark.parametrize("name", ["ana", "dana"])
def test_nobody_reads_what_is_about_themselves(cast, client_of, name):
    concern = brought(cast, about="grown_up", person=cast.person(name))
    client = client_of(name)

    assert client.get(f"{PAGE}{concern.public_id}/").status_code == 404
    listed = client.get(PAGE).content.decode() + client.get("/harbor-view/inbox/").content.decode()
    assert concern.public_id not in listed


def test_the_other_household_finds_nothing_of_it(cast, client_of):
    brought(cast)
    cast.hugo = second_household(cast)
    page = client_of("hugo").get(f"{PAGE}of/{cast.luis.public_id}/").content.decode()

    assert (WORDS in page, "What weighs on you?" in page) == (False, True)


def test_who_gets_no_letters_brings_none_and_reads_none_any_more(cast, client_of):
    concern = brought(cast)
    limited(cast, Matter.TOLD)

    assert client_of("rosa").get(f"{PAGE}{concern.public_id}/").status_code == 404
    assert client_of("rosa").get(f"{PAGE}of/{cast.luis.public_id}/").status_code == 404
    with pytest.raises(PermissionDenied):
        brought(cast, tap="t2")


def test_from_eighteen_on_the_link_dies_unless_the_student_lets_them(cast):
    brought(cast)
    door = link_of(cast)
    before = Client().get(door).status_code
    turns_18(cast)
    from kindling.people.actions import transfer_rights  # noqa: PLC0415

    transfer_rights(cast.luis, "student", by=cast.as_("priya"))

    assert (before, Client().get(door).status_code) == (200, 404)


def test_by_link_twice_is_once_and_a_voice_is_heard_by_the_keeper_alone(cast, client_of):
    phone, door = Client(), link_of(cast)
    phone.get(door)
    sent = {"do": "raise", "tap": "t1", "about": "school", "text": ""}
    for _ in range(2):
        recording = SimpleUploadedFile("voice", webm(), "audio/webm")
        assert phone.post(door, sent | {"voice": recording}).status_code == 302
    concern = FamilyConcern.objects.get()
    Upload.objects.update(scan=Upload.Scan.ABSENT)
    voice = f"{PAGE}{concern.public_id}/voice/"
    heard = {name: client_of(name).get(voice).status_code for name in ("ana", "luis", "chen")}

    assert heard == {"ana": 200, "luis": 404, "chen": 404}
    client_of("ana").post(f"{PAGE}{concern.public_id}/transcript/", {"transcript": "He is tired."})
    assert "He is tired." in client_of("dana").get(f"{PAGE}{concern.public_id}/").content.decode()


def test_nothing_said_and_a_file_that_is_no_sound_are_refused(cast, client_of):
    page, sent = f"{PAGE}of/{cast.luis.public_id}/", {"do": "raise", "tap": "t", "about": "school"}
    rosa = client_of("rosa")
    odd = SimpleUploadedFile("voice", b"%PDF-1.4 nothing to hear", "audio/webm")
    answers = [rosa.post(page, sent), rosa.post(page, sent | {"voice": odd})]

    assert [one.status_code for one in answers] == [422, 422]
    assert FamilyConcern.objects.count() == 0
    with pytest.raises(Refused):
        brought(cast, text=" ")


@pytest.mark.parametrize("name", ["luis", "maya", "ana", "dana", "sam", "otto"])
def test_only_family_brings_one(cast, name):
    with pytest.raises(PermissionDenied):
        brought(cast, by=cast.as_(name))


def test_nobody_can_be_named_who_is_not_around_the_child(cast):
    stranger = make_person(cast.school, "Nora Bell", Role.STAFF)

    with pytest.raises(PermissionDenied):
        brought(cast, about="grown_up", person=stranger)


def test_the_child_reads_it_only_while_it_is_shown(cast, client_of):
    concern = answered(cast, student_reads=True)
    page = f"{PAGE}{concern.public_id}/"
    shown = client_of("luis").get(page).content.decode()
    client_of("rosa").post(
        f"{PAGE}of/{cast.luis.public_id}/", {"do": "hide", "concern": concern.public_id}
    )

    assert (WORDS in shown, "We eat at ten now." in shown) == (True, True)
    assert "Hand it on" not in shown
    assert client_of("luis").get(page).status_code == 404
