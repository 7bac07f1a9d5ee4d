"""The whole way in the browser's words: a draft, a change, in use."""

from kindling.goals.models import Framework, Rubric
from kindling.goals.queries import current_goals, levels_of

PAGE = "/harbor-view/goals/"


def test_from_a_new_version_to_publishing_it(client_of, cast):
    client, framework = client_of("dana"), Framework.objects.get(school=cast.school)
    there = f"{PAGE}frameworks/{framework.public_id}/"
    assert "Start a new version" in client.get(there).text

    client.post(f"{there}start/")
    draft = Framework.objects.get(school=cast.school, state="draft")
    here = f"{PAGE}frameworks/{draft.public_id}/"
    assert "Ready?" in client.get(here).text
    root = draft.goals.get(code="SR")
    client.post(f"{here}add/?under={root.public_id}", {"title": "Listen first", "code": "SR6"})
    made = draft.goals.get(code="SR6")
    goal = f"{PAGE}goal/{made.public_id}/"
    client.post(f"{goal}edit/", {"title": "Listen first.", "code": "SR6", "step_1": "Waits."})
    client.post(f"{goal}step/up/")
    scale = {"name": "Three", "direction": "up", "label_1": "Not yet", "label_2": "Yes"}
    client.post(f"{here}levels/", scale)
    client.post(f"{here}edit/", {"title": "Our goals", "is_planned": "on"})
    client.post(f"{here}publish/", {"changes": "Listening."})

    goals = current_goals(cast.school)
    assert [g.code for g in goals if g.path.startswith("0004.")] == [
        "SR1", "SR2", "SR3", "SR4", "SR6", "SR5",
    ]  # fmt: skip
    assert goals[0].framework.title == "Our goals"
    assert [(x.mark, x.label) for x in levels_of(goals[0].framework)] == [
        ("1", "Not yet"), ("2", "Yes"),
    ]  # fmt: skip
    assert "Waits." in client.get(goal).text
    assert "Listening." in client.get(there).text


def test_a_rubric_from_draft_to_use(client_of, cast):
    client = client_of("chen")
    rubric = Rubric.objects.get(school=cast.school, use="exhibition")
    client.post(f"{PAGE}rubrics/{rubric.public_id}/start/")
    draft = Rubric.objects.get(school=cast.school, state="draft")
    here = f"{PAGE}rubrics/{draft.public_id}/"

    first = draft.criteria.first()
    client.post(f"{here}criteria/{first.public_id}/", {"title": "Thinking", "step_1": "None"})
    client.post(f"{here}criteria/new/", {"title": "Joy", "step_4": "Much"})
    client.post(f"{here}criteria/{draft.criteria.get(order=2).public_id}/remove/")
    facts = {"title": "Show", "use": "exhibition", "questions": "So?\nAnd?", "results": "On\n"}
    client.post(f"{here}edit/", facts)
    assert "Add a criterion" in client.get(here).text
    client.post(f"{here}publish/")

    draft.refresh_from_db()
    assert (draft.state, draft.title, draft.questions) == ("published", "Show", ["So?", "And?"])
    assert [c.title for c in draft.criteria.all()][0::7] == ["Thinking", "Joy"]
    assert client.get(here).text.count("Joy") == 1


def test_who_may_not_edit_sees_no_draft_and_no_button(client_of, cast):
    client_of("dana").post(
        f"{PAGE}frameworks/{Framework.objects.get(school=cast.school).public_id}/start/"
    )
    draft = Framework.objects.get(school=cast.school, state="draft")
    client = client_of("ana")

    assert client.get(f"{PAGE}frameworks/{draft.public_id}/").status_code == 404
    assert client.get(f"{PAGE}goal/{draft.goals.first().public_id}/").status_code == 404
    assert "Draft" not in client.get(PAGE).text


def test_a_draft_may_be_thrown_away_and_a_title_is_needed(client_of, cast):
    client = client_of("dana")
    assert client.post(f"{PAGE}new/", {"title": ""}).status_code == 422
    client.post(f"{PAGE}new/", {"title": "Ours"})
    draft = Framework.objects.get(school=cast.school, state="draft")
    assert client.post(f"{PAGE}frameworks/{draft.public_id}/publish/", {}).status_code == 409

    client.post(f"{PAGE}frameworks/{draft.public_id}/step/discard/")

    assert not Framework.objects.filter(pk=draft.pk).exists()
    assert client.post(f"{PAGE}settings/", {"advisors_edit": "on"}).status_code == 302
