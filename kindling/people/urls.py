"""Addresses below /<school>/care/ and /<school>/contacts/. Students' own pages stand in home."""

from django.urls import path

from kindling.people.views import care, contacts

app_name = "care"

urlpatterns = [
    path("<slug:student_id>/", care.care_notes, name="notes"),
    path("notes/<slug:public_id>/end/", care.end_care_note, name="end"),
]

family = [
    path("mine/", contacts.mine, name="mine"),
    path("mine/<slug:public_id>/", contacts.share, name="share"),
    path("limit/<slug:public_id>/", contacts.limit, name="limit"),
    path("limits/<slug:public_id>/lift/", contacts.lift, name="lift"),
    path("protect/<slug:public_id>/", contacts.protect, name="protect"),
    path("<slug:student_id>/", contacts.family, name="family"),
    path("<slug:student_id>/age/", contacts.age, name="age"),
]
