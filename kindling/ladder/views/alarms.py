"""The page of alarms, one alarm, and what one does about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.history.stir import stamp_of
from kindling.kit.http import fresh_or_304, go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.ladder import actions, rules
from kindling.ladder.forms import CloseForm, DidForm, LadderForm
from kindling.ladder.models import Alarm
from kindling.ladder.queries import alarm_page, listed, tone_of
from kindling.schools.http import ViewerRequest


@require_safe
def alarm_list(request: ViewerRequest) -> HttpResponse:
    """Who is silent now; ?show=over: what was."""
    require(rules.may_see_alarms(request.viewer))
    context = found(request, stamp_for(request))
    context["may_change"] = rules.may_change_ladder(request.viewer)
    return render(request, "ladder/alarms.html", context)


@require_safe
def now(request: ViewerRequest) -> HttpResponse:
    """The list, asked for again and again; 304 while nothing has changed."""
    if not rules.may_see_alarms(request.viewer):
        raise Http404
    stamp = stamp_for(request)
    return fresh_or_304(request, "ladder/_alarms.html", stamp, lambda: found(request, stamp))


def asked_of(request: ViewerRequest) -> str:
    return "over" if request.GET.get("show") == "over" else "now"


def stamp_for(request: ViewerRequest) -> str:
    return stamp_of(request.viewer, "alarms", asked_of(request), request.GET.get("page", ""))


def found(request: ViewerRequest, stamp: str) -> dict[str, Any]:
    show = asked_of(request)
    page = page_of(request, listed(request.viewer, show))
    return {"page": page, "show": show, "stamp": stamp, "tone_of": tone_of}


@require_safe
def alarm_detail(request: ViewerRequest, public_id: str) -> HttpResponse:
    alarm = get_object_or_404(rules.visible_alarms(request.viewer), public_id=public_id)
    return shown(request, alarm, DidForm(), CloseForm())


def shown(
    request: ViewerRequest, alarm: Alarm, did: DidForm, close: CloseForm, status: int = 200
) -> HttpResponse:
    page = alarm_page(request.viewer, alarm)
    context = {"page": page, "did": did, "close": close, "tone_of": tone_of}
    return render(request, "ladder/alarm.html", context, status=status)


@require_POST
def take(request: ViewerRequest, public_id: str) -> HttpResponse:
    """I have it."""
    return done(request, public_id, actions.take_alarm, _("You have it. Thank you."))


@require_POST
def say(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What I did."""
    return done(request, public_id, actions.say_what_was_done, _("Saved."))


def done(
    request: ViewerRequest, public_id: str, act: Callable[..., None], toast: str
) -> HttpResponse:
    alarm = get_object_or_404(rules.visible_alarms(request.viewer), public_id=public_id)
    form = DidForm(request.POST)
    if not form.is_valid():
        return shown(request, alarm, form, CloseForm(), 422)
    act(alarm, by=request.viewer, **form.cleaned_data)
    return go_to(request, alarm, toast)


@require_POST
def give_back(request: ViewerRequest, public_id: str) -> HttpResponse:
    alarm = get_object_or_404(rules.visible_alarms(request.viewer), public_id=public_id)
    actions.give_back_alarm(alarm, by=request.viewer)
    return go_to(request, alarm, _("Given back. The next person is told."))


@require_POST
def close(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The student is accounted for."""
    alarm = get_object_or_404(rules.visible_alarms(request.viewer), public_id=public_id)
    form = CloseForm(request.POST)
    if not form.is_valid():
        return shown(request, alarm, DidForm(), form, 422)
    actions.close_alarm(alarm, by=request.viewer, **form.cleaned_data)
    return go_to(request, "ladder:alarms", _("Over. Everybody who was alarmed is told."))


@require_POST
def family(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Tell the family, in their language."""
    alarm = get_object_or_404(rules.visible_alarms(request.viewer), public_id=public_id)
    number = actions.tell_family(alarm, by=request.viewer)
    toast = ngettext("Told one person.", "Told %(num)s people.", number) % {"num": number}
    return go_to(request, alarm, toast)


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: ViewerRequest) -> HttpResponse:
    """The minutes."""
    require(rules.may_change_ladder(request.viewer))
    ladder = rules.ladder_of(request.viewer)
    form = LadderForm(sent(request), initial=LadderForm.first_answers(ladder))
    if form.is_bound and form.is_valid():
        actions.change_ladder(by=request.viewer, **form.cleaned_data)
        return go_to(request, "ladder:settings", _("Saved."))
    return page_or_422(request, "ladder/settings.html", {"form": form}, bound=form.is_bound)
