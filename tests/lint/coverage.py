#!/usr/bin/env python3
"""Every test that docs/coverage.md names is there: `coverage.py ROOT`."""
import os
import re
import sys

ROW = re.compile(r'^\|.*\| `(tests/[^`]+)` (\w+) \|$')


def problems(root):
    with open(os.path.join(root, 'docs/coverage.md'), encoding='utf-8') as page:
        lines = page.read().split('\n')
    named = 0
    for number, line in enumerate(lines, 1):
        if 'tests/' not in line or not line.startswith('|'):
            continue
        match = ROW.match(line)
        if not match:
            yield f'docs/coverage.md:{number}: a row does not end in a test'
            continue
        named += 1
        path, function = match.groups()
        try:
            with open(os.path.join(root, path), encoding='utf-8') as source:
                found = re.search(rf'\bvoid {function}\(\)', source.read())
        except OSError:
            found = None
        if not found:
            yield f'docs/coverage.md:{number}: no {function} in {path}'
    if named < 60:
        yield f'docs/coverage.md: only {named} rows name a test'


def main():
    bad = list(problems(sys.argv[1]))
    print('\n'.join(bad))
    return 1 if bad else 0


sys.exit(main())
