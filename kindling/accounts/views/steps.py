"""The second step: passkeys, codes of an app, recovery codes. allauth checks, our pages ask."""

from __future__ import annotations

from http import HTTPStatus
from typing import cast

from allauth.mfa.base import views as base
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from kindling.accounts import actions
from kindling.accounts.models import User
from kindling.accounts.queries import steps_of
from kindling.accounts.views.gates import judged, onward
from kindling.accounts.views.proof import proves_to_read


@require_safe
def second_step(request: HttpRequest) -> HttpResponse:
    """Which second steps I have, and how to add one."""
    user = cast("User", request.user)
    return render(request, "account/second_step.html", {"steps": steps_of(user), "me": user})


@login_not_required
@sensitive_post_parameters()
def authenticate(request: HttpRequest) -> HttpResponseBase:
    """At sign-in, after the password, link or sheet."""
    return judged(base.authenticate(request), onward=onward(request))


@login_not_required
@never_cache
@sensitive_post_parameters()
def sign_in_with_passkey(request: HttpRequest) -> HttpResponseBase:
    """A passkey alone: the device has asked for a finger, a face or its PIN."""
    return judged(webauthn.login_webauthn(request))


@proves_to_read
@never_cache
@sensitive_post_parameters()
def add_app(request: HttpRequest) -> HttpResponseBase:
    return _changed(request, totp.activate_totp(request), "app", _("Your app is added."))


@proves_to_read
@never_cache
def remove_app(request: HttpRequest) -> HttpResponseBase:
    return _changed(request, totp.deactivate_totp(request), "no_app", _("Your app is removed."))


@proves_to_read
@never_cache
@sensitive_post_parameters()
def add_passkey(request: HttpRequest) -> HttpResponseBase:
    answer = webauthn.add_webauthn(request)
    return _changed(request, answer, "passkey", _("Your passkey is added."))


@proves_to_read
@never_cache
def remove_passkey(request: HttpRequest, pk: int) -> HttpResponseBase:
    answer = webauthn.remove_webauthn(request, pk=pk)
    return _changed(request, answer, "no_passkey", _("Your passkey is removed."))


@proves_to_read
@never_cache
def recovery_codes(request: HttpRequest) -> HttpResponseBase:
    return judged(codes.view_recovery_codes(request))


@proves_to_read
@never_cache
def new_recovery_codes(request: HttpRequest) -> HttpResponseBase:
    answer = codes.generate_recovery_codes(request)
    return _changed(request, answer, "codes", _("The codes before these no longer work."))


def _changed(
    request: HttpRequest, answer: HttpResponseBase, what: str, toast: str
) -> HttpResponseBase:
    """Note what allauth changed: it leads on only when it did."""
    if request.method == "POST" and answer.status_code == HTTPStatus.FOUND:
        keep = request.session.session_key
        actions.note_second_step(cast("User", request.user), what, keep=keep)
        messages.success(request, toast)
    return judged(answer)
