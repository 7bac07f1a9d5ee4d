"""What is shown, and the rehearsals."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.evidence.queries import pickable
from kindling.exhibitions import actions, rules
from kindling.exhibitions import forms as forms_
from kindling.exhibitions.models import Feedback, Material, Panelist
from kindling.exhibitions.queries.page import exhibition_page, rehearsal_page
from kindling.exhibitions.views.exhibition import show
from kindling.exhibitions.views.finding import find_exhibition
from kindling.kit.addresses import url
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.kit.trying import works
from kindling.schools.http import ViewerRequest
from kindling.schools.viewer import Viewer
from kindling.uploads.answering import captions_answer, thumb_answer, upload_answer
from kindling.uploads.models import Upload

ANSWERS: dict[str, Callable[[HttpRequest, Upload], HttpResponseBase]] = {
    "file": upload_answer,
    "small": lambda _request, upload: thumb_answer(upload),
    "vtt": lambda _request, upload: captions_answer(upload),
}


def file_answer(request: HttpRequest, viewer: Viewer, public_id: str) -> HttpResponse | None:
    """The file that ?file=, ?small= or ?vtt= names, of a piece shown here; None for no such word."""
    for name, answer in ANSWERS.items():
        if named := request.GET.get(name):
            rows = rules.visible_materials(viewer).filter(exhibition__public_id=public_id)
            one = get_object_or_404(rows, evidence__public_id=named)
            if one.evidence.upload is None or not rules.may_open(viewer, one):
                raise Http404
            return cast("HttpResponse", answer(request, one.evidence.upload))
    return None


@require_safe
def files(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The file of a piece that is shown to this reader."""
    found = find_exhibition(request, public_id)
    response = file_answer(request, request.viewer, found.public_id)
    if response is None:
        raise Http404
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def pieces(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Choose pieces to show."""
    one, viewer = find_exhibition(request, public_id), request.viewer
    require(rules.may_show(viewer, one))
    form = forms_.PiecesForm(sent(request), viewer=viewer, student=one.student)
    if form.is_bound and form.is_valid():
        for piece in form.cleaned_data["pieces"]:
            actions.choose_material(one, piece, by=viewer)
        return go_to(request, url("exhibitions:materials", one.public_id), _("Chosen."))
    there = {row.evidence_id for row in rules.visible_materials(viewer).filter(exhibition=one)}
    page = page_of(request, pickable(viewer, one.student))
    context = {"form": form, "one": one, "page": page, "there": there}
    return page_or_422(request, "exhibitions/pieces.html", context, bound=form.is_bound)


@require_safe
def materials(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What is shown, and who may see it beforehand."""
    one = find_exhibition(request, public_id)
    require(rules.may_show(request.viewer, one))
    page = exhibition_page(request.viewer, one)
    rows = rules.visible_materials(request.viewer).filter(exhibition=one)
    context = {
        "one": one, "materials": list(rows.prefetch_related("ticks")),
        "panel": [row for row in page.panel if row.state in Panelist.ON_PANEL and row.part != "advisor"],
    }  # fmt: skip
    return render(request, "exhibitions/materials.html", context)


def find_material(request: ViewerRequest, public_id: str) -> Material:
    found = get_object_or_404(rules.visible_materials(request.viewer), public_id=public_id)
    require(rules.may_show(request.viewer, found.exhibition))
    return found


@require_POST
def tick(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Who may see a piece beforehand."""
    one = find_material(request, public_id)
    panel = rules.visible_panelists(request.viewer).filter(
        exhibition=one.exhibition, state__in=Panelist.ON_PANEL
    )
    form = forms_.TicksForm(request.POST, panel=panel)
    if form.is_valid():
        actions.tick_material(one, form.chosen, by=request.viewer)
    return go_to(request, url("exhibitions:materials", one.exhibition.public_id), _("Saved."))


@require_POST
def drop(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Show a piece no longer."""
    one = find_material(request, public_id)
    actions.drop_material(one, by=request.viewer)
    return go_to(request, url("exhibitions:materials", one.exhibition.public_id), _("Taken out."))


@require_POST
def rehearse(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Plan a rehearsal."""
    one, by = find_exhibition(request, public_id), request.viewer
    people = rules.listeners(by, one)
    form = forms_.RehearsalForm(request.POST, people=people, auto_id="rehearsal_%s")
    if works(form, lambda: actions.plan_rehearsal(one, by=by, **form.facts)):
        return go_to(request, one, _("Planned. Everybody you chose is asked."))
    return show(request, one, rehearsal_form=form)


@require_http_methods(["GET", "HEAD", "POST"])
def rehearsal(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What was said; who listens says it here."""
    viewer = request.viewer
    one = get_object_or_404(rules.visible_rehearsals(viewer), public_id=public_id)
    page = rehearsal_page(viewer, one)
    initial = {"warm": page.mine.warm, "cool": page.mine.cool} if page.mine else {}
    form = forms_.FeedbackForm(sent(request), initial=initial)
    if form.is_bound:
        require(page.mine is not None)
        if page.mine and works(form, lambda: _say(page.mine, form, viewer)):
            return go_to(request, one, _("Thank you. It helps."))
    changes = forms_.ChangesForm(initial={"changes": one.changes})
    context = {"page": page, "one": one, "form": form, "changes_form": changes}
    return page_or_422(request, "exhibitions/rehearsal.html", context, bound=form.is_bound)


def _say(mine: Feedback | None, form: forms_.FeedbackForm, by: Viewer) -> None:
    if mine is not None:
        actions.say_feedback(mine, by=by, **form.cleaned_data)


@require_POST
def changes(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What the student does with it."""
    one = get_object_or_404(rules.visible_rehearsals(request.viewer), public_id=public_id)
    form = forms_.ChangesForm(request.POST)
    if form.is_valid():
        actions.write_changes(one, form.cleaned_data["changes"], by=request.viewer)
    return go_to(request, one, _("Saved."))
