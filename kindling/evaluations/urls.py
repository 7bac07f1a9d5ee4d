"""Addresses below /<school>/evaluations/."""

from django.urls import path

from kindling.evaluations.views import evaluations

app_name = "evaluations"

urlpatterns = [
    path("", evaluations.evaluations, name="evaluations"),
    path("settings/", evaluations.settings, name="settings"),
    path("placement/<slug:public_id>/", evaluations.placement, name="placement"),
    path("<slug:public_id>/", evaluations.evaluation, name="evaluation"),
    path("<slug:public_id>/discuss/", evaluations.discuss, name="discuss"),
    path("<slug:public_id>/count/", evaluations.count, name="count"),
    path("<slug:public_id>/comment/", evaluations.comment, name="comment"),
    path("<slug:public_id>/link/", evaluations.link, name="link"),
    path("<slug:public_id>/call-off/", evaluations.call_off, name="call_off"),
]
