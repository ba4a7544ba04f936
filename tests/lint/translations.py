#!/usr/bin/env python3
"""translations.py LUPDATE [--self-test]: every text is translated, and says the same with the same parts. Run in the project's folder.

The .ts files must be what lupdate makes of the sources; each message needs a finished translation with the places (%1, %Ln),
mnemonics, mark-up and ends of its source, and every plural form of its language.
"""
import collections
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

FOLDER = pathlib.Path("translations")
PLURALS = {"de": 2, "en": 2}
ENDS = "….:?*"


def places(text):
    return sorted(re.findall(r"%L?n|%L?\d+", text))


def problems_of(source, text):
    if not text:
        yield "is empty"
        return
    wanted, found = places(source), places(text)
    if wanted != found:
        yield f"has {found}, not {wanted}"
    if len(re.findall(r"&(?=\w)", source)) != len(re.findall(r"&(?=\w)", text)):
        yield "differs in the mnemonic (&)"
    if sorted(re.findall(r"</?(?:b|i|p|br|a)>", source)) != sorted(re.findall(r"</?(?:b|i|p|br|a)>", text)):
        yield "differs in the mark-up"
    if (source[0].isspace(), source[-1].isspace()) != (text[0].isspace(), text[-1].isspace()):
        yield "differs in the space around it"
    if source[-1] in ENDS and text[-1] != source[-1]:
        yield f"does not end with {source[-1]}"
    if "\n" in source and source.count("\n") != text.count("\n"):
        yield "differs in its lines"


def check(ts):
    """The problems of one .ts file, as sentences."""
    root = ET.parse(ts).getroot()
    language = root.get("language")
    forms_wanted = PLURALS.get(language)
    if forms_wanted is None:
        yield f"{ts.name}: the plural forms of {language} are not known to this test (PLURALS)"
        return
    for context in root.iter("context"):
        for message in context.iter("message"):
            source, translation = message.findtext("source"), message.find("translation")
            where = f"{ts.name}, {context.findtext('name')}, {source!r}"
            if translation.get("type"):
                yield f"{where}: {translation.get('type')}"
                continue
            if "%n" in source:
                yield f"{where}: a number without the separators of the language: write %Ln"
            numerus = message.get("numerus") == "yes"
            texts = [f.text or "" for f in translation.iter("numerusform")] if numerus else [translation.text or ""]
            if numerus and len(texts) != forms_wanted:
                yield f"{where}: {len(texts)} plural forms, not {forms_wanted}"
            for text in texts:
                for problem in problems_of(source, text):
                    yield f"{where}: {text!r} {problem}"


def messages(ts):
    """What lupdate decides: the texts, not their translations."""
    found = collections.Counter()
    for context in ET.parse(ts).getroot().iter("context"):
        for m in context.iter("message"):
            found[(context.findtext("name"), m.findtext("source"), m.findtext("comment"), m.get("numerus"))] += 1
    return found


def up_to_date(lupdate, folder):
    with tempfile.TemporaryDirectory() as scratch:
        copy = pathlib.Path(scratch)
        for ts in folder.glob("*.ts"):
            shutil.copy(ts, copy)
        subprocess.run(["translations/update.sh", lupdate, copy], check=True)
        for ts in sorted(folder.glob("*.ts")):
            old, new = messages(ts), messages(copy / ts.name)
            for text in new - old:
                yield f"{ts.name} lacks {text}: build the target update_translations, then translate it"
            for text in old - new:
                yield f"{ts.name} still has {text}, which is no longer in the sources: build the target update_translations"


def all_problems(lupdate, folder):
    found = list(up_to_date(lupdate, folder))
    files = sorted(folder.glob("*.ts"))
    if not any(messages(ts) for ts in files):
        found.append("there is no text at all")
    for ts in files:
        found += check(ts)
    return found


def self_test(lupdate):
    """Each kind of damage to a good copy is found."""
    damages = [
        ("<translation>Lokaler Tresor</translation>", '<translation type="unfinished">Lokaler Tresor</translation>'),
        ("<translation>Lokaler Tresor</translation>", "<translation></translation>"),
        ("<source>Local vault</source>", "<source>Another text</source>"),
        ("<translation>„%1“ bearbeiten</translation>", "<translation>Bearbeiten</translation>"),
        ("<translation>&amp;Datei</translation>", "<translation>Datei</translation>"),
        ("<numerusform>%Ln Tage</numerusform>", ""),
        ("<numerusform>%Ln Tage</numerusform>", "<numerusform></numerusform>"),
        ("<translation>&amp;Bearbeiten …</translation>", "<translation>&amp;Bearbeiten</translation>"),
    ]
    missed = []
    for old, new in damages:
        with tempfile.TemporaryDirectory() as scratch:
            for ts in FOLDER.glob("*.ts"):
                shutil.copy(ts, scratch)
            german = pathlib.Path(scratch) / "latchkey_de.ts"
            text = german.read_text(encoding="utf-8")
            if old not in text:
                missed.append(f"{old} is not in the file: change this self-test")
                continue
            german.write_text(text.replace(old, new, 1), encoding="utf-8")
            if not all_problems(lupdate, pathlib.Path(scratch)):
                missed.append(f"not found: {old} → {new}")
    return missed


def main():
    lupdate = sys.argv[1]
    found = self_test(lupdate) if "--self-test" in sys.argv else all_problems(lupdate, FOLDER)
    for problem in found:
        print(problem)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
