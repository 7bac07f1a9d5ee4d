"""Who guides interns at a site: added, put in the lead, ended."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.kit.http import answer, go_to, page_or_422, require, sent
from kindling.schools.http import ViewerRequest
from kindling.sites import actions, rules
from kindling.sites.forms import MentorForm, MoveForm
from kindling.sites.models import Site, SiteMentor
from kindling.sites.queries.mentors import mentor_page
from kindling.sites.views.organisations import find_site, instead, shown_site


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


@require_safe
def mentor(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One mentor, for staff: where they are and were, and whether they may be asked."""
    person = rules.visible_mentors(request.viewer).filter(public_id=public_id).first()
    if person is None:
        return instead(request, "mentor", public_id)
    context = {
        "page": mentor_page(request.viewer, person), "mentor": person,
        "may_edit": rules.may_edit_mentors(request.viewer),
    }  # fmt: skip
    return render(request, "sites/mentor.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def move_mentor(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The mentor works somewhere else now."""
    row = find_mentor(request, public_id)
    require(rules.may_edit_mentors(request.viewer))
    first = {"since_on": request.school.today()}
    form = MoveForm(sent(request), viewer=request.viewer, leaving=row.site, initial=first)
    if form.is_bound and form.is_valid():
        try:
            moved = keep_move(request, row, form)
        except ValidationError as wrong:
            form.add_error(None, wrong)
        else:
            return go_to(request, moved.site, _("Moved. Ask here whether students can come."))
    context = {"form": form, "row": row}
    return page_or_422(request, "sites/move_mentor.html", context, bound=form.is_bound)


def keep_move(request: ViewerRequest, row: SiteMentor, form: MoveForm) -> SiteMentor:
    facts = form.cleaned_data
    there = {"since_on": facts["since_on"], "title": facts["title"], "by": request.viewer}
    if facts["site"] is not None:
        return actions.move_mentor(row, facts["site"], **there)
    return actions.move_mentor_to_new(row, facts["name"], **there)


def find_mentor(request: ViewerRequest, public_id: str) -> SiteMentor:
    """404 for what the viewer may not see."""
    return get_object_or_404(rules.visible_site_mentors(request.viewer), public_id=public_id)


def mentors_of(request: ViewerRequest, site: Site, toast: str) -> HttpResponse:
    context = shown_site(request, site)
    return answer(request, "sites/_mentors.html", context, to=site, toast=toast)
