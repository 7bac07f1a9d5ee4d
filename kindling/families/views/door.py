"""The family's page behind a link: a letter to read, to answer, and one tap to each thing that waits."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kindling.families import actions, rules
from kindling.families.queries.letter import letter_for
from kindling.families.views.acting import Forms, act, empty_forms
from kindling.narratives.actions import acknowledge, ask_for_copy
from kindling.narratives.models import Narrative
from kindling.narratives.queries.page import sheet_for
from kindling.narratives.rules import visible_narratives
from kindling.notices.actions import choose_text_size
from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest
from kindling.passes.tokens import token_of
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer
from kindling.uploads.answering import stored_answer


def family_week_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """Show the letter; POST does what a family does from it."""
    if not rules.is_family(viewer):
        raise Http404  # no longer anybody's family here
    if "paper" in request.GET:
        return paper(request, viewer)  # type: ignore[return-value]
    if request.method != "POST":
        return show(request, viewer, empty_forms(viewer))
    if "open" in request.POST:
        return go_through(request, viewer)
    if "text" in request.POST and viewer.person:
        choose_text_size(viewer.person, is_large=request.POST["text"] == "large", by=viewer)
        return redirect(request.door)
    told, status, forms = act(request, viewer)
    if not told:
        return show(request, viewer, forms, status)
    messages.success(request, told)
    return redirect(request.door)


def show(request: PassRequest, viewer: Viewer, forms: Forms, status: int = 200) -> HttpResponse:
    """The letter, and below it what the family may say and offer."""
    with inside(viewer.school):  # the pages of other apps name addresses of the school
        letter = letter_for(rules.reader_of(viewer))
    context: dict[str, Any] = {"letter": letter, "forms": forms}
    # A form whose answer got lost is here still, unseen: what waits in the browser is asked about.
    context["shown"] = list(rules.shown_and_said(viewer)[:5])
    context |= {"offers": rules.own_offers(viewer)[:10], "wishes": rules.own_wishes(viewer)[:5]}
    return render(request, "families/door.html", context, status=status)


def go_through(request: PassRequest, viewer: Viewer) -> HttpResponse:
    """Go on to the link of one thing, in the same browser; to a narrative on paper."""
    key = request.POST.get("open", "")
    kind, _colon, public_id = key.partition(":")
    if kind == "narrative.released":
        return open_narrative(request, rules.reader_of(viewer), public_id)
    held = actions.open_door(key, by=viewer)
    if held is None:
        raise Http404
    return redirect(f"/p/{token_of(held)}/")


def find_narrative(reader: Viewer, public_id: str) -> Narrative:
    found = visible_narratives(reader).filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found


def open_narrative(request: PassRequest, reader: Viewer, public_id: str) -> HttpResponse:
    """It counts as read, and the file comes; where it is not drawn yet it is asked for."""
    with inside(reader.school):
        narrative = find_narrative(reader, public_id)
        sheet = sheet_for(reader, narrative, language=get_language() or "en", number="")
        if sheet is not None and sheet.copy is None:
            ask_for_copy(sheet.wanted.version, sheet.wanted.language, by=reader)
            messages.info(request, _("It is being made. Open it again in a minute."))
            return redirect(request.door)
        acknowledge(narrative, by=reader)
    return redirect(f"{request.door}?paper={public_id}")


def paper(request: PassRequest, viewer: Viewer) -> HttpResponseBase:
    """The narrative as it was released, in the reader's language."""
    reader = rules.reader_of(viewer)
    with inside(reader.school):
        narrative = find_narrative(reader, request.GET["paper"])
        sheet = sheet_for(reader, narrative, language=get_language() or "en", number="")
    if sheet is None or sheet.copy is None:
        raise Http404
    copy = sheet.copy
    return stored_answer(request, copy.file, copy.size, "application/pdf", sheet.wanted.called)
