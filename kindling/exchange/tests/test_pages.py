"""Handing in, looking, applying and undoing in the browser, without JavaScript."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kindling.exchange.actions import apply_import, preview_import, upload_import
from kindling.exchange.models import Import
from kindling.exchange.tests.packages import GRAND_BEND, make_zip, small_roster
from kindling.people.models import Student
from kindling.schools.models import Person

BASE = "/harbor-view/imports/"


def send(client, kind, name, content, **more):
    file = SimpleUploadedFile(name, content)
    return client.post(f"{BASE}new/", {"kind": kind, "file": file, **more})


def the_import():
    return Import.objects.latest("pk")


def page_of(client):
    response = client.get(f"{BASE}{the_import().public_id}/")
    return response, response.content.decode()


def test_a_package_goes_from_upload_to_applied_to_undone(client_of):
    client = client_of("priya")

    response = send(client, "oneroster", "roster.zip", make_zip())
    imported = the_import()
    assert (response.status_code, response["Location"]) == (302, f"{BASE}{imported.public_id}/")
    response, text = page_of(client)
    assert response.status_code == 200
    assert "Added (22)" in text
    assert "users.csv, row 2" in text
    assert Student.objects.filter(person__source_id="st0").exists() is False

    client.post(f"{BASE}{imported.public_id}/apply/")
    assert Student.objects.filter(person__source_id="st0").exists() is True
    assert "Undo this import" in page_of(client)[1]
    assert "Open the roster" in page_of(client)[1]

    client.post(f"{BASE}{imported.public_id}/undo/")
    assert Student.objects.filter(person__source_id="st0").exists() is False
    assert "The school is as it was before this file." in page_of(client)[1]


def test_what_is_wrong_stands_there_by_file_row_and_column(client_of):
    roster = small_roster()
    roster["users"][3]["enabledUser"] = "TRUE"
    client = client_of("priya")
    send(client, "oneroster", "roster.zip", make_zip(roster))

    _response, text = page_of(client)

    assert "Wrong (1)" in text
    for words in ("users.csv, row 5", "enabledUser", "TRUE", "Write true."):
        assert words in text
    assert "Apply the changes" not in text
    assert client.post(f"{BASE}{the_import().public_id}/apply/").status_code == 409


def test_the_lenient_box_mends(client_of):
    roster = small_roster()
    roster["users"][3]["enabledUser"] = "TRUE"
    client = client_of("priya")

    send(client, "oneroster", "roster.zip", make_zip(roster), is_lenient="on")

    _response, text = page_of(client)
    assert "Mended (1)" in text
    assert "Apply the changes" in text


def test_a_strict_refusal_offers_to_mend(client_of):
    roster = small_roster()
    roster["users"][3]["enabledUser"] = "TRUE"
    client = client_of("priya")
    send(client, "oneroster", "roster.zip", make_zip(roster))
    assert "Mend what is safe and look again" in page_of(client)[1]

    client.post(f"{BASE}{the_import().public_id}/preview/", {"is_lenient": "on", "org": "S1"})

    assert "Apply the changes" in page_of(client)[1]


def test_one_of_several_schools_is_chosen_on_the_page(client_of):
    client = client_of("priya")
    send(client, "oneroster", "grand-bend.zip", GRAND_BEND.read_bytes())
    assert "Grand Bend High School" in page_of(client)[1]

    client.post(f"{BASE}{the_import().public_id}/preview/", {"org": "255901001"})

    assert "Added (995)" in page_of(client)[1]


def test_a_spreadsheet_asks_for_its_columns_with_guesses_chosen(client_of):
    client = client_of("priya")
    content = "First name;Last name;Grado\nInés;Peña;9\n".encode()
    send(client, "students", "students.csv", content)

    _response, text = page_of(client)

    assert text.count("selected>") == 3
    assert '<option value="grade" selected>Grade</option>' in text
    client.post(
        f"{BASE}{the_import().public_id}/preview/",
        {"column0": "given_name", "column1": "family_name", "column2": "grade"},
    )
    assert "Inés Peña" in page_of(client)[1]


@pytest.mark.parametrize(
    "chosen", [("-", "-", "grade"), ("given_name", "given_name", "grade"), ("given_name", "x", "-")]
)
def test_a_wrong_choice_of_columns_is_a_422_and_keeps_the_page(client_of, chosen):
    client = client_of("priya")
    send(client, "students", "students.csv", b"First name,Last name,Grade\nA,B,9\n")

    data = {f"column{index}": name for index, name in enumerate(chosen)}
    response = client.post(f"{BASE}{the_import().public_id}/preview/", data)

    assert response.status_code == 422
    assert the_import().state == "uploaded"


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"kind": "oneroster"},
        {"kind": "oneroster", "file": SimpleUploadedFile("x.zip", b"")},
        {"kind": "places", "file": SimpleUploadedFile("x.csv", b"a")},
        {"kind": "oneroster", "file": SimpleUploadedFile("x.zip", b"x" * (20 * 1024 * 1024 + 1))},
    ],
)
def test_a_wrong_upload_is_a_422_and_keeps_nothing(client_of, sent):
    for file in sent.values():
        if not isinstance(file, str):
            file.seek(0)

    response = client_of("priya").post(f"{BASE}new/", sent)

    assert response.status_code == 422
    assert Import.objects.count() == 0


def test_a_file_that_is_no_zip_says_so(client_of):
    client = client_of("priya")

    send(client, "oneroster", "roster.zip", b"hello")

    assert "This is not a zip file" in page_of(client)[1]


def test_a_file_can_be_thrown_away(client_of):
    client = client_of("priya")
    send(client, "oneroster", "roster.zip", make_zip())

    response = client.post(f"{BASE}{the_import().public_id}/discard/")

    assert (response.status_code, the_import().state) == (302, "discarded")
    assert hasattr(the_import(), "file") is False


@pytest.mark.parametrize("who", ["ana", "maya", "rosa", "liam", "tasha", "dana"])
def test_a_roster_import_is_not_there_for_others(cast, client_of, who):
    imported = upload_import(
        kind="oneroster", file_name="r.zip", content=make_zip(), by=cast.as_("priya")
    )

    response = client_of(who).get(f"{BASE}{imported.public_id}/")

    assert response.status_code == 404


def test_the_stranger_finds_no_door(client_of):
    assert client_of("otto").get(BASE).status_code == 404


def imports_for(cast, n):
    for number in range(n):
        upload_import(
            kind="oneroster", file_name=f"{number}.zip", content=b"", by=cast.as_("priya")
        )


@pytest.mark.parametrize("n", [1, 3])
def test_the_list_costs_the_same_for_one_and_three(cast, client_of, n, django_assert_num_queries):
    imports_for(cast, n)
    client = client_of("priya")

    with django_assert_num_queries(4):
        client.get(BASE)


@pytest.mark.parametrize("n", [1, 3])
def test_a_preview_costs_the_same_for_one_and_three(cast, client_of, n, django_assert_num_queries):
    rows = "".join(f"Kim{i},Lee\n" for i in range(n))
    content = f"First name,Last name\n{rows}".encode()
    imported = upload_import(
        kind="students", file_name="s.csv", content=content, by=cast.as_("priya")
    )
    preview_import(imported, by=cast.as_("priya"))
    client = client_of("priya")

    with django_assert_num_queries(5):
        client.get(f"{BASE}{imported.public_id}/")


def test_a_running_import_shows_its_progress_and_asks_again(cast, client_of):
    imported = upload_import(
        kind="oneroster", file_name="r.zip", content=make_zip(), by=cast.as_("priya")
    )
    Import.objects.filter(pk=imported.pk).update(state="applying", progress=10)

    _response, text = page_of(client_of("priya"))

    assert "10% done" in text
    assert 'hx-trigger="every 2s"' in text


def test_a_failure_in_the_background_is_told_and_changes_nothing(cast, client_of):
    imported = upload_import(
        kind="oneroster", file_name="r.zip", content=make_zip(), by=cast.as_("priya")
    )
    preview_import(imported, by=cast.as_("priya"))
    # between preview and apply somebody takes an id that the file brings, at another person
    Person.objects.filter(pk=cast.maya.person.pk).update(source_id="A" * 10)
    imported.file.content = b"not a zip any more"
    imported.file.save(update_fields=["content"])

    apply_import(imported, by=cast.as_("priya"))

    imported.refresh_from_db()
    assert imported.state == "failed"
    assert "Something changed since the preview." in page_of(client_of("priya"))[1]
    assert Person.objects.filter(source_id="st0").exists() is False
