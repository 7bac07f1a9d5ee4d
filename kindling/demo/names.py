"""Invented people. Any likeness is chance."""

GIVEN = """Amara Mateo Jayla Noah Sofia Deshawn Linh Elijah Priya Lucas Aaliyah Tomasz Hana Malik
Zoe Omar Isabella Caleb Fatima Diego Keisha Ethan Mei Andre Lucia Samuel Nia Rafael Thuy Jamal Elena
Kofi Grace Marcus Yara Felix Imani Oscar Leila Dante Rosalía Emeka Ivy Hassan Camila Trevor Anh
Solomon Beatriz Kwame Ruby Javier Salma Wesley Adaeze Nico Tamika Arjun Clara Idris Paloma Joon Mona
Terrence Saanvi Hugo Zainab Isaiah Freya Cesar Noor Xavier Marisol Kenji Aisha Gabriel Destiny Ravi
Ines Tariq Juniper Luca Ngozi Simon Valeria Ibrahim Pearl Esteban Layla Quentin Ximena Bao Serena
Dmitri Alondra Micah Safiya Ezra Carmen Yusuf Willa Pablo Amina Theo Renata Cyrus Naomi Jun Odessa
Santiago Maren Bashir Talia Rowan Lupe Desmond Kiara""".split()

FAMILY = """Okoye Rivera Thompson Kim Hernández Carter Tran Brooks Shah Silva Johnson Nowak Sato
Washington Campbell Haddad Rossi Whitfield Al-Masri Morales Jackson Nguyen Chen Williams Vargas
Abebe Robinson O'Neill Pham Coleman Petrova Mensah Fisher Bell Khoury Weber Jefferson Lindqvist
Ahmadi Greene Castillo Obi Hart Yusuf Ortega Murphy Le Tesfaye Ramos Asante Cole Delgado Farouk
Grant Eze Romano Harris Patel Schmidt Farah Vega Park Nasser Lewis Gupta Meyer Bello Price Berg
Navarro Rahman Stone Fuentes Tanaka Karim Duarte Hill Das Costa Aziz Woods Marino Uche Adler
Mendoza Diallo Fields Aguilar Hussein Shaw Gil Vu Lane Volkov Soto Banks Omar Katz Flores Salem""".split()

ADVISORIES = [
    ("Tide", "Ana Reyes", "201"),
    ("Summit", "Marcus Oyelaran", "101"),
    ("Ember", "Julia Svensson", "101"),
    ("Orchard", "Peter Nakamura", "201"),
    ("Compass", "Denise Baptiste", "301"),
    ("Harbor", "Tom Kessler", "301"),
    ("Lantern", "Farah Siddiqui", "401"),
]

MENTORS = """Jo Lindgren,Marcus Bell,Dr. Neha Anand,Ruth Adeyemi,Sam Ortiz,Ana Petrov,Wes Tanaka,
Carla Mendes,Kim Duarte,Bev Stone,Gloria Vance,Iris Chen,Nadia Haddad,Dee Larsen,Paul Quigley,
Inês Lima,Victor Hale,Anita Rao,Leon Brandt,Grace Osei,Hector Ruiz,Mina Farhadi,Cole Jensen,
Yolanda Price,Ed Moreau,Tess Holloway,Amir Kaya,Lorna Whyte,Stan Kowalski,Bianca Ferri,Otis Grant,
Helen Cho,Dario Conti,Pam Whitaker,Rafi Cohen,Sunita Menon,Glenn Avery,Marta Ruiz,Ike Obi,
Joan Fletcher,Tariq Aziz,Wanda Bright,Luis Ferro,Nell Barker""".replace("\n", "").split(",")

GOALS = [
    "Ask two questions nobody asked me to ask.",
    "Finish the first draft and show it.",
    "Learn to set up on my own.",
    "Watch how they talk to a difficult customer.",
    "Measure twice before I cut.",
    "Write down every word I don't know.",
    "Help at the front desk for an hour.",
    "Fix what I broke last time.",
    "Take photos for my project.",
    "Ask my mentor how they started.",
]

LINES = [
    "I did the morning round by myself today.",
    "Slow day. I sorted the back room and found out how the orders work.",
    "I was nervous on the phone, the second call went better.",
    "We found out why the numbers did not match.",
    "I finished the poster and they hung it up.",
    "I watched more than I did, and now I get why there are so many rules.",
    "My mentor showed me the hard part. I want to try it next time.",
    "I helped a customer in Spanish.",
    "Made a mistake with the labels, fixed it, wrote down how.",
    "Best day so far.",
]

NOTES = [
    "Asked good questions today.",
    "Careful work. Ready for more.",
    "On time and helpful, as always.",
    "Took the lead with a new volunteer.",
]
