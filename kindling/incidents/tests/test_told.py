"""A student has a right to know who was told of their worry."""

from kindling.incidents.actions import note_told


def test_the_student_reads_that_the_family_was_told_and_not_how(cast, client_of, worry):
    now = cast.school.now()
    for whom, how in (
        ("family", "By phone."),
        ("not_family", "He is afraid."),
        ("authority", "CPS."),
    ):
        note_told(worry, whom=whom, told_at=now, text=how, by=cast.as_("ana"))

    page = client_of("jordan").get(f"/harbor-view/worry/{worry.public_id}/").content.decode()

    assert ("Who was told" in page, "The family" in page) == (True, True)
    hidden = ("By phone.", "afraid", "CPS", "authority", "Not the family")
    assert [one for one in hidden if one in page] == []
    assert client_of("maya").get(f"/harbor-view/worry/{worry.public_id}/").status_code == 404
