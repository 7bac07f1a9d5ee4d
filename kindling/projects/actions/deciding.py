"""Handed in, answered with a yes that is bound to what was read, or with a comment."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step
from kindling.kit.http import require
from kindling.projects import rules
from kindling.projects.actions.telling import ask_mentor, tell_advisors, tell_students
from kindling.projects.actions.writing import put_standard
from kindling.projects.content import content_of, lock_read, restamp
from kindling.projects.models import Approval, Project, Side
from kindling.schools.viewer import Viewer


@transaction.atomic
def propose_project(project: Project, *, by: Viewer) -> None:
    """Hand the proposal in. It needs a question, a product, and who gains from it and how."""
    require(rules.may_work(by, project))
    project.lock()
    missing = {
        "question": _("What do you want to find out? Write your question."),
        "product": _("What will there be at the end? Write it."),
        "benefit": _("Who gains from it, and how? Without that nobody can say yes."),
    }
    wrong = {name: text for name, text in missing.items() if not getattr(project, name).strip()}
    if wrong:
        raise ValidationError(wrong)
    restamp(project)
    take_step(project, "propose", by=by, proposed_at=by.school.now(), reason="")
    tell_advisors(project, "proposed", by=by)
    if project.wants_mentor():
        ask_mentor(project, "proposed", by=by)


@transaction.atomic
def approve_project(
    project: Project, *, seen: str, comment: str = "", standard: str = "",
    for_mentor: bool = False, by: Viewer,
) -> Approval:  # fmt: skip
    """Say yes to what was read (`seen`: its stamp). With the last yes that is wanted work begins.

    standard: a first line of it, which a mentor who has said none yet writes along.
    for_mentor: staff note what the mentor said on the phone.
    """
    side = rules.voice_of(by, project, for_mentor=for_mentor)
    lock_read(project, seen)
    if side == Side.MENTOR:
        _want_standard(project, standard, by=by)
    approval = _put(project, side, is_yes=True, comment=comment, by=by)
    name = "mentor_stamp" if side == Side.MENTOR else "advisor_stamp"
    Project.objects.filter(pk=project.pk).update(**{name: project.stamp})
    setattr(project, name, project.stamp)
    record("project.say_yes", project, by=by, side=side, stamp=project.stamp)
    settle_approval(project, by=by)
    return approval


def settle_approval(project: Project, *, by: Viewer) -> None:
    """Begin the work when everybody who is wanted said yes to what the proposal says now."""
    yes_mentor = not project.wants_mentor() or project.mentor_stamp == project.stamp
    if project.advisor_stamp != project.stamp or not yes_mentor:
        return
    first = project.approved_at or by.school.now()
    take_step(project, "approve", by=by, approved_at=first)
    tell_students(project, "approved", by=by)


def _want_standard(project: Project, words: str, *, by: Viewer) -> None:
    """No yes of a mentor without one line by which they will judge."""
    has_one = project.standards.filter(ended_at__isnull=True).exists()
    if words.strip():
        put_standard(project, words, by=by)
        restamp(project)
    elif not has_one:
        told = _("Write one line: what does good work look like to you?")
        raise ValidationError({"standard": told})


def _put(project: Project, side: Side, *, is_yes: bool, comment: str, by: Viewer) -> Approval:
    return Approval.objects.create(
        school=by.school, project=project, side=side, is_yes=is_yes, comment=comment.strip()[:2000],
        by=by.person, is_noted=side == Side.MENTOR and not by.purpose, at=by.school.now(),
        stamp=project.stamp, content=content_of(project),
    )  # fmt: skip


@transaction.atomic
def return_project(project: Project, *, seen: str, comment: str, by: Viewer) -> Approval:
    """Not yet, and what would make it a yes."""
    side = rules.voice_of(by, project)
    lock_read(project, seen)
    if not comment.strip():
        raise ValidationError({"comment": _("Say what would make it a yes.")})
    answer = _put(project, side, is_yes=False, comment=comment, by=by)
    take_step(project, "return", by=by, reason=answer.comment)
    tell_students(project, "returned", by=by, words=answer.comment)
    if side == Side.MENTOR:
        tell_advisors(project, "returned", by=by, words=answer.comment)
    return answer


@transaction.atomic
def reopen_project(project: Project, *, by: Viewer) -> None:
    """Change what was handed in or agreed. Steps and drafts stay; it takes a new yes."""
    require(rules.may_work(by, project))
    take_step(project, "reopen", by=by)


@transaction.atomic
def drop_project(project: Project, reason: str, *, by: Viewer) -> None:
    """Set it aside. Nothing is lost, and it can be taken up again."""
    require(rules.may_work(by, project))
    take_step(project, "drop", by=by, reason=reason.strip()[:2000])


@transaction.atomic
def take_up_project(project: Project, *, by: Viewer) -> None:
    """Go on with what was set aside."""
    require(rules.may_work(by, project))
    take_step(project, "take_up", by=by, reason="")
