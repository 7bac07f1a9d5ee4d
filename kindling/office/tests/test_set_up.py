"""From an empty folder to a school that is open, in two pages."""

import pytest
from django.test import Client

from kindling.accounts.models import Session, User
from kindling.history.models import Event
from kindling.office.code import set_up_code
from kindling.schools import world
from kindling.schools.models import (
    Installation,
    Membership,
    Network,
    Person,
    School,
    SchoolYear,
    Term,
)
from kindling.schools.roles import Role

PASSWORD = "three plain words"
FIRST = {
    "name": "Kelp Bay School",
    "network": "",
    "slug": "kelp-bay",
    "timezone": "America/Los_Angeles",
    "language": "en",
    "given_name": "Uma",
    "family_name": "O’Neil",
    "email": "Uma@kelp-bay.example.org",
    "password": PASSWORD,
}
SECOND = {
    "kind": "semester",
    "label": "2026-27",
    "starts_on": "2026-09-01",
    "ends_on": "2027-06-15",
    "label_0": "Fall",
    "starts_on_0": "2026-09-01",
    "ends_on_0": "2027-01-20",
    "label_1": "Spring",
    "starts_on_1": "2027-01-21",
    "ends_on_1": "2027-06-15",
    "internship_days": ["1", "3"],
    "coordinator": "",
}


@pytest.fixture
def empty(db):
    """What `./go school` starts from: a marked database with no school in it."""
    Installation.objects.create(is_demo=False)


def begin(client, **more):
    return client.post("/set-up/", {"code": set_up_code(), **FIRST, **more})


def test_the_first_page_leads_an_empty_installation_to_set_up(empty, client):
    assert client.get("/").url == "/set-up/"
    assert client.get("/set-up/").status_code == 200


def test_two_pages_make_a_school_that_is_open(empty, client):
    first = begin(client)
    asked = client.get(first.url)
    second = client.post(first.url, SECOND)

    assert (first.status_code, first.url) == (302, "/kelp-bay/set-up/")
    assert "Trimester 1" in asked.text
    assert (second.status_code, second.url) == (302, "/kelp-bay/")
    assert client.get("/kelp-bay/").status_code == 200
    school = School.objects.get()
    assert (school.name, school.timezone, school.internship_days) == (
        "Kelp Bay School", "America/Los_Angeles", "1,3",
    )  # fmt: skip
    assert school.set_up_at is not None
    assert [(t.label, t.kind) for t in Term.of(school)] == [
        ("Fall", "semester"),
        ("Spring", "semester"),
    ]
    person = Person.objects.get()
    roles = {hat.role for hat in Membership.objects.filter(person=person)}
    assert (person.name, roles) == ("Uma O’Neil", {Role.ADMINISTRATOR, Role.REGISTRAR})
    assert person.user.email == "uma@kelp-bay.example.org"
    assert person.user.check_password(PASSWORD)


def test_set_up_closes_when_somebody_administers_a_school(empty, client):
    begin(client)

    other = Client()

    assert other.get("/set-up/").status_code == 404
    assert begin(other, slug="second").status_code == 404
    assert other.get("/").url == "/sign-in/"
    assert School.objects.count() == 1


def test_a_demo_is_never_set_up(db, client):
    Installation.objects.create(is_demo=True)
    world.forget()

    assert client.get("/set-up/").status_code == 404
    assert begin(client).status_code == 404


def test_a_school_that_runs_is_never_set_up_again(cast, client):
    assert begin(client).status_code == 404


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"code": "AAAA-AAAA"}, "This is not the code"),
        ({"slug": "Kelp Bay"}, "Use small letters"),
        ({"slug": "sign-in"}, "Kindling needs this address itself"),
        ({"slug": ""}, "A new school needs this"),
        ({"name": ""}, "A new school needs this"),
        ({"password": "abc"}, "too short"),
        ({"email": "uma"}, "Enter a valid email address"),
        ({"timezone": "Mars/Base"}, "rom the list"),
    ],
)
def test_a_wrong_answer_gets_a_sentence_and_makes_nothing(empty, client, sent, says):
    answer = begin(client, **sent)

    assert answer.status_code == 422
    assert says in answer.text
    assert (School.objects.count(), Network.objects.count(), User.objects.count()) == (0, 0, 0)


def test_the_code_is_typed_as_people_type(empty, client):
    assert begin(client, code=set_up_code().lower().replace("-", " ")).status_code == 302


def test_guessing_the_code_is_slow(empty, client):
    answers = [begin(client, code=f"AAAA-{n:04}").status_code for n in range(11)]

    assert answers[-1] == 429


def test_a_taken_address_is_told_and_nothing_typed_is_lost(cast, client):
    School.objects.update(set_up_at=None)
    answer = begin(client, slug="harbor-view")

    assert answer.status_code == 409
    assert "is taken" in answer.text
    assert "Kelp Bay School" in answer.text
    assert not Session.objects.exists()


def test_an_imported_school_is_set_up_in_the_browser(cast, client):
    School.objects.update(set_up_at=None)
    SchoolYear.objects.filter(school=cast.north).delete()
    email = cast.otto.email

    first = begin(client, school=cast.north.public_id, email=email, name="", slug="")
    second = client.post(first.url, SECOND | {"coordinator": cast.otto.public_id})

    assert first.url == "/northgate/set-up/"
    assert second.status_code == 302
    roles = set(Membership.objects.filter(person=cast.otto).values_list("role", flat=True))
    assert roles == {"advisor", "administrator", "registrar", "coordinator"}
    assert Person.objects.filter(school=cast.north).count() == 1
    cast.north.refresh_from_db()
    assert cast.north.timezone == "America/Los_Angeles"


def test_a_year_that_the_roster_brought_is_kept(cast, client):
    School.objects.update(set_up_at=None)
    path = begin(client, school=cast.north.public_id, email=cast.otto.email).url

    asked = client.get(path)
    answer = client.post(path, {"internship_days": ["4"], "coordinator": cast.otto.public_id})

    cast.north.refresh_from_db()
    assert "The roster brought the year 2026-27" in asked.text
    assert "Term 1: name" not in asked.text
    assert (answer.status_code, cast.north.internship_days) == (302, "4")
    assert SchoolYear.objects.filter(school=cast.north).count() == 1


@pytest.mark.parametrize(
    ("sent", "status", "says"),
    [
        ({"ends_on": "2026-08-31"}, 422, "must come after the first day"),
        ({"ends_on_0": "2026-08-31"}, 422, "must come after the first day"),
        ({"starts_on_1": "2027-01-10"}, 422, "before the one above ends"),
        ({"ends_on_1": "2027-07-01"}, 422, "outside the year"),
        ({"starts_on_0": ""}, 422, "needs a first and a last day"),
        ({"internship_days": []}, 422, "at least one day"),
        ({"internship_days": ["8"]}, 422, "rom the list"),
        ({"coordinator": "nobody"}, 422, "rom the list"),
        ({"label_1": "Fall"}, 409, "already"),
    ],
)
def test_wrong_terms_get_a_sentence_and_nothing_is_saved(empty, client, sent, status, says):
    path = begin(client).url

    answer = client.post(path, SECOND | sent)

    assert answer.status_code == status
    assert says in answer.text
    assert (SchoolYear.objects.count(), Term.objects.count()) == (0, 0)
    assert School.objects.get().set_up_at is None


def test_the_second_page_is_answered_once(empty, client):
    path = begin(client).url

    answers = [client.post(path, SECOND).status_code for _ in range(2)]

    assert answers == [302, 409]
    assert client.get(path).url == "/kelp-bay/settings/"
    assert Event.objects.filter(verb="school.finish_set_up").count() == 1


def test_an_administrator_who_left_half_way_is_led_back(empty, client):
    begin(client)

    assert client.get("/").url == "/kelp-bay/set-up/"


@pytest.mark.parametrize("name", ["ana", "priya", "dana", "maya"])
def test_only_an_administrator_finishes_the_set_up(cast, client_of, name):
    School.objects.update(set_up_at=None)

    assert client_of(name).get("/harbor-view/set-up/").status_code == 403
    assert client_of(name).post("/harbor-view/set-up/", SECOND).status_code == 403


@pytest.mark.parametrize("kind", ["quarter", "trimester", "semester", "own"])
def test_terms_are_proposed_without_gaps(empty, client, kind):
    path = begin(client).url

    page = client.get(path, {"kind": kind, "starts_on": "2026-09-01", "ends_on": "2027-06-15"})

    assert page.status_code == 200
    assert page.text.count('value="2026-09-01"') == 3
    assert page.text.count('value="2027-06-15"') == 3
