"""Addresses below /<school>/judgements/."""

from django.urls import path

from kindling.judgements import views

app_name = "judgements"

urlpatterns = [
    path("", views.judgements, name="judgements"),
    path("settings/", views.settings, name="settings"),
    path("for/<slug:public_id>/", views.judgements_for, name="for"),
    path("for/<slug:public_id>/new/", views.choose, name="choose"),
    path("for/<slug:public_id>/new/<slug:goal_id>/", views.begin, name="begin"),
    path("for/<slug:public_id>/goal/<slug:goal_id>/", views.story, name="story"),
    path("<slug:public_id>/", views.judgement, name="judgement"),
    path("<slug:public_id>/say/<slug:voice>/", views.say, name="say"),
    path("<slug:public_id>/again/", views.again, name="again"),
    path("<slug:public_id>/agree/", views.agree, name="agree"),
    path("<slug:public_id>/give-back/", views.give_back, name="give_back"),
    path("<slug:public_id>/second/", views.give_second, name="give_second"),
    path("<slug:public_id>/award/", views.award, name="award"),
    path("<slug:public_id>/pieces/<slug:piece_id>/", views.piece, name="piece"),
]
