"""Behind a mentor's link: what a student wants them to read, as long as it is shared."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from kindling.journals import rules
from kindling.journals.prompts import prompt_asked
from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest
from kindling.schools.viewer import Viewer


def read_journal_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """One entry, without the thread below it; a sentence once it is not theirs to read any more."""
    entry = rules.shared_entries(viewer).first()
    if entry is None:
        context = {"is_taken_back": rules.is_taken_back(viewer)}
        return render(request, "journals/not_shared.html", context, status=404)
    shown = {"entry": entry, "asked": prompt_asked(entry.prompt)}
    return render(request, "journals/link.html", shown)
