"""For each rule about pages: defects that fire it, each beside a valid twin. Both go into the small site."""

from tests.small_site import WORDS

P = "fr/page.html"
END = "</article>"


def both(html, english=None):
    """Return the edits that put HTML into a page of each language."""
    return {"fr/page.html": (END, html + END), "en/page.html": (END, (english or html) + END)}


def head(html):
    return {P: ("</head>", f"{html}</head>")}


QUESTION = '<div data-question="{}" data-kind="single"><input type="radio" {}><input type="radio" {}></div>'


def questions(mine, theirs):
    return both(mine, theirs)


FRENCH = "Remercier quelqu’un demande une minute, et cette minute change parfois toute sa semaine de travail."
ENGLISH = "Thanking somebody takes one minute, and that minute sometimes changes their whole week at work."

UNFINISHED = [
    ("todo alone", "Un exemple. TODO", "TODO lists are useful."),
    ("xxx", "Le chiffre : XXX.", "The XXX Olympiad."),
    ("fix me", "Fin. FIX ME later.", "You can fix me a card."),
    ("to come", "Une photo (à venir).", "Une photo à venir demain."),
    ("to come in English", "A card (to come).", "A card (to comedy)."),
    ("to revise", "Le chiffre (à revoir avec Nadia).", "Un ami à revoir."),
    ("to verify", "À vérifier avec Nadia avant de publier.", "Une adresse à vérifier avec Nadia."),
    ("draft", "BROUILLON : une carte.", "Brouillon ou propre, la carte part."),
    ("draft in English", "DRAFT — a card.", "Draft the note in pencil first."),
    ("citation", "Tous le disent [citation needed].", "Tous le disent [2]."),
    ("dollar", "Le ${date}, elle vient.", "Le prix de 5 ${…} suit."),
    ("at", "Le @@date@@, elle vient.", "Le @ de son adresse."),
    ("percent", "Le %DATE%, elle vient.", "Un % DE plus, 5 %."),
    ("company", "Écrivez à NOM DE L’ENTREPRISE.", "Écrivez au nom de l’entreprise."),
    ("number to come", "Soit XX % des gestes.", "La salle XX, soit 20 %, au XXe siècle."),
    ("note to self", "Note to self: a card.", "A note to self-employed people."),
    ("blank to fill", "Voici [votre nom].", "Then sign [your name] below."),
]
CASES = {
    "unreachable-page": [
        ("in no menu",
         {path: ('<li><a href="other.html">' + words + "</a></li>", "") for path, words in (
             ("fr/index.html", "Le camion"), ("fr/page.html", "Le camion"), ("fr/other.html", "Le camion"))},
         {path: ('<li><a href="other.html">' + words + "</a></li>", "") for path, words in (
             ("fr/index.html", "Le camion"), ("fr/other.html", "Le camion"))}),
        ("linked by the text alone",
         {"fr/index.html": ('<li><a href="other.html">Le camion</a></li>', ""),
          "fr/page.html": ('<li><a href="other.html">Le camion</a></li>', ""),
          "fr/other.html": (END, '<p><a href="other.html">Le camion</a></p>' + END)},
         {"fr/index.html": ('<li><a href="other.html">Le camion</a></li>', ""),
          "fr/page.html": ('<li><a href="other.html">Le camion</a></li>', '<li><a href="./other.html#first">Camion</a></li>')}),
        ("linked by another page's text alone",
         {**{path: ('<li><a href="other.html">Le camion</a></li>', "") for path in ("fr/index.html", "fr/other.html")},
          "fr/page.html": ('<nav><ul><li><a href="index.html">Accueil</a></li><li><a href="page.html">La carte</a></li>'
                           '<li><a href="other.html">Le camion</a></li></ul></nav>',
                           '<nav><a href="index.html">Accueil</a></nav><p><a href="other.html">Le camion</a></p>')},
         {path: ('<li><a href="other.html">Le camion</a></li>', "") for path in ("fr/index.html", "fr/other.html")}),
    ],
    "missing-twin": [],  # it needs a whole page more: see test_a_page_without_its_twin
    "twin-headings": [
        ("one more", both("<h2>Un geste</h2>", " "), both("<h2>Un geste</h2>", "<h2>An action</h2>")),
        ("another level", both("<h2>Un</h2><h3>Deux</h3>", "<h2>One</h2><h2>Two</h2>"),
         both("<h2>Un</h2><h3>Deux</h3>", "<h2>One</h2><h3>Two</h3>")),
        ("in another order", both("<h2>A</h2><h3>B</h3><h2>C</h2>", "<h2>A</h2><h2>B</h2><h3>C</h3>"),
         both("<h2>A</h2><h3>B</h3><h2>C</h2>")),
    ],
    "twin-questions": [
        ("missing in the twin", questions(QUESTION.format("who-first", "data-right", ""), " "),
         questions(*[QUESTION.format("who-first", "data-right", "")] * 2)),
        ("another key", questions(QUESTION.format("who-first", "data-right", ""), QUESTION.format("who-first", "", "data-right")),
         questions(*[QUESTION.format("who-first", "", "data-right")] * 2)),
        ("another kind", questions(QUESTION.format("who-first", "data-right", ""), QUESTION.format("who-first", "data-right", "").replace("single", "multiple")),
         questions(*[QUESTION.format("who-first", "data-right", "").replace("single", "multiple")] * 2)),
        ("another id", questions(QUESTION.format("who-first", "data-right", ""), QUESTION.format("who-last", "data-right", "")),
         questions(*[QUESTION.format("who-last", "data-right", "")] * 2)),
    ],
    "wrong-language": [
        ("paragraph", f"<p>{ENGLISH}</p>", f"<p>{FRENCH}</p>"),
        ("marked paragraph", f'<p lang="fr">{ENGLISH}</p>', f'<p lang="en">{ENGLISH}</p>'),
        ("page", {P: ('<html lang="fr">', '<html lang="en">')},
         {P: ('<html lang="fr">', '<html lang="fr-CA">')}),
        ("alternative", f'<img src="assets/mark.svg" alt="{ENGLISH}">', f'<img src="assets/mark.svg" alt="{FRENCH}">'),
        ("among names", '<p>The Université du Québec is where they wrote to the Caisse populaire and then to the office.</p>',
         '<p lang="en">On the board: the Université du Québec à Montréal, Revenu Québec, the Caisse de dépôt et placement du Québec and Héma-Québec.</p>'),
        ("in a label", f'<p title="{ENGLISH}">Merci.</p>', f'<p><a href="other.html" aria-label="{ENGLISH}">Le camion</a></p>'),
        ("quotation inside", f"<p>{ENGLISH}</p>", f'<p>{FRENCH} <q lang="en">{ENGLISH}</q></p>'),
    ],
    "duplicate-id": [
        ("twice", '<p id="first">Merci.</p>', '<p id="First">Merci.</p>'),
        ("on an area", '<map id="first" name="m"><area href="other.html" alt="Le camion"></map>',
         '<map name="first"><area href="other.html" alt="Le camion"></map>'),
        ("id and name", '<p><a name="first">Merci.</a></p>', '<p><a name="second">Merci.</a></p>'),
    ],
    "heading-jump": [
        ("from 1 to 3", both("<h3>Un geste</h3>"), both("<h2>Un geste</h2>")),
        ("from 2 to 4", both("<h2>A</h2><h4>B</h4>"), both("<h2>A</h2><h3>B</h3><h4>C</h4><h2>D</h2>")),
    ],
    "one-title": [
        ("second", both("<h1>Un geste</h1>"), both("<h2>Un geste</h2>")),
        ("none", {P: ("<h1>La carte</h1>", "<h2>La carte</h2>"), "en/page.html": ("<h1>The card</h1>", "<h2>The card</h2>")}, {}),
        ("not first", {P: ("<h1>", "<h2>Un geste</h2><h1>"), "en/page.html": ("<h1>", "<h2>An action</h2><h1>")}, {}),
    ],
    "missing-alternative": [
        ("picture", '<img src="assets/mark.svg">', '<img src="assets/mark.svg" alt="">'),
        ("file's name", '<img src="assets/mark.svg" alt="mark.svg">', '<img src="assets/mark.svg" alt="Une carte signée">'),
        ("word for a picture", '<img src="assets/mark.svg" alt="Image 1">', '<img src="assets/mark.svg" alt="Image d’une carte">'),
        ("drawing", '<svg viewBox="0 0 1 1"></svg>', '<svg viewBox="0 0 1 1" aria-hidden="true"></svg>'),
        ("drawing with an empty title", "<svg><title></title></svg>", "<svg><title>Une carte</title></svg>"),
        ("role", '<div role="img"></div>', '<div role="img" aria-label="Une carte"></div>'),
        ("camera's name", '<img src="assets/mark.svg" alt="IMG_2041">', '<img src="assets/mark.svg" alt="Le 12 mars, une carte">'),
        ("screenshot", '<img src="assets/mark.svg" alt="Screenshot 2026-11-22 at 10.32.11">', '<img src="assets/mark.svg" alt="Screenshot of a signed card">'),
        ("capture", '<img src="assets/mark.svg" alt="Capture d’écran 2026-11-22">', '<img src="assets/mark.svg" alt="Capture d’écran du courriel">'),
        ("object", '<object data="assets/mark.svg"></object>', '<object data="assets/mark.svg" aria-label="Une carte"></object>'),
        ("frame", '<iframe src="other.html"></iframe>', '<iframe src="other.html" title="Le camion"></iframe>'),
        ("film", "<video></video>", '<video aria-label="Le camion"></video>'),
        ("image button", '<form><input type="image" src="assets/mark.svg"></form>',
         '<form><input type="image" src="assets/mark.svg" alt="Signer"></form>'),
    ],
    "thin-page": [
        ("only a title", {P: (WORDS["fr"]["page"][1], "")}, {}),
        ("a sentence", {P: ("Une carte écrite à la main dit une chose précise : le geste, son effet, la personne. ", "")}, {}),
    ],
    "repeated-title": [
        ("title", {P: ("<title>La carte", "<title>Le camion")}, {P: ("<title>La carte", "<title>Le camion, suite")}),
        ("heading", {P: ("<h1>La carte", "<h1>Le camion")}, {P: ("<h1>La carte", "<h1>The card")}),
        ("description", {P: ('content="La carte : fr."', 'content="Le  camion : fr."')}, {}),
    ],
    "missing-title": [
        ("title", {P: ("<title>La carte — Cours</title>", "<title> </title>")}, {}),
        ("description", {P: ('content="La carte : fr."', 'content=""')}, {}),
        ("of the front door", {"index.html": ("<title>Cours</title>", "")}, {"404.html": ('content="Cours"', 'content=""')}),
    ],
    "noindex": [
        ("robots", head('<meta name="robots" content="noindex, follow">'), head('<meta name="robots" content="index, follow">')),
        ("one robot", head('<meta name="googlebot" content="NoIndex">'), head('<meta name="googlebot" content="nosnippet">')),
        ("robots in capitals", head('<meta name="Robots" content="NOINDEX">'), head('<meta name="Robots" content="all">')),
        ("none", head('<meta name="robots" content="none">'), head('<meta name="robots" content="all">')),
    ],
    "empty-heading": [
        ("nothing", both("<h2></h2><p>Merci.</p>", "<h2> </h2><p lang='en'>Thanks.</p>"), both('<h2><img src="assets/mark.svg" alt="Un geste"></h2>')),
    ],
    "renamed-heading": [
        ("same words", both('<h2 id="geste">Un geste</h2><h2 id="geste_1">Un geste</h2>'), both('<h2 id="geste">Un geste</h2><h2 id="geste-1">Un autre</h2>')),
    ],
    "fake-heading": [
        ("paragraph", "<p><strong>Un geste précis</strong></p>", "<p><strong>Un geste précis.</strong></p><p><b>Un</b> geste</p>"),
        ("in the text", '<div class="text"><p><strong>Un geste</strong></p></div>',
         '<section class="block practice"><p><strong>Vague</strong></p></section><ul><li><p><b>Un geste</b></p></li></ul>'),
    ],
    "undefined-reference": [
        ("note", "<p>Merci [^auger].</p>", "<p>Merci <code>[^auger]</code> et [1].</p>"),
        ("reference", "<p>Le [camion][rouge] arrive.</p>", "<p>Le [camion] arrive [ou non], a[0][1].</p>"),
        ("short reference", "<p>Le [camion][] arrive.</p>", "<p>Le camion[…] arrive.</p>"),
    ],
    "literal-markdown": [
        ("bold", "<p>Un **geste** précis.</p>", "<p>Un <b>geste</b> précis, 2 * 3 * 4.</p>"),
        ("half bold", "<p>Un **geste précis.</p>", "<p>Note : ★★★.</p>"),
        ("emphasis", "<p>Un *geste* précis.</p>", "<p>Fournisseurs* et clients.</p>"),
        ("underscores", "<p>Un _geste_ précis.</p>", "<p>Le fichier mon_geste_a.txt et ____ (à remplir).</p>"),
        ("heading", "<p>Merci. ## Un geste</p>", "<p>Le local no #12, la touche # du clavier.</p>"),
        ("lone star", "<p>La *carte est là.</p>", "<p>La carte* est là, 2 * 3, 2*3.</p>"),
        ("star too many", "<p>La *<b>carte</b> est là.</p><p>*carte</p>", "<p>★ carte</p>"),
        ("lone underscore", "<p>La _carte est là.</p>", "<p>La carte ___ est là, a_b.</p>"),
        ("closing underscore", "<p>La carte_ est là.</p>", "<p>Le fichier carte_a.txt est là.</p>"),
        ("abbreviation", "<p>*[RH]: Ressources humaines</p>", "<p>RH : ressources humaines</p>"),
        ("spaced attributes", "<p>Le camion{ .button }</p>", "<p>Le {camion} rouge</p>"),
        ("target", "<p>Le camion{target=_blank rel</p>", "<p>Le camion {n} = 3</p>"),
        ("cut attributes", "<p>Le camion {#reuse</p>", "<p>Le camion # 3</p>"),
        ("parted link", "<p>Les [sources] (sources.md) suivent.</p>", "<p>Les [sources] (en anglais) suivent.</p>"),
        ("turned link", "<p>Les (sources)[sources.md] suivent.</p>", "<p>Les sources (2024)[…] suivent.</p>"),
        ("backslash", "<p>Un geste.\\ <b>Deux</b> gestes.</p>", "<p>Un geste et/ou deux, C:\\cours.</p>"),
        ("lost option", "<p>[x] Alpha</p>", "<p>[…] Alpha</p>"),
        ("below the line", "<p>Du H~2~O.</p>", "<p>Environ ~2 ou ~3.</p>"),
        ("above the line", "<p>Des x^2^.</p>", "<p>Un 2^10.</p>"),
        ("note in the line", "<p>La carte ^[une note] suit.</p>", "<p>La carte [une note] suit.</p>"),
        ("line of =", "<p>======= Un geste</p>", "<p>Un geste = un mot.</p>"),
        ("backtick", "<p>Un `geste précis.</p>", "<p>Un <code>`geste`</code> précis.</p>"),
        ("link", "<p>Le [camion](other.html) arrive.</p>", "<p>Le camion [rouge] (le 12) arrive.</p>"),
        ("option", "<p>- [x] Alpha</p>", "<p>Cochez [x] si oui.</p>"),
        ("blank", "<p>Merci [[Nadia]].</p>", "<p>Merci [Nadia].</p>"),
        ("table", "<p>| geste | effet | |---|---|</p>", "<p>Geste | effet.</p>"),
        ("block", "<p>/// practice | Un geste</p>", "<p>Demain et/ou mardi, 24/7.</p>"),
        ("another dialect", "<p>:::tip Un geste</p>", "<p>Un geste : oui! Vraiment?!</p>"),
        ("admonition", "<p>!!! note Un geste</p>", "<p>Un geste!</p>"),
        ("attributes", "<p>Un geste {: .note}</p>", "<p>Un {geste} précis.</p>"),
        ("character's code", "<p>Merci &amp;nbsp;: oui.</p>", "<p>Merci &amp; bravo; R&amp;D : oui.</p>"),
        ("tag", "<p>Un &lt;b&gt;geste&lt;/b&gt; précis.</p>", "<p>Écrivez &lt;prénom&gt; ici.</p>"),
        ("struck", "<p>Un ~~geste~~ précis.</p>", "<p>Environ ~5 minutes.</p>"),
        ("list", "<p>Deux gestes : <br>- un mot</p>", "<p>Deux gestes — un mot, -5 degrés.</p>"),
        ("numbered list", "<p>1. Un geste</p>", "<p>1.5 minute, 12e étage.</p>"),
        ("quotation", "<p>&gt; Un geste</p>", "<p>Un geste &gt; deux mots.</p>"),
        ("in what a script says", "<p>Un **geste** précis.</p>", '<p data-label="Un **geste** précis">Merci.</p>'),
        ("in an alternative", '<img src="assets/mark.svg" alt="Un **geste**">', '<img src="assets/mark.svg" alt="Un geste">'),
    ],
    "unclosed-fence": [],  # these two read the author's files: see test_sources
    "unclosed-tag": [
        ("division", both("<div><p>Merci.</p>"), both("<div><p>Merci.</p></div>")),
        ("closed twice", both("<div>Merci.</div></div>"), both("<div>Merci.<br><img src='assets/mark.svg' alt=''></div>")),
        ("crossed", "<p>Un <b><i>merci</b></i></p>", '<p title="a < b">Un <b><i>merci</i></b></p>'),
    ],
    "mojibake": [
        ("as Latin-1", "<p>Une soirÃ©e rÃ©ussie.</p>", "<p>Une soirée réussie, « déjà »…</p>"),
        ("apostrophe", "<p>Lâ€™effet sur lâ€™Ã©quipe.</p>", "<p>L’effet sur l’équipe : 40 $, 12 °C, n° 4.</p>"),
        ("lost", "<p>Une soir\ufffde.</p>", "<p>Une soirée.</p>"),
    ],
    "conflict-marker": [
        ("in the page", "<p>&lt;&lt;&lt;&lt;&lt;&lt;&lt; HEAD</p>", "<p>Merci &lt;&lt;&lt; oui</p>"),
    ],
    "placeholder": [
        ("quiz", "<p>MKDOCS_QUIZ_PLACEHOLDER_0</p>", "<p>Un quiz.</p>"),
        ("quiz left open", "<quiz><p>Un geste?</p></quiz>", "<p>Un <code>&lt;quiz&gt;</code>.</p>"),
        ("snippet", '<p>--8<-- "carte.md"</p>', "<p>8 &lt; 9, ou pas.</p>"),
        ("snippet in code", '<p><code>-8&lt;- "carte.md"</code></p>', "<p><code>8 &lt; 9</code></p>"),
        ("template", "<p>{{ page.title }}</p>", "<p>{query}</p>"),
        ("Markdown's own", "<p>wzxhzdk:3</p>", "<p>Un <em>geste</em>.</p>"),
    ],
    "unfinished-text": [
        ("todo", "<p>TODO : un exemple.</p>", "<p>Un exemple pour toutes et tous.</p>"),
        ("filler", "<p>Lorem ipsum dolor.</p>", "<p>Une phrase latine.</p>"),
        ("to complete", "<p>À compléter.</p>", "<p>Une carte à compléter demain.</p>"),
        ("to be written", '<p lang="en">To be written.</p>', '<p lang="en">A card to be written by hand.</p>'),
        ("bracket", "<p>Bonjour [votre nom].</p>", "<p>Bonjour [prénom].</p>"),
        ("question marks", "<p>Le prénom du chauffeur???</p>", "<p>Le prénom du chauffeur?!</p>"),
        *((name, f"<p>{wrong}</p>", f"<p>{right}</p>") for name, wrong, right in UNFINISHED),
    ],
    "published-comment": [
        ("note", "<!-- à revoir avec Nadia --><p>Merci.</p>", "<p>Merci <code>&lt;!-- ok --&gt;</code>.</p>"),
        ("several lines", "<!-- un\nmot --><p>Merci.</p>", "<script>let a = '<!-- un mot -->'</script><p>Merci.</p>"),
    ],
    "unseen-list": [],
    "unmeant-code": [],
    "lost-cell": [],
    "written-script": [],
    "leaked-path": [
        ("in the text", "<p>Voir /home/nadia/cours/a.md.</p>", "<p>Voir le dossier /cours/a, ou home/nadia.</p>"),
        ("in a script", {P: (END, '<script src="assets/a.js"></script>' + END), "fr/assets/a.js": 'f("C:\\Users\\nadia\\a")'},
         {P: (END, '<script src="assets/a.js"></script>' + END), "fr/assets/a.js": 'f("/fr/tmp/a")'}),
        ("address", "<p>Voir http://localhost:8000/fr/.</p>", "<p>Voir l’hôte local.</p>"),
        ("in a style", {"fr/assets/style.css": "/*# sourceMappingURL=/tmp/a/style.css.map */ a { mask: url(mark.svg) }"},
         {"fr/assets/style.css": "a { mask: url(mark.svg) } /* tmp */"}),
    ],
}  # fmt: skip
