"""Behind a family's links: the concerns about one child, and one thing they were told."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kindling.concerns import actions, rules
from kindling.concerns.forms import TalkForm
from kindling.concerns.queries.pages import of_child, telling_page
from kindling.concerns.views.acting import acted, raise_form, replied, reply_form
from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest
from kindling.schools.viewer import Viewer

MEND = 422


def family_concern_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """GET changes nothing."""
    student = rules.children_to_speak_of(viewer).first()
    if student is None:
        raise Http404
    form = raise_form(request, viewer, student)
    if request.method == "POST":
        told = acted(request, viewer, student, form)
        if told:
            messages.success(request, told)
            return redirect(request.door)
    context = {"page": of_child(viewer, student), "form": form, "talk": TalkForm()}
    return render(request, "concerns/of_link.html", context, status=MEND if form.is_bound else 200)


def read_telling_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """The words, and a place to say something back."""
    found = rules.visible_tellings(viewer).first()
    if found is None:
        raise Http404
    form = reply_form(request)
    if form.is_bound and replied(viewer, found, form):
        messages.success(request, _("Sent. They read it."))
        return redirect(request.door)
    if request.method == "GET":
        actions.read_telling(found, by=viewer)
    context = {"page": telling_page(viewer, found), "form": form}
    status = MEND if form.is_bound else 200
    return render(request, "concerns/telling_link.html", context, status=status)
