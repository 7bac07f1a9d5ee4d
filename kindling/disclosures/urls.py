"""Addresses below /<school>/disclosures/."""

from django.urls import path

from kindling.disclosures import views

app_name = "disclosures"

urlpatterns = [
    path("", views.disclosures, name="disclosures"),
    path("for/<slug:public_id>/", views.disclosures_for, name="for"),
    path("for/<slug:public_id>/note/", views.note, name="note"),
]
