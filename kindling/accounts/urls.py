"""The addresses of passwords, under the names that allauth reverses. Links and sheets: keys."""

from allauth.account import views as allauth
from django.urls import path, re_path

from kindling.accounts import views

urlpatterns = [
    path("sign-in/", views.sign_in, name="account_login"),
    path("sign-out/", views.sign_out, name="account_logout"),
    path("sign-in/closed/", allauth.account_inactive, name="account_inactive"),
    path("sign-in/reset/", views.ask_reset, name="account_reset_password"),
    path("sign-in/reset/sent/", views.reset_asked, name="account_reset_password_done"),
    re_path(
        r"^sign-in/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.reset_password,
        name="account_reset_password_from_key",
    ),
    path("you/password/", views.change_password, name="account_change_password"),
    path("you/password/set/", views.set_password, name="account_set_password"),
]
