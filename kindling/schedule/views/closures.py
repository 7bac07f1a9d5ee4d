"""Days on which the school is closed."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.kit.http import require, sent
from kindling.kit.paging import page_of
from kindling.schedule import actions, rules
from kindling.schedule.forms.closures import ClosureForm
from kindling.schedule.queries.history import told
from kindling.schedule.views.keeping import kept
from kindling.schools.http import ViewerRequest

PAGE = "schedule/closure.html"


@require_safe
def closure_list(request: ViewerRequest) -> HttpResponse:
    require(rules.may_see_calendar(request.viewer))
    page = page_of(request, rules.visible_closures(request.viewer).order_by("-starts_on", "-pk"))
    context = {"page": page, "may_change": rules.may_change_closures(request.viewer)}
    return render(request, "schedule/closures.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add_closure(request: ViewerRequest) -> HttpResponse:
    require(rules.may_change_closures(request.viewer))
    form = ClosureForm(sent(request), viewer=request.viewer)

    def act() -> object:
        return actions.add_closure(by=request.viewer, **form.cleaned_data)

    return kept(
        request,
        form,
        (PAGE, {"title": _("Close the school"), "history": []}),
        act,
        "schedule:closures",
    )


@require_http_methods(["GET", "HEAD", "POST"])
def change_closure(request: ViewerRequest, public_id: str) -> HttpResponse:
    require(rules.may_change_closures(request.viewer))
    closure = get_object_or_404(rules.visible_closures(request.viewer), public_id=public_id)
    initial = vars(closure) | {"grades": closure.grade_list}
    form = ClosureForm(
        sent(request), initial=initial, viewer=request.viewer, is_snow=closure.kind == "snow"
    )

    page = (PAGE, {"title": closure.label, "history": told(request.viewer, public_id)})

    def act() -> object:
        return actions.change_closure(closure, by=request.viewer, **form.cleaned_data)

    return kept(request, form, page, act, "schedule:closures")


@require_POST
def delete_closure(request: ViewerRequest, public_id: str) -> HttpResponse:
    closure = get_object_or_404(rules.visible_closures(request.viewer), public_id=public_id)
    actions.delete_closure(closure, by=request.viewer)
    return redirect("schedule:closures")
