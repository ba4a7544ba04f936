#!/usr/bin/env python3
"""Keeps the layer rule: no cycle between files or folders, no upward include, no window system in core, no source file
over 500 lines. `include_graph.py ROOT` checks a tree; `include_graph.py --self-test` checks the checker."""
import os
import re
import sys
import tempfile

LIMIT = 500
TOPS = ('core', 'ui', 'app', 'server')
MAY_USE = {'core': {'core'}, 'ui': {'ui', 'core'}, 'app': {'app', 'ui', 'core'}, 'server': {'server', 'core'}}
# Rooms from the bottom up; a room may include its own level's rooms only if it is the same room.
LEVELS = {
    'core': [['model'], ['token'], ['policy', 'backend'], ['wire'], ['storage', 'remote', 'secrets', 'merged'], ['services']],
    'ui': [['theme', 'platform'], ['format', 'settings', 'commands', 'feedback', 'paste'], ['lock', 'permissions', 'logs'],
           ['keys', 'sidebar', 'detail', 'dialogs'],
           ['audit', 'catalogue', 'compare', 'customers', 'rules', 'help', 'jobs', 'transfer', 'why'], ['connections'], ['shell']],
    'server': [['config', 'ops'], ['verify', 'auth'], ['api', 'ctl'], ['http'], ['program']],
}
# Within the lower levels of ui these may look at each other in one direction only.
ALSO = {('ui/settings', 'ui/commands'), ('ui/settings', 'ui/format'), ('ui/feedback', 'ui/commands'),
        ('ui/feedback', 'ui/format'), ('ui/commands', 'ui/format'), ('ui/platform', 'ui/theme')}
WINDOWS = re.compile(r'#\s*include\s*<(Qt(Gui|Widgets|Svg)\b|Q(Widget|Pixmap|Image|Color|Font|Icon|Painter|Palette|Cursor|'
                     r'Action|Clipboard|GuiApplication|Application|Dialog|Screen|Window)\b)')
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.M)


def sources(root):
    for top in TOPS:
        for folder, _, names in os.walk(os.path.join(root, top)):
            for name in sorted(names):
                if name.endswith(('.h', '.cpp', '.mm')):
                    yield os.path.relpath(os.path.join(folder, name), root)


def room(path):
    parts = path.split('/')
    return '/'.join(parts[:2]) if len(parts) > 2 else parts[0]


def level(r):
    top, _, name = r.partition('/')
    for i, names in enumerate(LEVELS.get(top, [])):
        if name in names:
            return i
    return None


def cycle(graph):
    state, stack = {}, []

    def visit(node):
        state[node] = 1
        stack.append(node)
        for nxt in sorted(graph.get(node, ())):
            if state.get(nxt) == 1:
                return stack[stack.index(nxt):] + [nxt]
            if nxt not in state:
                found = visit(nxt)
                if found:
                    return found
        stack.pop()
        state[node] = 2
        return None

    sys.setrecursionlimit(10000)
    for node in sorted(graph):
        if node not in state:
            found = visit(node)
            if found:
                return found
    return None


def check(root):
    problems, files, rooms, sizes = [], {}, {}, []
    for path in sources(root):
        text = open(os.path.join(root, path), encoding='utf-8').read()
        sizes.append(text.count('\n'))
        if sizes[-1] > LIMIT:
            problems.append(f'{path}: {sizes[-1]} lines, at most {LIMIT}')
        if path.startswith('core/') and WINDOWS.search(text):
            problems.append(f'{path}: core includes the window system')
        files[path] = set()
        for target in INCLUDE.findall(text):
            if target.split('/')[0] not in TOPS:
                continue
            files[path].add(target)
            if not os.path.exists(os.path.join(root, target)):
                problems.append(f'{path}: includes {target}, which is not there')
                continue
            a, b = room(path), room(target)
            if target.split('/')[0] not in MAY_USE[path.split('/')[0]]:
                problems.append(f'{path}: upward include of {target}')
            if a != b:
                rooms.setdefault(a, set()).add(b)
                la, lb = level(a), level(b)
                if a.split('/')[0] == b.split('/')[0]:
                    if la is None or lb is None:
                        problems.append(f'{path}: room {a if la is None else b} has no place in the layers')
                    elif lb > la or (lb == la and (a, b) not in ALSO):
                        problems.append(f'{path}: {a} may not include {b} ({target})')
    for graph, what in ((files, 'files'), (rooms, 'folders')):
        found = cycle(graph)
        if found:
            problems.append(f'cycle of {what}: ' + ' -> '.join(found))
    sizes.sort()
    if sizes:
        print(f'{len(sizes)} source files, median {sizes[len(sizes) // 2]} lines, p90 {sizes[len(sizes) * 9 // 10]}, longest {sizes[-1]}')
    return problems


def self_test():
    good = {'core/model/a.h': '', 'core/token/b.h': '#include "core/model/a.h"\n', 'ui/shell/c.cpp': '#include "core/token/b.h"\n'}
    bad = {
        'upward': {'core/model/a.h': '#include "core/token/b.h"\n', 'core/token/b.h': ''},
        'upward include of': {'core/model/a.h': '#include "ui/shell/c.h"\n', 'ui/shell/c.h': ''},
        'cycle of files': {'core/model/a.h': '#include "core/model/b.h"\n', 'core/model/b.h': '#include "core/model/a.h"\n'},
        'cycle of folders': {'core/token/a.h': '#include "core/model/x.h"\n', 'core/model/x.h': '', 'core/model/y.h': '#include "core/token/z.h"\n', 'core/token/z.h': ''},
        'window system': {'core/model/a.h': '#include <QWidget>\n'},
        'at most 500': {'core/model/a.h': '\n' * 501},
        'not there': {'core/model/a.h': '#include "core/model/none.h"\n'},
    }

    def run(tree):
        with tempfile.TemporaryDirectory() as d:
            for path, text in tree.items():
                os.makedirs(os.path.dirname(os.path.join(d, path)), exist_ok=True)
                open(os.path.join(d, path), 'w', encoding='utf-8').write(text)
            return check(d)

    assert run(good) == [], run(good)
    for name, tree in bad.items():
        found = run(tree)
        want = name if name != 'upward' else 'may not include'
        assert any(want in p for p in found), (name, found)
    print('every planted violation was found')


if __name__ == '__main__':
    if sys.argv[1:] == ['--self-test']:
        self_test()
        sys.exit(0)
    found = check(sys.argv[1] if len(sys.argv) > 1 else '.')
    print('\n'.join(found))
    sys.exit(1 if found else 0)
