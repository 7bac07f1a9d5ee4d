"""How far each language is."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kindling.kit.http import require
from kindling.languages import rules
from kindling.languages.queries import legal_texts, lines
from kindling.schools.http import ViewerRequest


@require_safe
def languages(request: ViewerRequest) -> HttpResponse:
    """Each language with what is done and who reads it; legal texts for who may read them."""
    require(rules.may_see_languages(request.viewer))
    context = {"lines": lines(request.viewer), "texts": legal_texts(request.viewer)}
    return render(request, "languages/languages.html", context)
