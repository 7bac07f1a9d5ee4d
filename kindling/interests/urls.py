"""Addresses below /<school>/interests/."""

from django.urls import path

from kindling.interests import views

app_name = "interests"

urlpatterns = [
    path("", views.mine, name="mine"),
    path("add/", views.add, name="add"),
    path("journal/", views.journal, name="journal"),
    path("advisories/", views.boards, name="boards"),
    path("advisories/<slug:public_id>/", views.board, name="board"),
    path("for/<slug:public_id>/", views.interests_of, name="for"),
    path("<slug:public_id>/", views.interest, name="interest"),
    path("<slug:public_id>/edit/", views.edit, name="edit"),
    path("<slug:public_id>/share/", views.share, name="share"),
    path("<slug:public_id>/unshare/", views.unshare, name="unshare"),
    path("<slug:public_id>/end/", views.end, name="end"),
]
