"""The outbox, how people are reached, and (`outside`) what belongs to no school."""

from django.urls import path

from kindling.notices.views import devices, outbox, reach

app_name = "notices"

urlpatterns = [
    path("", outbox.outbox, name="outbox"),
    path("counts/", outbox.counts, name="counts"),
    path("<slug:public_id>/", outbox.notice, name="notice"),
    path("<slug:public_id>/send-again/", outbox.send_again, name="send_again"),
]

reaching = [
    path("", reach.mine, name="mine"),
    path("<slug:public_id>/", reach.of_person, name="person"),
]

outside = [
    path("outbox/", outbox.demo_outbox, name="demo_outbox"),
    path("reach/<str:token>/", reach.by_link, name="reach"),
    path("you/push/key/", devices.key, name="push_key"),
    path("you/push/", devices.turn_on, name="push_on"),
    path("you/push/renew/", devices.renew, name="push_renew"),
    path("you/push/<slug:public_id>/end/", devices.turn_off, name="push_off"),
]
