"""Templates of the school and of its network, and what holds for projects."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.trying import works
from kindling.projects import actions, rules
from kindling.projects.collection import Offered, named, offered, own
from kindling.projects.forms.templates import ChoiceForm, TemplateForm
from kindling.projects.models import Template
from kindling.schools.http import ViewerRequest

MOST = 200  # templates of a network on one page


@require_safe
def collection(request: ViewerRequest) -> HttpResponse:
    """What can be begun with here, and what other schools of the network share."""
    require(rules.may_keep_templates(request.viewer))
    theirs = [
        (row, own(row, row.school.name)) for row in rules.visible_theirs(request.viewer)[:MOST]
    ]
    context = {
        "offered": offered(rules.visible_templates(request.viewer)), "theirs": theirs,
        "may_choose": rules.may_keep_choice(request.viewer),
    }  # fmt: skip
    return render(request, "projects/templates.html", context)


def find(request: ViewerRequest, ref: str) -> Offered:
    found = named(ref, rules.visible_templates(request.viewer))
    if found is None or not rules.may_read_templates(request.viewer):
        raise Http404
    return found


@require_safe
def template(request: ViewerRequest, ref: str) -> HttpResponse:
    """Read one."""
    one = find(request, ref)
    context = {"one": one, "may_keep": rules.may_keep_templates(request.viewer),
               "student": rules.own_student(request.viewer)}  # fmt: skip
    return render(request, "projects/template.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: ViewerRequest) -> HttpResponse:
    """Write a new one."""
    require(rules.may_keep_templates(request.viewer))
    return _edit(request, None)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: ViewerRequest, ref: str) -> HttpResponse:
    """Change one; one of the bank becomes the school's own words."""
    one = find(request, ref)
    require(rules.may_keep_templates(request.viewer))
    return _edit(request, one)


def _edit(request: ViewerRequest, one: Offered | None) -> HttpResponse:
    form = TemplateForm(sent(request), initial=TemplateForm.first(one))
    by = request.viewer
    if form.is_bound and works(
        form,
        lambda: actions.keep_template(
            one, form.facts, form.cleaned_data["steps"], looked=form.cleaned_data["looked"], by=by
        ),
    ):
        return go_to(request, "projects:templates", _("Kept."))
    context = {"form": form, "one": one}
    return page_or_422(request, "projects/edit_template.html", context, bound=form.is_bound)


def find_own(request: ViewerRequest, ref: str) -> Template:
    """A row of the school's own; 404 for one of the bank."""
    rows = rules.visible_templates(request.viewer)
    found: Template = get_object_or_404(rows, public_id=ref)
    return found


@require_POST
def share(request: ViewerRequest, ref: str) -> HttpResponse:
    """Share it with the network, or no longer (shared=yes|no)."""
    row = find_own(request, ref)
    is_shared = request.POST.get("shared") == "yes"
    actions.share_template(row, is_shared=is_shared, by=request.viewer)
    told = _("Shared with the network.") if is_shared else _("Not shared any more.")
    return go_to(request, "projects:templates", told)


@require_POST
def retire(request: ViewerRequest, ref: str) -> HttpResponse:
    """Take it off the list."""
    actions.retire_template(find_own(request, ref), by=request.viewer)
    return go_to(request, "projects:templates", _("Taken off the list."))


@require_POST
def copy(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Take over another school's text."""
    theirs = get_object_or_404(rules.visible_theirs(request.viewer), public_id=public_id)
    actions.copy_template(theirs, by=request.viewer)
    return go_to(request, "projects:templates", _("Copied. It is yours to change now."))


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: ViewerRequest) -> HttpResponse:
    """What holds for the school's projects."""
    by = request.viewer
    require(rules.may_keep_choice(by))
    choice = rules.choice_of(by)
    first: dict[str, Any] = {name: getattr(choice, name) for name in ChoiceForm.base_fields}
    form = ChoiceForm(sent(request), initial=first)
    if form.is_bound and works(form, lambda: actions.choose_projects(by=by, **form.cleaned_data)):
        return go_to(request, "projects:templates", _("Kept."))
    return page_or_422(request, "projects/settings.html", {"form": form}, bound=form.is_bound)
