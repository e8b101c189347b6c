"""Descriptions mean whom the article described so; bodies are found again by their noun; pairs and groups too."""

from __future__ import annotations

from collections.abc import Callable

import pytest

PERSONS = [
    # a deputy is not the one whose office it is; a monarch is a king or queen
    ("[Deputy Mayor Ann Lee] said {it rained}. [The mayor] said {so}.", "Ann Lee|person;mayor|anonymous"),
    ("[Assistant Governor Ann Lee] said {it rained}. [The governor] said {so}.", "Ann Lee|person;governor|anonymous"),
    ("[Deputy Mayor Ann Lee] said {it rained}. [The deputy mayor] said {so}.", "Ann Lee|person;Ann Lee|person"),
    ("[Mayor Ann Lee] said {it rained}. [The mayor] said {so}.", "Ann Lee|person;Ann Lee|person"),
    ("Norland's Queen Ingeborg opened the hall. [The monarch] said {it rained}.", "Queen Ingeborg|person"),
    ("Kim Tae-ho ran. Kim Soo-jin, a driver, ran. [Kim] said {it rained}.", "Kim Soo-jin|person"),
    # whose office a word before the name is not: "Antarctica" is no title, "Cllr" is
    ("[The head of the Council on Antarctica Ann Lee] said {it rained}. [The senator] said {so}.", "*;Ann Lee|person"),
    ("[Cllr Ann Lee] said {it rained}. [The mayor] said {so}.", "Ann Lee|person;mayor|anonymous"),
    ("[Major-General Bo Berg] said {so}. [The general] said {no}. [The admiral] said {yes}.", "Bo Berg|person;Bo Berg|person;admiral|anonymous"),
    ("Foreign Ministry spokesperson Lin Jian was asked about tariffs. [The spokesperson] said {nobody wins}.", "Lin Jian|person|Foreign Ministry spokesperson"),
    ("[Chinese Foreign Ministry spokesperson Mao Ning] said {talks are welcome}. [The ministry's spokesperson] said {a deal was needed}.", "Mao Ning|person|Chinese Foreign Ministry spokesperson|CN;Mao Ning|person|*|CN"),
    ("Russian President Vladimir Putin spoke to US President Donald Trump. [The Russian leader] said {the call was candid}. [The US president] said {it went well}.", "Vladimir Putin|person|Russian President|RU;Donald Trump|person|US President|US"),
    ("Li Haidong, a professor at China Foreign Affairs University, spoke. [The expert] said {contact matters}.", "Li Haidong|person|professor at China Foreign Affairs University|"),
    ("Senator Chris Murphy voted no. [The lawmaker] said {the bill was rushed}.", "Chris Murphy|person|Senator"),
    ("Michelle Obama published a memoir. The former first lady, Michelle Obama, toured Europe. [The former first lady] said {she was done}.", "Michelle Obama|person"),
    ("British Prime Minister Rishi Sunak landed in Delhi. [The prime minister] said {trade would grow}.", "Rishi Sunak|person|British Prime Minister|GB"),
    ("Indian Foreign Minister S. Jaishankar met Qin Gang. [The minister] said {the border was calm}.", "S. Jaishankar|person|Indian Foreign Minister|IN"),
    ("Andriy Yermak, the head of the president's office, flew to Jeddah. [The official] said {prisoners come first}.", "Andriy Yermak|person"),
    ("Elon Musk, the founder of SpaceX, was asked. [The founder] said {it would fly}.", "Elon Musk|person|founder of SpaceX|"),
    ("Her lawyer, Alan Dershowitz, went to court. [The attorney] said {she was innocent}.", "Alan Dershowitz|person"),
    ("Pope Francis spoke from a window. [The pontiff] said {war is defeat}.", "Pope Francis|person"),
    ("Simone Biles won again. [The gymnast] said {she was proud}.", "Simone Biles|person"),
    ("Governor Gretchen Whitmer signed the bill. [The Democratic governor] said {roads matter}.", "Gretchen Whitmer|person"),
    ("Jerome Powell, the Fed chair, testified. [The chairman] said {rates may rise}.", "Jerome Powell|person"),
    ("“{It is over},” says [veteran industry analyst Ken Doctor].\nDr. Patrick Stein bought the paper. “{The owners earn},” says [Doctor].", "Ken Doctor|person;Ken Doctor|person"),
    ("President Joe Biden spoke. Vice President Kamala Harris spoke as well. [The vice president] said {the bill would pass}.", "Kamala Harris|person"),
    ("Farm secretary Anna Holt spoke. [The prime minister] said {bread would cost more}.", "prime minister|anonymous"),
    ("Rolf Meyer teaches at Oslo. [Oslo's Meyer] said {the system is baroque}. [Meyer of the university] said {it must go}.", "Rolf Meyer|person;Rolf Meyer|person"),
    ("Chief Justice Paul Moreau wrote for the court. [Moreau, joined by Justice Anne Kott and the two junior judges], said {the law is clear}.", "Paul Moreau|person"),
    ("Sizwe Molefe is her advocate. [Regarding the pictures, advocate Molefe] said {none showed a ship}.", "Sizwe Molefe|person"),
    ("Town economist Emil Mbeki counts lamps. {Each cost 40}, says [Emil who works in the planning office].", "Emil Mbeki|person"),
    ("Karla Marmor won. [Marmor, who’s the sister of party chair Michael Rend], called {it heartbreaking}.", "Karla Marmor|person"),
    # whom another quotes, or who speaks in a clause set between commas
    ("{Repairs are going on}, [the statement] <quoted> Director Rolf Meyer as saying.", "Rolf Meyer|person"),
    ("Ilan Marek received me. [Kern], Marek <told> me, {has lost the match}.", "Ilan Marek|person"),
    # her own research is hers
    ("Jessica Moe teaches. [Her own research] indicates {that most stay home}.", "Jessica Moe|person"),
    # whom the next paragraph quotes by name, new to the article, without an office of another kind
    ("[A leader of the largest union of fishermen] said {law was weak}.\n“{It was nothing},” said [Dan Holmer, director of the Boat Workers].", "Dan Holmer|person;Dan Holmer|person"),
    ("Dan Holmer came.\n[A leader of the largest union of fishermen] said {law was weak}.\n“{It was nothing},” said [Dan Holmer].", "leader of the largest union of fishermen|anonymous;Dan Holmer|person"),
    ("[A teacher at the school of fishermen] said {law was weak}.\n“{It was nothing},” said [Dan Holmer, a lawyer].", "teacher at the school of fishermen|anonymous;Dan Holmer|person"),
    # the woman is who spoke last, unnamed; a new one is not
    ("[A resident of the town] said {people stay in}.\n“{They are afraid},” [the woman] said.", "resident of the town|anonymous;resident of the town|anonymous"),
    ("[A resident of the town] said {people stay in}.\n“{They are afraid},” [a woman] said.", "resident of the town|anonymous;woman|anonymous"),
    # named later
    ("[A police chief] says {crime fell}.\nDetective work helped, police chief Mark Rowley told a hearing. [Rowley] said {it took years}.", "Mark Rowley|person;Mark Rowley|person"),
    # described, but somebody else
    ("Kremlin spokesman Dmitry Peskov spoke. [A spokesman for Boeing] said {planes were late}.", "spokesman for Boeing|anonymous"),
    ("Trump's lawyer, Rudy Giuliani, spoke. [Cohen's lawyer] said {he would plead}.", "*|anonymous"),
    ("Republican nominee Mitt Romney spoke in Ohio. [The Democratic nominee] said {he was wrong}.", "Democratic nominee|anonymous"),
    # a party's member, a constituency's, by what else is said of a legislator; the party itself is a group
    ("Wisconsin Rep. Ann Holt left. [The Wisconsin Republican] said {so}.", "Ann Holt|person|Wisconsin Rep."),
    ("Senator Ann Holt, a Democrat, met Senator Ole Berg, a Republican. [The Maine Democrat] said {so}. [The Republican] said {no}.", "Ann Holt|person;Ole Berg|person"),
    ("Sen. Ann Holt came. Nominee Ole Berg left. [The Maine Democrat] said {so}.", "Ann Holt|person"),
    ("Labour MP Ann Holt came. [The Lagan Valley MP] said {so}. [The MP] said {no}.", "Ann Holt|person;Ann Holt|person"),
    ("Senator Ann Holt came. [House Republicans] said {so}.", "House Republicans|group"),
    # another office than a known leader's, another country's, not the vice president's
    ("President Xi Jinping came. [China's foreign minister] said {so}.", "China's foreign minister|anonymous"),
    ("Chancellor Angela Merkel came. [Germany's president] said {so}.", "Germany's president|anonymous"),
    ("President Donald Trump came. [Germany's president] said {so}.", "Germany's president|anonymous"),
    ("President Donald Trump came with Vice President Mike Pence. [The president] said {so}.", "Donald Trump|person"),
    ("Vice President Mike Pence came. [The president] said {so}.", "president|anonymous"),
    ("Russia's Permanent Representative to the OSCE Oleg Marin came. [The Russian diplomat] said {so}.", "Oleg Marin|person"),
    ("State Duma Deputy Speaker Oleg Marin came. [The Russian lawmaker] said {so}.", "Oleg Marin|person"),
    ("[Ann Holt, Kentucky representative,] said {so}. [The senior member on the budget committee] said {no}.", "Ann Holt|person;Ann Holt|person"),
    # the same unnamed source in part of the words, and another
    ("[A senior US military official] said {so}. Colonel Ole Berg left. [The senior US military official] said {no}. [The French official] said {yes}.", "senior US military official|anonymous;senior US military official|anonymous;French official|anonymous"),
    # by age; else who spoke last; a new one
    ("Ann Lee, 34, met Ole Berg, 57. [The 34-year-old father of two] said {so}. [The 57-year-old] said {no}.", "Ann Lee|person;Ole Berg|person"),
    ("[Ann Lee] said {so}. [The 34-year-old] said {no}. [A 50-year-old man] said {yes}.", "Ann Lee|person;Ann Lee|person;50-year-old man|anonymous"),
    # a relative under a first name, whoever the owner is
    ("Ann Roberts left. [Her son Oskar] said {so}. [Ann Roberts' sister, Evgenia,] said {no}.", "Oskar|person;Evgenia|person"),
    # what dashes set apart, what is said of one person
    ("[Councillor Ida Seaton from the County Association - which speaks for England and Wales -] said {so}.", "Ida Seaton|person"),
    ("[Ida Tavrik, from the Campaign for the Cultural and Academic Freedom of Tom Holt] said {so}.", "Ida Tavrik|person"),
    # named next in the same paragraph, behind a pronoun, under "its"; not if another speaks between
    ("[The head of the northern church] said {so}. [He] said {no}.\n[Archbishop Philip Freier] said {yes}.", "Philip Freier|person;Philip Freier|person;Philip Freier|person"),
    ("The fund aims high, [its top executive] said {so}. [Fund President Tu Holm] said {no}.", "Tu Holm|person;Tu Holm|person"),
    ("[The head of the northern church] said {so}. [The police] said {no}. [Philip Freier] said {yes}.", "head of the northern church|anonymous;police|organisation;Philip Freier|person"),
    ("[A senior White House official] said {so}. [Ole Berg, a lawyer,] said {no}.", "senior White House official|anonymous;Ole Berg|person"),
    ("[One Arkansas lawmaker] said {so}.\n[State Sen. Ann Holt] said {no}.", "Ann Holt|person;Ann Holt|person"),
    # a foreign ministry's spokesman is a diplomat, another spokesman is none
    ("Foreign Ministry Spokesman Anuar Zhain came. [The diplomat] said {so}.", "Anuar Zhain|person"),
    ("Bank Spokesman Anuar Zhain came. [The diplomat] said {so}.", "diplomat|anonymous"),
    ("A critic is ill, [his wife] said {so}. His wife, Evgenia, left.", "Evgenia|person"),
    ("[They] <cited> Ann Holt, now a minister, as once saying {so}.", "Ann Holt|person"),
    # his and her
    ("Donald Trump left. [His team] said {it was over}.", "Donald Trump’s team|group"),
    ("Angela Merkel left. [Her allies] said {they were sad}.", "Angela Merkel’s allies|group"),
    # who spoke last is called by what the article has not said of them
    ("[Emil Mbeki] said {lamps cost more}. [The consultant] said {each costs 40}.", "Emil Mbeki|person;Emil Mbeki|person"),
    ("[Emil Mbeki] said {lamps cost more}.\nIt rained.\n[The Norland banker] said {each costs 40}.", "Emil Mbeki|person;Norland banker|anonymous"),
    ("[Emil Mbeki] said {lamps cost more}.\n[The Norland banker] said {each costs 40}.", "Emil Mbeki|person;Emil Mbeki|person"),
    ("[Emil Mbeki] said {lamps cost more}. [The actress] said {each costs 40}.", "Emil Mbeki|person;actress|anonymous"),
    ("[Emil Mbeki] said {lamps cost more}. [The victim] said {each costs 40}.", "Emil Mbeki|person;victim|anonymous"),
    ("[Emil Mbeki] said {lamps cost more}. [Holm’s lawyer] said {each costs 40}.", "Emil Mbeki|person;Holm’s lawyer|anonymous"),
    ("[A town banker] said {no}. [Emil Mbeki] said {lamps cost more}. [The banker] said {each costs 40}.", "town banker|anonymous;Emil Mbeki|person;town banker|anonymous"),
    ("[Emil Mbeki, a fellow of Holm College], said {lamps cost more}. [The FBI director] said {each costs 40}.", "Emil Mbeki|person;FBI director|anonymous"),
    ("[Governor Emil Mbeki] said {lamps cost more}. [The prime minister] said {each costs 40}.", "Emil Mbeki|person;prime minister|anonymous"),
    ("[Emil Mbeki, the Kenyan envoy], said {lamps cost more}. [The French negotiator] said {each costs 40}.", "Emil Mbeki|person;French negotiator|anonymous"),
    ("[Cllr Emil Mbeki] said {lamps cost more}. [The mayor] said {each costs 40}.", "Emil Mbeki|person;mayor|anonymous"),
    ("[Cllr Emil Mbeki] said {lamps cost more}. [The councillor] said {each costs 40}.", "Emil Mbeki|person;Emil Mbeki|person"),
    ("[Mr Emil Mbeki] said {lamps cost more}. [The mayor] said {each costs 40}.", "Emil Mbeki|person;Emil Mbeki|person"),
    ("[Rita Sand, the wife of the mayor], said {lamps cost more}. [The mayor] said {each costs 40}.", "Rita Sand|person;mayor|anonymous"),
    # a chief can be chairperson or governor, a press secretary a spokesman
    ("Ann Lee, governor of the Bank of Norland, spoke. [The central bank chief] said {rates would fall}.", "Ann Lee|person"),
    ("White House press secretary Dan Holmer came. [The White House spokesman] said {it was over}.", "Dan Holmer|person"),
    # surnames that are nouns, too, or end as plurals do
    ("Devin Nunes chairs the panel. [Nunes] said {it was over}.", "Devin Nunes|person"),
    ("Kevin Mayer was asked. [Mayer, Skarv’s chairman of direct sales], said {it was over}.", "Kevin Mayer|person"),
    # leaders whom the article gives no office; no official is a president
    ("Theresa May met Ann Lee. [The prime minister] said {it was over}.", "Theresa May|person"),
    ("President Ann Lee came. [The government official] said {it was over}.", "government official|anonymous"),
    # a surname that is a title, behind "Jr."
    ("Martin Luther King Jr. came. [King] said {it was over}.", "Martin Luther King Jr.|person"),
    # a bare name new to the article is whom a description before it told of, in the same paragraph, too
    ("[A spokesman for the German ministry] said {no}. “{It was over},” [Dan Holmer] said.", "Dan Holmer|person;Dan Holmer|person"),
    ("[A spokesman] said {no}. “{It was over},” said [the BBC’s Dan Holmer].", "spokesman|anonymous;Dan Holmer|person"),
    ("[A spokesman] said {no}. “{It was over},” said [Dan Holmer, a fisherman].", "spokesman|anonymous;Dan Holmer|person"),
    ("Dan Holmer came. [A spokesman] said {no}. “{It was over},” [Dan Holmer] said.", "spokesman|anonymous;Dan Holmer|person"),
    # who has spoken since and fits as well comes before the one described first
    ("[A Norwegian diplomat] said {no}. [Norwegian Ambassador Ole Holm] said {yes}. [The Norwegian diplomat] said {it was over}.", "*|*;Ole Holm|person;Ole Holm|person"),
    ("[A Norwegian diplomat] said {no}. [Swedish baker Ole Holm] said {yes}. [The Norwegian diplomat] said {it was over}.", "Norwegian diplomat|anonymous;Ole Holm|person;Norwegian diplomat|anonymous"),
]  # fmt: skip

BODIES = [
    # a body's name that a noun for a person closes, beside a person
    ("[The Dublin Homeless Executive] said {so}. [The Chief Executive] said {no}. [A guard] said {yes}.", "Dublin Homeless Executive|organisation;Chief Executive|anonymous;guard|anonymous"),
    ("According to [the Independent], {so}. [The independent] said {no}.", "The Independent|media;independent|anonymous"),
    # its own name behind what it is, which is no surname
    ("[Home care company Marlow] said {so}. [CNN affiliate KXYZ] said {no}.", "Marlow|organisation;KXYZ|media"),
    ("Ann Hill came. [Hill] said {so}.", "Ann Hill|person"),
    # where it is at home
    ("[Skarv Airways] said {so}. [The Oslo-based airline] said {no}. [The airline, based in Oslo, Norway,] said {yes}.", "Skarv Airways|organisation;Skarv Airways|organisation;Skarv Airways|organisation"),
    ("[The Hydrological Survey] said {so}. [The US federal agency] said {no}. [The Oslo agency] said {yes}.", "Hydrological Survey|organisation;Hydrological Survey|organisation;*|organisation"),
    # a regulator is that of its field, and no firm
    ("[The Ocean Board] said {so}. [The securities regulator] said {no}. [The regulator] said {yes}.", "Ocean Board|organisation;securities regulator|organisation;*|organisation"),
    ("[Ocean Holdings Corp] said {so}. [The regulator] said {no}.", "Ocean Holdings Corp|organisation;regulator|organisation"),
    ("[the US Centers for Fishing] said {so}.", "US Centers for Fishing|organisation"),
    ("Rights group Ocean Watch met. [The rights group] said {so}.", "Ocean Watch|organisation"),
    # the form of firm that its name ends in; a medium's own is not the person of that name
    ("Skarv Corp grew. [Skarv] said {so}. [The company] said {no}. ZTQ Corp. fell. [ZTQ] said {yes}.", "Skarv Corp|organisation;Skarv Corp|organisation;*|organisation"),
    ("Fact Checker came. [The Washington Post's Fact Checker] said {so}.", "Washington Post's Fact Checker|media"),
    ("Jorvald Haldane runs. [Al Jazeera's Jorvald Haldane] said {so}. [New York-based HRQ] said {no}.", "Jorvald Haldane|person;HRQ|organisation"),
    ("[A new report Monday from the Ocean Board] said {so}. [The report] said {no}.", "Ocean Board|organisation;Ocean Board|organisation"),
    ("[Reports from the Ocean Board] said {so}. [Ann Lee] said {yes}. [The report] said {no}.", "Ocean Board|organisation;Ann Lee|person;Ocean Board|organisation"),
    # both halves are one
    ("[The Ocean Campaign and Equality Norway] said {so}.", "Ocean Campaign and Equality Norway|organisation"),
    # what a body was called in more words, abbreviations among them
    ("NISS, a Washington, D.C.-based think tank, counts boats. The navy said more. [The think tank] said {nets were lost}.", "NISS|organisation"),
    ("[Ingdal Research], an academic outfit that counts boats, said {nets were lost}. Berg Research met. [The academic outfit] said {so}.", "Ingdal Research|organisation;Ingdal Research|organisation"),
    # explained by the noun before, or the firm named most
    ("Nordpol, an Oslo-based think tank, counts ships. [The think tank] said {traffic fell}.", "Nordpol|organisation"),
    ("Hygge plans to close shops. Shares of Hygge fell after Hygge told staff of it. [The company] confirmed {the cuts}.", "Hygge|organisation"),
    ("[The International Atomic Energy Agency] said {the pump works}. According to [the U.N. nuclear watchdog], {it had been broken}.", "International Atomic Energy Agency|organisation;International Atomic Energy Agency|organisation"),
    # a body's name that "and" goes on
    ("[The Norland Ministry of Roads and Public Works] said {so}. [The ministry] said {no}.", "Norland Ministry of Roads and Public Works|organisation;Norland Ministry of Roads and Public Works|organisation"),
    ("{It blew up}, [the Danish Agency for Mines and Quarry Safety] said.", "Danish Agency for Mines and Quarry Safety|organisation"),
    ("[The Ministry of Roads and Boris Parks] said {so}.", "Ministry of Roads and Boris Parks|group"),
    ("{It was hot}, [the Chilean Institute of Rivers and Inland Waters] said.", "Chilean Institute of Rivers and Inland Waters|organisation"),
    ("[The Food and Drug Administration] said {so}. [The U.S. drug regulator] said {no}.", "Food and Drug Administration|organisation|*|*;Food and Drug Administration|organisation|*|*"),
    ("[The Ministry of Works] said {so}. According to [a ministry statement], {no}.", "Ministry of Works|organisation;Ministry of Works|organisation"),
    ("[The Ministry of Works] said {so}. According to [ministry data], {no}.", "Ministry of Works|organisation;ministry data|*"),
    ("[Norbank, Volta and the brewer Hansa] said {so}.", "Norbank, Volta and Hansa|group"),
    # a border guard is a force behind "the" and an owner, and "it" takes it up
    ("[Norland's border guard] said {nine came}. Most were from Yemen, [it] said {so}.", "Norland's border guard|organisation;Norland's border guard|organisation"),
    ("[The Coast Guard] said {nine came}. [A border guard] said {so}.", "Coast Guard|organisation;border guard|anonymous"),
    # a group that the article shows to have members
    ("Two leaders of Green Tide were charged. [The movement] said {so}.", "Green Tide|organisation"),
    ("Two readers of Green Tide were charged. [The movement] said {so}.", "movement|organisation"),
    # a body's document behind an indefinite article
    ("[The Harbour Department] said {a man fell}. According to [a department statement], {he lives}.", "Harbour Department|organisation;Harbour Department|organisation"),
    ("{The bow was dented}, [the Norwegian Bureau of Fisheries and Marine Resources] said.", "Norwegian Bureau of Fisheries and Marine Resources|organisation"),
    # an acronym spelt out anywhere in the text, or introduced with "or"
    ("The Centre for the Study of Nordic Waters counts ships. [CSNW] said {traffic fell}.", "Centre for the Study of Nordic Waters|organisation"),
    ("The Board for Harbour Matters, or BHM, met. [BHM] said {traffic fell}.", "Board for Harbour Matters|organisation"),
    ("[The Harbour Office] said {a man pleaded guilty}. According to [the office release], {his trial is set}.", "Harbour Office|organisation;Harbour Office|organisation"),
    ("[Russia's Defence Ministry] said {drones were shot down}. [The ministry] said {none got through}.", "Russia's Defence Ministry|organisation||RU;Russia's Defence Ministry|organisation||RU"),
    ("[The International Atomic Energy Agency] said {power was back}. [The agency] said {risks remain}.", "International Atomic Energy Agency|organisation||IAEA;International Atomic Energy Agency|organisation||IAEA"),
    ("[Boeing] said {orders rose}. [The company] said {it would hire}.", "Boeing|organisation;Boeing|organisation"),
    ("[The World Bank] said {growth slows}. [The bank] said {debt weighs}.", "World Bank|organisation||WB;World Bank|organisation||WB"),
    ("[The Wall Street Journal] reported {a summit was planned}. [The US daily] said {Kyiv was left out}.", "The Wall Street Journal|media;The Wall Street Journal|media"),
    ("[The New York Times] reported {a shift}. [The US media outlet] said {it was new}.", "The New York Times|media;The New York Times|media"),
    ("[The Guardian] reported {pressure would rise}. [The newspaper] said {leaders agreed}.", "The Guardian|media;The Guardian|media"),
    ("[Russia's TASS News Agency] reported {a date was set}.", "TASS|media"),
    ("[China on Thursday] said {it was happy}.", "China|country||CN"),
    ("[Cui Heng, a scholar from the Institute for International Exchange and Judicial Cooperation], said {so}.", "Cui Heng|person"),
    ("[Reuters] reported {a date}. [The news agency] said {it was set}.", "Reuters|media;Reuters|media"),
    ("[Nato] said {ships would sail}. [The alliance] said {it was ready}.", "NATO|organisation||NATO;NATO|organisation||NATO"),
    ("[The European Commission] said {tariffs were legal}. [The commission] said {it would answer}.", "European Commission|organisation||EU;European Commission|organisation||EU"),
    ("[The Supreme Court] ruled {the law void}. [The court] said {rights were harmed}.", "Supreme Court|organisation;Supreme Court|organisation"),
    ("[Germany] said {it would send tanks}. [The country] said {more would follow}.", "Germany|country||DE;Germany|country||DE"),
    # documents are those of whoever wrote them
    ("[A Pentagon memo] said {ships were late}.", "Pentagon|organisation||US"),
    ("[A report by Human Rights Watch] said {homes were burnt}.", "Human Rights Watch|organisation"),
    ("[Guidance from the World Health Organization] says {masks help}.", "World Health Organization|organisation||WHO"),
    ("[A Wall Street Journal report] said {a summit was planned}.", "The Wall Street Journal|media"),
    ("[Angela Merkel's letter] said {trust was lost}. [The letter] said {it could be won back}.", "Angela Merkel|person;Angela Merkel|person"),
    ("[Chinese statistics] show {trade grew}.", "Chinese statistics|organisation"),
    ("[An Ipsos poll] found {most agreed}. [The poll] found {few did not}.", "Ipsos|organisation;Ipsos|organisation"),
    ("[A spokesman for the British Foreign Office] said {it was watching}.", "spokesman for the British Foreign Office|anonymous||GB"),
    # a police is called a force, a firm by plain words or its country
    ("Avon Police came. [The force] said {it was over}.", "Avon Police|organisation"),
    ("Northern Police seized it. One said so. [The force] said {it was over}.", "Northern Police|organisation"),
    ("Skarv fell. Skarv makes bottles. [The baby product company] said {it was over}.", "Skarv|organisation"),
    ("Skarv fell. Skarv makes bottles. [The Japanese company] said {it was over}.", "Skarv|organisation"),
    ("Skarv fell. Skarv lends money. [Germany's second-biggest lender] said {it was over}.", "Skarv|organisation"),
    # what "its" takes up is no person, whatever form its name has
    ("Collyer Bristow said its clients had left. [Collyer Bristow] said {it was over}. [It] said {more would come}.", "Collyer Bristow|organisation;Collyer Bristow|organisation"),
    # nor is a surname that nobody bears in full and "it" takes up, but for places and leaders, and "it" of the weather
    ("[Ford] said {its sales rose}. [It] said {more would come}.", "Ford|organisation;Ford|organisation"),
    ("[Ford] said {it would hire}. [The company] said {more would come}.", "Ford|organisation;Ford|organisation"),
    ("The bell rang. [Ford] said {no}. “We hire,” it said.", "Ford|organisation"),
    ("[Ford] said {it rained}.", "Ford|person"),
    ("[Ford] said {it had been cold}.", "Ford|person"),
    ("[Ford] said {his sales rose}. It said nothing.", "Ford|person"),
    ("It rained in Ford. [Ford] said {its sales rose}.", "Ford|person"),
    ("It rained in Ford’s halls. [Ford] said {its sales rose}.", "Ford|organisation"),
    ("[Putin] said {its army would stay}.", "Putin|person"),
    ("Henry Ford came. [Ford] said {its sales rose}.", "Henry Ford|person"),
    # nor is a name of words that no first name is among
    ("[Tommee Skarv] said {it would hire}. [The company] said {more would come}.", "Tommee Skarv|organisation;Tommee Skarv|organisation"),
    ("[Tommee Skarv] said {he would hire}. It said nothing.", "Tommee Skarv|person"),
    ("[Tommee Skarv, a baker,] said {it would rain}. It added nothing.", "Tommee Skarv|person"),
    # a name behind a noun for a body is no person's, whatever its form; the noun and "the paper" mean it
    ("It was told by newspaper Dagens Nyheter. [Dagens Nyheter] said {many knew}. [The newspaper] said {it was over}.", "Dagens Nyheter|organisation;Dagens Nyheter|organisation"),
    ("Reuters came. [The paper] said {it was over}.", "Reuters|media"),
    ("Ann Lee wrote a paper. Reuters came. [The paper] said {it was over}.", "Ann Lee|person"),
    ("It was told by newspaper Nordposten. Reuters came long before. [The paper] said {it was over}.", "Reuters|media"),
    ("It was told by newspaper Nordposten. [The paper] said {it was over}.", "Nordposten|media"),
    ("It was told by newspaper Nordposten. A study came. [The paper] said {it was over}.", "paper|media"),
    # the last statement that somebody gave is meant, before another's that was mentioned earlier
    ("[A Skarv statement] said {no}. [Lodestar] said in its own statement {maybe}. [The statement] said {it was over}.", "Skarv|organisation;Lodestar|organisation;Lodestar|organisation"),
    ("[Lodestar] said in its own statement {maybe}. [A Skarv statement] said {no}. [The statement] said {it was over}.", "Lodestar|organisation;Skarv|organisation;Skarv|organisation"),
    # what spoke and is no body isn't the company
    ("Skarv fell. Skarv makes bottles. [An early evaluation] indicated {damage}. [The company] said {it was over}.", "early evaluation|organisation;Skarv|organisation"),
    ("The Ocean Board met. [A rise of Skarv boats] indicated {damage}. [The agency] said {it was over}.", "rise of Skarv boats|organisation;Ocean Board|organisation"),
    # a noun with a capital
    ("The European Commission met. [The Commission] said {it was over}.", "European Commission|organisation"),
    # documents go by each other's nouns, and one of nobody is no other's
    ("[Lodestar] said in a report {sales fell}. [The study] said {it was over}.", "Lodestar|organisation;Lodestar|organisation"),
    ("[Lodestar] said in a report {sales fell}. [The letter] said {it was over}.", "Lodestar|organisation;letter|organisation"),
    ("[The report] said {nothing}. The Skarv Institute released a report. Under-reporting grew. [The report] said {it was over}.", "report|organisation;Skarv Institute|organisation"),
    ("[The report] said {no}. The Skarv Institute released a report. Then [the report] said {it was over}.", "report|organisation;report|organisation"),
    # a regulator is an authority; a central bank one of these, no firm; a university no company
    ("The Norland Markets Authority met. [Skarv Bank] said {no}. [The regulator] said {it was over}.", "Skarv Bank|organisation;Norland Markets Authority|organisation"),
    ("The Bundesbank met. [Skarv Bank] said {no}. [The central bank] said {it was over}.", "Skarv Bank|organisation;Bundesbank|organisation"),
    ("Lodestar fell. Lodestar makes ships. [The University of Norland] said {no}. [The company] said {it was over}.", "University of Norland|organisation;Lodestar|organisation"),
    # a medium just named comes before one that spoke; a name may stand before "news agency"
    ("[Reuters] said {no}. The Economist came out. [The British weekly] said {it was over}.", "Reuters|media;The Economist|media"),
    ("He told the Skarv news agency. [The agency] said {it was over}.", "Skarv|organisation"),
    # a place is no firm
    ("Ships lay in Homsund. Homsund grew. Lodestar fell. Lodestar makes ships. Homsund slept. [The company] said {it was over}.", "Lodestar|organisation"),
    # "opinion" polls are nobody's
    ("It rained. [Opinion polls] indicated {so}.", "Opinion polls|group"),
]  # fmt: skip

GROUPS = [
    ("[US and security sources] said {so}. [The US and the mayors] said {no}.", "US and security sources|anonymous;*|group"),
    ("[Recent opinion polls] said {so}. [A poll] said {no}.", "Recent opinion polls|group;poll|organisation"),
    ("[A Ministry of Fishing spokesman] said {so}.", "Ministry of Fishing spokesman|anonymous"),
    ("Zahid slammed [the ambassador] {so}. He met the Norwegian ambassador in Kuala Lumpur [who] said {no}. Ole Holt, the mayor, [who] said {yes}.", "*|*;Norwegian ambassador in Kuala Lumpur|anonymous;Ole Holt|person"),
    ("Ann Lee met Ole Berg. The two suspects were charged. [Both] said {so}. [They] said {no}.", "two suspects|group;two suspects|group"),
    ("Ann Lee and Ole Berg met Holt. [They both] said {so}.", "Ann Lee and Ole Berg|group"),
    ("Ann Lee met Ole Berg. The two suspects were charged. [They both] said {so}.", "two suspects|group"),
    ("Ann Lee and Ole Berg met. [They all] said {so}.", "Ann Lee and Ole Berg|group"),
    ("Ann Lee of Oslo and Mary Berg met Ole Holt.\nHe left. [Both women] said {so}.", "Ann Lee and Mary Berg|group"),
    ("[US officials] said {a deal was near}.", "US officials|group||US"),
    ("[Chinese officials] said {it was not}.", "Chinese officials|group||CN"),
    ("[Experts] said {it was late}.", "Experts|group||"),
    ("[Some Chinese experts] said {the call helped}.", "Some Chinese experts|group||"),
    ("[Russia and Syria] said {the road was open}.", "Russia and Syria|group"),
    ("[The U.S. and European Union] accused {China of fuelling the war}.", "United States and European Union|group"),
    ("[The United States, Britain and France] said {the vote was false}.", "United States, United Kingdom and France|group"),
    ("Donald Trump met Robert Lighthizer. [Trump and US Trade Representative Robert Lighthizer] said {tariffs stay}.", "Donald Trump and Robert Lighthizer|group"),
    ("Chinese President Xi Jinping received Russian President Vladimir Putin. [The two leaders] said {ties were at their best}.", "Xi Jinping and Vladimir Putin|group"),
    ("China and Vietnam signed 45 papers. [The two sides] agreed {to go on}.", "China and Vietnam|group"),
    ("Japan and South Korea met. [Both countries] said {they would share data}.", "Japan and South Korea|group"),
    ("Andy Murray played Roger Federer. [The two men] said {it was fun}.", "Andy Murray and Roger Federer|group"),
    ("[Mike Gallagher and his colleagues] said {it was urgent}.", "Mike Gallagher and his colleagues|group"),
    ("[Republicans] said {no}.", "Republicans|group"),
    ("[The Russians] said {they would answer}.", "Russians|group||*"),
    ("[Dozens of protesters] said {they were beaten}.", "Dozens of protesters|group"),
    ("[Scores of nurses] said {they were beaten}.", "Scores of nurses|group"),
    ("[Foes of such taxes] said {they hurt}.", "Foes of such taxes|group"),
    ("[A group of physicians] offered {free shots}.", "group of physicians|group"),
    ("[Lawmakers on the Foreign Affairs Committee] said {the treaty was weak}. [The lawmakers] said {it must change}.", "Lawmakers on the Foreign Affairs Committee|group;Lawmakers on the Foreign Affairs Committee|group"),
    # without an article they are others, unless they have just spoken
    ("[The airport officials] said {no}. [Ann Lee] said {yes}. [Officials] said {it was over}.", "airport officials|group;Ann Lee|person;Officials|group"),
    ("[The airport officials] said {no}. [Officials] said {it was over}.", "airport officials|group;airport officials|group"),
    ("[The airport officials] said {no}. [Ann Lee] said {yes}. [The officials] said {it was over}.", "airport officials|group;Ann Lee|person;airport officials|group"),
]  # fmt: skip

ANONYMOUS = [
    ("[Sources] said {he would resign}.", "Sources|anonymous"),
    ("[People familiar with the matter] said {talks stalled}.", "People familiar with the matter|anonymous"),
    ("[Two people briefed on the talks] said {it was close}.", "Two people briefed on the talks|anonymous"),
    ("[A White House official] said {the idea was dead}.", "White House official|anonymous||US"),
    ("[One White House official] dismissed {the idea}.", "One White House official|anonymous||US"),
    ("[Sources in the U.S. and China] told {the paper so}.", "Sources in the U.S. and China|anonymous||*"),
    ("[A Nato official] said {stocks were low}.", "Nato official|anonymous||NATO"),
    ("[A senior European diplomat] said {it was a farce}.", "senior European diplomat|anonymous"),
    ("[A Ukrainian official] said {the bridge was hit}. [The official] said {it was burning}.", "Ukrainian official|anonymous||UA;Ukrainian official|anonymous||UA"),
    ("[A judge] ordered {him freed}.", "judge|anonymous"),
    ("[One of the minister's aides] said {he was tired}.", "One of the minister's aides|anonymous"),
    ("[A resident] said {he heard a blast}.", "resident|anonymous"),
    ("[A person familiar with the talks] said {it was close}. Later, [the person] said {it was off}.", "person familiar with the talks|anonymous;person familiar with the talks|anonymous"),
    ("The FBI raided a house. [A bureau spokesman] said {it was routine}.", "FBI spokesman|anonymous"),
    ("[A Tory source] said {it was greed}.", "Tory source|anonymous"),
]  # fmt: skip


@pytest.mark.parametrize(("story", "expected"), PERSONS)
def test_persons_described(check: Callable[[str, str], None], story: str, expected: str) -> None:
    """A description leads to the person described so, and to nobody else."""
    check(story, expected)


@pytest.mark.parametrize(("story", "expected"), BODIES)
def test_bodies_and_documents(check: Callable[[str, str], None], story: str, expected: str) -> None:
    """A body is found again by its noun; a document speaks for its author."""
    check(story, expected)


@pytest.mark.parametrize(("story", "expected"), GROUPS)
def test_groups_and_pairs(check: Callable[[str, str], None], story: str, expected: str) -> None:
    """Several at once are a group; two leaders and both sides are named."""
    check(story, expected)


@pytest.mark.parametrize(("story", "expected"), ANONYMOUS)
def test_the_unnamed_stay_unnamed(check: Callable[[str, str], None], story: str, expected: str) -> None:
    """Unnamed sources keep the article's words and are anonymous."""
    check(story, expected)
