"""Delivered, judged by each side for itself, looked back on, closed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.goals.models import Criterion, Level
from kindling.history.steps import record, record_writing, take_step
from kindling.kit.editing import Clash, save_field
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.projects import rules
from kindling.projects.actions.telling import ask_mentor, tell_advisors, tell_students
from kindling.projects.models import Judgement, Member, Project, Side, Standard, Verdict
from kindling.schools.viewer import Viewer

State = Project.State


@dataclass(frozen=True)
class Said:
    """One line of a judgement: a line of the standard and how it is met, or a criterion's level."""

    standard: Standard | None = None
    met: str = ""
    criterion: Criterion | None = None
    level: Level | None = None
    words: str = ""


@transaction.atomic
def deliver_project(
    project: Project, *, to: str, words: str = "", link: str = "", by: Viewer
) -> None:
    """Say who has the product now. Those who judge are asked."""
    require(rules.may_work(by, project))
    if not to.strip():
        raise ValidationError({"to": _("Write who has it now.")})
    take_step(
        project, "deliver", by=by, delivered_on=by.school.today(), delivered_to=to.strip()[:200],
        delivered_words=words.strip()[:2000], delivered_link=link,
    )  # fmt: skip
    tell_advisors(project, "delivered", by=by)
    ask_mentor(project, "delivered", by=by)


@transaction.atomic
def redo_project(project: Project, reason: str, *, by: Viewer) -> None:
    """It is not ready: back to work, with what is missing. What was judged stays beside it."""
    require(rules.may_approve(by, project))
    if not reason.strip():
        raise ValidationError({"reason": _("Say what is missing.")})
    take_step(
        project, "redo", by=by, reason=reason.strip()[:2000], advisor_judged_at=None,
        mentor_judged_at=None,
    )  # fmt: skip
    tell_students(project, "redo", by=by, words=reason)


@transaction.atomic
def judge_project(
    project: Project, said: Iterable[Said], *, words: str = "", for_mentor: bool = False, by: Viewer
) -> Judgement:
    """Write one side's word, line by line. Nobody's word changes another's, and none is changed."""
    student = _own_part(project, by)
    side = Side.SELF if student else rules.voice_of(by, project, for_mentor=for_mentor)
    project.lock()
    if project.state not in (State.DELIVERED, State.JUDGED):
        raise Refused(_("Judge it when the product is delivered."))
    made = Judgement.objects.create(
        school=by.school, project=project, side=side, student=student, by=by.person,
        is_noted=side == Side.MENTOR and not by.purpose, at=by.school.now(),
        words=words.strip()[:4000],
    )  # fmt: skip
    lines = list(said)
    if not lines:
        raise ValidationError(_("Judge at least one line."))
    require(all(_belongs(one, project) for one in lines))
    Verdict.objects.bulk_create(
        Verdict(
            school=by.school, judgement=made, standard=one.standard, met=one.met,
            criterion=one.criterion, level=one.level, words=one.words.strip()[:1000],
        )
        for one in lines
    )  # fmt: skip
    record("project.judge", project, by=by, side=side, judgement=made.public_id)
    _settle(project, side, by=by)
    return made


def _own_part(project: Project, by: Viewer) -> Student | None:
    """The student who judges their own work, or None."""
    if not rules.is_member(by, project):
        return None
    part = Member.objects.filter(
        project=project, until_on__isnull=True, student__person=by.person_id
    ).select_related("student")
    return part.get().student


def _belongs(one: Said, project: Project) -> bool:
    if one.standard is not None:
        return one.standard.project_id == project.pk and one.met in Verdict.Met.values
    right = one.criterion is not None and one.level is not None
    return right and one.criterion.school_id == project.school_id  # type: ignore[union-attr]


def _settle(project: Project, side: Side, *, by: Viewer) -> None:
    """With the word of advisor and mentor it is judged."""
    if side == Side.SELF:
        return
    name = "mentor_judged_at" if side == Side.MENTOR else "advisor_judged_at"
    setattr(project, name, by.school.now())
    Project.objects.filter(pk=project.pk).update(**{name: getattr(project, name)})
    mentor = project.mentor_id is None or project.mentor_judged_at is not None
    if project.advisor_judged_at and mentor and project.state == State.DELIVERED:
        take_step(project, "judge", by=by)
        tell_students(project, "judged", by=by)


@transaction.atomic
def write_reflection(part: Member, text: str, *, base: str, by: Viewer) -> Clash | None:
    """What I take along, in the student's own words."""
    own = rules.is_member(by, part.project) and part.student.person_id == by.person_id
    require(own and part.until_on is None)
    part.project.lock()
    if not part.project.is_open:
        raise Refused(_("This project is over. What is there stays as it is."))
    at = by.school.now() if text.strip() else None
    clash = save_field(part, "reflection", text, base=base, reflected_at=at)
    if clash is None:
        record_writing("project.reflect", part.project, by=by)
    return clash


@transaction.atomic
def close_project(project: Project, *, by: Viewer) -> None:
    """The end: judged, and everybody in it looked back."""
    require(rules.advises(by, project))
    project.lock()
    waiting = Member.objects.filter(
        project=project, until_on__isnull=True, reflected_at__isnull=True
    ).select_related("student__person")
    names = ", ".join(part.student.first for part in waiting)
    if names:
        raise Refused(_("%(names)s has not looked back yet.") % {"names": names})
    take_step(project, "close", by=by, closed_on=by.school.today())
    tell_students(project, "closed", by=by)
