"""Addresses below /<school>/families/."""

from django.urls import path

from kindling.families.views import after, desk, offers, wishes

app_name = "families"

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("send/", desk.send, name="send"),
    path("sheets/", desk.sheets, name="sheets"),
    path("settings/", desk.settings, name="settings"),
    path("give/", offers.give, name="give"),
    path("offers/", offers.offers, name="offers"),
    path("offers/<slug:public_id>/", offers.offer, name="offer"),
    path("offers/<slug:public_id>/take-back/", offers.take_back, name="take_back"),
    path("meet/<slug:public_id>/", wishes.meet, name="meet"),
    path("wishes/<slug:public_id>/", wishes.wish, name="wish"),
    path("after/<slug:public_id>/", after.after, name="after"),
    path("voices/<slug:public_id>/", after.voice, name="voice"),
    path("voices/<slug:public_id>/text/", after.transcript, name="transcript"),
    path("voices/<slug:public_id>/take-back/", after.take_back, name="take_back_word"),
    path("words/<slug:public_id>/", desk.words, name="words"),
]
