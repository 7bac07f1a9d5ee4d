"""The reading room: entry after entry, with the keyboard alone; and what worries an advisor."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.journals import actions, rules
from kindling.journals.forms import ReplyForm, WorryForm
from kindling.journals.models import JournalEntry
from kindling.journals.queries.pages import entry_page, room_for
from kindling.journals.views.entries import find_entry
from kindling.kit.addresses import url
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.ids import new_public_id
from kindling.schools.http import ViewerRequest
from kindling.schools.roles import Role


@require_safe
def first(request: ViewerRequest) -> HttpResponse:
    """The entry that has waited longest; a page that says so when none waits."""
    require(request.viewer.is_a(Role.ADVISOR) and not request.viewer.purpose)
    waiting = rules.waiting_entries(request.viewer).first()
    if waiting is not None:
        return redirect(url("journals:read", waiting.public_id))
    return render(request, "journals/room_empty.html")


@require_safe
def room(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One entry, its thread, and the way to the next."""
    found = find_entry(request, public_id)
    require(rules.guides(request.viewer, found))
    return show(request, found, ReplyForm(initial={"tap": new_public_id()}))


def show(request: ViewerRequest, found: JournalEntry, form: ReplyForm) -> HttpResponse:
    place = room_for(request.viewer, found.public_id)
    context = {"page": entry_page(request.viewer, found), "room": place, "form": form}
    return page_or_422(request, "journals/room.html", context, bound=form.is_bound)


def next_of(request: ViewerRequest, found: JournalEntry) -> str:
    """Where to go once this one is done: read before it is."""
    place = room_for(request.viewer, found.public_id)
    after = place.after or place.before
    return url("journals:read", after) if after else url("journals:room")


@require_POST
def reply(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Answer, and go on to the next."""
    found, form = find_entry(request, public_id), ReplyForm(request.POST)
    require(rules.guides(request.viewer, found))
    if not form.is_valid():
        return show(request, found, form)
    following = next_of(request, found)
    actions.reply_to(found, by=request.viewer, **form.cleaned_data)
    told = _("%(name)s gets your answer.") % {"name": found.student.first}
    return go_to(request, following, told)


@require_POST
def mark_read(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Read without an answer, and on to the next."""
    found = find_entry(request, public_id)
    following = next_of(request, found)
    actions.mark_read(found, by=request.viewer)
    return go_to(request, following, _("Marked as read."))


@require_http_methods(["GET", "HEAD", "POST"])
def worry(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Hand an entry to the adults who act on worries."""
    found = find_entry(request, public_id)
    require(rules.guides(request.viewer, found))
    form = WorryForm(sent(request))
    if form.is_bound and form.is_valid():
        incident = actions.hand_on(found, by=request.viewer, **form.cleaned_data)
        return go_to(request, incident, _("Written down. The principal is told that it waits."))
    context = {"entry": found, "form": form}
    return page_or_422(request, "journals/worry.html", context, bound=form.is_bound)
