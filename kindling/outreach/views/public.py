"""The school's public form: no account, no JavaScript, no foreign service."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kindling.kit.http import page_or_422
from kindling.kit.limits import Try, client_address, take_all
from kindling.outreach import actions
from kindling.outreach.forms.offers import PublicOfferForm
from kindling.outreach.models import OfferForm
from kindling.outreach.rules import public_forms
from kindling.outreach.sending import new_page
from kindling.schools.inside import speaking
from kindling.schools.viewer import Viewer
from kindling.ui.language import languages

HOUR, DAY = 3600, 86400


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: HttpRequest, key: str) -> HttpResponse:
    """Offer a place, a day, a talk. In the language asked for, else the browser's."""
    door = get_object_or_404(public_forms(), key=key)
    asked = request.GET.get("in", "")
    if asked in {one.code for one in languages()}:
        translation.activate(asked)
    request.school = door.school  # type: ignore[attr-defined]
    with speaking(door.school):
        if not door.is_open:  # a poster may hang for years
            return render(request, "outreach/offer_closed.html", status=410)
        return receive(request, door) if request.method == "POST" else show(request, door)


def receive(request: HttpRequest, door: OfferForm) -> HttpResponse:
    """Keep it once. A machine reads the same thanks, and nothing is kept."""
    form = PublicOfferForm(request.POST)
    thanks = f"{request.path}?in={translation.get_language()}&sent=1"
    if form.is_trapped:
        return redirect(thanks)
    if not form.is_valid():
        return show(request, door, form)
    take_all(Try("offer", client_address(request), 6, HOUR), Try("offer-school", door.key, 60, DAY))
    language = translation.get_language() or door.school.language
    by = Viewer.system(door.school)
    facts = form.facts() | {"language": language}
    actions.receive_offer(by=by, sent_key=form.opened.key, **facts)
    return redirect(thanks)


def show(
    request: HttpRequest, door: OfferForm, form: PublicOfferForm | None = None
) -> HttpResponse:
    """The form, or the thanks for what was sent."""
    page = form.opened if form else new_page()
    context = {
        "door": door, "form": form or PublicOfferForm(), "page": page.sign(),
        "is_sent": form is None and "sent" in request.GET,
        "here": f"{request.path}?in={translation.get_language()}",
        "spoken": [(one, f"{request.path}?in={one.code}") for one in languages()],
    }  # fmt: skip
    return page_or_422(request, "outreach/offer_public.html", context, bound=form is not None)
