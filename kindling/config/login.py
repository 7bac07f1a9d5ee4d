"""Every page wants a signed-in person, unless it says otherwise."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.translation import gettext as _

from kindling.accounts.models import User
from kindling.keys.queries import reads
from kindling.keys.rules import lacks_second_step


def speak_as_known(request: HttpRequest) -> None:
    """Outside the schools read as at one's school: in that language and size of letters."""
    known, request.has_large_text = reads(cast("User", request.user))  # type: ignore[attr-defined]
    if known:
        translation.activate(known)
        request.LANGUAGE_CODE = translation.get_language() or "en"


class LoginMiddleware(LoginRequiredMiddleware):
    """Pages send you to sign in; the API answers 401 in JSON."""

    def process_view(
        self, request: HttpRequest, view_func: Any, view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        """Then, where the school asks for it, who works there has a second step."""
        stop = super().process_view(request, view_func, view_args, view_kwargs)
        viewer = getattr(request, "viewer", None)
        if stop or (viewer is None and not getattr(view_func, "login_required", True)):
            return stop
        if not request.user.is_authenticated:
            return None
        if viewer is None:
            speak_as_known(request)
            return None
        return (
            self.lead_to_second_step(request) if lacks_second_step(request.user, viewer) else None
        )

    def lead_to_second_step(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info.startswith("/api/"):
            return JsonResponse({"detail": "Add a second step to your account first."}, status=403)
        messages.warning(
            request, _("Your school asks everybody who works there for a second step. Add yours.")
        )
        return redirect("/you/second-step/")

    def handle_no_permission(  # type: ignore[override]
        self, request: HttpRequest, view_func: Any
    ) -> HttpResponseBase:
        if request.path_info.startswith("/api/"):
            return JsonResponse({"detail": "Sign in, or send a token."}, status=401)
        return super().handle_no_permission(request, view_func)
