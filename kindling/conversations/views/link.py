"""Behind a link: one conversation with the school, and nothing else of anybody."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from kindling.conversations import actions, rules
from kindling.conversations.forms import MessageForm
from kindling.conversations.models import Message, Thread
from kindling.conversations.views.threads import form_for, shown
from kindling.kit.http import Refused
from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest
from kindling.schools.viewer import Viewer
from kindling.uploads.answering import upload_answer


def write_message_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """Read and write back; ?file= is what came along."""
    thread = rules.visible_threads(viewer).first()
    if thread is None and held.bearer.suspended_at is not None:
        return render(request, "passes/suspended.html")
    if thread is None:
        raise Http404
    if named := request.GET.get("file"):
        one = get_object_or_404(rules.files_to_open(thread), public_id=named)
        return cast("HttpResponse", upload_answer(request, one.upload))
    if request.method != "POST":
        return show(request, thread, form_for(request, may_ring=False), 200)
    if "do" in request.POST:
        return act(request, thread, viewer)
    return write(request, thread, viewer)


def write(request: PassRequest, thread: Thread, viewer: Viewer) -> HttpResponse:
    form = form_for(request, may_ring=False)
    if not form.is_valid():
        return show(request, thread, form, 422)
    try:
        actions.say(thread, form.said(Message.Via.LINK), by=viewer)
    except ValidationError as wrong:
        form.add_error("file", wrong)
        return show(request, thread, form, 422)
    except Refused as refused:
        form.add_error(None, str(refused))
        return show(request, thread, form, 409)
    messages.success(request, _("Sent."))
    return redirect(request.door)


def act(request: PassRequest, thread: Thread, viewer: Viewer) -> HttpResponse:
    """Say that it was read, or ask for an interpreter."""
    if request.POST["do"] == "seen":
        actions.mark_seen(thread, by=viewer)
        messages.success(request, _("Thank you. The school sees that you have read it."))
    elif request.POST["do"] == "interpreter":
        actions.ask_interpreter(thread, by=viewer)
        messages.success(request, _("The school looks for an interpreter."))
    return redirect(request.door)


def show(request: PassRequest, thread: Thread, form: MessageForm, status: int) -> HttpResponse:
    context = shown(request, thread, form)
    return render(request, "conversations/link.html", context, status=status)
