"""What libraries find in the environment."""

import os

from kindling.config.environment import keep_to_settings


def test_libraries_find_no_proxy_and_no_netrc():
    """Apprise and the bucket's library read the environment themselves."""
    found = {
        "HTTPS_PROXY": "http://evil.example",
        "no_proxy": "x",
        "NETRC": "elsewhere/.netrc",
        "A": "b",
    }

    keep_to_settings(found, "")

    assert found == {"A": "b", "NETRC": os.devnull}
    assert os.environ["NETRC"] == os.devnull
    assert [name for name in os.environ if name.lower().endswith("_proxy")] == []
