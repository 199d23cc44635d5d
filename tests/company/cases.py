"""Company files: right ones with what must come of them, wrong ones with the line and the words that tell why."""

# Markup of each kind that a page, a template, Markdown or a calendar could take for its own; every one says « pwned ».
NAME = '<i class=pwned>&amp; "Acmé" {{ pwned }} **pwned** [pwned](javascript:pwned)'
MARKUP = (
    "<script>pwned()</script> </script> <img src=x onerror=pwned()> [pwned](javascript:pwned) **pwned** _pwned_ "
    "`pwned` [^dupuis] {{ pwned }} {% pwned %} <!-- list: plans --> <quiz> &lt;pwned&gt; ${pwned} %%pwned%% \\pwned"
)
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 80"><rect width="80" height="80" fill="#0b2a5b"/>'
    '<path d="M96 60h140" stroke="#0b2a5b" stroke-width="16"/></svg>'
)


def quoted(text):
    """Return a text as YAML between single quotes."""
    return "'" + text.replace("'", "''") + "'"


def values(count):
    """Return that many values, each with everything."""
    lines = "{fr: [Un geste., Un autre.], en: [One action., Another.]}"
    one = "  - {name: {fr: Valeur %d, en: Value %d}, gestures: %s, attitudes: %s, words: %s, choices: %s}\n"
    return "values:\n" + "".join(one % (n, n, lines, lines, lines, lines) for n in range(1, count + 1))


EVERYTHING = f"""
course:
  id: acme-course
  title: {{fr: "L’école d’Acmé", en: Acme School}}
  subtitle: {{fr: Trois cercles, en: Three circles}}
name: {{fr: Acmé, en: Acme}}
logo: {{light: company/logo.svg, dark: company/logo.svg}}
colours: {{accent: {{light: "#0b5fa5", dark: "#8ec5ff"}}}}
languages: [fr, en]
address: https://acme.test/formation/
repository: https://acme.test/code
contacts:
  course: {{name: Formation, email: formation@acme.test}}
  payment: {{name: Luc Roy, phone: "418 555-0100"}}
  designated: {{name: Ana Roy, phone: "418 555-0101", email: ana@acme.test}}
  union: {{name: Zoé Côté, url: https://union.test/}}
  assistance: {{name: PAE, phone: "1 800 555-0102"}}
  authority: {{name: Programme du travail, url: https://travail.test/}}
mastery: 75
required: employee
certificate: {{name: Ana Roy, title: {{fr: Directrice, en: Director}}}}
legal_review: {{by: Me Luc Roy, date: 2026-10-01}}
{values(2)}
policies:
  gifts: {{title: {{fr: Cadeaux, en: Gifts}}, url: https://acme.test/gifts}}
  payment: {{title: {{fr: Délais, en: Terms}}, url: https://acme.test/pay}}
  respect: {{title: {{fr: Respect, en: Respect}}, url: "mailto:rh@acme.test"}}
"""
LONG = "Coopérative interrégionale d’aménagement et de déneigement des deux rives du Saguenay"[:80]
# Name → (the file, what must stand in what is read: a path of keys and its value).
RIGHT = {
    "one language": ("languages: [fr]\nname: {fr: Acmé}\n", {("languages",): ["fr"], ("name",): {"fr": "Acmé"}}),
    "English first": ("languages: [en, fr]\n", {("languages",): ["en", "fr"]}),
    "long names": (f"name: {LONG}\ncertificate: {{name: {LONG}}}\n", {("name", "en"): LONG}),
    "accents": (
        "name: « Çà et là » Œuvres d’été\n" + "contacts: {course: {name: Zoé Ångström-Łukasz, email: zoé@é.test}}\n",
        {("name", "fr"): "« Çà et là » Œuvres d’été", ("contacts", "course", "name"): "Zoé Ångström-Łukasz"},
    ),
    "emoji": ("name: Acme 🧑🏽‍🏭\nvalues: [{name: {fr: 🌱 Terre, en: 🌱 Earth}}]\n", {("name", "fr"): "Acme 🧑🏽‍🏭"}),
    "right to left": ("name: {fr: חברת הלקוחות, en: شركة العملاء}\n", {("name", "en"): "شركة العملاء"}),
    "dark colour": ('colours: {accent: "#001F3F"}\n', {("colours", "accent"): "#001F3F"}),
    "pale colour": ("colours:\n  accent: '#fff3b0'\n", {("colours", "accent"): "#fff3b0"}),
    "many values": (values(12), {("values", 11, "name", "fr"): "Valeur 12"}),
    "everything filled": (EVERYTHING, {("certificate", "title", "en"): "Director", ("mastery",): 75}),
    "nothing": ("", {("mastery",): 80, ("values",): []}),
    "Windows line ends and a byte order mark": ("\ufeffname: Acme\r\nmastery: 90\r\n", {("mastery",): 90}),
    "a text or several": (
        "values:\n  - name: {fr: Respect, en: Respect}\n    words: {fr: « Oui. », en: “Yes.”}\n",
        {("values", 0, "words"): {"fr": ["« Oui. »"], "en": ["“Yes.”"]}},
    ),
    "what looks like no text": (
        "name: no\ncontacts: {course: {name: On, phone: 514 555 0123}}\nlegal_review: {by: Yes Me, date: 2027-02-01}\n",
        {("name", "fr"): "no", ("contacts", "course", "phone"): "514 555 0123", ("legal_review", "date"): "2027-02-01"},
    ),
    "spaces around": ('name: "  Acme "\naddress: |\n  https://acme.test/\n', {("address",): "https://acme.test/"}),
}

# Name → (the file, the line, words of the message).
WRONG = {
    "a tab": ("contacts:\n\tcourse: {name: Ana}\n", 2, "a tab begins this line; indent with spaces"),
    "a no-break space before a key": ("contacts:\n\u00a0 course: {name: Ana}\n", 2, "a no-break space begins"),
    "a no-break space before the colon": ("mastery\u00a0: 80\n", 1, "a no-break space stands before the colon"),
    "a no-break space after the colon": ("mastery:\u00a080\n", 1, "looks like a space and is none"),
    "no space after the colon": ("languages: [fr]\nmastery:80\n", 2, "a space is missing after the colon"),
    "a key twice": ("mastery: 80\nrequired: []\nmastery: 90\n", 3, "'mastery' stands twice here; keep one (the other is at line 1)"),
    "an unknown key": ("mastery: 80\ncontact: {}\n", 2, "unknown key 'contact'; did you mean 'contacts'?"),
    "an unknown language": ("name: Acme\nlanguages: [fr, es]\n", 2, "no course in the language 'es'; choose among en, fr"),
    "Norway": ("languages: [no, fr]\n", 1, "no course in the language 'no'"),
    "a language's name": ("languages: [français]\n", 1, "write a language of two letters, such as fr"),
    "no language": ("languages: []\n", 1, "write the languages of the course in their order"),
    "a text without a language": ("course:\n  title: Acme\n", 2, "write a text for each language, such as fr: and en:"),
    "a text that lacks a language": ("name:\n  fr: Acmé\n", 1, "'name' has no text in 'en'; add en:"),
    "a text in no language of the course": ("name: {fr: A, en: A, english: A}\n", 1, "the course has no language 'english'"),
    "a number for a telephone": (
        "contacts:\n  course: {name: Ana, phone: 5145550123}\n", 2, "'contacts.course.phone' cannot be 5145550123"
    ),
    "a boolean for a name": ("name: true\n", 1, "'name' cannot be true; write a name of at most 80 characters"),
    "a number for a name": ("name: 1234\n", 1, "'name' cannot be 1234"),
    "a name that is too long": (f"name: {'a' * 81}\n", 1, "write a name of at most 80 characters"),
    "a score as text": ('mastery: "80"\n', 1, "'mastery' cannot be \"80\"; write the score"),
    "a score with its sign": ("mastery: 80 %\n", 1, "'mastery' cannot be \"80 %\"; write the score"),
    "a score out of reach": ("mastery: 180\n", 1, "'mastery' cannot be 180; write the score"),
    "a key with nothing after it": ("mastery: 80\npolicies:\n", 2, "'policies' is empty; write gifts, payment, respect"),
    "a day that does not exist": ("legal_review: {by: Me Roy, date: 2027-02-31}\n", 1, "there is no day 2027-02-31"),
    "a day in words": ("legal_review:\n  by: Me Roy\n  date: 1er février\n", 3, 'such as "2027-02-01"'),
    "a colour without quotes": ("colours:\n  accent: #0b5fa5\n", 2, "without quotes, what follows # is not read"),
    "a colour by its name": ("colours: {accent: navy}\n", 1, 'cannot be "navy"; write your colour as # and six digits'),
    "a colour with transparency": ('colours: {accent: "#0b5fa580"}\n', 1, "write your colour as # and six digits"),
    "a colour that cannot be read": (
        'colours:\n  accent:\n    light: "#ffcc00"\n    dark: "#ffcc00"\n', 3, "contrast 1.4:1, and 4.5:1 is the least"
    ),
    "a logo that is not there": ("logo: company/logo.png\n", 1, "there is no file 'company/logo.png'"),
    "a logo with other capitals": ("logo: company/Logo.svg\n", 1, "did you mean 'logo.svg'?"),
    "a logo outside": ("logo: ../logo.svg\n", 1, "leads out of this repository"),
    "a logo on the web": ("logo: https://acme.test/logo.svg\n", 1, "leads out of this repository"),
    "a logo through a link": ("logo: company/linked.svg\n", 1, "is a link to another place"),
    "a logo that is a folder": ("logo: company/folder.png\n", 1, "is a folder; write the image's file"),
    "a logo that is no image": ("logo: company/logo.pdf\n", 1, "is no image that pages can show"),
    "a logo that is not what it says": ("logo: company/fake.png\n", 1, "is no png inside"),
    "a drawing that is none": ("logo: company/fake.svg\n", 1, "is no svg inside"),
    "a drawing with a script": ("logo: company/script.svg\n", 1, "holds a script"),
    "a drawing that asks for another": ("logo: company/asks.svg\n", 1, "asks for https://acme.test/a.png"),
    "a drawing with a foreign style": ("logo: company/style.svg\n", 1, "asks for a style or an image of another site"),
    "a drawing with entities": ("logo: company/entities.svg\n", 1, "declares entities"),
    "a logo that is too heavy": ("logo: company/heavy.png\n", 1, "weighs 201 kB"),
    "a contact without a name": ("contacts:\n  course: {email: a@acme.test}\n", 2, "'name' is missing"),
    "an unknown contact": ("contacts:\n  boss: {name: Ana}\n", 2, "unknown key 'boss'; write course, payment"),
    "an address that is no email": ("contacts: {course: {name: Ana, email: ana at acme}}\n", 1, "write an e-mail address"),
    "an email with a subject": ("contacts: {course: {name: Ana, email: 'a@b.test?bcc=c@d.test'}}\n", 1, "an e-mail address"),
    "a script as a policy": (
        "policies: {gifts: {title: {fr: R, en: R}, url: 'javascript:alert(1)'}}\n", 1, "begins with https:// or mailto:"
    ),
    "an address of this machine": ("address: http://localhost:8000/\n", 1, "only your machine or network answers there"),
    "an address without its slash": ("address: https://acme.test/course\n", 1, "with a slash at the end"),
    "typographic quotation marks": ("address: “https://acme.test/”\n", 1, "“ ” and « » are no quotation marks to this file"),
    "a value in unequal parts": (
        "values:\n  - name: {fr: A, en: A}\n    gestures: {fr: [Un., Deux.], en: One.}\n", 3,
        "'values.1.gestures' has 2 in 'fr', 1 in 'en'; write as many in each language",
    ),
    "a value without a name": ("values:\n  - gestures: {fr: A, en: A}\n", 2, "'name' is missing in 'values.1'"),
    "values that are words": ("values: [Respect, Écoute]\n", 1, "'values.1' cannot be \"Respect\""),
    "a certificate without a name": ("certificate:\n  title: Directrice\n", 1, "'name' is missing in 'certificate'"),
    "an empty text": ('name: ""\n', 1, "'name' cannot be \"\""),
    "a control sign": ('name: "Acme\\x02"\n', 1, "holds a sign that no page can show"),
    "an anchor": ("name: &Co Acme\n", 1, "'&Co' would be taken out of this text"),
    "a tag": ("name: !Bienvenue Acme\n", 1, "'!Bienvenue' would be taken out of this text"),
    "an alias": ("name: *Acme\n", 1, "'*Acme' repeats a value"),
    "a merge": ("name: Acme\n<<: {mastery: 80}\n", 2, "unknown key '<<'"),
    "braces of a template": ("name: {{ company }}\n", 1, "'name' cannot be"),
    "a link of Markdown": ("name: [Acme](https://acme.test)\n", 1, "put a text that holds or begins with"),
    "a sign that cannot begin": ("mastery: 80\nname: @acme\n", 2, "a text cannot begin with this sign"),
    "a colon within": ("name: Acme: une école\n", 1, "put a text that holds ': ' between quotes"),
    "a quotation mark never closed": ("mastery: 80\nname: 'L’école\n", 2, "the quotation mark opened here is never closed"),
    "an apostrophe between single quotes": ("name: 'L'école'\n", 1, "does not line up"),
    "a list never closed": ("languages: [fr, en\nmastery: 80\n", 2, "close it"),
    "lines that do not line up": ("contacts:\n  course:\n    name: Ana\n   phone: A\n", 4, "does not line up"),
    "a list in place of keys": ("- name: Acme\n", 1, "write keys such as mastery:"),
    "two files": ("name: Acme\n---\nmastery: 80\n", 2, "--- begins another file"),
    "latin-1": ("mastery: 80\nname: Acmé\n".encode("latin-1"), 2, "« é » is not saved as UTF-8"),
    "UTF-16": ("name: Acme\n".encode("utf-16"), 1, "saved as UTF-16"),
}  # fmt: skip
