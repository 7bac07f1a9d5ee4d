"""Templates: the bank, a school's own words, and what schools of a network lend each other."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from kindling.projects import actions, rules
from kindling.projects.bank.templates import STANDARD
from kindling.projects.collection import named, offered, own, standard
from kindling.projects.models import Project, Template
from kindling.schools.models import Network
from kindling.schools.viewer import Viewer

PAGE = "/harbor-view/projects/templates/"
FORM = {
    "title": "Our hall", "kind": "internship", "text": "Look at the hall.", "question": "Who?",
    "steps": "5 Eight questions\n12 The talk",
}  # fmt: skip


def test_every_template_of_the_bank_has_its_words_and_steps():
    for key in STANDARD:
        one = standard(key)
        assert all([one.title, one.text, one.question, one.product, one.benefit, one.steps])
        days = [days for _title, days in one.steps]
        assert days == sorted(days)


def test_a_schools_words_take_the_place_of_the_banks(cast, client_of):
    client = client_of("ana")
    assert client.post(f"{PAGE}path/edit/", {**FORM, "steps": "soon Talk"}).status_code == 422
    assert client.post(f"{PAGE}path/edit/", FORM).status_code == 302

    found = named("path", rules.visible_templates(cast.as_("ana")))

    assert (found.title, found.steps, found.is_standard) == (
        "Our hall", (("Eight questions", 5), ("The talk", 12)), False,
    )  # fmt: skip
    assert len(offered(rules.visible_templates(cast.as_("ana")))) == len(STANDARD)


def test_what_another_school_shares_is_copied_as_text_alone(cast, client_of):
    theirs = Template.objects.create(school=cast.north, title="Theirs", question="Q?")
    client = client_of("ana")
    assert client.post(f"{PAGE}copy/{theirs.public_id}/").status_code == 404
    actions.share_template(theirs, is_shared=True, by=cast.as_("otto"))
    assert "Theirs" in client.get(PAGE).content.decode()

    assert client.post(f"{PAGE}copy/{theirs.public_id}/").status_code == 302

    mine = Template.objects.get(school=cast.school)
    assert (mine.title, mine.question, mine.origin, mine.is_shared) == (
        "Theirs", "Q?", "Northgate", False,
    )  # fmt: skip


def test_another_network_sees_nothing_and_nobody_changes_anothers(cast, client_of):
    theirs = Template.objects.create(school=cast.north, title="Theirs", is_shared=True)
    client = client_of("ana")
    for verb in ("share", "retire", "edit"):
        assert client.post(f"{PAGE}{theirs.public_id}/{verb}/", FORM).status_code == 404
    cast.north.network = Network.objects.create(name="Far", slug="far")
    cast.north.save()

    with pytest.raises(PermissionDenied):
        actions.copy_template(theirs, by=cast.as_("ana"))
    assert "Theirs" not in client.get(PAGE).content.decode()


def test_a_shared_template_tells_nothing_of_who_began_with_it(cast, client_of):
    row = Template.objects.create(school=cast.north, title="Theirs", is_shared=True)
    Project.objects.create(
        school=cast.north, title="Secret of Ada", kind="passion", template=row,
        begun_on="2026-10-01",
    )  # fmt: skip

    assert "Secret of Ada" not in client_of("ana").get(PAGE).content.decode()


@pytest.mark.parametrize("name", ["jordan", "rosa", "priya", "liam"])
def test_others_keep_none(cast, name):
    with pytest.raises(PermissionDenied):
        actions.keep_template(None, {"title": "Mine"}, [], by=cast.as_(name))


def test_a_retired_one_is_not_offered_and_what_began_with_it_stays(cast):
    row = actions.keep_template(None, {"title": "Ours"}, [("Ask", 3)], by=cast.as_("ana"))
    project = actions.begin_project(
        cast.luis, title="Mine", kind="passion", template=own(row), by=cast.as_("luis")
    )

    actions.retire_template(row, by=cast.as_("ana"))

    kept = rules.visible_templates(Viewer.system(cast.school))
    assert named(row.public_id, kept) is None
    assert (project.template, project.steps.get().title) == (row, "Ask")


def test_a_template_that_sounds_as_if_it_asks_for_something_protected_needs_a_look(cast, client_of):
    sent = FORM | {"question": "What does your family earn, and is your income enough?"}
    ana = client_of("ana")

    refused = ana.post(f"{PAGE}add/", sent)
    count = Template.objects.filter(school=cast.school).count()
    taken = ana.post(f"{PAGE}add/", {**sent, "looked": "on"})

    assert (refused.status_code, count, taken.status_code) == (422, 0, 302)
    assert ("Ask it in a survey" in refused.text, 'name="looked"' in refused.text) == (True, True)
    assert 'name="looked"' not in ana.get(f"{PAGE}add/").text
