"""Addresses below /<school>/mentoring/."""

from django.urls import path

from kindling.mentoring.views import mentors, visits

app_name = "mentoring"

urlpatterns = [
    path("", mentors.mentors, name="mentors"),
    path("rates/", mentors.rates, name="rates"),
    path("invite/", mentors.invite, name="invite"),
    path("offer/", mentors.offer, name="offer"),
    path("visits/", visits.visits, name="visits"),
    path("visits/<slug:public_id>/", visits.visit, name="visit"),
    path("visits/<slug:public_id>/agree/", visits.agree, name="agree"),
    path("visits/<slug:public_id>/decline/", visits.decline, name="decline_visit"),
    path("<slug:public_id>/", mentors.mentor, name="mentor"),
    path("<slug:public_id>/invite/", mentors.invite_known, name="invite_known"),
    path("<slug:public_id>/accept/", mentors.accept, name="accept"),
    path("<slug:public_id>/decline/", mentors.decline, name="decline"),
    path("<slug:public_id>/page/", mentors.send_page, name="send_page"),
    path("<slug:public_id>/retire/", mentors.retire, name="retire"),
]
