"""Rubrics as those who edit them change them."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kindling.goals import actions, rules
from kindling.goals.forms import CriterionForm, RubricForm
from kindling.goals.queries.pages import criterion_texts
from kindling.goals.views.reading import find_rubric
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.schools.http import ViewerRequest

BOTH = ["GET", "HEAD", "POST"]


@require_POST
def start(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Begin the next version."""
    draft = actions.start_rubric(find_rubric(request, public_id), by=request.viewer)
    return go_to(request, draft, _("This is the draft. Nobody else sees it until you publish."))


@require_http_methods(BOTH)
def change(request: ViewerRequest, public_id: str) -> HttpResponse:
    rubric = find_rubric(request, public_id)
    require(rules.may_edit_goals(request.viewer))
    first = {name: getattr(rubric, name) for name in ("title", "use", "text")}
    first |= {name: "\n".join(getattr(rubric, name)) for name in ("questions", "results")}
    form = RubricForm(sent(request), initial=first)
    if form.is_bound and form.is_valid():
        actions.change_rubric(rubric, by=request.viewer, **form.cleaned_data)
        return go_to(request, rubric, _("Saved."))
    context = {"form": form, "title": rubric.title, "back": rubric}
    return page_or_422(request, "goals/form.html", context, bound=form.is_bound)


@require_http_methods(BOTH)
def criterion(request: ViewerRequest, public_id: str, criterion_id: str) -> HttpResponse:
    """Add one ("new"), or change one."""
    rubric = find_rubric(request, public_id)
    require(rules.may_edit_goals(request.viewer))
    is_new = criterion_id == "new"
    found = None if is_new else get_object_or_404(rubric.criteria, public_id=criterion_id)
    levels, texts = criterion_texts(rubric, found)
    first = {"title": found.title if found else ""}
    form = CriterionForm(sent(request), levels=levels, texts=texts, initial=first)
    if form.is_bound and form.is_valid():
        said = {"title": form.cleaned_data["title"], "texts": form.texts}
        actions.put_criterion(rubric, found, by=request.viewer, **said)
        return go_to(request, rubric, _("Saved."))
    context = {"form": form, "title": rubric.title, "back": rubric}
    return page_or_422(request, "goals/form.html", context, bound=form.is_bound)


@require_POST
def remove(request: ViewerRequest, public_id: str, criterion_id: str) -> HttpResponse:
    rubric = find_rubric(request, public_id)
    found = get_object_or_404(rubric.criteria, public_id=criterion_id)
    actions.remove_criterion(found, by=request.viewer)
    return redirect(rubric)


@require_POST
def publish(request: ViewerRequest, public_id: str) -> HttpResponse:
    rubric = find_rubric(request, public_id)
    actions.publish_rubric(rubric, by=request.viewer)
    return go_to(request, rubric, _("In use from now on."))


@require_POST
def discard(request: ViewerRequest, public_id: str) -> HttpResponse:
    actions.discard_rubric(find_rubric(request, public_id), by=request.viewer)
    return go_to(request, "goals:goals", _("The draft is thrown away."))
