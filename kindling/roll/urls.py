from django.urls import path

from kindling.roll import views

app_name = "roll"

urlpatterns = [
    path("", views.roll_list, name="rolls"),
    path("codes/", views.code_list, name="codes"),
    path("codes/<slug:public_id>/retire/", views.retire_code, name="retire_code"),
    path("<slug:public_id>/", views.roll_today, name="today"),
    path("<slug:public_id>/<slug:on>/", views.roll_page, name="roll"),
]
