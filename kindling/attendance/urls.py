from django.urls import path

from kindling.attendance.views import behalf, coming, days, going, mentors, snow, taps

app_name = "attendance"

urlpatterns = [
    path("", days.day_list, name="days"),
    path("snow/", snow.snow, name="snow"),
    path("snow/<slug:on>/call/", snow.call, name="call_snow_day"),
    path("snow/<slug:on>/take-back/", snow.take_back, name="take_back_snow_day"),
    path("here/", coming.here, name="here"),
    path("taps/", taps.taps, name="taps"),
    path("pocket/", taps.pocket_page, name="pocket"),
    path("near/<slug:placement_id>/", taps.near, name="near"),
    path("for/", behalf.desk, name="desk"),
    path("for/<slug:placement_id>/", behalf.for_student, name="for"),
    path("modes/", behalf.modes, name="modes"),
    path("check-in/<slug:placement_id>/", going.check_in, name="check_in"),
    path("ask/<slug:placement_id>/", days.ask_mentor, name="ask"),
    path("mentors/<slug:public_id>/", mentors.mentor, name="mentor"),
    path("missed/<slug:placement_id>/<slug:on>/", days.settle_missed, name="missed"),
    path("hours/<slug:student_id>/", days.student_hours, name="hours"),
    path("<slug:public_id>/", days.day_detail, name="day"),
    path("<slug:public_id>/check-out/", going.check_out, name="check_out"),
]
