"""The pages of journals: what they do, and what they cost."""

from __future__ import annotations

import re

from kindling.goals.models import OwnGoal
from kindling.journals import actions
from kindling.journals.models import JournalChoice, JournalEntry, JournalReply
from kindling.journals.prompts import PROMPTS, prompt_after
from kindling.journals.tests.writing import wrote

PAGE = "/harbor-view/journals/"


def test_maya_writes_and_the_page_says_who_reads_it(cast, client_of):
    maya = client_of("maya")
    page = maya.get(PAGE).text
    assert "only you and your advisor read this" in page
    tap = re.search(r'name="tap" value="(\w+)"', page)[1]
    said = {"text": "Three dogs today.", "prompt": "number", "title": "", "tap": tap}
    assert maya.post(PAGE, {**said, "text": " "}).status_code == 422
    for _ in range(2):  # a double tap
        assert maya.post(PAGE, said).status_code == 302
    entry = JournalEntry.objects.get()
    page = maya.get(f"{PAGE}{entry.public_id}/").text
    assert [w in page for w in ("Three dogs today.", "What number mattered today?")] == [True] * 2


def test_the_question_moves_on_with_each_entry(cast, client_of):
    maya = client_of("maya")
    for number in range(3):
        page = maya.get(PAGE).text
        assert f'value="{prompt_after(number)}" selected' in page
        wrote(cast, text=f"Entry {number}")
    assert prompt_after(len(PROMPTS)) == prompt_after(0)


def test_ana_reads_one_after_the_other(cast, client_of):
    entries = [wrote(cast, name, f"Words of {name}.") for name in ("maya", "jordan", "luis")]
    ana = client_of("ana")
    page = ana.get(f"{PAGE}room/", follow=True)
    assert "Entry 1 of 3" in page.text
    assert "Words of maya." in page.text

    page = ana.post(f"{PAGE}room/{entries[0].public_id}/reply/", {"text": "Why?"}, follow=True)
    assert [w in page.text for w in ("Words of jordan.", "Entry 1 of 2")] == [True, True]
    page = ana.post(f"{PAGE}room/{entries[1].public_id}/reply/", {"text": " "})
    assert page.status_code == 422
    page = ana.post(f"{PAGE}room/{entries[1].public_id}/done/", follow=True)
    assert "Words of luis." in page.text
    page = ana.post(f"{PAGE}room/{entries[2].public_id}/reply/", {"text": "And?"}, follow=True)
    assert "You have read everything" in page.text
    assert JournalReply.objects.count() == 2


def test_maya_opens_the_answer_and_it_is_no_news_any_more(cast, client_of):
    entry = wrote(cast)
    actions.reply_to(entry, "Why?", by=cast.as_("ana"))
    maya = client_of("maya")
    assert "New answer" in maya.get(PAGE).text
    maya.get(f"{PAGE}{entry.public_id}/")
    assert "New answer" not in maya.get(PAGE).text
    maya.post(f"{PAGE}{entry.public_id}/reply/", {"text": "Because."})
    assert "1 waits" in client_of("ana").get(PAGE).text


def test_maya_changes_it_until_ana_has_read_it(cast, client_of):
    address = f"{PAGE}{wrote(cast).public_id}/change/"
    maya = client_of("maya")
    assert maya.post(address, {"text": "", "title": ""}).status_code == 422
    assert maya.post(address, {"text": "Better.", "title": "Pump"}).status_code == 302
    assert client_of("ana").post(address, {"text": "Mine.", "title": ""}).status_code == 403
    actions.mark_read(JournalEntry.objects.get(), by=cast.as_("ana"))
    assert client_of("maya").post(address, {"text": "Late.", "title": ""}).status_code == 409


def test_pages_cost_the_same_after_four_years(cast, client_of, django_assert_num_queries):
    entry = wrote(cast)
    costs = {
        ("maya", ""): 9,
        ("maya", f"{entry.public_id}/"): 10,
        ("ana", ""): 6,
        ("ana", f"of/{cast.maya.public_id}/"): 5,
        ("ana", f"room/{entry.public_id}/"): 10,
    }
    for (name, path), cost in costs.items():
        client = client_of(name)
        with django_assert_num_queries(cost):
            client.get(PAGE + path)
    JournalEntry.objects.bulk_create(
        JournalEntry(school=cast.school, student=cast.maya, on=entry.on, at=entry.at, text=f"{n}")
        for n in range(450)
    )
    for name in ("jordan", "luis"):
        wrote(cast, name)
    for (name, path), cost in costs.items():
        client = client_of(name)
        with django_assert_num_queries(cost):
            client.get(PAGE + path)


def test_the_school_says_how_journals_work(cast, client_of):
    assert client_of("ana").get(f"{PAGE}settings/").status_code == 403
    client_of("dana").post(f"{PAGE}settings/", {"a_week": 3, "substitutes_read": "on"})

    assert (JournalChoice.objects.get().a_week, JournalChoice.objects.get().substitutes_read) == (
        3, True,
    )  # fmt: skip


def test_maya_ties_an_entry_to_a_goal_of_her_own_on_the_page(cast, client_of):
    entry, today = wrote(cast), cast.school.today()
    facts = {"school": cast.school, "student": cast.maya, "since_on": today}
    own = OwnGoal.objects.create(words="Be a vet", **facts)
    address, maya = f"{PAGE}{entry.public_id}/", client_of("maya")

    assert maya.post(f"{address}goals/", {"goals": [own.public_id]}).status_code == 302
    assert maya.post(f"{address}goals/", {"goals": ["nothing"]}).status_code == 409

    assert "Be a vet" in client_of("ana").get(address).text
