"""Words taken for others that sound alike, each with what to write, a sentence that shows it, and a right one like it.

Dictionaries let them through; a pattern is there only if what it matches is wrong nearly everywhere.
"""

import re
from functools import cache
from typing import NamedTuple

from course.proofreading.registry import rule
from course.proofreading.wording import own_words


class Confusion(NamedTuple):
    """`sign` is in small letters in every match: most texts need no pattern then."""

    sign: str
    pattern: str
    write: str
    wrong: str
    right: str


START = r"(?:(?<=^)|(?<=[.!?…»”] )|(?<=«[\u00a0\u202f])|(?<=— ))"
NO_VERB = "hier|cher|fier|premier|dernier|entier|léger|amer|papier|métier|hiver|accueil"
FRENCH = [
    Confusion(
        "quand à",
        r"\b[Qq]uand à (?:lui|elles?|eux|moi|toi|nous|vous)\b",
        "quant à",
        "Quand à lui, il vient.",
        "Quand à midi elle vient, il part.",
    ),
    Confusion(
        "comme même",
        r"\b(?:est|sont|a|ont|était|fait|faut|va|peut|mais|et) comme même\b",
        "quand même",
        "Elle vient et comme même elle part.",
        "Comme même les grands le font, on le fait.",
    ),
    Confusion(
        " à ",
        r"(?<![\w’-])(?:[Ii]l|[Ee]lle|[Oo]n) à (?:été|eu|fait|fini|dit|pris|mis|vu|reçu"
        r"|écrit|choisi|répondu|[^\W\d_]{2,}[^\W\d_t]é)\b",
        "a, sans accent",
        "Il à fini la carte.",
        "Pense-t-elle à elle, à côté?",
    ),
    Confusion(
        "er",
        rf"(?<![\w’-])(?:[Jj]’ai|[Ii]l a|[Ee]lle a|[Oo]n a|[Nn]ous avons|[Vv]ous avez"
        r"|[Ii]ls ont|[Ee]lles ont)"
        rf" (?:déjà |bien |toujours |pas )?(?!(?:{NO_VERB})\b)[^\W\d_]{{2,}}er\b(?! (?:et|ou) )",
        "un participe : -é",
        "Elle a manger la pomme.",
        "Vous avez hier mangé la pomme à manger.",
    ),
    Confusion(
        "st ce qu",
        rf"{START}Est ce qu(?:e\b|’)|\b[Qq]u’est ce qu(?:e\b|i\b|’)",
        "est-ce que",
        "Est ce que Vincent vient?",
        "Le mieux est ce que vous ferez.",
    ),
    Confusion(
        "ce",
        r"\b(?:[Cc]elui|[Cc]elles?|[Cc]eux) (?:ci|là)\b(?!-)",
        "un trait d’union : celui-ci, celle-là",
        "Celui ci vient demain.",
        "Celui-ci vient, celle là-bas aussi.",
    ),
    Confusion(
        " le ",
        r"(?<![\w’-])(?:[Dd]e|[Àà]) le [^\W\d_]{2,}(?:eur|isme|age)\b",
        "du, au",
        "La carte de le livreur arrive.",
        "Elle vient de le voir, à le croire.",
    ),
    Confusion(
        "sa ",
        rf"{START}Sa (?:va|marche|dépend|suffit)\b|\b(?:comment|si|que) sa (?:va|marche)\b",
        "ça",
        "Sa va bien.",
        "Sa valise et sa marche du matin.",
    ),
    Confusion(
        "rendez vous",
        r"\b(?:un|le|ce|mon|son|votre|notre|leur|des|les|ces|vos|nos) rendez vous\b",
        "rendez-vous",
        "Elle a un rendez vous demain.",
        "Vous vous rendez vous-même au rendez-vous.",
    ),
    Confusion("lles on ", r"(?<![\w’-])[Ee]lles on [^\W\d_]+", "ont", "Elles on signé.", "Avec elles, on signe."),
    Confusion("ls on ", r"(?<![\w’-])[Ii]ls on [^\W\d_]+", "ont", "Ils on signé.", "Quand ils sont là, on signe."),
    Confusion("ls son ", r"(?<![\w’-])[Ii]ls son [^\W\d_]+", "sont", "Ils son venus.", "Ils ont son accord."),
    Confusion(
        "palli",
        r"\b[Pp]alli(?:er|e|ent|ez|é|era|ait|ons) (?:à|au|aux)\b",
        "pallier, sans à",
        "Il faut pallier à ce manque.",
        "Il faut pallier ce manque, du palier à la porte.",
    ),
    Confusion(
        "versatile",
        r"\b(?:personne|employée?|collègue|équipe|outil|candidate?|salle|profil)s? "
        r"(?:est |sont |très |plus |assez |fort )*versatiles?\b",
        "polyvalent",
        "C’est une employée versatile.",
        "Une opinion publique versatile change vite.",
    ),
]
ENGLISH = [
    Confusion(
        "ts ", r"\b[Ii]ts (?:an?|the|been|not)\b", "it’s", "Its a card.", "The dog lost its ball, and its answer."
    ),
    Confusion(
        " then ",
        r"\b(?:better|worse|more|less|rather|other|greater|fewer|easier|faster|bigger|smaller) then "
        r"(?:nothing|ever|the|an?|any|none|usual|expected|before|you|they|others?|most|half|one|two)\b",
        "than",
        "It is better then nothing.",
        "It was better then. More, then less.",
    ),
    Confusion(
        "lets ",
        r"\bLets (?:go|get|see|sign|start|take|talk|make|begin|say|look|try|not|be|do|have|write|ask"
        r"|thank)\b",
        "let’s",
        "Lets sign the card.",
        "She lets go. It lets see-through glass in.",
    ),
    Confusion(
        "could care less",
        r"\b[Cc]ould care less\b",
        "couldn’t care less",
        "He could care less.",
        "He couldn’t care less; we could care more.",
    ),
    Confusion(
        " i ", r"(?<=[a-z,;] )i (?=[a-z])", "I", "Then i signed it.", "Then I signed, i.e., at last; part i, then ii."
    ),
]


@cache
def compiled(pattern):
    """Return a pattern as it looks."""
    return re.compile(pattern)


def found(confusions, site, language):
    """Yield the findings of some confusions in a language."""
    for passage, text in own_words(site, language):
        small = text.lower()
        for each in confusions:
            if each.sign in small:
                for match in compiled(each.pattern).finditer(text):
                    yield passage.at(*match.span()), f"“{match[0].strip()}”; write {each.write}"


@rule("text")
def fr_confusions(site):
    """A word is not taken for one that sounds alike: quant à, il a, est-ce que, celui-ci, ça va."""
    yield from found(FRENCH, site, "fr")


@rule("text")
def en_confusions(site):
    """A word is not taken for one that sounds alike: it’s a card, better than nothing, let’s go."""
    yield from found(ENGLISH, site, "en")
