"""Articles of our own with one planted contradiction each, and near misses without one.

Each case is (rules that may report it, text, words at one end); an empty end means silence.
"""

from __future__ import annotations

NUMBER = "number-conflict"
SUM = "arithmetic-mismatch"
DATE = "date-conflict"
NAME = "name-role-variant"

PLANTED: tuple[tuple[str, str, str], ...] = (
    (
        NUMBER,
        "What commuters want\n\nThe survey of 2,317 passengers, taken by the Institute in May, "
        "asked about trams.\n\nMost want more of them.\n\nOf the 2,371 people asked, half had a "
        "bicycle.",
        "2,317 passengers",
    ),
    (
        NUMBER,
        "Orchard plan\n\nThe trust has ordered 40,000 saplings from a nursery in Fife for the "
        "slopes.\n\nSheep graze there.\n\nIf all 30,000 saplings live, the slopes will be green.",
        "40,000 saplings",
    ),
    (
        NUMBER,
        "Lagos hospital treats 340 cholera patients\n\nThe general hospital in Ikorodu, Lagos, has "
        "treated 34 cholera patients since the weekend, its director said.\n\nMost have gone home.",
        "340 cholera patients",
    ),
    (
        NUMBER,
        "Council to close nine libraries\n\nThe county council will close six libraries by March, "
        "it was decided on Tuesday.\n\nReaders protested outside the town hall.",
        "nine libraries",
    ),
    (
        NUMBER,
        "Miner pays $4.2bn for copper rival\n\nThe Perth miner Harlan Resources will pay $2.4bn "
        "for its copper rival Ostrom, the companies said.\n\nShareholders vote in June.",
        "$4.2bn",
    ),
    (
        NUMBER,
        "Kerala floods kill 18\n\nFloods in Kerala have killed 81 people since Friday, the state's "
        "disaster office said.\n\nSchools are shut.",
        "18",
    ),
    (
        NUMBER,
        "Death toll in ferry sinking rises to 47\n\nThe death toll in the ferry sinking off Jos "
        "island rose to 74 on Sunday.\n\nDivers went on searching.",
        "47",
    ),
    (
        NUMBER,
        "Judge jails banker for seven years\n\nA judge jailed the banker Colin Marsh for eleven "
        "years on Friday for fraud.\n\nMarsh showed no emotion.",
        "seven years",
    ),
    (
        NUMBER,
        "Club sells striker for £30m\n\nHarbour Rovers have sold the striker Dele Obi to Turin for "
        "£13m, the club said.\n\nObi scored 19 goals last season.",
        "£30m",
    ),
    (
        NUMBER,
        "The hospital trust, which runs four wards in Leeds, owes its suppliers £12 million.\n\n"
        "Nurses were told last week.\n\nThe £21 million that the hospital trust owes its suppliers "
        "must be paid by May.",
        "£12 million",
    ),
    (
        NUMBER,
        "The observatory on Mount Idris found 36 new moons of the planet last year, Dr Lowe said."
        "\n\nThe images took a month.\n\nThe 63 new moons that the observatory found last year "
        "have no names.",
        "36 new moons",
    ),
    (
        NUMBER,
        "Farmers in Punjab burned 5,200 fields of stubble in October, the board said.\n\nThe smoke "
        "reached Delhi.\n\nOf the farmers in Punjab who burned 2,500 fields of stubble in October, "
        "few were fined.",
        "5,200 fields",
    ),
    (
        NUMBER,
        "The captain, Priya Nair, 34, took five wickets on Saturday.\n\nNair, 43, has played for "
        "the state since her teens.",
        "34",
    ),
    (
        NUMBER,
        "Rovers beat City 3-1 on Sunday in the cup.\n\nThe crowd sang to the end.\n\nAfter Rovers "
        "beat City 4-1 in the cup, the manager went home.",
        "3-1",
    ),
    (
        NUMBER,
        "Army says drone attack killed 12 soldiers\n\nA drone attack killed 21 soldiers at the "
        "border post of Adela, the army said.\n\nThe wounded were flown out.",
        "12 soldiers",
    ),
    (
        NUMBER,
        "Port city plans a tunnel\n\nThe fund will invest $40 million in the tunnel over four "
        "years.\n\n"
        "Boats were idle.\n\nThe fund, which will invest $40 million in the tunnel over nine "
        "years, is "
        "based in Oslo.",
        "four years",
    ),
    (
        NUMBER,
        "Cup final\n\nGroup A — Rovers 1 – 2 City\n\nCity were slow at first.\n\nThe match ended "
        "with City winning 3 – 1.",
        "1 – 2",
    ),
    (
        SUM,
        "Mayor Ruth Adeyemi leads the poll by 12 points, 47 percent to 41 percent.",
        "12 points",
    ),
    (
        SUM,
        "Sales at the Pune plant rose 40% from 500 to 600 cars in a year.",
        "40%",
    ),
    (SUM, "The firm's debt tripled, from $3bn to $6bn.", "tripled"),
    (
        SUM,
        "Of the members asked, 412 of the 391 delegates voted for the motion.",
        "412",
    ),
    (
        SUM,
        "The shortlist has four judges: Amara Eze, Ruth Cole and Tom Bray. They sit in May.",
        "four judges",
    ),
    (
        SUM,
        "Doctors said 30% of the 2,000 patients, or 900, had gone home.",
        "30%",
    ),
    (DATE, "The inquest opens on Monday, 14 May 2024, in Cardiff.", "Monday, 14 May 2024"),
    (DATE, "The minister resigned on Friday, March 3, 2022.", "Friday, March 3, 2022"),
    (
        DATE,
        "The court sentenced Marsh on Tuesday.\n\nHis wife wept.\n\nThe court sentenced Marsh on "
        "Wednesday after a trial of nine weeks.",
        "Tuesday",
    ),
    (
        DATE,
        "The exhibition runs from 3 June to 28 August.\n\nAt the Harbour Museum, 3 June to 18 "
        "August.",
        "28 August",
    ),
    (
        DATE,
        "The airline hired Femi Adeyemi in January.\n\nHe is from Ibadan.\n\nAdeyemi joined the "
        "airline in April.",
        "January",
    ),
    (
        DATE,
        "She signed the treaty on May 9.\n\nThe ministers clapped.\n\nThe June treaty ends "
        "the war.",
        "June",
    ),
    (
        NAME,
        "Inspector Gareth Llewelyn opened the inquiry.\n\nMr Llewellyn said that it would take a "
        "year.",
        "Llewel",
    ),
    (
        NAME,
        "The novelist Chidinma Okonkwo won the prize.\n\nThe judges praised Chidinma Okonwo for "
        "her ear.",
        "Okon",
    ),
    (
        NAME,
        "Chief executive Sunita Rao resigned.\n\nFinance director Sunita Rao will go in May.",
        "Sunita Rao",
    ),
    (
        NAME,
        "Professor Ingrid Halvorsen led the trial.\n\nProf Halvorson said that the drug works.",
        "Halvors",
    ),
    (
        NUMBER,
        "Vaccine trial enrols 1,500 nurses\n\nA trial of the vaccine has enrolled 15,000 nurses in "
        "three states, the institute said.\n\nResults are due in May.",
        "1,500 nurses",
    ),
)

NEAR_MISSES: tuple[str, ...] = (
    "Night on the roads\n\nA lorry hit a wall in Cork on Friday, killing all three passengers "
    "aboard.\n\nIt was foggy.\n\nIn Kerry a van left the road, killing all four passengers.",
    "Cup night\n\nMara Silva scored after 26 minutes.\n\nIt rained.\n\nMara Silva scored again "
    "at 74 minutes.",
    "Poet Ada Voss dies at 85\n\nThe poet Ada Voss has died in Trieste.\n\nVoss was married twice.",
    "Two mills\n\nOf the 1,430 people at the plant in Hull, few came.\n\nThe 1,340 staff at the "
    "mill in Leeds stayed.",
    "Market prices\n\nWool was dear.\n\nThe price of a fleece sold in Perth in May was "
    "$39.\n\n"
    "The price of a lamb or ewe sold in May was $64.",
    "Grid operator warns\n\nLamps went out.\n\nThe first alert began at six, when the Kano "
    "grid’s "
    "reserves stood at 12 percent.\n\nThe second alert began at seven, when its reserves stood "
    "at 9 percent.",
    "The firm hires\n\nIn 1998 the founders took all eight of their staff to the coast.\n\nBy "
    "2001 "
    "the firm had 400 staff.",
    "Pollsters in the valley\n\nAnn Eze (12) leads in the council, with Tom Cole (6) behind "
    "her.\n\n"
    "Eze (17) leads in the senate too.",
    "The rocket maker’s 26-year-old founder spoke.\n\nShe launched the firm three years ago.",
    "Lagos hospital treats 340 patients\n\nThe hospital has treated 340 patients, 34 of them "
    "children.",
    "Council to close nine libraries\n\nThe council will close nine libraries and six swimming "
    "pools by March.",
    "Miner pays $4.2bn for rival\n\nHarlan will pay $4.2bn for Ostrom, which it tried to buy for "
    "$2.4bn in 2019.",
    "Kerala floods kill 81\n\nFloods have killed 81 people since Friday, 18 of them in Wayanad.",
    "Judge jails banker for seven years\n\nA judge jailed Marsh for seven years; the prosecutor "
    "had asked for eleven years.",
    "Club sells striker for £30m\n\nRovers sold Obi for £30m. They had bought him for £13m.",
    "The mayor, Ruth Cole, 34, spoke first. Tom Cole, 43, spoke last.",
    "Rovers beat City 3-1 on Sunday. They had led 2-1 at half-time.",
    "The union has 4,000 members in Leeds. The union has 9,000 members in Hull.",
    "Unemployment in Kano fell to 12 percent in May. Unemployment in Kaduna fell to 21 percent.",
    "The inquest opens on Tuesday, 14 May 2024, in Cardiff.",
    "The court heard Marsh on Tuesday. The court heard his wife on Wednesday.",
    "The show runs from 3 June to 28 August. The other show runs from 3 July to 18 August.",
    "Inspector Gareth Llewelyn met Dr Anna Llewellyn on Monday.",
    "The Nigerian novelist met Nigerien officials in Niamey.",
    "Chief executive Sunita Rao resigned. The former finance director Sunita Rao was born in Pune.",
    "The shortlist has four judges, among them Amara Eze and Ruth Cole.",
    "Four men, including Donald Hale Jr., Tom Bray and Ali Khan, were named.",
    "Sales rose about 40% from 500 to 702 cars.",
    "The ministry said 12 soldiers died. The rebels said 40 soldiers died.",
    "Twelve people were hurt on Friday. Police said 30 people were hurt in a crash last year.",
    "The strike cost the port £2m a day. The strike has cost the port £26m.",
    "The firm employs 300 people in Cork and 1,200 people in Galway.",
    "The first trial enrolled 1,500 nurses. The second trial enrolled 15,000 nurses.",
    "England won by 34 runs. India had won the first match by 43 runs.",
    "The lake is 12 metres deep. The lake at Idris is 120 metres deep.",
    "A poll on Monday gave her 46 percent. A poll on Friday gave her 41 percent.",
    "The bishop flew to Rome on 3 May and met the Pope on 5 May.",
    "The charity needs $5m by June. It has raised $2m so far.",
    "Shell bought 20 wells in the delta. Total bought 35 wells in the delta.",
)
