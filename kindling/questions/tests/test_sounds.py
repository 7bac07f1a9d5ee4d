"""A recording is told by its bytes, at most a minute long, and tells of nobody."""

from __future__ import annotations

import contextlib

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st

from kindling.questions.sounds import LARGEST, LONGEST, SLACK, cleaned
from kindling.questions.sounds.ogg import crc, read
from kindling.questions.tests.recordings import SECRET, mp4, ogg, webm

ALL = [
    ("audio/webm", webm()),
    ("audio/webm", webm(live=False)),
    ("audio/ogg", ogg()),
    ("audio/ogg", ogg(wide=True)),
    ("audio/mp4", mp4()),
    ("audio/mp4", mp4(pieces=True)),
]


@pytest.mark.parametrize(("kind", "data"), ALL)
def test_type_and_length_come_from_the_bytes_and_names_go(kind, data):
    assert SECRET in data

    kept = cleaned(data)

    assert (kept.type, kept.seconds) == (kind, 12)
    assert SECRET not in kept.data
    assert b"sound" in kept.data


@pytest.mark.parametrize(("kind", "data"), ALL)
def test_cleaning_twice_changes_nothing_more(kind, data):
    once = cleaned(data)

    assert cleaned(once.data) == once


@pytest.mark.parametrize("data", [webm(), webm(live=False), mp4(), mp4(pieces=True)])
def test_every_byte_of_sound_stays_where_it_was(data):
    kept = cleaned(data).data

    assert len(kept) == len(data)
    assert kept.index(b"sound") == data.index(b"sound")


@pytest.mark.parametrize("wide", [False, True])
def test_the_pages_of_an_ogg_are_numbered_and_summed_anew(wide):
    pages = read(cleaned(ogg(wide=wide)).data)

    assert [page.sequence for page in pages] == list(range(14))
    assert b"".join(page.written() for page in pages) == cleaned(ogg(wide=wide)).data


def test_the_checksum_is_ogg_s_own():
    # The published check value of this polynomial, start and order (CRC-32/MPEG-2 begins elsewhere).
    assert crc(b"123456789") == 0x89A1897F


@pytest.mark.parametrize("make", [webm, ogg, mp4])
def test_a_minute_is_enough(make):
    cleaned(make(61))
    with pytest.raises(ValidationError, match="longer than a minute"):
        cleaned(make(65))


@pytest.mark.parametrize(
    "data",
    [
        b"", b"MZ\x90\x00", b"<html><script>alert(1)</script>", b"RIFF\0\0\0\0WAVEfmt ",
        webm(kinds=(1,)), webm(kinds=(1, 2)), webm(0), webm()[:60], mp4(kind=b"vide"), mp4(0),
        mp4()[:50], ogg(codec=b"fishhead"), ogg(0), ogg()[:40], b"OggS" + b"OpusHead" * 9,
    ],
)  # fmt: skip
def test_what_is_no_recording_is_refused_in_a_sentence(data):
    with pytest.raises(ValidationError, match="no recording we can play"):
        cleaned(data)


def test_two_megabytes_are_enough():
    with pytest.raises(ValidationError, match="larger than 2 MB"):
        cleaned(webm() + bytes(LARGEST))


@settings(max_examples=150, deadline=None)
@given(data=st.sampled_from([one for _, one in ALL if len(one) < 9_000]), cut=st.data())
def test_a_broken_one_never_breaks_us(data, cut):
    """Any byte may be another: it is taken or refused, and nothing else happens."""
    broken = bytearray(data)
    for _ in range(cut.draw(st.integers(1, 6))):
        broken[cut.draw(st.integers(0, len(broken) - 1))] = cut.draw(st.integers(0, 255))
    with contextlib.suppress(ValidationError):
        kept = cleaned(bytes(broken))
        assert kept.type in {kind for kind, _ in ALL}
        assert (0 < kept.seconds <= LONGEST + SLACK, len(kept.data) <= len(broken)) == (True, True)
        assert cleaned(kept.data) == kept
