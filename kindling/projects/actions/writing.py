"""The proposal is written, field by field, by everybody in it; a mentor suggests other words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from kindling.goals.models import Goal, OwnGoal
from kindling.history.steps import record, record_writing
from kindling.kit.editing import Clash, joined, save_field
from kindling.kit.http import Refused, require
from kindling.projects import rules
from kindling.projects.actions.telling import tell_advisors, tell_students
from kindling.projects.content import lock_writable, restamp
from kindling.projects.models import FIELDS, Project, ProjectGoal, Standard, Suggestion
from kindling.schools.viewer import Viewer

MOST = {"title": 120, "question": 1000, "product": 2000, "benefit": 2000, "research": 4000,
        "aims": 2000}  # fmt: skip


@transaction.atomic
def write_proposal(
    project: Project, field: str, text: str, *, base: str, by: Viewer
) -> Clash | None:
    """Set one line of the proposal while it holds what the writer began with (`base`: its stamp).

    Whoever said yes to other words has to say it again. Refused when the proposal is not open.
    """
    require(rules.may_work(by, project) and field in FIELDS)
    if len(text) > MOST[field]:
        raise Refused(_("This is too long for one field. Shorten it, then save again."))
    if field == "title" and not text.strip():
        raise Refused(_("Give the project a name."))
    still = {"state__in": Project.WRITABLE}
    clash = save_field(project, field, text, base=base, if_still=still)
    if clash is None:
        restamp(project)
        record_writing("project.write", project, by=by, field=field)
    return clash


@transaction.atomic
def choose_goals(
    project: Project, goals: Iterable[Goal], own: Iterable[OwnGoal], *, by: Viewer
) -> None:
    """Set which goals the project touches: the school's, and the own ones that the chooser sees."""
    require(rules.may_work(by, project))
    lock_writable(project)
    # The own goals of others stay: who chooses does not see them.
    mine = rules.own_goals_for(by, project).order_by().values("pk")
    chosen = Q(goal__isnull=False) | Q(own_goal__in=mine)
    ProjectGoal.objects.filter(chosen, project=project).delete()
    rows = [ProjectGoal(school=by.school, project=project, goal=goal) for goal in goals]
    rows += [ProjectGoal(school=by.school, project=project, own_goal=one) for one in own]
    require(all((row.goal or row.own_goal).school_id == by.school.pk for row in rows))  # type: ignore[union-attr]
    ProjectGoal.objects.bulk_create(rows)
    restamp(project)
    record("project.choose_goals", project, by=by, goals=len(rows))


@transaction.atomic
def set_due(project: Project, due_on: date, *, by: Viewer) -> None:
    """Say until when the project shall be done."""
    require(rules.may_work(by, project))
    lock_writable(project)
    if due_on < project.begun_on:
        raise ValidationError({"due_on": _("Choose a day after the project begins.")})
    Project.objects.filter(pk=project.pk).update(due_on=due_on)
    restamp(project)
    record("project.set_due", project, by=by, due_on=str(due_on))


@transaction.atomic
def add_standard(project: Project, words: str, *, by: Viewer) -> Standard:
    """Keep one line of what good work is, in the mentor's words."""
    require(rules.may_write_standard(by, project))
    lock_writable(project)
    line = put_standard(project, words, by=by)
    restamp(project)
    if rules.behind_link(by, project):
        tell_students(project, "standard", by=by, words=line.words)
        tell_advisors(project, "standard", by=by, words=line.words)
    return line


def put_standard(project: Project, words: str, *, by: Viewer) -> Standard:
    """Write the line; the caller has locked the project, and works out its stamp."""
    words = " ".join(words.split())[:500]
    if not words:
        raise ValidationError({"words": _("Write one line: what does good work look like?")})
    line = Standard.objects.create(
        school=by.school, project=project, words=words, by=by.person,
        is_mentors=project.mentor_id is not None,
    )  # fmt: skip
    record("project.add_standard", project, by=by, line=line.public_id)
    return line


@transaction.atomic
def end_standard(line: Standard, *, by: Viewer) -> None:
    """Let a line go. It stays on record."""
    project = line.project
    require(rules.may_write_standard(by, project))
    lock_writable(project)
    Standard.objects.filter(pk=line.pk, ended_at__isnull=True).update(ended_at=by.school.now())
    restamp(project)
    record("project.end_standard", project, by=by, line=line.public_id)


@transaction.atomic
def suggest_words(project: Project, field: str, words: str, *, by: Viewer) -> Suggestion:
    """The mentor offers other words for one line; the members decide and write."""
    require(rules.may_suggest(by, project) and field in FIELDS)
    lock_writable(project)
    if not words.strip():
        raise ValidationError({"words": _("Write how you would put it.")})
    if by.person is None or words.strip() == getattr(project, field):
        raise ValidationError({"words": _("These are the same words.")})
    try:
        with transaction.atomic():
            made = Suggestion.objects.create(
                school=by.school, project=project, field=field, words=words.strip()[:4000],
                was=getattr(project, field), by=by.person, at=by.school.now(),
            )  # fmt: skip
    except IntegrityError:
        raise Refused(_("One suggestion waits for an answer already.")) from None
    record("project.suggest", project, by=by, field=field)
    tell_students(project, "suggested", by=by, words=made.words)
    tell_advisors(project, "suggested", by=by, words=made.words)
    return made


@transaction.atomic
def answer_suggestion(suggestion: Suggestion, *, take: bool, by: Viewer) -> None:
    """A member takes the words over (and may write on), or leaves their own as they are.

    What was written since the suggestion was made stays beside it: no word is lost.
    """
    project = suggestion.project
    require(rules.may_work(by, project))
    lock_writable(project)
    state = Suggestion.State.TAKEN if take else Suggestion.State.LEFT
    rows = Suggestion.objects.filter(pk=suggestion.pk, state=Suggestion.State.OPEN)
    if not rows.update(state=state, answered_by=by.person):
        raise Refused(_("Somebody answered this suggestion already."))
    if take:
        field = suggestion.field
        own = getattr(project, field)
        is_same = own in ("", suggestion.was)
        words = (suggestion.words if is_same else joined(own, suggestion.words))[: MOST[field]]
        Project.objects.filter(pk=project.pk).update(**{field: words})
        restamp(project)
    record("project.answer_suggestion", project, by=by, taken=take)
