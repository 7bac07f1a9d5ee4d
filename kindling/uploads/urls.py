"""Addresses below /<school>/uploads/."""

from django.urls import path

from kindling.uploads import views

app_name = "uploads"

urlpatterns = [
    path("", views.announce, name="announce"),
    path("settings/", views.settings, name="settings"),
    path("<slug:public_id>/", views.carry, name="carry"),
]
