"""Addresses below /<school>/languages/."""

from django.urls import path

from kindling.languages import views

app_name = "languages"

urlpatterns = [path("", views.languages, name="languages")]
