"""Signing in. Passwords are allauth's work; what it answers gets the right status here."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from allauth.account import views as allauth
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.core import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters

from kindling.accounts.mailing import can_mail
from kindling.accounts.models import User


@login_not_required
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponseBase:
    return judged(allauth.login(request), can_mail=can_mail(), onward=onward(request))


@login_not_required
def sign_out(request: HttpRequest) -> HttpResponseBase:
    return judged(allauth.logout(request))


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


@sensitive_post_parameters()
def set_password(request: HttpRequest) -> HttpResponseBase:
    return judged(allauth.password_set(request))


def judged(response: HttpResponseBase, **more: Any) -> HttpResponseBase:
    """Give allauth's page the status it means: 429 too often, 422 wrong, 409 a spent link."""
    if not isinstance(response, TemplateResponse):
        return response
    context = dict(response.context_data or {}) | {"token_fail": False} | more
    context |= {"token_fail": bool((response.context_data or {}).get("token_fail"))}
    response.context_data = context
    form = context.get("form")
    if context["token_fail"]:
        response.status_code = HTTPStatus.CONFLICT
    elif form is not None and form.is_bound and form.errors:
        codes = {error.code for error in form.non_field_errors().as_data()}
        often = "too_many_login_attempts" in codes
        response.status_code = 429 if often else 422
    return response


def onward(request: HttpRequest) -> str:
    """Return where the person wanted to go, if that is one of our pages; else ""."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()})
    return asked if safe else ""


def complete(request: HttpRequest, user: User, method: str, *, to: str = "") -> HttpResponse:
    """Sign in somebody who has shown a link or a sheet, through allauth's own gates.

    They go on to `to`, or to where they wanted to go, or to the first page.
    """
    record_authentication(request, user, method=method)
    login = Login(user=user, redirect_url=to or onward(request) or None)
    answer: HttpResponse = perform_login(request, login)
    return answer


def too_often(request: HttpRequest, action: str, key: str = "") -> HttpResponse | None:
    """Return a 429 when this was sent too often (ACCOUNT_RATE_LIMITS in the settings)."""
    often: HttpResponse | None = ratelimit.consume_or_429(request, action=action, key=key)
    return often
