"""Letters: to the mentor with their link, to advisors and the student when it is handed in."""

from __future__ import annotations

from kindling.evaluations import rules
from kindling.evaluations.models import Evaluation
from kindling.notices.actions import notify, notify_many
from kindling.passes.actions import make_pass
from kindling.passes.models import Pass
from kindling.placements.audience import advisors_of, coordinators_of
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer

OPEN_DAYS = 45


def make_link(evaluation: Evaluation, *, by: Viewer) -> Pass:
    """A link for its mentor, that asks for a code on a second device."""
    return make_pass(
        evaluation.mentor, rules.EVALUATE, [evaluation.public_id], by=by, days=OPEN_DAYS,
        needs_code=True, about=evaluation.student,
    )  # fmt: skip


def write_to_mentor(evaluation: Evaluation, what: str, *, by: Viewer) -> None:
    """Send the link. what: a branch of email/mentor.txt."""
    held = make_link(evaluation, by=by)
    context = {
        "what": what, "first": evaluation.student.first, "site": evaluation.placement.site.name,
    }  # fmt: skip
    notify(evaluation.mentor, "evaluations/mentor", context, by=by, link_id=held.public_id)


def tell_handed_in(evaluation: Evaluation, *, by: Viewer) -> None:
    """Whoever talks with the student about it; the student, where they may read it."""
    today, student = by.school.today(), evaluation.student
    readers = list(advisors_of(student, today)) or list(coordinators_of(by.school, today))
    with inside(by.school):
        url = evaluation.get_absolute_url()
    context = {"mentor": evaluation.mentor.name, "first": student.first, "own": False}
    notify_many(readers, "evaluations/handed_in", context, by=by, url=url)
    if evaluation.is_shared:
        notify(student.person, "evaluations/handed_in", {**context, "own": True}, by=by, url=url)
