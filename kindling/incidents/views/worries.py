"""The student's side: tell somebody, read what they answer, write more."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kindling.incidents import actions, rules
from kindling.incidents.forms import TextForm, WorryForm
from kindling.incidents.queries import told_page, worry_page
from kindling.kit.http import go_to, page_or_422, sent
from kindling.kit.ids import new_public_id
from kindling.schools.http import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def worry(request: ViewerRequest) -> HttpResponse:
    """Something is wrong: choose an adult and say it."""
    student = rules.own_student(request.viewer)
    if student is None:
        raise Http404
    page = worry_page(request.viewer, student)
    known: dict[str, Any] = {"viewer": request.viewer, "student": student, "places": page.places}
    form = WorryForm(sent(request), initial={"tap": new_public_id()}, **known)
    if form.is_bound and form.is_valid():
        try:
            raised = actions.raise_worry(student, by=request.viewer, **form.cleaned_data)
        except ValidationError as wrong:
            form.add_error(None, wrong)
        else:
            sentence = _("Sent. %(name)s gets a message that you wrote.")
            told = sentence % {"name": raised.adult.first}
            return go_to(request, url_of(raised.public_id), told)
    return page_or_422(
        request, "incidents/worry.html", {"page": page, "form": form}, bound=form.is_bound
    )


@require_http_methods(["GET", "HEAD", "POST"])
def told(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What the student wrote, whether it was read, and what is meant for them."""
    found = get_object_or_404(rules.visible_worries(request.viewer), public_id=public_id)
    form = TextForm(sent(request))
    if form.is_bound and form.is_valid():
        actions.add_words(found, form.cleaned_data["text"], by=request.viewer)
        return go_to(request, url_of(public_id), _("Sent."))
    context = {"page": told_page(request.viewer, found), "form": form}
    return render(request, "incidents/told.html", context, status=422 if form.is_bound else 200)


def url_of(public_id: str) -> str:
    return reverse("incidents:told", args=[public_id])
