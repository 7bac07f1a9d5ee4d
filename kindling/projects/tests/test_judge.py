"""Delivered, judged by each side alone, looked back on, closed; and no word is ever changed."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.kit.editing import stamp_of
from kindling.kit.http import Refused
from kindling.projects import actions
from kindling.projects.actions import Said
from kindling.projects.models import Approval, Feedback, Judgement, Member, Project, Verdict
from kindling.projects.queries.page import project_page
from kindling.projects.tests.factories import (
    approved,
    begun,
    delivered,
    levels,
    lines,
    proposed,
    sams,
)


def reflect(cast, project):
    part = Member.objects.select_related("project", "student").get(project=project)
    return actions.write_reflection(
        part, "I would start with three.", base=stamp_of(""), by=cast.as_("jordan")
    )


def test_three_sides_judge_by_the_standard_and_the_rubric(cast):
    project, said = delivered(cast), levels(cast)

    actions.judge_project(project, [*lines(project, "nearly"), *said], by=cast.as_("jordan"))
    actions.judge_project(project, lines(project), by=sams(cast, project))
    assert project.state == "delivered"
    actions.judge_project(project, said, by=cast.as_("ana"))

    assert project.state == "judged"
    kept = Judgement.objects.order_by("pk").values_list("side", "student", "is_noted")
    assert list(kept) == [
        ("self", cast.jordan.pk, False), ("mentor", None, False), ("advisor", None, False),
    ]  # fmt: skip
    assert Verdict.objects.filter(criterion__isnull=False).count() == 12


def test_a_second_word_stands_beside_the_first(cast):
    project = delivered(cast)
    actions.judge_project(project, lines(project, "not_yet"), by=cast.as_("ana"))
    actions.judge_project(project, lines(project, "met"), by=cast.as_("ana"))

    assert [one.met for one in Verdict.objects.order_by("pk")] == ["not_yet", "met"]
    [shown] = project_page(cast.as_("ana"), project).judgements
    assert shown.verdicts.all()[0].met == "met"


@pytest.mark.parametrize("model", [Judgement, Verdict, Approval, Feedback])
def test_what_was_said_of_a_project_is_written_by_one_action_alone(model):
    """Rows of these are made and never changed: nothing in the app updates or deletes them."""
    from pathlib import Path  # noqa: PLC0415

    found = Path(actions.__file__).parent.glob("*.py")
    text = "".join(one.read_text() for one in found)

    assert [f"{model.__name__}.objects.{verb}" in text for verb in ("filter", "get")] == [
        False, False,
    ]  # fmt: skip


def test_every_act_after_it_leaves_a_judgement_as_it_was(cast):
    project = delivered(cast)
    actions.judge_project(project, lines(project), words="Good", by=cast.as_("ana"))
    was = list(Judgement.objects.values()), list(Verdict.objects.values())

    actions.redo_project(project, "One face is wrong", by=cast.as_("ana"))
    actions.reopen_project(project, by=cast.as_("jordan"))
    actions.end_standard(project.standards.get(), by=cast.as_("ana"))
    actions.drop_project(project, "", by=cast.as_("jordan"))

    assert (list(Judgement.objects.values()), list(Verdict.objects.values())) == was


def test_nobody_judges_before_it_is_delivered_nor_a_line_of_another_project(cast):
    project = approved(cast)
    with pytest.raises(Refused):
        actions.judge_project(project, lines(project), by=cast.as_("ana"))
    actions.deliver_project(project, to="Desk", by=cast.as_("jordan"))
    other = begun(cast, title="Own", kind="passion")
    line = actions.add_standard(other, "Mine", by=cast.as_("jordan"))

    with pytest.raises(PermissionDenied):
        actions.judge_project(project, [Said(standard=line, met="met")], by=cast.as_("ana"))
    with pytest.raises(ValidationError):
        actions.judge_project(project, [], by=cast.as_("ana"))
    assert Judgement.objects.count() == 0


def test_it_closes_once_everybody_in_it_looked_back(cast):
    project = delivered(cast)
    for by in (sams(cast, project), cast.as_("ana")):
        actions.judge_project(project, lines(project), by=by)
    with pytest.raises(Refused, match="Jordan"):
        actions.close_project(project, by=cast.as_("ana"))

    assert reflect(cast, project) is None
    actions.close_project(project, by=cast.as_("ana"))

    assert project.state == "closed"
    with pytest.raises(Refused):
        actions.add_draft(Project.objects.get(), "Late", text="x", by=cast.as_("jordan"))


def test_a_mentor_reads_no_draft_that_was_not_sent(cast):
    project = approved(cast)
    draft = actions.add_draft(project, "Mine", text="x", by=cast.as_("jordan"))

    with pytest.raises(PermissionDenied):
        actions.give_feedback(draft, "Nice", by=sams(cast, project))
    actions.show_mentor(draft, by=cast.as_("jordan"))
    draft.refresh_from_db()
    actions.give_feedback(draft, "Nice", by=sams(cast, project))

    assert Feedback.objects.get().by == cast.sam
    with pytest.raises(Refused, match="spoke"):
        actions.write_draft(draft, "Other", base=stamp_of("x"), by=cast.as_("jordan"))


def test_the_mentor_who_guides_the_internship_now_has_the_project(cast):
    project = proposed(cast)
    chen = cast.chen
    type(project.placement).objects.filter(pk=project.placement_id).update(mentor=chen)

    assert list(actions.tend_projects_of(cast.school)) == []

    project.refresh_from_db()
    assert project.mentor == chen
    with pytest.raises(PermissionDenied):
        actions.approve_project(project, seen=project.stamp, by=sams(cast, project))
