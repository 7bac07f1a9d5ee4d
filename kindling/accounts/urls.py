"""Addresses of passwords and second steps, under the names that allauth reverses.

Links and sheets: keys.
"""

from allauth.account import views as allauth
from django.urls import path, re_path

from kindling.accounts.views import passwords as views
from kindling.accounts.views import proof, steps

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
    path("sign-in/second-step/", steps.authenticate, name="mfa_authenticate"),
    path("sign-in/passkey/", steps.sign_in_with_passkey, name="mfa_login_webauthn"),
    path("you/confirm/", proof.confirm, name="account_reauthenticate"),
    path("you/confirm/", proof.confirm, name="mfa_reauthenticate"),
    path("you/second-step/", steps.second_step, name="mfa_index"),
    path("you/second-step/", steps.second_step, name="mfa_list_webauthn"),
    path("you/second-step/app/", steps.add_app, name="mfa_activate_totp"),
    path("you/second-step/app/remove/", steps.remove_app, name="mfa_deactivate_totp"),
    path("you/second-step/passkey/", steps.add_passkey, name="mfa_add_webauthn"),
    path("you/second-step/passkey/<int:pk>/", steps.remove_passkey, name="mfa_remove_webauthn"),
    path("you/second-step/codes/", steps.recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "you/second-step/codes/new/", steps.new_recovery_codes, name="mfa_generate_recovery_codes"
    ),
]
