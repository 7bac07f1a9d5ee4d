"""What the school offers to families; who comes."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest
from kindling.schools.roles import Role
from kindling.services import actions, forms, rules
from kindling.services.models import Service

BOTH = ["GET", "HEAD", "POST"]


@require_safe
def services(request: ViewerRequest) -> HttpResponse:
    """Everything for staff, what is open for families."""
    viewer = request.viewer
    require((viewer.is_staff or viewer.is_a(Role.GUARDIAN)) and not viewer.purpose)
    rows = rules.counted(rules.visible_services(viewer), viewer.person_id)
    may = rules.may_keep_services(viewer)
    return render(request, "services/services.html", {"page": page_of(request, rows), "may": may})


@require_http_methods(BOTH)
def add(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    require(rules.may_keep_services(viewer))
    form = forms.ServiceForm(sent(request), viewer=viewer)
    if form.is_bound and form.is_valid():
        return redirect(actions.write_service(**form.cleaned_data, by=viewer))
    return page_or_422(
        request, "services/edit.html", {"form": form, "service": None}, bound=form.is_bound
    )


@require_http_methods(BOTH)
def edit(request: ViewerRequest, public_id: str) -> HttpResponse:
    viewer, found = request.viewer, _found(request, public_id)
    require(rules.may_keep_services(viewer))
    form = forms.ServiceForm(sent(request), viewer=viewer, service=found)
    if form.is_bound and form.is_valid():
        actions.change_service(found, **form.cleaned_data, by=viewer)
        return go_to(request, found, _("Saved."))
    return page_or_422(
        request, "services/edit.html", {"form": form, "service": found}, bound=form.is_bound
    )


@require_http_methods(BOTH)
def service(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One of them; POST by who leads it notes who was there."""
    viewer, found = request.viewer, _found(request, public_id)
    coming = list(rules.sign_ups_of(viewer, found)[:500])
    form = forms.UsesForm(sent(request), coming=coming, initial={"on": viewer.school.today()})
    if form.is_bound:
        require(rules.may_note_uses(viewer, found))
        if form.is_valid():
            actions.note_uses(found, **form.cleaned_data, by=viewer)
            return go_to(request, found, _("Saved."))
    context = {
        "service": found, "coming": coming, "form": form,
        "days": list(rules.uses_by_day(viewer, found)[:50]),
        "may": rules.may_keep_services(viewer), "may_note": rules.may_note_uses(viewer, found),
        "may_join": rules.may_join_service(viewer, found),
    }  # fmt: skip
    return page_or_422(request, "services/service.html", context, bound=form.is_bound)


@require_POST
def open_it(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = _found(request, public_id)
    actions.open_service(found, by=request.viewer)
    return go_to(request, found, _("Families read it from now on."))


@require_POST
def end(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = _found(request, public_id)
    actions.end_service(found, by=request.viewer)
    return go_to(request, found, _("It is offered no more."))


@require_POST
def join(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = _found(request, public_id)
    actions.join_service(found, by=request.viewer)
    return go_to(request, found, _("You are signed up."))


@require_POST
def leave(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = _found(request, public_id)
    actions.leave_service(found, by=request.viewer)
    return go_to(request, found, _("You are not signed up any more."))


def _found(request: ViewerRequest, public_id: str) -> Service:
    rows = rules.counted(rules.visible_services(request.viewer), request.viewer.person_id)
    found: Service = get_object_or_404(rows, public_id=public_id)
    return found
