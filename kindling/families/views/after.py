"""Words after an exhibition, signed in; and the recording, to whoever reads them."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.exhibitions.models import Exhibition
from kindling.families import actions, rules
from kindling.families.forms import AfterForm, TranscriptForm
from kindling.families.models import AfterWord
from kindling.kit.http import Refused, go_to, page_or_422, require, sent
from kindling.kit.ids import new_public_id
from kindling.schools.http import ViewerRequest
from kindling.schools.viewer import Viewer
from kindling.uploads.answering import upload_answer
from kindling.uploads.models import Upload


@require_http_methods(["GET", "HEAD", "POST"])
def after(request: ViewerRequest, public_id: str) -> HttpResponse:
    """A family says what it saw."""
    viewer = request.viewer
    shown = get_object_or_404(rules.shown_lately(viewer), public_id=public_id)
    files = request.FILES if request.method == "POST" else None
    form = AfterForm(sent(request), files, initial={"tap": new_public_id()})
    if form.is_bound and form.is_valid() and said(form, shown, viewer):
        return go_to(request, shown, _("Thank you. They read it, and hear it."))
    context = {"exhibition": shown, "form": form}
    return page_or_422(request, "families/after.html", context, bound=form.is_bound)


def said(form: AfterForm, shown: Exhibition, viewer: Viewer) -> bool:
    """Keep it; what stands in the way is told at the form."""
    try:
        actions.say_after(shown, by=viewer, **form.facts)
    except (Refused, ValidationError) as wrong:
        form.add_error(None, wrong if isinstance(wrong, ValidationError) else str(wrong))
        return False
    return True


def find(request: ViewerRequest, public_id: str) -> AfterWord:
    return get_object_or_404(rules.visible_after_words(request.viewer), public_id=public_id)


@require_safe
def voice(request: ViewerRequest, public_id: str) -> HttpResponseBase:
    """The recording."""
    word = find(request, public_id)
    if word.voice is None or word.voice.scan == Upload.Scan.WAITING:
        raise Http404
    return upload_answer(request, word.voice)


@require_http_methods(["GET", "HEAD", "POST"])
def transcript(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Write down what a voice said."""
    word = find(request, public_id)
    require(rules.may_write_down(request.viewer, word))
    form = TranscriptForm(sent(request), initial={"transcript": word.transcript})
    if form.is_bound and form.is_valid():
        actions.write_down(word, form.cleaned_data["transcript"], by=request.viewer)
        return go_to(request, word.exhibition, _("Saved."))
    context = {"form": form, "word": word}
    return page_or_422(request, "families/transcript.html", context, bound=form.is_bound)


@require_POST
def take_back(request: ViewerRequest, public_id: str) -> HttpResponse:
    word = find(request, public_id)
    actions.take_back_word(word, by=request.viewer)
    return go_to(request, word.exhibition, _("Taken back."))
