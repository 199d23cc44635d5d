"""For each rule about questions: questions that fire it, each beside a valid twin. `*` marks right options."""

ALIKE = ["*Vous notez le bris ensemble", "Vous signez sans rien dire", "Vous appelez son patron"]
PLACES = [["*Alpha", "Beta deux", "Gamma"], ["Alpha deux", "*Beta", "Gamma"], ["Alpha", "Beta deux", "*Gamma"]]


def question(*options, stem="Que faites-vous?"):
    """Return one question as `(stem, options)`."""
    return stem, list(options)


def longest(times, other="Gamma"):
    """Return nine questions, in `times` of which the right option is the longest, at one place after another."""
    found = []
    for number in range(9):
        options = ["Alpha", "Beta", other]
        options[number % 3] = "*" + "x" * len("Gammas long") if number < times else "*Ok"
        found.append(question(*options, stem=f"Question {number}?"))
    return found


CASES = {
    "option-lengths": [
        ("one that is long", [question("*Vous notez le bris avec lui avant de signer le bon", "Vous signez", "Vous riez")],
         [question("*Vous notez le bris ensemble", "Vous signez sans rien dire", "Vous appelez son patron")]),
        ("one that is short", [question("*Oui", "Vous signez sans rien lui dire", "Vous appelez son patron tout de suite")],
         [question("*Oui, tout de suite", "Non", "Peut-être bien")]),
    ],
    "longest-is-right": [
        ("most of them", longest(5), longest(4)),
        ("equal to another", longest(5, "Gammas long"), longest(4, "Gammas long")),
    ],
    "right-places": [
        ("always the first", [question("*Alpha", "Beta beta", "Gamma", stem=f"Question {n}?") for n in range(8)],
         [question(*PLACES[n % 3], stem=f"Question {n}?") for n in range(9)]),
        ("few questions say nothing", [question("*Alpha", "Beta beta", "Gamma", stem=f"Question {n}?") for n in range(8)],
         [question("*Alpha", "Beta beta", "Gamma", stem=f"Question {n}?") for n in range(7)]),
    ],
    "all-or-none": [
        ("all", [question("*Toutes ces réponses", "Vous signez le bon", "Vous appelez")], [question(*ALIKE)]),
        ("none", [question("*Aucune de ces réponses", "Vous signez le bon", "Vous appelez")],
         [question("*Aucune réponse, un sourire", "Vous signez le bon", "Vous l’appelez")]),
        ("two of them", [question("*Réponses A et B", "Vous signez", "Vous appelez")],
         [question("*Appeler Ana et Bao", "Signer le bon", "Attendre")]),
        ("in English", [question("*All of the above", "You sign the slip", "You call him")],
         [question("*All of the boxes, today", "You sign the slip", "You call him")]),
    ],
    "negative-question": [
        ("not", [question(*ALIKE, stem="Lequel de ces gestes n’est pas un merci?")],
         [question(*ALIKE, stem="Il n’a pas signé. Quel geste est un merci?")]),
        ("except", [question(*ALIKE, stem="Tout ceci aide, sauf quoi?")], [question(*ALIKE, stem="Qu’est-ce qui aide?")]),
        ("which is not", [question(*ALIKE, stem="Which of these is not a thank-you?")],
         [question(*ALIKE, stem="She has not signed. Which of these thanks her?")]),
        ("in capitals", [question(*ALIKE, stem="What would you NOT do?")], [question(*ALIKE, stem="What do you do, if not that?")]),
    ],
    "several-unsaid": [
        ("unsaid", [question("*Vous notez le bris", "*Vous le saluez", "Vous appelez", stem="Que faites-vous?")],
         [question("*Vous notez le bris", "*Vous le saluez", "Vous appelez", stem="Que faites-vous? (plusieurs réponses)")]),
        ("unsaid in English", [question("*You note it", "*You greet him", "You call him", stem="What do you do?")],
         [question("*You note it", "*You greet him", "You call him", stem="What do you do? Choose all that apply.")]),
    ],
}  # fmt: skip
