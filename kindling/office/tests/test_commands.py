"""make_school and make_administrator: for who runs the server."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from kindling.schools import world
from kindling.schools.models import Installation, Membership, Person, School
from kindling.schools.roles import Role


def run(*words):
    out = StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


def path_in(text):
    return text.split(":8000", 1)[1].strip()


def test_a_school_is_made_and_its_administrator_gets_in(db, client):
    said = run(
        "make_school", "--name=Kelp Bay", "--slug=kelp-bay", "--timezone=America/Chicago",
        "--admin-email=uma@example.org", "--admin-name=Uma O’Neil",
    )  # fmt: skip

    path = path_in(said)
    assert client.get(path).status_code == 200
    assert client.post(path, {"next": "/kelp-bay/set-up/"}).url == "/kelp-bay/set-up/"
    assert client.get("/kelp-bay/set-up/").status_code == 200
    assert Person.objects.get().name == "Uma O’Neil"
    assert Installation.objects.get().is_demo is False


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--slug=Kelp Bay"], "small letters"),
        (["--slug=sheet"], "taken"),
        (["--slug=kelp", "--timezone=Mars"], "IANA"),
    ],
)
def test_a_wrong_fact_makes_nothing(db, words, says):
    with pytest.raises(CommandError, match=says):
        run("make_school", "--name=Kelp Bay", *words)

    assert not School.objects.exists()


def test_no_school_is_made_in_a_demo(db):
    Installation.objects.create(is_demo=True)
    world.forget()

    with pytest.raises(CommandError, match="This is the demo"):
        run("make_school", "--name=Kelp Bay", "--slug=kelp")


def test_somebody_the_import_brought_becomes_administrator(cast, client):
    said = run("make_administrator", "harbor-view", cast.chen.email.upper())

    assert client.post(path_in(said)).status_code == 302
    assert client.get("/harbor-view/settings/").status_code == 200
    roles = set(Membership.objects.filter(person=cast.chen).values_list("role", flat=True))
    assert roles == {Role.COORDINATOR, Role.ADMINISTRATOR, Role.REGISTRAR}


def test_a_new_person_becomes_administrator(cast):
    run("make_administrator", "harbor-view", "new@example.org", "--name=Nell Ash")

    assert Person.objects.get(email="new@example.org").name == "Nell Ash"


@pytest.mark.parametrize(
    ("slug", "email", "says"),
    [
        ("nowhere", "a@example.org", "No school"),
        ("harbor-view", "chen", "not an e-mail address"),
    ],
)
def test_a_wrong_name_is_told(cast, slug, email, says):
    with pytest.raises(CommandError, match=says):
        run("make_administrator", slug, email)


def test_a_shared_address_is_told(cast):
    Person.objects.filter(pk__in=[cast.chen.pk, cast.dana.pk]).update(email="both@example.org")

    with pytest.raises(CommandError, match="Two people"):
        run("make_administrator", "harbor-view", "both@example.org")
    assert not Membership.objects.filter(role=Role.ADMINISTRATOR).exists()
