"""What came from numbers and addresses that nobody has: read, place, put aside."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.conversations import actions, rules
from kindling.conversations.forms import PlaceForm
from kindling.conversations.queries.placing import unplaced_row, unplaced_rows
from kindling.kit.http import Refused, go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.letterbox.models import Mail
from kindling.schools.http import ViewerRequest
from kindling.schools.viewer import Viewer
from kindling.texts.models import Text

FEW = 10


@require_safe
def unplaced(request: ViewerRequest) -> HttpResponse:
    """All that waits, texts and letters, the oldest first."""
    require(rules.may_see_unplaced(request.viewer))
    page = page_of(request, unplaced_rows(request.viewer))
    context = {"page": page, "may_place": rules.may_place(request.viewer)}
    return render(request, "conversations/unplaced.html", context)


def find(viewer: Viewer, public_id: str) -> Text | Mail:
    require(rules.may_see_unplaced(viewer))
    found = rules.find_unplaced(viewer, public_id)
    if found is None:
        raise Http404
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def place(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Whose is it, and into which conversation?"""
    found = find(request.viewer, public_id)
    require(rules.may_place(request.viewer))
    people = rules.people_to_be(request.viewer, request.GET.get("q", ""))[:FEW]
    context: dict[str, Any] = {"row": unplaced_row(found), "people": people}
    context |= {"q": request.GET.get("q", ""), "person": None, "form": None}
    if named := request.GET.get("person", ""):
        person = get_object_or_404(rules.people_to_be(request.viewer, " "), public_id=named)
        whom = rules.conversations_of(request.viewer, person)
        may_keep = rules.may_keep_contact(request.viewer, person)
        contact = context["row"].sender
        form = PlaceForm(sent(request), whom=whom, contact=contact, may_keep=may_keep)
        context |= {"person": person, "form": form}
        if form.is_bound and form.is_valid():
            try:
                made = actions.place(found, person, **form.cleaned_data, by=request.viewer)
            except Refused as no:
                form.add_error(None, str(no))
            else:
                told = {"name": made.thread.keeper.name}
                words = _("It stands in the conversation with %(name)s now.") % told
                return go_to(request, "conversations:unplaced", words)
    return page_or_422(request, "conversations/place.html", context, bound=request.method == "POST")


@require_POST
def set_aside(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Looked at."""
    actions.set_aside(find(request.viewer, public_id), by=request.viewer)
    return go_to(request, "conversations:unplaced", _("Put aside."))
