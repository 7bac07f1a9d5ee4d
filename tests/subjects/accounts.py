"""A passkey of Ana's, and a colleague who may have lost theirs."""

import json

from allauth.mfa.models import Authenticator

from kindling.accounts.tests.stepping import Device

OPTIONS = {"publicKey": {"user": {"id": "YW5h"}, "rp": {"id": "testserver"}, "challenge": "YW5h"}}


def add(maker) -> None:
    passkey = Authenticator.objects.create(
        user=maker.cast.ana.user,
        type=Authenticator.Type.WEBAUTHN,
        data={"name": "My phone", "credential": json.loads(Device().make(OPTIONS))},
    )
    maker.ids["/you/second-step/passkey/"] = str(passkey.pk)
    maker.ids["second-step/"] = maker.cast.chen.public_id
