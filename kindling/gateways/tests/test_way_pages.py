"""The pages of gateways: who opens them, what they cost, what a wrong form gets."""

import pytest

from kindling.attendance.tests.placed import Statements
from kindling.exhibitions.models import Exhibition
from kindling.gateways import actions
from kindling.gateways.bank.templates import Given
from kindling.gateways.models import Checklist, Gateway, Line, OwnWord, Showing
from kindling.gateways.tests.going import (
    an_exhibition,
    begun,
    checked,
    in_use,
    line_of,
    shown_and_accepted,
)
from kindling.schools.models import Person
from tests.cast import make_student

HOME = "/harbor-view/gateways/"
ALL = [Given(kind, 2, "Ours" if kind == "own" else "") for kind in Line.Kind.values]


def way(gateway) -> str:
    return f"{HOME}way/{gateway.public_id}/"


@pytest.mark.parametrize(
    ("who", "status"),
    [("luis", 200), ("ana", 200), ("rosa", 200), ("dana", 200), ("maya", 404), ("otto", 404)],
)
def test_who_opens_a_way(cast, client_of, who, status):
    gateway, client = begun(cast), client_of(who)

    for path in (way(gateway), f"{HOME}for/{cast.luis.public_id}/"):
        assert client.get(path).status_code == status


def test_from_begin_to_apply_without_a_script(cast, client_of):
    asked, luis = in_use(cast, Given("own", 1, "A letter")), client_of("luis")

    assert "Not begun" in luis.get(f"{HOME}for/{cast.luis.public_id}/").text
    luis.post(f"{HOME}for/{cast.luis.public_id}/begin/{asked.public_id}/")
    gateway = Gateway.objects.get()
    line = line_of(gateway)
    luis.post(f"{way(gateway)}left/{line.public_id}/", {"words": "At the harbor."})
    luis.post(f"{way(gateway)}show/{line.public_id}/", {"words": "My letter."})
    luis.post(f"{way(gateway)}apply/", {"words": "I am ready."})

    gateway.refresh_from_db()
    assert (gateway.state, gateway.ready_words) == ("applied", "I am ready.")
    assert OwnWord.objects.get().words == "At the harbor."
    assert Showing.objects.get().words == "My letter."


def test_who_began_still_finds_their_way_when_nobody_new_is_asked(cast, client_of):
    gateway = begun(cast)
    actions.retire_checklist(gateway.checklist, by=cast.as_("dana"))

    for who in ("luis", "ana", "rosa"):
        page = client_of(who).get(f"{HOME}for/{cast.luis.public_id}/").text
        assert way(gateway) in page


def test_what_is_wrong_is_shown_beside_its_line_and_nothing_is_kept(cast, client_of):
    gateway, luis = begun(cast), client_of("luis")
    line = line_of(gateway)

    for answer in (
        luis.post(f"{way(gateway)}left/{line.public_id}/", {"words": "Soon", "by_on": "soon"}),
        luis.post(f"{way(gateway)}show/{line.public_id}/", {"words": ""}),
        luis.post(f"{way(gateway)}apply/", {"words": ""}),
    ):
        assert answer.status_code == 422
        assert "data-problems" in answer.text
    assert (OwnWord.objects.count(), Showing.objects.count()) == (0, 0)


def test_ana_decides_what_the_panel_recorded_with_its_condition(cast, client_of):
    gateway, held, ana = checked(cast), an_exhibition(cast), client_of("ana")
    ana.post(f"{way(gateway)}schedule/", {"exhibition": held.public_id})
    Exhibition.objects.filter(pk=held.pk).update(state="recorded", result="conditions")

    wrong = ana.post(f"{way(gateway)}decide/", {"result": "conditions", "words": ""})
    assert wrong.status_code == 422
    said = {"result": "conditions", "condition": "Read it aloud.", "due_on": "2026-11-02"}
    ana.post(f"{way(gateway)}decide/", said)

    gateway.refresh_from_db()
    assert (gateway.state, gateway.conditions.get().words) == ("conditions", "Read it aloud.")
    ana.post(f"{way(gateway)}met/{gateway.conditions.get().public_id}/")
    gateway.refresh_from_db()
    assert gateway.state == "passed"


def test_the_principal_gives_the_last_yes(cast, client_of):
    gateway = checked(cast, kind="graduation")
    shown_and_accepted(cast, gateway)
    actions.decide_gateway(gateway, "move_on", "", by=cast.as_("ana"))

    day = {"leaves_on": "2027-06-18"}
    assert client_of("ana").post(f"{way(gateway)}go-on/", day).status_code == 403
    assert client_of("dana").post(f"{way(gateway)}go-on/", {"leaves_on": ""}).status_code == 422
    client_of("dana").post(f"{way(gateway)}go-on/", day)

    Person.objects.filter(pk=cast.rosa.pk).update(language="en")
    rosa = client_of("rosa")
    assert "What the yes rests on" in rosa.get(way(gateway)).text
    left = rosa.get(f"{HOME}for/{cast.luis.public_id}/").text
    assert ("Gateways behind Luis" in left, "Not begun" in left) == (True, False)


@pytest.mark.parametrize("n", [1, 3])
def test_the_audit_costs_the_same_for_one_and_three(cast, client_of, n):
    in_use(cast, *ALL, kind="graduation", grade="12x")
    asked = Checklist.objects.get()
    for k in range(n):
        student = make_student(cast.school, f"S{k} Test", "12x", cast.luis.birth_on)
        actions.open_gateway(student, asked, by=cast.as_("dana"))
    client = client_of("dana")
    client.get(f"{HOME}audit/")

    with Statements() as sent:
        answer = client.get(f"{HOME}audit/")

    assert answer.text.count("Not yet.") == 0
    assert sent.count == 24


@pytest.mark.parametrize("n", [1, 3])
def test_a_way_costs_the_same_for_one_line_and_three(cast, client_of, n):
    gateway = begun(cast, *[Given("own", 2, f"Letter {k}") for k in range(n)])
    for line in gateway.checklist.lines.all():
        actions.show_for(gateway, line, "Here", evidence=None, amount=1, by=cast.as_("luis"))
    client = client_of("luis")
    client.get(way(gateway))

    with Statements() as sent:
        client.get(way(gateway))

    assert sent.count == 10


def test_checklists_are_written_by_the_principal_and_read_by_an_advisor(cast, client_of):
    dana = client_of("dana")
    dana.post(f"{HOME}checklists/", {"template": "graduation", "grade": "12"})
    made = Checklist.objects.get()
    path = f"{HOME}checklists/{made.public_id}/"

    assert client_of("ana").get(path).status_code == 404
    dana = client_of("dana")
    wrong = dana.post(f"{path}lines/", {"kind": "own", "amount": 1, "title": ""})
    assert wrong.status_code == 422
    dana.post(f"{path}lines/", {"kind": "own", "amount": 1, "title": "A speech"})
    dana.post(f"{path}publish/")

    assert [one.label for one in made.lines.all()][-1] == "A speech"
    assert dana.post(f"{path}lines/", {"kind": "plans", "amount": 1}).status_code == 409
    ana = client_of("ana")
    assert ana.get(path).status_code == 200
    assert ana.post(f"{path}version/").status_code == 403
