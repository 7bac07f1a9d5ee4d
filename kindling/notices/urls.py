from django.urls import path

from kindling.notices import views

app_name = "notices"

urlpatterns = [
    path("", views.outbox, name="outbox"),
    path("counts/", views.counts, name="counts"),
    path("<slug:public_id>/send-again/", views.send_again, name="send_again"),
]
