"""Who of the school is in a conversation, and when it ends."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.conversations import actions, rules
from kindling.conversations.queries.threads import language_name
from kindling.conversations.views.threads import find_thread
from kindling.kit.http import go_to, require
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest


@require_POST
def join(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_thread(request.viewer, public_id)
    actions.join(found, by=request.viewer)
    return go_to(
        request, found, _("You are in this conversation now. Everybody in it can see that.")
    )


@require_POST
def leave(request: ViewerRequest, public_id: str) -> HttpResponse:
    actions.leave(find_thread(request.viewer, public_id), by=request.viewer)
    return go_to(request, "conversations:threads", _("You get its messages no more."))


@require_POST
def hand_on(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_thread(request.viewer, public_id)
    require(rules.may_close(request.viewer, found))
    people = rules.staff_today(request.viewer.school)
    to = get_object_or_404(people, public_id=request.POST.get("to", ""))
    actions.hand_on(found, to, by=request.viewer)
    return go_to(request, "conversations:threads", _("%(name)s keeps it now.") % {"name": to.name})


@require_POST
def close(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_thread(request.viewer, public_id)
    actions.close(found, by=request.viewer)
    return go_to(request, found, _("This conversation is closed."))


@require_POST
def reopen(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_thread(request.viewer, public_id)
    actions.reopen(found, by=request.viewer)
    return go_to(request, found, _("It goes on."))


@require_POST
def called(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_thread(request.viewer, public_id)
    actions.settle_call(found, by=request.viewer)
    return go_to(request, found, _("That is noted."))


@require_POST
def ask_interpreter(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_thread(request.viewer, public_id)
    actions.ask_interpreter(found, by=request.viewer)
    return go_to(request, found, _("The school looks for an interpreter."))


@require_POST
def settle_interpreter(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = get_object_or_404(rules.interpreters_wanted(request.viewer), public_id=public_id)
    actions.settle_interpreter(found, by=request.viewer)
    return redirect("conversations:interpreters")


@require_safe
def interpreters(request: ViewerRequest) -> HttpResponse:
    """Who asks for an interpreter, in which language."""
    require(request.viewer.is_staff and not request.viewer.purpose)
    page = page_of(request, rules.interpreters_wanted(request.viewer))
    context = {"page": page, "language_name": language_name}
    return render(request, "conversations/interpreters.html", context)
