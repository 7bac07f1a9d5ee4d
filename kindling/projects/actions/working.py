"""The work itself: steps with days, drafts and what is said to them, a check half way, hours."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, Min
from django.utils.translation import gettext as _

from kindling.history.steps import record, record_writing
from kindling.kit.editing import Clash, save_field
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.projects import rules
from kindling.projects.actions.telling import ask_mentor, tell_advisors, tell_students
from kindling.projects.content import restamp
from kindling.projects.models import (
    Draft,
    Feedback,
    Member,
    MidCheck,
    Project,
    ProjectStep,
    ServiceTime,
)
from kindling.schools.viewer import Viewer

MOST_STEPS = 40


def _lock_open(project: Project) -> None:
    project.lock()
    if not project.is_open:
        raise Refused(_("This project is over. What is there stays as it is."))


@transaction.atomic
def add_step(project: Project, title: str, due_on: date, *, by: Viewer) -> ProjectStep:
    """Add one thing to do by a day."""
    require(rules.may_work(by, project))
    _lock_open(project)
    title = " ".join(title.split())[:200]
    if not title:
        raise ValidationError({"title": _("Say what is done by then.")})
    if due_on < project.begun_on:
        raise ValidationError({"due_on": _("Choose a day after the project begins.")})
    if project.steps.count() >= MOST_STEPS:
        raise Refused(_("This is a long list already. Put some steps together first."))
    step = ProjectStep.objects.create(school=by.school, project=project, title=title, due_on=due_on)
    _after_steps(project)
    record("project.add_step", project, by=by, step=step.public_id)
    return step


def _after_steps(project: Project) -> None:
    """Keep the nearest open day, and the stamp while the proposal is still open."""
    open_steps = project.steps.filter(done_on__isnull=True)
    project.next_due_on = open_steps.aggregate(first=Min("due_on"))["first"]
    Project.objects.filter(pk=project.pk).update(next_due_on=project.next_due_on)
    if project.is_writable:
        restamp(project)


@transaction.atomic
def finish_step(step: ProjectStep, *, is_done: bool, by: Viewer) -> None:
    """Tick a step off, or open it again."""
    project = step.project
    require(rules.may_work(by, project))
    _lock_open(project)
    step.done_on = by.school.today() if is_done else None
    step.done_by = by.person if is_done else None
    step.save(update_fields=["done_on", "done_by"])
    _after_steps(project)
    record("project.finish_step", project, by=by, step=step.public_id, done=is_done)


@transaction.atomic
def move_step(step: ProjectStep, due_on: date, *, by: Viewer) -> None:
    """Give a step another day. The history keeps the one before."""
    project = step.project
    require(rules.may_work(by, project))
    _lock_open(project)
    if due_on < project.begun_on:
        raise ValidationError({"due_on": _("Choose a day after the project begins.")})
    was, step.due_on = step.due_on, due_on
    step.save(update_fields=["due_on"])
    _after_steps(project)
    record("project.move_step", project, by=by, step=step.public_id, was=str(was), now=str(due_on))


@transaction.atomic
def remove_step(step: ProjectStep, *, by: Viewer) -> None:
    """Take a step off the list; the history keeps its words."""
    project = step.project
    require(rules.may_work(by, project))
    _lock_open(project)
    facts = {"step": step.public_id, "title": step.title, "due_on": str(step.due_on)}
    step.delete()
    _after_steps(project)
    record("project.remove_step", project, by=by, **facts)


@transaction.atomic
def add_draft(
    project: Project, title: str, *, text: str = "", link: str = "", for_mentor: bool = False,
    by: Viewer,
) -> Draft:  # fmt: skip
    """Keep a version of the work. Every draft stays; they carry numbers."""
    require(rules.may_work(by, project))
    _lock_open(project)
    if not (text.strip() or link):
        raise ValidationError({"text": _("Write something, or give a link to it.")})
    last = project.drafts.aggregate(last=Max("number"))["last"] or 0
    draft = Draft.objects.create(
        school=by.school, project=project, number=last + 1, title=title.strip()[:200],
        text=text.strip()[:20000], link=link, by=by.person, on=by.school.today(),
        for_mentor=for_mentor and project.mentor_id is not None,
    )  # fmt: skip
    record("project.add_draft", project, by=by, draft=draft.public_id)
    if rules.is_member(by, project):
        tell_advisors(project, "draft", by=by, words=draft.title)
    return draft


@transaction.atomic
def write_draft(draft: Draft, text: str, *, base: str, by: Viewer) -> Clash | None:
    """Write on, all members at once. Once somebody spoke to it, the next version is a new draft."""
    require(rules.is_member(by, draft.project))
    _lock_open(draft.project)
    if draft.feedback.exists():
        raise Refused(_("Somebody spoke to this draft already. Begin the next one."))
    clash = save_field(draft, "text", text, base=base)
    if clash is None:
        record_writing("project.write_draft", draft.project, by=by, draft=draft.public_id)
    return clash


@transaction.atomic
def show_mentor(draft: Draft, *, by: Viewer) -> bool:
    """Let the mentor read this draft behind their link, and send it. Return whether it went out."""
    project = draft.project
    require(rules.may_work(by, project) and project.mentor_id is not None)
    _lock_open(project)
    Draft.objects.filter(pk=draft.pk).update(for_mentor=True)
    record("project.show_mentor", project, by=by, draft=draft.public_id)
    tell_advisors(project, "sent", by=by, words=draft.title)
    return ask_mentor(project, "draft", by=by)


@transaction.atomic
def give_feedback(draft: Draft, words: str, *, by: Viewer) -> Feedback:
    """Say something to a draft: who advises, a member, or the mentor who was shown it."""
    project = draft.project
    reads = rules.behind_link(by, project) and draft.for_mentor
    require(reads or rules.may_work(by, project))
    if not words.strip():
        raise ValidationError({"words": _("Write a word to it.")})
    _lock_open(project)
    given = Feedback.objects.create(
        school=by.school, draft=draft, words=words.strip()[:4000], by=by.person,
        at=by.school.now(),
    )  # fmt: skip
    record("project.give_feedback", project, by=by, draft=draft.public_id)
    tell_students(project, "feedback", by=by, words=given.words)
    if reads:  # nothing passes between student and mentor without somebody of the school
        tell_advisors(project, "feedback", by=by, words=given.words)
    return given


@transaction.atomic
def note_check(project: Project, *, goes_well: str, comes_next: str = "", by: Viewer) -> MidCheck:
    """Half way: what goes well, what comes next."""
    require(rules.may_work(by, project) or rules.behind_link(by, project))
    _lock_open(project)
    if project.state != Project.State.WORKING:
        raise Refused(_("The check half way is for a project at work."))
    if not goes_well.strip():
        raise ValidationError({"goes_well": _("Say what goes well.")})
    check = MidCheck.objects.create(
        school=by.school, project=project, on=by.school.today(), by=by.person,
        goes_well=goes_well.strip()[:2000], comes_next=comes_next.strip()[:2000],
    )  # fmt: skip
    record("project.check", project, by=by)
    return check


@transaction.atomic
def note_service(
    project: Project, student: Student, *, on: date, minutes: int, served: str, words: str = "",
    by: Viewer,
) -> ServiceTime:  # fmt: skip
    """Note time a member gave, and who was served."""
    own = by.person_id == student.person_id and rules.is_member(by, project)
    require(own or rules.advises(by, project))
    parts = Member.objects.filter(project=project, student=student, until_on__isnull=True)
    require(parts.exists())
    _lock_open(project)
    if on > by.school.today() or on < project.begun_on:
        raise ValidationError({"on": _("Choose a day between the beginning and today.")})
    kept = ServiceTime.objects.create(
        school=by.school, project=project, student=student, on=on, minutes=minutes,
        served=served.strip()[:300], words=words.strip()[:500],
    )  # fmt: skip
    record("project.note_service", project, by=by, minutes=minutes, on=str(on))
    return kept
