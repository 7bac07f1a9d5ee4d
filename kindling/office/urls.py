"""Addresses outside every school, and (`inside`) below /<school>/."""

from django.urls import path

from kindling.office.views import founding, settings

app_name = "office"

urlpatterns = [path("set-up/", founding.set_up, name="set_up")]

inside = [
    path("set-up/", founding.finish_set_up, name="finish_set_up"),
    path("settings/", settings.school_settings, name="settings"),
    path("settings/words/", settings.words, name="words"),
    path("settings/years/", settings.year_list, name="years"),
    path("settings/years/add/", settings.add_year, name="add_year"),
    path("settings/years/<slug:public_id>/", settings.change_year, name="change_year"),
    path("settings/years/<slug:public_id>/terms/add/", settings.add_term, name="add_term"),
    path("settings/terms/<slug:public_id>/", settings.change_term, name="change_term"),
    path("settings/hats/", settings.hat_list, name="hats"),
    path("settings/hats/<slug:public_id>/", settings.person_hats, name="person_hats"),
    path("settings/hats/<slug:public_id>/end/", settings.end_hat, name="end_hat"),
]
