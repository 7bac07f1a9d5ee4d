"""One way to show a form, act on it, and say what stands in the way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kindling.kit.http import Refused, go_to
from kindling.schools.http import ViewerRequest


def kept(
    request: ViewerRequest,
    form: forms.Form,
    page: tuple[str, dict[str, Any]],
    act: Callable[[], Any],
    to: Any,
) -> HttpResponse:
    """Act on a valid form and go on to `to`; else show the page with what is wrong.

    `page` is the template and its context. `to` is an address or a function of what came out.
    """
    status = 422 if form.is_bound else 200
    if form.is_bound and form.is_valid():
        try:
            made = act()
        except Refused as refused:
            form.add_error(None, str(refused))
            status = 409
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return go_to(request, to(made) if callable(to) else to, _("Saved."))
    template, context = page
    return render(request, template, {**context, "form": form}, status=status)
