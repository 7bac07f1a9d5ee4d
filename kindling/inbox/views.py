"""The inbox: one list, in the order in which others wait."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.inbox import actions, rules
from kindling.inbox.forms import AsideForm
from kindling.inbox.queries import Filter, grouped
from kindling.inbox.queries import inbox as gather
from kindling.kit.addresses import url
from kindling.kit.http import require
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest


@require_safe
def inbox(request: ViewerRequest) -> HttpResponse:
    """Everything that waits for me; filters stand in the address."""
    require(rules.has_inbox(request.viewer))
    kind, who = request.GET.get("kind", "")[:40], request.GET.get("who", "")[:402]
    asked = Filter(kind, who, is_aside=request.GET.get("show") == "aside")
    found = gather(request.viewer, asked)
    page = page_of(request, found.items)
    context = {
        "inbox": found, "page": page, "asked": asked,
        "groups": grouped(request.viewer, list(page.object_list)),
        "query": asked.query,
    }  # fmt: skip
    return render(request, "inbox/inbox.html", context)


@require_POST
def put_aside(request: ViewerRequest) -> HttpResponse:
    """Remind me on another day."""
    require(rules.has_inbox(request.viewer))
    form = AsideForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose a day."))
        return back(request)
    try:
        actions.put_aside(
            form.cleaned_data["key"], until_on=form.cleaned_data["until_on"], by=request.viewer
        )
        messages.success(request, _("Put aside."))
    except ValidationError as wrong:
        messages.error(request, " ".join(wrong.messages))
    return back(request)


@require_POST
def take_back(request: ViewerRequest) -> HttpResponse:
    """Show it again now."""
    actions.take_back(request.POST.get("key", "")[:120], by=request.viewer)
    messages.success(request, _("It is back."))
    return back(request)


def back(request: ViewerRequest) -> HttpResponse:
    """To the list as it was filtered, at the same place."""
    home = url("inbox:inbox")
    asked = request.POST.get("back", "")
    if asked.startswith(home) and url_has_allowed_host_and_scheme(asked, allowed_hosts=None):
        return redirect(asked)
    return redirect(home)
