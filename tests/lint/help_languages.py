#!/usr/bin/env python3
"""help_languages.py [--self-test]: the help says the same in every language. Run in the project's folder.

Each language of translations/ has every page of resources/help, in a folder of its name; a page has the links, headings, list
entries and `code` of the English one, and its **bold** words, where they are the program's, are those that the program shows.
"""
import collections
import pathlib
import re
import shutil
import sys
import tempfile
import xml.etree.ElementTree as ET

HELP = pathlib.Path("resources/help")
QRC = pathlib.Path("resources/latchkey_help.qrc")
TRANSLATIONS = pathlib.Path("translations")
PARTS = {
    "links": re.compile(r"\]\(([^)]+)\)"),
    "headings": re.compile(r"^(#+) ", re.M),
    "list entries": re.compile(r"^(-|\d+\.) ", re.M),
    "code": re.compile(r"`([^`]+)`"),
    "bold words": re.compile(r"\*\*[^*]+\*(\*)"),  # how many
}
BOLD = re.compile(r"\*\*([^*]+)\*\*")


def plain(text):
    """A text without what a menu adds to it."""
    return re.sub(r"\s*…$", "", re.sub(r"&(?=\w)", "", text)).strip()


def words(ts):
    """English text -> what the program shows instead of it; one English word may have several."""
    shown = collections.defaultdict(set)
    for message in ET.parse(ts).getroot().iter("message"):
        shown[plain(message.findtext("source"))].add(plain(message.findtext("translation") or ""))
    return shown


def own_code(ts):
    """The folder in which the program looks for the pages of this language."""
    for context in ET.parse(ts).getroot().iter("context"):
        if context.findtext("name") == "help":
            return next((m.findtext("translation") for m in context.iter("message") if m.findtext("source") == "en"), None)
    return None


def problems_of_page(english, other, shown):
    for what, pattern in PARTS.items():
        wanted, found = (collections.Counter(m.group(1) for m in pattern.finditer(t)) for t in (english, other))
        if wanted != found:
            yield f"differs in its {what}: lacks {dict(wanted - found)}, has {dict(found - wanted)} more"
    bold = collections.Counter(BOLD.findall(other))
    for word in BOLD.findall(english):
        ways = shown.get(word)
        if not ways:
            continue
        said = next((w for w in sorted(ways) if bold[w] > 0), None)
        if said is None:
            yield f"does not call **{word}** as the program does: {sorted(ways)}"
        else:
            bold[said] -= 1


def problems(help_folder, translations, qrc):
    pages = {p.name: p.read_text(encoding="utf-8") for p in help_folder.glob("*.md")}
    if not pages:
        yield "there is no page at all"
    listed = {r.get("prefix"): {f.get("alias"): f.text for f in r} for r in ET.parse(qrc).getroot()}
    wanted = {"/latchkey/help/en": {name: f"help/{name}" for name in pages}}
    languages = set()
    for ts in sorted(translations.glob("latchkey_*.ts")):
        code = ts.stem.removeprefix("latchkey_")
        if code == "en":
            continue
        languages.add(code)
        wanted[f"/latchkey/help/{code}"] = {name: f"help/{code}/{name}" for name in pages}
        if own_code(ts) != code:
            yield f"{ts.name}: the text “en” of “help” is translated as {own_code(ts)}, not as {code}"
        shown = words(ts)
        folder = help_folder / code
        for name in sorted(pages.keys() - {p.name for p in folder.glob("*.md")}):
            yield f"{folder}/{name} is missing"
        for page in sorted(folder.glob("*.md")):
            if page.name not in pages:
                yield f"{page} is no page in English"
                continue
            for problem in problems_of_page(pages[page.name], page.read_text(encoding="utf-8"), shown):
                yield f"{page} {problem}"
    for folder in help_folder.iterdir():
        if folder.is_dir() and folder.name not in languages:
            yield f"{folder} is of no language of {translations}"
    if listed != wanted:
        yield f"{qrc.name} does not list exactly these pages"


def self_test():
    """Each kind of damage to a good copy is found."""
    damages = {
        "a missing page": lambda f: (f / "help/de/limits.md").unlink(),
        "a page of its own": lambda f: (f / "help/de/more.md").write_text("# Mehr\n"),
        "another link": lambda f: change(f / "help/de/limits.md", "# Ratenlimits", "# Ratenlimits\n\n[Ablauf](expiry.md)"),
        "a heading more": lambda f: change(f / "help/de/limits.md", "Ein Limit", "## Beispiel\n\nEin Limit"),
        "a list entry less": lambda f: change(f / "help/de/expiry.md", "- **Kürz", "**Kürz"),
        "other code": lambda f: change(f / "help/de/search.md", "`last:never`", "`last:nie`"),
        "another word": lambda f: change(f / "help/de/rotation.md", "**Neu erzeugen**", "**Regenerieren**"),
        "a word less": lambda f: change(f / "help/de/rotation.md", "**Neu erzeugen**", "Neu erzeugen"),
        "another folder": lambda f: (f / "help/de").rename(f / "help/nl"),
        "another code": lambda f: change(f / "translations/latchkey_de.ts", "<translation>de<", "<translation>nl<"),
        "a page that is not built in": lambda f: change(f / "pages.qrc", 'alias="start.md">help/de/', 'alias="x.md">help/de/'),
    }
    missed = []
    for name, damage in {"nothing": lambda f: None, **damages}.items():
        with tempfile.TemporaryDirectory() as scratch:
            copy = pathlib.Path(scratch)
            shutil.copytree(HELP, copy / "help")
            (copy / "translations").mkdir()
            for ts in TRANSLATIONS.glob("*.ts"):
                shutil.copy(ts, copy / "translations")
            shutil.copy(QRC, copy / "pages.qrc")
            damage(copy)
            if bool(list(problems(copy / "help", copy / "translations", copy / "pages.qrc"))) == (name == "nothing"):
                missed.append("found although nothing is wrong" if name == "nothing" else f"not found: {name}")
    return missed


def change(file, old, new):
    text = file.read_text(encoding="utf-8")
    if old not in text:
        sys.exit(f"{old} is not in {file.name}: change this self-test")
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def main():
    found = self_test() if "--self-test" in sys.argv else list(problems(HELP, TRANSLATIONS, QRC))
    for problem in found:
        print(problem)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
