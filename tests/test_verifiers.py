"""What a school signs, read by verifiers that nobody here wrote. Offline (tests/verifiers)."""

from __future__ import annotations

import copy
import fcntl
import json
import os
import subprocess
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import gettempdir

import jsonschema_rs
import pytest
from django.utils import timezone

from kindling.assets import _node_home, _when_changed
from kindling.credentials.actions import (
    award_competency,
    award_graduation,
    award_internship,
    make_record,
    revoke_credential,
)
from kindling.credentials.documents.signing import prove, token_of
from kindling.credentials.models import StatusList
from kindling.credentials.tests.earning import (
    awarded_judgement,
    ended_internship,
    endorsed,
    graduated,
)
from kindling.seals.actions import key_of
from kindling.seals.dids import document_of
from kindling.seals.models import SealKey

HERE = Path(__file__).with_name("verifiers")
SCHEMAS = {
    "AchievementCredential": "ob_v3p0_achievementcredential_schema.json",
    "ClrCredential": "clr_v2p0_clrcredential_schema.json",
}
HOLDS = ["internship", "competency", "graduation", "record"]


def install() -> None:
    """`npm ci` when the lock changed, with the node of the wheel; one process at a time."""
    npm = _node_home() / "lib/node_modules/npm/bin/npm-cli.js"
    locks = [HERE / name for name in ("package.json", "package-lock.json", ".npmrc")]

    def ci() -> None:
        node(npm, "ci", "--ignore-scripts", "--loglevel=error")

    with Path(gettempdir(), "kindling-verifiers.lock").open("w") as busy:
        fcntl.flock(busy, fcntl.LOCK_EX)
        _when_changed("verifiers", HERE / "node_modules/.kindling-stamp", locks, ci)


def node(*arguments: str | Path) -> str:
    """What a program of node wrote."""
    programs = _node_home() / "bin"
    path = f"{programs}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = os.environ | {"PATH": path, "NODE_USE_SYSTEM_CA": "1"}
    command = [programs / "node", *arguments]
    done = subprocess.run(  # noqa: S603  our own scripts
        command, cwd=HERE, env=environment, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def _verifiers() -> None:
    try:
        install()
    except (AssertionError, subprocess.CalledProcessError) as why:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"the verifiers cannot be installed here: {why}")


@pytest.fixture
def world(cast, settings, tmp_path, _verifiers, django_capture_on_commit_callbacks):
    """Every case as a file, and the addresses a verifier asks."""
    settings.BASE_URL = "https://school.example"
    documents, tokens = cases(cast, partial(django_capture_on_commit_callbacks, execute=True))

    def keep(name, what):
        (tmp_path / f"{name}.json").write_text(json.dumps(what))

    for name, document in documents.items():
        keep(name, document)
    keep("tokens", tokens)
    answers = {
        "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json": str(
            HERE / "contexts/clr-v2p0-2.0.1.json"
        ),
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json": str(
            HERE / "contexts/ob-v3p0-3.0.3.json"
        ),
    }
    for school in (cast.school, cast.north):
        keep(f"did-{school.slug}", document_of(school))
        answers[f"https://school.example/seals/{school.slug}/did.json"] = f"did-{school.slug}.json"
    for held in StatusList.objects.select_related("school"):
        keep(f"status-{held.pk}", json.loads(held.document))
        answers[held.address] = f"status-{held.pk}.json"
    # A day later: what held until today is over.
    now = (timezone.now() + timedelta(days=1)).timestamp() * 1000
    keep("map", {"cases": list(documents), "answers": answers, "now": now})
    return tmp_path


def cases(cast, in_background):
    """Documents and tokens by what they are."""
    ana, dana = cast.as_("ana"), cast.as_("dana")
    endorsed(placement := ended_internship(cast))
    with in_background():
        internship = award_internship(placement, by=ana)
        competency = award_competency(awarded_judgement(cast), by=ana)
        graduation = award_graduation(graduated(cast.luis), by=dana)
    with in_background():
        record = make_record(cast.luis, by=dana)
        today = cast.school.today()
        expired = award_competency(awarded_judgement(cast, "QR1"), until_on=today, by=ana)
        revoked = award_competency(awarded_judgement(cast, "SR1"), by=ana)
    with in_background():
        revoked.refresh_from_db()
        revoke_credential(revoked, "A mix-up of two students.", by=dana)
    made = {
        "internship": internship, "competency": competency, "graduation": graduation,
        "record": record, "expired": expired, "revoked": revoked,
    }  # fmt: skip
    for one in made.values():
        one.refresh_from_db()
    documents = {name: json.loads(one.document) for name, one in made.items()}
    tokens = {name: one.token for name, one in made.items()}
    return documents | forged(cast, documents["internship"]), tokens | forged_tokens(
        cast, documents["internship"], tokens["internship"]
    )


def forged(cast, good):
    """Changed after it was signed; and signed by another school in this one's name."""
    tampered = copy.deepcopy(good)
    tampered["credentialSubject"]["result"][0]["value"] = "500"
    bare = {name: value for name, value in good.items() if name != "proof"}
    stranger = prove(bare, key_of(cast.north), timezone.now())
    named = copy.deepcopy(stranger)
    named["proof"]["verificationMethod"] = good["proof"]["verificationMethod"]
    return {"tampered": tampered, "wrong_issuer": stranger, "wrong_key": named}


def forged_tokens(cast, good, token):
    bare = {name: value for name, value in good.items() if name != "proof"}
    head, body, seal = token.split(".")
    stranger = token_of(bare, key_of(cast.north, SealKey.Kind.RSA))
    return {
        "tampered": f"{head}.{body[:-4]}AAAA.{seal}",
        "wrong_issuer": stranger,
        "wrong_key": f"{head}.{body}.{stranger.rpartition('.')[2]}",
    }


def test_two_verifiers_tell_good_from_changed_revoked_over_and_forged(world):
    """All at once: making the world and starting node take long."""

    bazaar = json.loads(node(HERE / "check-db.mjs", world))
    consortium = json.loads(node(HERE / "check-dcc.mjs", world))
    tokens = json.loads(node(HERE / "check-jwt.mjs", world))

    # Digital Bazaar: signature, and whether it is revoked.
    said = {name: (one["verified"], one["revoked"]) for name, one in bazaar.items()}
    assert said == {
        **dict.fromkeys(HOLDS, (True, False)),
        "expired": (False, None),
        "revoked": (True, True),
        "tampered": (False, None),
        "wrong_issuer": (False, None),
        "wrong_key": (False, None),
    }
    assert "validUntil" in bazaar["expired"]["errors"][0]
    assert "Credential issuer must match" in bazaar["wrong_issuer"]["errors"][1]
    # The consortium: signature, not revoked, not over. No registry lists a school of a test.
    told = {name: answered(one) for name, one in consortium["found"].items()}
    assert told == {
        **dict.fromkeys(HOLDS, (True, True, True)),
        "expired": (True, True, False),
        "revoked": (True, False, True),
        "tampered": "invalid_signature",
        "wrong_issuer": "invalid_signature",
        "wrong_key": "invalid_signature",
    }
    assert consortium["refused"] == []
    # jose: the token of each, by the key that the school's document names. It knows no revocation.
    assert {name for name, one in tokens.items() if one["verified"]} == {*HOLDS, "revoked"}
    assert tokens["expired"]["error"] == "ERR_JWT_EXPIRED"
    assert tokens["internship"]["header"] == {
        "alg": "RS256", "kid": "did:web:school.example:seals:harbor-view#key-2", "typ": "JWT",
    }  # fmt: skip

    # The official JSON schemas.
    documents = {name: json.loads((world / f"{name}.json").read_text()) for name in HOLDS}
    assert {name: complaints(one) for name, one in documents.items()} == {
        name: [] for name in HOLDS
    }
    assert complaints({**documents["internship"], "issuer": None}) != []


def complaints(document):
    """What the official schema of its kind says against it."""
    schema = json.loads((HERE / "schemas" / SCHEMAS[document["type"][1]]).read_text())
    return [one.message for one in jsonschema_rs.validator_for(schema).iter_errors(document)]


def answered(one):
    """(signature, not revoked, not over), or why it is none."""
    if one["errors"]:
        return one["errors"][0]
    return tuple(
        one["log"][part] for part in ("valid_signature", "revocation_status", "expiration")
    )
