"""A photo and a voice note with a check-out: small, nameless, for few."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from kindling.kit.http import Refused
from kindling.passes.actions import make_pass
from kindling.passes.tokens import token_of
from kindling.people.actions import connect
from kindling.questions.actions import attach_file, withdraw_attachment
from kindling.questions.models import Attachment
from kindling.questions.tests.asking import gone, here, picture, sent
from kindling.questions.tests.recordings import ogg, webm
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import FIRST_DAY, make_person


@pytest.fixture
def day(cast, placement):
    return here(cast, placement)


@pytest.fixture
def photo(cast, day):
    return attach_file(day, "photo", sent(picture()), by=cast.as_("jordan"))


# ── with the check-out ──


def test_a_check_out_brings_photo_and_voice(cast, day, client_of):
    files = {"photo": sent(picture()), "voice": sent(webm(), "voice.exe", "application/x-msdos")}
    client_of("jordan").post(f"/harbor-view/days/{day.public_id}/check-out/", {"line": "", **files})

    kept = Attachment.objects.order_by("kind")
    assert [(a.kind, a.type, a.seconds, a.is_shared) for a in kept] == [
        ("photo", "image/jpeg", None, False),
        ("voice", "audio/webm", 12, False),
    ]
    assert [a.file.name.endswith((".jpg", ".webm")) for a in kept] == [True, True]
    assert "home" not in kept[0].file.name


def test_one_wrong_file_does_not_lose_the_other(cast, day, client_of):
    files = {"photo": sent(b"nothing"), "voice": sent(ogg())}
    client_of("jordan").post(f"/harbor-view/days/{day.public_id}/check-out/", files)

    assert [a.kind for a in Attachment.objects.all()] == ["voice"]


def test_the_form_takes_files_without_a_script(day, client_of):
    page = client_of("jordan").get("/harbor-view/").content.decode()

    assert 'enctype="multipart/form-data"' in page
    assert 'type="file" id="photo" name="photo"' in page
    assert 'type="file" id="voice" name="voice"' in page


def test_one_of_a_kind_a_day(cast, day, photo):
    with pytest.raises(Refused):
        attach_file(day, "photo", sent(picture((800, 600))), by=cast.as_("jordan"))

    assert Attachment.objects.count() == 1


def test_the_same_one_sent_twice_counts_once_also_when_it_was_taken_back(cast, day, photo):
    assert attach_file(day, "photo", sent(picture()), by=cast.as_("jordan")) == photo
    withdraw_attachment(photo, by=cast.as_("jordan"))
    attach_file(day, "photo", sent(picture()), by=cast.as_("jordan"))

    assert [a.withdrawn_at is None for a in Attachment.objects.all()] == [False]


@pytest.mark.parametrize("name", ["maya", "ana", "rosa", "chen", "otto"])
def test_nobody_else_adds_one(cast, day, name):
    with pytest.raises(PermissionDenied):
        attach_file(day, "photo", sent(picture()), by=cast.as_(name))


# ── who sees it ──


def code_for(client_of, name, attachment):
    return client_of(name).get(f"/harbor-view/attachments/{attachment.public_id}/").status_code


def test_the_student_and_their_staff_and_nobody_else(cast, photo, client_of):
    connect(
        cast.jordan, cast.rosa, Role.GUARDIAN, by=Viewer.system(cast.school), since_on=FIRST_DAY
    )
    make_person(cast.school, "Tim Cole", Role.ADVISOR)
    names = ["jordan", "ana", "chen", "dana", "maya", "rosa", "liam", "tasha", "otto"]

    codes = {name: code_for(client_of, name, photo) for name in names}

    assert [name for name in names if codes[name] == 200] == ["jordan", "ana", "chen", "dana"]
    assert {codes[name] for name in names[4:]} == {404}


def test_another_advisor_does_not_see_it(cast, photo, client, db):
    other = make_person(cast.school, "Tim Cole", Role.ADVISOR)
    client.force_login(other.user, backend="kindling.accounts.backends.Backend")

    assert client.get(f"/harbor-view/attachments/{photo.public_id}/").status_code == 404


def test_nobody_without_signing_in(photo):
    answer = Client().get(f"/harbor-view/attachments/{photo.public_id}/")

    assert (answer.status_code, answer["Location"].startswith("/sign-in/")) == (302, True)


def test_there_is_no_address_of_the_file_itself(photo, client_of):
    for path in (f"/media/{photo.file.name}", f"/static/{photo.file.name}", f"/{photo.file.name}"):
        assert client_of("jordan").get(path).status_code == 404


@pytest.mark.parametrize(("shared", "code"), [(True, 200), (False, 404)])
def test_the_mentor_sees_what_is_shared(cast, placement, day, shared, code):
    kept = attach_file(day, "photo", sent(picture()), is_shared=shared, by=cast.as_("jordan"))
    gone(cast, day)
    held = make_pass(cast.sam, "confirm_days", [placement.public_id], by=cast.as_("chen"))
    client, door = Client(), f"/p/{token_of(held)}/"

    page = client.get(door).content.decode()

    assert (f"?file={kept.public_id}" in page) == shared
    assert client.get(f"{door}?file={kept.public_id}").status_code == code


def test_a_link_to_another_internship_opens_nothing(cast, day):
    kept = attach_file(day, "photo", sent(picture()), is_shared=True, by=cast.as_("jordan"))
    held = make_pass(cast.sam, "confirm_days", [], by=cast.as_("chen"))

    assert Client().get(f"/p/{token_of(held)}/?file={kept.public_id}").status_code == 404


# ── how it is given back ──


def test_opened_by_itself_it_can_do_nothing(photo, client_of):
    answer = client_of("ana").get(f"/harbor-view/attachments/{photo.public_id}/")

    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"] == 'inline; filename="photo.jpg"'
    assert answer["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    ("asked", "code", "told"),
    [
        ("bytes=0-3", 206, "bytes 0-3/{size}"),
        ("bytes=10-", 206, "bytes 10-{last}/{size}"),
        ("bytes=0-99999999", 206, "bytes 0-{last}/{size}"),
        ("bytes=99999999-", 416, "bytes */{size}"),
    ],
)
def test_a_player_may_ask_for_a_part(cast, day, client_of, asked, code, told):
    kept = attach_file(day, "voice", sent(webm()), by=cast.as_("jordan"))
    answer = client_of("ana").get(
        f"/harbor-view/attachments/{kept.public_id}/", headers={"Range": asked}
    )

    facts = {"size": kept.size, "last": kept.size - 1}
    assert (answer.status_code, answer["Content-Range"]) == (code, told.format(**facts))
