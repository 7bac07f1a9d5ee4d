"""The pages of projects: the way from each to each, who reads what, and what a page costs."""

from __future__ import annotations

from datetime import date

import pytest

from kindling.attendance.models import Day
from kindling.kit.editing import stamp_of
from kindling.passes.actions import make_pass
from kindling.passes.tokens import token_of
from kindling.projects import actions
from kindling.projects.models import Draft, Judgement, Project, ProjectStep, Standard, Suggestion
from kindling.projects.rules import LOOK_AT_PROJECT
from kindling.projects.tests.factories import (
    WORDS,
    approved,
    begun,
    delivered,
    jordans_placement,
    proposed,
    rubric,
    written,
)

PAGE = "/harbor-view/projects/"


def sams_door(cast, project) -> str:
    held = make_pass(cast.sam, LOOK_AT_PROJECT, [project.public_id], by=cast.as_("ana"))
    return f"/p/{token_of(held)}/"


def text_of(client, path: str) -> str:
    found = client.get(path)
    assert found.status_code == 200, path
    return found.content.decode()


def test_jordan_walks_from_the_idea_to_handing_in(cast, client_of):
    placement, client = jordans_placement(cast), client_of("jordan")
    assert "Start a project" in text_of(client, PAGE)
    start = f"{PAGE}start/?template=need"
    assert "Something this place needs" in text_of(client, start)
    assert client.post(start, {"title": "", "where": "x"}).status_code == 422
    assert client.post(start, {"title": "Cards", "where": placement.public_id}).status_code == 302
    project = Project.objects.get()
    assert (project.placement, project.steps.count(), project.due_on) == (
        placement, 5, date(2026, 12, 2),
    )  # fmt: skip
    path = f"{PAGE}{project.public_id}/"
    assert client.post(f"{path}meeting/", {"on": "2026-12-24"}).status_code == 422
    met = {"on": "2026-10-13", "notes": "Sam said: faces."}
    assert client.post(f"{path}meeting/", met).status_code == 302
    edit = f"{path}proposal/"
    assert "Who gains from it, and how?" in text_of(client, edit)
    for field, words in WORDS.items():
        was = getattr(Project.objects.get(), field)
        sent = {"field": field, "text": words, "base": stamp_of(was)}
        assert client.post(edit, sent).status_code == 302
    stale = {"field": "question", "text": "Other", "base": stamp_of("gone")}
    assert client.post(edit, stale).status_code == 409
    assert client.post(f"{path}due/", {"due_on": "2026-01-01"}).status_code == 422
    assert client.post(f"{path}go/", {"do": "propose"}).status_code == 302
    assert Project.objects.get().state == "proposed"
    assert "Sam said: faces." in text_of(client, path)


def test_a_hand_in_without_words_says_what_is_missing(cast, client_of):
    project = begun(cast)
    client = client_of("jordan")

    answer = client.post(f"{PAGE}{project.public_id}/go/", {"do": "propose"})

    assert answer.status_code == 422
    assert "Who gains from it" in answer.content.decode()
    assert client.post(f"{PAGE}{project.public_id}/go/", {"do": "fly"}).status_code == 404


def test_the_mentor_behind_the_link_reads_first_names_and_answers(cast, client):
    project = proposed(cast)
    actions.add_draft(project, "Secret draft", text="Not for Sam", by=cast.as_("jordan"))
    door = sams_door(cast, project)
    page = text_of(client, door)
    assert ("Jordan" in page, "Blake" in page, "Secret draft" in page) == (True, False, False)

    put = {"do": "suggest", "field": "product", "words": "A card with four faces."}
    assert client.post(door, put).status_code == 302
    assert "Your suggestion is with" in text_of(client, door)
    assert client.post(door, {**put, "field": "state"}).status_code == 404
    one = Suggestion.objects.select_related("project").get()
    actions.answer_suggestion(one, take=True, by=cast.as_("jordan"))
    project.refresh_from_db()
    stale = {"do": "yes", "seen": "old", "standard": "It is true."}
    assert client.post(door, stale).status_code == 409
    assert client.post(door, {"do": "yes", "seen": project.stamp}).status_code == 422
    assert client.post(door, {**stale, "seen": project.stamp}).status_code == 302
    assert "You said yes to this" in text_of(client, door)
    assert Standard.objects.get().words == "It is true."


def test_a_suspended_mentor_and_an_old_link_read_nothing(cast, client):
    project = proposed(cast)
    door = sams_door(cast, project)
    type(cast.sam).objects.filter(pk=cast.sam.pk).update(suspended_at="2026-10-13T12:00Z")

    assert "What cats say" not in client.get(door).content.decode()


def test_ana_says_yes_and_sends_back(cast, client_of):
    project = proposed(cast)
    path, client = f"{PAGE}{project.public_id}/", client_of("ana")
    assert "Yes, go ahead" in text_of(client, path)
    assert client.post(f"{path}approve/", {"seen": "old"}).status_code == 409
    assert client.post(f"{path}return/", {"seen": project.stamp}).status_code == 422
    assert client.post(f"{path}approve/", {"seen": project.stamp}).status_code == 302
    noted = {"seen": project.stamp, "for": "mentor", "standard": "True."}
    assert client.post(f"{path}approve/", noted).status_code == 302
    project.refresh_from_db()
    assert project.state == "proposed"  # Sam's line is new: Ana reads it, and says yes again
    assert client.post(f"{path}approve/", {"seen": project.stamp}).status_code == 302
    assert Project.objects.get().state == "working"


def test_the_work_and_its_end(cast, client_of):
    project = approved(cast)
    rubric(cast)
    path, client = f"{PAGE}{project.public_id}/", client_of("jordan")
    step = {"title": "Six faces", "due_on": "2026-10-20"}
    assert client.post(f"{path}steps/", {"title": ""}).status_code == 422
    assert client.post(f"{path}steps/", step).status_code == 302
    one = ProjectStep.objects.get()
    assert client.post(f"{PAGE}steps/{one.public_id}/", {"do": "done"}).status_code == 302
    assert client.post(f"{path}drafts/", {"title": "First"}).status_code == 422
    assert client.post(f"{path}drafts/", {"title": "First", "text": "Faces"}).status_code == 302
    draft = Draft.objects.get()
    shown = f"{PAGE}drafts/{draft.public_id}/"
    sent = {"field": "text", "text": "Six faces", "base": stamp_of("Faces")}
    assert client.post(f"{shown}words/", sent).status_code == 302
    assert client.post(f"{shown}show/").status_code == 302
    assert "Sam may read it" in text_of(client, shown)
    assert client.post(f"{path}check/", {"goes_well": "Faces"}).status_code == 302
    assert client.post(f"{path}deliver/", {"to": ""}).status_code == 422
    assert client.post(f"{path}deliver/", {"to": "Front desk"}).status_code == 302
    assert "By the standard you set together" in text_of(client, f"{path}judge/")
    line = Standard.objects.get()
    said = {f"line-{line.public_id}": "nearly", "words": "One face is odd."}
    assert client.post(f"{path}judge/", {"words": "x"}).status_code == 422
    assert client.post(f"{path}judge/", said).status_code == 302
    back = {"field": "reflection", "text": "I would start with three.", "base": stamp_of("")}
    assert client.post(f"{path}reflection/", back).status_code == 302
    assert "I would start with three." in text_of(client, path)
    assert Judgement.objects.get().side == "self"


def test_the_mentor_judges_behind_the_link(cast, client):
    project = delivered(cast)
    door = sams_door(cast, project)
    line = Standard.objects.get()

    assert "Anybody at the desk can use it." in text_of(client, door)
    assert client.post(door, {"do": "judge", "words": "x"}).status_code == 422
    said = {"do": "judge", f"line-{line.public_id}": "met", "words": "It hangs at the desk."}
    assert client.post(door, said).status_code == 302

    kept = Judgement.objects.get()
    assert (kept.side, kept.by, kept.verdicts.get().met) == ("mentor", cast.sam, "met")


@pytest.mark.parametrize("name", ["maya", "rosa", "otto", "liam", "tasha"])
def test_whoever_does_not_see_the_project_finds_nothing(cast, client_of, name):
    project = approved(cast)
    actions.add_draft(project, "Faces", text="Six", by=cast.as_("jordan"))
    client = client_of(name)
    draft = Draft.objects.get()

    for path in (f"{project.public_id}/", f"drafts/{draft.public_id}/"):
        assert client.get(f"{PAGE}{path}").status_code == 404
    assert "What cats say" not in client.get(PAGE).content.decode()


def test_a_family_reads_it_from_the_first_yes_of_all_on(cast, client_of):
    project = actions.begin_project(
        cast.luis, title="Old maps", kind="passion", by=cast.as_("luis")
    )
    client = client_of("rosa")
    path = f"{PAGE}{project.public_id}/"
    assert client.get(path).status_code == 404
    for field, words in WORDS.items():
        actions.write_proposal(project, field, words, base=stamp_of(""), by=cast.as_("luis"))
    actions.propose_project(project, by=cast.as_("luis"))
    actions.approve_project(project, seen=project.stamp, by=cast.as_("ana"))

    assert "Old maps" in text_of(client, PAGE)
    assert "Old maps" in text_of(client, path)
    assert client.get(f"{path}proposal/").status_code == 403
    assert client.post(f"{path}drop/", {}).status_code == 403


@pytest.mark.parametrize(("name", "statements"), [("jordan", 20), ("ana", 21), ("chen", 20)])
def test_a_projects_page_costs_the_same_whatever_is_in_it(
    cast, client_of, django_assert_num_queries, name, statements
):
    project = delivered(cast)
    client = client_of(name)
    fill(cast, project, 1)
    with django_assert_num_queries(statements):
        client.get(f"{PAGE}{project.public_id}/")
    fill(cast, project, 2)
    fill(cast, project, 3)
    with django_assert_num_queries(statements):
        client.get(f"{PAGE}{project.public_id}/")


def fill(cast, project, number):
    """One more of each."""
    by = cast.as_("ana")
    actions.add_step(project, f"Step {number}", date(2026, 11, number), by=by)
    draft = actions.add_draft(project, f"Draft {number}", text="x", by=by)
    actions.give_feedback(draft, "Good", by=by)
    lines = [actions.Said(standard=one, met="met") for one in project.standards.all()]
    actions.judge_project(project, lines, by=by)
    actions.judge_project(project, lines, for_mentor=True, by=by)


@pytest.mark.parametrize(
    ("name", "statements"), [("jordan", 5), ("ana", 6), ("chen", 6), ("rosa", 5)]
)
def test_the_list_costs_the_same_for_one_and_three(
    cast, client_of, django_assert_num_queries, name, statements
):
    who = cast.luis if name == "rosa" else cast.jordan

    def one_more(number):
        made = actions.begin_project(who, title=f"{number}", kind="passion", by=cast.as_("ana"))
        Project.objects.filter(pk=made.pk).update(approved_at="2026-10-13T12:00Z", state="working")

    client = client_of(name)
    one_more(1)
    with django_assert_num_queries(statements):
        client.get(PAGE)
    one_more(2)
    one_more(3)
    with django_assert_num_queries(statements):
        client.get(PAGE)


def test_what_is_set_aside_can_be_taken_up_and_is_found(cast, client_of):
    project = written(cast)
    client = client_of("jordan")
    path = f"{PAGE}{project.public_id}/"
    assert client.post(f"{path}drop/", {"reason": "No cats"}).status_code == 302
    assert "No cats" in text_of(client, path)
    assert "What cats say" in text_of(client, f"{PAGE}?show=closed")
    assert client.post(f"{path}go/", {"do": "take_up"}).status_code == 302
    assert Project.objects.get().state == "planning"


def test_the_goals_of_the_days_stand_with_the_project(cast, client_of):
    project = approved(cast)
    Day.objects.create(
        school=cast.school, placement=project.placement, student=cast.jordan,
        on=project.begun_on, goal="Draw three faces.", state="confirmed", minutes=300,
    )  # fmt: skip
    path = f"{PAGE}{project.public_id}/"

    text = text_of(client_of("ana"), path)

    assert ("Draw three faces." in text, "1 day, 5 h" in text) == (True, True)


def test_the_mentor_says_half_way_how_it_goes(cast, client, client_of):
    project = approved(cast)
    door = sams_door(cast, project)
    assert client.post(door, {"do": "check", "goes_well": ""}).status_code == 422
    said = {"do": "check", "goes_well": "Careful eyes.", "comes_next": "Ask the vet."}
    assert client.post(door, said).status_code == 302

    page = text_of(client_of("jordan"), f"{PAGE}{project.public_id}/")

    assert ("Careful eyes." in page, "Keep a piece" in page) == (True, True)


def test_ana_adds_a_student_who_then_sees_it(cast, client_of):
    project = approved(cast)
    path, client = f"{PAGE}{project.public_id}/", client_of("ana")

    assert client.post(f"{path}members/", {"student": ""}).status_code == 422
    assert client.post(f"{path}members/", {"student": cast.maya.public_id}).status_code == 302

    assert "What cats say" in text_of(client_of("maya"), path)
