"""The pages open for whom they should, and a form does what it says."""

from __future__ import annotations

import pytest

from kindling.clearance.models import ChosenPack, OwnRule, Proof
from kindling.clearance.tests.handed import ask_for, make_checked, make_handed

EVERYBODY = ["maya", "jordan", "ana", "chen", "dana", "priya", "rosa", "liam", "otto"]


def codes(client_of, address):
    return {name: client_of(name).get(address).status_code for name in EVERYBODY}


def pair_address(student, place, item=""):
    home = f"/harbor-view/clearance/{student.public_id}/{place.public_id}/"
    return f"{home}{item}/" if item else home


def test_the_doors_of_a_checklist(cast, client_of):
    ask_for(cast, "check", "consent", "travel")

    found = codes(client_of, pair_address(cast.luis, cast.shelter))

    assert found == {
        "maya": 404, "jordan": 404, "ana": 200, "chen": 200, "dana": 200, "priya": 200,
        "rosa": 200, "liam": 404, "otto": 404,
    }  # fmt: skip


def test_the_doors_of_the_board_and_the_rules(cast, client_of):
    board = codes(client_of, "/harbor-view/clearance/")
    rules = codes(client_of, "/harbor-view/clearance/rules/")

    assert [name for name in EVERYBODY if board[name] == 200] == ["ana", "chen", "dana", "priya"]
    assert [name for name in EVERYBODY if rules[name] == 200] == ["chen", "dana"]


def test_a_family_hands_in_its_permission_and_chen_checks_it(cast, client_of):
    ask_for(cast, "consent")
    address = pair_address(cast.luis, cast.shelter, "consent")

    assert client_of("rosa").get(address).status_code == 200
    sent = client_of("rosa").post(address, {"q_yes": "on", "q_name": "Rosa Diaz"})

    proof = Proof.objects.get()
    assert (sent.status_code, proof.state, proof.handed_by) == (302, "submitted", cast.rosa)
    page = client_of("chen").get(f"/harbor-view/clearance/handed/{proof.public_id}/").text
    assert "Rosa Diaz" in page
    client_of("chen").post(f"/harbor-view/clearance/handed/{proof.public_id}/verify/")
    assert Proof.objects.get().state == "verified"
    assert (
        "Listo. Nada lo impide."
        in client_of("rosa").get(pair_address(cast.luis, cast.shelter)).text
    )


def test_a_coordinator_puts_it_on_file_in_one_go(cast, client_of):
    ask_for(cast, "check")
    address = pair_address(cast.luis, cast.shelter, "check")
    said = {"q_outcome": "clear", "q_kind": "State check", "until_on": "2027-09-01"}

    client_of("chen").post(address, said | {"verify": "1"})

    assert Proof.objects.get().state == "verified"


def test_an_answer_against_it_saves_nothing(cast, client_of):
    ask_for(cast, "check")
    address = pair_address(cast.luis, cast.shelter, "check")
    said = {"q_outcome": "not_clear", "q_kind": "State check", "until_on": "2027-09-01"}

    answer = client_of("chen").post(address, said | {"verify": "1"})

    assert answer.status_code == 409
    assert Proof.objects.count() == 0


def test_who_reads_the_outcome_of_a_check(cast, client_of):
    ask_for(cast, "check")
    proof = make_checked(cast, "check", cast.luis, cast.shelter)
    address = f"/harbor-view/clearance/handed/{proof.public_id}/"

    told = {
        name: answer.status_code == 200 and "Which check, and by whom" in answer.text
        for name in EVERYBODY
        for answer in [client_of(name).get(address)]
    }

    assert [name for name in EVERYBODY if told[name]] == ["chen", "dana"]


@pytest.mark.parametrize(("name", "code"), [("maya", 403), ("ana", 403), ("chen", 200)])
def test_who_may_write_down_a_check(cast, client_of, name, code):
    ask_for(cast, "check")

    assert client_of(name).get(pair_address(cast.maya, cast.shelter, "check")).status_code == code


def test_it_is_sent_back_with_a_reason(cast, client_of):
    ask_for(cast, "travel")
    proof = make_handed(cast, "travel", cast.maya, cast.shelter, by="maya")
    address = f"/harbor-view/clearance/handed/{proof.public_id}/reject/"

    assert client_of("chen").post(address, {"reason": ""}).status_code == 422
    assert client_of("maya").post(address, {"reason": "No"}).status_code == 403
    assert client_of("chen").post(address, {"reason": "Which bus?"}).status_code == 302
    page = client_of("maya").get(pair_address(cast.maya, cast.shelter)).text
    assert "Maya Santos has it now." in page


def test_choosing_packs_on_the_page(cast, client_of):
    address = "/harbor-view/clearance/rules/"

    assert client_of("chen").post(address, {"packs": ["washington-1"]}).status_code == 302
    assert client_of("chen").post(address, {"packs": ["atlantis-1"]}).status_code == 422

    assert list(ChosenPack.objects.values_list("pack", flat=True)) == ["washington-1"]
    page = client_of("chen").get(address).text
    assert "Comes along" in page
    assert "392-410-315" in page


def test_asking_for_less_than_a_law_must_be_known(cast, client_of):
    client_of("chen").post("/harbor-view/clearance/rules/", {"packs": ["washington-1"]})
    address = "/harbor-view/clearance/rules/own/agreement/"
    said = {"stages": ["internship"], "paid": ""}

    answer = client_of("chen").post(address, said)

    assert answer.status_code == 422
    assert "makes it a condition of the start, and you let a start go on." in answer.text
    assert OwnRule.objects.count() == 0
    known = said | {"is_known": "on", "reason": "The district signs once for all."}
    assert client_of("chen").post(address, known).status_code == 302
    assert "Less than the law" in client_of("chen").get("/harbor-view/clearance/rules/").text


def test_an_item_of_our_own(cast, client_of):
    add = "/harbor-view/clearance/rules/own/"
    said = {"on": "student", "holder": "student", "stages": ["internship"], "blocks": "on"}

    assert client_of("chen").post(add, said | {"label": ""}).status_code == 422
    assert client_of("chen").post(add, said | {"label": "Food handler card"}).status_code == 302

    own = OwnRule.objects.get()
    page = client_of("maya").get(pair_address(cast.maya, cast.shelter)).text
    assert "Food handler card" in page
    client_of("chen").post(f"{add}{own.item}/drop/")
    assert OwnRule.objects.count() == 0


def test_a_sites_page(cast, client_of):
    ask_for(cast, "check", "visit", "hazards")
    address = f"/harbor-view/clearance/site/{cast.shelter.site.public_id}/"

    found = codes(client_of, address)

    assert [name for name in EVERYBODY if found[name] == 200] == ["chen", "dana", "priya"]
    page = client_of("chen").get(address).text
    at = "/harbor-view/clearance/at/"
    assert f"{at}site/{cast.shelter.site.public_id}/visit/" in page
    assert f"{at}mentor/{cast.sam.public_id}/check/" in page
    assert f"{at}place/{cast.shelter.public_id}/hazards/" in page
    for end in (f"mentor/{cast.sam.public_id}/check/", f"place/{cast.shelter.public_id}/hazards/"):
        assert client_of("chen").get(at + end).status_code == 200


def test_a_place_that_pays(cast, client_of):
    pay = f"/harbor-view/clearance/place/{cast.shelter.public_id}/pay/"

    assert client_of("ana").post(pay, {"paid": "yes"}).status_code == 403
    assert client_of("chen").post(pay, {"paid": "yes"}).status_code == 302
    assert cast.shelter.terms.is_paid is True
