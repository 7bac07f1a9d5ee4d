"""Addresses below /<school>/travel/."""

from django.urls import path

from kindling.travel.views import feeds, maps, starts

app_name = "travel"

urlpatterns = [
    path("", feeds.timetable, name="timetable"),
    path("hand-in/", feeds.hand_in, name="hand_in"),
    path("starts/", starts.starts, name="starts"),
    path("map/", maps.put, name="put_map"),
    path("map/remove/", maps.remove, name="remove_map"),
    path("map/<slug:digest>.pmtiles", maps.tiles, name="tiles"),
    path("feeds/<slug:public_id>/", feeds.feed, name="feed"),
    path("feeds/<slug:public_id>/use/", feeds.use, name="use"),
    path("feeds/<slug:public_id>/remove/", feeds.remove, name="remove"),
    path("feeds/<slug:public_id>/discard/", feeds.discard, name="discard"),
]
