"""Addresses below /<school>/services/."""

from django.urls import path

from kindling.services.views import services

app_name = "services"

urlpatterns = [
    path("", services.services, name="services"),
    path("add/", services.add, name="add"),
    path("<slug:public_id>/", services.service, name="service"),
    path("<slug:public_id>/edit/", services.edit, name="edit"),
    path("<slug:public_id>/open/", services.open_it, name="open"),
    path("<slug:public_id>/end/", services.end, name="end"),
    path("<slug:public_id>/join/", services.join, name="join"),
    path("<slug:public_id>/leave/", services.leave, name="leave"),
]
