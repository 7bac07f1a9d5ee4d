"""The board on paper, and labels for everybody on it."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import translation
from django.views.decorators.http import require_safe

from kindling.board.queries.live import live
from kindling.board.sheet import BOARD, LABELS, board_sheet, label_sheet
from kindling.board.views.live import find_asked
from kindling.paper.pressed import language_asked, pdf_answer
from kindling.schools.http import ViewerRequest


@require_safe
def board_paper(request: ViewerRequest) -> HttpResponse:
    """Everybody whom one asked for, by place, with a box to tick."""
    asked, language = find_asked(request), language_asked(request)
    with translation.override(language):
        found = live(request.viewer, asked)
        sheet = board_sheet(found, request.viewer.school, language)
    return pdf_answer(BOARD, sheet)


@require_safe
def labels(request: ViewerRequest) -> HttpResponse:
    """A label for each of them: thirty on a page."""
    asked, language = find_asked(request), language_asked(request)
    with translation.override(language):
        found = live(request.viewer, asked)
        sheet = label_sheet(found, request.viewer.school, language)
    return pdf_answer(LABELS, sheet)
