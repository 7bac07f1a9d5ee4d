"""The student lets others read an entry, and takes it back."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.journals import actions, rules
from kindling.journals.forms import ShareForm
from kindling.journals.models import JournalShare
from kindling.journals.prompts import prompt_asked
from kindling.journals.views.entries import find_entry
from kindling.kit.http import Refused, go_to, require
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest
from kindling.schools.roles import Role


@require_safe
def shared(request: ViewerRequest) -> HttpResponse:
    """What students let one read."""
    viewer = request.viewer
    require(not viewer.purpose and (viewer.is_staff or viewer.is_a(Role.GUARDIAN)))
    page = page_of(request, rules.shared_entries(viewer), size=10)
    context = {"page": page, "asked": prompt_asked, "may_ask": rules.is_principal(viewer)}
    return render(request, "journals/shared.html", context)


def asked_whom(request: ViewerRequest) -> str:
    form = ShareForm(request.POST)
    if not form.is_valid():
        raise Refused(_("Choose who may read it."))
    return str(form.cleaned_data["whom"])


@require_POST
def share(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One more who may read it."""
    found, whom = find_entry(request, public_id), asked_whom(request)
    actions.share_entry(found, whom, by=request.viewer)
    if whom == JournalShare.Whom.MENTOR:
        return go_to(request, found, _("Your advisor sends it to your mentor."))
    return go_to(request, found, _("They can read it from now on."))


@require_POST
def take_back(request: ViewerRequest, public_id: str) -> HttpResponse:
    """They read it no more."""
    found, whom = find_entry(request, public_id), asked_whom(request)
    one = get_object_or_404(rules.shares_of(found), whom=whom)
    actions.take_back(one, by=request.viewer)
    return go_to(request, found, _("Taken back. They cannot read it any more."))


@require_POST
def pass_on(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Send a mentor what the student wants them to read."""
    found = find_entry(request, public_id)
    one = get_object_or_404(rules.shares_of(found), whom=JournalShare.Whom.MENTOR)
    actions.pass_on(one, by=request.viewer)
    return go_to(request, found, _("A letter with the link is on its way."))
