from django.urls import path

from kindling.schedule.views import changes, closures, commitments, days, weeks

app_name = "schedule"

urlpatterns = [
    path("", days.calendar, name="calendar"),
    path("day/", days.day, name="day"),
    path("days-off/", closures.closure_list, name="closures"),
    path("days-off/add/", closures.add_closure, name="add_closure"),
    path("days-off/<slug:public_id>/", closures.change_closure, name="change_closure"),
    path("days-off/<slug:public_id>/delete/", closures.delete_closure, name="delete_closure"),
    path("weeks/", weeks.week_list, name="weeks"),
    path("weeks/add/", weeks.add_week, name="add_week"),
    path("weeks/letters/", weeks.set_anchor, name="set_anchor"),
    path("weeks/letters/<slug:public_id>/delete/", weeks.delete_anchor, name="delete_anchor"),
    path("weeks/<slug:public_id>/", weeks.week, name="week"),
    path("weeks/<slug:public_id>/change/", weeks.change_week, name="change_week"),
    path("weeks/<slug:public_id>/delete/", weeks.delete_week, name="delete_week"),
    path("weeks/<slug:public_id>/<int:weekday>/", weeks.plan_day, name="plan_day"),
    path("changes/", changes.change_list, name="changes"),
    path("changes/add/", changes.add_change, name="add_change"),
    path("changes/<slug:public_id>/", changes.change, name="change"),
    path("changes/<slug:public_id>/delete/", changes.delete_change, name="delete_change"),
    path("own-time/<slug:public_id>/", commitments.own_time, name="own_time"),
    path("own-time/<slug:public_id>/end/", commitments.end_commitment, name="end_commitment"),
]
