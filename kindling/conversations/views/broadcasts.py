"""Write to many, and see what became of it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kindling.conversations import actions, rules
from kindling.conversations.forms import BroadcastForm, ChoiceForm
from kindling.conversations.queries.broadcasts import broadcast_counts, line_rows
from kindling.conversations.shorts import shorts_of
from kindling.kit.http import Refused, go_to, page_or_422, require, sent
from kindling.kit.ids import new_public_id
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest
from kindling.translation import is_configured


@require_safe
def broadcasts(request: ViewerRequest) -> HttpResponse:
    """What was written to many, the newest first."""
    require(rules.may_broadcast(request.viewer))
    page = page_of(request, rules.visible_broadcasts(request.viewer))
    return render(request, "conversations/broadcasts.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: ViewerRequest) -> HttpResponse:
    """Write to an advisory, a grade or the school."""
    require(rules.may_broadcast(request.viewer))
    shorts, language = shorts_of(request.viewer.school), get_language() or "en"
    chosen = next((one for one in shorts if one.key == request.GET.get("words")), None)
    words = {"text": chosen.in_language(language), "short": chosen.key} if chosen else {}
    initial = {"tap": new_public_id(), "to": "families", **words}
    form = BroadcastForm(sent(request), viewer=request.viewer, initial=initial)
    if form.is_bound and form.is_valid():
        try:
            made = actions.broadcast(**form.asked, by=request.viewer)
        except Refused as no:
            form.add_error(None, str(no))
        else:
            return go_to(request, made, _("It is on its way."))
    context = {"form": form, "shorts": shorts, "chosen": chosen.key if chosen else ""}
    return page_or_422(request, "conversations/new_broadcast.html", context, bound=form.is_bound)


@require_safe
def broadcast(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The words, and for each person whether it was sent, failed, or found no way."""
    found = get_object_or_404(rules.visible_broadcasts(request.viewer), public_id=public_id)
    page = page_of(request, rules.lines_of(found).order_by("person__sort_name", "pk"))
    context: dict[str, Any] = {"broadcast": found, "page": page}
    context |= {"rows": line_rows(page.object_list), "counts": broadcast_counts(found)}
    return render(request, "conversations/broadcast.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: ViewerRequest) -> HttpResponse:
    """When the school answers, and whether a machine translates."""
    require(rules.may_choose(request.viewer))
    choice = rules.choice_of(request.viewer.school)
    names = ("answers_from", "answers_until", "translates")
    form = ChoiceForm(sent(request), initial={name: getattr(choice, name) for name in names})
    if form.is_bound and form.is_valid():
        actions.choose(**form.cleaned_data, by=request.viewer)
        return go_to(request, "conversations:settings", _("Saved."))
    context = {"form": form, "has_translator": is_configured()}
    return page_or_422(request, "conversations/settings.html", context, bound=form.is_bound)
