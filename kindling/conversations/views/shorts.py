"""The school's short messages: all of them, and one to change."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.conversations import actions, rules
from kindling.conversations.forms import ShortForm
from kindling.conversations.shorts import Short, short_of, shorts_of
from kindling.kit.http import Refused, go_to, page_or_422, require, sent
from kindling.schools.http import ViewerRequest
from kindling.schools.models import School


@require_safe
def shorts(request: ViewerRequest) -> HttpResponse:
    """What one may send with a tap."""
    require(rules.may_use_shorts(request.viewer))
    context = {
        "shorts": shorts_of(request.viewer.school), "spoken": get_language() or "en",
        "may_write": rules.may_write_shorts(request.viewer),
    }  # fmt: skip
    return render(request, "conversations/shorts.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: ViewerRequest) -> HttpResponse:
    """One of the school's own."""
    require(rules.may_write_shorts(request.viewer))
    return _edit(request, None)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: ViewerRequest, short_id: str) -> HttpResponse:
    """Other words, or another language."""
    require(rules.may_write_shorts(request.viewer))
    return _edit(request, find_short(request.viewer.school, short_id))


def find_short(school: School, key: str) -> Short:
    found = short_of(school, key)
    if found is None:
        raise Http404
    return found


def _edit(request: ViewerRequest, short: Short | None) -> HttpResponse:
    form = ShortForm(sent(request), short=short)
    if form.is_bound and form.is_valid():
        told = form.cleaned_data["title"], form.words
        try:
            actions.write_short(*told, key=short.key if short else "", by=request.viewer)
        except Refused as no:
            form.add_error(None, str(no))
        else:
            return go_to(request, "conversations:shorts", _("Saved."))
    context = {"form": form, "short": short}
    return page_or_422(request, "conversations/short.html", context, bound=form.is_bound)


@require_POST
def remove(request: ViewerRequest, short_id: str) -> HttpResponse:
    """Out of the list."""
    require(rules.may_write_shorts(request.viewer))
    actions.remove_short(find_short(request.viewer.school, short_id).key, by=request.viewer)
    return go_to(request, "conversations:shorts", _("Taken out."))
