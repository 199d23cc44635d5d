"""What Québec French asks of a text: its quotation marks, spaces, numbers, dates, capitals and short forms.

After the usage of the Office québécois de la langue française: a no-break space before the colon and the per cent sign
and within « », none before ; ! and ?. In messages ⍽ is a no-break space; `./scripts/check` sets those that miss.
"""

import re

from course.proofreading import dictionaries
from course.proofreading.passages import THING
from course.proofreading.registry import rule
from course.proofreading.rules.writing import DRAWN
from course.proofreading.wording import DIGITS, own_words, pattern

FR = ("fr",)
N = "[\u00a0\u202f]"
S = "[ \u00a0\u202f]"
MONTHS = "[Jj]anvier|[Ff]évrier|[Mm]ars|[Aa]vril|[Mm]ai|[Jj]uin|[Jj]uillet|[Aa]oût|[Ss]eptembre|[Oo]ctobre|[Nn]ovembre"
MONTHS += "|[Dd]écembre"
ENDINGS = "e|es|ne|nes|ère|ères|trice|trices|rice|rices|ive|ives|euse|euses|fe|fes"
CAPITAL_MONTHS = re.sub(r"\[(.).\]", r"\1", MONTHS)
DAYS = "Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche"
UNITS = "min|s|km|m|cm|mm|kg|g|mg|L|ml|mL|kWh|ko|Ko|Mo|Go|To|°C|°F|°|pi|po|lb"
GLUED_UNITS = "min|km|cm|mm|kg|mg|ml|mL|kWh|ko|Ko|Mo|Go|To|°C|°F"
COUNTED = "millions?|milliards?|fois|points?|ans?|heures?|jours?|mois|sur [0-9]|étoiles?"

pattern(
    "fr-straight-quotes",
    "French quotes with « », never with straight or low marks.",
    '["„‟″]',
    "{0} in French; write «⍽…⍽», or “…” within « »",
    FR,
    signs='"„‟″',
)
pattern(
    "fr-guillemet-spaces",
    "A no-break space follows « and another stands before ».",
    f"«(?!{N}(?!{S}))|(?<!{N})»|{S}{N}»",
    "{0} without its no-break space; write «⍽…⍽»",
    FR,
    signs="«»",
)
pattern(
    "fr-colon",
    "A colon has a no-break space before it and a space after it, unless it parts two numbers (3:1).",
    rf"(?<![{N[1:-1]}:])(?<!\d(?=:\d)):(?!:)|(?<=[^\d:]):(?=[^\s\u00a0\u202f»”)\]:{THING}])",
    "a colon without its spaces; write mot⍽: suite",
    FR,
    signs=":",
)
pattern(
    "fr-no-space-before",
    "In Québec no space stands before a semicolon, an exclamation mark or a question mark.",
    rf"(?<=[^\s«]){S}+[;!?]",
    "a space before “{0}”; write mot{0}",
    FR,
    signs=";!?",
)
pattern(
    "fr-percent",
    "A no-break space parts a number from %.",
    rf"\d(?!{N}%){S}*%",
    "“{0}”; write 48⍽%",
    FR,
    signs="%",
)
pattern(
    "fr-dollar",
    "The sign of a currency follows the amount, after a no-break space.",
    rf"[$€]{S}?\d[\d.,]*|\d(?!{N}[kMG]?[$€]){S}?[kMG]?[$€]",
    "“{0}”; write 40⍽$ or 12⍽M$",
    FR,
    signs="$€",
)
pattern(
    "fr-unit",
    "A no-break space parts a number from the symbol of its unit.",
    rf"\d (?:{UNITS})(?![\w’'-]|\.\w)|(?<![\w.])\d+(?:,\d+)?(?:{GLUED_UNITS})(?!\w)",
    "“{0}”; write 12⍽min, 5⍽km",
    FR,
    signs=DIGITS,
)
pattern(
    "fr-thousands",
    "No-break spaces part the thousands of a number: neither a comma, nor a period, nor an ordinary space.",
    r"(?<![\d,.\u00a0-])[1-9]\d{0,2}(?: \d{3})+(?![\d-])|(?<![\d,.])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])"
    r"|(?<![\d,.])[1-9]\d{0,2}(?:\.\d{3}){2,}(?![\d.])"
    r"|(?<![\w,./#-])\d{5,}(?=[ \u00a0](?:personne|dollar|employé|client|fois|\$))",
    "“{0}”; write 1⍽173",
    FR,
    signs=DIGITS,
)
pattern(
    "fr-decimal",
    "A comma stands before decimals. Versions and articles of law keep their period (CC BY 4.0, article 81.19).",
    rf"(?<![\w.,/])(?<!version )0?\.\d+(?![\d.])|(?<![\w.,/])\d+\.\d+(?={S}?(?:[%$€]|(?:{UNITS}|{COUNTED})(?![\w’])))"
    r"|\b(?:moyenne|note|score|taux|indice|écart)s?\b[^.\d]{0,30} (?:de|à|est|était) \d+\.\d+(?![.\d])",
    "“{0}”; write a comma before the decimals: 0,65",
    FR,
    signs=DIGITS,
)
ORDINAL = pattern(
    "fr-ordinal",
    "Ordinals are 1er, 1re, 2e, 3e, XXe.",
    r"\b(?:\d+|[IVX]+)(?:ièmes?|iemes?|èmes?|emes?|iers?|ières?|ères?|eres?|st|rd|th)\b",
    "“{0}”; write 1er, 1re, 2e or XXe",
    FR,
)
pattern(
    "fr-month",
    "Months and days of the week begin with a small letter.",
    rf"\b(?:\d{{1,2}}|1er|[Ee]n|[Dd]ébut|mi-|[Ff]in|depuis|dès){S}?(?:{CAPITAL_MONTHS})\b"
    rf"|\b(?:le|ce|du|au|chaque|les|des|de|dès|depuis){S}(?:{DAYS})s?\b(?!{S}[Ss]aint)",
    "“{0}”; write it with a small letter: 27 septembre, le lundi",
    FR,
)
pattern(
    "fr-date",
    "A date is 27 septembre 2024: the day first, in words; the first of a month is 1er.",
    rf"\b(?:{MONTHS}){S}\d{{1,2}}(?:er|e)?,?{S}\d{{4}}\b|(?<![\d,]\b)\b1{S}(?:{MONTHS})\b"
    r"|\b\d{1,2}/\d{1,2}/\d{4}\b|(?<![\d/])(?:[0-2]?\d|3[01])/(?:0\d|1[0-2])/\d\d(?![\d/])",
    "“{0}”; write 27 septembre 2024, 1er janvier",
    FR,
    signs=DIGITS,
)
pattern(
    "fr-apostrophe",
    "There is one apostrophe, ’.",
    "['`´‘ʼ′]",
    "{0}; write ’",
    FR,
    signs="'`´‘ʼ′",
)
pattern(
    "fr-short-form",
    "A no-break space follows M., Mme, Dr, Me, no, p. and the like, so that no line begins with what they announce.",
    r"\b(?:MM?\.|Mmes?|Mlles?|Dre?|Pre?|Me) (?=[A-ZÀ-ÖØ-Þ])|\b(?:no|[Pp]p?\.|art\.|vol\.|chap\.|fig\.|n[o°º]) (?=\d)",
    "“{0}” may end a line; write {0}⍽…",
    FR,
)
pattern(
    "fr-title-of-person",
    "Monsieur is M., madame is Mme without a period, docteur is Dr without one.",
    r"\bMr\b\.?|\b(?:Mmes?|Mlles?|Dre?)\.|\bN°",
    "“{0}”; write M., Mme, Dr, no",
    FR,
)
INCLUSIVE = pattern(
    "fr-inclusive",
    "No new spelling stands for two genders: a neutral word does (le personnel), or both (employées et employés).",
    r"[·•⋅×(/.-](?:(?<=[^\W\d_][·•⋅])[^\W\d_·•⋅]+(?:[·•⋅]s)?|(?<=[^\W\d_]×)[^\W\d_]*"
    rf"|(?<=[^\W\d_]\()(?:{ENDINGS}|le|les|se|ses)\)s?|(?<=[^\W\d_]{{3}}/)(?:{ENDINGS}|le|les|se|ses)\b"
    rf"|(?<=[^\W\d_]{{2}}\.)(?:{ENDINGS}|le)(?:\.?s)?\b|(?<=[^\W\d_]{{3}}-)(?:e|ne|trice|euse)(?:-?s)?\b(?!-))",
    "“{0}” after a word; write a neutral one (le personnel) or both words (employées et employés)",
    FR,
)
pattern(
    "fr-experience",
    "« expérience-fournisseur », the course's own term, has its hyphen; « expérience client » and the like have none.",
    rf"\b[Ee]xpériences?{S}fournisseurs?\b|\b[Ee]xpériences?[–‑—]fournisseurs?\b"
    r"|\b[Ee]xpériences?-(?:clients?|employés?|utilisateurs?|usagers?)\b",
    "“{0}”; write expérience-fournisseur with a hyphen, expérience client without",
    FR,
)
pattern(
    "fr-elision",
    "De, que, je, ne, se, me, te, le, la and si are cut before a vowel: d’une, qu’il, l’équipe, s’il.",
    r"(?<![\w’'-])(?:[Dd]e|[Qq]ue|[Jj]e|[Nn]e|[Ss]e|[Mm]e|[Tt]e|[Jj]usque|[Ll]orsque|[Pp]uisque) "
    r"(?!un à|ou\b|et\b|onz|oui\b|ouist|uns\b)(?:[aeiouéèêâîôûœ][^\W\d_]+|à)\b|\b(?:[Nn]e|[Qq]ue) a\b|\b[Ss]i ils?\b"
    r"|(?<![\w’'-])(?:[Ll]e|[Ll]a) (?!on[cz]|où?\b|ou(?:i|ï|ist|at)|ou\b|et\b|uns?\b|une\b|i[MP]|en\b|aux?\b|est\b|a\b)"
    r"[aeiouéèêâîôû][^\W\d_]+",
    "“{0}” is not cut; write d’…, qu’…, l’…, s’il",
    FR,
)

pattern(
    "fr-usage",
    "A few forms that the dictionary lets through have another here: Québécois, entrepreneuriat, conflit d’intérêts.",
    r"\b(?:[Qq]uébecois(?:es?)?|[Ee]ntreprenariats?|[Cc]onflits? d’intérêt|[Cc]hiffres? d’affaire|[Vv]oire même"
    r"|[Cc]ourriels? électroniques?|[Aa]u jour d’aujourd’hui|[Mm]algré que|[Cc]omme par exemple"
    r"|[Ii]els?|[Cc]elleux|[Cc]euzes|[Tt]oustes)\b",
    "“{0}”; write Québécois, entrepreneuriat, conflit d’intérêts, chiffre d’affaires, voire, courriel, aujourd’hui, "
    "bien que, par exemple, ils et elles",
    FR,
)

ACUTE = (
    "Etat Ecole Ecouter Ecoutez Ecrire Ecrivez Ecris Ecrit Etape Equipe Evaluation Evaluez Egalité Egalement Etude "
    "Eviter Evitez Echange Economie Ecran Equité Editeur Edition Enoncé Epoque Eté Elève Evénement Etait Eric Emilie"
)
ACCENTED = {word: word.replace("E", "É", 1) for word in ACUTE.split()}
ACCENTED |= {"Etre": "Être", "Etes": "Êtes", "Ile": "Île", "Etienne": "Étienne"}
ACCENTED |= {f"{word}s": f"{right}s" for word, right in ACCENTED.items()} | {"Ca": "Ça"}
UNACCENTED = re.compile(rf"\b(?:{'|'.join(sorted(ACCENTED, key=len, reverse=True))})\b")
for explained in (UNACCENTED, ORDINAL, INCLUSIVE):
    dictionaries.explained("fr", explained)
pattern(
    "fr-capital-a",
    "À keeps its accent at the beginning of a sentence.",
    r"(?:(?<=^)|(?<=[.!?…»:] )|(?<=«[\u00a0\u202f])|(?<=— ))A (?:la|l’|le|les|qui|quoi|quel(?:le)?s?|chaque|partir"
    r"|cause|propos|côté|force|travers|moins|peine|cet?|cette|ces|votre|vos|notre|nos|leurs?|midi|minuit|mesure|défaut|titre"
    r"|vous|nous|eux|retenir|cocher|noter|lire|suivre|éviter|essayer|faire|dire|table|tout|toute|tous|deux|trois"
    r"|\d+)(?!\w)",
    "“{0}”; write À",
    FR,
    signs="A",
)


@rule("text")
def fr_capital_accents(site):
    """Capitals keep their accents: État, École, Être, Ça."""
    for passage, text in own_words(site, "fr", signs="ECI"):
        for match in UNACCENTED.finditer(text):
            yield passage.at(*match.span()), f"“{match[0]}”; write {ACCENTED[match[0]]}"


TIME = re.compile(rf"(?<![\d,.:])(?:[01]?\d|2[0-4])({S}?)([hH])(?:({S}?)([0-5]\d)(?!\w))?(?![\w’])")
OTHER_TIME = re.compile(
    rf"(?<![\d:.,])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:]|{S}\d)|\b\d{{1,2}}(?:[:.]\d\d)?{S}?(?:[ap]\.?m\b\.?|[AP]\.?M\b\.?)"
)


@rule("text")
def fr_time(site):
    """The time is written 14 h 30, with no-break spaces: neither 14h30, nor 14:30, nor 2:30 p.m."""
    for passage, text in own_words(site, "fr", signs=DIGITS):
        for match in TIME.finditer(text):
            before, mark, after, minutes = match.groups()
            if mark == "H" or before not in ("\u00a0", "\u202f") or (minutes and after not in ("\u00a0", "\u202f")):
                yield passage.at(*match.span()), f"“{match[0]}”; write 14⍽h⍽30"
        for match in OTHER_TIME.finditer(text):
            yield passage.at(*match.span()), f"“{match[0]}”; write 14⍽h⍽30"


@rule("text")
def fr_nested_quotes(site):
    """A quotation within « » stands between “ ”, which stand nowhere else in French."""
    for passage, text in own_words(site, "fr", signs="«»“”"):
        depth = 0
        for place, character in enumerate(text):
            if character == "«":
                if depth:
                    yield passage.at(place, place + 1), "« within « »; write “…” inside"
                depth += 1
            elif character == "»":
                depth = max(0, depth - 1)
            elif character in "“”" and not depth and passage.kind not in DRAWN:
                yield passage.at(place, place + 1), f"{character} outside « »; write «⍽…⍽»"


@rule("text")
def fr_unbalanced_quotes(site):
    """Every « has its » within the paragraph, and every “ its ”."""
    for passage, text in own_words(site, "fr", signs="«»“”"):
        if passage.kind not in DRAWN:
            for opening, closing in ("«»", "“”"):
                if text.count(opening) != text.count(closing):
                    place = text.find(opening) if opening in text else text.find(closing)
                    told = f"{text.count(opening)} {opening} and {text.count(closing)} {closing}; open and close each"
                    yield passage.at(place, place + 1), told


HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6", "title", "summary", "legend", "th", "caption"}
SENTENCES = {"p", "dd", "li", "label", "blockquote"}
INSIDE = re.compile(
    r"(?<=[^\W_],[ \u00a0])[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿœ]+|(?<=[a-zà-öø-ÿ0-9][ \u00a0’])[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿœ]+"
)


@rule("text")
def fr_title_case(site):
    """In a title the first word and names take a capital, other words none: « La civilité au travail »."""
    texts = list(own_words(site, "fr"))
    # What sentences write with a capital within them is a name.
    names = {word for passage, text in texts if passage.kind in SENTENCES for word in INSIDE.findall(text)}
    for passage, text in texts:
        if passage.kind in HEADINGS:
            words = [match for match in INSIDE.finditer(text) if len(match[0]) > 3 and match[0] not in names]
            words = [match for match in words if dictionaries.knows("fr", match[0].lower())]
            if len(words) > 1:
                shown = ", ".join(match[0].lower() for match in words)
                yield passage.at(words[0].start(), words[-1].end()), f"capitals within a title; write {shown}"
