"""A person's own keys to one school's API."""

from __future__ import annotations

from typing import cast

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from kindling.accounts.models import User
from kindling.accounts.views.proof import proves
from kindling.keys import rules
from kindling.keys.actions import tokens
from kindling.keys.forms import TokenForm
from kindling.kit.http import answer, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest


@proves
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def token_list(request: ViewerRequest) -> HttpResponse:
    """Show the keys; a new one's secret is on this one answer only, so it is no redirect."""
    require(rules.may_make_token(request.viewer))
    form, secret = TokenForm(sent(request)), ""
    if request.method == "POST" and form.is_valid():
        user = cast("User", request.user)
        _token, secret = tokens.make_token(user, by=request.viewer, **form.cleaned_data)
        form = TokenForm()
    page = page_of(request, rules.visible_tokens(request.viewer))
    context = {"page": page, "form": form, "secret": secret, "now": request.school.now()}
    return page_or_422(request, "keys/tokens.html", context, bound=form.is_bound)


@require_POST
def revoke_token(request: ViewerRequest, public_id: str) -> HttpResponse:
    token = get_object_or_404(rules.visible_tokens(request.viewer), public_id=public_id)
    tokens.revoke_token(token, by=request.viewer)
    toast = _("This key no longer works.")
    return answer(request, "keys/_token.html", {"token": token}, to="keys:tokens", toast=toast)
