"""What was handed in is read, talked about, answered and counted; by nobody else."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kindling.evaluations import actions
from kindling.evaluations.models import Evaluation
from kindling.evaluations.queries.waits import waits
from kindling.evaluations.rules import may_read, visible_evaluations
from kindling.evaluations.tests.evaluating import STRENGTHS, handed_in, opened
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.people.models import Connection
from kindling.schools.inside import inside
from kindling.schools.roles import Role

PAGE = "/harbor-view/evaluations/"
READERS = ("ana", "chen", "dana", "priya", "jordan", "rosa", "maya", "liam", "tasha", "otto")


def ties(cast, **limits) -> None:
    """Rosa is of Jordan's family, too."""
    Connection.objects.create(
        school=cast.school, student=cast.jordan, adult=cast.rosa, role=Role.GUARDIAN,
        since_on=date(2026, 9, 1), **limits,
    )  # fmt: skip


def test_who_reads_what_was_handed_in(cast):
    it = handed_in(cast)
    ties(cast)

    seen = [name for name in READERS if visible_evaluations(cast.as_(name)).exists()]
    reads = [name for name in seen if may_read(cast.as_(name), it)]

    assert (seen, reads) == (["ana", "chen", "dana", "priya", "jordan", "rosa"], seen)


def test_a_family_without_this_matter_reads_nothing(cast):
    handed_in(cast)
    ties(cast, has_work=False)

    assert list(visible_evaluations(cast.as_("rosa"))) == []


def test_where_the_mentor_would_rather_have_the_school_speak(cast, client_of):
    it = handed_in(cast, is_shared=False)
    ties(cast)

    page = client_of("jordan").get(f"{PAGE}{it.public_id}/")

    assert (page.status_code, STRENGTHS in page.text) == (200, False)
    assert "Your advisor talks with you" in page.text
    assert list(visible_evaluations(cast.as_("rosa"))) == []
    assert STRENGTHS in client_of("ana").get(f"{PAGE}{it.public_id}/").text
    with pytest.raises(PermissionDenied):
        actions.comment_evaluation(it, "Why?", by=cast.as_("jordan"))


def test_a_substitute_reads_none(cast):
    handed_in(cast)
    Connection.objects.filter(adult=cast.ana, student=cast.jordan).update(
        is_substitute=True, until_on="2026-10-20"
    )

    assert list(visible_evaluations(cast.as_("ana"))) == []


def test_host_again_is_the_schools_alone(cast, client_of):
    it = handed_in(cast)
    ties(cast)

    shows = [
        name for name in ("ana", "chen", "priya", "jordan", "rosa")
        if "Would host again" in client_of(name).get(f"{PAGE}{it.public_id}/").text
    ]  # fmt: skip

    assert shows == ["ana", "chen"]


def test_talked_about_answered_and_counted_on_the_pages(cast, client_of):
    it = handed_in(cast)
    page, jordan = f"{PAGE}{it.public_id}/", client_of("jordan")
    assert jordan.post(f"{page}comment/", {"words": ""}).status_code == 422
    assert jordan.post(f"{page}comment/", {"words": "I learned it from Sam."}).status_code == 302
    ana = client_of("ana")
    assert ana.post(f"{page}count/").status_code == 409
    late = {"on": "2026-10-14", "agreed": ""}
    assert ana.post(f"{page}discuss/", late).status_code == 422
    told = {"on": "2026-10-12", "agreed": "Next: the front desk."}
    assert ana.post(f"{page}discuss/", told).status_code == 302
    assert ana.post(f"{page}count/").status_code == 302

    jordan = client_of("jordan")
    text = jordan.get(page).text
    for part in ("Next: the front desk.", "I learned it from Sam.", "Counted"):
        assert part in text
    assert jordan.post(f"{page}comment/", {"words": "More"}).status_code == 409
    row = Evaluation.objects.get()
    assert (row.state, row.discussed_by, row.counted_by) == ("counted", cast.ana, cast.ana)


@pytest.mark.parametrize("name", ["priya", "jordan", "maya", "rosa", "liam", "otto"])
def test_nobody_else_notes_a_talk_counts_or_takes_back(cast, name):
    it, by = handed_in(cast), cast.as_(name)

    for act in (
        lambda: actions.discuss_evaluation(it, date(2026, 10, 12), "", by=by),
        lambda: actions.count_evaluation(it, by=by),
        lambda: actions.call_off_evaluation(it, by=by),
        lambda: actions.send_link(it, by=by),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_it_waits_for_whoever_talks_with_the_student(cast):
    it = handed_in(cast)

    with inside(cast.school):
        (wait,) = waits(cast.as_("ana"))

    assert wait.say == "Talk with Jordan Blake about what Sam Ito wrote"
    assert waits(cast.as_("jordan")) == []
    actions.discuss_evaluation(it, date(2026, 10, 12), "", by=cast.as_("ana"))
    actions.count_evaluation(it, by=cast.as_("ana"))
    assert waits(cast.as_("ana")) == []


def test_handed_in_is_told_to_advisor_and_student(cast):
    handed_in(cast)

    told = Notice.objects.filter(kind="evaluations/handed_in").order_by("person")
    assert {one.person for one in told} == {cast.ana, cast.jordan.person}
    assert all(STRENGTHS not in one.body for one in told)


def test_taken_back_what_was_begun_is_gone(cast):
    it = opened(cast)
    Evaluation.objects.filter(pk=it.pk).update(strengths="Begun")

    actions.call_off_evaluation(it, by=cast.as_("ana"))

    row = Evaluation.objects.get()
    assert (row.state, row.strengths) == ("off", "")
    done = handed_in(cast, place=cast.shelter)
    with pytest.raises(Refused):
        actions.call_off_evaluation(done, by=cast.as_("ana"))


def test_the_list_costs_the_same_for_one_and_three(cast, client_of, django_assert_num_queries):
    chen = client_of("chen")
    handed_in(cast)
    with django_assert_num_queries(4):
        chen.get(PAGE)
    handed_in(cast, student=cast.maya)
    handed_in(cast, student=cast.luis)
    with django_assert_num_queries(4):
        chen.get(PAGE)
