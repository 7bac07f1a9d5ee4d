"""Addresses below /<school>/ale/."""

from django.urls import path

from kindling.ale import views

app_name = "ale"

urlpatterns = [
    path("", views.contact, name="contact"),
    path("mine/", views.mine, name="mine"),
    path("reviews/", views.reviews, name="reviews"),
    path("settings/", views.settings, name="settings"),
    path("settings/students/", views.add, name="add"),
    path("audit/", views.audit, name="audit"),
    path("noted/<slug:public_id>/take-back/", views.take_back, name="take_back"),
    path("students/<slug:public_id>/", views.student, name="student"),
    path("students/<slug:public_id>/note/", views.note, name="note"),
    path("students/<slug:public_id>/change/", views.change, name="change"),
    path("students/<slug:public_id>/end/", views.end, name="end"),
    path("students/<slug:public_id>/months/<slug:month>/", views.review, name="review"),
]
