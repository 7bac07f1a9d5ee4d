"""On paper: one narrative, or a whole round."""

from __future__ import annotations

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.kit.http import go_to
from kindling.narratives import actions, rules
from kindling.narratives.models import Printing
from kindling.narratives.queries.page import sheet_for
from kindling.narratives.views.finding import find, find_round
from kindling.schools.http import ViewerRequest
from kindling.uploads.answering import stored_answer


@require_safe
def pdf(request: ViewerRequest, public_id: str) -> HttpResponseBase:
    """The PDF of a version in a language, if it is made."""
    found = find(request, public_id)
    sheet = sheet_for(request.viewer, found, **asked(request))
    if sheet is None or sheet.copy is None:
        raise Http404
    copy = sheet.copy
    return stored_answer(request, copy.file, copy.size, "application/pdf", sheet.wanted.called)


@require_POST
def make_pdf(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Have it made."""
    found = find(request, public_id)
    sheet = sheet_for(request.viewer, found, **asked(request))
    if sheet is None:
        raise Http404
    actions.ask_for_copy(sheet.wanted.version, sheet.wanted.language, by=request.viewer)
    back = f"{found.get_absolute_url()}?version={sheet.wanted.version.number}"
    return go_to(request, f"{back}&language={sheet.wanted.language}", _("The PDF is being made."))


def asked(request: ViewerRequest) -> dict[str, str]:
    """Which version and language an address or a form names."""
    sent = request.POST if request.method == "POST" else request.GET
    return {"language": sent.get("language", ""), "number": sent.get("version", "")}


@require_POST
def print_round(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_round(request, public_id)
    theirs = request.POST.get("theirs") == "1"
    made = actions.begin_printing(found, in_family_language=theirs, by=request.viewer)
    return go_to(request, made, _("It is being made."))


@require_safe
def printing(request: ViewerRequest, public_id: str) -> HttpResponse:
    """How far it is, and then the file."""
    found = get_object_or_404(rules.visible_printings(request.viewer), public_id=public_id)
    return render(request, "narratives/printing.html", {"printing": found})


@require_safe
def zip_file(request: ViewerRequest, public_id: str) -> HttpResponseBase:
    rows = rules.visible_printings(request.viewer).filter(state=Printing.State.READY)
    found = get_object_or_404(rows, public_id=public_id)
    called = f"narratives-{slugify(found.round.title) or 'round'}.zip"
    return stored_answer(request, found.file, found.size, "application/zip", called)
