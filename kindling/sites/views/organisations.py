"""Organisations and sites, for staff."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest
from kindling.sites import actions, rules
from kindling.sites.forms import NewSiteForm, OrganisationForm, SiteForm
from kindling.sites.forms.address import FIELDS
from kindling.sites.models import Organisation, Site
from kindling.sites.queries.pages import listed_organisations, organisation_page, site_page

require_form = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def organisation_list(request: ViewerRequest) -> HttpResponse:
    require(rules.sees_contacts(request.viewer))
    page = page_of(request, listed_organisations(request.viewer))
    return render(request, "sites/organisations.html", {"page": page})


@require_safe
def organisation(request: ViewerRequest, public_id: str) -> HttpResponse:
    try:
        found = find_organisation(request, public_id)
    except Http404:
        return instead(request, "organisation", public_id)
    context = {"page": organisation_page(request.viewer, found), "organisation": found}
    context["may_edit"] = rules.may_edit_places(request.viewer)
    return render(request, "sites/organisation.html", context)


@require_form
def edit_organisation(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_organisation(request, public_id)
    require(rules.may_edit_places(request.viewer))
    first = {name: getattr(found, name) for name in ("name", "website", "notes")}
    form = OrganisationForm(sent(request), initial=first)
    if form.is_bound and form.is_valid():
        actions.change_organisation(found, by=request.viewer, **form.cleaned_data)
        return go_to(request, found, _("Changes saved."))
    context = {"form": form, "organisation": found}
    return page_or_422(request, "sites/edit_organisation.html", context, bound=form.is_bound)


@require_form
def add_site(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_organisation(request, public_id)
    require(rules.may_edit_places(request.viewer))
    taken = {name.casefold() for name in found.sites.values_list("name", flat=True)}
    form = NewSiteForm(sent(request), taken=taken)
    if form.is_bound and form.is_valid():
        site = actions.add_site(found, by=request.viewer, **form.facts())
        return go_to(request, site, _("Site added."))
    context = {"form": form, "organisation": found, "site": None}
    return page_or_422(request, "sites/edit_site.html", context, bound=form.is_bound)


@require_safe
def site(request: ViewerRequest, public_id: str) -> HttpResponse:
    try:
        found = find_site(request, public_id)
    except Http404:
        return instead(request, "site", public_id)
    return render(request, "sites/site.html", shown_site(request, found))


@require_form
def edit_site(request: ViewerRequest, public_id: str) -> HttpResponse:
    site = find_site(request, public_id)
    require(rules.may_edit_places(request.viewer))
    first = {name: getattr(site, name) for name in ("name", *FIELDS)}
    form = SiteForm(sent(request), initial=first)
    if form.is_bound and form.is_valid():
        actions.change_site(site, by=request.viewer, **form.facts())
        return go_to(request, site, _("Changes saved."))
    context = {"form": form, "organisation": site.organisation, "site": site}
    return page_or_422(request, "sites/edit_site.html", context, bound=form.is_bound)


def find_organisation(request: ViewerRequest, public_id: str) -> Organisation:
    """404 for what the viewer may not see."""
    return get_object_or_404(rules.visible_organisations(request.viewer), public_id=public_id)


def find_site(request: ViewerRequest, public_id: str) -> Site:
    """404 for what the viewer may not see."""
    return get_object_or_404(rules.visible_sites(request.viewer), public_id=public_id)


def instead(request: ViewerRequest, kind: str, public_id: str) -> HttpResponse:
    """Lead on from an entry that was merged into another; 404 where there is none."""
    found = rules.stand_in(request.viewer, public_id)
    if not found:
        raise Http404
    return redirect(f"sites:{kind}", found)


def shown_site(request: ViewerRequest, site: Site) -> dict[str, Any]:
    """Everything the page of a site says to this viewer."""
    viewer = request.viewer
    return {
        "page": site_page(viewer, site),
        "site": site,
        "may_edit": rules.may_edit_places(viewer),
        "may_edit_mentors": rules.may_edit_mentors(viewer),
    }
