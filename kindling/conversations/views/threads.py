"""Read conversations, begin one, write."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.conversations import actions, rules
from kindling.conversations.forms import MessageForm
from kindling.conversations.models import Thread
from kindling.conversations.queries.threads import listed_threads, thread_page, thread_rows
from kindling.conversations.shorts import facts_in, shorts_of
from kindling.kit.http import Refused, go_to, page_or_422, require
from kindling.kit.ids import new_public_id
from kindling.kit.paging import page_of
from kindling.people.models import Student
from kindling.people.rules import students_in_full
from kindling.schools.http import ViewerRequest
from kindling.schools.models import Person
from kindling.schools.roles import STAFF, Role
from kindling.schools.viewer import Viewer
from kindling.uploads.answering import upload_answer

SHOWN = 30


def has_messages(viewer: Viewer) -> bool:
    return viewer.is_a(*STAFF, Role.STUDENT, Role.GUARDIAN) and not viewer.purpose


@require_safe
def threads(request: ViewerRequest) -> HttpResponse:
    """All conversations of the viewer, the newest first."""
    require(has_messages(request.viewer))
    page = page_of(request, listed_threads(request.viewer))
    rows = thread_rows(request.viewer, page.object_list)
    context = {
        "page": page, "rows": rows, "may_broadcast": rules.may_broadcast(request.viewer),
        "may_choose": rules.may_choose(request.viewer),
        "may_use_shorts": rules.may_use_shorts(request.viewer),
    }  # fmt: skip
    return render(request, "conversations/threads.html", context)


@require_safe
def choose(request: ViewerRequest) -> HttpResponse:
    """About whom: a student goes on at once, others choose one."""
    require(has_messages(request.viewer))
    own = students_in_full(request.viewer).filter(person=request.viewer.person_id).first()
    if own is not None and request.viewer.is_a(Role.STUDENT):
        return redirect("conversations:choose_whom", own.public_id)
    found = rules.students_to_write_about(request.viewer)
    if word := request.GET.get("q", "").strip():
        found = found.filter(person__sort_name__icontains=word.lower())
    context = {"page": page_of(request, found), "q": word}
    return render(request, "conversations/choose.html", context)


def find_student(viewer: Viewer, public_id: str) -> Student:
    if viewer.is_a(Role.STUDENT):
        found = students_in_full(viewer).filter(person=viewer.person_id)
    else:
        found = rules.students_to_write_about(viewer)
    return get_object_or_404(found, public_id=public_id)


@require_safe
def choose_whom(request: ViewerRequest, public_id: str) -> HttpResponse:
    """To whom, of the people around a student."""
    student = find_student(request.viewer, public_id)
    context = {"student": student, "whom": rules.whom_around(request.viewer, student)}
    return render(request, "conversations/choose_whom.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: ViewerRequest, public_id: str, key: str) -> HttpResponse:
    """The first word."""
    student = find_student(request.viewer, public_id)
    found = [one for one in rules.whom_around(request.viewer, student) if one.key == key]
    if not found:
        raise Http404
    form = form_for(request, may_ring=request.viewer.is_staff)
    shorts = offer_shorts(request, form, student, found[0].outside)
    if form.is_bound and form.is_valid():
        try:
            message = actions.begin(found[0], form.said(), by=request.viewer)
        except (ValidationError, Refused) as wrong:
            form.cannot(wrong)
        else:
            return go_to(request, message.thread, _("Sent."))
    context = {"student": student, "whom": found[0], "form": form, **shorts}
    return page_or_422(request, "conversations/begin.html", context, bound=form.is_bound)


def form_for(request: HttpRequest, *, may_ring: bool) -> MessageForm:
    """The form as it was sent, or empty with a new tap."""
    if request.method != "POST":
        return MessageForm(initial={"tap": new_public_id()}, may_ring=may_ring)
    return MessageForm(request.POST, request.FILES, may_ring=may_ring)


def offer_shorts(
    request: ViewerRequest, form: MessageForm, about: Student | None, reader: Person | None
) -> dict[str, Any]:
    """The school's short messages for who works there; ?words= puts one of them into the form."""
    if not rules.may_use_shorts(request.viewer):
        return {"shorts": [], "chosen": ""}
    shorts, chosen = shorts_of(request.viewer.school), request.GET.get("words", "")
    one = next((short for short in shorts if short.key == chosen), None)
    if one is not None and not form.is_bound:
        language = get_language() or "en"
        facts = facts_in(about, reader, request.viewer)
        words = facts.filled(one.in_language(language), language)
        form.initial["text"], form.initial["short"] = words, one.key
    return {"shorts": shorts, "chosen": one.key if one else ""}


def find_thread(viewer: Viewer, public_id: str) -> Thread:
    return get_object_or_404(rules.visible_threads(viewer), public_id=public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def thread(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One conversation; POST says something in it."""
    found = find_thread(request.viewer, public_id)
    form = form_for(request, may_ring=rules.may_mark_urgent(request.viewer, found))
    if form.is_bound and form.is_valid():
        try:
            actions.say(found, form.said(), by=request.viewer)
        except (ValidationError, Refused) as wrong:
            form.cannot(wrong)
        else:
            return go_to(request, found, _("Sent."))
    elif not form.is_bound:
        actions.open_page(found, by=request.viewer)
    shorts = offer_shorts(request, form, found.about, found.outside)
    context = shown(request, found, form) | shorts
    return page_or_422(request, "conversations/thread.html", context, bound=form.is_bound)


def shown(request: Any, thread: Thread, form: MessageForm) -> dict[str, Any]:
    """What a page of a conversation shows: its last messages, older ones on pages before."""
    newest = rules.messages_of(thread).order_by("-at", "-pk")
    page = page_of(request, newest, size=SHOWN)
    messages = list(reversed(page.object_list))
    head = thread_page(request.viewer, thread, messages)
    return {"head": head, "page": page, "form": form}


@require_safe
def file(request: ViewerRequest, public_id: str, file_id: str) -> HttpResponseBase:
    """A file that came along."""
    found = find_thread(request.viewer, public_id)
    one = get_object_or_404(rules.files_to_open(found), public_id=file_id)
    return upload_answer(request, one.upload)


@require_POST
def seen(request: ViewerRequest, public_id: str) -> HttpResponse:
    """I have read this."""
    found = find_thread(request.viewer, public_id)
    actions.mark_seen(found, by=request.viewer)
    return go_to(request, found, _("Thank you. The school sees that you have read it."))
