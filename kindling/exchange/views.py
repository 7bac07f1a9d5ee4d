"""Pages of imports: hand in, name the columns, look, apply, take back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.exchange import actions, queries, rules
from kindling.exchange.forms import MappingForm, SchoolForm, UploadForm
from kindling.exchange.models import Import
from kindling.kit.http import page_or_422, require
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest


@require_safe
def import_list(request: ViewerRequest) -> HttpResponse:
    require(bool(rules.kinds_for(request.viewer)))
    imports = rules.visible_imports(request.viewer).select_related("by").order_by("-pk")
    return render(request, "exchange/list.html", {"page": page_of(request, imports)})


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: ViewerRequest) -> HttpResponse:
    require(bool(rules.kinds_for(request.viewer)))
    is_sent = request.method == "POST"
    data, files = (request.POST, request.FILES) if is_sent else (None, None)
    form = UploadForm(data, files, viewer=request.viewer)
    if form.is_valid():
        return redirect(take_in(request, form))
    return page_or_422(request, "exchange/upload.html", {"form": form}, bound=form.is_bound)


def take_in(request: ViewerRequest, form: UploadForm) -> Import:
    """Keep the file; a package needs no columns and is previewed at once."""
    file = form.cleaned_data["file"]
    imported = actions.upload_import(
        kind=form.cleaned_data["kind"],
        file_name=file.name,
        content=file.read(),
        is_lenient=form.cleaned_data["is_lenient"],
        by=request.viewer,
    )
    if not imported.is_sheet:
        actions.preview_import(imported, by=request.viewer)
    return imported


def find(request: ViewerRequest, public_id: str) -> Import:
    """404 for what you may not see: to you, it does not exist."""
    return get_object_or_404(rules.visible_imports(request.viewer), public_id=public_id)


@require_safe
def import_detail(request: ViewerRequest, public_id: str) -> HttpResponse:
    imported = find(request, public_id)
    return render(request, "exchange/detail.html", shown(request, imported))


def shown(
    request: ViewerRequest, imported: Import, form: MappingForm | SchoolForm | None = None
) -> dict[str, Any]:
    """What the page of an import needs, whatever state it is in."""
    sections = queries.sections_of(imported, request.GET.get("show", ""))
    key = next(section.key for section in sections if section.is_current)
    page = page_of(request, queries.rows_of(imported, key))
    return {
        "imported": imported,
        "form": form or choices_form(imported),
        "sections": sections,
        "show": key,
        "page": page,
        "rows": queries.in_words(list(page)),
    }


def choices_form(imported: Import, data: Any = None) -> MappingForm | SchoolForm:
    """A spreadsheet asks for its columns, a package for its school."""
    kind = MappingForm if imported.is_sheet else SchoolForm
    return kind(data, imported=imported)


@require_POST
def preview(request: ViewerRequest, public_id: str) -> HttpResponse:
    imported = find(request, public_id)
    form = choices_form(imported, request.POST)
    if not form.is_valid():
        context = shown(request, imported, form)
        return page_or_422(request, "exchange/detail.html", context, bound=True)
    actions.preview_import(imported, by=request.viewer, **form.choices_made())
    return redirect(imported)


@require_POST
def apply(request: ViewerRequest, public_id: str) -> HttpResponse:
    imported = find(request, public_id)
    actions.apply_import(imported, by=request.viewer)
    return redirect(imported)


@require_POST
def undo(request: ViewerRequest, public_id: str) -> HttpResponse:
    imported = find(request, public_id)
    actions.undo_import(imported, by=request.viewer)
    return redirect(imported)


@require_POST
def discard(request: ViewerRequest, public_id: str) -> HttpResponse:
    imported = find(request, public_id)
    actions.discard_import(imported, by=request.viewer)
    messages.success(request, _("The file is thrown away."))
    return redirect("exchange:imports")
