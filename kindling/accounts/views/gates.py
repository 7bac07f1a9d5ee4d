"""What every way in shares: the right status, where to go on to, and the last step."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.core import ratelimit
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.http import url_has_allowed_host_and_scheme

from kindling.accounts.models import User


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
        response.status_code = judgement(form)
    return response


def judgement(form: Form) -> int:
    """Return what a wrong form means: 429 when it was sent too often, else 422."""
    codes = {error.code for errors in form.errors.as_data().values() for error in errors}
    return 422 if codes.isdisjoint({"too_many_login_attempts", "rate_limited"}) else 429


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
