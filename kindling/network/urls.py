"""The pages of a network, and (`inside`) a school's own page about it."""

from django.urls import path

from kindling.network import views

app_name = "network"

urlpatterns = [
    path("<slug:slug>/", views.overview, name="overview"),
    path("<slug:slug>/budget/", views.budget, name="budget"),
    path("<slug:slug>/people/", views.people, name="people"),
    path("<slug:slug>/people/<slug:public_id>/end/", views.end_hat, name="end_hat"),
]

inside = [
    path("", views.sharing, name="sharing"),
    path("share/", views.share, name="share"),
    path("stop/", views.stop, name="stop"),
]
