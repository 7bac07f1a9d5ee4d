"""How we reach you: one's own page, the office for somebody, and the link at a letter's foot."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kindling.kit.http import go_to, require
from kindling.kit.limits import client_address, take
from kindling.notices import actions, rules
from kindling.notices.doorstep import person_of
from kindling.notices.forms import ReachForm
from kindling.notices.queries import reach_page
from kindling.notices.reaching import contact_of
from kindling.schools.http import ViewerRequest
from kindling.schools.inside import speaking
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

MINUTE = 60


@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: ViewerRequest) -> HttpResponse:
    person = get_object_or_404(rules.reachable_people(request.viewer), pk=request.viewer.person_id)
    return page(request, person, request.viewer, reverse("reach:mine"), "notices/reach.html")


@require_http_methods(["GET", "HEAD", "POST"])
def of_person(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The office chooses for somebody who asks it to."""
    person = get_object_or_404(rules.reachable_people(request.viewer), public_id=public_id)
    to = reverse("reach:person", args=[public_id])
    return page(request, person, request.viewer, to, "notices/reach.html")


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """From a letter: for people without an account. Whoever is signed in does not count."""
    take("reach", client_address(request), limit=60, seconds=MINUTE)
    person = person_of(token)
    if person is None:
        return render(request, "notices/reach_gone.html", status=404)
    viewer = Viewer(person, person.school, frozenset(), purpose=rules.REACH)
    request.school, request.viewer = person.school, viewer  # type: ignore[attr-defined]
    with speaking(person.school), translation.override(person.language):
        answer = page(request, person, viewer, request.path, "notices/reach_link.html")
        answer["Content-Language"] = person.language
    return answer


def page(
    request: HttpRequest, person: Person, viewer: Viewer, to: str, template: str
) -> HttpResponse:
    """Show the choices; a POST keeps them, or stops text messages, or changes the language."""
    require(rules.may_choose_ways(viewer, person))
    if request.method == "POST" and act(request, person, viewer):
        return redirect(to)
    contact = contact_of(person)
    sent = request.POST if request.method == "POST" else None
    form = ReachForm(sent, contact=contact, initial=ReachForm.first_answers(contact))
    if form.is_bound and form.is_valid():
        actions.choose_ways(person, by=viewer, **form.cleaned_data)
        return go_to(request, to, _("Saved."))
    context: dict[str, Any] = {"form": form, "reach": reach_page(contact, viewer), "to": to}
    return render(request, template, context, status=422 if form.is_bound else 200)


def act(request: HttpRequest, person: Person, viewer: Viewer) -> bool:
    """Do what one of the small buttons says; False when it was the form."""
    if "language" in request.POST:
        actions.choose_language(person, request.POST["language"], by=viewer)
    elif "text" in request.POST:
        actions.choose_text_size(person, is_large=request.POST["text"] == "large", by=viewer)
    elif request.POST.get("texts") == "stop":
        actions.stop_texts(person, by=viewer)
    elif request.POST.get("texts") == "start":
        actions.start_texts(person, by=viewer)
    else:
        return False
    return True
