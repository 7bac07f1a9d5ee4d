"""The pages: a student proposes, an advisor judges, how it developed, what waits."""

import re

import pytest

from kindling.evidence.actions import keep_evidence, share_evidence
from kindling.evidence.tagging import Targets
from kindling.goals.actions import change_goal, publish_framework, start_version
from kindling.goals.models import Goal
from kindling.judgements import actions
from kindling.judgements.models import Judgement
from kindling.judgements.queries import judged, waits
from kindling.judgements.tests.judging import a_piece, goal_of, level_of, proposed, said
from kindling.people.models import Student
from kindling.schools.inside import inside
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import make_person

PAGE = "/harbor-view/judgements/"


def kinds(viewer):
    with inside(viewer.school):
        return [wait.kind for wait in waits(viewer)]


@pytest.fixture(autouse=True)
def _no_sample(cast):
    actions.set_sample(0, by=cast.as_("dana"))


def test_the_whole_way(client_of, cast):
    goal, piece = goal_of(cast), a_piece(cast)
    luis = client_of("luis")
    home = luis.get(PAGE).url
    assert "Nothing judged yet" in luis.get(home).text
    assert goal.title in luis.get(f"{home}new/").text
    new = f"{home}new/{goal.public_id}/"
    assert piece.title in luis.get(new).text
    facts = {
        "level": level_of(goal, 2).public_id, "setting": "internship", "sure": "yes",
        "comment": "I asked myself.", "pieces": [piece.public_id],
    }  # fmt: skip
    assert luis.post(new, {**facts, "pieces": []}).status_code == 422
    here = luis.post(new, facts).url
    assert "I asked myself." in luis.get(here).text

    ana = client_of("ana")
    assert cast.luis.name in ana.get(PAGE).text
    facts |= {"level": level_of(goal, 3).public_id, "comment": "Well asked."}
    ana.post(f"{here}say/first/", facts)
    assert "Well asked." not in client_of("luis").get(here).text
    ana = client_of("ana")
    ana.post(f"{here}agree/", {"level": facts["level"]})
    ana.post(f"{here}award/")

    luis = client_of("luis")
    assert "Well asked." in luis.get(here).text
    story = luis.get(f"{home}goal/{goal.public_id}/").text
    assert story.count("2 Growing") == 1
    assert story.count("3 Capable") == 1
    root = Goal.objects.get(school=cast.school, code="ER")
    assert (
        f"/judgements/for/{cast.luis.public_id}/goal/"
        not in luis.get(f"/harbor-view/goals/goal/{root.public_id}/").text
    )


def test_a_second_judge_of_another_advisory_sees_this_one_and_its_file_only(client_of, cast):
    zed = make_person(cast.school, "Zed Hall", Role.ADVISOR)
    one = proposed(cast)
    actions.judge(one, said(one.goal, 4, "Very well."), by=cast.as_("ana"))
    here = f"{PAGE}{one.public_id}/"
    client_of("ana").post(f"{here}second/", {"person": zed.public_id})
    client = client_of("ana")
    client.logout()
    client.force_login(zed.user, backend="kindling.accounts.backends.Backend")

    page = client.get(here).text
    assert "Very well." not in page
    assert "I asked why bees leave." in page
    assert client.get(f"{PAGE}for/{cast.luis.public_id}/").status_code == 404
    assert "Luis" in client.get(f"{PAGE}?show=second").text
    assert kinds(Viewer.of_person(zed)) == ["judgement.second"]
    facts = {"level": level_of(one.goal, 3).public_id, "setting": "school", "sure": "no"}
    client.post(f"{here}say/second/", facts)
    assert "Very well." in client.get(here).text


def test_given_back_and_proposed_again(client_of, cast):
    one = proposed(cast)
    here = f"{PAGE}{one.public_id}/"
    ana = client_of("ana")
    assert ana.post(f"{here}give-back/", {"comment": ""}).status_code == 422
    ana.post(f"{here}give-back/", {"comment": "Show the data."})

    luis = client_of("luis")
    assert "Show the data." in luis.get(here).text
    assert kinds(cast.as_("luis")) == ["judgement.returned"]
    facts = {"level": level_of(one.goal, 3).public_id, "setting": "school", "sure": "yes"}
    luis.post(f"{here}again/", facts)

    assert Judgement.objects.get().state == "proposed"
    assert kinds(cast.as_("ana")) == ["judgement.first"]
    assert kinds(cast.as_("dana")) == []


def test_otto_sees_none_and_his_own_do_not_leak(client_of, cast):
    one = proposed(cast)
    zoe = make_person(cast.north, "Zoe Park", Role.STUDENT)
    student = Student.objects.create(school=cast.north, person=zoe, enrolled_on="2026-08-31")
    goal = Goal.objects.get(school=cast.north, code="ER1")
    by = Viewer.of_person(zoe)
    piece = keep_evidence(student, words="Northern secret", by=by)
    theirs = actions.propose_judgement(student, goal, said(goal), pieces=[piece], by=by)

    assert client_of("otto").get(f"/northgate/judgements/{one.public_id}/").status_code == 404
    dana = client_of("dana")
    assert dana.get(f"{PAGE}{theirs.public_id}/").status_code == 404
    assert "Zoe" not in dana.get(PAGE).text
    assert kinds(cast.as_("dana")) == []


def test_settings(client_of, cast):
    dana = client_of("dana")
    assert dana.post(f"{PAGE}settings/", {"percent": "101"}).status_code == 422
    dana.post(f"{PAGE}settings/", {"percent": "25"})
    assert 'value="25"' in dana.get(f"{PAGE}settings/").text


def test_without_evidence_the_page_leads_to_it(client_of, cast):
    page = client_of("luis").get(f"{PAGE}for/{cast.luis.public_id}/new/{goal_of(cast).public_id}/")

    assert "No evidence yet" in page.text


@pytest.mark.parametrize("count", [1, 3])
def test_the_pages_cost_the_same_with_more(client_of, cast, count, django_assert_num_queries):
    for code in ("ER1", "QR2", "CO3")[:count]:
        one = proposed(cast, code=code)
    client = client_of("ana")
    pages = {
        PAGE: 4,
        f"{PAGE}for/{cast.luis.public_id}/": 5,
        f"{PAGE}{one.public_id}/": 9,
        f"{PAGE}for/{cast.luis.public_id}/goal/{one.goal.public_id}/": 8,
        f"/harbor-view/goals/for/{cast.luis.public_id}/": 6,
    }
    for page, statements in pages.items():
        client.get(page)
        with django_assert_num_queries(statements):
            client.get(page)


def test_waits_are_one_statement(cast, django_assert_num_queries):
    for code in ("ER1", "QR2", "CO3"):
        proposed(cast, code=code)
    ana = cast.as_("ana")

    with inside(cast.school), django_assert_num_queries(1):
        found = waits(ana)

    assert [wait.who for wait in found] == ["Luis Diaz"] * 3


def test_what_is_tagged_with_the_goal_comes_first(client_of, cast):
    goal, luis = goal_of(cast), cast.as_("luis")
    tagged = keep_evidence(
        cast.luis, words="Tagged with it.", targets=Targets({"goal": (goal.public_id,)}), by=luis
    )
    for number in range(21):
        keep_evidence(cast.luis, words=f"Piece {number}.", by=luis)

    page = client_of("luis").get(f"{PAGE}for/{cast.luis.public_id}/new/{goal.public_id}/").text

    assert page.count('name="pieces"') == 20
    assert page.index(tagged.public_id) < page.index("Piece 20.")


def test_after_a_new_version_the_students_page_still_tells_of_it(client_of, cast):
    one, dana = proposed(cast), cast.as_("dana")
    draft = start_version(one.goal.framework, by=dana)
    change_goal(draft.goals.get(code="ER1"), by=dana, title="Ask well.", steps={})
    publish_framework(draft, by=dana)

    page = client_of("luis").get(f"/harbor-view/goals/for/{cast.luis.public_id}/").text

    assert "Ask well." in page
    assert "Waits for an adult" in page
    assert f"/goal/{one.goal.public_id}/" in page


def test_two_numbers_for_a_students_page(cast, django_assert_num_queries):
    one, _other, ana = proposed(cast), proposed(cast, code="QR1"), cast.as_("ana")
    actions.judge(one, said(one.goal, 3), by=ana)
    actions.accept_judgement(one, level_of(one.goal, 3), by=ana)

    with django_assert_num_queries(1):
        found = judged(ana, cast.luis)

    assert (found.agreed, found.open) == (1, 1)
    assert judged(cast.as_("rosa"), cast.luis).open == 0
    assert judged(cast.as_("otto"), cast.luis).agreed == 0


def test_every_field_of_the_page_has_an_id_of_its_own(client_of, cast):
    one = proposed(cast)
    here = f"{PAGE}{one.public_id}/"
    actions.judge(one, said(one.goal, 3), by=cast.as_("ana"))

    for who in ("ana", "luis"):
        ids = re.findall(r' id="([^"]+)"', client_of(who).get(here).text)
        assert sorted(ids) == sorted(set(ids))


def test_a_family_reads_what_was_agreed_and_only_the_pieces_shared_with_it(client_of, cast):
    one, ana = proposed(cast), cast.as_("ana")
    here = f"{PAGE}{one.public_id}/"
    rosa = client_of("rosa")
    assert rosa.get(here).status_code == 404
    actions.judge(one, said(one.goal, 3, "Well asked."), by=ana)
    actions.accept_judgement(one, level_of(one.goal, 3), by=ana)

    page = rosa.get(here).text
    assert "Well asked." in page
    assert "I asked why bees leave." not in page
    share_evidence(one.rests_on, family=True, mentor=False, by=cast.as_("luis"))
    assert "I asked why bees leave." in rosa.get(here).text
