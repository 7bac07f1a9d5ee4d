"""The adults' side: the list, the page, and what is written there."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.incidents import actions, forms, queries, rules
from kindling.incidents.models import Incident, Word
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest

WRITES = {
    Word.Kind.REPLY: actions.answer_student,
    Word.Kind.NOTE: actions.write_note,
    Word.Kind.ACTION: actions.note_action,
    Word.Kind.FOUND: actions.write_finding,
}


@require_safe
def incident_list(request: ViewerRequest) -> HttpResponse:
    """What one may read. Everybody who works here has the page; most find it empty."""
    require(request.viewer.is_staff and not request.viewer.purpose)
    is_open = request.GET.get("show") != "closed"
    page = page_of(request, queries.incident_list(request.viewer, is_open=is_open))
    may_set_up = rules.may_set_up(request.viewer)
    context = {"page": page, "is_open": is_open, "may_set_up": may_set_up, "tones": queries.TONES}
    return render(request, "incidents/list.html", context)


@require_safe
def incident(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One incident. Opening it is written down."""
    found = find(request, public_id)
    actions.open_page(found, by=request.viewer)
    return show(request, found)


@require_http_methods(["GET", "HEAD", "POST"])
def open_incident(request: ViewerRequest) -> HttpResponse:
    """Staff write down what they saw or heard."""
    require(request.viewer.is_staff and not request.viewer.purpose)
    form = forms.OpenForm(sent(request), viewer=request.viewer)
    if form.is_bound and form.is_valid():
        said = dict(form.cleaned_data)
        student = said.pop("student")
        place = rules.running_placements(student).first()
        opened = actions.open_incident(student, placement=place, by=request.viewer, **said)
        return go_to(request, opened, _("Written down. The principal is told that it waits."))
    return page_or_422(request, "incidents/open.html", {"form": form}, bound=form.is_bound)


@require_POST
def write(request: ViewerRequest, public_id: str) -> HttpResponse:
    """An answer, a note, what was done, what was found."""
    found = find(request, public_id)
    form = forms.WriteForm(request.POST, incident=found)
    if not form.is_valid():
        return show(request, found, write_form=form)
    act = WRITES[Word.Kind(form.cleaned_data["kind"])]
    act(found, form.cleaned_data["text"], by=request.viewer)
    return go_to(request, found, _("Written down."))


@require_POST
def note_told(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Who was told, and when."""
    found = find(request, public_id)
    form = forms.ToldForm(request.POST, viewer=request.viewer)
    if not form.is_valid():
        return show(request, found, told_form=form)
    actions.note_told(found, by=request.viewer, **form.cleaned_data)
    return go_to(request, found, _("Written down."))


def find(request: ViewerRequest, public_id: str) -> Incident:
    """Return the incident; 404 for all who may not read it."""
    seen = rules.visible_incidents(request.viewer)
    found: Incident = get_object_or_404(seen, public_id=public_id)
    return found


def show(request: ViewerRequest, found: Incident, **bound: Any) -> HttpResponse:
    """Show the page with its forms; `bound` are those with something to mend."""
    empty: dict[str, Any] = {
        "write_form": forms.WriteForm(incident=found),
        "told_form": forms.ToldForm(viewer=request.viewer),
        "reader_form": forms.PersonForm(viewer=request.viewer),
        "site_form": forms.TextForm(auto_id="site_%s"),
        "mentor_form": forms.TextForm(auto_id="mentor_%s"),
        "close_form": forms.TextForm(auto_id="close_%s"),
    }
    context = {"page": queries.incident_page(request.viewer, found), **empty, **bound}
    return page_or_422(request, "incidents/incident.html", context, bound=bool(bound))
