"""Advisories: the list, one of them, and who leads it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.advisory import actions, forms, queries, rules
from kindling.advisory.models import Advisory
from kindling.kit.http import require
from kindling.kit.paging import page_of
from kindling.people.rules import visible_people
from kindling.schools.http import ViewerRequest


@require_safe
def advisory_list(request: ViewerRequest) -> HttpResponse:
    page = page_of(request, queries.advisory_rows(request.viewer))
    for advisory in page:
        advisory.leads = queries.led_by(advisory)
    context = {"page": page, "may_change": rules.may_change_advisory(request.viewer)}
    return render(request, "advisory/list.html", context)


@require_safe
def advisory_detail(request: ViewerRequest, public_id: str) -> HttpResponse:
    return shown(request, find(request, public_id), forms.AdvisorForm(viewer=request.viewer))


def find(request: ViewerRequest, public_id: str) -> Advisory:
    """404 for what you may not see: to you, it does not exist."""
    return get_object_or_404(rules.visible_advisories(request.viewer), public_id=public_id)


def shown(request: ViewerRequest, advisory: Advisory, form: forms.AdvisorForm) -> HttpResponse:
    """The advisory's page; 422 when the form on it has to be mended."""
    context = {
        "advisory": advisory,
        "seats": list(rules.visible_seats(request.viewer, advisory)),
        "leads": list(rules.visible_leads(request.viewer).filter(advisory=advisory)),
        "may_change": rules.may_change_advisory(request.viewer),
        "may_name": rules.may_name_substitute(request.viewer, advisory),
        "substitutes": list(rules.visible_substitutes(request.viewer, advisory)),
        "form": form,
    }
    return render(request, "advisory/detail.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def make_advisory(request: ViewerRequest) -> HttpResponse:
    require(rules.may_change_advisory(request.viewer))
    form = forms.MakeForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "advisory/make.html", {"form": form}, status=status)
    return redirect(actions.make_advisory(by=request.viewer, **form.cleaned_data))


@require_POST
def give_advisor(request: ViewerRequest, public_id: str) -> HttpResponse:
    advisory = find(request, public_id)
    require(rules.may_change_advisory(request.viewer))
    form = forms.AdvisorForm(request.POST, viewer=request.viewer)
    if not form.is_valid():
        return shown(request, advisory, form)
    actions.give_advisor(advisory, form.cleaned_data["advisor"], by=request.viewer)
    messages.success(request, _("Saved."))
    return redirect(advisory)


@require_POST
def end_advisor(request: ViewerRequest, public_id: str, person_id: str) -> HttpResponse:
    advisory = find(request, public_id)
    person = get_object_or_404(visible_people(request.viewer), public_id=person_id)
    actions.end_advisor(advisory, person, by=request.viewer)
    messages.success(request, _("Saved."))
    return redirect(advisory)
