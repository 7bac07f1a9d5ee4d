"""Addresses below /<school>/surveys/."""

from django.urls import path

from kindling.surveys.views import answering, staff

app_name = "surveys"

urlpatterns = [
    path("", staff.surveys, name="surveys"),
    path("add/", staff.add, name="add"),
    path("take/<slug:asked>/", answering.take, name="take"),
    path("decide/<slug:told>/", answering.decide, name="decide"),
    path("<slug:public_id>/", staff.survey, name="survey"),
    path("<slug:public_id>/edit/", staff.edit, name="edit"),
    path("<slug:public_id>/announce/", staff.announce, name="announce"),
    path("<slug:public_id>/drop/", staff.drop, name="drop"),
    path("<slug:public_id>/remove/<slug:key>/", staff.remove, name="remove"),
    path("<slug:public_id>/clear/<slug:key>/", staff.clear, name="clear"),
]
