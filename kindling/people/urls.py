"""Addresses below /<school>/care/. Students' own pages stand in home."""

from django.urls import path

from kindling.people import views

app_name = "care"

urlpatterns = [
    path("<slug:student_id>/", views.care_notes, name="notes"),
    path("notes/<slug:public_id>/end/", views.end_care_note, name="end"),
]
