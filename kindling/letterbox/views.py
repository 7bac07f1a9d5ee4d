"""Where a mail service hands mail over, and what waits for a person."""

from __future__ import annotations

import time

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from kindling.kit.http import go_to, require
from kindling.kit.paging import page_of
from kindling.letterbox import actions, rules
from kindling.letterbox.queries import held_mails, mail_rows
from kindling.letterbox.reading import MOST, Incoming
from kindling.letterbox.signature import is_signed
from kindling.schools.http import ViewerRequest


@csrf_exempt
@login_not_required
@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """Take one mail as it is (message/rfc822). 403 unsigned, 413 too large."""
    body = request.read(MOST + 1)
    if len(body) > MOST:
        return HttpResponse("This mail is too large.", "text/plain", 413)
    sender = request.headers.get("X-Mail-From", "")
    recipient = request.headers.get("X-Mail-To", "")
    moment, given = (request.headers.get(f"X-Mail-{name}", "") for name in ("Time", "Signature"))
    token, now = settings.MAIL_TOKEN, time.time()
    if not is_signed(moment, sender, recipient, body, token=token, given=given, now=now):
        return HttpResponseForbidden("This is not signed by our mail service.", "text/plain")
    actions.take_mail(Incoming(body, sender, recipient.split(",")))
    return HttpResponse("Taken.", "text/plain")


@require_safe
def held(request: ViewerRequest) -> HttpResponse:
    """Mail that waits for a person, and what was looked at."""
    require(request.viewer.is_staff and not request.viewer.purpose)
    page = page_of(request, held_mails(request.viewer))
    rows = mail_rows(request.viewer, page.object_list)
    return render(request, "letterbox/held.html", {"page": page, "rows": rows})


@require_POST
def put_in(request: ViewerRequest, public_id: str) -> HttpResponse:
    """It is theirs."""
    mail = get_object_or_404(rules.visible_mails(request.viewer), public_id=public_id)
    actions.put_in(mail, by=request.viewer)
    return go_to(request, "letterbox:held", _("It stands in the conversation now."))


@require_POST
def set_aside(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Looked at."""
    mail = get_object_or_404(rules.visible_mails(request.viewer), public_id=public_id)
    actions.set_aside(mail, by=request.viewer)
    return go_to(request, "letterbox:held", _("Put aside."))
