"""Signing in. Passwords are allauth's work; what it answers gets the right status here."""

from __future__ import annotations

from allauth.account import views as allauth
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.debug import sensitive_post_parameters

from kindling.accounts.mailing import can_mail
from kindling.accounts.views.gates import judged, onward
from kindling.accounts.views.proof import proves


@login_not_required
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponseBase:
    return judged(allauth.login(request), can_mail=can_mail(), onward=onward(request))


@login_not_required
def sign_out(request: HttpRequest) -> HttpResponseBase:
    """The browser forgets the pages it kept. Taps and notes that wait to be sent stay: only they
    know of them.
    """
    answer = judged(allauth.logout(request))
    if request.method == "POST":
        answer["Clear-Site-Data"] = '"cache"'
    return answer


@login_not_required
def ask_reset(request: HttpRequest) -> HttpResponseBase:
    return judged(allauth.password_reset(request))


@login_not_required
def reset_asked(request: HttpRequest) -> HttpResponseBase:
    return judged(allauth.password_reset_done(request))


@login_not_required
@sensitive_post_parameters()
def reset_password(request: HttpRequest, uidb36: str, key: str) -> HttpResponseBase:
    return judged(allauth.password_reset_from_key(request, uidb36=uidb36, key=key))


@sensitive_post_parameters()
def change_password(request: HttpRequest) -> HttpResponseBase:
    return judged(allauth.password_change(request))


@proves
@sensitive_post_parameters()
def set_password(request: HttpRequest) -> HttpResponseBase:
    return judged(allauth.password_set(request))
