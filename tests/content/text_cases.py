"""For each rule about text: defects that it alone finds, each beside a valid twin as tempting as can be.

⍽ is a no-break space; what begins with < is markup, anything else a paragraph.
"""

from course.proofreading.rules import anglicisms, confusions, english, spelling  # noqa: F401

FR, EN = "fr", "en"
CASES = {
    "fr-straight-quotes": [
        (FR, 'Elle dit "merci" à la livreuse.', "Elle dit «⍽merci⍽» à la livreuse."),
        (FR, "Elle dit „merci sans bruit.", '<p>Le code <code>"x"</code> reste droit.</p>'),
    ],
    "fr-guillemet-spaces": [
        (FR, "Elle dit «merci⍽» à Vincent.", "Elle dit «⍽merci⍽» à Vincent."),
        (FR, "Elle dit «⍽merci » à Vincent.", "Elle dit «\u202fmerci\u202f» à Vincent."),
        (FR, "Elle dit « merci⍽» à Vincent.", "«⍽Merci⍽», dit-elle."),
        (FR, "Elle dit «⍽merci ⍽» à Vincent.", "<p>Dites «⍽<code>x</code>⍽» à Vincent.</p>"),
    ],
    "fr-nested-quotes": [
        (FR, "Elle dit «⍽le mot «⍽merci⍽» manque⍽» à Vincent.", "Elle dit «⍽le mot “merci” manque⍽» à Vincent."),
        (FR, "Elle dit “merci” à Vincent.", "Elle dit «⍽merci⍽», puis «⍽à demain⍽»."),
    ],
    "fr-unbalanced-quotes": [
        (FR, "Elle dit «⍽merci à Vincent.", "Elle dit «⍽merci⍽» à Vincent, puis «⍽bonsoir⍽»."),
        (FR, "Elle dit merci⍽» à Vincent.", "<svg><text>«⍽Merci de</text><text>votre aide.⍽»</text></svg>"),
        (FR, "Elle dit «⍽le mot “merci manque⍽».", "Elle dit «⍽le mot “merci” manque⍽»."),
    ],
    "fr-colon": [
        (FR, "Le geste: un mot.", "Le geste⍽: un mot."),
        (FR, "Le geste : un mot.", "Un rapport de 3:1, une échelle de 1:50⍽000."),
        (FR, "Le geste⍽:un mot.", "Lisez https://example.org/a:b et le doi:10.1037/a0017935."),
        (FR, "Le geste⍽:3 mots.", "Elle répond⍽: «⍽Oui.⍽»"),
        (FR, "À 3 : 1 de chances.", "<p>Écrivez <code>fr: x</code> ici.</p>"),
    ],
    "fr-no-space-before": [
        (FR, "Ça va ?", "Ça va?"),
        (FR, "Merci⍽!", "Merci!"),
        (FR, "Elle lit ; il écrit.", "Elle lit; il écrit."),
        (FR, "Elle lit\u202f; il écrit.", "Le signe «⍽!⍽» se colle au mot."),
    ],
    "fr-percent": [
        (FR, "On note 48% des gestes.", "On note 48⍽% des gestes."),
        (FR, "On note 48 % des gestes.", "Le signe % suit le nombre."),
        (FR, "On note 4,8  % des gestes.", "On note 4,8\u202f% des gestes."),
    ],
    "fr-dollar": [
        (FR, "Le gin vaut 40$ ici.", "Le gin vaut 40⍽$ ici."),
        (FR, "Le gin vaut 40 $ ici.", "Le signe $ suit le nombre."),
        (FR, "Le gin vaut $40 ici.", "La salle coûte 12⍽M$, ou 3,5⍽M$."),
        (FR, "La salle coûte 12 M$.", "Le gin vaut 30⍽€ là-bas."),
        (FR, "Le gin vaut 30€ là-bas.", "Il a payé 1⍽173,50⍽$ au total."),
    ],
    "fr-unit": [
        (FR, "Comptez 12 min à pied.", "Comptez 12⍽min à pied."),
        (FR, "Comptez 5km à pied.", "Comptez 5⍽km à pied, ou 20⍽°C."),
        (FR, "Comptez 3 kg.", "Il y a 3 m’as-tu-vu et 2 s’en vont."),
        (FR, "Il fait 20°C dehors.", "Les groupes 3 G et A4 arrivent."),
    ],
    "fr-thousands": [
        (FR, "Ils sont 1 173 dans la salle.", "Ils sont 1⍽173 dans la salle."),
        (FR, "Ils sont 1,173 dans la salle.", "Le taux est de 0,125 dans la salle."),
        (FR, "Ils sont 12000 personnes dehors.", "En l’an 2000 300 personnes vivaient ici."),
        (FR, "Ils sont 1.200.000 dans la rue.", "Appelez au 418 555-1234 avant midi."),
        (FR, "Ils sont 12 000 dans la rue.", "La version 1.6.1 est prête."),
    ],
    "fr-decimal": [
        (FR, "L’effet est de 0.65 en moyenne.", "L’effet est de 0,65 en moyenne."),
        (FR, "La note est de 4.5⍽% environ.", "Le texte est sous licence CC⍽4.0, version 0.6 ou 1.6."),
        (FR, "Il y a 2.5 millions de gens.", "L’article 81.19 et l’article 123.7 le disent."),
        (FR, "Le lien vaut .34 ici.", "Lisez https://doi.org/10.1037/a0017935 d’abord."),
        (FR, "Il gagne 1.5⍽$ de plus.", "Le point 2.3 du plan suit."),
        (FR, "La note moyenne était de 4.2 sur l’échelle.", "La note de la section 4.2 suit."),
    ],
    "fr-time": [
        (FR, "On ouvre à 14h30 demain.", "On ouvre à 14⍽h⍽30 demain."),
        (FR, "On ouvre à 14 h 30 demain.", "On ouvre de 8⍽h à 17⍽h demain."),
        (FR, "On ouvre à 14⍽h 30 demain.", "On ouvre 24⍽h/24, ou 24/7 s’il le faut."),
        (FR, "On ouvre à 8h demain.", "On ouvre à 8⍽h demain."),
        (FR, "On ouvre à 14:30 demain.", "Le rapport est de 3:1 demain."),
        (FR, "On ouvre à 2⍽p.m. demain.", "On ouvre une heure et demie."),
        (FR, "On ouvre à 14⍽H⍽30 demain.", "On passe 14⍽heures ici."),
    ],
    "fr-month": [
        (FR, "Le 27 Septembre 2024, il neige.", "Le 27 septembre 2024, il neige."),
        (FR, "Il neige en Novembre ici.", "Il neige en novembre ici."),
        (FR, "On se voit le Lundi soir.", "Lundi, on se voit."),
        (FR, "On se voit chaque Mardi.", "Avril est venue hier, du lundi au Vendredi saint."),
        (FR, "En Mai, il neige.", "En mai, il neige, Mai aussi."),
        (FR, "La réunion de Lundi est longue.", "La réunion de lundi est longue."),
    ],
    "fr-date": [
        (FR, "Le septembre 27, 2024, il neige.", "Le 27 septembre 2024, il neige."),
        (FR, "Le 1 janvier, il neige.", "Le 1er janvier et le 21 janvier, il neige."),
        (FR, "Le 27/09/2024, il neige.", "En novembre 2024, il neige, 24/7 ou presque."),
        (FR, "Le 27/09/24, il neige.", "La règle du 50/30/20, les 10/20/30."),
    ],
    "fr-ordinal": [
        (FR, "C’est la 2ème carte.", "C’est la 2e carte."),
        (FR, "C’est la 2ième carte.", "C’est la 1re carte, le 1er mot."),
        (FR, "C’est le 1ier mot.", "C’est le XXe siècle."),
        (FR, "C’est le XXème siècle.", "C’est le deuxième mot de la troisième page."),
        (FR, "C’est la 1ère carte.", "C’est une carte de 2 pages."),
    ],
    "fr-apostrophe": [
        (FR, "C'est l’équipe de Vincent.", "C’est l’équipe de Vincent."),
        (FR, "C‘est lui.", "<p>Le code <code>l'eau</code> reste droit.</p>"),
        (FR, "C´est lui.", "Aujourd’hui, quelqu’un vient."),
    ],
    "fr-short-form": [
        (FR, "Écrivez à M. Roy.", "Écrivez à M.⍽Roy."),
        (FR, "Écrivez à Mme Roy.", "Écrivez à Mme⍽Roy et à la Dre⍽Roy."),
        (FR, "Lisez la p. 29 du guide.", "Lisez la p.⍽29 du guide."),
        (FR, "Voici le no 3 du bulletin.", "Voici nos 3 collègues, et le no⍽4."),
        (FR, "Demandez à Me Roy.", "Me voici."),
        (FR, "Voyez l’art. 81 et la suite.", "Voyez l’art.⍽81. Il suffit."),
    ],
    "fr-title-of-person": [
        (FR, "Écrivez à Mr⍽Roy.", "Écrivez à M.⍽Roy."),
        (FR, "Écrivez à Mme.⍽Roy.", "Écrivez à Mme⍽Roy."),
    ],
    "fr-inclusive": [
        (FR, "Les employé·e·s arrivent.", "Les employées et employés arrivent."),
        (FR, "Un employé(e) arrive.", "Le personnel (en entier) arrive."),
        (FR, "Les employé.e.s arrivent.", "Commencer · 12⍽min"),
        (FR, "Un employé/e arrive.", "Le prix client/fournisseur est de 3 et/ou 4."),
        (FR, "Les employé-e-s arrivent.", "Est-ce que celle-ci viendra?"),
        (FR, "Les directeur/trice arrivent.", "Copiez le(s) dossier(s)."),
        (FR, "Les client(e)s arrivent.", "Une ou un collègue arrive."),
    ],
    "fr-experience": [
        (FR, "C’est l’expérience fournisseur.", "C’est l’expérience-fournisseur."),
        (FR, "C’est l’expérience-client.", "C’est l’expérience client."),
        (FR, "C’est l’expérience-employé.", "C’est l’expérience de nos fournisseurs."),
    ],
    "fr-elision": [
        (FR, "Elle parle de une carte.", "Elle parle d’une carte."),
        (FR, "On voit que il vient.", "On compte de un à dix, et de onze à vingt."),
        (FR, "Merci si il vient.", "Merci s’il vient, si elle vient."),
        (FR, "Elle ne a pas écrit.", "Suis-je en avance? Le oui de Vincent suffit, de ou vers lui."),
        (FR, "Le employé arrive.", "Le onze, le ou la collègue, la une et le un; dites-le avec lui."),
        (FR, "On voit la équipe.", "On voit la haute équipe, le héros, le yaourt et la ouate."),
    ],
    "fr-capital-a": [
        (FR, "A propos, il vient.", "À propos, il vient."),
        (FR, "Il vient. A la fin, il part.", "Il vient. A-t-il mangé?"),
        (FR, "A qui dit-il merci?", "Le choix A la surprend."),
        (FR, "«⍽A vous!⍽»", "«⍽À vous!⍽»"),
    ],
    "fr-capital-accents": [
        (FR, "L’Etat le dit.", "L’État le dit."),
        (FR, "Ecrivez-lui aujourd’hui.", "Écrivez-lui aujourd’hui."),
        (FR, "Ca va.", "Ça va. Cas par cas."),
        (FR, "Etre poli aide.", "Être poli aide."),
    ],
    "fr-title-case": [
        (FR, "<h2>La Civilité Au Travail</h2>", "<h2>La civilité au travail</h2>"),
        (FR, "<details><summary>Répondre Avec Calme</summary></details>", "<h2>Bonjour Québec, merci Montréal</h2>"),
        (FR, "<h3>Une Carte Pour Vincent</h3>", "<h2>Le merci de Vincent</h2><p>On voit Vincent.</p>"),
    ],
    "fr-anglicisms": [
        *((FR, term.example, "Le chat dort près de la réunion.") for term in anglicisms.WORDS),
    ],
    "fr-calques": [
        *((FR, term.example, "La prise en charge de la situation suit.") for term in anglicisms.TURNS),
        (FR, "Il fait du sens.", "Cela a du sens. C’est une rue faite de sens unique."),
        (FR, "On prend cela pour acquis.", "On tient cela pour acquis."),
        (FR, "On a eu l’opportunité d’écrire.", "On juge de l’opportunité d’écrire."),
        (FR, "Elle offre son support.", "C’est un support visuel, sur support papier."),
        (FR, "Oui, définitivement.", "La salle est définitivement fermée."),
        (FR, "Il a éventuellement fini.", "Il viendra éventuellement."),
        (FR, "Il prend action.", "Il adresse une plainte, une question, une carte à Vincent."),
        (FR, "Rien à date!", "C’est à date fixe. À la fin de la journée, la caisse ferme."),
        (FR, "Elle est en charge de la salle.", "On prend en charge des collègues."),
        (FR, "Il rencontre les attentes.", "Il rencontre les clientes."),
    ],
    "fr-confusions": [
        *((FR, each.wrong, each.right) for each in confusions.FRENCH),
        (FR, "Qu’est ce qui arrive?", "Qu’est-ce qui arrive? C’est ce qu’il faut."),
        (FR, "On demande comment sa va.", "On demande comment sa mère va."),
        (FR, "Il à donné la carte.", "Il est à côté, elle à la liberté chère."),
        (FR, "Vous avez déjà noter la date.", "Vous avez déjà noté la date; il a cher payé."),
    ],
    "en-confusions": [
        *((EN, each.wrong, each.right) for each in confusions.ENGLISH),
        (EN, "Its been a year.", "Its Beginnings were slow; it’s been a year."),
    ],
    "fr-spelling": [
        (FR, "On va l’apeller demain.", "On va l’appeler demain."),
        (FR, "C’est un bon developement.", "C’est peut-être aujourd’hui, répond-elle."),
        (FR, "Voici le language commun.", "Voici le langage commun, y a-t-il autre chose?"),
        (FR, "On voit le garçon Gagnon.", "On voit Mme⍽Julie Gagnon, M.⍽Bouchard et Me⍽Roy-Gagnon."),
        (FR, "Malgrés la neige, elle vient.", "Malgré la neige, elle vient de Montréal."),
    ],
    "fr-usage": [
        (FR, "Québecois, elle vient.", "Québécois, elle vient de Montréal."),
        (FR, "C’est un conflit d’intérêt.", "C’est un conflit d’intérêts."),
        (FR, "L’entreprenariat local aide.", "L’entrepreneuriat local aide, malgré tout."),
    ],
    "en-straight-quotes": [
        (EN, 'She says "thanks" to Nadia.', "She says “thanks” to Nadia."),
    ],
    "en-apostrophe": [
        (EN, "It's the courier.", "It’s the courier’s box."),
        (EN, "In the ‘90s, she wrote.", "In the ’90s, she wrote ‘thanks’ by hand."),
    ],
    "en-guillemets": [
        (EN, "She says «thanks to Nadia.", "She says “thanks” to Nadia."),
        (EN, "She says «⍽thanks⍽» to Nadia.", '<p>She says <span lang="fr">«⍽merci⍽»</span> to Nadia.</p>'),
    ],
    "en-quote-spaces": [
        (EN, "She says “ thanks” to Nadia.", "She says “thanks,” then leaves."),
        (EN, "She says “thanks⍽” to Nadia.", "She says “thanks” to Nadia."),
    ],
    "en-unbalanced-quotes": [
        (EN, "She says “thanks to Nadia.", "She says “thanks” to “Nadia.”"),
        (EN, "She says thanks” to Nadia.", "<svg><text>“Thanks for</text><text>your help.”</text></svg>"),
    ],
    "en-no-space-before": [
        (EN, "The action : a word.", "The action: a word."),
        (EN, "Thanks !", "Thanks!"),
        (EN, "Ready⍽?", "Ready? The sign “!” ends it."),
    ],
    "en-space-after-colon": [
        (EN, "The action:a word.", "The action: a word at 10:30, or 3:1."),
        (EN, "The action:3 words.", "Read https://example.org/a:b and doi:10.1037/a0017935."),
    ],
    "en-percent": [
        (EN, "It is 48 % of them.", "It is 48% of them."),
        (EN, "It is 48⍽% of them.", "The sign % follows the number."),
    ],
    "en-dollar": [
        (EN, "It costs 40$ here.", "It costs $40 here."),
        (EN, "It costs 40 $ here.", "It costs $40 to $50 here."),
        (EN, "It costs $ 40 here.", "It costs five $10 bills."),
    ],
    "en-thousands": [
        (EN, "They are 1 173 people.", "They are 1,173 people."),
        (EN, "They are 12⍽000 people.", "In 2000 300 people lived here; call 418 555-1234."),
    ],
    "en-decimal": [
        (EN, "The effect is 0,65 here.", "The effect is 0.65 here."),
        (EN, "It costs 12,50 here.", "They are 1,173 people in 10,000 rooms."),
        (EN, "The effect is 0,125 here.", "Version 1.6.1 is out; see steps 1, 2 and 3."),
    ],
    "en-time": [
        (EN, "We open at 2:30pm tomorrow.", "We open at 2:30 p.m. tomorrow."),
        (EN, "We open at 2:30 PM tomorrow.", "I am here at 10:30, and 5 amps is fine."),
        (EN, "We open at 14h30 tomorrow.", "We open at 8 a.m. tomorrow, 24/7."),
        (EN, "We open at 14:30 tomorrow.", "The ratio is 3:1, the verse 3:16."),
        (EN, "Come at 2 p.m today.", "Come at 2 p.m. today, or at 2 p.m."),
        (EN, "We open at 2p.m. tomorrow.", "We open at 2 p.m. tomorrow."),
    ],
    "en-date": [
        (EN, "On 27 September 2024, it snows.", "On September 27, 2024, it snows."),
        (EN, "On September 27th, it snows.", "In September 2024, on the 27th, it snows."),
        (EN, "On September 27 2024, it snows.", "On September 27, 300 people came; section 3 may apply."),
        (EN, "On 09/27/24, it snows.", "A 50/30/20 rule and a 9/10 mark."),
        (EN, "On the 27th of September, it snows.", "It snows 24/7 in May."),
    ],
    "en-quebec": [
        (EN, "She lives in Québec now.", "She lives in Quebec now."),
        (EN, "She likes Québec City.", '<p>She works at <span lang="fr">Université du Québec</span>.</p>'),
    ],
    "en-email": [
        (EN, "Send an e-mail to Nadia.", "Send an email to Nadia."),
    ],
    "en-internal-client": [
        (EN, "Every internal customer matters.", "An internal client is also called an internal customer."),
        (EN, "Our internal customers matter.", "Some say “internal customer” instead."),
    ],
    "en-article": [
        (EN, "It is a email from Nadia.", "It is an email from Nadia."),
        (
            EN,
            "It is an letter from Nadia.",
            "It is a one-page letter, a European one, a useful, unanimous one; a unanimous room; a user’s.",
        ),
        (EN, "It took a hour today.", "It took an hour; a Honda; a herd; a harsh hour."),
        (EN, "It was an user today.", "It was an uneven, uncut, unusual, useless one; an understanding."),
        (EN, "A answer is late.", "Option A answers it; a unique hour; an hour; an honest word."),
    ],
    "en-could-of": [
        (EN, "You could of called.", "You could have called. Of course, you could, of course."),
        (EN, "You should of called.", "You might’ve called."),
    ],
    "en-usage": [
        (EN, "The web site is down.", "The website is down; the sign is on line two."),
        (EN, "It is moral harassment.", "It is psychological harassment."),
        (EN, "The supplier-experience matters.", "The supplier experience matters."),
    ],
    "en-canadian-spelling": [
        (EN, "The behavior is rude.", "The behaviour is rude."),
        (EN, "The center of town.", "The centre of town, and centimetres."),
        (EN, "We organise the room.", "We organize the room; the organist is a realist."),
        (EN, "She traveled by bus.", "She travelled by bus, and cancelled the cancellation."),
        (EN, "A late check is rude.", "A late cheque is rude; check it first, a check mark helps."),
        (EN, "Under this license, copy it.", "Under this licence, copy it; they license it."),
        (EN, "You can practice here.", "You can practise here; practice helps, in practice."),
        (EN, "She was practicing it.", "She was practising it."),
        (EN, "It is my favorite color.", "It is my favourite colour, from Colorado."),
        (EN, "The defense is weak.", "The defence is weak; a defensive word."),
        (EN, "We analyse it.", "We analyze it; two analyses agree, one by Gray."),
    ],
    "en-spelling": [
        (EN, "They recieve the card.", "They receive the card; Nadia’s boss doesn’t know."),
        (EN, "The clerk Gagnon is here.", "Ms. Gagnon, Mr. Bouchard’s dog and Dr. Julie Gagnon are here."),
        (EN, "The languge is plain.", "The co-worker’s twenty-two words are well-chosen."),
        (EN, "Definately not.", "Definitely not."),
    ],
    "three-dots": [
        (FR, "Vous savez... ou non.", "Vous savez… ou non."),
        (EN, "You know... or not.", "You know… or not."),
    ],
    "etc-dots": [
        (FR, "Des cartes, des mots, etc…", "Des cartes, des mots, etc."),
        (EN, "Cards, notes, etc…", "Cards, notes, etc., and so on."),
    ],
    "doubled-mark": [
        (FR, "Elle lit,, puis elle part.", "Quoi?! Elle lit, puis elle part…"),
        (EN, "She reads.. Then she leaves.", "What?! She reads. Then she leaves, e.g., home."),
        (EN, "Really??", "Really?"),
        (FR, "Merci!!", "Merci!"),
    ],
    "space-before-mark": [
        (FR, "Elle lit , puis elle part.", "Elle lit, puis elle part."),
        (FR, "Elle lit (un peu ) et part.", "Elle lit (un peu) et part."),
        (FR, "Elle lit ( un peu) et part.", "Elle lit […] et part dans ./dossier."),
        (EN, "She reads .", "She reads the .com part."),
        (EN, "She knows … or not.", "She knows… or not. “… and then?”"),
    ],
    "space-after-mark": [
        (FR, "Elle lit,puis elle part.", "Elle lit 0,65 fois, puis elle part."),
        (EN, "Thanks!See you.", "“Thanks!” See https://example.org/?a,b too."),
        (FR, "Ça va?Oui.", "Ça va? Oui."),
    ],
    "space-between-sentences": [
        (FR, "Elle lit.Elle part.", "Elle lit. Elle part, version 1.6.1 en main."),
        (EN, "She is here.it is late.", "She is at example.it now, and reads card.md there."),
        (FR, "Elle lit ici.elle part.", "Elle lit carte.md et carte.lisible."),
        (EN, "She reads.Then she leaves.", "She reads. Then she leaves the U.S. Senate."),
    ],
    "hyphen-as-dash": [
        (FR, "Elle lit - vite - et part.", "Elle lit — vite — et part."),
        (EN, "She reads -- and leaves.", "She reads a well-worn, twenty-page guide."),
    ],
    "invisible-character": [
        (FR, "Elle\u200b lit.", "Elle lit 48⍽% et 1\u202f173 pages."),
        (FR, "Elle lit\ufeff.", "Elle lit 👩\u200d💻 ici."),
        (EN, "The note\u202e ends.", "The note ends."),
        (EN, "Some\u2009times.", "Sometimes."),
        (EN, "The \uf0b7 note.", "The • note."),
    ],
    "double-word": [
        (FR, "Elle lit le le mot.", "Nous nous voyons, vous vous voyez, faites faire."),
        (FR, "À à midi, elle lit.", "Non non, il faut le faire faire. Faire, faire!"),
        (EN, "The the note is here.", "She had had a note; I know that that helps."),
    ],
    "unbalanced-bracket": [
        (FR, "Elle lit (un peu et part.", "Elle lit (un [petit] peu) et part."),
        (EN, "She reads a bit) and leaves.", "Either a) read or b) leave; 1) write."),
        (EN, "She reads [a bit and leaves.", "<svg><text>She (reads</text><text>a bit) now</text></svg>"),
    ],
    "decomposed-accent": [
        (FR, "L’e\u0301quipe est là.", "L’équipe est là."),
    ],
    "unended-sentence": [
        (
            FR,
            "Elle lit la première carte de la pile⍽: celle de Vincent, posée là hier soir",
            "À relire⍽: Payer à temps, dire ce qui va et ce qui ne va pas, remercier",
        ),
        (
            FR,
            "Elle lit la carte que Vincent a posée hier soir sur le comptoir",
            "Elle lit la carte que Vincent a posée hier soir sur le comptoir. Merci! Vincent",
        ),
        (
            EN,
            "She reads the card that somebody left on the counter late last night",
            "<li>She reads the card that somebody left on the counter late last night</li>",
        ),
    ],
}
# What rules could stumble over: sentences that are right, of many kinds.
