"""One answer, signed in or behind a link: the same form, the same action, the same sentences."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kindling.consents import actions
from kindling.consents.forms import AnswerForm
from kindling.consents.models import Consent
from kindling.consents.queries.answering import consent_page
from kindling.kit.http import Refused
from kindling.schools.viewer import Viewer


def answered(
    request: HttpRequest, consent: Consent, viewer: Viewer, template: str, here: str
) -> HttpResponse:
    """Show the words (GET), or take what was said and come back."""
    form = AnswerForm(request.POST or None, today=viewer.school.today())
    if request.method != "POST":
        return show(request, consent, viewer, template, here, form=form)
    if not form.is_valid():
        return show(request, consent, viewer, template, here, form=form, status=422)
    said = form.cleaned_data
    try:
        actions.answer_consent(
            consent, said["says"], sha256=said["sha256"], until=said["until"],
            language=get_language() or "en", by=viewer,
        )  # fmt: skip
    except actions.OtherWords as refused:
        actions.miss_words(consent, by=viewer)
        form.add_error(None, str(refused))
        return show(request, consent, viewer, template, here, form=form, status=409)
    except Refused as refused:
        form.add_error(None, str(refused))
        return show(request, consent, viewer, template, here, form=form, status=409)
    messages.success(request, thanks(said["says"]))
    return redirect(here)


def thanks(says: str) -> str:
    return {
        "yes": _("Thank you. Your yes is written down."),
        "no": _("Thank you. Your no is written down."),
        "back": _("Your yes is taken back, from now on."),
        "seen": _("Thank you. We wrote down that you have read it."),
    }[says]


def show(
    request: HttpRequest, consent: Consent, viewer: Viewer, template: str, here: str, *,
    form: AnswerForm, status: int = 200,
) -> HttpResponse:  # fmt: skip
    page = consent_page(viewer, consent)
    if page is None:
        raise Http404
    context: dict[str, Any] = {"page": page, "here": here, "form": form}
    return render(request, template, context, status=status)
