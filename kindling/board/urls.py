"""Addresses below /<school>/board/."""

from django.urls import path

from kindling.board import views

app_name = "board"

urlpatterns = [
    path("", views.board, name="board"),
    path("now/", views.now, name="now"),
    path("drill/", views.drill, name="drill"),
]
