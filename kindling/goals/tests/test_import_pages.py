"""A package in the browser: handed in, looked at, brought in or thrown away."""

from django.core.files.uploadedfile import SimpleUploadedFile

from kindling.goals.models import CaseImport, Framework
from kindling.goals.tests.packages import as_file, link, package

PAGE = "/harbor-view/goals/imports/"


def hand_in(client, found):
    return client.post(PAGE, {"file": SimpleUploadedFile("m.json", as_file(found))})


def test_looked_at_then_brought_in(client_of, cast):
    client = client_of("chen")

    there = hand_in(client, package()).url
    assert "Nothing has changed yet." in client.get(there).text
    client.post(f"{there}apply/")

    page = client.get(there).text
    assert "The school is as the package says." in page
    framework = Framework.objects.get(source="case")
    assert (
        "Statement of M.2.9."
        in client.get(f"/harbor-view/goals/frameworks/{framework.public_id}/").text
    )
    assert "Maths of a state" in client_of("luis").get("/harbor-view/goals/").text


def test_a_circle_is_said_at_the_field_and_nothing_is_kept(client_of, cast):
    answer = hand_in(client_of("chen"), package(CFAssociations=[link("X", "X")]))

    assert answer.status_code == 422
    assert "“X” stands below itself" in answer.text
    assert not CaseImport.objects.exists()


def test_thrown_away(client_of, cast):
    client = client_of("chen")
    there = hand_in(client, package()).url

    client.post(f"{there}discard/")

    assert CaseImport.objects.get().state == "discarded"
    assert client.post(f"{there}apply/").status_code == 409
    assert client_of("ana").get(there).status_code == 404
    assert client_of("otto").get("/harbor-view/goals/imports/").status_code == 404
