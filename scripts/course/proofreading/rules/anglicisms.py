"""English words and turns that French here does without, each with what to write and a sentence that shows it.

A pattern is there only if it is wrong nearly everywhere: what depends on the meaning (« éventuellement », « support »)
is looked for in the company that gives it away. `\\b` is around every pattern.
"""

import re
from functools import cache
from typing import NamedTuple

from course.proofreading import dictionaries
from course.proofreading.registry import rule
from course.proofreading.wording import own_words


class Term(NamedTuple):
    """`signs` are tuples of small letters, one of which every match holds: most texts need no pattern then."""

    signs: tuple
    pattern: str
    write: str
    example: str


WORDS = [
    Term(("feedback",), "feedbacks?", "rétroaction", "Donnez votre feedback."),
    Term(("mail", "mél"), "e-?mails?|mails?|méls?", "courriel", "Écrivez un mail à Luc."),
    Term(("newsletter",), "newsletters?", "infolettre", "La newsletter est partie."),
    Term(
        ("chat",),
        r"(?:par|via le|en) chat|(?:service|fenêtre|séance) de chat|chats? en (?:ligne|direct)|chatt(?:er|ez|ons|é)",
        "clavardage",
        "Elle répond par chat.",
    ),
    Term(("chatbot",), "chatbots?", "agent conversationnel", "Un chatbot répond."),
    Term(("manager",), "managers?|manageu(?:rs?|ses?)", "gestionnaire (ou gérer)", "Un manager passe."),
    Term(("meeting",), "meetings?", "réunion", "Le meeting commence."),
    Term(("deadline",), "deadlines?", "échéance, date limite", "La deadline est demain."),
    Term(("challeng",), "challeng(?:es?|er|é|ée|ent|ez)", "défi, mettre au défi", "C’est un challenge."),
    Term(("bystander",), "bystanders?", "témoin", "Le bystander se tait."),
    Term(("procurement",), "procurement", "approvisionnement", "Le procurement a dit oui."),
    Term(("centric",), "(?:customer|client|people)[ -]centric", "centré sur le client", "Une équipe customer-centric."),
    Term(("freelance",), "freelances?|freelanceurs?", "pigiste", "Un freelance écrit."),
    Term(("brainstorm",), "brainstorm(?:ing|ings|er)?", "remue-méninges", "On fait un brainstorming."),
    Term(("burn",), "burn-?outs?", "épuisement professionnel", "Elle a fait un burn-out."),
    Term(
        ("brief",),
        "brief(?:er|é|ée|ing|ings)|débrief(?:er|é|ing)",
        "breffer, breffage, faire le point",
        "Un briefing suit.",
    ),
    Term(("check",), "check-?lists?|checker|double-check(?:er)?", "aide-mémoire, vérifier", "Prenez la checklist."),
    Term(("follow",), "follow[ -]?ups?", "suivi", "Faites un follow-up."),
    Term(("to-do", "to do", "todo"), "to-?do[ -]lists?", "liste de tâches", "Voici ma to-do list."),
    Term(("open",), "open[ -]spaces?", "aire ouverte", "Dans l’open space."),
    Term(("team",), "team[ -]?building|teambuilding", "consolidation d’équipe", "Une journée de team building."),
    Term(("workshop",), "workshops?", "atelier", "Le workshop débute."),
    Term(("webinar",), "webinars?", "webinaire", "Un webinar suit."),
    Term(("learning",), "e-learning", "apprentissage en ligne", "Du e-learning."),
    Term(("smartphone",), "smartphones?", "téléphone intelligent", "Son smartphone sonne."),
    Term(("spam",), "spams?", "pourriel", "C’est un spam."),
    Term(("podcast",), "podcasts?", "balado", "Un podcast à écouter."),
    Term(("cookie",), "cookies?", "témoin de connexion", "Aucun cookie ici."),
    Term(
        ("online", "on-line", "offline", "off-line"), "on-?line|off-?line", "en ligne, hors ligne", "Un cours online."
    ),
    Term(("parking",), "parkings?", "stationnement", "Le parking est plein."),
    Term(("staff",), "staffs?", "personnel", "Le staff sourit."),
    Term(("update",), "updates?", "mise à jour", "Un update est prêt."),
    Term(("process",), "process", "processus", "Suivez le process."),
    Term(("benchmark",), "benchmark(?:s|ing)?", "étalonnage, point de comparaison", "Un benchmark."),
    Term(("empower",), "empowerment", "autonomisation", "Parlons empowerment."),
    Term(("skills",), "(?:soft|hard) skills", "savoir-être, compétences", "Les soft skills."),
    Term(("slide",), "slides?", "diapositive", "La slide suivante."),
    Term(("template",), "templates?", "modèle", "Prenez le template."),
    Term(("network",), "networking", "réseautage", "Du networking."),
    Term(("know",), "know-how", "savoir-faire", "Leur know-how."),
    Term(("item",), "items?", "élément, point, article", "Cochez chaque item."),
    Term(("cédul",), "cédul(?:e|es|er|é|ée)", "horaire, planifier", "C’est sur la cédule."),
    Term(("cancell",), "cancell(?:er|é|ée|ation)", "annuler, annulation", "Il faut canceller."),
    Term(("focus",), "focuss(?:er|é|ez|e|ent)", "se concentrer", "Il faut focusser."),
    Term(("impact",), "impact(?:er|e|é|ée|és|ées|ent|era|ait)", "toucher, avoir un effet sur", "Cela impacte Luc."),
    Term(("solutionn",), r"solutionn\w+", "résoudre", "Il faut solutionner ce cas."),
    Term(("b2b",), "b2[bc]", "interentreprises, grand public", "Une vente B2B."),
]
WHAT = (
    r"(?:l’|d’|(?:un|une|le|la|les|ce|cet|cette|ces|des|du|plusieurs|son|sa|ses|vos?|votre|nos|notre|leurs?|tout|toute)"
    r" )?(?:\w+ )?"
)
TURNS = [
    Term(
        ("adress",),
        rf"adress\w+ {WHAT}(?:problèmes?|problématiques?|enjeux?|situations?|conflits?|préoccupations?|difficultés?"
        r"|défis?|comportements?|incivilités?|causes?)",
        "aborder, traiter, s’attaquer à",
        "Il faut adresser le problème.",
    ),
    Term(
        ("sens",),
        r"(?:fai\w+|font|fera\w*|ferait) (?:(?:pas|bien|vraiment|plus|aucun|beaucoup|tellement) )?(?:du |de |d’)?"
        r"(?<=du |de )sens(?! unique| interdit)|faire aucun sens|fait aucun sens",
        "avoir du sens, tenir debout",
        "Cela ne fait pas de sens.",
    ),
    Term(
        ("en charge d",),
        r"(?!pri|pren|\w+ment )\w+ en charge (?:de|du|des|d’)",
        "responsable de, chargé de",
        "Elle est en charge du dossier.",
    ),
    Term(("acquis",), r"pr(?:en|i)\w* (?:\w+ )?pour acquis\w*", "tenir pour acquis", "On prend Vincent pour acquis."),
    Term(
        ("opportunité",),
        r"opportunités|(?:une|cette|belle|bonne|nouvelle|grande|première|seule) opportunité"
        r"|(?:av\w+|eu|a|ont|sais\w+|offr\w+|donn\w+|sur|rat\w+|manqu\w+) l’opportunité",
        "occasion, possibilité",
        "C’est une belle opportunité.",
    ),
    Term(
        ("support",),
        r"support (?:moral|émotionnel|psychologique|social|à la clientèle|entre collègues|"
        r"(?:du|de la|des|de vos|de ses|de nos|de leurs?|de votre|de son) (?:collègues?|gestionnaires?|pairs|direction|"
        r"équipe|patronn?e?|employeur|supérieure?))|(?:offr\w+|donn\w+|apport\w+|reç\w+|recev\w+|besoin) "
        r"(?:du|de|d’un|un|son|leur|votre) support(?! (?:\w+el|papier|de|écrit))",
        "soutien, aide",
        "Elle a besoin du support de son patron.",
    ),
    Term(
        ("finitivement",),
        r"(?:est|sont|était|a|ont|c’est) définitivement (?:une?|le|la|les|plus|mieux|pire|très|trop|bien|à|pas)|"
        r"(?:[Oo]ui|[Nn]on), définitivement|Définitivement(?:,|\.|!| oui| pas)",
        "assurément, vraiment, sans aucun doute",
        "C’est définitivement plus simple.",
    ),
    Term(
        ("éventuellement",),
        r"(?:a|ont|avait|avaient) éventuellement (?:été|fini|obtenu|compris|dû|quitté|reçu|répondu|accepté)",
        "finalement, avec le temps",
        "Luc a éventuellement compris.",
    ),
    Term(("harcèlement mor",), "harcèlements? mora(?:l|ux)", "harcèlement psychologique", "Le harcèlement moral."),
    Term(
        ("rétention",),
        r"rétention (?:de (?:la |sa |votre |notre |leur )?clientèle|d[eu]s? (?:vos |nos |ses )?clients?)",
        "fidélisation de la clientèle",
        "La rétention de la clientèle.",
    ),
    Term(
        ("loyauté",),
        r"loyauté (?:de (?:la |sa |votre |notre |leur )?clientèle|d[eu]s? (?:vos |nos |ses )?clients?)",
        "fidélité, fidélisation de la clientèle",
        "La loyauté des clients.",
    ),
    Term(("de choix",), "(?:clients?|clientes?|clientèle) de choix", "client privilégié", "Un client de choix."),
    Term(("orient",), "orientée?s? (?:vers le )?clients?", "centré sur le client", "Une approche orientée client."),
    Term(
        ("délivr",),
        r"délivr\w+ (?:\w+ )?(?:services?|formations?|contenus?|projets?|résultats?|produits?|valeur)",
        "offrir, fournir, donner",
        "Délivrer un service.",
    ),
    Term(
        ("fin de la journée",),
        r"[Àà] la fin de la journée, (?:ce qui (?:compte|importe)|l’important|l’essentiel|tout ce qui)",
        "au bout du compte",
        "À la fin de la journée, ce qui compte, c’est elle.",
    ),
    Term(("en terme de",), "en terme (?:de|d’)", "en matière de", "En terme de délai."),
    Term(("à date",), r"à date(?! (?:fixe|précise|ultérieure|donnée))", "à ce jour, jusqu’ici", "Rien à date."),
    Term(
        ("rencontr",),
        r"rencontr\w+ (?:les|des|ces|ses|nos|vos|leurs|l’|le|un|son) ?(?:objectifs?|exigences?|délais?|échéances?"
        r"|attentes?|critères?|normes?|besoins?)",
        "atteindre, respecter, répondre à",
        "Il faut rencontrer les objectifs.",
    ),
    Term(("emphase",), r"l’emphase", "mettre l’accent sur", "Mettons l’emphase sur le geste."),
    Term(("action",), r"pr(?:en|i)\w* action", "agir, passer à l’action", "Il faut prendre action."),
    Term(
        ("sauv",),
        r"sauv\w+ (?:du|beaucoup de|de l’|bien du|un peu de|plus de) ?(?:temps|argent|énergie)",
        "gagner du temps, économiser",
        "Cela va sauver du temps.",
    ),
    Term(
        ("appliqu",),
        r"appliqu\w+ (?:pour|sur) (?:un|une|le|ce|cet|l’) ?(?:poste|emploi)",
        "postuler",
        "Elle va appliquer pour un poste.",
    ),
    Term(
        ("siég",),
        r"siég\w+ sur (?:un|le|les|des|ce|plusieurs) (?:comités?|conseils?)",
        "siéger à",
        "Siéger sur un comité.",
    ),
    Term(("confortable",), r"confortables? avec", "à l’aise avec", "Elle est confortable avec cela."),
    Term(("pour fins",), r"pour fins (?:de|d’)", "aux fins de, pour", "Pour fins de contrôle."),
    Term(("effet qu",), r"à l’effet qu(?:e|’)", "selon lequel, voulant que", "Une rumeur à l’effet que Luc part."),
    Term(("en autant",), r"en autant qu(?:e|’)", "pourvu que, dans la mesure où", "En autant que Luc accepte."),
    Term(
        ("base",),
        r"sur une base (?:quotidienne|journalière|hebdomadaire|mensuelle|annuelle|régulière|volontaire)",
        "chaque jour, régulièrement, à titre volontaire",
        "On se parle sur une base régulière.",
    ),
    Term(("bon matin",), r"bon matin", "bonjour", "Bon matin, Luc."),
]


@cache
def compiled(pattern):
    """Return a term's pattern as it looks: whole words, capitals aside."""
    return re.compile(rf"(?<![\w-])(?:{pattern})(?:(?<=’)|(?![\w-]))", re.IGNORECASE)


def found(terms, site):
    """Yield the findings of some terms."""
    texts = [(passage, text, text.lower()) for passage, text in own_words(site, "fr")]
    everything = "\n".join(small for _, _, small in texts)
    for term in terms:
        if any(sign in everything for sign in term.signs):  # most courses have none of most words
            for passage, text, small in texts:
                if any(sign in small for sign in term.signs):
                    for match in compiled(term.pattern).finditer(text):
                        yield passage.at(*match.span()), f"“{match[0].strip()}” is English; write {term.write}"


@rule("text")
def fr_anglicisms(site):
    """French words stand where English ones are not needed: rétroaction, courriel, gestionnaire, réunion."""
    yield from found(WORDS, site)


@rule("text")
def fr_calques(site):
    """No English turn stands in French words: « adresser un problème », « faire du sens », « en charge de »."""
    yield from found(TURNS, site)


for term in WORDS:
    dictionaries.explained("fr", compiled(term.pattern))
