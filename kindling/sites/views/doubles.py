"""The same one twice: found, looked at side by side, merged, kept apart, undone."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest
from kindling.sites import actions, rules
from kindling.sites.forms import TakeForm
from kindling.sites.models import Kind
from kindling.sites.queries.doubles import choices_of, doubles, entries_of, side_of
from kindling.sites.queries.history import FIELDS


@require_safe
def double_list(request: ViewerRequest) -> HttpResponse:
    """What looks like the same one twice, the surest first."""
    require(rules.may_edit_places(request.viewer))
    page = page_of(request, doubles(request.viewer))
    return render(request, "sites/doubles.html", {"page": page})


@require_safe
def merge_list(request: ViewerRequest) -> HttpResponse:
    """What was merged, the newest first, each with its undo."""
    require(rules.may_edit_places(request.viewer))
    page = page_of(request, rules.visible_merges(request.viewer))
    mentors_too = rules.may_merge(request.viewer, Kind.MENTOR)
    return render(request, "sites/merges.html", {"page": page, "mentors_too": mentors_too})


@require_http_methods(["GET", "HEAD", "POST"])
def double(request: ViewerRequest, kind: str, public_id: str, other_id: str) -> HttpResponse:
    """Show two side by side; POST merges the second into the first."""
    mine, other = find_two(request, kind, public_id, other_id)
    choices = choices_of(kind, mine, other)
    form = TakeForm(sent(request), choices=choices)
    if form.is_bound and form.is_valid():
        actions.merge(Kind(kind), mine, other, of_other=form.of_other(), by=request.viewer)
        return go_to(request, page_of_entry(kind, public_id), _("Merged. You can undo it."))
    sides = {"mine": side_of(mine), "other": side_of(other)}
    context = {"kind": kind, "form": form, "choices": choices, **sides}
    return page_or_422(request, "sites/double.html", context, bound=form.is_bound)


@require_POST
def keep_apart(request: ViewerRequest, kind: str, public_id: str, other_id: str) -> HttpResponse:
    one, other = find_two(request, kind, public_id, other_id)
    actions.keep_apart(Kind(kind), one, other, by=request.viewer)
    return go_to(request, reverse("sites:doubles"), _("Noted: they are not the same."))


@require_POST
def undo(request: ViewerRequest, public_id: str) -> HttpResponse:
    require(rules.may_edit_places(request.viewer))
    merged = get_object_or_404(rules.visible_merges(request.viewer), public_id=public_id)
    stayed = actions.undo_merge(merged, by=request.viewer)
    toast = _("Undone. Both are as they were.")
    if stayed:
        names = ", ".join(str(FIELDS.get(name, name)) for name in stayed)
        toast = _("Undone. Changed since then, so it stays: %(names)s.") % {"names": names}
    return go_to(request, page_of_entry(merged.kind, merged.kept_id), toast)


def find_two(request: ViewerRequest, kind: str, one_id: str, other_id: str) -> tuple[Any, Any]:
    """404 for what the viewer may not see, 403 for who merges nothing, 409 for one merged since."""
    require(kind not in Kind or rules.may_merge(request.viewer, kind))
    if kind not in Kind or one_id == other_id:
        raise Http404
    found = entries_of(request.viewer, kind)
    rules.refuse_merged(request.viewer, [one_id, other_id])
    return tuple(get_object_or_404(found, public_id=one) for one in (one_id, other_id))


def page_of_entry(kind: str, public_id: str) -> str:
    return reverse(f"sites:{kind}", args=[public_id])
