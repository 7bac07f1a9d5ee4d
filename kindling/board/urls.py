"""Addresses below /<school>/board/."""

from django.urls import path

from kindling.board.views import cards, live, paper

app_name = "board"

urlpatterns = [
    path("", live.board, name="board"),
    path("now/", live.now, name="now"),
    path("drill/", live.drill, name="drill"),
    path("paper/", paper.board_paper, name="paper"),
    path("labels/", paper.labels, name="labels"),
    path("cards/", cards.cards, name="cards"),
    path("cards/worker.js", cards.worker, name="worker"),
    path("cards/<slug:site_id>/", cards.card, name="card"),
]
