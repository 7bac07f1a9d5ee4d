"""From a ZIP code, a stop or a point; and nobody keeps which."""

import json

import pytest
from django.apps import apps
from django.core import mail

from kindling.sites.tests.asking import titles
from kindling.travel.actions import set_starts
from kindling.travel.models import Start
from kindling.travel.tests.feeds import MARKET, SCHOOL

FROM = "/harbor-view/places/from/"
HOME = (41.7654321, -71.4123456)  # nobody else is there


def minutes(client, **sent):
    answer = client.post(FROM, sent)
    assert answer.status_code == 200, answer.text
    return titles(answer)


def test_from_a_stop_by_its_name(bus_town, client_of):
    found = minutes(client_of("maya"), stop="harbor end")

    assert found == ["Animal care assistant"]


def test_from_a_zip_code(bus_town, client_of):
    set_starts([("02907", *SCHOOL)], by=bus_town.as_("chen"))
    client = client_of("maya")

    assert ">02907</option>" in client.get(FROM).text
    found = minutes(client, start=Start.objects.get().public_id)
    assert found == ["Animal care assistant", "Shelter helper"]


def test_the_map_stands_open_only_for_a_point(bus_town, client_of):
    client, point = client_of("maya"), {"latitude": str(SCHOOL[0]), "longitude": str(SCHOOL[1])}
    empty = {"latitude": "", "longitude": ""}

    assert "<details>" in client.post(FROM, {"stop": "harbor end", **empty}).text
    assert "<details open>" in client.post(FROM, point).text


def test_from_a_point(bus_town, client_of):
    found = minutes(client_of("maya"), latitude=str(SCHOOL[0]), longitude=str(SCHOOL[1]))

    assert found == ["Animal care assistant", "Shelter helper"]


def test_at_most_so_many_minutes_and_how_many_need_a_car(bus_town, client_of):
    point = {"latitude": str(SCHOOL[0]), "longitude": str(SCHOOL[1])}

    answer = client_of("maya").post(FROM, {**point, "minutes": "15"})
    assert titles(answer) == []
    assert "1 more place needs a car from there." in answer.text


def test_filters_of_the_list_hold(bus_town, client_of):
    point = {"latitude": str(SCHOOL[0]), "longitude": str(SCHOOL[1])}

    assert titles(client_of("maya").post(f"{FROM}?open=1", point)) == ["Shelter helper"]
    assert titles(client_of("maya").post(f"{FROM}?day=4", point)) == []


def test_without_a_timetable_minutes_are_straight_lines(cast, client_of):
    point = {"latitude": str(SCHOOL[0]), "longitude": str(SCHOOL[1])}

    answer = client_of("maya").post(FROM, point)

    assert titles(answer) == ["Animal care assistant", "Shelter helper"]
    assert 'name="stop"' not in answer.text


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Choose from where, in one of these ways."),
        ({"stop": "market"}, "Write it whole: Market Square · Market East."),
        ({"stop": "zeppelin"}, "No stop is called like this."),
        ({"latitude": "41.8"}, "Enter both numbers of the position, or neither."),
        ({"latitude": "141", "longitude": "0"}, "90"),
        ({"start": "not-a-start", "stop": "harbor end"}, ""),
    ],
)
def test_what_cannot_be_meant(bus_town, client_of, sent, sentence):
    set_starts([("02907", *SCHOOL)], by=bus_town.as_("chen"))

    answer = client_of("maya").post(FROM, sent)

    assert (answer.status_code, sentence in answer.text) == (422, True)


def test_from_where_is_kept_nowhere(bus_town, client_of, caplog):
    client = client_of("maya")
    set_starts([("02907", HOME[0], HOME[1])], by=bus_town.as_("chen"))
    set_starts([("02908", *MARKET)], by=bus_town.as_("chen"))
    latitude, longitude = str(HOME[0]), str(HOME[1])

    answer = client.post(FROM, {"latitude": latitude, "longitude": longitude})
    client.post(FROM, {"stop": "Hill Top"})

    rows = [str(list(model.objects.values())) for model in apps.get_models() if model._meta.managed]
    session = json.dumps([dict(client.session.items())], default=str)
    assert not [row for row in rows if latitude in row or longitude in row or "Hill Top" in row]
    assert latitude not in session
    assert latitude not in caplog.text
    assert mail.outbox == []
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert latitude not in answer.request["QUERY_STRING"] + answer.request["PATH_INFO"]
    assert not [cookie for cookie in client.cookies.values() if latitude in cookie.value]


def test_nobody_keeps_the_timetable_busy(bus_town, client_of, monkeypatch):
    monkeypatch.setattr("kindling.kit.limits.time.time", lambda: 1_800_000_000.0)  # one minute
    maya, point = client_of("maya"), {"latitude": str(SCHOOL[0]), "longitude": str(SCHOOL[1])}

    codes = [maya.post(FROM, point).status_code for _ in range(13)]

    assert codes == [200] * 12 + [429]
    assert client_of("luis").post(FROM, point).status_code == 200


@pytest.mark.parametrize("name", ["liam", "tasha"])
def test_who_does_not_see_places_does_not_see_this(cast, client_of, name):
    assert client_of(name).get(FROM).status_code == 403


def test_statements(bus_town, client_of, django_assert_num_queries):
    client = client_of("ana")
    point = {"latitude": str(SCHOOL[0]), "longitude": str(SCHOOL[1])}
    client.post(FROM, point)

    with django_assert_num_queries(7):
        client.post(FROM, point)
