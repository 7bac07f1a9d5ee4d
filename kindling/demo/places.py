"""Invented places in a harbour town: organisation, opportunity, area, what, hours, room, age."""

# name | title | area | what | starts | ends | capacity | minimum age or -
PLACES = """
Bayside Animal Clinic|Animal care assistant|land|Help at check-ups, keep the wards clean, follow one patient from arrival to going home.|9:00|14:00|2|16
Harbor Animal Shelter|Shelter helper|land|Walk and feed dogs, greet families, write the cards that find animals a home.|9:00|14:00|2|-
Mercy Hospital Lab|Lab assistant|health|Prepare samples, learn to read blood panels, follow one case a week.|9:00|14:30|2|16
North Star Radio|Junior producer|media|Make a ten-minute segment for young people, from the idea to the broadcast.|8:30|13:00|2|-
Gearhead Bike Co-op|Bike mechanic|machines|Take apart, true and rebuild donated bikes. Run the Saturday repair stand.|10:00|15:00|2|14
Tideline Architects|Model maker|building|Model a small public building and defend it at a real client review.|9:00|15:00|2|-
Little Oaks Preschool|Story-time lead|children|Plan and lead story time. Watch how four-year-olds solve problems.|8:30|12:30|2|15
Cedar and Salt|Kitchen apprentice|food|Stations of a working kitchen, the cost of a menu, a food-safety card.|9:00|14:00|2|16
City Council, Ward 4|Council aide|civic|Answer letters, follow one street from complaint to repair, sit in on meetings.|9:30|15:00|2|-
Studio Fable|Animation assistant|arts|Colour, clean-up and one ten-second scene of your own.|9:00|14:00|2|-
Harbor Print Shop|Press assistant|arts|Set type, mix ink, print a run of posters that people pay for.|9:00|14:00|1|-
Local 48 Electricians|Electrical helper|building|Bend conduit, read plans, wire a training wall. No live work.|8:00|15:00|2|16
Eastside Food Pantry|Pantry coordinator|civic|Plan the Saturday line, talk with suppliers, count what is wasted.|10:00|15:00|2|-
Paper Lantern Books|Bookseller|words|Choose the window, write the shelf cards, lead the teen reading hour.|9:00|14:00|2|-
Riverside Veterinary|Kennel helper|land|Morning rounds, weighing, cleaning, and one research question of your own.|9:00|15:00|2|16
Blackbird Bakery|Baker's helper|food|Shape loaves, work out costs, run the counter on Fridays.|9:00|14:00|2|15
Cape Boatworks|Boat builder|sea|Plank, sand and launch one small boat in a year.|8:30|14:30|2|16
Harbor Pilots|Chart room helper|sea|Tides, charts, radio rules, and the log of the day.|9:00|14:00|1|16
Open Circuit Makerspace|Robotics mentor|digital|Teach a robot to sort, and teach ten-year-olds how you did it.|10:00|15:00|2|-
Brightline Software|Tester|digital|Find what breaks, write it down so that it gets fixed, build one small tool.|9:30|15:00|2|-
Dr. Rao Dental|Dental assistant|health|Set up rooms, follow sterilising rules, explain brushing to children.|9:00|14:00|1|16
Oakwood Care Home|Life-story helper|mind|Record residents' stories and make a book for each family.|9:00|13:00|3|-
Mill Street Gym|Training assistant|sport|Warm-ups, form checks, and a plan for one client with a coach beside you.|9:00|14:00|2|15
Harbor Youth Soccer|Assistant coach|sport|Plan practice for under-tens, keep the score book, mend the nets.|10:00|15:00|2|-
Legal Aid Center|Intake helper|law|Greet clients, sort papers, learn how a tenancy case goes.|9:00|14:00|2|16
Fire Station 7|Station helper|law|Check gear, map hydrants, teach a class in smoke safety.|9:00|14:00|2|16
Community Theatre|Stage hand|stage|Build, light and call a show with forty seats sold.|10:00|15:30|2|-
Drumline Studio|Studio assistant|media|Set microphones, cut a track, keep the booking sheet.|10:00|15:00|2|-
Green Roots Farm|Farm hand|land|Seed, harvest, weigh, sell, and measure what the soil needs.|8:30|13:30|3|-
Watershed Alliance|Stream watcher|science|Take samples at six places, chart them, tell the town what changed.|9:00|14:30|2|-
University Chemistry|Research helper|science|Wash, weigh, measure, and ask why until someone finds out.|9:00|14:00|1|16
Salon Amani|Salon assistant|beauty|Wash, braid, book, and learn the chemistry of colour.|10:00|15:00|2|-
Ink and Iron Tattoo|Design apprentice|arts|Draw, stencil, clean. Skin is for the licensed.|11:00|15:30|1|16
Second Stitch|Alteration helper|arts|Hem, mend, and remake one coat from start to finish.|9:30|14:00|2|-
Credit Union South|Member services|business|Greet, explain, count twice; build a savings lesson for ninth grade.|9:00|14:00|2|16
Corner Market|Shop assistant|business|Order, price, and find out which shelf earns its place.|9:00|14:00|2|-
Harbor Museum|Exhibit helper|civic|Research one object, write its label, lead a tour.|10:00|15:00|2|-
Public Library|Makers' desk|words|Help people print, scan, apply and look things up.|10:00|15:00|2|-
Immigrant House|Language partner|words|Practise English with new neighbours, translate the bulletin.|9:00|13:00|2|-
Metro Transit Garage|Workshop helper|machines|Inspect, log, and trace one fault a day with a mechanic.|8:00|14:00|2|16
Precision Parts|Machine shop helper|machines|Read drawings, measure to a hundredth, program a small mill.|8:00|14:00|1|16
Sunrise Pediatrics|Front desk helper|health|Greet families, weigh babies' records, make the waiting room kinder.|9:00|14:00|1|16
Harbor Therapy Center|Play-room helper|mind|Prepare rooms, watch how trust is built, keep it to yourself.|9:00|13:00|1|16
Story Lab|Audio editor|media|Record, cut and publish three short pieces about this town.|9:30|14:30|2|-
""".strip().splitlines()

INTERESTS = [
    ("Animals that nobody wants", "My aunt takes in old dogs and they always calm down.", "land"),
    ("How music gets its feel", "I make beats at night and want to know why some work.", "media"),
    ("Fixing things people throw away", "My bike was trash and now it is the fastest.", "machines"),
    ("Cooking for many people", "Sundays at my grandmother's, thirty people.", "food"),
    ("Being calm when it is serious", "The paramedics when my brother fell.", "health"),
    ("Drawing people on the bus", "Faces are all different and nobody looks.", "arts"),
    ("Why the river smells", "It was clean when my dad was small.", "science"),
    ("Little kids and what they say", "My cousins ask better questions than adults.", "children"),
    ("Houses that don't need heating", "Our flat is cold.", "building"),
    ("Arguing fairly", "I always end up the judge among my friends.", "law"),
    ("Braids as maths", "It is all patterns.", "beauty"),
    ("Games where you can't win by shooting", "", "digital"),
    ("The sea at night", "I can't say why.", "sea"),
    ("Running", "My head gets quiet.", "sport"),
]
