"""People in a picture: named by who made it, and answering for themselves."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.evidence import actions, rules
from kindling.evidence.forms import PeopleForm
from kindling.evidence.views.pieces import done, find
from kindling.kit.http import go_to
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest


@require_safe
def pictures(request: ViewerRequest) -> HttpResponse:
    """Pictures in which one was named, those without an answer first."""
    asked = rules.asked_pictures(request.viewer).order_by("answered_at", "-asked_at")
    return render(request, "evidence/pictures.html", {"page": page_of(request, asked)})


@require_POST
def answer(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Yes or no; it can be changed any time."""
    found = get_object_or_404(rules.asked_pictures(request.viewer), public_id=public_id)
    if request.POST.get("say") == "yes":
        actions.agree_to_picture(found, by=request.viewer)
        return go_to(request, "evidence:pictures", _("You said yes. You can change it any time."))
    actions.refuse_picture(found, by=request.viewer)
    said = _("You said no. Only %(name)s and who guides them at school see the picture.")
    return go_to(request, "evidence:pictures", said % {"name": found.evidence.student.first})


@require_POST
def people(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Name who is in it; each is asked."""
    found = find(request, public_id)
    form = PeopleForm(request.POST, viewer=request.viewer)

    def act() -> None:
        actions.ask_people(found, form.cleaned_data["people"], by=request.viewer)

    return done(request, found, form, act, _("They are asked."))
