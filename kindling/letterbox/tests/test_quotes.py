"""What is one's own in a mail, as programs and phones send it."""

import pytest

from kindling.kit.replying import CUT
from kindling.letterbox.quotes import own_words, text_of_page

SECRET = "The Blakes said their son is ill."
FOOT = {
    "gmail": f"On Tue, Oct 13, 2026 at 9:00 AM Kindling <k@x.example> wrote:\n> {SECRET}\n> more",
    "gmail in two lines": f"On Tue, Oct 13, 2026 at 9:00 AM Kindling <k@x.example>\nwrote:\n\n> {SECRET}",
    "spanish": f"El mar, 13 oct 2026 a las 9:00, Kindling (<k@x.example>) escribió:\n\n> {SECRET}",
    "arabic": f"في الثلاثاء، 13 أكتوبر 2026 كتب Kindling <k@x.example>:\n> {SECRET}",
    "outlook": f"________________________________\nFrom: Kindling <k@x>\nSent: Tuesday\nTo: Sam\nSubject: Hi\n\n{SECRET}",
    "outlook in spanish": f"De: Kindling <k@x>\nEnviado el: martes\nPara: Rosa\nAsunto: Hola\n\n{SECRET}",
    "original message": f"-----Original Message-----\nFrom: Kindling\nTo: Sam\n\n{SECRET}",
    "our mark": f"{CUT} Write your answer above this line. {CUT}\n\n{SECRET}",
    "our mark, quoted": f"> {CUT} Write above {CUT}\n{SECRET}",
    "our mark below a line of its program": f"El martes Kindling escribió:\n{CUT} x {CUT}\n{SECRET}",
    "signature": "-- \nSam Ito\nBayside Animal Clinic",
    "phone": "Sent from my iPhone",
}


@pytest.mark.parametrize("foot", FOOT.values(), ids=FOOT)
def test_only_what_stands_above_is_kept(foot):
    assert own_words(f"Thursday is fine.\nAt ten.\n\n{foot}") == "Thursday is fine.\nAt ten."


def test_an_answer_between_the_lines_keeps_only_the_answer():
    assert own_words(f"> {SECRET}\nYes, at ten.\n> and Friday?\nNo.") == "Yes, at ten.\nNo."


def test_a_mail_of_nothing_but_quotes_has_no_words():
    assert own_words(f"> {SECRET}\n") == ""


def test_a_list_and_a_question_stay():
    text = "We need:\n- boots\n- a coat\n\nFrom where does the bus leave?"

    assert own_words(text) == text


def test_a_page_without_a_plain_part_loses_what_programs_mark_as_quoted():
    page = (
        "<html><style>p{}</style><div>Thursday&nbsp;is fine.<br>At ten.</div>"
        f'<div class="gmail_quote"><div>On Tuesday</div><blockquote>{SECRET}</blockquote></div>'
        f'<div id="divRplyFwdMsg">From</div><p>{SECRET}</p></html>'
    )

    assert text_of_page(page) == "Thursday is fine.\nAt ten."
