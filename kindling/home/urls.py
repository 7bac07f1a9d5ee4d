from django.urls import path

from kindling.home import views

app_name = "home"

urlpatterns = [path("", views.today, name="today")]
