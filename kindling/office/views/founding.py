"""The first two pages of a new installation: which school, and how its year runs."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from kindling.accounts.views.gates import complete, too_often
from kindling.kit.http import Refused, is_looking, require, sent
from kindling.office import queries, rules
from kindling.office.actions.founding import finish_set_up as finish
from kindling.office.actions.founding import found_school
from kindling.office.forms.school import SetUpForm
from kindling.office.forms.years import FinishForm, KindForm, OpeningForm
from kindling.schools.http import ViewerRequest

ADMINISTRATOR = ("given_name", "family_name", "email", "password")


@login_not_required
@never_cache
@sensitive_post_parameters("password", "code")
@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: HttpRequest) -> HttpResponse:
    """Open only until somebody administers a school here, with the code from the terminal."""
    if not rules.may_set_up():
        raise Http404
    if often := too_often(request, "set_up"):
        return often
    form = SetUpForm(sent(request), initial={"code": request.GET.get("code", "")})
    if form.is_bound and form.is_valid():
        return founded(request, form)
    status = 422 if form.is_bound else 200
    return render(request, "office/set_up.html", {"form": form}, status=status)


def founded(request: HttpRequest, form: SetUpForm) -> HttpResponse:
    """Make the school and go on to its second page, signed in."""
    data = form.cleaned_data
    administrator = {name: data[name] for name in ADMINISTRATOR}
    facts = {name: data[name] for name in ("name", "slug", "timezone", "language")}
    facts["network"] = data["network"] or data["name"]
    try:
        user = found_school(form.chosen, administrator=administrator, **facts)
    except Refused as refused:
        form.add_error(None, str(refused))
        return render(request, "office/set_up.html", {"form": form}, status=409)
    slug = form.chosen.slug if form.chosen else data["slug"]
    return complete(request, user, "set_up", to=f"/{slug}/set-up/")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def finish_set_up(request: ViewerRequest) -> HttpResponse:
    """Ask for year, terms, internship days and coordinator. GET with ?kind= proposes terms."""
    require(rules.may_finish_set_up(request.viewer))
    if request.school.set_up_at and is_looking(request):
        return redirect("office:settings")
    if request.method == "POST":
        return finished(request)
    return render(request, "office/finish.html", proposed(request))


def proposed(request: ViewerRequest) -> dict[str, Any]:
    """Return the two forms, filled with a year and terms that can be changed.

    Where the roster brought the year, only the rest is asked.
    """
    days = {"internship_days": request.school.internship_days.split(",")}
    if year := queries.year_now(request.viewer):
        form: forms.Form = OpeningForm(viewer=request.viewer, initial=days)
        return {"asked": None, "form": form, "year": year}
    first, last = queries.propose_year(request.school.today())
    usual = {"kind": "trimester", "starts_on": first, "ends_on": last}
    asked = KindForm(request.GET or None, initial=usual)
    known = asked.cleaned_data if asked.is_bound and asked.is_valid() else usual
    form = FinishForm(viewer=request.viewer, initial=queries.proposal(**known) | days)
    return {"asked": asked, "form": form, "year": None}


def finished(request: ViewerRequest) -> HttpResponse:
    """Keep the answers, or show what is wrong with them."""
    year = queries.year_now(request.viewer)
    kind = OpeningForm if year else FinishForm
    form = kind(request.POST, viewer=request.viewer)
    asked = None if year else KindForm(initial=request.POST.dict())
    context, status = {"form": form, "asked": asked, "year": year}, 422
    if form.is_valid():
        try:
            finish(request.school, by=request.viewer, **form.answers())
        except Refused as refused:
            form.add_error(None, str(refused))
            status = 409
        else:
            return redirect(reverse("home:today"))
    return render(request, "office/finish.html", context, status=status)
