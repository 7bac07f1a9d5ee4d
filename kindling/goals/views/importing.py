"""Standards come in: hand in a package, look what it would change, bring it in."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.goals import actions, rules
from kindling.goals.case.package import Unreadable
from kindling.goals.forms import PackageForm
from kindling.goals.models import CaseImport
from kindling.kit.http import go_to, page_or_422, require
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def imports(request: ViewerRequest) -> HttpResponse:
    """What was handed in, and the form for another one."""
    require(rules.may_edit_goals(request.viewer))
    is_sent = request.method == "POST"
    form = PackageForm(*((request.POST, request.FILES) if is_sent else ()))
    if form.is_bound and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            return redirect(
                actions.upload_package(by=request.viewer, file_name=file.name, content=file.read())
            )
        except Unreadable as wrong:
            form.add_error("file", str(wrong))
    page = page_of(request, rules.visible_imports(request.viewer).order_by("-pk"))
    context = {"form": form, "page": page}
    return page_or_422(request, "goals/imports.html", context, bound=form.is_bound)


@require_safe
def detail(request: ViewerRequest, public_id: str) -> HttpResponse:
    context = {"imported": find(request, public_id)}
    return render(request, "goals/import.html", context)


@require_POST
def apply(request: ViewerRequest, public_id: str) -> HttpResponse:
    imported = find(request, public_id)
    actions.apply_package(imported, by=request.viewer)
    return redirect(imported)


@require_POST
def discard(request: ViewerRequest, public_id: str) -> HttpResponse:
    actions.discard_import(find(request, public_id), by=request.viewer)
    return go_to(request, "goals:imports", _("The file is thrown away."))


def find(request: ViewerRequest, public_id: str) -> CaseImport:
    found = rules.visible_imports(request.viewer).select_related("framework")
    return get_object_or_404(found, public_id=public_id)
