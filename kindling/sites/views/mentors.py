"""Who guides interns at a site: added, put in the lead, ended."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kindling.kit.http import answer, go_to, page_or_422, require, sent
from kindling.schools.http import ViewerRequest
from kindling.sites import actions, rules
from kindling.sites.forms import MentorForm
from kindling.sites.models import Site, SiteMentor
from kindling.sites.views.organisations import find_site, shown_site


@require_http_methods(["GET", "HEAD", "POST"])
def add_mentor(request: ViewerRequest, public_id: str) -> HttpResponse:
    site = find_site(request, public_id)
    require(rules.may_edit_mentors(request.viewer))
    form = MentorForm(sent(request), viewer=request.viewer, site=site)
    if form.is_bound and form.is_valid():
        keep_mentor(request, site, form)
        return go_to(request, site, _("Mentor added."))
    context = {"form": form, "site": site}
    return page_or_422(request, "sites/add_mentor.html", context, bound=form.is_bound)


def keep_mentor(request: ViewerRequest, site: Site, form: MentorForm) -> SiteMentor:
    facts = form.cleaned_data
    here = {"title": facts["title"], "is_lead": facts["is_lead"], "by": request.viewer}
    if facts["person"] is not None:
        return actions.add_mentor(site, facts["person"], **here)
    return actions.add_new_mentor(site, **here, **form.person_facts())


@require_POST
def make_lead(request: ViewerRequest, public_id: str) -> HttpResponse:
    mentor = find_mentor(request, public_id)
    actions.make_lead(mentor, by=request.viewer)
    return mentors_of(request, mentor.site, _("Lead changed."))


@require_POST
def end_mentor(request: ViewerRequest, public_id: str) -> HttpResponse:
    mentor = find_mentor(request, public_id)
    actions.end_mentor(mentor, by=request.viewer)
    return mentors_of(request, mentor.site, _("Ended."))


def find_mentor(request: ViewerRequest, public_id: str) -> SiteMentor:
    """404 for what the viewer may not see."""
    return get_object_or_404(rules.visible_site_mentors(request.viewer), public_id=public_id)


def mentors_of(request: ViewerRequest, site: Site, toast: str) -> HttpResponse:
    context = shown_site(request, site)
    return answer(request, "sites/_mentors.html", context, to=site, toast=toast)
