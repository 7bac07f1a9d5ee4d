"""Families decide, signed in or by a link; students answer."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kindling.kit.addresses import url
from kindling.kit.http import go_to, page_or_422, sent
from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest
from kindling.schools.http import ViewerRequest
from kindling.schools.viewer import Viewer
from kindling.surveys import actions, rules
from kindling.surveys.forms import TakeForm
from kindling.surveys.models import Invitation
from kindling.surveys.queries.pages import decide_page

BOTH = ["GET", "HEAD", "POST"]


@require_http_methods(BOTH)
def take(request: ViewerRequest, asked: str) -> HttpResponse:
    """Answer, once. Where the family said no there is no page, as for who is not asked."""
    viewer = request.viewer
    one = get_object_or_404(rules.invitations_to_take(viewer), public_id=asked)
    form = TakeForm(sent(request), questions=list(rules.visible_questions(viewer, one.survey)))
    if form.is_bound and form.is_valid():
        actions.answer_survey(one, form.chosen, by=viewer)
        return go_to(
            request, url("surveys:surveys"), _("Thank you. Nobody sees which answers are yours.")
        )
    context = {"form": form, "survey": one.survey}
    return page_or_422(request, "surveys/take.html", context, bound=form.is_bound)


@require_http_methods(BOTH)
def decide(request: ViewerRequest, told: str) -> HttpResponse:
    """A family reads every question, and says whether their child takes part."""
    one = get_object_or_404(rules.invitations_to_decide(request.viewer), public_id=told)
    one.student.school = request.viewer.school
    here = url("surveys:decide", told)
    return decided(request, one, request.viewer, "surveys/decide.html", here)


def decided(
    request: HttpRequest, one: Invitation, viewer: Viewer, template: str, here: str
) -> HttpResponse:
    if request.method == "POST":
        yes = request.POST.get("says") == "yes"
        actions.decide_survey(one, yes=yes, by=viewer)
        messages.success(request, _("Thank you. That is how it is done."))
        return redirect(here)
    return render(request, template, {"page": decide_page(viewer, one), "here": here})


def decide_survey_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """Behind a family's link: each child that it names, one at a time."""
    rows = list(rules.invitations_to_decide(viewer)[:50])
    key = request.GET.get("one", "")
    found = [one for one in rows if one.public_id == key] if key else rows
    if not found:
        raise Http404
    one = found[0]
    one.student.school = viewer.school
    request.others = [other for other in rows if other != one]  # type: ignore[attr-defined]
    here = f"{request.door}?one={one.public_id}"
    return decided(request, one, viewer, "surveys/decide_link.html", here)
