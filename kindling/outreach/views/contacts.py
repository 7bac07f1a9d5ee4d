"""Staff note that they were in touch, do what is next, and see who has gone cold."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.outreach import actions, rules
from kindling.outreach.forms.contacts import ChoiceForm, ContactForm
from kindling.outreach.models import Contact
from kindling.outreach.queries import staying
from kindling.schools.http import ViewerRequest
from kindling.sites.models import Organisation, Site
from kindling.sites.rules import may_edit_places, visible_organisations, visible_sites

require_form = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def cold(request: ViewerRequest) -> HttpResponse:
    """Sites nobody was in touch with, the longest first."""
    require(rules.may_log(request.viewer))
    months = staying.cold_months(request.viewer)
    mine = request.GET.get("show") == "mine"
    page = page_of(request, staying.cold_sites(request.viewer, months, mine=mine))
    context = {"page": page, "months": months, "mine": mine}
    context["may_keep"] = may_edit_places(request.viewer)
    return render(request, "outreach/cold.html", context)


@require_safe
def find(request: ViewerRequest) -> HttpResponse:
    """Whom was it with? A few letters of the name are enough."""
    require(rules.may_log(request.viewer))
    words = " ".join(request.GET.get("q", "").split())[:100]
    page = page_of(request, staying.found_sites(request.viewer, words))
    return render(request, "outreach/find.html", {"page": page, "words": words})


@require_POST
def called(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One tap: somebody called. The words can be added on the next page, or never."""
    site = find_site(request, public_id)
    contact = actions.log_contact(site, how=Contact.How.CALL, by=request.viewer)
    return go_to(request, contact, _("The call is noted. Add what was said, if you like."))


@require_form
def log(request: ViewerRequest, public_id: str) -> HttpResponse:
    """A call, visit, letter or meeting with a site."""
    return log_about(request, find_site(request, public_id))


@require_form
def log_organisation(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The same with an organisation as a whole."""
    found = visible_organisations(request.viewer)
    return log_about(request, get_object_or_404(found, public_id=public_id))


def log_about(request: ViewerRequest, about: Site | Organisation) -> HttpResponse:
    require(rules.may_log(request.viewer))
    site = about if isinstance(about, Site) else None
    form = ContactForm(sent(request), viewer=request.viewer, site=site)
    if form.is_bound and form.is_valid():
        actions.log_contact(about, by=request.viewer, **form.cleaned_data)
        return go_to(request, about, _("Noted."))
    context = {"form": form, "about": about, "contact": None}
    return page_or_422(request, "outreach/contact.html", context, bound=form.is_bound)


@require_form
def contact(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One contact: read it, or add the words."""
    found = find_contact(request, public_id)
    may_change = rules.may_change_contact(request.viewer, found)
    require(may_change or request.method != "POST")
    about: dict[str, Any] = {
        "site": found.site,
        "noted": found.mentor,
        "initial": as_entered(found),
    }
    form = ContactForm(sent(request), viewer=request.viewer, **about)
    if form.is_bound and form.is_valid():
        actions.change_contact(found, by=request.viewer, **form.cleaned_data)
        return go_to(request, found.site or found.organisation, _("Noted."))
    context: dict[str, Any] = {"may_change": may_change, "may_finish": may_finish(request, found)}
    context |= {"form": form, "about": found.site or found.organisation, "contact": found}
    return page_or_422(request, "outreach/contact.html", context, bound=form.is_bound)


def may_finish(request: ViewerRequest, found: Contact) -> bool:
    is_open = found.state == Contact.State.OPEN
    return is_open and rules.may_finish(request.viewer, found)


def as_entered(found: Contact) -> dict[str, Any]:
    """The contact as its form shows it."""
    kept = {name: getattr(found, name) for name in ("how", "said", "next_step", "next_on", "on")}
    people = {"mentor": found.mentor, "owner": found.owner}
    return kept | {name: who.public_id if who else "" for name, who in people.items()}


@require_safe
def site_contacts(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Everything that was said with one site."""
    require(rules.may_log(request.viewer))
    site = find_site(request, public_id)
    page = page_of(request, staying.contacts_with(request.viewer, site))
    return render(request, "outreach/contacts.html", {"page": page, "site": site})


@require_safe
def steps(request: ViewerRequest) -> HttpResponse:
    """What is to be done next: mine, or everybody's."""
    require(rules.may_log(request.viewer))
    of_all = request.GET.get("show") == "all"
    page = page_of(request, staying.open_steps(request.viewer, of_all=of_all))
    context = {"page": page, "of_all": of_all, "today": request.school.today()}
    context["may_finish"] = {one.pk: rules.may_finish(request.viewer, one) for one in page}
    return render(request, "outreach/steps.html", context)


@require_POST
def finish(request: ViewerRequest, public_id: str) -> HttpResponse:
    actions.finish_step(find_contact(request, public_id), by=request.viewer)
    return go_to(request, "outreach:steps", _("Done."))


@require_form
def settings(request: ViewerRequest) -> HttpResponse:
    """When a site is cold here."""
    require(rules.may_choose(request.viewer))
    first = {"cold_months": staying.cold_months(request.viewer)}
    form = ChoiceForm(sent(request), initial=first)
    if form.is_bound and form.is_valid():
        actions.choose_outreach(by=request.viewer, **form.cleaned_data)
        return go_to(request, "outreach:cold", _("Saved."))
    return page_or_422(request, "outreach/settings.html", {"form": form}, bound=form.is_bound)


def find_site(request: ViewerRequest, public_id: str) -> Site:
    """404 for what the viewer may not see."""
    return get_object_or_404(visible_sites(request.viewer), public_id=public_id)


def find_contact(request: ViewerRequest, public_id: str) -> Contact:
    """404 for what the viewer may not see."""
    return get_object_or_404(rules.visible_contacts(request.viewer), public_id=public_id)
