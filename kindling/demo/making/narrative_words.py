"""What narratives of Harbor View say. Sections by number, as kindling/narratives/structure.py."""

LUIS_OWN = {
    1: "I learn with my hands first. When I have done a thing wrong once, I understand why it is done the other way, "
    "and then I can explain it. Two years ago I would have hidden the mistake. Now I keep the spoiled board and "
    "write on it what happened.",
    2: "I wanted to finish one boat part that somebody would really use, and to be able to say how long it lasts. I "
    "also wanted to teach somebody, because Mr. Quinn says you only know a thing when you have taught it.",
    7: "I still wait too long before I ask. And I want to write things down the same day, not on Sunday night.",
}
LUIS = {
    1: "Luis, you are somebody people like to work beside. You watch first, you ask one good question, and then you "
    "begin. This fall the new thing was that you let others see what went wrong, too. That is what experts do.",
    2: "Your plan said: one part that is used, one number that says how long it lasts, and one person you have taught. "
    "All three were your own words, and you held on to them when the first oak board split.",
    3: "You built two hatch covers, and both are on the water. [1] You tested five kinds of varnish outdoors and drew "
    "how long each takes to dry, by weather; the yard now uses your chart. [2] And you kept a log that shows not "
    "only what you did but what you thought on that day.",
    4: "Quantitative reasoning moved most. In September you counted days; by November you separated warm days from "
    "damp ones and said which difference was only chance. In communication you showed a younger intern how to "
    "plane with the grain, and you changed your words when he did not follow. [3]",
    5: "You were at the yard on every planned day but one, and that day you called. Your mentor writes that you are "
    "“the first one I let sharpen my own chisels.” There is no higher praise in a boat yard.",
    6: "You arrive early and you greet everybody. Advisory is calmer when you are in the room. You were late twice in "
    "October when the bus changed, and you found the earlier one by yourself.",
    7: "Ask sooner. You often know on Tuesday what you ask on Friday. And write the log on the bus home: five lines "
    "are enough.",
    8: "I suggest that the next plan holds a visit to the community college shop, and a page in your own words about "
    "what the chart cannot say.",
}
LUIS_IDEAS = (
    "Visit the wood shop of the community college and ask what they want from a first-year student.",
    "Write one page about what your varnish chart cannot say.",
)
LUIS_SPANISH = {
    1: "Luis, eres alguien con quien a los demás les gusta trabajar. Primero observas, haces una buena pregunta y luego "
    "empiezas. Lo nuevo de este otoño fue que también dejaste que otros vieran lo que salió mal. Eso es lo que hacen "
    "los expertos.",
    2: "Tu plan decía: una pieza que se use, un número que diga cuánto dura y una persona a la que hayas enseñado. Las "
    "tres eran palabras tuyas, y las mantuviste cuando se rajó la primera tabla de roble.",
    3: "Construiste dos tapas de escotilla y las dos están en el agua. [1] Probaste cinco tipos de barniz al aire libre "
    "y dibujaste cuánto tarda en secar cada uno según el tiempo; el astillero usa ahora tu gráfica. [2] Y llevaste "
    "un diario que muestra no solo lo que hiciste, sino lo que pensaste ese día.",
    4: "Lo que más creció fue el razonamiento cuantitativo. En septiembre contabas días; en noviembre separabas los días "
    "cálidos de los húmedos y decías qué diferencia era solo casualidad. En comunicación mostraste a un compañero "
    "más joven cómo cepillar a favor de la veta, y cambiaste tus palabras cuando no te seguía. [3]",
    5: "Estuviste en el astillero todos los días previstos menos uno, y ese día llamaste. Tu mentor escribe que eres «el "
    "primero al que dejo afilar mis propios formones». No hay mayor elogio en un astillero.",
    6: "Llegas temprano y saludas a todos. El grupo está más tranquilo cuando estás en la sala. Llegaste tarde dos veces "
    "en octubre cuando cambió el autobús, y encontraste por tu cuenta el que sale antes.",
    7: "Pregunta antes. Muchas veces ya sabes el martes lo que preguntas el viernes. Y escribe el diario en el autobús "
    "de vuelta: cinco líneas bastan.",
    8: "Propongo que el próximo plan incluya una visita al taller del colegio comunitario y una página con tus palabras "
    "sobre lo que la gráfica no puede decir.",
}
SPANISH_OWN = {
    1: "Aprendo primero con las manos. Cuando he hecho algo mal una vez, entiendo por qué se hace de otra manera, y "
    "entonces puedo explicarlo. Hace dos años habría escondido el error. Ahora guardo la tabla estropeada y escribo "
    "en ella lo que pasó.",
    2: "Quería terminar una pieza de barco que alguien usara de verdad, y poder decir cuánto dura. También quería enseñar "
    "a alguien, porque el señor Quinn dice que solo sabes algo cuando lo has enseñado.",
    7: "Todavía espero demasiado antes de preguntar. Y quiero escribir las cosas el mismo día, no el domingo por la noche.",
}
SPANISH_IDEAS = (
    "Visita el taller de madera del colegio comunitario y pregunta qué esperan de un estudiante de primer año.",
    "Escribe una página sobre lo que tu gráfica de barniz no puede decir.",
)
SPANISH_TITLES = {
    1: "Quién eres ahora como estudiante",
    2: "Lo que te propusiste",
    3: "Lo que hiciste, y qué lo demuestra",
    4: "Cómo creciste en cada meta",
    5: "La pasantía y la mirada del mentor",
    6: "Cómo eres con los demás, y tu asistencia",
    7: "En qué trabajar",
    8: "Qué podría cambiar en el próximo plan",
}
OWN = {
    1: (
        "I found out that I learn faster when somebody waits for the answer. I like to draw a thing before I say it.",
        "I used to think I was bad at numbers. I am slow with numbers, and that is not the same.",
        "I am somebody who needs to know why. When I know why, I can do the boring part, too.",
        "I listen better than last year. My advisor says it, and my sister says it, and she never says nice things.",
    ),
    2: (
        "I wanted to get through one whole project without starting over.",
        "My plan was to talk to five people about their work and then choose. I talked to seven.",
        "I set out to be on time. It sounds small. It was not.",
    ),
    7: (
        "I want to finish a draft before I show it, and show it before it is perfect.",
        "Next term I want to speak in the circle without being asked.",
        "I need a better way to keep my papers. They are in four places.",
    ),
}
ADVISOR = {
    1: (
        (
            "{first}, you begin things that others only talk about. What is new is how you stay with them: the third draft "
            "was yours alone, and nobody had to ask for it."
        ),
        (
            "{first}, you notice what others miss, and you say it kindly. This term you began to trust that what you notice "
            "is worth writing down."
        ),
        (
            "{first}, when something interests you, you do not let go. I saw it with the survey, and I saw it again when the "
            "numbers did not fit and you wanted to know why."
        ),
        "{first}, you have grown quieter and clearer. You say less than last year, and more of it stays.",
    ),
    2: (
        (
            "You wrote that you wanted to make one thing that somebody uses. You also promised yourself to ask for help "
            "early. You kept the first and are on your way with the second."
        ),
        "Your plan had three things. Two are done, and the third became a better question than the one you began with.",
        "You set out to find out whether this kind of work is for you. That is a brave thing to put into a plan.",
    ),
    3: (
        (
            "You talked to people, kept their words, and sorted them until a pattern showed. The page you made of it is used "
            "by somebody other than us. That is what we mean by real."
        ),
        (
            "Your drafts tell the story best: the first one is a list, the second one an argument, and the third one makes "
            "somebody change their mind."
        ),
        "You measured, wrote it down, measured again, and found your own mistake. I kept that page to show it to others.",
    ),
    4: (
        (
            "In empirical reasoning you moved from telling to asking. In communication you now think of who will read it. "
            "Personal qualities: you keep your word, and you say so when you cannot."
        ),
        "Quantitative reasoning was the steep one. You draw before you calculate, and since then the sums are right.",
        "Social reasoning grew most. You can say what somebody else would answer, and you say it fairly.",
    ),
    5: (
        "Your mentor says that customers ask for you by name. You know where things stand, and you ask before you guess.",
        "At your place you began at the edge of the room and ended in the middle of it. Your mentor saw it, too.",
        (
            "You are still looking for a place. Three interviews this term, and each of your letters was better than the one "
            "before."
        ),
    ),
    6: (
        "You are here, and you are here on time. Others lean on that more than you know.",
        "You missed some Mondays. We talked about why, and since the plan with your family it is better.",
        "In the circle you make room for those who speak softly. Thank you for that.",
    ),
    7: (
        "One thing: show your work while it can still change. One more: leave ten minutes for reading it over.",
        "Choose one question and stay with it. You have enough ideas for three years; you need one for ten weeks.",
        "Practise saying what you need in one sentence, and say it to the person who can do something about it.",
    ),
    8: (
        "I suggest a longer project with a date in the middle at which somebody from outside looks at it.",
        "I suggest that the next plan names one person outside school whom you ask every two weeks.",
        "I suggest a class at the college, one evening a week, to see how it feels.",
    ),
}
IDEAS = (
    "Let somebody from outside look at the project half way.",
    "Try one evening class at the college.",
    "Lead one circle of the advisory.",
)
COMMENT = (
    "Good and warm. Two things before it goes home: name a day or a piece in part 3, so that the family can see it, and "
    "say in part 7 what the first step is."
)
