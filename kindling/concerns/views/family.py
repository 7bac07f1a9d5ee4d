"""A family's side, signed in; the student's too, of what they were told."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kindling.concerns import actions, rules
from kindling.concerns.forms import TalkForm
from kindling.concerns.queries.pages import of_child, telling_page
from kindling.concerns.views.acting import acted, raise_form, replied, reply_form
from kindling.kit.http import go_to, page_or_422, require
from kindling.schools.http import ViewerRequest

BOTH = ["GET", "HEAD", "POST"]


@require_http_methods(BOTH)
def of(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What a guardian brought about one child; POST brings more, or says what came of it."""
    viewer = request.viewer
    student = get_object_or_404(rules.children_to_speak_of(viewer), public_id=public_id)
    form = raise_form(request, viewer, student)
    if request.method == "POST":
        told = acted(request, viewer, student, form)
        if told:
            messages.success(request, told)
            return redirect("concerns:of", public_id)
    context = {"page": of_child(viewer, student), "form": form, "talk": TalkForm()}
    return page_or_422(request, "concerns/of.html", context, bound=form.is_bound)


@require_http_methods(BOTH)
def telling(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What one was told; POST says something back."""
    viewer = request.viewer
    require(not viewer.purpose)
    found = get_object_or_404(rules.visible_tellings(viewer), public_id=public_id)
    form = reply_form(request)
    if form.is_bound and replied(viewer, found, form):
        return go_to(request, found, _("Sent. They read it."))
    if request.method == "GET":
        actions.read_telling(found, by=viewer)
    context = {"page": telling_page(viewer, found), "form": form}
    return page_or_422(request, "concerns/telling.html", context, bound=form.is_bound)
