"""Addresses below /<school>/moods/."""

from django.urls import path

from kindling.moods.views import moods, promises

app_name = "moods"

urlpatterns = [
    path("", moods.moods, name="moods"),
    path("promises/<slug:key>/give/", promises.give, name="give"),
    path("promises/<slug:key>/away/", promises.away, name="away"),
    path("promises/<slug:key>/end/", promises.end, name="end"),
    path("<slug:public_id>/", moods.mood, name="mood"),
    path("<slug:public_id>/pass/", moods.pass_on, name="pass"),
]
