#!/usr/bin/env python3
"""covered.py PACKAGES PID: does each library that the process PID has loaded, plugins too, come with PACKAGES (the
fields Depends and Recommends) or with what these depend on? What is left out is named, and the exit status is 1."""
import os
import re
import subprocess
import sys


def names(field):
    return [re.sub(r'[ :(].*', '', part.strip()) for part in re.split(r'[,|]', field) if part.strip()]


def installed():
    out = subprocess.run(['dpkg-query', '-W', '-f', '${Package}\t${Pre-Depends}, ${Depends}\t${Provides}\n'],
                         check=True, capture_output=True, text=True).stdout
    needs, provided = {}, {}
    for line in out.splitlines():
        package, depends, provides = line.split('\t')
        needs[package] = names(depends)
        for name in names(provides):
            provided.setdefault(name, []).append(package)
    return needs, provided


def closure(start):
    needs, provided = installed()
    seen, todo = set(), list(start)
    while todo:
        name = todo.pop()
        if name in seen:
            continue
        seen.add(name)
        todo += needs.get(name, provided.get(name, []))
    return seen


def loaded(pid):
    with open(f'/proc/{pid}/maps', encoding='utf-8') as maps:
        paths = {line.split(None, 5)[5].strip() for line in maps if len(line.split(None, 5)) == 6}
    return sorted(p for p in paths if re.search(r'\.so(\.|$)', p))


def owner(path):
    real = os.path.realpath(path)
    tries = [real] + ([real[4:]] if real.startswith('/usr/lib') else ['/usr' + real])  # a merged /usr has two names
    for name in tries:
        out = subprocess.run(['dpkg-query', '-S', name], capture_output=True, text=True)
        if out.returncode == 0:
            return out.stdout.split(':')[0]
    return None


def main():
    covered = closure(names(sys.argv[1]))
    libraries = loaded(sys.argv[2])
    if not any('qt6/plugins/sqldrivers' in path for path in libraries):
        sys.exit('the SQL plugin is not loaded: the program has opened no vault')
    missing = [f'{path} ({package})' for path in libraries if (package := owner(path)) not in covered]
    if missing:
        sys.exit('no dependency brings ' + ', '.join(missing))
    print(f'{len(libraries)} libraries, each from a dependency')


main()
