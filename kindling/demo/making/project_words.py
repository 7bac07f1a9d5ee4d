"""What the projects of the demo say."""

from __future__ import annotations

JORDAN = {
    "title": "What animals say when it hurts",
    "question": "How can somebody at the front desk see that an animal is in pain?",
    "product": "A laminated card with six faces of cats and dogs, and what to do at each.",
    "benefit": "Whoever sits at the front desk: they call the vet sooner for those who cannot "
    "wait. Sam counted eleven that waited too long last month.",
    "research": "Read the grimace scale for cats. Sit at the desk for four hours and note who "
    "waits how. Ask Dr. Petrov which three signs she looks for first.",
    "aims": "To measure something that everybody only feels.",
}
LUIS = {
    "title": "A key for the lost drawers",
    "question": "How did people sort things before there were computers, and can I mend it?",
    "product": "A key on one page, and 400 cards put back in order.",
    "benefit": "Visitors find what they look for without waiting for the one person who knows.",
    "research": "Talk with the woman who sorted here until 1994. Sort ten drawers by hand.",
    "aims": "To finish something long.",
}
MAYA = {
    "title": "Who am I? A box of maps",
    "question": "Which places made me who I am?",
    "product": "",
    "benefit": "",
    "research": "Ask my grandmother about the house by the river.",
    "aims": "",
}
SERVE = {
    "title": "Warm Tuesdays",
    "question": "What do people at the shelter want to eat when they can choose?",
    "product": "Six warm meals, and a cookbook of what was asked for again.",
    "benefit": "Forty people at the Harbor Street shelter, who were asked before we cooked.",
    "research": "Ask twenty people. Find out what food costs in bulk.",
    "aims": "To cook for many, and to listen first.",
}
STEPS = (
    ("What is counted, agreed with Sam", -24, True),
    ("Four hours at the front desk, noted", -12, True),
    ("Six faces drawn", -3, True),
    ("First card tried for a week", 6, False),
    ("The card hangs at the desk", 24, False),
)
TITLES = (
    ("A sign people read", "Why does nobody read the sign at the door?",
     "A new sign, tried with twenty visitors.", "Visitors, who stop asking the same question."),
    ("Where the hours go", "What does a morning here really consist of?",
     "One chart of two weeks.", "The manager, who plans the mornings."),
    ("A toolbox that closes", "Why is the right tool never there?",
     "A wall with an outline for each tool.", "Everybody who looks for a wrench."),
    ("The first hour of a new intern", "What would I have needed on my first day?",
     "A guide of four pages.", "The next intern, and whoever shows them around."),
    ("Ten people and why they came", "How does one end up doing this work?",
     "Ten short portraits on the wall.", "Students who look for a place."),
    ("Less in the bin", "What do we throw away in a week?",
     "A count, and three changes that save money.", "The place saves forty dollars a week."),
)  # fmt: skip
