"""Staff tell a family or the student of an incident or of support."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.concerns import actions, rules
from kindling.concerns.forms import TellForm, TranscriptForm
from kindling.concerns.views.acting import heard, tries
from kindling.incidents.models import Incident
from kindling.incidents.rules import visible_incidents
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.schools.http import ViewerRequest
from kindling.support.models import Concern
from kindling.support.rules import visible_concerns

BOTH = ["GET", "HEAD", "POST"]


def find_thing(request: ViewerRequest, page: str, public_id: str) -> Incident | Concern:
    """Incident or concern of support, for staff who read it."""
    viewer = request.viewer
    require(viewer.is_staff and not viewer.purpose)
    if page == "incident":
        return get_object_or_404(visible_incidents(viewer), public_id=public_id)
    return get_object_or_404(visible_concerns(viewer), public_id=public_id)


@require_http_methods(BOTH)
def tell(request: ViewerRequest, public_id: str, page: str) -> HttpResponse:
    """Choose whom, and the words."""
    thing, viewer = find_thing(request, page, public_id), request.viewer
    require(rules.may_tell_of(viewer, thing))
    people = rules.people_to_tell(viewer, thing)
    form = TellForm(sent(request), people=people, initial={"language": get_language() or "en"})
    said = form.is_bound and tries(form, lambda: _tell(request, thing, form))
    if said:
        return go_to(request, thing, _("Told. They get a letter that something waits."))
    context = {"form": form, "thing": thing, "page": page, "is_incident": page == "incident"}
    return page_or_422(request, "concerns/tell.html", context, bound=form.is_bound)


def _tell(request: ViewerRequest, thing: Incident | Concern, form: TellForm) -> None:
    facts = dict(form.cleaned_data)
    actions.tell_of(thing, list(facts.pop("people")), by=request.viewer, **facts)


@require_POST
def seen(request: ViewerRequest, public_id: str, page: str) -> HttpResponse:
    """The replies were read."""
    thing = find_thing(request, page, public_id)
    replies = list(rules.replies_to(list(rules.tellings_of(thing))))
    actions.see_replies(replies, by=request.viewer)
    return go_to(request, thing, _("Thank you. It waits for nobody any more."))


@require_safe
def voice(request: ViewerRequest, public_id: str) -> HttpResponseBase:
    """What somebody said back, to hear."""
    replies = rules.visible_replies(request.viewer)
    return heard(request, get_object_or_404(replies, public_id=public_id))


@require_http_methods(BOTH)
def transcript(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Write down what a voice said back."""
    viewer = request.viewer
    found = get_object_or_404(rules.visible_replies(viewer), public_id=public_id)
    require(found.voice is not None and rules.may_write_down(viewer, found))
    form = TranscriptForm(sent(request), initial={"transcript": found.transcript})
    said = lambda: actions.write_down(found, by=viewer, **form.cleaned_data)  # noqa: E731
    thing = found.telling.incident or found.telling.support
    if form.is_bound and tries(form, said):
        return go_to(request, thing, _("Saved."))
    context = {"form": form, "reply": found, "thing": thing}
    return page_or_422(request, "concerns/transcript.html", context, bound=form.is_bound)
