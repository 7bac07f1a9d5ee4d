"""Addresses below /<school>/courses/."""

from django.urls import path

from kindling.courses.views import courses, students

app_name = "courses"

urlpatterns = [
    path("", courses.courses, name="courses"),
    path("add/", courses.add, name="add"),
    path("enter/", students.enter, name="enter"),
    path("required/", students.required, name="required"),
    path("required/<slug:public_id>/retire/", students.retire_required, name="retire_required"),
    path("students/<slug:public_id>/", students.student, name="student"),
    path("students/<slug:public_id>/met/", students.note_met, name="note_met"),
    path("students/<slug:public_id>/tests/add/", students.add_test, name="add_test"),
    path("met/<slug:public_id>/end/", students.end_met, name="end_met"),
    path("tests/<slug:public_id>/correct/", students.correct_test, name="correct_test"),
    path("places/<slug:public_id>/answer/", courses.answer, name="answer"),
    path("places/<slug:public_id>/leave/", courses.leave, name="leave"),
    path("<slug:public_id>/", courses.course, name="course"),
    path("<slug:public_id>/edit/", courses.edit, name="edit"),
    path("<slug:public_id>/give/", courses.give, name="give"),
    path("<slug:public_id>/ask/", courses.ask, name="ask"),
    path("<slug:public_id>/cancel/", courses.cancel, name="cancel"),
    path("<slug:public_id>/reopen/", courses.reopen, name="reopen"),
    path("<slug:public_id>/finish/", courses.finish, name="finish"),
    path("<slug:public_id>/meetings/<slug:on>/", courses.meeting, name="meeting"),
]
