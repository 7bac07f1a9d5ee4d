"""Everybody scores alone: kept, sent once, late, on two devices."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from kindling.exhibitions.actions import postpone_exhibition
from kindling.exhibitions.models import Exhibition, Kind, Panelist
from kindling.goals.models import Criterion, Rubric
from kindling.kit.editing import stamp_of
from kindling.kit.http import Refused
from kindling.panels import actions
from kindling.panels.merging import Sent
from kindling.panels.models import Form, Panel
from kindling.panels.queries import waits
from kindling.panels.tests.seating import (
    a_guest,
    all_in,
    an_exhibition,
    begun,
    behind,
    form_of,
    said,
    send,
)
from kindling.schools.inside import inside
from tests.cast import make_person


def states(panel):
    return dict(Form.objects.filter(panel=panel).values_list("person__given_name", "state"))


def test_with_the_beginning_everybody_who_comes_has_a_form(cast):
    exhibition = an_exhibition(cast)
    no = make_person(cast.school, "Nils No", user=False)
    Panelist.objects.create(
        school=cast.school, exhibition=exhibition, person=no, part="guest", name=no.name,
        state="declined",
    )  # fmt: skip

    panel = actions.begin_panel(exhibition, by=cast.as_("ana"))
    again = actions.begin_panel(exhibition, by=cast.as_("ana"))

    assert panel == again
    assert states(panel) == dict.fromkeys(("Luis", "Ana", "Rosa", "Sam", "Maya"), "open")
    assert Exhibition.objects.get().state == "held"
    assert [one.person for one in Form.objects.filter(is_self=True)] == [cast.luis.person]


def test_nobody_but_who_leads_it_begins_and_nothing_begins_without_a_date(cast):
    exhibition = an_exhibition(cast)

    for name in ("luis", "rosa", "maya", "liam", "otto"):
        with pytest.raises(PermissionDenied):
            actions.begin_panel(exhibition, by=cast.as_(name))
    Exhibition.objects.update(state="planned")
    with pytest.raises(Refused, match="Set a date"):
        actions.begin_panel(exhibition, by=cast.as_("ana"))
    assert Panel.objects.count() == 0


def test_a_draft_is_kept_and_a_form_without_a_level_is_not_sent(cast):
    panel = begun(cast)
    some = Sent({"level-0": "3", "words-0": "You knew why.", "commends": "Calm"})

    kept = actions.save_form(panel, some, by=cast.as_("maya"))
    tried = actions.send_form(panel, Sent({}), by=cast.as_("maya"))

    form = form_of(panel, cast.maya.person)
    score = form.scores.get(number=0)
    assert (kept.is_sent, tried.is_sent, form.state) == (False, False, "open")
    assert (score.level, score.words, form.commends) == (3, "You knew why.", "Calm")
    assert tried.unsaid[:2] == ("Challenge", "Depth of learning")
    assert len(tried.unsaid) == 7


def test_not_seen_is_an_answer_and_no_level(cast):
    panel = begun(cast)

    kept = send(cast, panel, "maya", level=0)

    assert kept.is_sent


def test_sent_twice_is_sent_once(cast):
    panel = begun(cast)

    first = send(cast, panel, "maya", words="Good")
    second = send(cast, panel, "maya", words="Good")

    assert (first.form, second.is_sent) == (second.form, True)
    assert Form.objects.filter(panel=panel, person=cast.maya.person).count() == 1


def test_another_form_from_a_second_device_is_told_that_one_is_in_and_changes_nothing(cast):
    panel = begun(cast)
    send(cast, panel, "maya", level=4, words="Wow")

    with pytest.raises(Refused, match="Your form is in since"):
        send(cast, panel, "maya", level=1, words="Meh")

    form = form_of(panel, cast.maya.person)
    assert set(form.scores.values_list("level", "words")) == {(4, "Wow")}


def test_two_devices_that_write_one_form_lose_no_word_and_send_nothing_unread(cast):
    panel = begun(cast)
    base = {"words-0": stamp_of("")}
    actions.save_form(panel, Sent({"words-0": "From the phone"}, base), by=cast.as_("maya"))
    whole = said(panel, words="From the laptop")
    sent = Sent(whole.values, {name: stamp_of("") for name in whole.values if "words" in name})

    kept = actions.send_form(panel, sent, by=cast.as_("maya"))

    form = form_of(panel, cast.maya.person)
    assert (kept.merged.clashes, form.state) == (("words-0",), "open")
    assert form.scores.get(number=0).words == "From the phone\nFrom the laptop"
    assert form.scores.get(number=1).words == "From the laptop"


def test_until_the_reveal_a_form_is_taken_back_and_after_it_stays(cast):
    panel = begun(cast)
    send(cast, panel, "maya")
    back = actions.take_back_form(panel, by=cast.as_("maya"))
    opened = back.state

    all_in(cast, panel)

    with pytest.raises(Refused, match="stays as it is"):
        actions.take_back_form(panel, by=cast.as_("maya"))
    assert (opened, form_of(panel, cast.maya.person).state) == ("open", "sent")


def test_with_the_last_form_everybody_reads_everybody(cast):
    panel = begun(cast)

    before = [
        send(cast, panel, name) and Panel.objects.get().is_revealed
        for name in ("luis", "ana", "rosa", "sam")
    ]
    send(cast, panel, "maya")

    panel.refresh_from_db()
    assert (before, panel.is_revealed, panel.revealed_by) == ([False] * 4, True, None)
    assert panel.exhibition.state == "compared"  # nothing to talk through
    assert panel.recommendations.split("\n") == ["Measure the tide."] * 5


def test_who_leads_closes_and_what_comes_later_is_a_comment_that_does_not_count(cast):
    panel = begun(cast)
    with pytest.raises(Refused, match="No form is in yet"):
        actions.close_scoring(panel, by=cast.as_("ana"))
    send(cast, panel, "ana")
    actions.close_scoring(panel, by=cast.as_("ana"))
    actions.close_scoring(panel, by=cast.as_("ana"))

    kept = send(cast, panel, "maya", level=1, words="Too late")

    panel.refresh_from_db()
    form = form_of(panel, cast.maya.person)
    assert (kept.is_sent, form.state, form.counts) == (True, "late", False)
    assert panel.differences.count() == 0
    assert form.scores.get(number=0).words == "Too late"


def test_who_is_not_there_is_not_waited_for_and_counts_all_the_same_when_they_send(cast):
    panel = begun(cast)
    for name in ("luis", "ana", "rosa"):
        send(cast, panel, name)
    actions.miss_form(form_of(panel, cast.sam), by=cast.as_("ana"))
    send(cast, panel, "sam")

    actions.miss_form(form_of(panel, cast.maya.person), by=cast.as_("ana"))

    panel.refresh_from_db()
    assert panel.is_revealed
    assert states(panel) == {
        "Luis": "sent", "Ana": "sent", "Rosa": "sent", "Sam": "sent", "Maya": "absent",
    }  # fmt: skip


def test_who_came_unannounced_gets_a_form_with_the_first_word(cast):
    exhibition = an_exhibition(cast)
    panel = actions.begin_panel(exhibition, by=cast.as_("ana"))
    guest = a_guest(cast, exhibition)

    actions.save_form(panel, Sent({"commends": "Hello"}), by=behind(guest, exhibition))

    assert (form_of(panel, guest).part, form_of(panel, guest).state) == ("guest", "open")


def test_who_does_not_sit_on_it_scores_nothing(cast):
    panel = begun(cast)

    for name in ("jordan", "dana", "liam", "otto", "priya"):
        with pytest.raises(PermissionDenied):
            actions.save_form(panel, said(panel), by=cast.as_(name))
    assert Form.objects.count() == 5


def test_a_rubric_that_is_edited_meanwhile_leaves_the_panel_its_own(cast):
    panel = begun(cast)
    send(cast, panel, "luis")
    was = panel.rubric
    old = Rubric.objects.get(school=cast.school, key="exhibition")
    old.state = "retired"
    old.save()
    new = Rubric.objects.create(
        school=cast.school, key="exhibition", number=2, title="Other", scale=old.scale,
        state="published", use="exhibition",
    )  # fmt: skip
    Criterion.objects.create(school=cast.school, rubric=new, order=1, title="Courage")
    Kind.objects.update(criteria=["nothing"])

    all_in(cast, panel)

    panel.refresh_from_db()
    other = begun(cast, cast.jordan)
    assert panel.rubric == was
    assert [one.title for one in panel.sheet.criteria][:2] == ["Reflection", "Challenge"]
    assert other.sheet.version == 2
    assert {form.scores.count() for form in panel.forms.all()} == {8}


def test_the_school_picks_criteria(cast):
    exhibition = an_exhibition(cast)
    rubric = Rubric.objects.get(school=cast.school, key="exhibition")
    picked = [
        one.identifier for one in rubric.criteria.all() if one.title in ("Evidence", "Challenge")
    ]
    Kind.objects.update(criteria=picked)
    exhibition.refresh_from_db()

    panel = actions.begin_panel(Exhibition.objects.get(), by=cast.as_("ana"))

    assert [one.title for one in panel.sheet.criteria] == ["Challenge", "Evidence"]
    assert [str(one) for one in panel.sheet.levels][-1] == "4 Exceeds"


def test_while_it_is_put_off_nobody_scores_and_nothing_opens(cast):
    panel = begun(cast)
    ana = cast.as_("ana")
    for name in ("luis", "rosa", "sam", "maya"):
        send(cast, panel, name)
    postpone_exhibition(panel.exhibition, "The alarm went off.", by=ana)

    for act in (
        lambda: send(cast, panel, "ana"),
        lambda: actions.save_form(panel, said(panel), by=ana),
        lambda: actions.close_scoring(panel, by=ana),
        lambda: actions.miss_form(form_of(panel, cast.ana), by=ana),
    ):
        with pytest.raises(Refused, match="this is now “Postponed”"):
            act()
    with pytest.raises(Refused, match="Set a date"):
        actions.begin_panel(panel.exhibition, by=ana)
    with inside(cast.school):
        asked = [one.key for one in waits(ana)]

    assert (Panel.objects.get().revealed_at, asked) == (None, [])


def test_put_off_and_held_again_it_goes_on_where_it_stood(cast):
    panel = begun(cast)
    ana = cast.as_("ana")
    for name in ("luis", "rosa", "sam", "maya"):
        send(cast, panel, name)
    postpone_exhibition(panel.exhibition, "The alarm went off.", by=ana)
    Exhibition.objects.update(state="scheduled")

    again = actions.begin_panel(Exhibition.objects.get(), by=ana)
    send(cast, again, "ana")
    actions.agree_result(again, "move_on", by=ana)

    assert (again, Exhibition.objects.get().state) == (panel, "agreed")


def test_once_it_is_recorded_no_comment_comes_after_and_the_same_again_is_no_error(cast):
    panel = begun(cast)
    for name in ("luis", "ana", "rosa"):
        send(cast, panel, name)
    ana = cast.as_("ana")
    actions.close_scoring(panel, by=ana)
    actions.agree_result(panel, "move_on", by=ana)
    actions.record_panel(panel, by=ana)

    with pytest.raises(Refused, match="This is recorded"):
        send(cast, panel, "maya", words="After the record")
    kept = send(cast, panel, "rosa")

    assert (form_of(panel, cast.maya.person).state, kept.is_sent) == ("open", True)
