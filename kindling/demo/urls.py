from django.urls import path

from kindling.demo import views

app_name = "demo"

urlpatterns = [path("<slug:public_id>/", views.sign_in, name="sign_in")]
