// The thank-you card, without a page: what is written becomes lines, and a question where it could go to anyone.

import { fold } from "./fold.js";

// Words that name nobody, do nothing or change nothing, folded, of both languages: a learner may mix them.
const set = (words) => new Set(words.trim().split(/\s+/));
const SMALL = `
  a ai aie as au aux avait avez avions avons c ca ce cela ces cet cette ceux d dans de des du elle elles en es est et ete
  etaient etais etait etes etiez etions etre eu eux fait faits fut il ils j je l la le les leur leurs lui m ma mais me mes moi mon n nos notre
  nous on ont ou par pour qu que qui s sa sans se sera ses si sommes son sont suis sur t ta te tes toi ton tu un une vos votre vous y
  about all am an and are at be been being but by did do does for from h had has have he her him his how i in is it its
  just me my of on or our out s she so that the their them there they this those to us was we were what which who will with
  would you your ve re ll
`;
const NOBODY = `
  allo bonjour bonsoir chef cher chere cheres chers client cliente clientes clients clientele collaborateur
  collaborateurs collegue collegues compagnie dame departement directeur direction directrice employe employee employees
  employes entreprise equipe fournisseur fournisseurs gang gens gestionnaire groupe madame mademoiselle mesdames messieurs
  mme mlle monde monsieur partenaire partenaires patron patronne personne personnel personnes quelqu quiconque salut
  service services succursale tous tout toute toutes un ami amie amis amies
  anybody anyone boss colleague colleagues company concern coworker coworkers crew customer customers dear department
  dr employee employees everybody everyone folks friend friends gentlemen group guys hello hey hi ladies madam manager may
  miss mr mrs ms mx partner partners people person sir somebody someone staff store supplier suppliers support team teams
  vendor vendors whole whom y
`;
const PRAISE = `
  adore aime amour appreciation apprecie apprecier attention attitude beau beaucoup belle bien bon bonne bons boulot bravo
  bravos champion championne championnes champions chance chapeau chose choses coeur collaboration comme continue continuer continuez devouement devoue devouee ecoute efficacite energie
  effort efforts excellence excellent excellente extra extraordinaire exceptionnel exceptionnelle fabuleux flexibilite
  felicitations fois formidable formidables fort gars genial geniale geniaux gentil gentille gentillesse grand grande gros
  grosse hier hyper ici immense implication incroyable incroyables infiniment job jour journee jours lache lachez magnifique meilleur
  meilleure meilleurs merci mercis merveilleuse merveilleux mille mois moment nickel parfait parfaite passion patience partenariat plus presence
  precieuse precieux professionnel professionnelle professionnalisme qualite rapide rapidite reconnaissance reconnaissant reconnaissante
  remercie remerciement remerciements remercier rigueur semaine sincere sincerement sourire special speciale souvent super
  supers tellement temps toujours top toutes travail tres trop vraiment
  above always amazing appreciate appreciated appreciation awesome best better beyond big brilliant commitment congrats congratulations day dedication deeply
  energy every everything exceptional extra fabulous fantastic flexibility forever good grateful great greatly guys
  hard heart heroes hero huge incredible incredibly job keep kind kindness legend like lot lots love lovely loved made make
  many massive million more most much nice outstanding partnership perfect quick really rock rockstar rockstars rule season sincerely star
  stars superb teamwork terrific thank thankful thanks thing things thousand time times today top totally truly up
  very week well whole wonderful wonderfully work worked working world yesterday
`;
const ACTION = `
  aide aider aides aidee aidez aidait appui appuyer assistance disponible disponibilite disponibles donner donne faire
  faites grace prendre pris prise soutien soutenu
  available came did doing gave give go going help helped helpful helping helps supported supportive through
`;
const CHANGE = `
  aide aider aidee aides apporte bonheur change changee changer changement changes content contente contentes contents difference
  differences deroule deroulee difficile facile facilite facilitee faire fasse heureuse heureux impact impacts important
  importante mieux moins passe passee passees peau plaisir positif positive quelque resultat resultats reussi reussite sauve sauvee sauver sauves
  satisfaction satisfait satisfaite satisfaites satisfaits succes utile va vie
  anything bacon better care change changed changes changing difference differences easier easy enjoyed fine glad happier
  happy help helped helpful helping helps impact improved improvement life lives mean means meant nicer pleased positive result results
  saved saver saves smoother smoothly success successful useful went
`;
const NAMELESS = set(SMALL + NOBODY);
const NAMES_TOO = /^\s*(An|Do|Le|May|My|Will)[\s,]*$/; // small words, and people
const GENERIC = {
  action: set(SMALL + NOBODY + PRAISE + ACTION),
  effect: set(SMALL + NOBODY + PRAISE + CHANGE),
};

const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
const says = (text, generic) => wordsOf(text).some((word) => /\p{L}/u.test(word) && !generic.has(word));

// A field that says something of its own is "there"; one that could go to anyone is "vague"; else it is "missing".
function state(text, generic) {
  if (!wordsOf(text).length) return "missing";
  return says(text, generic) ? "there" : "vague";
}

// What a card says so far: `{ name, action, effect }`, each "there", "vague" or "missing". `fields` are the texts of the
// worksheet: { who, what, effort, effect, person, from }.
export function check({ who = "", what = "", effort = "", effect = "" }) {
  const action = state(what, GENERIC.action);
  return {
    name: NAMES_TOO.test(who) ? "there" : state(who, NAMELESS),
    action: action === "there" || !says(effort, GENERIC.action) ? action : "there",
    effect: state(effect, GENERIC.effect),
  };
}

const OPENING = /^[\s"'«“‘(¿¡–—-]*/u;
const CLOSED = /[.!?…][\s"'»”’)]*$|\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})*$/u;

// A text with its capital. Its words stay as they are.
function capital(text) {
  const start = text.match(OPENING)[0];
  const [first = ""] = text.slice(start.length);
  return start + first.toLocaleUpperCase() + text.slice(start.length + first.length);
}

// A text with its capital, and its full stop where it has no end.
function sentence(text) {
  const whole = capital(text);
  return CLOSED.test(whole) ? whole : `${whole.replace(/[\s,;:–—-]+$/u, "")}.`;
}

// The sentences of a field: a line that goes on in lower case goes on with the sentence.
function sentences(text) {
  const lines = text.split(/\n/).map((line) => line.replace(/[ \t]+/g, " ").trim());
  const joined = [];
  let open = false;
  for (const line of lines) {
    if (open && /^\p{Ll}/u.test(line)) joined.push(`${joined.pop()} ${line}`);
    else if (line) joined.push(line);
    open = line !== "";
  }
  return joined.filter((line) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(line)).map(sentence);
}

const tidy = (text) => text.replace(/\s+/g, " ").trim();

// The card: `{ greeting, sentences, thanks, from }`, all as they stand on it, "" or [] for what is not written. `thanks` is
// the word given, where nothing that was written says thank you.
export function compose({ who = "", what = "", effort = "", effect = "", person = "", from = "" }, thanks) {
  const name = tidy(who).replace(/[\s,;:]+$/u, "");
  const body = [what, effort, effect, person].flatMap(sentences);
  const thanked = /\b(mercis?|remerci\w*|thank\w*)\b/.test(fold([who, ...body].join(" ")));
  return {
    greeting: name && capital(name) + (/[!?…]$/u.test(name) ? "" : ","),
    sentences: body,
    thanks: body.length && !thanked ? thanks : "",
    from: tidy(from),
  };
}

// The card as text, to copy.
export function textOf({ greeting, sentences, thanks, from }) {
  return [greeting, [...sentences, thanks].filter(Boolean).join(" "), from].filter(Boolean).join("\n\n");
}
