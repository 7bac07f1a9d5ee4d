"""A person's own page, outside every school: schools, language, look, password, devices."""

from __future__ import annotations

from typing import cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.accounts import actions
from kindling.accounts.doors import doors_of
from kindling.accounts.models import User
from kindling.accounts.views.gates import onward
from kindling.keys import queries
from kindling.keys.actions.you import choose_language as keep_language
from kindling.keys.actions.you import choose_text_size as keep_text_size
from kindling.kit.paging import page_of


@require_safe
def you(request: HttpRequest) -> HttpResponse:
    user = cast("User", request.user)
    page = page_of(request, queries.open_sessions(user))
    devices = queries.devices_of(list(page), request.session.session_key)
    context = {"page": page, "devices": devices, "schools": queries.schools_of(user), "me": user}
    context["is_large"] = request.has_large_text  # type: ignore[attr-defined]
    context["doors"] = doors_of(user)
    context["push_devices"] = queries.push_devices(user)
    return render(request, "keys/you.html", context)


@login_not_required
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Everyone may choose; a signed-in person's choice holds at their schools too."""
    code = request.POST.get("language", "")
    response = redirect(onward(request) or "/you/")
    if code in dict(settings.LANGUAGES):
        year = 365 * 24 * 60 * 60
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, code, max_age=year, secure=settings.HTTPS,
            httponly=True, samesite="Lax",
        )  # fmt: skip
        if request.user.is_authenticated:
            keep_language(request.user, code)
    return response


@require_POST
def choose_theme(request: HttpRequest) -> HttpResponse:
    actions.choose_theme(cast("User", request.user), request.POST.get("theme", ""))
    return redirect("keys:you")


@require_POST
def choose_text_size(request: HttpRequest) -> HttpResponse:
    keep_text_size(cast("User", request.user), is_large=request.POST.get("text") == "large")
    return redirect("keys:you")


@require_POST
def end_session(request: HttpRequest, public_id: str) -> HttpResponse:
    user = cast("User", request.user)
    session = get_object_or_404(queries.open_sessions(user), public_id=public_id)
    actions.end_session(session, by=user)
    messages.success(request, _("That device is signed out."))
    return redirect("keys:you")


@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    actions.end_other_sessions(cast("User", request.user), keep=request.session.session_key)
    messages.success(request, _("All your other devices are signed out."))
    return redirect("keys:you")
