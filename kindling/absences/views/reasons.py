"""The school's reasons and codes, and who sits at the desk."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kindling.absences import actions, rules
from kindling.absences.forms import ChangeReasonForm, DeskForm, ReasonForm
from kindling.absences.queries import all_reasons
from kindling.kit.http import Refused, go_to, page_or_422, require, sent
from kindling.schools.http import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def reason_list(request: ViewerRequest) -> HttpResponse:
    """All reasons; POST says who sits at the desk."""
    require(rules.may_change_reasons(request.viewer))
    form = DeskForm(sent(request), initial={"roles": rules.desk_roles(request.school)})
    if form.is_bound and form.is_valid():
        try:
            actions.choose_desk(form.cleaned_data["roles"], by=request.viewer)
        except Refused as refused:
            form.add_error("roles", str(refused))
        else:
            return go_to(request, "absences:reasons", _("Saved."))
    context = {"reasons": all_reasons(request.viewer), "form": form}
    return page_or_422(request, "absences/reasons.html", context, bound=form.is_bound)


@require_http_methods(["GET", "HEAD", "POST"])
def add_reason(request: ViewerRequest) -> HttpResponse:
    require(rules.may_change_reasons(request.viewer))
    first = {"is_excused": True, "for_students": True, "for_families": True}
    form = ReasonForm(sent(request), initial=first)
    if form.is_bound and form.is_valid():
        actions.add_reason(by=request.viewer, **form.cleaned_data)
        return go_to(request, "absences:reasons", _("Saved."))
    context = {"form": form, "title": _("Add a reason")}
    return page_or_422(request, "absences/reason.html", context, bound=form.is_bound)


@require_http_methods(["GET", "HEAD", "POST"])
def change_reason(request: ViewerRequest, code: str) -> HttpResponse:
    """One reason, named by its code: a school that never changed any has no rows yet."""
    require(rules.may_change_reasons(request.viewer))
    if request.method == "POST":
        actions.seed_reasons(by=request.viewer)
    reason = next((one for one in all_reasons(request.viewer) if one.code == code), None)
    if reason is None:
        raise Http404
    form = ChangeReasonForm(sent(request), initial=ChangeReasonForm.first_answers(reason))
    if form.is_bound and form.is_valid():
        actions.change_reason(reason, by=request.viewer, **form.cleaned_data)
        return go_to(request, "absences:reasons", _("Saved."))
    context = {"form": form, "title": reason.name}
    return page_or_422(request, "absences/reason.html", context, bound=form.is_bound)
