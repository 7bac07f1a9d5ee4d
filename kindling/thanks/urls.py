"""Addresses below /<school>/thanks/."""

from django.urls import path

from kindling.thanks.views import letters

app_name = "thanks"

urlpatterns = [
    path("", letters.thanks, name="thanks"),
    path("write/<slug:public_id>/", letters.write, name="write"),
    path("year/<slug:public_id>/", letters.year, name="year"),
    path("<slug:public_id>/", letters.letter, name="letter"),
    path("<slug:public_id>/print/", letters.print_letter, name="print"),
    path("<slug:public_id>/send/", letters.send, name="send"),
    path("<slug:public_id>/return/", letters.give_back, name="return"),
]
