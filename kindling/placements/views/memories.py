"""A student shares what they made, and takes it back; another mentor takes over."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.placements import actions, forms, rules
from kindling.placements.forms import works
from kindling.placements.views.pages import find_placement
from kindling.schools.http import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def share_memory(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The student says yes, with one line; before that nothing is shown anywhere."""
    placement = find_placement(request, public_id)
    require(rules.may_share_memory(request.viewer, placement))
    memory = getattr(placement, "memory", None)
    first = {"shown_as": placement.student.first}
    if memory is not None:
        first = {name: getattr(memory, name) for name in ("made", "project", "shown_as")}
    form = forms.MemoryForm(sent(request), initial=first)
    share = lambda: actions.share_memory(placement, **form.cleaned_data, by=request.viewer)  # noqa: E731
    if form.is_bound and works(form, share):
        return go_to(request, placement, _("Shared. You can take it back at any time."))
    context = {"form": form, "placement": placement}
    return page_or_422(request, "placements/memory.html", context, bound=form.is_bound)


@require_POST
def revoke_memory(request: ViewerRequest, public_id: str) -> HttpResponse:
    placement = find_placement(request, public_id)
    actions.revoke_memory(placement, by=request.viewer)
    return go_to(request, placement, _("Taken back. Nobody reads it any more."))


@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The coordinator chooses who guides the student from now on."""
    placement = find_placement(request, public_id)
    require(rules.may_hand_over(request.viewer, placement))
    form = forms.HandOverForm(sent(request), viewer=request.viewer, placement=placement)
    give = lambda: actions.hand_over(placement, form.cleaned_data["mentor"], by=request.viewer)  # noqa: E731
    if form.is_bound and works(form, give):
        return go_to(request, placement, _("Handed over. Both were told."))
    context = {"form": form, "placement": placement}
    return page_or_422(request, "placements/hand_over.html", context, bound=form.is_bound)
