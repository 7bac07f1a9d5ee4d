"""Sheets with a code to scan: printed at school, used at the door."""

from __future__ import annotations

from http import HTTPStatus

import segno
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import translation
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from kindling.accounts.models import SignInSheet
from kindling.accounts.views.gates import complete, too_often
from kindling.accounts.views.proof import proves
from kindling.keys import rules
from kindling.keys.actions import sheets
from kindling.keys.forms import PinForm, SetPinForm
from kindling.keys.pins import wrong_sentence
from kindling.kit.http import Refused, is_looking, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.kit.text import plain
from kindling.schools.http import ViewerRequest


@require_safe
def sheet_list(request: ViewerRequest) -> HttpResponse:
    require(rules.may_print_sheets(request.viewer))
    asked = request.GET.get("q", "").strip()
    people = rules.visible_bearers(request.viewer).select_related("user__sheet", "student")
    if asked:
        people = people.filter(sort_name__contains=plain(asked))
    page = page_of(request, people.order_by("sort_name", "pk"))
    return render(request, "keys/sheets.html", {"page": page, "asked": asked})


@proves
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def print_sheet(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Ask first; then show the sheet in the language of the person it is for, once."""
    require(rules.may_print_sheets(request.viewer))
    bearers = rules.visible_bearers(request.viewer).select_related("user__sheet", "school")
    person = get_object_or_404(bearers, public_id=public_id)
    if is_looking(request):
        return render(request, "keys/print_sheet.html", {"person": person})
    address = f"{settings.BASE_URL}/sheet/{sheets.print_sheet(person, by=request.viewer)}/"
    code = segno.make(address, error="m").svg_inline(scale=6, border=2)
    context = {"person": person, "code": mark_safe(code), "address": address}  # noqa: S308
    # What stands on the screen only is for who prints, in their language.
    context["hint"] = _("Print this page now. The code is shown only here.")
    context |= {"back": _("Back to the sheets"), "lang": translation.get_language()}
    with translation.override(person.language):
        return render(request, "keys/sheet.html", context)


@login_not_required
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def use_sheet(request: HttpRequest, token: str) -> HttpResponse:
    if often := too_often(request, "sheet"):
        return often
    sheet = SignInSheet.alive(token).first()
    if sheet is None:
        return render(request, "keys/dead_sheet.html", status=HTTPStatus.CONFLICT)
    kind = PinForm if sheet.pin_hash else SetPinForm
    form = kind(sent(request))
    if request.method == "POST" and form.is_valid():
        return take_pin(request, sheet, form)
    context = {"form": form, "is_new": not sheet.pin_hash}
    return page_or_422(request, "keys/use_sheet.html", context, bound=form.is_bound)


def take_pin(request: HttpRequest, sheet: SignInSheet, form: PinForm | SetPinForm) -> HttpResponse:
    """Sign in with the right PIN; say what is wrong with another."""
    pin = form.cleaned_data["pin"]
    if isinstance(form, SetPinForm):
        return complete(request, sheets.set_pin(sheet, pin), "sheet")
    try:
        user = sheets.try_pin(sheet, pin)
    except Refused as locked:
        form.add_error("pin", str(locked))
        context = {"form": form, "is_new": False}
        return render(request, "keys/use_sheet.html", context, status=429)
    if user is not None:
        return complete(request, user, "sheet")
    form.add_error("pin", wrong_sentence())
    return render(request, "keys/use_sheet.html", {"form": form, "is_new": False}, status=422)
