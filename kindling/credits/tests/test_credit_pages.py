"""The pages: rules in plain words, one's credits with what misses, a term, an appeal."""

from kindling.credits import actions
from kindling.credits.models import Appeal, Award, Clause, Crosswalk
from kindling.credits.tests.counting import line_of, reached, rules_in_use, writing
from kindling.judgements.tests.judging import goal_of
from kindling.schools.models import Term

PAGE = "/harbor-view/credits/"


def test_rules_from_the_example_to_the_first_credit(client_of, cast):
    dana = client_of("dana")
    assert "gives no credits" in dana.get(PAGE).text
    dana.post(f"{PAGE}settings/", {"mode": "hybrid"})
    chen = client_of("chen")
    assert "Begin with the example" in chen.get(f"{PAGE}rules/").text
    here = chen.post(f"{PAGE}rules/start/").url
    assert "CO1, CO2, CO3 at level 3 or further" in chen.get(here).text
    assert chen.post(f"{here}add/", {"title": "", "credits": 1, "asked": 0}).status_code == 422
    chen.post(f"{here}add/", {"title": "Service", "credits": "0.5", "asked": "1"})
    line = line_of(Crosswalk.objects.get(), "Service")
    add = f"{here}lines/{line.public_id}/add/"
    assert chen.get(add).status_code == 200
    facts = {"kind": "levels", "number": 2, "way": 1}
    assert chen.post(add, facts).status_code == 409
    goal = goal_of(cast, "SR5")
    chen.post(add, {**facts, "goals": [goal.public_id]})
    clause = Clause.objects.get(line=line)
    assert clause.goals == [[goal.identifier, "SR5"]]
    assert chen.post(f"{here}approve/").status_code == 403
    priya = client_of("priya")
    priya.post(f"{here}approve/", {"changes": "The first."})
    assert "Approved by Priya Nair" in client_of("luis").get(here).text

    reached(cast, "SR5", position=2)
    term = Term.of(cast.school).first()
    there = f"{PAGE}terms/{term.public_id}/"
    priya = client_of("priya")
    assert "Give this credit" in priya.get(there).text
    priya.post(there)
    assert "There is nothing new to give." in priya.get(there).text
    mine = f"{PAGE}for/{cast.luis.public_id}/"
    page = client_of("luis").get(mine).text
    assert "SR5 at level 2 or further" in page
    assert Award.objects.get().title == "Service"


def test_one_reads_what_misses_and_asks_for_another_look(client_of, cast):
    rules_in_use(cast)
    for number in range(3):
        writing(cast, f"Letter {number}.")
    mine = f"{PAGE}for/{cast.luis.public_id}/"
    luis = client_of("luis")
    assert luis.get(PAGE).url == mine
    page = luis.get(mine).text
    assert "3 of 4 are there" in page
    assert "Still to show:" in page

    line = line_of(Crosswalk.objects.get(), "English")
    luis.post(f"{mine}appeal/", {"line": line.public_id, "words": "My play counts."})
    asked = Appeal.objects.get()
    here = f"{PAGE}appeals/{asked.public_id}/"
    assert luis.post(here, {"amount": 1, "reason": "Yes"}).status_code == 403
    priya = client_of("priya")
    assert priya.post(here, {"amount": 0, "reason": ""}).status_code == 422
    priya.post(here, {"amount": 0, "reason": "It was last year’s."})
    assert "It was last year’s." in client_of("rosa").get(here).text
    assert client_of("maya").get(here).status_code == 404
    assert client_of("otto").get(here).status_code == 404


def test_the_number_of_statements_does_not_grow(client_of, cast, django_assert_num_queries):
    rules_in_use(cast)
    writing(cast, "One.")
    client, mine = client_of("priya"), f"{PAGE}for/{cast.luis.public_id}/"
    client.get(mine), client.get(PAGE)
    with django_assert_num_queries(20):
        client.get(mine)
    with django_assert_num_queries(8):
        client.get(PAGE)
    for number in range(3):
        writing(cast, f"More {number}.")
    reached(cast, "CO1", "ER1", "PQ6")
    actions.award_term(Term.of(cast.school).first(), by=cast.as_("priya"))
    with django_assert_num_queries(20):
        client.get(mine)
    with django_assert_num_queries(8):
        client.get(PAGE)
    with django_assert_num_queries(19):
        client.get(f"{PAGE}terms/{Term.of(cast.school).first().public_id}/")
