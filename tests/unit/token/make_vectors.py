#!/usr/bin/env python3
"""Token vectors by an implementation that shares no code with the program: python's zlib and hashlib.
make_vectors.py > vectors.txt; each line: head, check, verifier in hex."""
import hashlib
import zlib

ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'


def check(head):
    n, out = zlib.crc32(head.encode()), ''
    for _ in range(6):
        n, digit = divmod(n, 62)
        out = ALPHABET[digit] + out
    return out


heads = [
    'lk_live_000000000000_00000000000000000000000000000000',
    'lk_stage_4fQz8KpW02aB_zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz',
    'lk_dev_ABCDEFGHIJKL_0123456789abcdefghijklmnopqrstuv',
    'lk_adm_zZ9zZ9zZ9zZ9_QwErTyUiOpAsDfGhJkLzXcVbNm012345',
    'acme2026_live_a1B2c3D4e5F6_abcdefghijklmnopqrstuvwxyzABCDEF',
    'k2_dev_000000000001_ZYXWVUTSRQPONMLKJIHGFEDCBAzyxwvu',
]
n = 0
while sum(check(h).startswith('00') for h in heads) < 2:  # checks with leading zeros
    h = 'lk_live_%012d_%032d' % (n, n * 7919)
    n += 1
    if check(h).startswith('00'):
        heads.append(h)
for h in heads:
    token = h + check(h)
    print(h, check(h), hashlib.sha256(b'latchkey-key-v1\0' + token.encode()).hexdigest())
