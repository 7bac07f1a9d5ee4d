"""The door (/p/TOKEN/…), and the school's list of passes."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.kit.http import answer, is_looking, require
from kindling.kit.limits import allow, take
from kindling.kit.paging import page_of
from kindling.kit.signing import fingerprint
from kindling.passes import actions, devices, rules
from kindling.passes.door import HOUR, at_the_door
from kindling.passes.forms import CodeForm
from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest, Purpose
from kindling.passes.queries import pass_rows
from kindling.passes.uses import note_use
from kindling.schools.http import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_door
def door(
    request: PassRequest, held: Pass, purposes: dict[str, Purpose], resting: frozenset[str]
) -> HttpResponse:
    """Show or do what the pass is for. `resting`: what waits while the bearer is suspended."""
    if held.state_at(timezone.now()) != Pass.LIVE:
        return turn_away(request, held)
    secret = ""
    if held.needs_code and not held.is_trusted:  # type: ignore[attr-defined]
        # A browser keeps one secret for all its links: opening a second must not lock the first.
        secret = request.COOKIES.get(devices.COOKIE) or devices.new_secret()
        if request.method != "GET" or not devices.trust_first(held, fingerprint(secret)):
            context = {"form": None, "always": devices.trusts_nobody(held)}
            return render(request, "passes/code.html", context, status=403)
    if held.purpose not in purposes:
        raise Http404
    if held.bearer.suspended_at is not None and held.purpose in resting:
        status = 409 if request.method == "POST" else 200
        return render(request, "passes/suspended.html", status=status)
    response = purposes[held.purpose](request, held, request.viewer)
    if request.method != "HEAD":
        note_use(held, "opened" if request.method == "GET" else "used", devices.device_of(request))
    return devices.remember(response, secret) if secret else response


def turn_away(request: PassRequest, held: Pass) -> HttpResponse:
    """Say why the pass is over and offer what may be done about it."""
    state = held.newest().state_at(timezone.now())
    is_over_for_good = state == Pass.REVOKED
    note_use(held, "revoked" if is_over_for_good else "expired")
    context = {"is_over_for_good": is_over_for_good, "was_renewed": held.revoked_at is not None}
    return render(request, "passes/gone.html", context, status=410)


@require_POST
@at_the_door
def renew(request: PassRequest, held: Pass) -> HttpResponse:
    """Send a new link to the contact on file; the page says the same whether there is one."""
    take("pass-renew", held.public_id, limit=3, seconds=HOUR)
    if held.state_at(timezone.now()) == Pass.LIVE:
        return redirect(request.door)
    actions.renew_pass(held, by=request.viewer)
    note_use(held, "renewed")
    return render(request, "passes/renewed.html")


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_door
def not_me(request: PassRequest, held: Pass) -> HttpResponse:
    """Tell the school that the link is in other hands; it stays as it is until staff decide."""
    if is_looking(request):
        return redirect(request.door)
    if allow("pass-not-me", held.public_id, limit=2, seconds=24 * HOUR):
        actions.report_not_me(held, by=request.viewer)
    return render(request, "passes/not_me.html")


@require_POST
@at_the_door
def ask_code(request: PassRequest, held: Pass) -> HttpResponse:
    """Send a code to the contact on file, for this browser."""
    if held.state_at(timezone.now()) != Pass.LIVE:
        return turn_away(request, held)
    if not held.needs_code:
        return redirect(request.door)
    take("pass-code", held.public_id, limit=5, seconds=HOUR)
    secret = request.COOKIES.get(devices.COOKIE) or devices.new_secret()
    actions.send_code(held, fingerprint(secret), by=request.viewer)
    return devices.remember(render(request, "passes/code.html", {"form": CodeForm()}), secret)


@require_POST
@at_the_door
def enter_code(request: PassRequest, held: Pass) -> HttpResponse:
    """Trust this browser when the code is right."""
    if held.state_at(timezone.now()) != Pass.LIVE:
        return turn_away(request, held)
    form = CodeForm(request.POST)
    if form.is_valid():
        code = form.cleaned_data["code"]
        if actions.trust_device(held, devices.device_of(request), code, by=request.viewer):
            return redirect(request.door)
        form.add_error(
            "code", _("This code is wrong or too old. Look again, or ask for a new one.")
        )
    return render(request, "passes/code.html", {"form": form}, status=422)


@require_safe
def pass_list(request: ViewerRequest) -> HttpResponse:
    """The links of the school, or of one person or student."""
    require(rules.may_see_passes(request.viewer))
    passes = rules.visible_passes(request.viewer).order_by("-created_at", "-pk")
    who = request.GET.get("who", "")
    if who:
        passes = passes.filter(rules.concerns(who))
    page = page_of(request, passes)
    context = {"page": page, "rows": pass_rows(page.object_list, request.viewer), "who": who}
    return render(request, "passes/list.html", context)


@require_POST
def revoke(request: ViewerRequest, public_id: str) -> HttpResponse:
    """End one link."""
    held = get_object_or_404(rules.visible_passes(request.viewer), public_id=public_id)
    actions.revoke_pass(held, by=request.viewer)
    context = {"row": pass_rows([held], request.viewer)[0]}
    return answer(
        request, "passes/_row.html", context, to=reverse("passes:list"), toast=_("Link ended.")
    )
