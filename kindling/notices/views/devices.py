"""Notifications on this device: the key a browser asks for, on, off."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.accounts.models import Session, User
from kindling.kit.http import go_to, is_looking
from kindling.notices import actions, rules
from kindling.notices.forms import DeviceForm
from kindling.notices.pushing import public_key

YOU = "/you/#notifications"


@require_safe
def key(request: HttpRequest) -> JsonResponse:
    return JsonResponse({"key": public_key()})


@require_POST
def turn_on(request: HttpRequest) -> HttpResponse:
    form = DeviceForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("This browser did not say where to reach it. Try again."))
        return HttpResponse(status=422)
    session = cast("Session", request.session.row)  # type: ignore[attr-defined]
    actions.add_device(cast("User", request.user), session, **form.cleaned_data)
    return go_to(request, YOU, _("Notifications come to this device from now on."))


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def renew(request: HttpRequest) -> JsonResponse:
    """For the service worker: GET says what a new subscription needs, POST takes it. JSON.

    Only where this browser's own session had turned it on: 401 signed out, 404 it was off.
    """
    user = request.user
    if not user.is_authenticated:
        return JsonResponse({}, status=401)
    device = rules.device_of(cast("Session", request.session.row))  # type: ignore[attr-defined]
    if device is None:
        return JsonResponse({}, status=404)
    if is_looking(request):
        return JsonResponse({"key": public_key(), "csrf": get_token(request)})
    form = DeviceForm(request.POST)
    if not form.is_valid():
        return JsonResponse({}, status=422)
    actions.renew_device(device, by=user, **form.cleaned_data)
    return JsonResponse({})


@require_POST
def turn_off(request: HttpRequest, public_id: str) -> HttpResponse:
    user = cast("User", request.user)
    device = get_object_or_404(rules.devices_of(user), public_id=public_id)
    actions.end_device(device, by=user)
    return go_to(request, YOU, _("No notifications come to that device any more."))
