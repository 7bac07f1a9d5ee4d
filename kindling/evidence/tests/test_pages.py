"""The pages of evidence, their doors and their statements."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kindling.evidence.actions import keep_evidence
from kindling.evidence.models import Evidence
from kindling.plans.actions.making import start_plan
from kindling.plans.models import PlanItem
from kindling.schools.models import Term
from kindling.uploads.tests.sending import picture

HOME = "/harbor-view/evidence/"


def test_a_plain_form_keeps_a_photo(cast, client_of):
    sent = {"file": SimpleUploadedFile("a.jpg", picture()), "words": "The bench I built"}

    answer = client_of("maya").post(f"{HOME}new/", sent)

    made = Evidence.objects.get()
    assert (answer.status_code, made.kind, made.title) == (302, "photo", "The bench I built")
    assert client_of("maya").get(f"{HOME}{made.public_id}/").status_code == 200


@pytest.mark.parametrize(
    ("who", "status"), [("maya", 200), ("ana", 200), ("rosa", 404), ("jordan", 404)]
)
def test_a_gallery_opens_for_whom_it_may(cast, client_of, who, status):
    keep_evidence(cast.maya, words="Cats.", by=cast.as_("maya"))

    answer = client_of(who).get(f"{HOME}students/{cast.maya.public_id}/")

    assert answer.status_code == status


@pytest.mark.parametrize("many", [1, 3])
def test_a_gallery_costs_the_same_for_one_and_three(
    cast, client_of, django_assert_num_queries, many
):
    for number in range(many):
        keep_evidence(cast.luis, words=f"Dog {number}", by=cast.as_("luis"))
    client = client_of("ana")
    client.get(f"{HOME}students/{cast.luis.public_id}/")

    with django_assert_num_queries(8):
        client.get(f"{HOME}students/{cast.luis.public_id}/")


def test_otto_finds_nothing(cast, client_of):
    made = keep_evidence(cast.maya, words="Cats.", by=cast.as_("maya"))

    assert client_of("otto").get(f"{HOME}{made.public_id}/").status_code == 404
    assert client_of("otto").get(f"/northgate/evidence/{made.public_id}/").status_code == 404


def test_staff_keep_a_piece_from_the_plan_of_their_student(cast, client_of):
    plan = start_plan(cast.luis, Term.of(cast.school)[0], by=cast.as_("luis"))
    item = PlanItem.objects.create(
        school=cast.school, plan=plan, number=1, experience="Train a shy dog"
    )
    address = f"{HOME}new/?for=plan_item:{item.public_id}"

    there = client_of("ana").get(address)
    page = client_of("luis").get(address).text

    assert there.url.startswith(f"{HOME}students/{cast.luis.public_id}/new/?for=plan_item")
    assert ('<details class="stack" open>' in page, "Train a shy dog" in page) == (True, True)
    assert client_of("chen").get(f"{HOME}new/").status_code == 403
