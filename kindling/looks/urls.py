"""Addresses below /<school>/looks/."""

from django.urls import path

from kindling.looks import views

app_name = "looks"

urlpatterns = [path("for/<slug:public_id>/", views.looks_at, name="for")]
