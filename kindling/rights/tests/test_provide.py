"""The whole path: asked, checked, decided, given behind a link that asks for a code, logged."""

import re
import zipfile
from datetime import timedelta
from io import BytesIO

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kindling.disclosures.models import Disclosure
from kindling.kit.http import Refused
from kindling.people.actions import allow_care_note
from kindling.rights import actions
from kindling.rights.models import RecordsItem, RecordsRequest
from kindling.rights.tests.asking import asked, decided, provided, verified
from kindling.schools.inside import inside
from kindling.talks.models import PrivateNote


def with_words(cast):
    """A care note, a note that Ana wrote for herself, and one that names Jordan."""
    today = cast.school.today()
    until = today + timedelta(days=30)
    for text in ("Allergic to wasps.", "Jordan carries the pen for it."):
        allow_care_note(
            cast.luis, text=text, allowed_by=cast.rosa, until_on=until, by=cast.as_("ana")
        )
    PrivateNote.objects.create(
        school=cast.school, student=cast.luis, author=cast.ana, at=cast.school.now(),
        text="I worry about the uncle.",
    )  # fmt: skip


def folder_of(response):
    return zipfile.ZipFile(BytesIO(b"".join(response)))


def test_the_whole_way(cast, client_of, django_capture_on_commit_callbacks):
    with_words(cast)
    rosa = client_of("rosa")

    page = rosa.post(f"/harbor-view/rights/ask/{cast.luis.public_id}/", {"words": ""}, follow=True)
    made = RecordsRequest.objects.get()

    assert "La escuela responde a más tardar el" in page.text
    assert (made.due_on - made.asked_on, made.is_held) == (timedelta(days=45), False)
    priya = client_of("priya")
    at = f"/harbor-view/rights/requests/{made.public_id}/"
    priya.post(f"{at}verify/", {"how": "Called back at the number on file"})
    note = RecordsItem.objects.get(kind="talks.PrivateNote")
    other = RecordsItem.objects.get(names="Jordan")
    for item, said in (
        (note, {"decision": "hold", "basis": "sole"}),
        (other, {"decision": "part", "basis": "others", "covered": "Jordan"}),
    ):
        shown = priya.get(f"/harbor-view/rights/items/{item.public_id}/")
        assert "I worry about the uncle" not in shown.text
        priya.post(f"/harbor-view/rights/items/{item.public_id}/", said)
    for area in set(RecordsItem.objects.values_list("area", flat=True)):
        priya.post(f"{at}give/{area}/")
    with django_capture_on_commit_callbacks(execute=True):
        page = priya.post(f"{at}provide/", {"given": "link"}, follow=True)
    assert "Given" in page.text
    line = Disclosure.objects.get()
    assert (line.to, line.basis, line.given_by) == ("Rosa Diaz", "right", cast.priya)

    made.refresh_from_db()
    packed = folder_of(client_of("rosa").get(f"{at}take/"))
    names = [name for name in packed.namelist() if name != "record.pdf"]  # test_bundle.py reads it
    text = "\n".join(packed.read(name).decode() for name in names)
    assert "Allergic to wasps." in text
    assert "█████ carries the pen" in text
    assert "Jordan" not in text
    assert "I worry" not in text
    assert "Notas propias de una persona" in text


def test_the_link_asks_every_browser_for_a_code(cast, client, django_capture_on_commit_callbacks):
    mail.outbox.clear()
    provided(cast, django_capture_on_commit_callbacks)
    letter = next(one for one in mail.outbox if one.to == [cast.rosa.email])
    door = re.search(r"https?://[^/\s]+(/p/\S+/)", letter.body).group(1)

    shut = client.get(door)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{door}code/")
    code = re.search(r"\b\d{6}\b", mail.outbox[-1].body).group(0)
    client.post(f"{door}code/enter/", {"code": code})

    assert shut.status_code == 403
    assert client.get(door).status_code == 200
    packed = folder_of(client.post(door))
    assert {"index.html", "record.json", "style.css"} <= set(packed.namelist())


def test_nothing_is_given_while_one_item_is_open(cast):
    made = verified(cast)

    with pytest.raises(Refused, match="not decided"):
        actions.provide_records(made, "link", by=cast.as_("priya"))


def test_what_came_since_has_to_be_decided_too(cast):
    made = decided(cast)
    with_words(cast)

    with pytest.raises(Refused, match="not decided"):
        actions.provide_records(made, "link", by=cast.as_("priya"))


def test_to_hold_back_needs_a_basis(cast):
    made = verified(cast)
    item = RecordsItem.objects.filter(request=made).first()

    with pytest.raises(Refused, match="Say which law"):
        actions.decide_items([item], "hold", by=cast.as_("priya"))


def test_the_same_asking_twice_is_one(cast):
    assert asked(cast) == asked(cast)


@pytest.mark.parametrize("name", ["otto", "maya", "ana", "chen", "sam"])
def test_nobody_asks_for_another_familys_child(cast, name):
    with pytest.raises(PermissionDenied):
        asked(cast, name)


@pytest.mark.parametrize("name", ["otto", "maya", "ana", "chen", "luis"])
def test_nobody_else_sees_the_request(cast, client_of, name):
    made = asked(cast)

    with inside(cast.school):
        found = client_of(name).get(f"/harbor-view/rights/requests/{made.public_id}/")

    assert found.status_code == 404


def test_the_family_decides_nothing(cast, client_of):
    made = verified(cast)
    item = RecordsItem.objects.filter(request=made).first()
    rosa = client_of("rosa")

    assert rosa.get(f"/harbor-view/rights/items/{item.public_id}/").status_code == 404
    at = f"/harbor-view/rights/requests/{made.public_id}/"
    for verb, said in (
        ("verify", {"how": "x"}),
        ("provide", {"given": "link"}),
        ("refuse", {"why": "x"}),
    ):
        assert rosa.post(f"{at}{verb}/", said).status_code == 403


def test_an_adult_called_like_a_student_is_no_other_student(cast):
    cast.jordan.person.given_name = "Priya"
    cast.jordan.person.preferred_given_name = ""
    cast.jordan.person.compose().save()
    until = cast.school.today() + timedelta(days=30)
    for text in ("Priya Nair has the pen.", "Priya has the pen."):
        allow_care_note(
            cast.luis, text=text, allowed_by=cast.rosa, until_on=until, by=cast.as_("ana")
        )

    made = verified(cast)

    found = RecordsItem.objects.filter(request=made, kind="people.CareNote")
    assert sorted(found.values_list("names", flat=True)) == ["", "Priya"]


@pytest.mark.parametrize("students", [1, 3])
def test_a_list_of_three_costs_no_more_than_of_one(
    cast, client_of, django_assert_num_queries, students
):
    for student in (cast.luis, cast.maya, cast.jordan)[:students]:
        with inside(cast.school):
            actions.ask_records(student, "", by=cast.as_(student.first.lower()))
    client = client_of("priya")

    with django_assert_num_queries(4):
        client.get("/harbor-view/rights/")


def test_an_item_is_read_without_the_rest_of_the_record(cast, client_of):
    with_words(cast)
    made = verified(cast)
    item = RecordsItem.objects.filter(request=made, kind="people.CareNote").first()
    client = client_of("priya")

    with CaptureQueriesContext(connection) as asked:
        page = client.get(f"/harbor-view/rights/items/{item.public_id}/")

    assert "wasps" in page.text or "pen" in page.text
    assert len(asked) <= 12
