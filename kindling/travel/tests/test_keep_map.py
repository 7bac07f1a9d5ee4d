"""A school puts in a map of its streets, and only it gets parts of it."""

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from kindling.kit.ranges import span_of
from kindling.travel.models import StreetMap
from kindling.travel.tests.maps import a_map

HOME = "/harbor-view/travel/"


def put(client, content, name="town.pmtiles"):
    return client.post(f"{HOME}map/", {"map": SimpleUploadedFile(name, content)}, follow=True)


@pytest.fixture
def street_map(cast, client_of):
    put(client_of("chen"), a_map())
    return StreetMap.objects.get()


def get(client, street_map, asked=""):
    headers = {"Range": asked, "Accept-Encoding": "gzip"} if asked else {}
    return client.get(f"{HOME}map/{street_map.digest}.pmtiles", headers=headers)


def test_put_in_and_sent_in_parts(street_map, client_of):
    client, content = client_of("maya"), a_map()

    whole = get(client, street_map)
    part = get(client, street_map, "bytes=0-126")
    tail = get(client, street_map, "bytes=-10")

    assert (whole.status_code, whole.content) == (200, content)
    assert (part.status_code, part.content) == (206, content[:127])
    assert part.headers["Content-Range"] == f"bytes 0-126/{len(content)}"
    assert part.headers["Content-Encoding"] == "identity"
    assert part.headers["Cache-Control"].startswith("private")
    assert tail.content == content[-10:]


def test_beyond_its_end(street_map, client_of):
    answer = get(client_of("maya"), street_map, "bytes=99999-")

    assert answer.status_code == 416
    assert answer.headers["Content-Range"] == f"bytes */{street_map.size}"


@pytest.mark.parametrize(
    ("asked", "span"),
    [
        ("", (0, 99)),
        ("bytes=0-9", (0, 9)),
        ("bytes=90-", (90, 99)),
        ("bytes=90-500", (90, 99)),
        ("bytes=-5", (95, 99)),
        ("bytes=-500", (0, 99)),
        ("bytes=100-", None),
        ("bytes=-0", None),
        ("bytes=9-3", (0, 99)),
        ("bytes=0-1,5-6", (0, 99)),
        ("rows=0-1", (0, 99)),
        ("bytes=-", (0, 99)),
    ],
)
def test_which_part_is_meant(asked, span):
    assert span_of(asked, 100) == span


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<html>", "This is no PMTiles map of version 3."),
        (b"PMTiles\x02" + b"0" * 200, "This is no PMTiles map of version 3."),
        (a_map(kind=2), "This map is made of pictures."),
        (a_map(packing=3), "Choose gzip."),
        (a_map()[:-5], "The file was cut off on the way."),
        (a_map((10, 10, 11, 11)), "does not show the place where the school is"),
        (b"", "This file is empty."),
    ],
)
def test_its_bytes_say_what_it_is(cast, client_of, content, sentence):
    answer = put(client_of("chen"), content)

    assert (answer.status_code, sentence in answer.text) == (422, True)
    assert not StreetMap.objects.exists()


def test_too_large(cast, client_of, monkeypatch):
    monkeypatch.setattr("kindling.travel.forms.LARGEST", 100)

    assert "larger than 30 MB" in put(client_of("chen"), a_map()).text


def test_another_takes_its_place_and_the_file_goes(
    street_map, client_of, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        put(client_of("chen"), a_map(more=b" "))

    assert StreetMap.objects.get().digest != street_map.digest
    assert not default_storage.exists(street_map.file)
    assert get(client_of("maya"), street_map).status_code == 404


def test_taken_away(street_map, client_of, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        client_of("chen").post(f"{HOME}map/remove/")

    assert not StreetMap.objects.exists()
    assert not default_storage.exists(street_map.file)


def test_another_school_and_who_does_not_look_for_places_get_nothing(street_map, client_of):
    path = f"map/{street_map.digest}.pmtiles"

    assert client_of("otto").get(f"/northgate/travel/{path}").status_code == 404
    assert client_of("liam").get(f"{HOME}{path}").status_code == 404
    assert client_of("ana").post(f"{HOME}map/remove/").status_code == 403
