from django.urls import path

from kindling.handover import views

app_name = "handover"

urlpatterns = [
    path("", views.handovers, name="handovers"),
    path("start/", views.start, name="start"),
    path("letters/<slug:public_id>/", views.letter, name="letter"),
    path("letters/<slug:public_id>/save/", views.save, name="save"),
    path("letters/<slug:public_id>/show/", views.show, name="show"),
    path("letters/<slug:public_id>/ask/", views.ask, name="ask"),
    path("letters/<slug:public_id>/agree/", views.agree, name="agree"),
    path("letters/<slug:public_id>/taken/", views.take, name="take"),
    path("<slug:public_id>/", views.handover, name="handover"),
    path("<slug:public_id>/letters/", views.add_letters, name="add_letters"),
]
