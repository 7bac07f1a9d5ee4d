"""The front door: where "/" leads, and signing in with a link from the mail."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from kindling.accounts import actions
from kindling.accounts.mailing import can_mail
from kindling.accounts.models import SignInLink
from kindling.accounts.views.gates import complete, onward, too_often
from kindling.keys import queries
from kindling.keys.actions.letters import mail_link
from kindling.keys.forms import EmailForm
from kindling.kit.http import is_looking, page_or_422, sent
from kindling.schools import world


@login_not_required
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Lead on: to set-up, to sign-in, to the only school, or to the list of schools."""
    if not request.user.is_authenticated:
        return redirect("/set-up/" if world.is_empty() else "/sign-in/")
    return redirect(queries.first_path(request.user))


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def ask_link(request: HttpRequest) -> HttpResponse:
    form = EmailForm(sent(request))
    if not (request.method == "POST" and form.is_valid()):
        context = {"form": form, "onward": onward(request), "can_mail": can_mail()}
        return page_or_422(request, "keys/ask_link.html", context, bound=form.is_bound)
    email = form.cleaned_data["email"]
    if often := too_often(request, "sign_in_link", email):
        return often
    mail_link.enqueue(email, translation.get_language() or "en", onward(request))
    return redirect("keys:link_sent")


@login_not_required
@require_safe
def link_sent(request: HttpRequest) -> HttpResponse:
    return render(request, "keys/link_sent.html", {"minutes": actions.LINK_MINUTES})


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def use_link(request: HttpRequest, token: str) -> HttpResponse:
    """Mail scanners open links: looking changes nothing, the button signs in."""
    if often := too_often(request, "use_link"):
        return often
    if is_looking(request) and SignInLink.alive(token).exists():
        return render(request, "keys/use_link.html", {"onward": onward(request)})
    user = actions.use_link(token) if request.method == "POST" else None
    if user is None:
        context = {"form": EmailForm(), "can_mail": can_mail(), "onward": onward(request)}
        return render(request, "keys/dead_link.html", context, status=HTTPStatus.CONFLICT)
    return complete(request, user, "link")
