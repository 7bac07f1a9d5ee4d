"""Addresses below /<school>/inbox/."""

from django.urls import path

from kindling.inbox import views

app_name = "inbox"

urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("aside/", views.put_aside, name="put_aside"),
    path("back/", views.take_back, name="take_back"),
]
