#!/usr/bin/env python3
"""The bench program runs on a small vault and gives every figure that docs/performance.md names."""
import json
import subprocess
import sys

out = subprocess.run([sys.argv[1], "--keys", "300", "--json"], check=True, capture_output=True, text=True).stdout
result = json.loads(out)
for name in ("first_screen_ms", "keystroke_p50_ms", "keystroke_p95_ms", "keystroke_max_ms", "sort_ms", "jump_end_ms",
             "create_ms", "stall_max_ms", "peak_rss_mb"):
    assert result[name] > 0, (name, result)
assert 250 <= result["keys"] <= 300, result  # some are in Recently deleted
bad = subprocess.run([sys.argv[1], "--keys", "none"], capture_output=True, text=True)
assert bad.returncode == 2 and "number" in bad.stderr, bad
