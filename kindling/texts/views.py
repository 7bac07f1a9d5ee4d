"""The door for the gateway, and the school's list of what came through it."""

from __future__ import annotations

from xml.sax.saxutils import escape

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from kindling.kit.http import require
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest
from kindling.texts import rules
from kindling.texts.actions import Incoming, take_text
from kindling.texts.queries import listed_texts, text_rows
from kindling.texts.signature import is_signed


@csrf_exempt
@login_not_required
@sensitive_post_parameters()
@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """Take one message as Twilio posts it and answer in TwiML. 403 for what is not signed."""
    url = f"{settings.BASE_URL}{request.get_full_path()}"
    form = dict(request.POST.lists())
    given = request.headers.get("X-Twilio-Signature", "")
    if not is_signed(url, form, settings.SMS_TOKEN, given):
        return HttpResponseForbidden("This is not signed by our gateway.", "text/plain")
    told = {name: request.POST.get(name, "") for name in ("MessageSid", "From", "Body")}
    if not told["MessageSid"]:
        return as_twiml("")
    reply = take_text(Incoming(told["MessageSid"][:40], told["From"], told["Body"]))
    return as_twiml(reply)


def as_twiml(reply: str) -> HttpResponse:
    """Say it in the gateway's XML; an empty reply sends nothing."""
    message = f"<Message>{escape(reply)}</Message>" if reply else ""
    xml = f'<?xml version="1.0" encoding="UTF-8"?><Response>{message}</Response>'
    return HttpResponse(xml, content_type="text/xml; charset=utf-8")


@require_safe
def text_list(request: ViewerRequest) -> HttpResponse:
    """What people texted, and what came of it."""
    require(rules.may_see_texts(request.viewer))
    page = page_of(request, listed_texts(request.viewer))
    rows, is_open = text_rows(page.object_list), bool(settings.SMS_TOKEN)
    return render(request, "texts/list.html", {"page": page, "rows": rows, "is_open": is_open})
