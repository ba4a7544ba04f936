#!/usr/bin/env python3
"""pseudo.py IN.ts OUT.ts [--rtl]: "translates" every text of IN.ts into English that is accented, 40 % longer and in brackets.

With it, a text without brackets is a text that nobody can translate, and a text without its closing bracket is cut off.
With --rtl it counts as a text that is read from right to left.
"""
import re
import sys
import xml.etree.ElementTree as ET

ACCENTS = str.maketrans("AEIOUYCNSaeiouycns", "ÅÉÎÖÛÝÇÑŠåéîöûýçñš")
OPEN, CLOSE = "⟦", "⟧"
# What has to stay as it is: places, plural counts, line ends, mark-up, entities, file patterns.
KEPT = re.compile(r"%L?n|%L?\d+|<[^>]*>|&[a-z]+;|\(\*[^)]*\)|;;|\n|\.latchkey|<\w+>")


def lengthened(text):
    parts, kept, at = [], [], 0
    for m in KEPT.finditer(text):
        parts.append(text[at:m.start()].translate(ACCENTS))
        kept.append(m.group())
        at = m.end()
    parts.append(text[at:].translate(ACCENTS))
    out = "".join(p + (kept[i] if i < len(kept) else "") for i, p in enumerate(parts))
    return out, sum(len(p) for p in parts)


def pseudo(text, comment):
    if comment == "date format":
        return f"'{OPEN}'{text}'{CLOSE}'"
    out, length = lengthened(text)
    more = max(1, round(length * 0.4))
    return OPEN + out + " " + ("lorem ipsum dolor sit amet " * (more // 27 + 1))[:more].strip().replace(" ", " ") + CLOSE


def main(source, target, *options):
    mark = "\u200f" if "--rtl" in options else ""
    tree = ET.parse(source)
    tree.getroot().set("language", "en_GB")  # two plural forms
    for message in tree.iter("message"):
        text = message.findtext("source")
        comment = message.findtext("comment") or ""
        translation = message.find("translation")
        translation.attrib.pop("type", None)
        translation.text = None
        for child in list(translation):
            translation.remove(child)
        if message.get("numerus") == "yes":
            for _ in range(2):
                ET.SubElement(translation, "numerusform").text = mark + pseudo(text, comment)
        else:
            translation.text = mark + pseudo(text, comment)
    tree.write(target, encoding="utf-8", xml_declaration=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
