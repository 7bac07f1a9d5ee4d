"""Whatever people do in whatever order: what was said of a project stays as it was said."""

from __future__ import annotations

import random
from contextlib import suppress
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.kit.editing import stamp_of
from kindling.kit.http import Refused
from kindling.projects import actions
from kindling.projects.models import Approval, Feedback, Judgement, MidCheck, Project, Verdict
from kindling.projects.tests.factories import approved, lines, sams

SAID = (Approval, Feedback, Judgement, Verdict, MidCheck)
NO = (Refused, PermissionDenied, ValidationError)


def what_was_said() -> dict[tuple[str, int], dict]:
    return {(m.__name__, row["id"]): row for m in SAID for row in m.objects.values()}


def acts(cast, project):
    """Everything that anybody might do next, by somebody who may."""
    jordan, ana, sam = cast.as_("jordan"), cast.as_("ana"), sams(cast, project)

    def draft():
        made = actions.add_draft(project, "D", text="x", for_mentor=True, by=jordan)
        actions.give_feedback(made, "Good", by=sam)

    def write():
        words = str(random.random())  # noqa: S311
        base = stamp_of(Project.objects.get(pk=project.pk).product)
        actions.write_proposal(project, "product", words, base=base, by=jordan)

    seen = Project.objects.get(pk=project.pk).stamp
    return [
        write, draft,
        lambda: actions.propose_project(project, by=jordan),
        lambda: actions.approve_project(project, seen=seen, by=ana),
        lambda: actions.approve_project(project, seen=seen, by=sam),
        lambda: actions.return_project(project, seen=seen, comment="No", by=ana),
        lambda: actions.reopen_project(project, by=jordan),
        lambda: actions.add_standard(project, "Line", by=ana),
        lambda: actions.end_standard(project.standards.first(), by=ana),
        lambda: actions.add_step(project, "S", date(2026, 11, 1), by=jordan),
        lambda: actions.note_check(project, goes_well="Well", by=jordan),
        lambda: actions.deliver_project(project, to="Desk", by=jordan),
        lambda: actions.redo_project(project, "More", by=ana),
        lambda: actions.judge_project(project, lines(project), by=jordan),
        lambda: actions.judge_project(project, lines(project), by=sam),
        lambda: actions.judge_project(project, lines(project, "nearly"), by=ana),
        lambda: actions.drop_project(project, "", by=jordan),
        lambda: actions.take_up_project(project, by=jordan),
    ]  # fmt: skip


@pytest.mark.parametrize("seed", range(3))
def test_no_order_of_acts_changes_or_loses_a_word(cast, seed):
    chance = random.Random(seed)  # noqa: S311
    random.seed(seed)
    project = approved(cast)
    said = what_was_said()
    done = 0

    for _turn in range(30):
        try:
            chance.choice(acts(cast, project))()
            done += 1
        except NO:
            pass
        project.refresh_from_db()
        now = what_was_said()
        assert {key: now.get(key) for key in said} == said
        said = now

    assert done > 4


@pytest.mark.parametrize("seed", range(3))
def test_work_only_begins_with_yeses_to_what_stands_there(cast, seed):
    chance = random.Random(100 + seed)  # noqa: S311
    random.seed(seed)
    project = approved(cast)

    for _turn in range(30):
        with suppress(*NO):
            chance.choice(acts(cast, project))()
        project.refresh_from_db()
        if project.state == "working":
            yes = Approval.objects.filter(project=project, is_yes=True, stamp=project.stamp)
            assert {one.side for one in yes} == {"mentor", "advisor"}
