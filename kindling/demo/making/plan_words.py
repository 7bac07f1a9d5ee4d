"""What students of the demo mean to do, in their words."""

# experience, objectives, question, product, exhibition, which of the school's goals
THINGS = [
    (
        "Measure the water in the harbor every week",
        "Read a chart of the tide. Compare four places. Explain what changes and why.",
        "Where is the water cleanest, and who says so?",
        "A map of the harbor with our numbers, for the city's office of water.",
        "The map on the floor, and a jar of each place to look at.",
        (0, 1),
    ),
    (
        "Cook my grandmother's five dishes and write down why each is cooked that way",
        "Listen to somebody for an hour. Write so that a stranger can cook it.",
        "What is lost when nobody cooks it any more?",
        "A small printed book for the family.",
        "You taste one dish while I read its page.",
        (2, 3),
    ),
    (
        "Repair three bicycles and give them away",
        "Find a fault before taking something apart. Keep a list of parts and prices.",
        "Why do people throw away what works?",
        "Three bicycles that are safe, with a paper that says what was done.",
        "I take a wheel apart and put it together in ten minutes.",
        (1, 4),
    ),
    (
        "Interview six people who came to this city as children",
        "Ask a question that opens something. Compare what they say fairly.",
        "What did they keep, and what did they let go?",
        "A podcast of six short parts.",
        "One part with the person in the room.",
        (2, 3),
    ),
    (
        "Get ready for the algebra test in March",
        "Solve equations with two unknowns. Check whether an answer can be true.",
        "Where in my week are equations hiding?",
        "Two practice tests with my own mistakes explained.",
        "A mistake I used to make, and how I see it now.",
        (1,),
    ),
    (
        "Plan and lead the games afternoon for the youngest",
        "Plan with others, share the work, and stay calm when it rains.",
        "What makes a game fair for somebody who has never played it?",
        "An afternoon for sixty children.",
        "The plan, the photos, and what the children said.",
        (3, 4),
    ),
]
OWN = [
    "Speak first in a group, once a week",
    "Read a whole book in Spanish",
    "Be on time on Mondays",
    "Learn to weld",
    "Sleep before midnight on school days",
]
AT_WORK = (
    "Learn the daily work at %s",
    "Do three tasks alone that I could only watch in the first week.",
    "What does somebody here know that no book says?",
    "A guide for the next intern, in pictures.",
    "I show one task from the beginning to the end.",
    (0, 4),
)
COVER = {
    "student": {
        "who": "I draw maps of places that do not exist. I have two little brothers and a turtle.",
        "vision": "A house near water, with a workshop, and people who come by without calling.",
        "life_goals": "To finish school with something I built myself. To help my mother rest.",
        "strengths": "I stay with a thing. People ask me when something is broken.",
        "needs": "Tell me early when something changes. I think better when I can walk.",
    },
    "family": {
        "who": "En casa es quien arregla todo y quien hace reír a sus hermanos.",
        "vision": "Que tenga un trabajo que le guste y tiempo para su familia.",
        "life_goals": "Que termine la escuela y estudie lo que quiera.",
        "strengths": "Es paciente. Cuando promete algo, lo hace.",
        "needs": "Que le expliquen las cosas con calma y que nos llamen si algo pasa.",
    },
}
