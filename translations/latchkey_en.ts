<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ChangeQuestion</name>
    <message numerus="yes">
        <source>Create %Ln keys?</source>
        <translation>
            <numerusform>Create %Ln key?</numerusform>
            <numerusform>Create %Ln keys?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Activate %Ln keys?</source>
        <translation>
            <numerusform>Activate %Ln key?</numerusform>
            <numerusform>Activate %Ln keys?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deactivate %Ln keys?</source>
        <translation>
            <numerusform>Deactivate %Ln key?</numerusform>
            <numerusform>Deactivate %Ln keys?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %Ln keys?</source>
        <translation>
            <numerusform>Restore %Ln key?</numerusform>
            <numerusform>Restore %Ln keys?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln keys?</source>
        <translation>
            <numerusform>Delete %Ln key?</numerusform>
            <numerusform>Delete %Ln keys?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln keys?</source>
        <translation>
            <numerusform>Revoke %Ln key?</numerusform>
            <numerusform>Revoke %Ln keys?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo the change of %Ln keys?</source>
        <translation>
            <numerusform>Undo the change of %Ln key?</numerusform>
            <numerusform>Undo the change of %Ln keys?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln keys?</source>
        <translation>
            <numerusform>Change %Ln key?</numerusform>
            <numerusform>Change %Ln keys?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bulk</name>
    <message numerus="yes">
        <source>Activated %Ln keys</source>
        <translation>
            <numerusform>Activated %Ln key</numerusform>
            <numerusform>Activated %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deactivated %Ln keys</source>
        <translation>
            <numerusform>Deactivated %Ln key</numerusform>
            <numerusform>Deactivated %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %Ln keys</source>
        <translation>
            <numerusform>Deleted %Ln key</numerusform>
            <numerusform>Deleted %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restored %Ln keys</source>
        <translation>
            <numerusform>Restored %Ln key</numerusform>
            <numerusform>Restored %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %Ln keys permanently</source>
        <translation>
            <numerusform>Deleted %Ln key permanently</numerusform>
            <numerusform>Deleted %Ln keys permanently</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoked %Ln keys</source>
        <translation>
            <numerusform>Revoked %Ln key</numerusform>
            <numerusform>Revoked %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changed %Ln keys</source>
        <translation>
            <numerusform>Changed %Ln key</numerusform>
            <numerusform>Changed %Ln keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>catalogue</name>
    <message numerus="yes">
        <source>%Ln keys hold %1. They keep it, shown by its id as not in the catalogue.</source>
        <translation>
            <numerusform>%Ln key holds %1. It keeps it, shown by its id as not in the catalogue.</numerusform>
            <numerusform>%Ln keys hold %1. They keep it, shown by its id as not in the catalogue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys hold %1 already. It is then shown by its name.</source>
        <translation>
            <numerusform>%Ln key holds %1 already. It is then shown by its name.</numerusform>
            <numerusform>%Ln keys hold %1 already. It is then shown by its name.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys that were %1 on %2 become %3. What they may do stays the same.</source>
        <translation>
            <numerusform>%Ln key that was %1 on %2 becomes %3. What it may do stays the same.</numerusform>
            <numerusform>%Ln keys that were %1 on %2 become %3. What they may do stays the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys hold %1, which then belongs to the other type of key. They keep it.</source>
        <translation>
            <numerusform>%Ln key holds %1, which then belongs to the other type of key. It keeps it.</numerusform>
            <numerusform>%Ln keys hold %1, which then belongs to the other type of key. They keep it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys hold %1, which then fits their type.</source>
        <translation>
            <numerusform>%Ln key holds %1, which then fits its type.</numerusform>
            <numerusform>%Ln keys hold %1, which then fits their type.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>connections</name>
    <message numerus="yes">
        <source>%Ln keys</source>
        <translation>
            <numerusform>%Ln key</numerusform>
            <numerusform>%Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The key has %Ln permissions.</source>
        <translation>
            <numerusform>The key has %Ln permission.</numerusform>
            <numerusform>The key has %Ln permissions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>copy</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jobs</name>
    <message numerus="yes">
        <source>Activate %Ln keys</source>
        <translation>
            <numerusform>Activate %Ln key</numerusform>
            <numerusform>Activate %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deactivate %Ln keys</source>
        <translation>
            <numerusform>Deactivate %Ln key</numerusform>
            <numerusform>Deactivate %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln keys</source>
        <translation>
            <numerusform>Delete %Ln key</numerusform>
            <numerusform>Delete %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %Ln keys</source>
        <translation>
            <numerusform>Restore %Ln key</numerusform>
            <numerusform>Restore %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln keys permanently</source>
        <translation>
            <numerusform>Delete %Ln key permanently</numerusform>
            <numerusform>Delete %Ln keys permanently</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln keys</source>
        <translation>
            <numerusform>Revoke %Ln key</numerusform>
            <numerusform>Revoke %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rotate %Ln keys</source>
        <translation>
            <numerusform>Rotate %Ln key</numerusform>
            <numerusform>Rotate %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add tags to %Ln keys</source>
        <translation>
            <numerusform>Add tags to %Ln key</numerusform>
            <numerusform>Add tags to %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove tags from %Ln keys</source>
        <translation>
            <numerusform>Remove tags from %Ln key</numerusform>
            <numerusform>Remove tags from %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set the owner of %Ln keys</source>
        <translation>
            <numerusform>Set the owner of %Ln key</numerusform>
            <numerusform>Set the owner of %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set the expiry of %Ln keys</source>
        <translation>
            <numerusform>Set the expiry of %Ln key</numerusform>
            <numerusform>Set the expiry of %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set the rate limit of %Ln keys</source>
        <translation>
            <numerusform>Set the rate limit of %Ln key</numerusform>
            <numerusform>Set the rate limit of %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln keys</source>
        <translation>
            <numerusform>Export %Ln key</numerusform>
            <numerusform>Export %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep requests for %Ln days</source>
        <translation>
            <numerusform>Keep requests for %Ln day</numerusform>
            <numerusform>Keep requests for %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo the import of %Ln keys</source>
        <translation>
            <numerusform>Undo the import of %Ln key</numerusform>
            <numerusform>Undo the import of %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redo the import of %Ln keys</source>
        <translation>
            <numerusform>Redo the import of %Ln key</numerusform>
            <numerusform>Redo the import of %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys were rotated.</source>
        <translation>
            <numerusform>%Ln key was rotated.</numerusform>
            <numerusform>%Ln keys were rotated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln more it isn&apos;t known whether the vault took them. Their new tokens are kept and marked as pending.</source>
        <translation>
            <numerusform>Of %Ln more it isn&apos;t known whether the vault took it. Its new token is kept and marked as pending.</numerusform>
            <numerusform>Of %Ln more it isn&apos;t known whether the vault took them. Their new tokens are kept and marked as pending.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AuditPage</name>
    <message numerus="yes">
        <source>The log is whole: all %Ln entries follow from each other.</source>
        <translation>
            <numerusform>The log is whole: it has %Ln entry.</numerusform>
            <numerusform>The log is whole: all %Ln entries follow from each other.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported %Ln entries.</source>
        <translation>
            <numerusform>Exported %Ln entry.</numerusform>
            <numerusform>Exported %Ln entries.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::BulkRotation</name>
    <message numerus="yes">
        <source>%Ln keys were rotated.</source>
        <translation>
            <numerusform>%Ln key was rotated.</numerusform>
            <numerusform>%Ln keys were rotated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys were not rotated. %1</source>
        <translation>
            <numerusform>%Ln key was not rotated. %1</numerusform>
            <numerusform>%Ln keys were not rotated. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rotated %Ln keys</source>
        <translation>
            <numerusform>Rotated %Ln key</numerusform>
            <numerusform>Rotated %Ln keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::BulkSheet</name>
    <message numerus="yes">
        <source>%Ln are damaged.</source>
        <translation>
            <numerusform>%Ln is damaged.</numerusform>
            <numerusform>%Ln are damaged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln don&apos;t need it or can&apos;t have it, and are skipped.</source>
        <translation>
            <numerusform>%Ln doesn&apos;t need it or can&apos;t have it, and is skipped.</numerusform>
            <numerusform>%Ln don&apos;t need it or can&apos;t have it, and are skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln keys</source>
        <translation>
            <numerusform>Change %Ln key</numerusform>
            <numerusform>Change %Ln keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CatalogueForm</name>
    <message numerus="yes">
        <source>%Ln permissions</source>
        <translation>
            <numerusform>%Ln permission</numerusform>
            <numerusform>%Ln permissions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln templates</source>
        <translation>
            <numerusform>%Ln template</numerusform>
            <numerusform>%Ln templates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CataloguePage</name>
    <message numerus="yes">
        <source>%Ln problems, marked in the list.</source>
        <translation>
            <numerusform>%Ln problem, marked in the list.</numerusform>
            <numerusform>%Ln problems, marked in the list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CustomerDeleteSheet</name>
    <message numerus="yes">
        <source>%Ln keys name this customer. They go on working as before: they keep the id “%1” and show it as unknown.</source>
        <translation>
            <numerusform>%Ln key names this customer. It goes on working as before: it keeps the id “%1” and shows it as unknown.</numerusform>
            <numerusform>%Ln keys name this customer. They go on working as before: they keep the id “%1” and show it as unknown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CustomerLinks</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CustomerModel</name>
    <message numerus="yes">
        <source>%Ln keys</source>
        <translation>
            <numerusform>%Ln key</numerusform>
            <numerusform>%Ln keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::DeleteSheet</name>
    <message numerus="yes">
        <source>Delete %Ln keys permanently?</source>
        <translation>
            <numerusform>Delete %Ln key permanently?</numerusform>
            <numerusform>Delete %Ln keys permanently?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln keys?</source>
        <translation>
            <numerusform>Delete %Ln key?</numerusform>
            <numerusform>Delete %Ln keys?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They stop working and move to Recently deleted for %Ln days. Their history stays in the audit log.</source>
        <translation>
            <numerusform>They stop working and move to Recently deleted for %Ln day. Their history stays in the audit log.</numerusform>
            <numerusform>They stop working and move to Recently deleted for %Ln days. Their history stays in the audit log.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It stops working and moves to Recently deleted for %Ln days. Its history stays in the audit log.</source>
        <translation>
            <numerusform>It stops working and moves to Recently deleted for %Ln day. Its history stays in the audit log.</numerusform>
            <numerusform>It stops working and moves to Recently deleted for %Ln days. Its history stays in the audit log.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys of %1 are left out: there they would be gone for good. Delete them separately.</source>
        <comment>connection</comment>
        <translation>
            <numerusform>%Ln key of %1 is left out: there it would be gone for good. Delete it separately.</numerusform>
            <numerusform>%Ln keys of %1 are left out: there they would be gone for good. Delete them separately.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys are left out: %1.</source>
        <comment>reason, without full stop</comment>
        <translation>
            <numerusform>%Ln key is left out: %1.</numerusform>
            <numerusform>%Ln keys are left out: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::DetailPane</name>
    <message numerus="yes">
        <source>%Ln keys selected</source>
        <translation>
            <numerusform>%Ln key selected</numerusform>
            <numerusform>%Ln keys selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::DryRunPage</name>
    <message numerus="yes">
        <source>%Ln rows have another status than the key in this vault; an import changes no status.</source>
        <translation>
            <numerusform>%Ln row has another status than the key in this vault; an import changes no status.</numerusform>
            <numerusform>%Ln rows have another status than the key in this vault; an import changes no status.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more invalid rows</source>
        <translation>
            <numerusform>… and %Ln more invalid row</numerusform>
            <numerusform>… and %Ln more invalid rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more: %1</source>
        <comment>rows, what becomes of them</comment>
        <translation>
            <numerusform>… and %Ln more: %1</numerusform>
            <numerusform>… and %Ln more: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %Ln rows an empty cell removes something that the key has. They are marked.</source>
        <translation>
            <numerusform>In %Ln row an empty cell removes something that the key has. It is marked.</numerusform>
            <numerusform>In %Ln rows an empty cell removes something that the key has. They are marked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows give permissions that this vault&apos;s catalogue doesn&apos;t know: %1. They are kept, and shown by their id.</source>
        <translation>
            <numerusform>%Ln row gives permissions that this vault&apos;s catalogue doesn&apos;t know: %1. They are kept, and shown by their id.</numerusform>
            <numerusform>%Ln rows give permissions that this vault&apos;s catalogue doesn&apos;t know: %1. They are kept, and shown by their id.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ExpiryDigest</name>
    <message numerus="yes">
        <source>%Ln keys expire soon.</source>
        <translation>
            <numerusform>%Ln key expires soon.</numerusform>
            <numerusform>%Ln keys expire soon.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ExpiryField</name>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::IpField</name>
    <message numerus="yes">
        <source>%Ln more lines are not valid either.</source>
        <translation>
            <numerusform>%Ln more line is not valid either.</numerusform>
            <numerusform>%Ln more lines are not valid either.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::KeyActions</name>
    <message numerus="yes">
        <source>Everybody who sees this screen can read the key for %Ln seconds.</source>
        <translation>
            <numerusform>Everybody who sees this screen can read the key for %Ln second.</numerusform>
            <numerusform>Everybody who sees this screen can read the key for %Ln seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows copied, without the keys themselves</source>
        <translation>
            <numerusform>%Ln row copied, without the key itself</numerusform>
            <numerusform>%Ln rows copied, without the keys themselves</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::KeysPage</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::LogJobs</name>
    <message numerus="yes">
        <source>%Ln requests were added.</source>
        <translation>
            <numerusform>%Ln request was added.</numerusform>
            <numerusform>%Ln requests were added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them came with a key of this vault.</source>
        <translation>
            <numerusform>%Ln of them came with a key of this vault.</numerusform>
            <numerusform>%Ln of them came with a key of this vault.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests of this file had been imported before.</source>
        <translation>
            <numerusform>%Ln request of this file had been imported before.</numerusform>
            <numerusform>%Ln requests of this file had been imported before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines couldn&apos;t be read.</source>
        <translation>
            <numerusform>%Ln line couldn&apos;t be read.</numerusform>
            <numerusform>%Ln lines couldn&apos;t be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines of the log couldn&apos;t be read.</source>
        <translation>
            <numerusform>%Ln line of the log couldn&apos;t be read.</numerusform>
            <numerusform>%Ln lines of the log couldn&apos;t be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests imported</source>
        <translation>
            <numerusform>%Ln request imported</numerusform>
            <numerusform>%Ln requests imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests removed</source>
        <translation>
            <numerusform>%Ln request removed</numerusform>
            <numerusform>%Ln requests removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>names of keys, number</comment>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The tokens of %Ln keys stood readable in addresses: %1. The filter Possibly exposed lists them: rotate them.</source>
        <translation>
            <numerusform>The token of %Ln key stood readable in addresses: %1. The filter Possibly exposed lists it: rotate it.</numerusform>
            <numerusform>The tokens of %Ln keys stood readable in addresses: %1. The filter Possibly exposed lists them: rotate them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lines of %Ln logs couldn&apos;t be read: %1 in all.</source>
        <translation>
            <numerusform>Lines of %Ln log couldn&apos;t be read: %1 in all.</numerusform>
            <numerusform>Lines of %Ln logs couldn&apos;t be read: %1 in all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::LogsPage</name>
    <message numerus="yes">
        <source>%Ln requests</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln requests</source>
        <translation>
            <numerusform>More than %Ln request</numerusform>
            <numerusform>More than %Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the requests seen so far</source>
        <translation>
            <numerusform>%Ln of the requests seen so far</numerusform>
            <numerusform>%Ln of the requests seen so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of the %Ln requests seen so far match. The others can&apos;t be searched while the connection is away.</source>
        <translation>
            <numerusform>The %Ln request seen so far doesn&apos;t match. The others can&apos;t be searched while the connection is away.</numerusform>
            <numerusform>None of the %Ln requests seen so far match. The others can&apos;t be searched while the connection is away.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::NewVaultSheet</name>
    <message numerus="yes">
        <source>%Ln permissions: %1</source>
        <translation>
            <numerusform>%Ln permission: %1</numerusform>
            <numerusform>%Ln permissions: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::PaneWatch</name>
    <message numerus="yes">
        <source>%1 of %Ln connections</source>
        <comment>3 of 4 connections are shown</comment>
        <translation>
            <numerusform>%1 of %Ln connection</numerusform>
            <numerusform>%1 of %Ln connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keys of %Ln connections are not shown: %1.</source>
        <translation>
            <numerusform>Keys of %Ln connection are not shown: %1.</numerusform>
            <numerusform>Keys of %Ln connections are not shown: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keys of %Ln connections are shown as they were and can&apos;t be changed now: %1.</source>
        <translation>
            <numerusform>Keys of %Ln connection are shown as they were and can&apos;t be changed now: %1.</numerusform>
            <numerusform>Keys of %Ln connections are shown as they were and can&apos;t be changed now: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::RetentionSheet</name>
    <message numerus="yes">
        <source>Would remove %Ln requests older than %1.</source>
        <translation>
            <numerusform>Would remove %Ln request older than %1.</numerusform>
            <numerusform>Would remove %Ln requests older than %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln requests</source>
        <translation>
            <numerusform>Remove %Ln request</numerusform>
            <numerusform>Remove %Ln requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ReviewView</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys are touched. No key gains or loses anything: their permissions are stored one by one, and this change doesn&apos;t alter them.</source>
        <translation>
            <numerusform>%Ln key is touched. It gains and loses nothing: its permissions are stored one by one, and this change doesn&apos;t alter them.</numerusform>
            <numerusform>%Ln keys are touched. No key gains or loses anything: their permissions are stored one by one, and this change doesn&apos;t alter them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::RevokeSheet</name>
    <message numerus="yes">
        <source>%Ln requests with it in the last 24 hours.</source>
        <translation>
            <numerusform>%Ln request with it in the last 24 hours.</numerusform>
            <numerusform>%Ln requests with it in the last 24 hours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And from %Ln others.</source>
        <comment>addresses</comment>
        <translation>
            <numerusform>And from %Ln other.</numerusform>
            <numerusform>And from %Ln others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::RiskGroups</name>
    <message numerus="yes">
        <source>%Ln used in Production in the last 24 hours</source>
        <translation>
            <numerusform>%Ln used in Production in the last 24 hours</numerusform>
            <numerusform>%Ln used in Production in the last 24 hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln used elsewhere in the last 24 hours</source>
        <translation>
            <numerusform>%Ln used elsewhere in the last 24 hours</numerusform>
            <numerusform>%Ln used elsewhere in the last 24 hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in Production, not used in the last 24 hours</source>
        <translation>
            <numerusform>%Ln in Production, not used in the last 24 hours</numerusform>
            <numerusform>%Ln in Production, not used in the last 24 hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln elsewhere, not used in the last 24 hours</source>
        <translation>
            <numerusform>%Ln elsewhere, not used in the last 24 hours</numerusform>
            <numerusform>%Ln elsewhere, not used in the last 24 hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>names of keys, number</comment>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in Production: last use not reported by %1</source>
        <translation>
            <numerusform>%Ln in Production: last use not reported by %1</numerusform>
            <numerusform>%Ln in Production: last use not reported by %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln: last use not reported by %1</source>
        <translation>
            <numerusform>%Ln: last use not reported by %1</numerusform>
            <numerusform>%Ln: last use not reported by %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in Production: no request was reported to the vault in the last 24 hours</source>
        <translation>
            <numerusform>%Ln in Production: no request was reported to the vault in the last 24 hours</numerusform>
            <numerusform>%Ln in Production: no request was reported to the vault in the last 24 hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln elsewhere: no request was reported to the vault in the last 24 hours</source>
        <translation>
            <numerusform>%Ln elsewhere: no request was reported to the vault in the last 24 hours</numerusform>
            <numerusform>%Ln elsewhere: no request was reported to the vault in the last 24 hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SecurityPage</name>
    <message numerus="yes">
        <source>%Ln minutes</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln seconds</source>
        <translation>
            <numerusform>%Ln second</numerusform>
            <numerusform>%Ln seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::Sidebar</name>
    <message numerus="yes">
        <source>%1, %Ln keys</source>
        <translation>
            <numerusform>%1, %Ln key</numerusform>
            <numerusform>%1, %Ln keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::StatusLine</name>
    <message numerus="yes">
        <source>%Ln keys</source>
        <translation>
            <numerusform>%Ln key</numerusform>
            <numerusform>%Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln keys</source>
        <translation>
            <numerusform>%1 of %Ln key</numerusform>
            <numerusform>%1 of %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the %Ln keys seen so far</source>
        <translation>
            <numerusform>%1 of the %Ln key seen so far</numerusform>
            <numerusform>%1 of the %Ln keys seen so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::StepDialog</name>
    <message numerus="yes">
        <source>Import %Ln keys</source>
        <translation>
            <numerusform>Import %Ln key</numerusform>
            <numerusform>Import %Ln keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SummaryPanel</name>
    <message numerus="yes">
        <source>Can delete in %Ln areas: %1</source>
        <translation>
            <numerusform>Can delete in %Ln area: %1</numerusform>
            <numerusform>Can delete in %Ln areas: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ThresholdsPage</name>
    <message numerus="yes">
        <source>%Ln days before</source>
        <translation>
            <numerusform>%Ln day before</numerusform>
            <numerusform>%Ln days before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days after creation</source>
        <translation>
            <numerusform>%Ln day after creation</numerusform>
            <numerusform>%Ln days after creation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days without a request</source>
        <translation>
            <numerusform>%Ln day without a request</numerusform>
            <numerusform>%Ln days without a request</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::TransferActions</name>
    <message numerus="yes">
        <source>%Ln keys were changed since and are left as they are.</source>
        <translation>
            <numerusform>%Ln key was changed since and is left as it is.</numerusform>
            <numerusform>%Ln keys were changed since and are left as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows were left out.</source>
        <translation>
            <numerusform>%Ln row was left out.</numerusform>
            <numerusform>%Ln rows were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undone: the import of %Ln keys.</source>
        <translation>
            <numerusform>Undone: the import of %Ln key.</numerusform>
            <numerusform>Undone: the import of %Ln keys.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redone: the import of %Ln keys.</source>
        <translation>
            <numerusform>Redone: the import of %Ln key.</numerusform>
            <numerusform>Redone: the import of %Ln keys.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::TrialView</name>
    <message numerus="yes">
        <source>%Ln that pass now would be refused.</source>
        <translation>
            <numerusform>%Ln that passes now would be refused.</numerusform>
            <numerusform>%Ln that pass now would be refused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln that are refused now would pass.</source>
        <translation>
            <numerusform>%Ln that is refused now would pass.</numerusform>
            <numerusform>%Ln that are refused now would pass.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln would be refused for another reason.</source>
        <translation>
            <numerusform>%Ln would be refused for another reason.</numerusform>
            <numerusform>%Ln would be refused for another reason.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln came without a known key and are refused anyway.</source>
        <translation>
            <numerusform>%Ln came without a known key and is refused anyway.</numerusform>
            <numerusform>%Ln came without a known key and are refused anyway.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %Ln requests were tried.</source>
        <translation>
            <numerusform>The last %Ln request was tried.</numerusform>
            <numerusform>The last %Ln requests were tried.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are refused for other reasons, whatever the rules are: the key is not active, or the address isn&apos;t allowed.</source>
        <translation>
            <numerusform>%Ln is refused for other reasons, whatever the rules are: the key is not active, or the address isn&apos;t allowed.</numerusform>
            <numerusform>%Ln are refused for other reasons, whatever the rules are: the key is not active, or the address isn&apos;t allowed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limits</name>
    <message numerus="yes">
        <source>%1 requests a second</source>
        <translation>
            <numerusform>%1 request a second</numerusform>
            <numerusform>%1 requests a second</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 requests a minute</source>
        <translation>
            <numerusform>%1 request a minute</numerusform>
            <numerusform>%1 requests a minute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 requests a day</source>
        <translation>
            <numerusform>%1 request a day</numerusform>
            <numerusform>%1 requests a day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 requests an hour</source>
        <translation>
            <numerusform>%1 request an hour</numerusform>
            <numerusform>%1 requests an hour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 requests</source>
        <translation>
            <numerusform>%1 request</numerusform>
            <numerusform>%1 requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>main</name>
    <message numerus="yes">
        <source>%1: intact. %Ln rows of the vault &quot;%2&quot;, head %3</source>
        <comment>file</comment>
        <translation>
            <numerusform>%1: intact. %Ln row of the vault &quot;%2&quot;, head %3</numerusform>
            <numerusform>%1: intact. %Ln rows of the vault &quot;%2&quot;, head %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>service</name>
    <message numerus="yes">
        <source>%1 of %Ln keys</source>
        <comment>42 of 100 keys</comment>
        <translation>
            <numerusform>%1 of %Ln key</numerusform>
            <numerusform>%1 of %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys, more than the %1 allowed today</source>
        <translation>
            <numerusform>%Ln key, more than the %1 allowed today</numerusform>
            <numerusform>%Ln keys, more than the %1 allowed today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Permissions of %Ln keys not read yet</source>
        <translation>
            <numerusform>Permissions of %Ln key not read yet</numerusform>
            <numerusform>Permissions of %Ln keys not read yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>summary</name>
    <message numerus="yes">
        <source>%Ln more things</source>
        <translation>
            <numerusform>%Ln more thing</numerusform>
            <numerusform>%Ln more things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln IP addresses or ranges</source>
        <translation>
            <numerusform>%Ln IP address or range</numerusform>
            <numerusform>%Ln IP addresses or ranges</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>times</name>
    <message numerus="yes">
        <source>%Ln min ago</source>
        <translation>
            <numerusform>%Ln min ago</numerusform>
            <numerusform>%Ln min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln min</source>
        <translation>
            <numerusform>in %Ln min</numerusform>
            <numerusform>in %Ln min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h ago</source>
        <translation>
            <numerusform>%Ln h ago</numerusform>
            <numerusform>%Ln h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln h</source>
        <translation>
            <numerusform>in %Ln h</numerusform>
            <numerusform>in %Ln h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days ago</source>
        <translation>
            <numerusform>%Ln day ago</numerusform>
            <numerusform>%Ln days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln days</source>
        <translation>
            <numerusform>in %Ln day</numerusform>
            <numerusform>in %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln months ago</source>
        <translation>
            <numerusform>%Ln month ago</numerusform>
            <numerusform>%Ln months ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln months</source>
        <translation>
            <numerusform>in %Ln month</numerusform>
            <numerusform>in %Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln years ago</source>
        <translation>
            <numerusform>%Ln year ago</numerusform>
            <numerusform>%Ln years ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln years</source>
        <translation>
            <numerusform>in %Ln year</numerusform>
            <numerusform>in %Ln years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>words</name>
    <message numerus="yes">
        <source>Active keys that expire within %Ln days</source>
        <translation>
            <numerusform>Active keys that expire within %Ln day</numerusform>
            <numerusform>Active keys that expire within %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keys that expired within the last %Ln days</source>
        <translation>
            <numerusform>Keys that expired within the last %Ln day</numerusform>
            <numerusform>Keys that expired within the last %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Active keys older than %Ln days that were never used</source>
        <translation>
            <numerusform>Active keys older than %Ln day that were never used</numerusform>
            <numerusform>Active keys older than %Ln days that were never used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Active keys without a use for %Ln days</source>
        <translation>
            <numerusform>Active keys without a use for %Ln day</numerusform>
            <numerusform>Active keys without a use for %Ln days</numerusform>
        </translation>
    </message>
</context>
</TS>
