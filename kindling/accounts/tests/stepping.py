"""A second step without a phone: codes of an app, and a passkey in software."""

import hashlib
import json
import struct
import time
from html import unescape

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2 import cbor
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode

ORIGIN = "https://testserver"
PRESENT_AND_VERIFIED, HAS_KEY = 0x05, 0x40


def code_of(secret, later=0):
    """Return what the app shows now, or so many half minutes later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + later))


class Device:
    """A phone that makes one passkey and signs with it, as the specification says."""

    def __init__(self):
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id = b"a passkey of sixteen bytes, or so"
        self.owner = b""

    def make(self, options):
        asked = options["publicKey"]
        self.owner = websafe_decode(asked["user"]["id"])
        public = cbor.encode(ES256.from_cryptography_key(self.key.public_key()))
        made = bytes(16) + struct.pack(">H", len(self.id)) + self.id + public
        data = self._data(asked["rp"]["id"], PRESENT_AND_VERIFIED | HAS_KEY) + made
        whole = cbor.encode({"fmt": "none", "attStmt": {}, "authData": data})
        told = {"attestationObject": websafe_encode(whole)}
        return self._answer("webauthn.create", asked["challenge"], told)

    def sign(self, options, origin=ORIGIN):
        asked = options["publicKey"]
        data = self._data(asked.get("rpId", "testserver"), PRESENT_AND_VERIFIED)
        client = self._client("webauthn.get", asked["challenge"], origin)
        signed = data + hashlib.sha256(client).digest()
        told = {
            "authenticatorData": websafe_encode(data),
            "signature": websafe_encode(self.key.sign(signed, ec.ECDSA(hashes.SHA256()))),
            "userHandle": websafe_encode(self.owner),
        }
        return self._answer("webauthn.get", asked["challenge"], told, origin)

    def _data(self, host, flags):
        return hashlib.sha256(host.encode()).digest() + struct.pack(">BI", flags, 0)

    def _client(self, kind, challenge, origin):
        return json.dumps({"type": kind, "challenge": challenge, "origin": origin}).encode()

    def _answer(self, kind, challenge, told, origin=ORIGIN):
        client = websafe_encode(self._client(kind, challenge, origin))
        return json.dumps(
            {
                "id": websafe_encode(self.id),
                "rawId": websafe_encode(self.id),
                "type": "public-key",
                "clientExtensionResults": {"credProps": {"rk": True}},
                "response": {"clientDataJSON": client, **told},
            }
        )


def options_on(answer):
    """Return what a page asks the device for."""
    mark = 'data-options="'
    at = answer.text.index(mark) + len(mark)
    return json.loads(unescape(answer.text[at : answer.text.index('"', at)]))
