"""A senior thesis, from the proposal to the defence."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kindling.exhibitions.models import Exhibition
from kindling.gateways import actions
from kindling.gateways.models import Thesis
from kindling.gateways.tests.going import an_exhibition
from kindling.kit.editing import stamp_of
from kindling.kit.http import Refused

FULL = {
    "question": "Why do oysters come back?", "why": "My uncle sells them.",
    "product": "A guide for the harbor office.", "how": "I count at low tide.",
}  # fmt: skip
PATH = "/harbor-view/gateways/thesis/{}/"


def written(cast) -> Thesis:
    by = cast.as_("luis")
    thesis = actions.begin_thesis(cast.luis, by=by)
    for field, text in FULL.items():
        assert actions.write_thesis(thesis, field, text, base=stamp_of(""), by=by) is None
    actions.add_milestone(thesis, "First count", date(2026, 11, 2), by=by)
    return thesis


def test_proposed_agreed_delivered_and_defended_before_a_panel(cast):
    thesis, luis, ana = written(cast), cast.as_("luis"), cast.as_("ana")
    actions.propose_thesis(thesis, by=luis)
    actions.agree_thesis(thesis, "Count twice.", by=ana)
    actions.mark_milestone(thesis.milestones.get(), is_done=True, by=luis)
    actions.deliver_thesis(thesis, "The office has it.", by=luis)
    held = an_exhibition(cast, "thesis", on=date(2026, 10, 12))
    actions.schedule_defence(thesis, held, by=ana)
    with pytest.raises(Refused, match="not recorded"):
        actions.settle_defence(thesis, "", is_passed=True, by=ana)
    Exhibition.objects.filter(pk=held.pk).update(state="recorded", result="move_on")

    actions.follow_panels()

    thesis.refresh_from_db()
    assert (thesis.state, thesis.defended_on) == ("defended", date(2026, 10, 12))


def test_what_is_missing_is_named_and_nothing_is_handed_in(cast):
    by = cast.as_("luis")
    thesis = actions.begin_thesis(cast.luis, by=by)

    with pytest.raises(Refused, match="Answer first: My question"):
        actions.propose_thesis(thesis, by=by)
    assert Thesis.objects.get().state == "draft"


def test_somebody_from_outside_is_settled_first_and_by_staff(cast):
    thesis, luis, ana = written(cast), cast.as_("luis"), cast.as_("ana")
    actions.name_guide(thesis, "Dr. Lee", is_outside=True, by=luis)
    actions.propose_thesis(thesis, by=luis)

    with pytest.raises(Refused, match=r"Dr\. Lee is from outside"):
        actions.agree_thesis(thesis, by=ana)
    with pytest.raises(PermissionDenied):
        actions.clear_guide(thesis, "Dr. Lee", by=luis)
    with pytest.raises(Refused, match="Somebody else"):
        actions.clear_guide(thesis, "Dr. Ray", by=ana)
    actions.clear_guide(thesis, "Dr. Lee", by=ana)
    actions.name_guide(thesis, "Dr. Ray", is_outside=True, by=luis)

    with pytest.raises(Refused, match=r"Dr\. Ray is from outside"):
        actions.agree_thesis(thesis, by=ana)


def test_what_is_agreed_is_not_rewritten_unless_it_is_opened_again(cast):
    thesis, luis = written(cast), cast.as_("luis")
    actions.propose_thesis(thesis, by=luis)
    actions.agree_thesis(thesis, by=cast.as_("ana"))

    with pytest.raises(Refused, match="closed"):
        actions.write_thesis(thesis, "question", "Other", base=stamp_of(FULL["question"]), by=luis)
    actions.reopen_thesis(thesis, by=luis)
    actions.write_thesis(thesis, "question", "Other", base=stamp_of(FULL["question"]), by=luis)

    thesis.refresh_from_db()
    assert (thesis.state, thesis.question) == ("draft", "Other")


def test_a_family_reads_it_from_the_proposal_on(cast, client_of):
    thesis, path = written(cast), PATH.format(cast.luis.public_id)

    assert "oysters" not in client_of("rosa").get(path).text
    actions.propose_thesis(thesis, by=cast.as_("luis"))
    assert "oysters" in client_of("rosa").get(path).text
    assert client_of("maya").get(path).status_code == 404


def test_the_page_does_it_without_a_script(cast, client_of):
    path, luis = PATH.format(cast.luis.public_id), client_of("luis")
    luis.post(f"{path}begin/")
    for field, text in FULL.items():
        luis.post(f"{path}save/", {"field": field, "text": text, "base": stamp_of("")})
    assert luis.post(f"{path}steps/", {"title": "Count"}).status_code == 422
    luis.post(f"{path}steps/", {"title": "Count", "due_on": "2026-11-02"})
    luis.post(f"{path}propose/")
    ana = client_of("ana")
    assert ana.post(f"{path}answer/", {"yes": "0", "words": ""}).status_code == 409
    ana.post(f"{path}answer/", {"yes": "1", "words": "Go."})

    thesis = Thesis.objects.get()
    assert (thesis.state, thesis.words.get().words) == ("working", "Go.")
    for who in ("luis", "ana"):
        assert client_of(who).get(path).status_code == 200
    client_of("luis").post(f"{path}deliver/", {"words": "There."})
    ana = client_of("ana")
    assert "It was held without one" in ana.get(path).text
    ana.post(f"{path}settle/", {"yes": "1"})
    assert "Defended on" in ana.get(path).text


def test_a_defence_that_was_called_off_is_chosen_anew_or_settled(cast, client_of):
    thesis = Thesis.objects.create(
        school=cast.school, student=cast.luis, since=cast.school.now(), state="delivered"
    )
    actions.schedule_defence(thesis, an_exhibition(cast, "thesis"), by=cast.as_("ana"))
    Exhibition.objects.update(state="called_off")
    other = an_exhibition(cast, "thesis", state="planned")

    path, ana = PATH.format(cast.luis.public_id), client_of("ana")
    page = ana.get(path).text
    assert ("was called off" in page, other.public_id in page) == (True, True)
    ana.post(f"{path}settle/", {"yes": "1"})

    assert Thesis.objects.get().state == "defended"
