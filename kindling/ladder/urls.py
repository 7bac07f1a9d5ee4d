from django.urls import path

from kindling.ladder.views import alarms

app_name = "ladder"

urlpatterns = [
    path("", alarms.alarm_list, name="alarms"),
    path("now/", alarms.now, name="now"),
    path("settings/", alarms.settings, name="settings"),
    path("<slug:public_id>/", alarms.alarm_detail, name="alarm"),
    path("<slug:public_id>/take/", alarms.take, name="take"),
    path("<slug:public_id>/say/", alarms.say, name="say"),
    path("<slug:public_id>/give-back/", alarms.give_back, name="give_back"),
    path("<slug:public_id>/close/", alarms.close, name="close"),
    path("<slug:public_id>/family/", alarms.family, name="family"),
]
