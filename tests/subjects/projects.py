"""A project with one of each, for the addresses that name one."""

from __future__ import annotations

from kindling.projects import actions
from kindling.projects.models import Member, Suggestion, Template
from kindling.projects.models.templates import Kind
from kindling.schools.viewer import Viewer


def add(maker) -> None:
    """Luis's project on his own, with a step, a line, a draft and a suggestion; two templates."""
    cast = maker.cast
    by = Viewer.system(cast.school)
    project = actions.begin_project(cast.luis, title="Old maps", kind=Kind.PASSION, by=by)
    line = actions.add_standard(project, "It is true.", by=by)
    step = actions.add_step(project, "Ask", cast.school.today(), by=by)
    draft = actions.add_draft(project, "First", text="Words", by=by)
    suggestion = Suggestion.objects.create(
        school=cast.school, project=project, field="product", words="A film.", by=cast.sam,
        at=cast.school.now(),
    )  # fmt: skip
    theirs = Template.objects.create(school=cast.north, title="Theirs", is_shared=True)
    maker.ids |= {
        "projects/": project.public_id,
        "projects/steps/": step.public_id,
        "projects/standards/": line.public_id,
        "projects/drafts/": draft.public_id,
        "projects/suggestions/": suggestion.public_id,
        "projects/members/": Member.objects.get(project=project).public_id,
        "projects/templates/": "need",
        "projects/templates/copy/": theirs.public_id,
    }
