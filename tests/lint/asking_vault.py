"""AskingVault stands before every vault whose connection asks first. What it forgets to pass on would answer as an empty
vault does, and what it forgets to ask about would change without a question: it overrides every virtual of VaultBackend."""
import re
import sys



def names(path, head, pattern):
    text = re.sub(r"//.*", "", open(path, encoding="utf-8").read())
    return set(re.findall(pattern, text[text.index(head):]))


virtual = names("core/backend/vault_backend.h", "class VaultBackend :", r"virtual [^;{]*?(\w+)\(")
overridden = names("core/services/safe_mode/asking_vault.h", "class AskingVault", r"(\w+)\([^;{]*\) (?:const )?override")
missing = sorted(virtual - overridden)
for name in missing:
    print(f"core/services/safe_mode/asking_vault.h: {name} of VaultBackend isn't overridden")
sys.exit(1 if missing or len(virtual) < 30 else 0)
