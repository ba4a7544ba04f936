<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ChangeQuestion</name>
    <message>
        <source>Create “%1”?</source>
        <translation>„%1“ erstellen?</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Erstellen</translation>
    </message>
    <message>
        <source>Activate “%1”?</source>
        <translation>„%1“ aktivieren?</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Deactivate “%1”?</source>
        <translation>„%1“ deaktivieren?</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Restore “%1”?</source>
        <translation>„%1“ wiederherstellen?</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>„%1“ löschen?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Revoke “%1”?</source>
        <translation>„%1“ widerrufen?</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Rename “%1”?</source>
        <translation>„%1“ umbenennen?</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Undo the change of “%1”?</source>
        <translation>Änderung von „%1“ rückgängig machen?</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Let the old key of “%1” work longer?</source>
        <translation>Alten Schlüssel von „%1“ länger gelten lassen?</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Verlängern</translation>
    </message>
    <message>
        <source>Stop the old key of “%1”?</source>
        <translation>Alten Schlüssel von „%1“ stoppen?</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Dismiss the alert that “%1” may be exposed?</source>
        <translation>Hinweis ausblenden, dass „%1“ offenliegen könnte?</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Change “%1”?</source>
        <translation>„%1“ ändern?</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message numerus="yes">
        <source>Create %Ln keys?</source>
        <translation>
            <numerusform>%Ln Schlüssel erstellen?</numerusform>
            <numerusform>%Ln Schlüssel erstellen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Activate %Ln keys?</source>
        <translation>
            <numerusform>%Ln Schlüssel aktivieren?</numerusform>
            <numerusform>%Ln Schlüssel aktivieren?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deactivate %Ln keys?</source>
        <translation>
            <numerusform>%Ln Schlüssel deaktivieren?</numerusform>
            <numerusform>%Ln Schlüssel deaktivieren?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %Ln keys?</source>
        <translation>
            <numerusform>%Ln Schlüssel wiederherstellen?</numerusform>
            <numerusform>%Ln Schlüssel wiederherstellen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln keys?</source>
        <translation>
            <numerusform>%Ln Schlüssel löschen?</numerusform>
            <numerusform>%Ln Schlüssel löschen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln keys?</source>
        <translation>
            <numerusform>%Ln Schlüssel widerrufen?</numerusform>
            <numerusform>%Ln Schlüssel widerrufen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo the change of %Ln keys?</source>
        <translation>
            <numerusform>Änderung von %Ln Schlüssel rückgängig machen?</numerusform>
            <numerusform>Änderung von %Ln Schlüsseln rückgängig machen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln keys?</source>
        <translation>
            <numerusform>%Ln Schlüssel ändern?</numerusform>
            <numerusform>%Ln Schlüssel ändern?</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo the change of the permission catalogue?</source>
        <translation>Änderung des Berechtigungskatalogs rückgängig machen?</translation>
    </message>
    <message>
        <source>Save the permission catalogue?</source>
        <translation>Berechtigungskatalog speichern?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Undo the change of the rules of gateways?</source>
        <translation>Änderung der Gateway-Regeln rückgängig machen?</translation>
    </message>
    <message>
        <source>Save the rules of gateways?</source>
        <translation>Gateway-Regeln speichern?</translation>
    </message>
    <message>
        <source>Undo the change of the customer “%1”?</source>
        <translation>Änderung des Kunden „%1“ rückgängig machen?</translation>
    </message>
    <message>
        <source>Delete the customer “%1”?</source>
        <translation>Kunden „%1“ löschen?</translation>
    </message>
    <message>
        <source>Save the customer “%1”?</source>
        <translation>Kunden „%1“ speichern?</translation>
    </message>
    <message>
        <source>Change how long deleted keys are kept?</source>
        <translation>Ändern, wie lange gelöschte Schlüssel aufbewahrt werden?</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Local vault</source>
        <translation>Lokaler Tresor</translation>
    </message>
    <message>
        <source>Open vault</source>
        <translation>Tresor öffnen</translation>
    </message>
    <message>
        <source>Latchkey vaults (*.latchkey);;All files (*)</source>
        <translation>Latchkey-Tresore (*.latchkey);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>This computer&apos;s clock says %1, but the vault&apos;s newest entry is of %2. Until then nothing that has expired works again.</source>
        <translation>Die Uhr dieses Computers zeigt %1, der neueste Eintrag des Tresors ist aber vom %2. Bis dahin gilt nichts wieder, was abgelaufen ist.</translation>
    </message>
    <message>
        <source>Trust the Clock</source>
        <translation>Der Uhr vertrauen</translation>
    </message>
    <message>
        <source>There is no connection of this name.</source>
        <translation>Es gibt keine Verbindung mit diesem Namen.</translation>
    </message>
    <message>
        <source>You stopped it.</source>
        <translation>Sie haben es abgebrochen.</translation>
    </message>
    <message>
        <source>All connections</source>
        <translation>Alle Verbindungen</translation>
    </message>
</context>
<context>
    <name>bulk</name>
    <message>
        <source>Undoing</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Activating</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Deactivating</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Revoking</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Activated “%1”</source>
        <translation>„%1“ aktiviert</translation>
    </message>
    <message numerus="yes">
        <source>Activated %Ln keys</source>
        <translation>
            <numerusform>%Ln Schlüssel aktiviert</numerusform>
            <numerusform>%Ln Schlüssel aktiviert</numerusform>
        </translation>
    </message>
    <message>
        <source>Deactivated “%1”</source>
        <translation>„%1“ deaktiviert</translation>
    </message>
    <message numerus="yes">
        <source>Deactivated %Ln keys</source>
        <translation>
            <numerusform>%Ln Schlüssel deaktiviert</numerusform>
            <numerusform>%Ln Schlüssel deaktiviert</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted “%1”</source>
        <translation>„%1“ gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %Ln keys</source>
        <translation>
            <numerusform>%Ln Schlüssel gelöscht</numerusform>
            <numerusform>%Ln Schlüssel gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>Restored “%1”</source>
        <translation>„%1“ wiederhergestellt</translation>
    </message>
    <message numerus="yes">
        <source>Restored %Ln keys</source>
        <translation>
            <numerusform>%Ln Schlüssel wiederhergestellt</numerusform>
            <numerusform>%Ln Schlüssel wiederhergestellt</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted “%1” permanently</source>
        <translation>„%1“ endgültig gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %Ln keys permanently</source>
        <translation>
            <numerusform>%Ln Schlüssel endgültig gelöscht</numerusform>
            <numerusform>%Ln Schlüssel endgültig gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>Revoked “%1”</source>
        <translation>„%1“ widerrufen</translation>
    </message>
    <message numerus="yes">
        <source>Revoked %Ln keys</source>
        <translation>
            <numerusform>%Ln Schlüssel widerrufen</numerusform>
            <numerusform>%Ln Schlüssel widerrufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed “%1”</source>
        <translation>„%1“ geändert</translation>
    </message>
    <message numerus="yes">
        <source>Changed %Ln keys</source>
        <translation>
            <numerusform>%Ln Schlüssel geändert</numerusform>
            <numerusform>%Ln Schlüssel geändert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>catalogue</name>
    <message>
        <source>The file is not UTF-8 text.</source>
        <translation>Die Datei ist kein UTF-8-Text.</translation>
    </message>
    <message>
        <source>The file begins with a byte order mark. Save it as UTF-8 without one.</source>
        <translation>Die Datei beginnt mit einer Bytereihenfolge-Marke. Speichern Sie sie als UTF-8 ohne diese.</translation>
    </message>
    <message>
        <source>The file is larger than %1 bytes. A catalogue is not.</source>
        <translation>Die Datei ist größer als %1 Bytes. Ein Katalog ist das nicht.</translation>
    </message>
    <message>
        <source>Values are nested more than %1 deep.</source>
        <translation>Werte sind tiefer als %1 verschachtelt.</translation>
    </message>
    <message>
        <source>There are more than %1 values.</source>
        <translation>Es sind mehr als %1 Werte.</translation>
    </message>
    <message>
        <source>The field “%1” stands twice in one object.</source>
        <translation>Das Feld „%1“ steht zweimal in einem Objekt.</translation>
    </message>
    <message>
        <source>“%1” is not expected here.</source>
        <translation>„%1“ wird hier nicht erwartet.</translation>
    </message>
    <message>
        <source>The file ends too early.</source>
        <translation>Die Datei endet zu früh.</translation>
    </message>
    <message>
        <source>That number is too large.</source>
        <translation>Diese Zahl ist zu groß.</translation>
    </message>
    <message>
        <source>Only whole numbers are allowed, without point or exponent.</source>
        <translation>Nur ganze Zahlen sind erlaubt, ohne Punkt und Exponent.</translation>
    </message>
    <message>
        <source>That is not a number: it begins with a zero.</source>
        <translation>Das ist keine Zahl: Sie beginnt mit einer Null.</translation>
    </message>
    <message>
        <source>A backslash is followed by something that JSON doesn&apos;t know.</source>
        <translation>Auf einen Rückstrich folgt etwas, das JSON nicht kennt.</translation>
    </message>
    <message>
        <source>That is half of a character.</source>
        <translation>Das ist ein halbes Zeichen.</translation>
    </message>
    <message>
        <source>This field is not known. Nothing is skipped, because it might restrict something.</source>
        <translation>Dieses Feld ist unbekannt. Nichts wird übergangen, denn es könnte etwas einschränken.</translation>
    </message>
    <message>
        <source>This field is missing.</source>
        <translation>Dieses Feld fehlt.</translation>
    </message>
    <message>
        <source>A text is expected, in quotes.</source>
        <translation>Erwartet wird ein Text in Anführungszeichen.</translation>
    </message>
    <message>
        <source>A list is expected, in square brackets.</source>
        <translation>Erwartet wird eine Liste in eckigen Klammern.</translation>
    </message>
    <message>
        <source>An object is expected, in curly brackets.</source>
        <translation>Erwartet wird ein Objekt in geschweiften Klammern.</translation>
    </message>
    <message>
        <source>True or false is expected.</source>
        <translation>Erwartet wird true oder false.</translation>
    </message>
    <message>
        <source>A whole number is expected.</source>
        <translation>Erwartet wird eine ganze Zahl.</translation>
    </message>
    <message>
        <source>The format is not 1: this is no catalogue, or one of a newer Latchkey.</source>
        <translation>Das Format ist nicht 1: Das ist kein Katalog, oder einer eines neueren Latchkey.</translation>
    </message>
    <message>
        <source>The type is general or billing.</source>
        <translation>Die Art ist general oder billing.</translation>
    </message>
    <message>
        <source>Enter an id.</source>
        <translation>Geben Sie eine ID ein.</translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>Geben Sie einen Namen ein.</translation>
    </message>
    <message>
        <source>Use small letters, digits, dots, dashes and underscores, at most 50.</source>
        <translation>Verwenden Sie Kleinbuchstaben, Ziffern, Punkte, Binde- und Unterstriche, höchstens 50.</translation>
    </message>
    <message>
        <source>Write resource:action in small letters, digits, dots, dashes and underscores, such as leads:read.</source>
        <translation>Schreiben Sie ressource:aktion aus Kleinbuchstaben, Ziffern, Punkten, Binde- und Unterstrichen, zum Beispiel leads:read.</translation>
    </message>
    <message>
        <source>This id is there already.</source>
        <translation>Diese ID gibt es schon.</translation>
    </message>
    <message>
        <source>A catalogue has at least one resource.</source>
        <translation>Ein Katalog hat mindestens eine Ressource.</translation>
    </message>
    <message>
        <source>A resource has at least one permission.</source>
        <translation>Eine Ressource hat mindestens eine Berechtigung.</translation>
    </message>
    <message>
        <source>“%1” is not in the catalogue.</source>
        <translation>„%1“ steht nicht im Katalog.</translation>
    </message>
    <message>
        <source>“%1” belongs to the other type of key.</source>
        <translation>„%1“ gehört zur anderen Schlüsselart.</translation>
    </message>
    <message>
        <source>Enter a number from 1 to %1.</source>
        <translation>Geben Sie eine Zahl von 1 bis %1 ein.</translation>
    </message>
    <message>
        <source>That number is out of range.</source>
        <translation>Diese Zahl liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>Catalogue “%1”</source>
        <translation>Katalog „%1“</translation>
    </message>
    <message>
        <source>Resource “%1”</source>
        <translation>Ressource „%1“</translation>
    </message>
    <message>
        <source>Permission “%1” (%2)</source>
        <comment>name, id</comment>
        <translation>Berechtigung „%1“ (%2)</translation>
    </message>
    <message>
        <source>Template “%1”</source>
        <translation>Vorlage „%1“</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>phrase</source>
        <translation>Wortlaut im Satz</translation>
    </message>
    <message>
        <source>part of Read</source>
        <translation>Teil von Lesen</translation>
    </message>
    <message>
        <source>destructive</source>
        <translation>zerstörend</translation>
    </message>
    <message>
        <source>resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>for billing keys</source>
        <translation>für Abrechnungsschlüssel</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>expiry</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3 (%4)</source>
        <comment>line, column, what, path</comment>
        <translation>Zeile %1, Spalte %2: %3 (%4)</translation>
    </message>
    <message>
        <source>%1 is new.</source>
        <translation>%1 ist neu.</translation>
    </message>
    <message>
        <source>%1 goes.</source>
        <translation>%1 entfällt.</translation>
    </message>
    <message>
        <source>The order changes.</source>
        <translation>Die Reihenfolge ändert sich.</translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <comment>name, id</comment>
        <translation>„%1“ (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys hold %1. They keep it, shown by its id as not in the catalogue.</source>
        <translation>
            <numerusform>%Ln Schlüssel hat %1. Er behält sie; sie steht dann mit ihrer ID unter „Nicht im Katalog“.</numerusform>
            <numerusform>%Ln Schlüssel haben %1. Sie behalten sie; sie steht dann mit ihrer ID unter „Nicht im Katalog“.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys hold %1 already. It is then shown by its name.</source>
        <translation>
            <numerusform>%Ln Schlüssel hat %1 schon. Sie steht dann mit ihrem Namen da.</numerusform>
            <numerusform>%Ln Schlüssel haben %1 schon. Sie steht dann mit ihrem Namen da.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys that were %1 on %2 become %3. What they may do stays the same.</source>
        <translation>
            <numerusform>%Ln Schlüssel wechselt bei %2 von „%1“ zu „%3“. Was er darf, bleibt gleich.</numerusform>
            <numerusform>%Ln Schlüssel wechseln bei %2 von „%1“ zu „%3“. Was sie dürfen, bleibt gleich.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys hold %1, which then belongs to the other type of key. They keep it.</source>
        <translation>
            <numerusform>%Ln Schlüssel hat %1, die dann zur anderen Schlüsselart gehört. Er behält sie.</numerusform>
            <numerusform>%Ln Schlüssel haben %1, die dann zur anderen Schlüsselart gehört. Sie behalten sie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys hold %1, which then fits their type.</source>
        <translation>
            <numerusform>%Ln Schlüssel hat %1, die dann zu seiner Art passt.</numerusform>
            <numerusform>%Ln Schlüssel haben %1, die dann zu ihrer Art passt.</numerusform>
        </translation>
    </message>
    <message>
        <source>New permission</source>
        <translation>Neue Berechtigung</translation>
    </message>
    <message>
        <source>New resource</source>
        <translation>Neue Ressource</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Neue Vorlage</translation>
    </message>
    <message>
        <source>rate limit %1</source>
        <comment>per minute</comment>
        <translation>Ratenlimit %1</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <comment>no value</comment>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>a text in a catalogue</comment>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field, which come and go</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>field, from, to</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>%1 changes: %2.</source>
        <comment>what, its fields from what to what</comment>
        <translation>%1 ändert sich: %2.</translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>API Key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Last Used</source>
        <translation>Verwendet</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>Ratenlimit</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Stored in</source>
        <translation>Abgelegt in</translation>
    </message>
    <message>
        <source>Key ID</source>
        <translation>Schlüssel-ID</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Usage 7 d</source>
        <comment>requests of the last 7 days</comment>
        <translation>Nutzung 7 T.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>&amp;Create New Key…</source>
        <translation>&amp;Neuer Schlüssel …</translation>
    </message>
    <message>
        <source>Makes a new API key</source>
        <translation>Erstellt einen neuen API-Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Open Vault…</source>
        <translation>Tresor ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Opens another vault file</source>
        <translation>Öffnet eine andere Tresordatei</translation>
    </message>
    <message>
        <source>&amp;New Vault…</source>
        <translation>Neuer &amp;Tresor …</translation>
    </message>
    <message>
        <source>Makes a new vault file</source>
        <translation>Legt eine neue Tresordatei an</translation>
    </message>
    <message>
        <source>&amp;Lock Now</source>
        <translation>Jetzt &amp;sperren</translation>
    </message>
    <message>
        <source>Covers the window and forgets revealed keys</source>
        <translation>Verdeckt das Fenster und vergisst eingeblendete Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Closes Latchkey</source>
        <translation>Schließt Latchkey</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Takes the last change back</source>
        <translation>Nimmt die letzte Änderung zurück</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Makes the undone change again</source>
        <translation>Führt die zurückgenommene Änderung erneut aus</translation>
    </message>
    <message>
        <source>&amp;Copy Rows</source>
        <translation>&amp;Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copies the selected rows as a table, without the keys themselves</source>
        <translation>Kopiert die ausgewählten Zeilen als Tabelle, ohne die Schlüssel selbst</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>Selects every key that is shown</source>
        <translation>Wählt alle angezeigten Schlüssel aus</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Goes to the search box</source>
        <translation>Springt ins Suchfeld</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>Opens the settings</source>
        <translation>Öffnet die Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Reads the keys again</source>
        <translation>Liest die Schlüssel neu ein</translation>
    </message>
    <message>
        <source>&amp;Detail Pane</source>
        <translation>&amp;Detailbereich</translation>
    </message>
    <message>
        <source>Shows or hides the details of a key</source>
        <translation>Blendet die Details eines Schlüssels ein oder aus</translation>
    </message>
    <message>
        <source>&amp;Next Region</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>Goes to the next part of the window</source>
        <translation>Springt zum nächsten Bereich des Fensters</translation>
    </message>
    <message>
        <source>&amp;Previous Region</source>
        <translation>&amp;Vorheriger Bereich</translation>
    </message>
    <message>
        <source>Goes to the part of the window before this one</source>
        <translation>Springt zum vorherigen Bereich des Fensters</translation>
    </message>
    <message>
        <source>Clears the search, then closes the detail pane</source>
        <translation>Leert die Suche, dann schließt es den Detailbereich</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>D&amp;unkel</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>Follow the S&amp;ystem</source>
        <translation>Wie das S&amp;ystem</translation>
    </message>
    <message>
        <source>Light or dark as the system is</source>
        <translation>Hell oder dunkel, wie im System eingestellt</translation>
    </message>
    <message>
        <source>Copy Key &amp;ID</source>
        <translation>Schlüssel-&amp;ID kopieren</translation>
    </message>
    <message>
        <source>Copies the public ID</source>
        <translation>Kopiert die öffentliche ID</translation>
    </message>
    <message>
        <source>&amp;Copy Key</source>
        <translation>Schlüssel &amp;kopieren</translation>
    </message>
    <message>
        <source>Copies the key, if a copy is kept on this computer</source>
        <translation>Kopiert den Schlüssel, wenn auf diesem Computer eine Kopie aufbewahrt wird</translation>
    </message>
    <message>
        <source>Re&amp;veal Key</source>
        <translation>Schlüssel &amp;einblenden</translation>
    </message>
    <message>
        <source>Shows the kept key for a while; hold Ctrl+H to show it while held</source>
        <translation>Zeigt den aufbewahrten Schlüssel eine Weile; mit Strg+H nur so lange, wie Sie die Tasten gedrückt halten</translation>
    </message>
    <message>
        <source>Reveal While &amp;Held</source>
        <translation>Einblenden, solange &amp;gedrückt</translation>
    </message>
    <message>
        <source>Shows the kept key as long as the keys are held down</source>
        <translation>Zeigt den aufbewahrten Schlüssel, solange die Tasten gedrückt sind</translation>
    </message>
    <message>
        <source>Remove Copy from This Co&amp;mputer</source>
        <translation>Kopie von diesem Co&amp;mputer entfernen</translation>
    </message>
    <message>
        <source>Takes the kept copy out of the keychain</source>
        <translation>Entfernt die aufbewahrte Kopie aus dem Schlüsselbund</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>Changes name, permissions and limits</source>
        <translation>Ändert Name, Berechtigungen und Limits</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>&amp;Umbenennen …</translation>
    </message>
    <message>
        <source>Changes the name</source>
        <translation>Ändert den Namen</translation>
    </message>
    <message>
        <source>D&amp;uplicate…</source>
        <translation>Du&amp;plizieren …</translation>
    </message>
    <message>
        <source>Makes a new key with the same settings</source>
        <translation>Erstellt einen neuen Schlüssel mit denselben Einstellungen</translation>
    </message>
    <message>
        <source>Switches the key on or off</source>
        <translation>Schaltet den Schlüssel ein oder aus</translation>
    </message>
    <message>
        <source>&amp;Activate</source>
        <translation>&amp;Aktivieren</translation>
    </message>
    <message>
        <source>Lets apps use the key again</source>
        <translation>Lässt Anwendungen den Schlüssel wieder verwenden</translation>
    </message>
    <message>
        <source>&amp;Deactivate</source>
        <translation>&amp;Deaktivieren</translation>
    </message>
    <message>
        <source>Refuses apps that use the key, until it is activated again</source>
        <translation>Weist Anwendungen mit diesem Schlüssel ab, bis er wieder aktiviert wird</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>De&amp;lete…</source>
        <translation>&amp;Löschen …</translation>
    </message>
    <message>
        <source>Delete &amp;Permanently…</source>
        <translation>Endgültig lös&amp;chen …</translation>
    </message>
    <message>
        <source>Destroys the key for good</source>
        <translation>Löscht den Schlüssel unwiderruflich</translation>
    </message>
    <message>
        <source>&amp;Command Palette…</source>
        <translation>&amp;Befehlspalette …</translation>
    </message>
    <message>
        <source>Finds and runs any command</source>
        <translation>Findet jeden Befehl und führt ihn aus</translation>
    </message>
    <message>
        <source>&amp;Minimise</source>
        <translation>&amp;Minimieren</translation>
    </message>
    <message>
        <source>Minimises the window</source>
        <translation>Minimiert das Fenster</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Lists every shortcut</source>
        <translation>Zeigt alle Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Latchkey</source>
        <translation>Ü&amp;ber Latchkey</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>Clear or Cl&amp;ose</source>
        <translation>Leeren oder &amp;schließen</translation>
    </message>
    <message>
        <source>Ac&amp;tivate or Deactivate</source>
        <translation>Aktivieren &amp;oder deaktivieren</translation>
    </message>
    <message>
        <source>R&amp;otate…</source>
        <translation>&amp;Rotieren …</translation>
    </message>
    <message>
        <source>Makes a new token; the old one works on for a while</source>
        <translation>Erzeugt ein neues Token; das alte gilt noch eine Weile</translation>
    </message>
    <message>
        <source>Re&amp;generate…</source>
        <translation>&amp;Neu erzeugen …</translation>
    </message>
    <message>
        <source>Makes a new token; the old one stops at once</source>
        <translation>Erzeugt ein neues Token; das alte gilt sofort nicht mehr</translation>
    </message>
    <message>
        <source>E&amp;xtend Old Key 24 h</source>
        <translation>Alten Schlüssel 24 h &amp;verlängern</translation>
    </message>
    <message>
        <source>The token before the rotation works a day longer</source>
        <translation>Das Token vor der Rotation gilt einen Tag länger</translation>
    </message>
    <message>
        <source>&amp;Stop Old Key…</source>
        <translation>Alten Schlüssel &amp;stoppen …</translation>
    </message>
    <message>
        <source>The token before the rotation stops</source>
        <translation>Das Token vor der Rotation gilt nicht mehr</translation>
    </message>
    <message>
        <source>Brings a deleted or revoked key back</source>
        <translation>Holt einen gelöschten oder widerrufenen Schlüssel zurück</translation>
    </message>
    <message>
        <source>Revo&amp;ke…</source>
        <translation>Widerru&amp;fen …</translation>
    </message>
    <message>
        <source>Cuts the key off at once and keeps its history</source>
        <translation>Sperrt den Schlüssel sofort und behält seinen Verlauf</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Opens the page for what is on the screen</source>
        <translation>Öffnet die Seite zu dem, was zu sehen ist</translation>
    </message>
    <message>
        <source>Why Was It &amp;Rejected?…</source>
        <translation>Warum wurde abge&amp;wiesen? …</translation>
    </message>
    <message>
        <source>Checks a key against a request that was refused</source>
        <translation>Prüft einen Schlüssel gegen eine abgewiesene Anfrage</translation>
    </message>
    <message>
        <source>&amp;Whose Key Is This?…</source>
        <translation>Wessen Schlüssel ist &amp;das? …</translation>
    </message>
    <message>
        <source>Finds the key of a token or of a log line</source>
        <translation>Findet den Schlüssel zu einem Token oder einer Logzeile</translation>
    </message>
    <message>
        <source>Sa&amp;ve Filter…</source>
        <translation>Fi&amp;lter speichern …</translation>
    </message>
    <message>
        <source>Gives what the table shows now a name and a place in the sidebar</source>
        <translation>Gibt dem, was die Tabelle gerade zeigt, einen Namen und einen Platz in der Seitenleiste</translation>
    </message>
    <message>
        <source>Chec&amp;k Vault</source>
        <translation>Tresor &amp;prüfen</translation>
    </message>
    <message>
        <source>Verifies the audit log and the checksum of every key</source>
        <translation>Kontrolliert das Prüfprotokoll und die Prüfsumme jedes Schlüssels</translation>
    </message>
    <message>
        <source>&amp;Import Keys…</source>
        <translation>Schlüssel &amp;importieren …</translation>
    </message>
    <message>
        <source>Reads keys from a CSV or JSON file, after a dry run</source>
        <translation>Liest Schlüssel aus einer CSV- oder JSON-Datei, nach einem Probelauf</translation>
    </message>
    <message>
        <source>&amp;Export Keys…</source>
        <translation>Schlüssel &amp;exportieren …</translation>
    </message>
    <message>
        <source>Writes what describes the keys to a CSV or JSON file</source>
        <translation>Schreibt, was die Schlüssel beschreibt, in eine CSV- oder JSON-Datei</translation>
    </message>
    <message>
        <source>Change Selected…</source>
        <translation>Ausgewählte ändern …</translation>
    </message>
    <message>
        <source>One change for all selected keys: tags, owner, expiry, limit, status, new tokens</source>
        <translation>Eine Änderung für alle gewählten Schlüssel: Tags, Verantwortliche, Ablauf, Limit, Status, neue Tokens</translation>
    </message>
    <message>
        <source>Connec&amp;tions…</source>
        <translation>&amp;Verbindungen …</translation>
    </message>
    <message>
        <source>Files, databases and servers that you can connect to</source>
        <translation>Dateien, Datenbanken und Server, mit denen Sie sich verbinden können</translation>
    </message>
    <message>
        <source>Create Like This Else&amp;where…</source>
        <translation>Anderswo so ers&amp;tellen …</translation>
    </message>
    <message>
        <source>Makes a key with these settings in another environment or connection</source>
        <translation>Erstellt einen Schlüssel mit diesen Einstellungen in einer anderen Umgebung oder Verbindung</translation>
    </message>
    <message>
        <source>Import from &amp;Another Connection…</source>
        <translation>Aus &amp;anderer Verbindung importieren …</translation>
    </message>
    <message>
        <source>Takes over what describes the keys of another vault or account, after a dry run</source>
        <translation>Übernimmt, was die Schlüssel eines anderen Tresors oder Kontos beschreibt, nach einem Probelauf</translation>
    </message>
    <message>
        <source>All Connect&amp;ions</source>
        <translation>Alle Verb&amp;indungen</translation>
    </message>
    <message>
        <source>Keys of every connection in one table</source>
        <translation>Schlüssel aller Verbindungen in einer Tabelle</translation>
    </message>
    <message>
        <source>Open one connection for this</source>
        <translation>Öffnen Sie dafür eine einzelne Verbindung</translation>
    </message>
    <message>
        <source>No gateway asks this connection</source>
        <translation>Diese Verbindung wird von keinem Gateway gefragt</translation>
    </message>
    <message>
        <source>Import Log…</source>
        <translation>Zugriffsprotokoll importieren …</translation>
    </message>
    <message>
        <source>Reads the access log of a gateway into the list of requests</source>
        <translation>Liest das Zugriffsprotokoll eines Gateways in die Liste der Anfragen</translation>
    </message>
    <message>
        <source>Export Audit Log…</source>
        <translation>Prüfprotokoll exportieren …</translation>
    </message>
    <message>
        <source>Writes the whole log as JSON Lines, which can be verified without this vault</source>
        <translation>Schreibt das ganze Prüfprotokoll als JSON Lines, die sich ohne diesen Tresor prüfen lassen</translation>
    </message>
    <message>
        <source>Import Catalogue…</source>
        <translation>Katalog importieren …</translation>
    </message>
    <message>
        <source>Takes the catalogue of a JSON file, to be reviewed and saved</source>
        <translation>Nimmt den Katalog einer JSON-Datei, zum Prüfen und Speichern</translation>
    </message>
    <message>
        <source>Export Catalogue…</source>
        <translation>Katalog exportieren …</translation>
    </message>
    <message>
        <source>Writes the saved catalogue to a JSON file</source>
        <translation>Schreibt den gespeicherten Katalog in eine JSON-Datei</translation>
    </message>
    <message>
        <source>Verify Audit Log</source>
        <translation>Prüfprotokoll prüfen</translation>
    </message>
    <message>
        <source>Checks that no entry was changed, removed or added afterwards</source>
        <translation>Prüft, dass kein Eintrag nachträglich geändert, entfernt oder hinzugefügt wurde</translation>
    </message>
    <message>
        <source>Keep Requests…</source>
        <translation>Anfragen aufbewahren …</translation>
    </message>
    <message>
        <source>Says how long requests are kept, and drops older ones</source>
        <translation>Bestimmt, wie lange Anfragen aufbewahrt werden, und verwirft ältere</translation>
    </message>
    <message>
        <source>Add Customer…</source>
        <translation>Kunden hinzufügen …</translation>
    </message>
    <message>
        <source>Adds a customer that keys can be limited to</source>
        <translation>Fügt einen Kunden hinzu, auf den Schlüssel beschränkt werden können</translation>
    </message>
    <message>
        <source>Add Gateway Rule…</source>
        <translation>Gateway-Regel hinzufügen …</translation>
    </message>
    <message>
        <source>Adds a rule of what a key needs when a gateway asks for a request</source>
        <translation>Fügt eine Regel hinzu, was ein Schlüssel braucht, wenn ein Gateway nach einer Anfrage fragt</translation>
    </message>
    <message>
        <source>Cancel Running Job</source>
        <translation>Laufenden Auftrag abbrechen</translation>
    </message>
    <message>
        <source>Stops the job that runs; what it has done stays done</source>
        <translation>Hält den laufenden Auftrag an; was er getan hat, bleibt getan</translation>
    </message>
    <message>
        <source>No job runs</source>
        <translation>Kein Auftrag läuft</translation>
    </message>
    <message>
        <source>The server&apos;s verifiers write down every request</source>
        <translation>Die Prüfdienste des Servers schreiben jede Anfrage auf</translation>
    </message>
    <message>
        <source>This vault keeps no requests</source>
        <translation>Dieser Tresor bewahrt keine Anfragen auf</translation>
    </message>
    <message>
        <source>Only an administrator can change this</source>
        <translation>Nur die Verwaltung darf das ändern</translation>
    </message>
    <message>
        <source>Edit Gateway Rule…</source>
        <translation>Gateway-Regel bearbeiten …</translation>
    </message>
    <message>
        <source>Changes the selected rule of the draft</source>
        <translation>Ändert die ausgewählte Regel des Entwurfs</translation>
    </message>
    <message>
        <source>Delete Gateway Rule</source>
        <translation>Gateway-Regel löschen</translation>
    </message>
    <message>
        <source>Takes the selected rule out of the draft</source>
        <translation>Nimmt die ausgewählte Regel aus dem Entwurf</translation>
    </message>
    <message>
        <source>Move Gateway Rule Up</source>
        <translation>Gateway-Regel nach oben</translation>
    </message>
    <message>
        <source>The selected rule decides before the one above it</source>
        <translation>Die ausgewählte Regel entscheidet vor der über ihr</translation>
    </message>
    <message>
        <source>Move Gateway Rule Down</source>
        <translation>Gateway-Regel nach unten</translation>
    </message>
    <message>
        <source>The selected rule decides after the one below it</source>
        <translation>Die ausgewählte Regel entscheidet nach der unter ihr</translation>
    </message>
    <message>
        <source>Try Gateway Rules</source>
        <translation>Gateway-Regeln ausprobieren</translation>
    </message>
    <message>
        <source>Shows which of the last 1,000 requests would get another answer</source>
        <translation>Zeigt, welche der letzten 1.000 Anfragen eine andere Antwort bekämen</translation>
    </message>
    <message>
        <source>Save Gateway Rules</source>
        <translation>Gateway-Regeln speichern</translation>
    </message>
    <message>
        <source>The rules of the draft hold at every gateway</source>
        <translation>Die Regeln des Entwurfs gelten an jedem Gateway</translation>
    </message>
    <message>
        <source>Discard Changes of Gateway Rules</source>
        <translation>Änderungen der Gateway-Regeln verwerfen</translation>
    </message>
    <message>
        <source>Goes back to the rules that hold</source>
        <translation>Kehrt zu den Regeln zurück, die gelten</translation>
    </message>
    <message>
        <source>Show Keys of Customer</source>
        <translation>Schlüssel des Kunden zeigen</translation>
    </message>
    <message>
        <source>Shows the keys that name the selected customer</source>
        <translation>Zeigt die Schlüssel, die den ausgewählten Kunden nennen</translation>
    </message>
    <message>
        <source>Edit Customer…</source>
        <translation>Kunden bearbeiten …</translation>
    </message>
    <message>
        <source>Changes name and note of the selected customer</source>
        <translation>Ändert Name und Notiz des ausgewählten Kunden</translation>
    </message>
    <message>
        <source>Delete Customer…</source>
        <translation>Kunden löschen …</translation>
    </message>
    <message>
        <source>Takes the selected customer off the list; asks first where keys name it</source>
        <translation>Nimmt den ausgewählten Kunden von der Liste; fragt vorher, wenn Schlüssel ihn nennen</translation>
    </message>
    <message>
        <source>Go to its page first</source>
        <translation>Wechseln Sie zuerst auf die Seite dazu</translation>
    </message>
    <message>
        <source>Choose Columns…</source>
        <translation>Spalten wählen …</translation>
    </message>
    <message>
        <source>Says which columns the table of keys has, and sets their widths back</source>
        <translation>Bestimmt, welche Spalten die Tabelle der Schlüssel hat, und setzt ihre Breiten zurück</translation>
    </message>
    <message>
        <source>Your token for this server reads the audit log of each key, not the whole one</source>
        <translation>Ihr Token für diesen Server liest das Protokoll jedes einzelnen Schlüssels, nicht das ganze</translation>
    </message>
    <message>
        <source>Review and Save Catalogue…</source>
        <translation>Katalog prüfen und speichern …</translation>
    </message>
    <message>
        <source>Shows what the draft changes and which keys it touches, before it is saved</source>
        <translation>Zeigt, was der Entwurf ändert und welche Schlüssel betroffen sind, bevor er gespeichert wird</translation>
    </message>
    <message>
        <source>Discard Changes of Catalogue</source>
        <translation>Änderungen am Katalog verwerfen</translation>
    </message>
    <message>
        <source>Goes back to the catalogue that is saved</source>
        <translation>Kehrt zum gespeicherten Katalog zurück</translation>
    </message>
    <message>
        <source>Stops the key, and says before whether it can be brought back</source>
        <translation>Stoppt den Schlüssel und sagt vorher, ob er zurückgeholt werden kann</translation>
    </message>
</context>
<context>
    <name>compare</name>
    <message>
        <source>Key type</source>
        <translation>Schlüsselart</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Verschieden</translation>
    </message>
    <message>
        <source>Only in %1</source>
        <translation>Nur in %1</translation>
    </message>
    <message>
        <source>Permissions not known</source>
        <translation>Berechtigungen unbekannt</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>%1 (+%2 −%3)</source>
        <comment>Permissions, how many the right one has more and fewer</comment>
        <translation>%1 (+%2 −%3)</translation>
    </message>
    <message>
        <source>Only left</source>
        <comment>group of keys</comment>
        <translation>Nur links</translation>
    </message>
    <message>
        <source>Only right</source>
        <comment>group of keys</comment>
        <translation>Nur rechts</translation>
    </message>
    <message>
        <source>Not known</source>
        <comment>group of keys whose permissions are not known</comment>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Owner, tags, note or place</source>
        <translation>Verantwortliche, Tags, Notiz oder Ort</translation>
    </message>
</context>
<context>
    <name>connections</name>
    <message>
        <source>It said: %1</source>
        <translation>Sie sagt: %1</translation>
    </message>
    <message>
        <source>The file is there.</source>
        <translation>Die Datei ist da.</translation>
    </message>
    <message>
        <source>Answered within %1 ms.</source>
        <translation>Antwort nach %1 ms.</translation>
    </message>
    <message>
        <source>The certificate is for %1, and holds.</source>
        <translation>Das Zertifikat ist für %1 und gilt.</translation>
    </message>
    <message>
        <source>The certificate is the one that you trusted, for %1.</source>
        <translation>Es ist das Zertifikat, dem Sie vertraut haben, für %1.</translation>
    </message>
    <message>
        <source>No TLS: the server is on this computer.</source>
        <translation>Kein TLS: Der Server ist auf diesem Computer.</translation>
    </message>
    <message>
        <source>No TLS.</source>
        <translation>Kein TLS.</translation>
    </message>
    <message>
        <source>%1, and the certificate holds.</source>
        <comment>TLSv1.3</comment>
        <translation>%1, und das Zertifikat gilt.</translation>
    </message>
    <message>
        <source>%1. Whose certificate it is was not checked.</source>
        <comment>TLSv1.3</comment>
        <translation>%1. Wessen Zertifikat es ist, wurde nicht geprüft.</translation>
    </message>
    <message>
        <source>%1, with the role %2.</source>
        <comment>name of a person, role</comment>
        <translation>%1, mit der Rolle %2.</translation>
    </message>
    <message>
        <source>There is no vault yet. It is made when you connect.</source>
        <translation>Es gibt noch keinen Tresor. Er wird beim Verbinden angelegt.</translation>
    </message>
    <message>
        <source>Keys can be looked at, but not changed.</source>
        <translation>Schlüssel lassen sich ansehen, aber nicht ändern.</translation>
    </message>
    <message>
        <source>Keys can be looked at and changed.</source>
        <translation>Schlüssel lassen sich ansehen und ändern.</translation>
    </message>
    <message>
        <source>PostgreSQL %1</source>
        <translation>PostgreSQL %1</translation>
    </message>
    <message>
        <source>Latchkey %1</source>
        <translation>Latchkey %1</translation>
    </message>
    <message>
        <source>vault “%1”</source>
        <translation>Tresor „%1“</translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys</source>
        <translation>
            <numerusform>%Ln Schlüssel</numerusform>
            <numerusform>%Ln Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>This version of Latchkey can open it.</source>
        <translation>Dieses Latchkey kann ihn öffnen.</translation>
    </message>
    <message>
        <source>No secure connection. The database&apos;s library says: %1</source>
        <translation>Keine sichere Verbindung. Die Bibliothek der Datenbank sagt: %1</translation>
    </message>
    <message>
        <source>Local file</source>
        <translation>Lokale Datei</translation>
    </message>
    <message>
        <source>PostgreSQL</source>
        <translation>PostgreSQL</translation>
    </message>
    <message>
        <source>Latchkey server</source>
        <translation>Latchkey-Server</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Erreichen</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Enter the server&apos;s address, such as https://keys.example.com.</source>
        <translation>Geben Sie die Adresse des Servers ein, etwa https://keys.example.com.</translation>
    </message>
    <message>
        <source>Use https: http would show the token to everybody on the way.</source>
        <translation>Nehmen Sie https: Mit http sähe jeder unterwegs das Token.</translation>
    </message>
    <message>
        <source>The address begins with https://.</source>
        <translation>Die Adresse beginnt mit https://.</translation>
    </message>
    <message>
        <source>That is no server&apos;s address. It has a host and a port, and nothing after them.</source>
        <translation>Das ist keine Adresse eines Servers. Sie hat einen Namen und einen Port und nichts danach.</translation>
    </message>
    <message>
        <source>Paste an administrator&apos;s token of this server.</source>
        <translation>Fügen Sie ein Verwaltungs-Token dieses Servers ein.</translation>
    </message>
    <message>
        <source>That is the key of an app. Paste an administrator&apos;s token, with “_adm_” in it.</source>
        <translation>Das ist der Schlüssel einer App. Fügen Sie ein Verwaltungs-Token ein, mit „_adm_“ darin.</translation>
    </message>
    <message>
        <source>That is not a complete token: its check characters don&apos;t fit.</source>
        <translation>Das ist kein vollständiges Token: Seine Prüfzeichen passen nicht.</translation>
    </message>
    <message>
        <source>Choose the vault&apos;s file.</source>
        <translation>Wählen Sie die Datei des Tresors.</translation>
    </message>
    <message>
        <source>Enter the name of the database.</source>
        <translation>Geben Sie den Namen der Datenbank ein.</translation>
    </message>
    <message>
        <source>That is not the name of a database.</source>
        <translation>Das ist kein Name einer Datenbank.</translation>
    </message>
    <message>
        <source>Enter the database&apos;s user.</source>
        <translation>Geben Sie den Benutzer der Datenbank ein.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>Ein Port ist eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>This file can&apos;t be read.</source>
        <translation>Diese Datei lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Another connection has this name.</source>
        <translation>Eine andere Verbindung heißt schon so.</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>Angemeldet als %1.</translation>
    </message>
    <message>
        <source>The token is accepted.</source>
        <translation>Das Token wird angenommen.</translation>
    </message>
    <message>
        <source>There is no file of this name.</source>
        <translation>Es gibt keine Datei mit diesem Namen.</translation>
    </message>
    <message>
        <source>The database wants a password. Enter it.</source>
        <translation>Die Datenbank verlangt ein Passwort. Geben Sie es ein.</translation>
    </message>
    <message>
        <source>The server does not accept this token. It may have been replaced or stopped.</source>
        <translation>Der Server nimmt dieses Token nicht an. Es wurde vielleicht ersetzt oder gestoppt.</translation>
    </message>
    <message>
        <source>The database refused.</source>
        <translation>Die Datenbank hat abgelehnt.</translation>
    </message>
    <message>
        <source>There is no such database or vault, and none can be made there.</source>
        <translation>Es gibt keine solche Datenbank und keinen solchen Tresor, und dort lässt sich keiner anlegen.</translation>
    </message>
    <message>
        <source>“%1” is no file of certificates that can be read.</source>
        <translation>„%1“ ist keine lesbare Datei mit Zertifikaten.</translation>
    </message>
    <message>
        <source>Tables of another program stand in this database. Choose an empty one.</source>
        <translation>In dieser Datenbank stehen Tabellen eines anderen Programms. Wählen Sie eine leere.</translation>
    </message>
    <message>
        <source>The vault was made by a newer Latchkey. Update Latchkey to open it.</source>
        <translation>Der Tresor stammt von einem neueren Latchkey. Aktualisieren Sie Latchkey, um ihn zu öffnen.</translation>
    </message>
    <message>
        <source>create</source>
        <comment>what may be done with keys</comment>
        <translation>erstellen</translation>
    </message>
    <message>
        <source>edit</source>
        <comment>what may be done with keys</comment>
        <translation>ändern</translation>
    </message>
    <message>
        <source>delete</source>
        <comment>what may be done with keys</comment>
        <translation>löschen</translation>
    </message>
    <message numerus="yes">
        <source>The key has %Ln permissions.</source>
        <translation>
            <numerusform>Der Schlüssel hat %Ln Recht.</numerusform>
            <numerusform>Der Schlüssel hat %Ln Rechte.</numerusform>
        </translation>
    </message>
    <message>
        <source>It can look at keys, but not change them.</source>
        <translation>Er darf Schlüssel ansehen, aber nicht ändern.</translation>
    </message>
    <message>
        <source>With keys it can: look, %1.</source>
        <comment>create, edit, delete</comment>
        <translation>Mit Schlüsseln darf er: ansehen, %1.</translation>
    </message>
    <message>
        <source>%1 of %2 keys.</source>
        <comment>42 of 100</comment>
        <translation>%1 von %2 Schlüsseln.</translation>
    </message>
    <message>
        <source>Paste a key of the SendGrid account.</source>
        <translation>Fügen Sie einen Schlüssel des SendGrid-Kontos ein.</translation>
    </message>
    <message>
        <source>The key may not read the account&apos;s keys: it needs the permission “api_keys.read”, and access to the subuser if there is one.</source>
        <translation>Der Schlüssel darf die Schlüssel des Kontos nicht lesen: Er braucht das Recht „api_keys.read“ und, wenn es einen gibt, Zugang zum Subuser.</translation>
    </message>
    <message>
        <source>That is a key of Latchkey. Paste one of SendGrid; it begins with “SG.”.</source>
        <translation>Das ist ein Schlüssel von Latchkey. Fügen Sie einen von SendGrid ein; er beginnt mit „SG.“.</translation>
    </message>
    <message>
        <source>The key is cut off: it has %1 of %2 characters.</source>
        <translation>Der Schlüssel ist abgeschnitten: Er hat %1 von %2 Zeichen.</translation>
    </message>
    <message>
        <source>That is no key of SendGrid: it would begin with “SG.” and have 69 characters.</source>
        <translation>Das ist kein Schlüssel von SendGrid: Er würde mit „SG.“ beginnen und hätte 69 Zeichen.</translation>
    </message>
    <message>
        <source>A subuser&apos;s name has at most 100 Latin letters, digits and signs.</source>
        <translation>Der Name eines Subusers hat höchstens 100 lateinische Buchstaben, Ziffern und Zeichen.</translation>
    </message>
    <message>
        <source>The key is accepted.</source>
        <translation>Der Schlüssel wird angenommen.</translation>
    </message>
    <message>
        <source>A proxy begins with http:// or socks5://.</source>
        <translation>Ein Proxy beginnt mit http:// oder socks5://.</translation>
    </message>
    <message>
        <source>Enter the proxy&apos;s host and port, such as proxy.example.com:3128.</source>
        <translation>Geben Sie Rechner und Port des Proxys ein, etwa proxy.example.com:3128.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>It takes too long to answer.</source>
        <translation>Die Antwort lässt zu lange auf sich warten.</translation>
    </message>
    <message>
        <source>It doesn&apos;t answer.</source>
        <translation>Es antwortet niemand.</translation>
    </message>
    <message>
        <source>Another program is using it.</source>
        <translation>Ein anderes Programm benutzt die Datei.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space.</source>
        <translation>Der Datenträger ist voll. Schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>It wants fewer requests for a moment.</source>
        <translation>Dort sind für einen Moment weniger Anfragen erwünscht.</translation>
    </message>
    <message>
        <source>The proxy on the way to it wants a user and a password, and did not accept what it got.</source>
        <translation>Der Proxy auf dem Weg dorthin verlangt einen Benutzer und ein Passwort und hat das, was er bekam, nicht angenommen.</translation>
    </message>
    <message>
        <source>The proxy on the way to it doesn&apos;t answer.</source>
        <translation>Der Proxy auf dem Weg dorthin antwortet nicht.</translation>
    </message>
    <message>
        <source>The database behind it doesn&apos;t answer.</source>
        <translation>Die Datenbank dahinter antwortet nicht.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>connection (its kind)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>That is a whole key. It was not kept here: everyone at this computer could read it. Remove it.</source>
        <translation>Das ist ein ganzer Schlüssel. Er wurde hier nicht gespeichert: Jeder an diesem Computer könnte ihn lesen. Entfernen Sie ihn.</translation>
    </message>
    <message>
        <source>This token reads the audit log and no keys. Use it with latchkeyctl.</source>
        <translation>Dieses Token liest das Prüfprotokoll und keine Schlüssel. Verwenden Sie es mit latchkeyctl.</translation>
    </message>
    <message>
        <source>It reports an error of its own: %1.</source>
        <comment>HTTP 500</comment>
        <translation>Dort ist ein Fehler aufgetreten: %1.</translation>
    </message>
</context>
<context>
    <name>copy</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weitere</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>permission, its id</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The key that it is made like doesn&apos;t work now. The new one will.</source>
        <translation>Der Schlüssel, nach dem er erstellt wird, funktioniert gerade nicht. Der neue wird funktionieren.</translation>
    </message>
    <message>
        <source>%1 has no billing permissions: the new key is a General one.</source>
        <translation>%1 hat keine Abrechnungsberechtigungen: Der neue Schlüssel ist ein allgemeiner.</translation>
    </message>
    <message>
        <source>Permissions that the service adds by itself are left out.</source>
        <translation>Berechtigungen, die der Dienst selbst hinzufügt, werden weggelassen.</translation>
    </message>
    <message>
        <source>Keys of %1 have no expiry date: the new key never expires.</source>
        <translation>Schlüssel in %1 haben kein Ablaufdatum: Der neue läuft nie ab.</translation>
    </message>
    <message>
        <source>Its expiry date has passed: the new key gets 90 days.</source>
        <translation>Sein Ablaufdatum ist vorbei: Der neue Schlüssel bekommt 90 Tage.</translation>
    </message>
    <message>
        <source>Keys of %1 have no rate limit: the new key has none.</source>
        <translation>Schlüssel in %1 haben kein Ratenlimit: Der neue hat keines.</translation>
    </message>
    <message>
        <source>Keys of %1 can&apos;t be limited to IP addresses: the new key works from anywhere.</source>
        <translation>Schlüssel in %1 lassen sich nicht auf IP-Adressen beschränken: Der neue funktioniert von überall.</translation>
    </message>
    <message>
        <source>Keys of %1 can&apos;t be limited to customers: the new key works for all of them.</source>
        <translation>Schlüssel in %1 lassen sich nicht auf Kunden beschränken: Der neue gilt für alle.</translation>
    </message>
    <message>
        <source>Its permissions aren&apos;t known: choose those of the new key.</source>
        <translation>Seine Berechtigungen sind nicht bekannt: Wählen Sie die des neuen Schlüssels.</translation>
    </message>
    <message>
        <source>%1 doesn&apos;t know these permissions, so they are left out: %2.</source>
        <translation>%1 kennt diese Berechtigungen nicht, daher werden sie weggelassen: %2.</translation>
    </message>
    <message>
        <source>Billing permissions and others never stand in one key of %1, so these are left out: %2.</source>
        <translation>Abrechnungsberechtigungen und andere stehen in %1 nie in einem Schlüssel, daher werden diese weggelassen: %2.</translation>
    </message>
    <message>
        <source>You don&apos;t hold these permissions in %1, so they are left out: %2.</source>
        <translation>Diese Berechtigungen haben Sie in %1 selbst nicht, daher werden sie weggelassen: %2.</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weitere</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Allowed IPs</source>
        <translation>Erlaubte IPs</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>Ratenlimit</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Stored in</source>
        <translation>Abgelegt in</translation>
    </message>
    <message>
        <source>none</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>all customers</source>
        <translation>alle Kunden</translation>
    </message>
    <message>
        <source>anywhere</source>
        <translation>von überall</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Adds %1: %2.</source>
        <translation>Neu (%1): %2.</translation>
    </message>
    <message>
        <source>Removes %1: %2.</source>
        <translation>Entfernt (%1): %2.</translation>
    </message>
    <message>
        <source>Adds %1, removes %2. Adds: %3. Removes: %4.</source>
        <translation>%1 neu, %2 entfernt. Neu: %3. Entfernt: %4.</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>connection, environment</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>This computer has no keychain that Latchkey can use.</source>
        <translation>Dieser Computer hat keinen Schlüsselbund, den Latchkey verwenden kann.</translation>
    </message>
    <message>
        <source>The keychain is locked. Unlock it and try again.</source>
        <translation>Der Schlüsselbund ist gesperrt. Entsperren Sie ihn und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The keychain refused. Allow Latchkey to use it and try again.</source>
        <translation>Der Schlüsselbund hat abgelehnt. Erlauben Sie Latchkey den Zugriff und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The keychain did not answer. Try again.</source>
        <translation>Der Schlüsselbund hat nicht geantwortet. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The copy in the keychain is outdated: it no longer fits this key.</source>
        <translation>Die Kopie im Schlüsselbund ist veraltet: Sie passt nicht mehr zu diesem Schlüssel.</translation>
    </message>
    <message>
        <source>No copy of this key is kept on this computer.</source>
        <translation>Auf diesem Computer wird keine Kopie dieses Schlüssels aufbewahrt.</translation>
    </message>
    <message>
        <source>“%1” is read-only, so nothing can be changed.</source>
        <translation>„%1“ ist schreibgeschützt, daher lässt sich nichts ändern.</translation>
    </message>
    <message>
        <source>Another program is using “%1”. Nothing was changed. Try again in a moment.</source>
        <translation>Ein anderes Programm verwendet „%1“. Nichts wurde geändert. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was changed. Free some space and try again.</source>
        <translation>Der Datenträger ist voll. Nichts wurde geändert. Schaffen Sie Platz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>“%1” is not a Latchkey vault. It was left as it is.</source>
        <translation>„%1“ ist kein Latchkey-Tresor. Die Datei wurde nicht verändert.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Choose a file.</source>
        <translation>„%1“ ist ein Ordner. Wählen Sie eine Datei.</translation>
    </message>
    <message>
        <source>“%1” was made by a newer Latchkey. Update Latchkey to open it. It was left as it is.</source>
        <translation>„%1“ stammt von einer neueren Latchkey-Version. Aktualisieren Sie Latchkey, um den Tresor zu öffnen. Die Datei wurde nicht verändert.</translation>
    </message>
    <message>
        <source>“%1” is damaged. Restore it from a backup.</source>
        <translation>„%1“ ist beschädigt. Stellen Sie die Datei aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>“%1” is incomplete: its end is missing. Restore it from a backup.</source>
        <translation>„%1“ ist unvollständig: Das Ende fehlt. Stellen Sie die Datei aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be opened. %2</source>
        <translation>„%1“ lässt sich nicht öffnen. %2</translation>
    </message>
    <message>
        <source>Something in the form is not valid.</source>
        <translation>Eine Angabe im Formular ist ungültig.</translation>
    </message>
    <message>
        <source>It is not there any more.</source>
        <translation>Das gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>%1 changed this key in the meantime. Nothing was overwritten.</source>
        <translation>%1 hat diesen Schlüssel inzwischen geändert. Nichts wurde überschrieben.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>You may look at this vault, but not change it.</source>
        <translation>Sie dürfen diesen Tresor ansehen, aber nicht ändern.</translation>
    </message>
    <message>
        <source>You can&apos;t grant “%1”, because you don&apos;t hold it yourself.</source>
        <translation>Sie können „%1“ nicht erteilen, weil Sie die Berechtigung selbst nicht haben.</translation>
    </message>
    <message>
        <source>That can&apos;t be done while the key is in this state.</source>
        <translation>Das geht im jetzigen Zustand des Schlüssels nicht.</translation>
    </message>
    <message>
        <source>This key&apos;s record is damaged. It refuses all requests; it can only be deactivated or deleted.</source>
        <translation>Der Datensatz dieses Schlüssels ist beschädigt. Er weist alle Anfragen ab und lässt sich nur noch deaktivieren oder löschen.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Something went wrong inside Latchkey: %1</source>
        <translation>In Latchkey ist etwas schiefgegangen: %1</translation>
    </message>
    <message>
        <source>Choose at least one permission.</source>
        <translation>Wählen Sie mindestens eine Berechtigung.</translation>
    </message>
    <message>
        <source>Give the key a name.</source>
        <translation>Geben Sie dem Schlüssel einen Namen.</translation>
    </message>
    <message>
        <source>Use at most %1 characters (now %2).</source>
        <translation>Verwenden Sie höchstens %1 Zeichen (jetzt %2).</translation>
    </message>
    <message>
        <source>Use at most %1 entries.</source>
        <translation>Verwenden Sie höchstens %1 Einträge.</translation>
    </message>
    <message>
        <source>It contains a character that can&apos;t be seen. Remove it.</source>
        <translation>Der Text enthält ein unsichtbares Zeichen. Entfernen Sie es.</translation>
    </message>
    <message>
        <source>It contains a character that reverses the reading direction. Remove it.</source>
        <translation>Der Text enthält ein Zeichen, das die Leserichtung umkehrt. Entfernen Sie es.</translation>
    </message>
    <message>
        <source>Billing and general permissions can&apos;t be in one key.</source>
        <translation>Abrechnungs- und allgemeine Berechtigungen passen nicht in einen Schlüssel.</translation>
    </message>
    <message>
        <source>Enter a whole number.</source>
        <translation>Geben Sie eine ganze Zahl ein.</translation>
    </message>
    <message>
        <source>Enter a number above 0, or choose no limit.</source>
        <translation>Geben Sie eine Zahl über 0 ein oder wählen Sie „Kein Limit“.</translation>
    </message>
    <message>
        <source>Enter at most %1.</source>
        <translation>Geben Sie höchstens %1 ein.</translation>
    </message>
    <message>
        <source>Choose a time in the future.</source>
        <translation>Wählen Sie einen Zeitpunkt in der Zukunft.</translation>
    </message>
    <message>
        <source>Choose a time within 100 years, or Never.</source>
        <translation>Wählen Sie einen Zeitpunkt innerhalb von 100 Jahren oder „Nie“.</translation>
    </message>
    <message>
        <source>Line %1 is not an IP address or range: %2</source>
        <translation>Zeile %1 ist keine IP-Adresse und kein Bereich: %2</translation>
    </message>
    <message>
        <source>Choose an environment.</source>
        <translation>Wählen Sie eine Umgebung.</translation>
    </message>
    <message>
        <source>That is not a complete key: its check characters don&apos;t fit.</source>
        <translation>Das ist kein vollständiger Schlüssel: Die Prüfzeichen stimmen nicht.</translation>
    </message>
    <message>
        <source>Use 2 to 10 small letters or digits as the prefix, and begin with a letter.</source>
        <translation>Verwenden Sie als Präfix 2 bis 10 Kleinbuchstaben oder Ziffern, beginnend mit einem Buchstaben.</translation>
    </message>
    <message>
        <source>That number is out of range.</source>
        <translation>Diese Zahl liegt außerhalb des erlaubten Bereichs.</translation>
    </message>
    <message>
        <source>This is not valid. %1</source>
        <translation>Das ist ungültig. %1</translation>
    </message>
    <message>
        <source>%1 changed the permission catalogue in the meantime. Nothing was overwritten.</source>
        <translation>%1 hat den Berechtigungskatalog inzwischen geändert. Nichts wurde überschrieben.</translation>
    </message>
    <message>
        <source>%1 changed this customer in the meantime. Nothing was overwritten.</source>
        <translation>%1 hat diesen Kunden inzwischen geändert. Nichts wurde überschrieben.</translation>
    </message>
    <message>
        <source>Row %1 of the audit log is not as it was written; it is the first such row.</source>
        <translation>Zeile %1 des Prüfprotokolls ist nicht so, wie sie geschrieben wurde; sie ist die erste solche Zeile.</translation>
    </message>
    <message>
        <source>It contains a whole key, which everyone with this vault could read. Remove it.</source>
        <translation>Der Text enthält einen ganzen Schlüssel, den dann jeder mit diesem Tresor lesen könnte. Entfernen Sie ihn.</translation>
    </message>
    <message>
        <source>“%1” went away before it answered. The change may have been made: look again.</source>
        <translation>„%1“ war weg, bevor eine Antwort kam. Die Änderung ist vielleicht erfolgt: Bitte nachsehen.</translation>
    </message>
    <message>
        <source>The certificate of “%1” is another one than the one you trusted. Somebody may stand between you and the server. Nothing was sent.</source>
        <translation>Das Zertifikat von „%1“ ist ein anderes als das, dem Sie vertraut haben. Vielleicht steht jemand zwischen Ihnen und dem Server. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The certificate of “%1” has expired. Nothing was sent.</source>
        <translation>Das Zertifikat von „%1“ ist abgelaufen. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The certificate of “%1” belongs to another name. Nothing was sent.</source>
        <translation>Das Zertifikat von „%1“ gehört zu einem anderen Namen. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>“%1” doesn&apos;t speak TLS 1.2 or newer. Nothing was sent.</source>
        <translation>„%1“ spricht kein TLS 1.2 oder neuer. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Nobody that this computer trusts vouches for “%1”. Nothing was sent.</source>
        <translation>Niemand, dem dieser Computer vertraut, bürgt für „%1“. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>What answers at “%1” is no Latchkey server.</source>
        <translation>Was unter „%1“ antwortet, ist kein Latchkey-Server.</translation>
    </message>
    <message>
        <source>It said: “%1”</source>
        <translation>Die Antwort: „%1“</translation>
    </message>
    <message>
        <source>%1 wants fewer requests. Nothing was changed. Try again in %2 seconds.</source>
        <translation>%1 möchte weniger Anfragen. Es wurde nichts geändert. Versuchen Sie es in %2 Sekunden noch einmal.</translation>
    </message>
    <message>
        <source>This account has %1 of %2 keys. Delete one before you create another.</source>
        <translation>Dieses Konto hat %1 von %2 Schlüsseln. Löschen Sie einen, bevor Sie einen anderen erstellen.</translation>
    </message>
    <message>
        <source>%1 does not know the key that you sign in with. It may have been deleted.</source>
        <translation>%1 kennt den Schlüssel nicht, mit dem Sie sich anmelden. Vielleicht wurde er gelöscht.</translation>
    </message>
    <message>
        <source>%1 has no way to do that.</source>
        <translation>%1 kann das nicht.</translation>
    </message>
    <message>
        <source>The key that you sign in with may not do that at %1.</source>
        <translation>Der Schlüssel, mit dem Sie sich anmelden, darf das bei %1 nicht.</translation>
    </message>
    <message>
        <source>What answers at “%1” does not speak like %2.</source>
        <translation>Was unter „%1“ antwortet, spricht nicht wie %2.</translation>
    </message>
    <message>
        <source>%1 took the change, but the key is not as you wanted it. Look at it again.</source>
        <translation>%1 hat die Änderung angenommen, aber der Schlüssel ist nicht so, wie Sie ihn wollten. Sehen Sie ihn sich noch einmal an.</translation>
    </message>
    <message>
        <source>%1 refused. Nothing was changed.</source>
        <translation>%1 hat abgelehnt. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The key&apos;s permissions are not known yet. Try again in a moment.</source>
        <translation>Die Rechte des Schlüssels sind noch nicht bekannt. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The service</source>
        <translation>Der Dienst</translation>
    </message>
    <message>
        <source>You sign in with this key. Sign in with another one before you delete it.</source>
        <translation>Mit diesem Schlüssel melden Sie sich an. Melden Sie sich mit einem anderen an, bevor Sie ihn löschen.</translation>
    </message>
    <message>
        <source>This key would be gone for good. Delete it alone, not together with others.</source>
        <translation>Dieser Schlüssel wäre endgültig weg. Löschen Sie ihn einzeln, nicht zusammen mit anderen.</translation>
    </message>
    <message>
        <source>The database behind “%1” went away before it answered. The change may have been made: look again.</source>
        <translation>Die Datenbank hinter „%1“ war weg, bevor eine Antwort kam. Die Änderung ist vielleicht erfolgt: Bitte nachsehen.</translation>
    </message>
    <message>
        <source>%1 changed the gateway rules in the meantime. Nothing was overwritten.</source>
        <translation>%1 hat die Gateway-Regeln inzwischen geändert. Nichts wurde überschrieben.</translation>
    </message>
    <message>
        <source>“%1” could not be asked: what stands in front of it answers %2.</source>
        <comment>HTTP 502</comment>
        <translation>„%1“ konnte nicht gefragt werden: Was davor steht, antwortet mit %2.</translation>
    </message>
    <message>
        <source>%1 wants fewer requests. Try again in a while.</source>
        <translation>%1 möchte weniger Anfragen. Versuchen Sie es nach einer Weile noch einmal.</translation>
    </message>
    <message>
        <source>%1 refused.</source>
        <translation>%1 hat abgelehnt.</translation>
    </message>
    <message>
        <source>“%1” is a vault that is open here. Choose another file. It was left as it is.</source>
        <translation>„%1“ ist ein Tresor, der hier geöffnet ist. Wählen Sie eine andere Datei. Er blieb, wie er ist.</translation>
    </message>
    <message>
        <source>“%1” didn&apos;t answer: its keys are as they were.</source>
        <translation>„%1“ hat nicht geantwortet: Die Schlüssel dort sind, wie sie waren.</translation>
    </message>
    <message>
        <source>It was deleted permanently and can&apos;t be brought back.</source>
        <translation>Er wurde endgültig gelöscht und lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The proxy on the way to “%1” wants a user and a password, and did not accept what it got.</source>
        <translation>Der Proxy auf dem Weg zu „%1“ verlangt einen Benutzer und ein Passwort und hat das, was er bekam, nicht angenommen.</translation>
    </message>
    <message>
        <source>The proxy on the way to “%1” doesn&apos;t answer.</source>
        <translation>Der Proxy auf dem Weg zu „%1“ antwortet nicht.</translation>
    </message>
    <message>
        <source>“%1” doesn&apos;t answer: it took too long.</source>
        <translation>„%1“ antwortet nicht: Es dauerte zu lange.</translation>
    </message>
    <message>
        <source>The database behind “%1” doesn&apos;t answer.</source>
        <translation>Die Datenbank hinter „%1“ antwortet nicht.</translation>
    </message>
    <message>
        <source>“%1” doesn&apos;t answer.</source>
        <translation>„%1“ antwortet nicht.</translation>
    </message>
    <message>
        <source>The database server ended the connection</source>
        <translation>Der Datenbankserver hat die Verbindung beendet</translation>
    </message>
    <message>
        <source>The connection to the database was lost</source>
        <translation>Die Verbindung zur Datenbank ging verloren</translation>
    </message>
    <message>
        <source>The database server lacks memory or room</source>
        <translation>Dem Datenbankserver fehlt Speicher oder Platz</translation>
    </message>
    <message>
        <source>The database lacks something that Latchkey needs</source>
        <translation>Der Datenbank fehlt etwas, das Latchkey braucht</translation>
    </message>
    <message>
        <source>The database refused what it was asked for</source>
        <translation>Die Datenbank hat abgelehnt, worum sie gebeten wurde</translation>
    </message>
    <message>
        <source>“%1” reports an error of its own: %2.</source>
        <comment>HTTP 500</comment>
        <translation>„%1“ meldet einen eigenen Fehler: %2.</translation>
    </message>
    <message>
        <source>“%1” reported an error of its own: %2. The change may have been made: look again.</source>
        <comment>HTTP 500</comment>
        <translation>„%1“ hat einen eigenen Fehler gemeldet: %2. Die Änderung ist vielleicht erfolgt: Bitte nachsehen.</translation>
    </message>
    <message>
        <source>What answers at “%1” is not the API of %2.</source>
        <comment>address, service</comment>
        <translation>Was unter „%1“ antwortet, ist nicht die API von %2.</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>A quotation mark stands where none may be.</source>
        <translation>Ein Anführungszeichen steht, wo keines stehen darf.</translation>
    </message>
    <message>
        <source>A quotation mark is opened and never closed.</source>
        <translation>Ein Anführungszeichen wird geöffnet und nie geschlossen.</translation>
    </message>
    <message>
        <source>It contains a NUL byte.</source>
        <translation>Sie enthält ein NUL-Byte.</translation>
    </message>
    <message>
        <source>It isn&apos;t UTF-8. Save the file as UTF-8.</source>
        <translation>Sie ist nicht in UTF-8. Speichern Sie die Datei als UTF-8.</translation>
    </message>
    <message>
        <source>It has more columns than any list of keys.</source>
        <translation>Sie hat mehr Spalten als jede Liste von Schlüsseln.</translation>
    </message>
    <message>
        <source>It isn&apos;t valid JSON.</source>
        <translation>Das ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>The file ends in the middle of it.</source>
        <translation>Die Datei endet mittendrin.</translation>
    </message>
    <message>
        <source>A name stands in it twice.</source>
        <translation>Ein Name steht zweimal darin.</translation>
    </message>
    <message>
        <source>It is nested too deeply to be a key.</source>
        <translation>Das ist für einen Schlüssel zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>A number in it isn&apos;t one.</source>
        <translation>Eine Zahl darin ist keine.</translation>
    </message>
    <message>
        <source>An escape sequence in it stands for no character.</source>
        <translation>Eine Escape-Folge darin steht für kein Zeichen.</translation>
    </message>
    <message>
        <source>This is no list of keys.</source>
        <translation>Das ist keine Liste von Schlüsseln.</translation>
    </message>
    <message>
        <source>It doesn&apos;t have as many cells as the first line.</source>
        <translation>Sie hat nicht so viele Zellen wie die erste Zeile.</translation>
    </message>
    <message>
        <source>It has a name that the rows before it don&apos;t have.</source>
        <translation>Sie hat einen Namen, den die Zeilen davor nicht haben.</translation>
    </message>
    <message>
        <source>Its key is no Latchkey key, or was mistyped.</source>
        <translation>Der Schlüssel dieser Zeile ist keiner von Latchkey oder hat einen Tippfehler.</translation>
    </message>
    <message>
        <source>Its key has another prefix than this vault&apos;s.</source>
        <translation>Der Schlüssel dieser Zeile hat ein anderes Präfix als die dieses Tresors.</translation>
    </message>
    <message>
        <source>A whole key stands in a column that would be stored as it is. Map that column to “API key”.</source>
        <translation>Ein ganzer Schlüssel steht in einer Spalte, die so gespeichert würde. Ordnen Sie diese Spalte „API-Schlüssel“ zu.</translation>
    </message>
    <message>
        <source>The key ID isn&apos;t one: it has 12 letters and digits.</source>
        <translation>Die Schlüssel-ID ist keine: Sie hat 12 Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>It has no environment, or one that isn&apos;t known.</source>
        <translation>Sie hat keine Umgebung oder eine unbekannte.</translation>
    </message>
    <message>
        <source>The type is neither general nor billing.</source>
        <translation>Der Typ ist weder „general“ noch „billing“.</translation>
    </message>
    <message>
        <source>A permission in it isn&apos;t written as resource:action.</source>
        <translation>Eine Berechtigung darin ist nicht als resource:action geschrieben.</translation>
    </message>
    <message>
        <source>An IP address or range in it isn&apos;t one.</source>
        <translation>Eine IP-Adresse oder ein Bereich darin ist keiner.</translation>
    </message>
    <message>
        <source>The time isn&apos;t ISO 8601 with a zone, like 2027-03-31T12:00:00Z.</source>
        <translation>Die Zeit ist nicht in ISO 8601 mit Zone, wie 2027-03-31T12:00:00Z.</translation>
    </message>
    <message>
        <source>The environment and the type of a key can&apos;t be changed.</source>
        <translation>Umgebung und Typ eines Schlüssels lassen sich nicht ändern.</translation>
    </message>
    <message>
        <source>The same key stands in the file before.</source>
        <translation>Derselbe Schlüssel steht weiter oben in der Datei.</translation>
    </message>
    <message>
        <source>This vault doesn&apos;t know the key, and the row brings no key text.</source>
        <translation>Dieser Tresor kennt den Schlüssel nicht, und die Zeile bringt keinen mit.</translation>
    </message>
    <message>
        <source>The key ID and the key don&apos;t belong together.</source>
        <translation>Schlüssel-ID und Schlüssel gehören nicht zusammen.</translation>
    </message>
    <message>
        <source>Only active keys can be made by an import.</source>
        <translation>Ein Import kann nur aktive Schlüssel erstellen.</translation>
    </message>
    <message>
        <source>The key was made for another environment.</source>
        <translation>Der Schlüssel wurde für eine andere Umgebung erstellt.</translation>
    </message>
    <message>
        <source>The key isn&apos;t the one that this vault knows under this ID.</source>
        <translation>Der Schlüssel ist nicht der, den dieser Tresor unter dieser ID kennt.</translation>
    </message>
    <message>
        <source>This vault has a key with that ID already.</source>
        <translation>Dieser Tresor hat schon einen Schlüssel mit dieser ID.</translation>
    </message>
    <message>
        <source>The key is deleted. Restore it first.</source>
        <translation>Der Schlüssel ist gelöscht. Stellen Sie ihn zuerst wieder her.</translation>
    </message>
    <message>
        <source>The file has changed since it was checked. Check it again.</source>
        <translation>Die Datei hat sich seit der Prüfung geändert. Prüfen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>The file is UTF-16. Save it as UTF-8.</source>
        <translation>Die Datei ist in UTF-16. Speichern Sie sie als UTF-8.</translation>
    </message>
    <message>
        <source>The file has no first line with the names of its columns.</source>
        <translation>Der Datei fehlt die erste Zeile mit den Namen der Spalten.</translation>
    </message>
    <message>
        <source>Two columns have the same name.</source>
        <translation>Zwei Spalten haben denselben Namen.</translation>
    </message>
    <message>
        <source>Key ID</source>
        <translation>Schlüssel-ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Key type</source>
        <translation>Schlüsselart</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>Anfragen pro Sekunde</translation>
    </message>
    <message>
        <source>Requests per minute</source>
        <translation>Anfragen pro Minute</translation>
    </message>
    <message>
        <source>Requests per hour</source>
        <translation>Anfragen pro Stunde</translation>
    </message>
    <message>
        <source>Requests per day</source>
        <translation>Anfragen pro Tag</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Allowed IPs</source>
        <translation>Erlaubte IPs</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Stored in</source>
        <translation>Abgelegt in</translation>
    </message>
    <message>
        <source>API key (hashed, not kept)</source>
        <translation>API-Schlüssel (nur als Hash)</translation>
    </message>
    <message>
        <source>Line %1: </source>
        <translation>Zeile %1: </translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>It is longer than any key&apos;s row.</source>
        <translation>Sie ist länger als die Zeile eines Schlüssels.</translation>
    </message>
    <message>
        <source>Not a line of an access log.</source>
        <translation>Keine Zeile eines Zugriffsprotokolls.</translation>
    </message>
    <message>
        <source>It has no time, or one that can&apos;t be.</source>
        <translation>Sie hat keine Zeit oder eine, die es nicht geben kann.</translation>
    </message>
    <message>
        <source>It has no HTTP status from 100 to 599.</source>
        <translation>Sie hat keinen HTTP-Status von 100 bis 599.</translation>
    </message>
    <message>
        <source>Its JSON can&apos;t be read.</source>
        <translation>Ihr JSON ist nicht lesbar.</translation>
    </message>
    <message>
        <source>It is longer than 64 KB.</source>
        <translation>Sie ist länger als 64 KB.</translation>
    </message>
    <message>
        <source>It isn&apos;t text.</source>
        <translation>Sie ist kein Text.</translation>
    </message>
    <message>
        <source>It isn&apos;t here, and no new tokens are to be made.</source>
        <translation>Er ist nicht da, und es sollen keine neuen Token erzeugt werden.</translation>
    </message>
    <message>
        <source>It is limited there in a way that it can&apos;t be limited here.</source>
        <translation>Er ist dort auf eine Weise beschränkt, die es hier nicht gibt.</translation>
    </message>
    <message>
        <source>Several keys have this name here.</source>
        <translation>Hier haben mehrere Schlüssel diesen Namen.</translation>
    </message>
    <message>
        <source>Several keys have this name there; the first one was taken.</source>
        <translation>Dort haben mehrere Schlüssel diesen Namen; der erste wurde genommen.</translation>
    </message>
    <message>
        <source>It has no environment there. Choose one for all of them.</source>
        <translation>Er hat dort keine Umgebung. Wählen Sie eine für alle.</translation>
    </message>
    <message>
        <source>Its permissions aren&apos;t known.</source>
        <translation>Seine Berechtigungen sind nicht bekannt.</translation>
    </message>
    <message>
        <source>It has permissions that can&apos;t be given here: %1.</source>
        <translation>Er hat Berechtigungen, die hier nicht vergeben werden können: %1.</translation>
    </message>
    <message>
        <source>The service tells each key once. Create it by itself: Create Like This Elsewhere.</source>
        <translation>Der Dienst nennt jeden Schlüssel nur einmal. Erstellen Sie ihn einzeln: Anderswo so erstellen.</translation>
    </message>
    <message>
        <source>“%1” is no IP address or range.</source>
        <translation>„%1“ ist weder IP-Adresse noch Bereich.</translation>
    </message>
    <message>
        <source>It is no object, so no key is described there.</source>
        <translation>Das ist kein Objekt, also ist dort kein Schlüssel beschrieben.</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>en</source>
        <comment>the code of your language, such as de</comment>
        <translation>de</translation>
    </message>
</context>
<context>
    <name>jobs</name>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>%1 to do</source>
        <translation>%1 zu tun</translation>
    </message>
    <message>
        <source>At least %1 of %2 done</source>
        <translation>Mindestens %1 von %2 erledigt</translation>
    </message>
    <message>
        <source>At least %1 done</source>
        <translation>Mindestens %1 erledigt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>%1 übersprungen</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation>unter 1 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>Check the vault</source>
        <translation>Tresor prüfen</translation>
    </message>
    <message>
        <source>Keys read: %1. Rows of the audit log: %2.</source>
        <translation>Gelesene Schlüssel: %1. Zeilen des Prüfprotokolls: %2.</translation>
    </message>
    <message>
        <source>All are as they were written.</source>
        <translation>Alle sind so, wie sie geschrieben wurden.</translation>
    </message>
    <message>
        <source>What is damaged is named below.</source>
        <translation>Was beschädigt ist, steht darunter.</translation>
    </message>
    <message>
        <source>Partly done</source>
        <translation>Teils fertig</translation>
    </message>
    <message numerus="yes">
        <source>Activate %Ln keys</source>
        <translation>
            <numerusform>%Ln Schlüssel aktivieren</numerusform>
            <numerusform>%Ln Schlüssel aktivieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deactivate %Ln keys</source>
        <translation>
            <numerusform>%Ln Schlüssel deaktivieren</numerusform>
            <numerusform>%Ln Schlüssel deaktivieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln keys</source>
        <translation>
            <numerusform>%Ln Schlüssel löschen</numerusform>
            <numerusform>%Ln Schlüssel löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %Ln keys</source>
        <translation>
            <numerusform>%Ln Schlüssel wiederherstellen</numerusform>
            <numerusform>%Ln Schlüssel wiederherstellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln keys permanently</source>
        <translation>
            <numerusform>%Ln Schlüssel endgültig löschen</numerusform>
            <numerusform>%Ln Schlüssel endgültig löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln keys</source>
        <translation>
            <numerusform>%Ln Schlüssel widerrufen</numerusform>
            <numerusform>%Ln Schlüssel widerrufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rotate %Ln keys</source>
        <translation>
            <numerusform>%Ln Schlüssel rotieren</numerusform>
            <numerusform>%Ln Schlüssel rotieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add tags to %Ln keys</source>
        <translation>
            <numerusform>Tags zu %Ln Schlüssel hinzufügen</numerusform>
            <numerusform>Tags zu %Ln Schlüsseln hinzufügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove tags from %Ln keys</source>
        <translation>
            <numerusform>Tags von %Ln Schlüssel entfernen</numerusform>
            <numerusform>Tags von %Ln Schlüsseln entfernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set the owner of %Ln keys</source>
        <translation>
            <numerusform>Verantwortliche von %Ln Schlüssel setzen</numerusform>
            <numerusform>Verantwortliche von %Ln Schlüsseln setzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set the expiry of %Ln keys</source>
        <translation>
            <numerusform>Ablauf von %Ln Schlüssel setzen</numerusform>
            <numerusform>Ablauf von %Ln Schlüsseln setzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set the rate limit of %Ln keys</source>
        <translation>
            <numerusform>Ratenlimit von %Ln Schlüssel setzen</numerusform>
            <numerusform>Ratenlimit von %Ln Schlüsseln setzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln keys</source>
        <translation>
            <numerusform>%Ln Schlüssel exportieren</numerusform>
            <numerusform>%Ln Schlüssel exportieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>Import from %1</source>
        <comment>connection</comment>
        <translation>Import aus %1</translation>
    </message>
    <message>
        <source>Import requests from %1</source>
        <comment>file</comment>
        <translation>Anfragen aus %1 importieren</translation>
    </message>
    <message numerus="yes">
        <source>Keep requests for %Ln days</source>
        <translation>
            <numerusform>Anfragen %Ln Tag behalten</numerusform>
            <numerusform>Anfragen %Ln Tage behalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo the import of %Ln keys</source>
        <translation>
            <numerusform>Import von %Ln Schlüssel rückgängig machen</numerusform>
            <numerusform>Import von %Ln Schlüsseln rückgängig machen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redo the import of %Ln keys</source>
        <translation>
            <numerusform>Import von %Ln Schlüssel wiederholen</numerusform>
            <numerusform>Import von %Ln Schlüsseln wiederholen</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <comment>Undo: Deactivate 12 keys</comment>
        <translation>Rückgängig: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys were rotated.</source>
        <translation>
            <numerusform>%Ln Schlüssel wurde rotiert.</numerusform>
            <numerusform>%Ln Schlüssel wurden rotiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Their new tokens are in the keychain.</source>
        <translation>Die neuen Tokens sind im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Their new tokens are in %1.</source>
        <translation>Die neuen Tokens stehen in %1.</translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln more it isn&apos;t known whether the vault took them. Their new tokens are kept and marked as pending.</source>
        <translation>
            <numerusform>Von %Ln weiteren ist nicht bekannt, ob der Tresor ihn angenommen hat. Sein neues Token ist aufgehoben und als „pending“ markiert.</numerusform>
            <numerusform>Von %Ln weiteren ist nicht bekannt, ob der Tresor sie angenommen hat. Ihre neuen Tokens sind aufgehoben und als „pending“ markiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>No job is chosen</source>
        <translation>Es ist kein Auftrag gewählt</translation>
    </message>
    <message>
        <source>It is over</source>
        <translation>Er ist beendet</translation>
    </message>
    <message>
        <source>It isn&apos;t over yet</source>
        <translation>Er ist noch nicht beendet</translation>
    </message>
    <message>
        <source>Nothing of it failed</source>
        <translation>Nichts davon ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Ask for it again where you asked for it: what it worked on is not known any more</source>
        <translation>Starten Sie ihn dort neu, wo Sie ihn gestartet haben: Womit er arbeitete, ist nicht mehr bekannt</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AcrossActions</name>
    <message>
        <source>“%1” was created in %2.</source>
        <translation>„%1“ wurde in %2 erstellt.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Table rows</source>
        <translation>Tabellenzeilen</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Großzügig</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeitangaben</translation>
    </message>
    <message>
        <source>In this computer&apos;s time zone</source>
        <translation>In der Zeitzone dieses Computers</translation>
    </message>
    <message>
        <source>In UTC</source>
        <translation>In UTC</translation>
    </message>
    <message>
        <source>Exports are always in UTC.</source>
        <translation>Exporte sind immer in UTC.</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>No animations</source>
        <translation>Keine Animationen</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AuditModel</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>Vorher → nachher</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AuditPage</name>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Show key</source>
        <translation>Schlüssel zeigen</translation>
    </message>
    <message>
        <source>No entry matches.</source>
        <translation>Kein passender Eintrag.</translation>
    </message>
    <message>
        <source>Key name or changed value</source>
        <translation>Schlüsselname oder geänderter Wert</translation>
    </message>
    <message>
        <source>Search the audit log</source>
        <translation>Prüfprotokoll durchsuchen</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>Alle Personen</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Checks that no entry was changed, removed or added afterwards</source>
        <translation>Prüft, dass kein Eintrag nachträglich geändert, entfernt oder hinzugefügt wurde</translation>
    </message>
    <message>
        <source>Writes the whole log as JSON Lines, which can be verified without this vault</source>
        <translation>Schreibt das ganze Prüfprotokoll als JSON Lines, die sich ohne diesen Tresor prüfen lassen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>Alle Änderungen</translation>
    </message>
    <message>
        <source>Changes of the vault</source>
        <translation>Änderungen am Tresor</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Beliebige Zeit</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Prüfprotokoll</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what was done: key</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Entry %1 · %2 · by %3</source>
        <comment>number · time · person</comment>
        <translation>Eintrag %1 · %2 · von %3</translation>
    </message>
    <message numerus="yes">
        <source>The log is whole: all %Ln entries follow from each other.</source>
        <translation>
            <numerusform>Das Prüfprotokoll ist unversehrt: Es hat %Ln Eintrag.</numerusform>
            <numerusform>Das Prüfprotokoll ist unversehrt: Alle %Ln Einträge schließen lückenlos aneinander an.</numerusform>
        </translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Entry %1 was changed, removed or added outside Latchkey. What stands there and after it can&apos;t be trusted.</source>
        <translation>Eintrag %1 wurde außerhalb von Latchkey geändert, entfernt oder hinzugefügt. Was dort und danach steht, ist nicht vertrauenswürdig.</translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation>Prüfprotokoll exportieren</translation>
    </message>
    <message>
        <source>Couldn&apos;t write %1: %2</source>
        <comment>file, reason</comment>
        <translation>%1 ließ sich nicht schreiben: %2</translation>
    </message>
    <message numerus="yes">
        <source>Exported %Ln entries.</source>
        <translation>
            <numerusform>%Ln Eintrag exportiert.</numerusform>
            <numerusform>%Ln Einträge exportiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>This log no longer contains entry %1, which this computer has seen. The vault may have been replaced by an older copy, or its log was changed.</source>
        <translation>Dieses Prüfprotokoll enthält Eintrag %1 nicht mehr, den dieser Computer schon gesehen hat. Vielleicht wurde der Tresor durch eine ältere Kopie ersetzt oder sein Prüfprotokoll geändert.</translation>
    </message>
    <message>
        <source>I know why</source>
        <translation>Grund bekannt</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AwaitLine</name>
    <message>
        <source>No answer yet…</source>
        <translation>Noch keine Antwort …</translation>
    </message>
    <message>
        <source>“%1” has not answered yet…</source>
        <translation>„%1“ hat noch nicht geantwortet …</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::BulkActions</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1 of %2 keys are unchanged. %3</source>
        <translation>%1 von %2 Schlüsseln sind unverändert. %3</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 are unchanged.</source>
        <translation>Angehalten: %1 von %2 sind unverändert.</translation>
    </message>
    <message>
        <source>Nothing to do: no selected key needed it.</source>
        <translation>Nichts zu tun: Kein ausgewählter Schlüssel brauchte es.</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Fehlgeschlagene wiederholen</translation>
    </message>
    <message>
        <source>Show failed</source>
        <translation>Fehlgeschlagene zeigen</translation>
    </message>
    <message>
        <source>Others are unchanged for other reasons.</source>
        <translation>Andere sind aus anderen Gründen unverändert.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::BulkRotation</name>
    <message numerus="yes">
        <source>%Ln keys were rotated.</source>
        <translation>
            <numerusform>%Ln Schlüssel wurde rotiert.</numerusform>
            <numerusform>%Ln Schlüssel wurden rotiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Their new tokens are in the keychain.</source>
        <translation>Die neuen Tokens sind im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Their new tokens are in %1.</source>
        <translation>Die neuen Tokens stehen in %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys were not rotated. %1</source>
        <translation>
            <numerusform>%Ln Schlüssel wurde nicht rotiert. %1</numerusform>
            <numerusform>%Ln Schlüssel wurden nicht rotiert. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Show failed</source>
        <translation>Fehlgeschlagene zeigen</translation>
    </message>
    <message>
        <source>Stopped before the end.</source>
        <translation>Vor dem Ende angehalten.</translation>
    </message>
    <message numerus="yes">
        <source>Rotated %Ln keys</source>
        <translation>
            <numerusform>%Ln Schlüssel wurde rotiert</numerusform>
            <numerusform>%Ln Schlüssel wurden rotiert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::BulkSheet</name>
    <message numerus="yes">
        <source>%Ln are damaged.</source>
        <translation>
            <numerusform>%Ln ist beschädigt.</numerusform>
            <numerusform>%Ln sind beschädigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln don&apos;t need it or can&apos;t have it, and are skipped.</source>
        <translation>
            <numerusform>%Ln braucht oder verträgt es nicht und wird übersprungen.</numerusform>
            <numerusform>%Ln brauchen oder vertragen es nicht und werden übersprungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The keys leaked. Don&apos;t allow &amp;restoring</source>
        <translation>Die Schlüssel sind bekannt geworden. Nicht &amp;wiederherstellbar</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>Schlüssel ändern</translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln keys</source>
        <translation>
            <numerusform>%Ln Schlüssel ändern</numerusform>
            <numerusform>%Ln Schlüssel ändern</numerusform>
        </translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation>Tags hinzufügen</translation>
    </message>
    <message>
        <source>Remove tags</source>
        <translation>Tags entfernen</translation>
    </message>
    <message>
        <source>Set the owner</source>
        <translation>Verantwortliche setzen</translation>
    </message>
    <message>
        <source>Set the expiry</source>
        <translation>Ablauf setzen</translation>
    </message>
    <message>
        <source>Set the rate limit</source>
        <translation>Ratenlimit setzen</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>What to change</source>
        <translation>Was geändert wird</translation>
    </message>
    <message>
        <source>Tags, separated by commas</source>
        <translation>Tags, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Owner; empty removes it</source>
        <translation>Verantwortlich; leer entfernt</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Why? (it goes into the audit log)</source>
        <translation>Warum? (kommt ins Prüfprotokoll)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>It can&apos;t be taken back. Type %1 to confirm:</source>
        <translation>Das lässt sich nicht zurücknehmen. Geben Sie zur Bestätigung %1 ein:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Rotieren</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CatalogueForm</name>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message numerus="yes">
        <source>%Ln permissions</source>
        <translation>
            <numerusform>%Ln Berechtigung</numerusform>
            <numerusform>%Ln Berechtigungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln templates</source>
        <translation>
            <numerusform>%Ln Vorlage</numerusform>
            <numerusform>%Ln Vorlagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CataloguePage</name>
    <message>
        <source>You may look at the catalogue, but not change it.</source>
        <translation>Sie dürfen den Katalog ansehen, aber nicht ändern.</translation>
    </message>
    <message>
        <source>Somebody changed the catalogue meanwhile. Discard to see theirs.</source>
        <translation>Jemand hat den Katalog inzwischen geändert. Verwerfen zeigt den neuen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problems, marked in the list.</source>
        <translation>
            <numerusform>%Ln Problem, in der Liste markiert.</numerusform>
            <numerusform>%Ln Probleme, in der Liste markiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>Noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Permission catalogue saved.</source>
        <translation>Berechtigungskatalog gespeichert.</translation>
    </message>
    <message>
        <source>That is the catalogue that is here already.</source>
        <translation>Das ist der Katalog, der schon da ist.</translation>
    </message>
    <message>
        <source>Catalogue exported to “%1”.</source>
        <translation>Katalog nach „%1“ exportiert.</translation>
    </message>
    <message>
        <source>Import catalogue</source>
        <translation>Katalog importieren</translation>
    </message>
    <message>
        <source>Catalogues (*.json);;All files (*)</source>
        <translation>Kataloge (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export catalogue</source>
        <translation>Katalog exportieren</translation>
    </message>
    <message>
        <source>Catalogues (*.json)</source>
        <translation>Kataloge (*.json)</translation>
    </message>
    <message>
        <source>Permission catalogue</source>
        <translation>Berechtigungskatalog</translation>
    </message>
    <message>
        <source>Start From</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>Takes one of the catalogues that come with Latchkey, to be reviewed and saved</source>
        <translation>Nimmt einen der mitgelieferten Kataloge, zum Prüfen und Speichern</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Takes the catalogue of a JSON file, to be reviewed and saved</source>
        <translation>Nimmt den Katalog einer JSON-Datei, zum Prüfen und Speichern</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Writes the saved catalogue to a JSON file</source>
        <translation>Schreibt den gespeicherten Katalog in eine JSON-Datei</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what, shortcut</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Review and Save…</source>
        <translation>Prüfen und speichern …</translation>
    </message>
    <message>
        <source>The changes of the permission catalogue aren&apos;t saved. If you leave now, they are lost.</source>
        <translation>Die Änderungen des Berechtigungskatalogs sind nicht gespeichert. Wenn Sie jetzt gehen, sind sie verloren.</translation>
    </message>
    <message>
        <source>The changes of the permission catalogue aren&apos;t saved. “%1” would take their place.</source>
        <translation>Die Änderungen des Berechtigungskatalogs sind nicht gespeichert. „%1“ würde sie ersetzen.</translation>
    </message>
    <message>
        <source>Keep Editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Discard Changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Undone: the change of the permission catalogue.</source>
        <translation>Rückgängig gemacht: die Änderung des Berechtigungskatalogs.</translation>
    </message>
    <message>
        <source>Redone: the change of the permission catalogue.</source>
        <translation>Wiederholt: die Änderung des Berechtigungskatalogs.</translation>
    </message>
    <message>
        <source>Go back from the review first</source>
        <translation>Gehen Sie zuerst von der Prüfung zurück</translation>
    </message>
    <message>
        <source>Change the catalogue first</source>
        <translation>Ändern Sie zuerst den Katalog</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CatalogueTree</name>
    <message>
        <source>Permission catalogue</source>
        <translation>Berechtigungskatalog</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>for billing keys</source>
        <translation>für Abrechnungsschlüssel</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name, id</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ChangesPanel</name>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>+ %1</source>
        <comment>a permission is added</comment>
        <translation>+ %1</translation>
    </message>
    <message>
        <source>− %1</source>
        <comment>a permission is removed</comment>
        <translation>− %1</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>from, to</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Nothing changed yet.</source>
        <translation>Noch nichts geändert.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ChartView</name>
    <message>
        <source>Requests over time</source>
        <translation>Anfragen im Zeitverlauf</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Show as chart</source>
        <translation>Als Diagramm</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ChartWidget</name>
    <message>
        <source>d MMM, HH:mm</source>
        <comment>date format of an hour</comment>
        <translation>d. MMM, HH:mm</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date format of a day</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>outcome: number</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No requests in this time</source>
        <translation>Keine Anfragen in dieser Zeit</translation>
    </message>
    <message>
        <source>Requests over time. %1</source>
        <translation>Anfragen im Zeitverlauf. %1</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CheckList</name>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CheckRow</name>
    <message>
        <source>%1: %2. %3</source>
        <comment>check, outcome, sentence</comment>
        <translation>%1: %2. %3</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>Befehl eingeben</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>No command matches “%1”</source>
        <translation>Kein Befehl passt zu „%1“</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ComparePage</name>
    <message>
        <source>Choose two different sides.</source>
        <translation>Wählen Sie zwei verschiedene Seiten.</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>%1 can&apos;t be opened. %2</source>
        <translation>%1 lässt sich nicht öffnen. %2</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Reading the keys…</source>
        <translation>Die Schlüssel werden gelesen …</translation>
    </message>
    <message>
        <source>Reading the keys: %1 of %2</source>
        <translation>Schlüssel gelesen: %1 von %2</translation>
    </message>
    <message>
        <source>%1 has more than %2 keys: too many to compare at once. Choose an environment.</source>
        <translation>%1 hat mehr als %2 Schlüssel: zu viele für einen Vergleich. Wählen Sie eine Umgebung.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read. %2</source>
        <translation>%1 lässt sich nicht lesen. %2</translation>
    </message>
    <message>
        <source>Neither side has a key.</source>
        <translation>Keine der beiden Seiten hat einen Schlüssel.</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>group of keys, how many</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Open in %1</source>
        <translation>In %1 öffnen</translation>
    </message>
    <message>
        <source>Create like the one in %1…</source>
        <translation>So erstellen wie in %1 …</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Left side</source>
        <translation>Linke Seite</translation>
    </message>
    <message>
        <source>Right side</source>
        <translation>Rechte Seite</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Tauschen</translation>
    </message>
    <message>
        <source>Left and right change places</source>
        <translation>Links und rechts tauschen die Plätze</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was abweicht</translation>
    </message>
    <message>
        <source>Any difference</source>
        <translation>Jede Abweichung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>Nach Namen suchen</translation>
    </message>
    <message>
        <source>Keys have changed since. F5 compares again.</source>
        <translation>Seither wurden Schlüssel geändert. F5 vergleicht neu.</translation>
    </message>
    <message>
        <source>Choose a left and a right side.</source>
        <translation>Wählen Sie eine linke und eine rechte Seite.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Key ID</source>
        <translation>Schlüssel-ID</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ComparisonModel</name>
    <message>
        <source>Not there</source>
        <translation>Nicht da</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Da</translation>
    </message>
    <message>
        <source>%1; permissions not known</source>
        <comment>what two keys differ in</comment>
        <translation>%1; Berechtigungen unbekannt</translation>
    </message>
    <message>
        <source>Several keys have this name: equal ones stand beside each other, then by age.</source>
        <translation>Mehrere Schlüssel haben diesen Namen: Gleiche stehen nebeneinander, die anderen nach Alter.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was abweicht</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>name, ID of a key</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ConfirmSheet</name>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>This connection asks before each change: %1.</source>
        <translation>Diese Verbindung fragt vor jeder Änderung: %1.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ConflictPanel</name>
    <message>
        <source>Back to the form</source>
        <translation>Zurück zum Formular</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>%1 changed this key while you were editing.</source>
        <translation>%1 hat diesen Schlüssel geändert, während Sie ihn bearbeitet haben.</translation>
    </message>
    <message>
        <source>You changed different fields. Saving keeps both.</source>
        <translation>Sie haben verschiedene Felder geändert. Beim Speichern bleibt beides erhalten.</translation>
    </message>
    <message>
        <source>Choose per field. Fields that only one of you changed are kept as they are.</source>
        <translation>Wählen Sie für jedes Feld. Felder, die nur einer von Ihnen geändert hat, bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Mine: %1</source>
        <translation>Meine Fassung: %1</translation>
    </message>
    <message>
        <source>Theirs: %1</source>
        <translation>Andere Fassung: %1</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Use theirs</source>
        <translation>Andere übernehmen</translation>
    </message>
    <message>
        <source>This key was changed elsewhere while you were editing.</source>
        <translation>Dieser Schlüssel wurde anderswo geändert, während Sie ihn bearbeitet haben.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ConnectionBook</name>
    <message>
        <source>Local vault</source>
        <translation>Lokaler Tresor</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ConnectionForm</name>
    <message>
        <source>Latchkey vaults (*.latchkey);;All files (*)</source>
        <translation>Latchkey-Tresore (*.latchkey);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Vault file</source>
        <translation>Tresor-Datei</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Such as https://keys.example.com. http only on this computer.</source>
        <translation>Etwa https://keys.example.com. http nur auf diesem Computer.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation>Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>A PEM file. Empty: the authorities that this computer trusts.</source>
        <translation>Eine PEM-Datei. Leer: die Stellen, denen dieser Computer vertraut.</translation>
    </message>
    <message>
        <source>Trusted certificate</source>
        <translation>Vertrautes Zertifikat</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>Safe mode</source>
        <translation>Sicherer Modus</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Automatic: checked whole, except on this computer</source>
        <translation>Automatisch: ganz geprüft, außer auf diesem Computer</translation>
    </message>
    <message>
        <source>Check the certificate and its name</source>
        <translation>Zertifikat und Namen prüfen</translation>
    </message>
    <message>
        <source>Check the certificate</source>
        <translation>Zertifikat prüfen</translation>
    </message>
    <message>
        <source>Encrypt only, check nothing</source>
        <translation>Nur verschlüsseln, nichts prüfen</translation>
    </message>
    <message>
        <source>No TLS</source>
        <translation>Kein TLS</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Administrator&apos;s token</source>
        <translation>Verwaltungs-Token</translation>
    </message>
    <message>
        <source>A PEM file. Empty: root.crt in the folder .postgresql of your home.</source>
        <translation>Eine PEM-Datei. Leer: root.crt im Ordner .postgresql Ihres persönlichen Verzeichnisses.</translation>
    </message>
    <message>
        <source>Subuser</source>
        <translation>Subuser</translation>
    </message>
    <message>
        <source>Empty: the account itself. For a customer&apos;s account: “account-id” and its number.</source>
        <translation>Leer: das Konto selbst. Für das Konto eines Kunden: „account-id“ und seine Nummer.</translation>
    </message>
    <message>
        <source>Global (api.sendgrid.com)</source>
        <translation>Global (api.sendgrid.com)</translation>
    </message>
    <message>
        <source>EU (api.eu.sendgrid.com)</source>
        <translation>EU (api.eu.sendgrid.com)</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>Andere Adresse</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Confirm: you are asked before each change. Read only: nothing is changed through this connection.</source>
        <translation>Bestätigen: Vor jeder Änderung wird gefragt. Nur lesen: Über diese Verbindung wird nichts geändert.</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>Wie im System eingestellt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Dieser</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> s</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Zeitlimit</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Adresse des Proxys</translation>
    </message>
    <message>
        <source>Such as proxy.example.com:3128, or socks5://localhost:1080.</source>
        <translation>Etwa proxy.example.com:3128 oder socks5://localhost:1080.</translation>
    </message>
    <message>
        <source>User of the proxy</source>
        <translation>Benutzer des Proxys</translation>
    </message>
    <message>
        <source>Password of the proxy</source>
        <translation>Passwort des Proxys</translation>
    </message>
    <message>
        <source>Empty: the proxy asks for none.</source>
        <translation>Leer: Der Proxy verlangt keinen.</translation>
    </message>
    <message>
        <source>Show in All connections</source>
        <translation>In „Alle Verbindungen“ zeigen</translation>
    </message>
    <message>
        <source>The file is being read…</source>
        <translation>Die Datei wird gelesen …</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ConnectionPickSheet</name>
    <message>
        <source>Shown as %1</source>
        <comment>connection</comment>
        <translation>Gezeigt als %1</translation>
    </message>
    <message>
        <source>Not open</source>
        <translation>Nicht offen</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Schreibgeschützt</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Create New Key</source>
        <translation>Neuer Schlüssel</translation>
    </message>
    <message>
        <source>In which connection is the key created?</source>
        <translation>In welcher Verbindung wird der Schlüssel erstellt?</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>connection: why not</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ConnectionPlaces</name>
    <message>
        <source>There is no such connection any more.</source>
        <translation>Diese Verbindung gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Its password or token isn&apos;t kept on this computer. Open it once under File › Connections, and keep it.</source>
        <translation>Passwort oder Token liegt nicht auf diesem Computer. Öffnen Sie sie einmal unter „Datei › Verbindungen“ und behalten Sie es dort.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ConnectionWatch</name>
    <message>
        <source>○ Offline</source>
        <translation>○ Offline</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <comment>seconds</comment>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>● Connected · updated %1</source>
        <comment>12 s ago</comment>
        <translation>● Verbunden · Stand %1</translation>
    </message>
    <message>
        <source>Working offline. Showing keys from %1.</source>
        <comment>14:02</comment>
        <translation>Sie arbeiten offline. Gezeigt werden die Schlüssel von %1.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Working offline: the server answers, but its database doesn&apos;t. Showing keys from %1.</source>
        <comment>14:02</comment>
        <translation>Sie arbeiten offline: Der Server antwortet, aber seine Datenbank nicht. Gezeigt werden die Schlüssel von %1.</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached.</source>
        <translation>Der Server ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The database can&apos;t be reached.</source>
        <translation>Die Datenbank ist nicht erreichbar.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ConnectionsWindow</name>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>This computer has no keychain. Secrets are kept for this session only.</source>
        <translation>Dieser Computer hat keinen Schlüsselbund. Geheimnisse werden nur für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>No connections yet. Add one to reach a vault.</source>
        <translation>Noch keine Verbindungen. Fügen Sie eine hinzu, um einen Tresor zu erreichen.</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Remove “%1”? Its password goes too. The vault itself stays as it is.</source>
        <translation>„%1“ entfernen? Auch das Passwort wird vergessen. Der Tresor selbst bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <source>Vault file</source>
        <translation>Tresor-Datei</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <comment>name of a duplicated connection</comment>
        <translation>%1 Kopie</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CopyPage</name>
    <message>
        <source>Keep open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>Close without storing</source>
        <translation>Schließen, ohne abzulegen</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CopyPanel</name>
    <message>
        <source>You can reveal and copy it again from here. Nobody else can.</source>
        <translation>Sie können ihn hier wieder einblenden und kopieren. Niemand sonst kann das.</translation>
    </message>
    <message>
        <source>The keychain will ask you to set it up first.</source>
        <translation>Der Schlüsselbund muss zuerst eingerichtet werden und fragt Sie danach.</translation>
    </message>
    <message>
        <source>Secrets are kept for this session only.</source>
        <translation>Geheimnisse werden nur für diese Sitzung aufbewahrt.</translation>
    </message>
    <message>
        <source>The keychain is locked. Unlock it to keep the key here.</source>
        <translation>Der Schlüsselbund ist gesperrt. Entsperren Sie ihn, um den Schlüssel hier aufzubewahren.</translation>
    </message>
    <message>
        <source>Looking for a keychain…</source>
        <translation>Schlüsselbund wird gesucht …</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Copy .env line</source>
        <translation>.env-Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy curl command</source>
        <translation>curl-Befehl kopieren</translation>
    </message>
    <message>
        <source>Copy header</source>
        <translation>Header kopieren</translation>
    </message>
    <message>
        <source>Key copied. Clipboard clears in %1 s.</source>
        <translation>Schlüssel kopiert. Die Zwischenablage wird in %1 s geleert.</translation>
    </message>
    <message>
        <source>Key copied.</source>
        <translation>Schlüssel kopiert.</translation>
    </message>
    <message>
        <source>A copy is kept on this computer.</source>
        <translation>Eine Kopie wird auf diesem Computer aufbewahrt.</translation>
    </message>
    <message>
        <source>The copy was removed from this computer.</source>
        <translation>Die Kopie wurde von diesem Computer entfernt.</translation>
    </message>
    <message>
        <source>“%1” is a git folder. A key that gets committed is public to everyone who can read the repository.</source>
        <translation>„%1“ ist ein Git-Ordner. Ein eingecheckter Schlüssel ist für alle sichtbar, die das Repository lesen können.</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>Trotzdem speichern</translation>
    </message>
    <message>
        <source>Saved to “%1”. Only you can read the file.</source>
        <translation>In „%1“ gespeichert. Nur Sie können die Datei lesen.</translation>
    </message>
    <message>
        <source>“%1” exists already. It was left as it is.</source>
        <translation>„%1“ gibt es schon. Die Datei wurde nicht verändert.</translation>
    </message>
    <message>
        <source>Add a line to it</source>
        <translation>Zeile anfügen</translation>
    </message>
    <message>
        <source>“%1” is a link to another file. Choose a file of its own.</source>
        <translation>„%1“ verweist auf eine andere Datei. Wählen Sie eine eigene Datei.</translation>
    </message>
    <message>
        <source>The place could not be noted. %1</source>
        <translation>Der Ablageort konnte nicht vermerkt werden. %1</translation>
    </message>
    <message>
        <source>Save .env file…</source>
        <translation>.env-Datei speichern …</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Keep on this computer (keychain)</source>
        <translation>Auf diesem Computer aufbewahren (Schlüsselbund)</translation>
    </message>
    <message>
        <source>I have stored this key</source>
        <translation>Ich habe diesen Schlüssel abgelegt</translation>
    </message>
    <message>
        <source>Copy it, save it, keep it or say that you stored it.</source>
        <translation>Kopieren, speichern oder verwahren Sie ihn, oder bestätigen Sie, dass Sie ihn abgelegt haben.</translation>
    </message>
    <message>
        <source>Save .env file</source>
        <translation>.env-Datei speichern</translation>
    </message>
    <message>
        <source>Copy your key now</source>
        <translation>Kopieren Sie Ihren Schlüssel jetzt</translation>
    </message>
    <message>
        <source>This is the only time the full key is shown. Copy it or save it before closing.</source>
        <translation>Der vollständige Schlüssel wird nur dieses eine Mal angezeigt. Kopieren oder speichern Sie ihn vor dem Schließen.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>.env</source>
        <translation>.env</translation>
    </message>
    <message>
        <source>curl</source>
        <translation>curl</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Choose another place</source>
        <translation>Anderen Ort wählen</translation>
    </message>
    <message>
        <source>Such as “Vault, team folder” or a host name</source>
        <translation>Zum Beispiel „Vault, Teamordner“ oder ein Hostname</translation>
    </message>
    <message>
        <source>Where did you store it?</source>
        <translation>Wo haben Sie ihn abgelegt?</translation>
    </message>
    <message>
        <source>The key doesn&apos;t work: the vault doesn&apos;t know it.</source>
        <translation>Der Schlüssel funktioniert nicht: Der Tresor kennt ihn nicht.</translation>
    </message>
    <message>
        <source>The key couldn&apos;t be tested. %1</source>
        <translation>Der Schlüssel konnte nicht getestet werden. %1</translation>
    </message>
    <message>
        <source>The vault knows the key, but lets nothing through: its status is %1.</source>
        <comment>Inactive, Expired …</comment>
        <translation>Der Tresor kennt den Schlüssel, lässt aber nichts durch: Sein Status ist %1.</translation>
    </message>
    <message>
        <source>The key works.</source>
        <translation>Der Schlüssel funktioniert.</translation>
    </message>
    <message>
        <source>Requests have to come from its allowed IP addresses.</source>
        <translation>Anfragen müssen von seinen erlaubten IP-Adressen kommen.</translation>
    </message>
    <message>
        <source>Requests have to name one of its customers.</source>
        <translation>Anfragen müssen einen seiner Kunden nennen.</translation>
    </message>
    <message>
        <source>Test key</source>
        <translation>Schlüssel testen</translation>
    </message>
    <message>
        <source>Looks the key up by what is shown here, as a gateway does. It doesn&apos;t count as a use.</source>
        <translation>Sucht den Schlüssel mit dem, was hier steht, wie es ein Gateway tut. Das zählt nicht als Nutzung.</translation>
    </message>
    <message>
        <source>Copy SMTP address</source>
        <translation>SMTP-Adresse kopieren</translation>
    </message>
    <message>
        <source>Clipboard cleared.</source>
        <translation>Zwischenablage geleert.</translation>
    </message>
    <message>
        <source>Couldn&apos;t clear the clipboard. Copy something else to replace the key.</source>
        <translation>Die Zwischenablage ließ sich nicht leeren. Kopieren Sie etwas anderes, um den Schlüssel zu ersetzen.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CopyTargetSheet</name>
    <message>
        <source>Continue…</source>
        <translation>Weiter …</translation>
    </message>
    <message>
        <source>Create a key like this one</source>
        <translation>Einen Schlüssel wie diesen erstellen</translation>
    </message>
    <message>
        <source>Create like “%1” in</source>
        <translation>So erstellen wie „%1“ in</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Its settings come along, never its token: the new key gets one of its own, shown once. The form that follows shows everything, and nothing is made before you press Create key.</source>
        <translation>Seine Einstellungen kommen mit, nie sein Token: Der neue Schlüssel bekommt ein eigenes, einmal gezeigt. Das folgende Formular zeigt alles; erstellt wird erst mit „Schlüssel erstellen“.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>%1 can&apos;t be opened. %2</source>
        <translation>%1 lässt sich nicht öffnen. %2</translation>
    </message>
    <message>
        <source>No permission is left: choose at least one in the form.</source>
        <translation>Es bleibt keine Berechtigung: Wählen Sie im Formular mindestens eine.</translation>
    </message>
    <message>
        <source>All of its settings come along.</source>
        <translation>Alle seine Einstellungen kommen mit.</translation>
    </message>
    <message>
        <source>Choose where</source>
        <translation>Wählen Sie, wo</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CreateController</name>
    <message>
        <source>%1 (%2)</source>
        <comment>name (id)</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CreateWindow</name>
    <message>
        <source>Create New API Key</source>
        <translation>Neuen API-Schlüssel erstellen</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <comment>name of a duplicated key</comment>
        <translation>%1 Kopie</translation>
    </message>
    <message>
        <source>Duplicate “%1”</source>
        <translation>„%1“ duplizieren</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Wird erstellt …</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Schlüssel erstellen</translation>
    </message>
    <message>
        <source>Copy your key now</source>
        <translation>Kopieren Sie Ihren Schlüssel jetzt</translation>
    </message>
    <message>
        <source>You haven&apos;t stored this key. If you close now, you&apos;ll need to rotate it to get a new one.</source>
        <translation>Sie haben diesen Schlüssel nicht abgelegt. Wenn Sie jetzt schließen, müssen Sie ihn rotieren, um einen neuen zu erhalten.</translation>
    </message>
    <message>
        <source>Another key in this environment has this name. You can still create it.</source>
        <translation>Ein anderer Schlüssel dieser Umgebung heißt so. Sie können ihn trotzdem erstellen.</translation>
    </message>
    <message>
        <source>What you typed will be lost.</source>
        <translation>Ihre Eingaben gehen verloren.</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>The connection dropped before the server answered. The key may exist.</source>
        <translation>Die Verbindung riss ab, bevor der Server antwortete. Vielleicht gibt es den Schlüssel.</translation>
    </message>
    <message>
        <source>Still no answer. The key may exist. %1</source>
        <translation>Noch immer keine Antwort. Vielleicht gibt es den Schlüssel. %1</translation>
    </message>
    <message>
        <source>The key was not made. Create it again: it can&apos;t become two.</source>
        <translation>Der Schlüssel wurde nicht angelegt. Legen Sie ihn noch einmal an: Es können nicht zwei werden.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt nachsehen</translation>
    </message>
    <message>
        <source>Close without checking</source>
        <translation>Schließen, ohne nachzusehen</translation>
    </message>
    <message>
        <source>The connection dropped before the service answered. The key may exist, but it is not listed so far.</source>
        <translation>Die Verbindung brach ab, bevor der Dienst geantwortet hat. Den Schlüssel gibt es vielleicht, aber er steht bisher nicht in der Liste.</translation>
    </message>
    <message>
        <source>“%1” was made (ID %2), but the answer with the key was lost, and it is told only once. Delete it before you create another.</source>
        <translation>„%1“ wurde erstellt (ID %2), aber die Antwort mit dem Schlüssel ging verloren, und er wird nur einmal genannt. Löschen Sie ihn, bevor Sie einen anderen erstellen.</translation>
    </message>
    <message>
        <source>No key of this name is listed so far. It may still appear: look at the list before you create another.</source>
        <translation>Bisher steht kein Schlüssel dieses Namens in der Liste. Er kann noch erscheinen: Sehen Sie in die Liste, bevor Sie einen anderen erstellen.</translation>
    </message>
    <message>
        <source>You haven&apos;t stored this key. If you close now, nobody can use it: you&apos;ll need to delete it and create another one.</source>
        <translation>Sie haben diesen Schlüssel nicht abgelegt. Wenn Sie jetzt schließen, kann ihn niemand benutzen: Sie müssten ihn löschen und einen anderen erstellen.</translation>
    </message>
    <message>
        <source>Another key of this account has this name. You can still create it.</source>
        <translation>Ein anderer Schlüssel dieses Kontos heißt ebenso. Sie können ihn trotzdem erstellen.</translation>
    </message>
    <message>
        <source>Create like “%1” in %2</source>
        <comment>name of a key, where</comment>
        <translation>So erstellen wie „%1“ in %2</translation>
    </message>
    <message>
        <source>The settings of “%1”, for a new key in %2 with a token of its own.</source>
        <translation>Die Einstellungen von „%1“, für einen neuen Schlüssel in %2 mit eigenem Token.</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>Schlüssel zeigen</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CustomerDeleteSheet</name>
    <message>
        <source>Delete customer</source>
        <translation>Kunden löschen</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>„%1“ löschen?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys name this customer. They go on working as before: they keep the id “%1” and show it as unknown.</source>
        <translation>
            <numerusform>%Ln Schlüssel nennt diesen Kunden. Er funktioniert weiter wie bisher: Er behält die ID „%1“ und zeigt sie als unbekannt.</numerusform>
            <numerusform>%Ln Schlüssel nennen diesen Kunden. Sie funktionieren weiter wie bisher: Sie behalten die ID „%1“ und zeigen sie als unbekannt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CustomerLinks</name>
    <message>
        <source>%1 (%2)</source>
        <comment>name (id)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Customers: %1</source>
        <translation>Kunden: %1</translation>
    </message>
    <message>
        <source>%1 (no such customer)</source>
        <translation>%1 (kein solcher Kunde)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CustomerModel</name>
    <message numerus="yes">
        <source>%Ln keys</source>
        <translation>
            <numerusform>%Ln Schlüssel</numerusform>
            <numerusform>%Ln Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>External ID</source>
        <translation>Externe ID</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Keys name the id “%1”, but there is no customer with it.</source>
        <translation>Schlüssel nennen die ID „%1“, aber es gibt keinen Kunden mit dieser ID.</translation>
    </message>
    <message>
        <source>No such customer</source>
        <translation>Kein solcher Kunde</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CustomerSheet</name>
    <message>
        <source>Enter the id that your platform uses for this customer.</source>
        <translation>Geben Sie die ID ein, die Ihre Plattform für diesen Kunden verwendet.</translation>
    </message>
    <message>
        <source>An id can&apos;t contain a comma.</source>
        <translation>Eine ID kann kein Komma enthalten.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Edit customer</source>
        <translation>Kunden bearbeiten</translation>
    </message>
    <message>
        <source>Add customer</source>
        <translation>Kunden hinzufügen</translation>
    </message>
    <message>
        <source>External ID</source>
        <translation>Externe ID</translation>
    </message>
    <message>
        <source>Fixed, because keys hold it.</source>
        <translation>Fest, weil Schlüssel sie enthalten.</translation>
    </message>
    <message>
        <source>As your platform calls this customer, such as cus_4711. It can&apos;t be changed later.</source>
        <translation>So, wie Ihre Plattform diesen Kunden nennt, zum Beispiel cus_4711. Sie lässt sich später nicht ändern.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>There is a customer with this id already.</source>
        <translation>Einen Kunden mit dieser ID gibt es schon.</translation>
    </message>
    <message>
        <source>It can&apos;t be changed. For another id, add another customer and delete this one.</source>
        <translation>Sie lässt sich nicht ändern. Für eine andere ID fügen Sie einen anderen Kunden hinzu und löschen diesen.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CustomersPage</name>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Name or ID</source>
        <translation>Name oder ID</translation>
    </message>
    <message>
        <source>Search customers</source>
        <translation>Kunden suchen</translation>
    </message>
    <message>
        <source>Show Keys</source>
        <translation>Schlüssel zeigen</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <source>No customers match.</source>
        <translation>Kein Kunde passt.</translation>
    </message>
    <message>
        <source>No customers yet. Add those that keys can be limited to.</source>
        <translation>Noch keine Kunden. Fügen Sie die hinzu, auf die Schlüssel beschränkt werden können.</translation>
    </message>
    <message>
        <source>Clear Search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Add Customer…</source>
        <translation>Kunden hinzufügen …</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Adds this id to the list of customers</source>
        <translation>Nimmt diese ID in die Kundenliste auf</translation>
    </message>
    <message>
        <source>Changes name and note of the customer</source>
        <translation>Ändert Name und Notiz des Kunden</translation>
    </message>
    <message>
        <source>“%1” added.</source>
        <translation>„%1“ hinzugefügt.</translation>
    </message>
    <message>
        <source>“%1” saved.</source>
        <translation>„%1“ gespeichert.</translation>
    </message>
    <message>
        <source>“%1” deleted.</source>
        <translation>„%1“ gelöscht.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Asks first, and names the keys that name this customer</source>
        <translation>Fragt zuerst und nennt die Schlüssel, die diesen Kunden nennen</translation>
    </message>
    <message>
        <source>No key names this customer: it goes at once, and Undo brings it back</source>
        <translation>Kein Schlüssel nennt diesen Kunden: Er wird sofort gelöscht, und „Rückgängig“ bringt ihn zurück</translation>
    </message>
    <message>
        <source>You may look at the customers, but not change them.</source>
        <translation>Sie dürfen die Kunden ansehen, aber nicht ändern.</translation>
    </message>
    <message>
        <source>Select a customer first</source>
        <translation>Wählen Sie zuerst einen Kunden aus</translation>
    </message>
    <message>
        <source>It is not in the list of customers: only keys name it</source>
        <translation>Er steht nicht in der Kundenliste: Nur Schlüssel nennen ihn</translation>
    </message>
    <message>
        <source>No key names this customer</source>
        <translation>Kein Schlüssel nennt diesen Kunden</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::DeleteSheet</name>
    <message>
        <source>Delete permanently</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln keys permanently?</source>
        <translation>
            <numerusform>%Ln Schlüssel endgültig löschen?</numerusform>
            <numerusform>%Ln Schlüssel endgültig löschen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln keys?</source>
        <translation>
            <numerusform>%Ln Schlüssel löschen?</numerusform>
            <numerusform>%Ln Schlüssel löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete “%1” permanently?</source>
        <translation>„%1“ endgültig löschen?</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>„%1“ löschen?</translation>
    </message>
    <message>
        <source>They can&apos;t be brought back. Their history stays in the audit log.</source>
        <translation>Sie können nicht zurückgeholt werden. Ihr Verlauf bleibt im Prüfprotokoll.</translation>
    </message>
    <message>
        <source>It can&apos;t be brought back. Its history stays in the audit log.</source>
        <translation>Er kann nicht zurückgeholt werden. Sein Verlauf bleibt im Prüfprotokoll.</translation>
    </message>
    <message numerus="yes">
        <source>They stop working and move to Recently deleted for %Ln days. Their history stays in the audit log.</source>
        <translation>
            <numerusform>Sie funktionieren nicht mehr und bleiben %Ln Tag lang unter „Kürzlich gelöscht“. Ihr Verlauf bleibt im Prüfprotokoll.</numerusform>
            <numerusform>Sie funktionieren nicht mehr und bleiben %Ln Tage lang unter „Kürzlich gelöscht“. Ihr Verlauf bleibt im Prüfprotokoll.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It stops working and moves to Recently deleted for %Ln days. Its history stays in the audit log.</source>
        <translation>
            <numerusform>Er funktioniert nicht mehr und bleibt %Ln Tag lang unter „Kürzlich gelöscht“. Sein Verlauf bleibt im Prüfprotokoll.</numerusform>
            <numerusform>Er funktioniert nicht mehr und bleibt %Ln Tage lang unter „Kürzlich gelöscht“. Sein Verlauf bleibt im Prüfprotokoll.</numerusform>
        </translation>
    </message>
    <message>
        <source>Last used %1.</source>
        <comment>2 h ago</comment>
        <translation>Zuletzt verwendet: %1.</translation>
    </message>
    <message>
        <source>Last used %1 from %2.</source>
        <comment>2 h ago, address</comment>
        <translation>Zuletzt verwendet: %1, von %2.</translation>
    </message>
    <message>
        <source>Stored in: %1.</source>
        <translation>Abgelegt in: %1.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Type %1 to confirm:</source>
        <translation>Geben Sie zur Bestätigung %1 ein:</translation>
    </message>
    <message>
        <source>Type the key&apos;s name to confirm:</source>
        <translation>Geben Sie zur Bestätigung den Namen des Schlüssels ein:</translation>
    </message>
    <message>
        <source>%1 refuses them from now on, and can&apos;t bring them back. It keeps no history.</source>
        <translation>%1 weist sie ab sofort ab und kann sie nicht zurückholen. Einen Verlauf gibt es dort nicht.</translation>
    </message>
    <message>
        <source>%1 refuses it from now on, and can&apos;t bring it back. It keeps no history.</source>
        <translation>%1 weist ihn ab sofort ab und kann ihn nicht zurückholen. Einen Verlauf gibt es dort nicht.</translation>
    </message>
    <message>
        <source>When it was last used is not reported by %1.</source>
        <translation>Wann er zuletzt benutzt wurde, wird von %1 nicht gemeldet.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys of %1 are left out: there they would be gone for good. Delete them separately.</source>
        <comment>connection</comment>
        <translation>
            <numerusform>%Ln Schlüssel von %1 wird ausgelassen: Er wäre dort endgültig weg. Löschen Sie ihn für sich.</numerusform>
            <numerusform>%Ln Schlüssel von %1 werden ausgelassen: Sie wären dort endgültig weg. Löschen Sie sie für sich.</numerusform>
        </translation>
    </message>
    <message>
        <source>Key ID: %1</source>
        <translation>Schlüssel-ID: %1</translation>
    </message>
    <message>
        <source>Key ID: %1, in %2</source>
        <comment>ID, connection</comment>
        <translation>Schlüssel-ID: %1, in %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys are left out: %1.</source>
        <comment>reason, without full stop</comment>
        <translation>
            <numerusform>%Ln Schlüssel wird ausgelassen: %1.</numerusform>
            <numerusform>%Ln Schlüssel werden ausgelassen: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>No use of it is known.</source>
        <translation>Von einer Verwendung ist nichts bekannt.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::DetailPane</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Close (F9)</source>
        <translation>Schließen (F9)</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>Details schließen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys selected</source>
        <translation>
            <numerusform>%Ln Schlüssel ausgewählt</numerusform>
            <numerusform>%Ln Schlüssel ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a key to see its details.</source>
        <translation>Wählen Sie einen Schlüssel aus, um seine Details zu sehen.</translation>
    </message>
    <message>
        <source>This key&apos;s record is damaged. It refuses all requests.</source>
        <translation>Der Datensatz dieses Schlüssels ist beschädigt. Er weist alle Anfragen ab.</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>This key is deleted. It can be restored until it is removed for good.</source>
        <translation>Dieser Schlüssel ist gelöscht. Er lässt sich wiederherstellen, bis er endgültig entfernt wird.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Expired %1. A new expiry date brings it back.</source>
        <translation>Abgelaufen (%1). Ein neues Ablaufdatum macht ihn wieder gültig.</translation>
    </message>
    <message>
        <source>Expires %1.</source>
        <translation>Läuft %1 ab.</translation>
    </message>
    <message>
        <source>Edit expiry…</source>
        <translation>Ablauf ändern …</translation>
    </message>
    <message>
        <source>Apps that use this key are refused.</source>
        <translation>Anwendungen mit diesem Schlüssel werden abgewiesen.</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Never used since it was created %1.</source>
        <translation>Nie verwendet, seit er %1 erstellt wurde.</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Last used from</source>
        <translation>Zuletzt von</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>Ratenlimit</translation>
    </message>
    <message>
        <source>Allowed IPs</source>
        <translation>Erlaubte IPs</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>Von überall</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>Alle Kunden</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Stored in</source>
        <translation>Abgelegt in</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>time by person</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Key ID</source>
        <translation>Schlüssel-ID</translation>
    </message>
    <message>
        <source>Two tokens work. The old one stops %1.</source>
        <comment>in 22 h</comment>
        <translation>Zwei Tokens gelten (das alte endet %1).</translation>
    </message>
    <message>
        <source>Two tokens work, until you stop the old one.</source>
        <translation>Zwei Tokens gelten, bis Sie das alte stoppen.</translation>
    </message>
    <message>
        <source>It was not used since the rotation.</source>
        <translation>Es wurde seit der Rotation nicht verwendet.</translation>
    </message>
    <message>
        <source>It was last used %1.</source>
        <comment>3 min ago</comment>
        <translation>Zuletzt verwendet: %1.</translation>
    </message>
    <message>
        <source>It was last used %1 from %2.</source>
        <comment>3 min ago, address</comment>
        <translation>Zuletzt verwendet: %1, von %2.</translation>
    </message>
    <message>
        <source>Stop old key…</source>
        <translation>Alten Schlüssel stoppen …</translation>
    </message>
    <message>
        <source>Revoked, because it leaked. It can&apos;t be restored.</source>
        <translation>Widerrufen, weil er bekannt geworden ist. Er kann nicht wiederhergestellt werden.</translation>
    </message>
    <message>
        <source>Revoked. Apps that use this key are refused.</source>
        <translation>Widerrufen. Anwendungen mit diesem Schlüssel werden abgewiesen.</translation>
    </message>
    <message>
        <source>Revoked: %1</source>
        <comment>reason</comment>
        <translation>Widerrufen: %1</translation>
    </message>
    <message>
        <source>Token since</source>
        <translation>Token seit</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Nicht gesetzt</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Zuerst gesehen</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Revoked, because it leaked: %1. It can&apos;t be restored.</source>
        <comment>reason</comment>
        <translation>Widerrufen, weil er bekannt geworden ist: %1. Er kann nicht wiederhergestellt werden.</translation>
    </message>
    <message>
        <source>Inactive, and expired %1. It needs a new expiry date, and to be activated.</source>
        <translation>Inaktiv, und abgelaufen (%1). Er braucht ein neues Ablaufdatum und muss aktiviert werden.</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::DryRunPage</name>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>%1 new · %2 changed · %3 unchanged, skipped · %4 invalid</source>
        <translation>%1 neu · %2 geändert · %3 unverändert, übersprungen · %4 ungültig</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows have another status than the key in this vault; an import changes no status.</source>
        <translation>
            <numerusform>%Ln Zeile hat einen anderen Status als der Schlüssel in diesem Tresor; ein Import ändert keinen Status.</numerusform>
            <numerusform>%Ln Zeilen haben einen anderen Status als der Schlüssel in diesem Tresor; ein Import ändert keinen Status.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 rows so far</source>
        <comment>checking, how many</comment>
        <translation>%1 bisher %2 Zeilen</translation>
    </message>
    <message>
        <source>new</source>
        <comment>a row of an import</comment>
        <translation>neu</translation>
    </message>
    <message>
        <source>changed</source>
        <comment>a row of an import</comment>
        <translation>geändert</translation>
    </message>
    <message>
        <source>unchanged, skipped</source>
        <comment>a row of an import</comment>
        <translation>unverändert, übersprungen</translation>
    </message>
    <message>
        <source>What happens to which row</source>
        <translation>Was mit welcher Zeile geschieht</translation>
    </message>
    <message>
        <source>Invalid rows are left out; they come first:</source>
        <translation>Ungültige Zeilen werden ausgelassen; sie stehen zuerst:</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more invalid rows</source>
        <translation>
            <numerusform>… und %Ln weitere ungültige Zeile</numerusform>
            <numerusform>… und %Ln weitere ungültige Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more: %1</source>
        <comment>rows, what becomes of them</comment>
        <translation>
            <numerusform>… und %Ln weitere: %1</numerusform>
            <numerusform>… und %Ln weitere: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>An empty cell removes: %1</source>
        <comment>names of fields</comment>
        <translation>Eine leere Zelle entfernt: %1</translation>
    </message>
    <message>
        <source>Not in the catalogue: %1</source>
        <comment>permissions</comment>
        <translation>Nicht im Katalog: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field, what becomes of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>field, from, to</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message numerus="yes">
        <source>In %Ln rows an empty cell removes something that the key has. They are marked.</source>
        <translation>
            <numerusform>In %Ln Zeile entfernt eine leere Zelle etwas, das der Schlüssel hat. Sie ist markiert.</numerusform>
            <numerusform>In %Ln Zeilen entfernt eine leere Zelle etwas, das der Schlüssel hat. Sie sind markiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows give permissions that this vault&apos;s catalogue doesn&apos;t know: %1. They are kept, and shown by their id.</source>
        <translation>
            <numerusform>%Ln Zeile vergibt Berechtigungen, die der Katalog dieses Tresors nicht kennt: %1. Sie bleiben erhalten und erscheinen mit ihrer ID.</numerusform>
            <numerusform>%Ln Zeilen vergeben Berechtigungen, die der Katalog dieses Tresors nicht kennt: %1. Sie bleiben erhalten und erscheinen mit ihrer ID.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::EditWindow</name>
    <message>
        <source>Edit “%1”</source>
        <translation>„%1“ bearbeiten</translation>
    </message>
    <message>
        <source>Nothing changed yet.</source>
        <translation>Noch nichts geändert.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Another key in this environment has this name. You can still save it.</source>
        <translation>Ein anderer Schlüssel dieser Umgebung heißt so. Sie können trotzdem speichern.</translation>
    </message>
    <message>
        <source>Your changes will be lost.</source>
        <translation>Ihre Änderungen gehen verloren.</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Save these permissions</source>
        <translation>Diese Berechtigungen speichern</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::EnvironmentBand</name>
    <message>
        <source>%1, %2, %3</source>
        <comment>environment, vault, state</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>All environments</source>
        <translation>Alle Umgebungen</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ExpiryDigest</name>
    <message numerus="yes">
        <source>%Ln keys expire soon.</source>
        <translation>
            <numerusform>%Ln Schlüssel läuft bald ab.</numerusform>
            <numerusform>%Ln Schlüssel laufen bald ab.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ExpiryField</name>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Custom date and time</source>
        <translation>Eigenes Datum mit Uhrzeit</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Expiry date and time</source>
        <translation>Ablaufdatum und Uhrzeit</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Bis %1</translation>
    </message>
    <message>
        <source>The key works until someone stops it.</source>
        <translation>Der Schlüssel gilt, bis ihn jemand abschaltet.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ExportSheet</name>
    <message>
        <source>CSV and JSON (*.csv *.json);;All files (*)</source>
        <translation>CSV und JSON (*.csv *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export keys</source>
        <translation>Schlüssel exportieren</translation>
    </message>
    <message>
        <source>What describes the keys is written. The keys themselves are not in this vault and never in an export.</source>
        <translation>Geschrieben wird, was die Schlüssel beschreibt. Die Schlüssel selbst stehen nicht in diesem Tresor und nie in einem Export.</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählte</translation>
    </message>
    <message>
        <source>All %1 that match</source>
        <translation>Alle %1 passenden</translation>
    </message>
    <message>
        <source>Shown columns</source>
        <translation>Gezeigte Spalten</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>Alle Spalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Diesen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>The file is there already and will be replaced.</source>
        <translation>Die Datei gibt es schon; sie wird ersetzt.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ExposureCard</name>
    <message>
        <source>Rotate…</source>
        <translation>Rotieren …</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>This token is no longer listed under Possibly exposed. The audit log notes it.</source>
        <translation>Dieses Token wird nicht mehr unter „Womöglich offengelegt“ geführt. Das Prüfprotokoll vermerkt es.</translation>
    </message>
    <message>
        <source>The token stood readable in the address of a request on %1. Whoever reads that log can use it: rotate the key, and send the token in a header.</source>
        <translation>Das Token stand am %1 lesbar in der Adresse einer Anfrage. Wer dieses Zugriffsprotokoll liest, kann es benutzen: Rotieren Sie den Schlüssel, und senden Sie das Token in einem Header.</translation>
    </message>
    <message>
        <source>The old token stood readable in the address of a request on %1. Whoever reads that log can use it until it stops: stop it as soon as the new one is in use.</source>
        <translation>Das alte Token stand am %1 lesbar in der Adresse einer Anfrage. Wer dieses Zugriffsprotokoll liest, kann es benutzen, bis es endet: Stoppen Sie es, sobald das neue in Gebrauch ist.</translation>
    </message>
    <message>
        <source>Stop old key…</source>
        <translation>Alten Schlüssel stoppen …</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::FailedRequest</name>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Paste the response (403), the curl command or the log line of the request</source>
        <translation>Fügen Sie die Antwort (403), den curl-Befehl oder die Logzeile der Anfrage ein</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>“%1” is no longer marked.</source>
        <translation>„%1“ ist nicht mehr vorgemerkt.</translation>
    </message>
    <message>
        <source>“%1” is not the name of a permission.</source>
        <translation>„%1“ ist kein Name einer Berechtigung.</translation>
    </message>
    <message>
        <source>The response was %1. A missing permission is answered with 403.</source>
        <translation>Die Antwort war %1. Eine fehlende Berechtigung wird mit 403 beantwortet.</translation>
    </message>
    <message>
        <source>It doesn&apos;t say which permission was missing.</source>
        <translation>Daraus geht nicht hervor, welche Berechtigung fehlte.</translation>
    </message>
    <message>
        <source>“%1” doesn&apos;t tell which permission was missing.</source>
        <translation>Aus „%1“ geht nicht hervor, welche Berechtigung fehlte.</translation>
    </message>
    <message>
        <source>This vault&apos;s catalogue doesn&apos;t know “%1”. Nothing was marked.</source>
        <translation>Der Katalog dieses Tresors kennt „%1“ nicht. Es wurde nichts vorgemerkt.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>permission, its id</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 is chosen already.</source>
        <comment>permission</comment>
        <translation>%1 ist schon gewählt.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be marked, because you don&apos;t hold it yourself.</source>
        <comment>permission</comment>
        <translation>%1 lässt sich nicht vormerken, weil Sie diese Berechtigung selbst nicht haben.</translation>
    </message>
    <message>
        <source>%1 doesn&apos;t fit the type of this key. Nothing was marked.</source>
        <comment>permission</comment>
        <translation>%1 passt nicht zum Typ dieses Schlüssels. Es wurde nichts vorgemerkt.</translation>
    </message>
    <message>
        <source>%1 is marked to be added. It was guessed from “%2”: check that it is right.</source>
        <comment>permission, method and path</comment>
        <translation>%1 ist zum Hinzufügen vorgemerkt. Das wurde aus „%2“ erraten: Prüfen Sie, ob es stimmt.</translation>
    </message>
    <message>
        <source>%1 is marked to be added, once you finish this form.</source>
        <comment>permission</comment>
        <translation>Zum Hinzufügen vorgemerkt, sobald Sie dieses Formular abschließen: %1.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::Feedback</name>
    <message>
        <source>A later change of yours builds on this one. Undo that one first.</source>
        <translation>Eine spätere Änderung von Ihnen baut auf dieser auf. Machen Sie zuerst jene rückgängig.</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>Redone: %1</source>
        <translation>Wiederholt: %1</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::FieldRow</name>
    <message>
        <source>%1 *</source>
        <comment>a required field</comment>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>%1, required</source>
        <translation>%1, Pflichtfeld</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::FileField</name>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::FilterChips</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>Ratenlimit</translation>
    </message>
    <message>
        <source>IP</source>
        <translation>IP</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>more than %1</source>
        <comment>90d</comment>
        <translation>länger als %1</translation>
    </message>
    <message>
        <source>within %1</source>
        <comment>14d</comment>
        <translation>innerhalb von %1</translation>
    </message>
    <message>
        <source>Not %1: %2</source>
        <comment>field: value</comment>
        <translation>Nicht %1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field: value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>Diesen Filter entfernen</translation>
    </message>
    <message>
        <source>Remove filter %1</source>
        <translation>Filter %1 entfernen</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Gives this filter a name and a place in the sidebar</source>
        <translation>Gibt diesem Filter einen Namen und einen Platz in der Seitenleiste</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>Diesen Filter speichern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::FormSheet</name>
    <message>
        <source>Your changes will be lost.</source>
        <translation>Ihre Änderungen gehen verloren.</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::FreshKeys</name>
    <message>
        <source>The key can&apos;t be read yet: %1</source>
        <comment>waiting until 12:03:10: rate limit of SendGrid</comment>
        <translation>Der Schlüssel kann noch nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The key is being read…</source>
        <translation>Der Schlüssel wird gelesen …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::GeneralPage</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Einstellungsdatei</translation>
    </message>
    <message>
        <source>Only you can read it. It never contains a key.</source>
        <translation>Nur Sie können sie lesen. Sie enthält nie einen Schlüssel.</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>Standardwerte</translation>
    </message>
    <message>
        <source>Sets every page except Shortcuts back to how Latchkey came.</source>
        <translation>Setzt alle Seiten außer den Tastenkürzeln auf den Auslieferungszustand zurück.</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Standardwerte wiederherstellen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::HelpWindow</name>
    <message>
        <source>No page has these words.</source>
        <translation>Keine Seite enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Latchkey Help</source>
        <translation>Latchkey-Hilfe</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Hilfe durchsuchen</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Help page</source>
        <translation>Hilfeseite</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Zurück (Alt+Links)</translation>
    </message>
    <message>
        <source>This page is in English.</source>
        <translation>Diese Seite ist auf Englisch.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ImportDialog</name>
    <message>
        <source>CSV and JSON (*.csv *.json *.jsonl *.txt);;All files (*)</source>
        <translation>CSV und JSON (*.csv *.json *.jsonl *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Import keys</source>
        <translation>Schlüssel importieren</translation>
    </message>
    <message>
        <source>A CSV or JSON file with one key a row. You&apos;ll see what would happen before anything is written.</source>
        <translation>Eine CSV- oder JSON-Datei mit einem Schlüssel je Zeile. Sie sehen, was geschehen würde, bevor etwas geschrieben wird.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Checking the file…</source>
        <translation>Die Datei wird geprüft …</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ImportProblems</name>
    <message>
        <source>It is not a file.</source>
        <translation>Das ist keine Datei.</translation>
    </message>
    <message>
        <source>It is not there.</source>
        <translation>Sie ist nicht da.</translation>
    </message>
    <message>
        <source>Import catalogue</source>
        <translation>Katalog importieren</translation>
    </message>
    <message>
        <source>“%1” was not imported</source>
        <translation>„%1“ wurde nicht importiert</translation>
    </message>
    <message>
        <source>Nothing was changed. Correct the file and import it again.</source>
        <translation>Nichts wurde geändert. Berichtigen Sie die Datei und importieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::IpField</name>
    <message>
        <source>Anywhere. One address or range a line, such as 203.0.113.0/24</source>
        <translation>Von überall. Eine Adresse oder ein Bereich je Zeile, zum Beispiel 203.0.113.0/24</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more lines are not valid either.</source>
        <translation>
            <numerusform>%Ln weitere Zeile ist ebenfalls ungültig.</numerusform>
            <numerusform>%Ln weitere Zeilen sind ebenfalls ungültig.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::JobsModel</name>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>Dauer</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::JobsPage</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation>Aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Check vault</source>
        <translation>Tresor prüfen</translation>
    </message>
    <message>
        <source>Verifies the audit log and the checksum of every key</source>
        <translation>Kontrolliert das Prüfprotokoll und die Prüfsumme jedes Schlüssels</translation>
    </message>
    <message>
        <source>No jobs yet. Imports, exports, changes of many keys and checks show up here.</source>
        <translation>Noch keine Aufträge. Importe, Exporte, Änderungen vieler Schlüssel und Prüfungen erscheinen hier.</translation>
    </message>
    <message>
        <source>What failed</source>
        <translation>Was fehlgeschlagen ist</translation>
    </message>
    <message>
        <source>Show these keys</source>
        <translation>Diese Schlüssel zeigen</translation>
    </message>
    <message>
        <source>Latchkey ended while this ran. %1.</source>
        <translation>Latchkey wurde währenddessen beendet. %1.</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>Started: %1</source>
        <translation>Begonnen: %1</translation>
    </message>
    <message>
        <source>Time taken: %1</source>
        <translation>Dauer: %1</translation>
    </message>
    <message>
        <source>About this job</source>
        <translation>Zu diesem Auftrag</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::KeyActions</name>
    <message numerus="yes">
        <source>Everybody who sees this screen can read the key for %Ln seconds.</source>
        <translation>
            <numerusform>Wer diesen Bildschirm sieht, kann den Schlüssel %Ln Sekunde lang lesen.</numerusform>
            <numerusform>Wer diesen Bildschirm sieht, kann den Schlüssel %Ln Sekunden lang lesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed the copy of “%1” from this computer</source>
        <translation>Kopie von „%1“ von diesem Computer entfernt</translation>
    </message>
    <message>
        <source>No key of this vault fits what you pasted.</source>
        <translation>Kein Schlüssel dieses Tresors passt zu dem, was Sie eingefügt haben.</translation>
    </message>
    <message>
        <source>That is “%1”.</source>
        <translation>Das ist „%1“.</translation>
    </message>
    <message>
        <source>Renamed to “%1”</source>
        <translation>In „%1“ umbenannt</translation>
    </message>
    <message>
        <source>Saved “%1”</source>
        <translation>„%1“ gespeichert</translation>
    </message>
    <message>
        <source>Key ID copied</source>
        <translation>Schlüssel-ID kopiert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows copied, without the keys themselves</source>
        <translation>
            <numerusform>%Ln Zeile kopiert, ohne den Schlüssel selbst</numerusform>
            <numerusform>%Ln Zeilen kopiert, ohne die Schlüssel selbst</numerusform>
        </translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Copied the first %1 of %2 rows, without the keys themselves</source>
        <translation>Die ersten %1 von %2 Zeilen kopiert, ohne die Schlüssel selbst</translation>
    </message>
    <message>
        <source>Created “%1”</source>
        <translation>„%1“ wurde erstellt</translation>
    </message>
    <message>
        <source>Rotated “%1”</source>
        <translation>„%1“ wurde rotiert</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::KeyActivity</name>
    <message>
        <source>Why was this rejected?</source>
        <translation>Warum abgewiesen?</translation>
    </message>
    <message>
        <source>Requests of this key</source>
        <translation>Anfragen dieses Schlüssels</translation>
    </message>
    <message>
        <source>No requests of this key yet. Requests come from a verifier on this vault and from imported access logs.</source>
        <translation>Noch keine Anfragen dieses Schlüssels. Anfragen kommen von einem Prüfdienst auf diesem Tresor und aus importierten Zugriffsprotokollen.</translation>
    </message>
    <message>
        <source>Requests aren&apos;t reported here.</source>
        <translation>Anfragen werden hier nicht gemeldet.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::KeyDelegate</name>
    <message>
        <source>Copy key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Hide key</source>
        <translation>Schlüssel ausblenden</translation>
    </message>
    <message>
        <source>Reveal key</source>
        <translation>Schlüssel einblenden</translation>
    </message>
    <message>
        <source>The copy is in the keychain, which is locked</source>
        <translation>Die Kopie liegt im Schlüsselbund, und der ist gesperrt</translation>
    </message>
    <message>
        <source>The copy on this computer is outdated: it no longer fits this key</source>
        <translation>Die Kopie auf diesem Computer ist veraltet: Sie passt nicht mehr zu diesem Schlüssel</translation>
    </message>
    <message>
        <source>Not kept on this computer. A key is shown only once, when it is created.</source>
        <translation>Nicht auf diesem Computer aufbewahrt. Ein Schlüssel wird nur einmal angezeigt: beim Erstellen.</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>It can&apos;t be switched in this state</source>
        <translation>In diesem Zustand lässt er sich nicht umschalten</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::KeyForm</name>
    <message>
        <source>Billing keys carry billing permissions only. Dropped: %1.</source>
        <translation>Abrechnungsschlüssel haben nur Abrechnungsberechtigungen. Entfernt: %1.</translation>
    </message>
    <message>
        <source>General keys carry no billing permissions. Dropped: %1.</source>
        <translation>Allgemeine Schlüssel haben keine Abrechnungsberechtigungen. Entfernt: %1.</translation>
    </message>
    <message>
        <source>This vault&apos;s catalogue has no billing permissions.</source>
        <translation>Der Katalog dieses Tresors enthält keine Abrechnungsberechtigungen.</translation>
    </message>
    <message>
        <source>What uses this key, such as “CRM sync”</source>
        <translation>Wer den Schlüssel verwendet, zum Beispiel „CRM-Abgleich“</translation>
    </message>
    <message>
        <source>Key Name</source>
        <translation>Name des Schlüssels</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Environment and type can&apos;t change after creation.</source>
        <translation>Umgebung und Art lassen sich nach dem Erstellen nicht mehr ändern.</translation>
    </message>
    <message>
        <source>Key type</source>
        <translation>Schlüsselart</translation>
    </message>
    <message>
        <source>No template</source>
        <translation>Keine Vorlage</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>template, description</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>A template fills in permissions, rate limit and expiry. Everything can be changed.</source>
        <translation>Eine Vorlage füllt Berechtigungen, Ratenlimit und Ablauf aus. Alles lässt sich ändern.</translation>
    </message>
    <message>
        <source>What it may do</source>
        <translation>Was er darf</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>Alle Kunden</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Separate with commas. Empty means all customers, now and later: a wider risk if the key leaks.</source>
        <translation>Mit Kommas trennen. Leer bedeutet: alle Kunden, jetzt und künftig – ein größeres Risiko, wenn der Schlüssel in falsche Hände gerät.</translation>
    </message>
    <message>
        <source>Allowed IPs</source>
        <translation>Erlaubte IPs</translation>
    </message>
    <message>
        <source>How much and how long</source>
        <translation>Wie viel und wie lange</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>Ratenlimit</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>For your records</source>
        <translation>Für Ihre Unterlagen</translation>
    </message>
    <message>
        <source>A person or team</source>
        <translation>Eine Person oder ein Team</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Separate with commas</source>
        <translation>Mit Kommas trennen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Permissions, customers, addresses, rate limit and expiry are those of “%1”. Everything can be changed.</source>
        <translation>Berechtigungen, Kunden, Adressen, Ratenlimit und Ablauf sind die von „%1“. Alles lässt sich ändern.</translation>
    </message>
    <message>
        <source>Copy from key…</source>
        <translation>Von Schlüssel übernehmen …</translation>
    </message>
    <message>
        <source>Copy from key</source>
        <translation>Von Schlüssel übernehmen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>permission, its id</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Marked to be added: %1. Save adds it.</source>
        <translation>Zum Hinzufügen vorgemerkt: %1. Speichern fügt sie hinzu.</translation>
    </message>
    <message>
        <source>Copy permissions from key</source>
        <translation>Berechtigungen von Schlüssel übernehmen</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Permissions can be taken from another key.</source>
        <translation>Rechte lassen sich von einem anderen Schlüssel übernehmen.</translation>
    </message>
    <message>
        <source>It gets access to all parts of the account, excluding billing and Email Address Validation, also to what %1 adds later.</source>
        <translation>Er bekommt Zugriff auf alle Teile des Kontos außer der Abrechnung und der Prüfung von E-Mail-Adressen (Email Address Validation), auch auf das, was %1 später hinzufügt.</translation>
    </message>
    <message>
        <source>Access can&apos;t change after creation.</source>
        <translation>Der Zugriff lässt sich nach dem Erstellen nicht ändern.</translation>
    </message>
    <message>
        <source>Full Access can&apos;t be granted now: %1 grants it only when a key is created.</source>
        <translation>Voller Zugriff lässt sich jetzt nicht mehr geben: %1 gewährt ihn nur, wenn ein Schlüssel erstellt wird.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::KeyPicker</name>
    <message>
        <source>Search by name, owner or permission</source>
        <translation>Nach Name, Verantwortlichen oder Berechtigung suchen</translation>
    </message>
    <message>
        <source>Search for the key to copy from</source>
        <translation>Den Schlüssel suchen, von dem übernommen wird</translation>
    </message>
    <message>
        <source>Keys to copy from</source>
        <translation>Schlüssel, von denen übernommen werden kann</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>name, environment of a key</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>No keys match.</source>
        <translation>Keine passenden Schlüssel.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::KeyTableModel</name>
    <message>
        <source>%1, %2, %3, last used: %4</source>
        <comment>row for screen readers: name, environment, status, last use</comment>
        <translation>%1, %2, %3, zuletzt verwendet: %4</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>This key&apos;s record fails its checksum. It refuses all requests.</source>
        <translation>Die Prüfsumme dieses Schlüssels stimmt nicht. Er weist alle Anfragen ab.</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Actions for %1</source>
        <translation>Aktionen für %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column title: value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no alerts</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>alert: its rule</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No requests are known to this vault. Import access logs to see them.</source>
        <translation>Diesem Tresor sind keine Anfragen bekannt. Importieren Sie Zugriffsprotokolle, um sie zu sehen.</translation>
    </message>
    <message>
        <source>%1 in the last 7 days, %2 of them in the last 24 hours</source>
        <comment>1,204 requests, 130</comment>
        <translation>%1 in den letzten 7 Tagen, davon %2 in den letzten 24 Stunden</translation>
    </message>
    <message>
        <source>Not set</source>
        <comment>environment of a key</comment>
        <translation>Nicht gesetzt</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no permissions</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>First seen by this computer: %1</source>
        <translation>Von diesem Computer zuerst gesehen: %1</translation>
    </message>
    <message>
        <source>The key is active, and two tokens work.</source>
        <translation>Der Schlüssel ist aktiv, und zwei Token gelten.</translation>
    </message>
    <message>
        <source>It has expired, too.</source>
        <translation>Er ist auch abgelaufen.</translation>
    </message>
    <message>
        <source>As of %1: %2 doesn&apos;t answer now</source>
        <comment>14:02, connection</comment>
        <translation>Stand %1: %2 antwortet jetzt nicht</translation>
    </message>
    <message>
        <source>Full Access: it has every permission that the key of this connection has</source>
        <translation>Voller Zugriff: Er hat jedes Recht, das der Schlüssel dieser Verbindung hat</translation>
    </message>
    <message>
        <source>Not read before the connection was lost</source>
        <comment>a key</comment>
        <translation>Vor dem Abbruch der Verbindung nicht gelesen</translation>
    </message>
    <message>
        <source>Couldn&apos;t be read</source>
        <comment>a key</comment>
        <translation>Nicht lesbar</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::KeyTableView</name>
    <message>
        <source>API keys</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Columns: Default</source>
        <translation>Spalten: Standard</translation>
    </message>
    <message>
        <source>Columns: Security review</source>
        <translation>Spalten: Sicherheitsprüfung</translation>
    </message>
    <message>
        <source>Reset widths and order</source>
        <translation>Breiten und Reihenfolge zurücksetzen</translation>
    </message>
    <message>
        <source>Active: %1</source>
        <comment>name of a key&apos;s switch</comment>
        <translation>Aktiv: %1</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Reveal key</source>
        <translation>Schlüssel einblenden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>button of a key: what it does, the key&apos;s name</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Columns: Usage</source>
        <translation>Spalten: Nutzung</translation>
    </message>
    <message>
        <source>%1 (no room now)</source>
        <comment>column</comment>
        <translation>%1 (gerade kein Platz)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::KeyUsage</name>
    <message>
        <source>Requests, last 30 days</source>
        <translation>Anfragen, letzte 30 Tage</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::KeysPage</name>
    <message>
        <source>Create New Key</source>
        <translation>Neuer Schlüssel</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>No keys match.</source>
        <translation>Keine passenden Schlüssel.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Within a day</source>
        <translation>Innerhalb eines Tages</translation>
    </message>
    <message>
        <source>More than 30 days ago</source>
        <translation>Vor mehr als 30 Tagen</translation>
    </message>
    <message>
        <source>More than 90 days ago</source>
        <translation>Vor mehr als 90 Tagen</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Within 14 days</source>
        <translation>Innerhalb von 14 Tagen</translation>
    </message>
    <message>
        <source>Within 90 days</source>
        <translation>Innerhalb von 90 Tagen</translation>
    </message>
    <message>
        <source>Nothing here: no key fits “%1”.</source>
        <translation>Hier ist nichts: Kein Schlüssel passt zu „%1“.</translation>
    </message>
    <message>
        <source>No keys in %1 yet.</source>
        <translation>Noch keine Schlüssel in %1.</translation>
    </message>
    <message>
        <source>No keys yet. Create one to let an app use this API.</source>
        <translation>Noch keine Schlüssel. Erstellen Sie einen, damit eine Anwendung diese API verwenden kann.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Export and import</source>
        <translation>Exportieren und importieren</translation>
    </message>
    <message>
        <source>None of the keys seen so far match.</source>
        <translation>Keiner der bisher gesehenen Schlüssel passt.</translation>
    </message>
    <message>
        <source>No key fits so far. %1.</source>
        <comment>permissions of 12 keys not read yet</comment>
        <translation>Bisher passt kein Schlüssel. %1.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::LifecycleActions</name>
    <message>
        <source>Revoked “%1” for good</source>
        <translation>„%1“ endgültig widerrufen</translation>
    </message>
    <message>
        <source>Revoked “%1”</source>
        <translation>„%1“ widerrufen</translation>
    </message>
    <message>
        <source>The old key works until %1</source>
        <translation>Der alte Schlüssel gilt bis %1</translation>
    </message>
    <message>
        <source>Stopped the old key of “%1”</source>
        <translation>Alter Schlüssel von „%1“ gestoppt</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::LimitsField</name>
    <message>
        <source>No limit</source>
        <translation>Kein Limit</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::LockCover</name>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Latchkey is locked</source>
        <translation>Latchkey ist gesperrt</translation>
    </message>
    <message>
        <source>Revealed keys were forgotten and the clipboard was cleared.</source>
        <translation>Eingeblendete Schlüssel wurden vergessen, die Zwischenablage wurde geleert.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::LogJobs</name>
    <message>
        <source>Nothing new in this log.</source>
        <translation>Nichts Neues in diesem Zugriffsprotokoll.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests were added.</source>
        <translation>
            <numerusform>%Ln Anfrage wurde hinzugefügt.</numerusform>
            <numerusform>%Ln Anfragen wurden hinzugefügt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them came with a key of this vault.</source>
        <translation>
            <numerusform>%Ln davon kam mit einem Schlüssel dieses Tresors.</numerusform>
            <numerusform>%Ln davon kamen mit einem Schlüssel dieses Tresors.</numerusform>
        </translation>
    </message>
    <message>
        <source>Importing the file again goes on from there.</source>
        <translation>Ein erneuter Import der Datei macht dort weiter.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests of this file had been imported before.</source>
        <translation>
            <numerusform>%Ln Anfrage dieser Datei war bereits importiert.</numerusform>
            <numerusform>%Ln Anfragen dieser Datei waren bereits importiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file ends early. It may be cut off.</source>
        <translation>Die Datei endet zu früh. Sie ist vielleicht abgeschnitten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines couldn&apos;t be read.</source>
        <translation>
            <numerusform>%Ln Zeile war nicht lesbar.</numerusform>
            <numerusform>%Ln Zeilen waren nicht lesbar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines of the log couldn&apos;t be read.</source>
        <translation>
            <numerusform>%Ln Zeile des Zugriffsprotokolls war nicht lesbar.</numerusform>
            <numerusform>%Ln Zeilen des Zugriffsprotokolls waren nicht lesbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show lines</source>
        <translation>Zeilen zeigen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>The log couldn&apos;t be imported.</source>
        <translation>Das Zugriffsprotokoll konnte nicht importiert werden.</translation>
    </message>
    <message>
        <source>The import was stopped.</source>
        <translation>Der Import wurde angehalten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests imported</source>
        <translation>
            <numerusform>%Ln Anfrage importiert</numerusform>
            <numerusform>%Ln Anfragen importiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests removed</source>
        <translation>
            <numerusform>%Ln Anfrage entfernt</numerusform>
            <numerusform>%Ln Anfragen entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>No request was removed.</source>
        <translation>Keine Anfrage wurde entfernt.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>name of a key</comment>
        <translation>„%1“</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>names of keys, number</comment>
        <translation>
            <numerusform>%1 und %Ln weiterer</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The tokens of %Ln keys stood readable in addresses: %1. The filter Possibly exposed lists them: rotate them.</source>
        <translation>
            <numerusform>Das Token von %Ln Schlüssel stand lesbar in Adressen: %1. Der Filter „Womöglich offengelegt“ führt ihn auf: Rotieren Sie ihn.</numerusform>
            <numerusform>Die Token von %Ln Schlüsseln standen lesbar in Adressen: %1. Der Filter „Womöglich offengelegt“ führt sie auf: Rotieren Sie sie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lines of %Ln logs couldn&apos;t be read: %1 in all.</source>
        <translation>
            <numerusform>Zeilen von %Ln Zugriffsprotokoll ließen sich nicht lesen: insgesamt %1.</numerusform>
            <numerusform>Zeilen von %Ln Zugriffsprotokollen ließen sich nicht lesen: insgesamt %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::LogTable</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Why was this rejected?</source>
        <translation>Warum abgewiesen?</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>Schlüssel zeigen</translation>
    </message>
    <message>
        <source>Only requests of this key</source>
        <translation>Nur Anfragen dieses Schlüssels</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>Zeile kopieren</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::LogsPage</name>
    <message>
        <source>Why was this rejected?</source>
        <translation>Warum abgewiesen?</translation>
    </message>
    <message>
        <source>Import log…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Keep requests…</source>
        <translation>Aufbewahrung …</translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation>Noch keine Anfragen</translation>
    </message>
    <message>
        <source>They get here in two ways: a verifier that works on this vault writes down every request, and the access log of your gateway can be imported (nginx&apos;s combined format or JSON lines).</source>
        <translation>Sie kommen auf zwei Wegen hierher: Ein Prüfdienst auf diesem Tresor schreibt jede Anfrage auf, und das Zugriffsprotokoll Ihres Gateways lässt sich importieren (nginx-Format „combined“ oder JSON-Zeilen).</translation>
    </message>
    <message>
        <source>No requests match.</source>
        <translation>Keine passenden Anfragen.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>The requests&apos; file was damaged. It is kept as %1, and a new one was begun. No key is affected.</source>
        <translation>Die Datei der Anfragen war beschädigt. Sie ist als %1 aufgehoben, und eine neue wurde begonnen. Kein Schlüssel ist betroffen.</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Search requests</source>
        <translation>Anfragen suchen</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation>Alle Ergebnisse</translation>
    </message>
    <message>
        <source>All rejected</source>
        <translation>Alle abgewiesenen</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>All environments</source>
        <translation>Alle Umgebungen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>Letzte 90 Tage</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Gesamte Zeit</translation>
    </message>
    <message>
        <source>Show the requests of all keys again</source>
        <translation>Wieder die Anfragen aller Schlüssel zeigen</translation>
    </message>
    <message>
        <source>Only requests of %1; remove</source>
        <comment>key</comment>
        <translation>Nur Anfragen von %1; entfernen</translation>
    </message>
    <message>
        <source>The chart counts all requests of this time: it doesn&apos;t know the search&apos;s words.</source>
        <translation>Das Diagramm zählt alle Anfragen dieser Zeit: Es kennt die Suchwörter nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln requests</source>
        <translation>
            <numerusform>Mehr als %Ln Anfrage</numerusform>
            <numerusform>Mehr als %Ln Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>Import log</source>
        <translation>Zugriffsprotokoll importieren</translation>
    </message>
    <message>
        <source>Access logs (*.log *.log.* *.json *.jsonl *.gz *.txt);;All files (*)</source>
        <translation>Zugriffsprotokolle (*.log *.log.* *.json *.jsonl *.gz *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The server&apos;s verifiers write down every request.</source>
        <translation>Die Prüfdienste des Servers schreiben jede Anfrage auf.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>The chart is as it was: it can&apos;t be read while the connection is away.</source>
        <translation>Das Diagramm ist, wie es war: Ohne Verbindung lässt es sich nicht lesen.</translation>
    </message>
    <message>
        <source>The connection is away. Of the requests seen so far, these match.</source>
        <translation>Die Verbindung ist weg. Von den bisher gesehenen Anfragen passen diese.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the requests seen so far</source>
        <translation>
            <numerusform>%Ln der bisher gesehenen Anfragen</numerusform>
            <numerusform>%Ln der bisher gesehenen Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Only an administrator can change this</source>
        <translation>Nur die Verwaltung darf das ändern</translation>
    </message>
    <message>
        <source>Words, of keys&apos; names too, and outcome: env: key: method: path: scope: customer: ip: agent: code: status:. A minus in front excludes. key:none finds what came without a key.</source>
        <translation>Wörter, auch aus den Namen der Schlüssel, sowie outcome: env: key: method: path: scope: customer: ip: agent: code: status:. Ein Minus davor schließt aus. key:none findet, was ohne Schlüssel kam.</translation>
    </message>
    <message>
        <source>Very many keys have such a name: not all of them are looked for.</source>
        <translation>Sehr viele Schlüssel heißen so: Nicht nach allen wird gesucht.</translation>
    </message>
    <message numerus="yes">
        <source>None of the %Ln requests seen so far match. The others can&apos;t be searched while the connection is away.</source>
        <translation>
            <numerusform>Die %Ln bisher gesehene Anfrage passt nicht. Die anderen lassen sich nicht durchsuchen, solange die Verbindung fehlt.</numerusform>
            <numerusform>Keine der %Ln bisher gesehenen Anfragen passt. Die anderen lassen sich nicht durchsuchen, solange die Verbindung fehlt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::MainWindow</name>
    <message>
        <source>Read-only</source>
        <translation>Schreibgeschützt</translation>
    </message>
    <message>
        <source>Local vault</source>
        <translation>Lokaler Tresor</translation>
    </message>
    <message>
        <source>Key copied. Clipboard clears in %1 s.</source>
        <translation>Schlüssel kopiert. Die Zwischenablage wird in %1 s geleert.</translation>
    </message>
    <message>
        <source>Clipboard cleared.</source>
        <translation>Zwischenablage geleert.</translation>
    </message>
    <message>
        <source>Couldn&apos;t clear the clipboard. Copy something else to replace the key.</source>
        <translation>Die Zwischenablage ließ sich nicht leeren. Kopieren Sie etwas anderes, um den Schlüssel zu ersetzen.</translation>
    </message>
    <message>
        <source>This vault is read-only</source>
        <translation>Dieser Tresor ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Select a key first</source>
        <translation>Wählen Sie zuerst einen Schlüssel aus</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Nichts zu wiederholen</translation>
    </message>
    <message>
        <source>About Latchkey</source>
        <translation>Über Latchkey</translation>
    </message>
    <message>
        <source>&lt;b&gt;Latchkey %1&lt;/b&gt;&lt;p&gt;Creates, restricts and retires API keys.&lt;/p&gt;&lt;p&gt;Apache License 2.0&lt;/p&gt;</source>
        <translation>&lt;b&gt;Latchkey %1&lt;/b&gt;&lt;p&gt;Erstellt, beschränkt und beendet API-Schlüssel.&lt;/p&gt;&lt;p&gt;Apache License 2.0&lt;/p&gt;</translation>
    </message>
    <message>
        <source>This computer has no keychain. Secrets are kept for this session only.</source>
        <translation>Dieser Computer hat keinen Schlüsselbund. Geheimnisse werden nur für diese Sitzung aufbewahrt.</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>The keychain is locked. Kept keys can be revealed once it is unlocked.</source>
        <translation>Der Schlüsselbund ist gesperrt. Aufbewahrte Schlüssel lassen sich einblenden, sobald er entsperrt ist.</translation>
    </message>
    <message>
        <source>The key was marked as leaked</source>
        <translation>Der Schlüssel ist als bekannt geworden markiert</translation>
    </message>
    <message>
        <source>The key is not rotating</source>
        <translation>Der Schlüssel wird gerade nicht rotiert</translation>
    </message>
    <message>
        <source>The audit log of this vault doesn&apos;t continue what this computer has seen.</source>
        <translation>Das Prüfprotokoll dieses Tresors setzt nicht fort, was dieser Computer gesehen hat.</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Go to the keys first</source>
        <translation>Wechseln Sie zuerst zu den Schlüsseln</translation>
    </message>
    <message>
        <source>%1. You can look at the keys, but not change them.</source>
        <comment>why</comment>
        <translation>%1. Sie können die Schlüssel ansehen, aber nicht ändern.</translation>
    </message>
    <message>
        <source>This connection is read-only</source>
        <translation>Diese Verbindung ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Your token for this server may only look</source>
        <translation>Ihr Token für diesen Server darf nur lesen</translation>
    </message>
    <message>
        <source>Nothing can be changed while you work offline</source>
        <translation>Solange Sie offline arbeiten, lässt sich nichts ändern</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Nothing else was opened</source>
        <translation>Sonst wurde nichts geöffnet</translation>
    </message>
    <message>
        <source>Open one connection for this</source>
        <translation>Öffnen Sie dafür eine einzelne Verbindung</translation>
    </message>
    <message>
        <source>All connections are shown already</source>
        <translation>Alle Verbindungen werden schon gezeigt</translation>
    </message>
    <message>
        <source>There is only this connection</source>
        <translation>Es gibt nur diese Verbindung</translation>
    </message>
    <message>
        <source>All connections</source>
        <translation>Alle Verbindungen</translation>
    </message>
    <message>
        <source>Keys of every connection in one table</source>
        <translation>Schlüssel aller Verbindungen in einer Tabelle</translation>
    </message>
    <message>
        <source>%1 doesn&apos;t answer now</source>
        <comment>connection</comment>
        <translation>%1 antwortet gerade nicht</translation>
    </message>
    <message>
        <source>The vault of %1 is read-only</source>
        <comment>connection</comment>
        <translation>Der Tresor von %1 ist schreibgeschützt</translation>
    </message>
    <message>
        <source>The connection %1 is read-only</source>
        <translation>Die Verbindung %1 ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Your token for %1 may only look</source>
        <comment>connection</comment>
        <translation>Ihr Token für %1 darf nur lesen</translation>
    </message>
    <message>
        <source>Select one key only</source>
        <translation>Wählen Sie nur einen Schlüssel aus</translation>
    </message>
    <message>
        <source>Not for a key in this state: %1</source>
        <translation>Nicht für einen Schlüssel in diesem Zustand: %1</translation>
    </message>
    <message>
        <source>Select several keys first</source>
        <translation>Wählen Sie zuerst mehrere Schlüssel aus</translation>
    </message>
    <message>
        <source>No copy of this key is kept here</source>
        <translation>Von diesem Schlüssel wird hier keine Kopie aufbewahrt</translation>
    </message>
    <message>
        <source>What was undone last can&apos;t be made again</source>
        <translation>Was zuletzt rückgängig gemacht wurde, lässt sich nicht wiederholen</translation>
    </message>
    <message>
        <source>Only an administrator can change a damaged key</source>
        <translation>Nur die Verwaltung darf einen beschädigten Schlüssel ändern</translation>
    </message>
    <message>
        <source>The key has permissions that you don&apos;t hold</source>
        <translation>Der Schlüssel hat Berechtigungen, die Sie nicht haben</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::MappingPage</name>
    <message>
        <source>Make &amp;new keys for rows without one, and save them in this file:</source>
        <translation>Für Zeilen ohne Schlüssel &amp;neue erstellen und in dieser Datei speichern:</translation>
    </message>
    <message>
        <source>CSV (*.csv);;All files (*)</source>
        <translation>CSV (*.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>Spalten der Datei</translation>
    </message>
    <message>
        <source>Column in the file</source>
        <translation>Spalte der Datei</translation>
    </message>
    <message>
        <source>Field of the key</source>
        <translation>Feld des Schlüssels</translation>
    </message>
    <message>
        <source>File for the new keys</source>
        <translation>Datei für die neuen Schlüssel</translation>
    </message>
    <message>
        <source>Which column is which? Keys in the file are hashed and wiped, never stored.</source>
        <translation>Welche Spalte ist welche? Schlüssel in der Datei werden gehasht und gelöscht, nie gespeichert.</translation>
    </message>
    <message>
        <source>Without this, rows that name no key of this vault and bring no key are left out. Only you can read the file; keep it safe.</source>
        <translation>Sonst werden Zeilen ausgelassen, die keinen Schlüssel dieses Tresors nennen und keinen mitbringen. Nur Sie können die Datei lesen; verwahren Sie sie sicher.</translation>
    </message>
    <message>
        <source>Field for %1</source>
        <translation>Feld für %1</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>“%1” is chosen twice.</source>
        <translation>„%1“ ist zweimal gewählt.</translation>
    </message>
    <message>
        <source>Choose which column is the name, the key ID or the key.</source>
        <translation>Wählen Sie, welche Spalte der Name, die Schlüssel-ID oder der Schlüssel ist.</translation>
    </message>
    <message>
        <source>There is no such folder for the new keys.</source>
        <translation>Den Ordner für die neuen Schlüssel gibt es nicht.</translation>
    </message>
    <message>
        <source>The file for the new keys is there already. Choose another name.</source>
        <translation>Die Datei für die neuen Schlüssel gibt es schon. Wählen Sie einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::NameSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::NewVaultSheet</name>
    <message>
        <source>Latchkey vaults (*.latchkey)</source>
        <translation>Latchkey-Tresore (*.latchkey)</translation>
    </message>
    <message>
        <source>Create vault</source>
        <translation>Tresor anlegen</translation>
    </message>
    <message>
        <source>New vault</source>
        <translation>Neuer Tresor</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Permissions that its keys can have</source>
        <translation>Berechtigungen, die seine Schlüssel haben können</translation>
    </message>
    <message>
        <source>Everything can be changed later under Permission Catalogue.</source>
        <translation>Alles lässt sich später unter „Berechtigungskatalog“ ändern.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln permissions: %1</source>
        <translation>
            <numerusform>%Ln Berechtigung: %1</numerusform>
            <numerusform>%Ln Berechtigungen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a file for the vault.</source>
        <translation>Wählen Sie eine Datei für den Tresor.</translation>
    </message>
    <message>
        <source>There is a file of this name already. Choose another name.</source>
        <translation>Eine Datei dieses Namens gibt es schon. Wählen Sie einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::NotificationsPage</name>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Keys that expire</source>
        <translation>Ablaufende Schlüssel</translation>
    </message>
    <message>
        <source>Once a day</source>
        <translation>Einmal täglich</translation>
    </message>
    <message>
        <source>One notice a day while keys are about to expire. How soon that is stands under Thresholds.</source>
        <translation>Ein Hinweis pro Tag, solange Schlüssel bald ablaufen. Ab wann das gilt, steht unter „Schwellenwerte“.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::PairView</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Create Like This…</source>
        <translation>So erstellen …</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was abweicht</translation>
    </message>
    <message>
        <source>Open in %1</source>
        <translation>In %1 öffnen</translation>
    </message>
    <message>
        <source>Makes a key with the settings that this one has in %1</source>
        <translation>Erstellt einen Schlüssel mit den Einstellungen, die dieser in %1 hat</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place, what its key adds and removes</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::PaneWatch</name>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Same vault</source>
        <translation>Gleicher Tresor</translation>
    </message>
    <message>
        <source>Needs token</source>
        <translation>Token fehlt</translation>
    </message>
    <message>
        <source>Needs key</source>
        <translation>Schlüssel fehlt</translation>
    </message>
    <message>
        <source>Needs password</source>
        <translation>Passwort fehlt</translation>
    </message>
    <message>
        <source>Not open</source>
        <translation>Nicht offen</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln connections</source>
        <comment>3 of 4 connections are shown</comment>
        <translation>
            <numerusform>%1 von %Ln Verbindung</numerusform>
            <numerusform>%1 von %Ln Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Its token is not kept on this computer.</source>
        <translation>Das Token dafür liegt nicht auf diesem Computer.</translation>
    </message>
    <message>
        <source>Its key is not kept on this computer.</source>
        <translation>Der Schlüssel dafür liegt nicht auf diesem Computer.</translation>
    </message>
    <message>
        <source>Its password is not kept on this computer.</source>
        <translation>Das Passwort dafür liegt nicht auf diesem Computer.</translation>
    </message>
    <message>
        <source>All connections</source>
        <translation>Alle Verbindungen</translation>
    </message>
    <message>
        <source>Keys of every connection in one table</source>
        <translation>Schlüssel aller Verbindungen in einer Tabelle</translation>
    </message>
    <message>
        <source>It leads to the vault of %1, or a copy of it. Its keys are shown once.</source>
        <translation>Sie führt zum Tresor von %1 oder zu einer Kopie davon. Die Schlüssel werden einmal gezeigt.</translation>
    </message>
    <message>
        <source>Enter Token…</source>
        <translation>Token eingeben …</translation>
    </message>
    <message>
        <source>Enter Key…</source>
        <translation>Schlüssel eingeben …</translation>
    </message>
    <message>
        <source>Enter Password…</source>
        <translation>Passwort eingeben …</translation>
    </message>
    <message>
        <source>Keys of %1 are not shown. %2</source>
        <comment>connection, why</comment>
        <translation>Schlüssel von %1 werden nicht gezeigt. %2</translation>
    </message>
    <message numerus="yes">
        <source>Keys of %Ln connections are not shown: %1.</source>
        <translation>
            <numerusform>Schlüssel von %Ln Verbindung werden nicht gezeigt: %1.</numerusform>
            <numerusform>Schlüssel von %Ln Verbindungen werden nicht gezeigt: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>connection, what is the matter</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Keys of %Ln connections are shown as they were and can&apos;t be changed now: %1.</source>
        <translation>
            <numerusform>Schlüssel von %Ln Verbindung werden gezeigt, wie sie waren, und lassen sich jetzt nicht ändern: %1.</numerusform>
            <numerusform>Schlüssel von %Ln Verbindungen werden gezeigt, wie sie waren, und lassen sich jetzt nicht ändern: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keys of %1 are shown as of %2 and can&apos;t be changed now: it doesn&apos;t answer.</source>
        <comment>connection, 14:02, or 3 Mar 2026, 14:02</comment>
        <translation>Die Schlüssel von %1 (Stand: %2) lassen sich jetzt nicht ändern: Dort antwortet niemand.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::PasteBox</name>
    <message>
        <source>Paste a key, a response, a curl command or a log line</source>
        <translation>Fügen Sie einen Schlüssel, eine Antwort, einen curl-Befehl oder eine Logzeile ein</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::PermissionModel</name>
    <message>
        <source>granted</source>
        <translation>erteilt</translation>
    </message>
    <message>
        <source>not granted</source>
        <translation>nicht erteilt</translation>
    </message>
    <message>
        <source>not available, because you don&apos;t hold it</source>
        <translation>nicht verfügbar, weil Sie die Berechtigung selbst nicht haben</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>permission, id, state</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>resource, level</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>resource, level</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <translation>%1, gewählt</translation>
    </message>
    <message>
        <source>%1, not chosen</source>
        <translation>%1, nicht gewählt</translation>
    </message>
    <message>
        <source>%1, not available. %2</source>
        <translation>%1, nicht verfügbar. %2</translation>
    </message>
    <message>
        <source>Custom · %1 of %2</source>
        <translation>Eigene · %1 von %2</translation>
    </message>
    <message>
        <source>You can&apos;t grant “%1”, because you don&apos;t hold it yourself.</source>
        <translation>Sie können „%1“ nicht erteilen, weil Sie die Berechtigung selbst nicht haben.</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Not in the catalogue</source>
        <translation>Nicht im Katalog</translation>
    </message>
    <message>
        <source>Kept as they are, shown by their id</source>
        <translation>Bleiben, wie sie sind, und stehen mit ihrer ID da</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>granted permissions, of all</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::PermissionTree</name>
    <message>
        <source>Filter permissions</source>
        <translation>Berechtigungen filtern</translation>
    </message>
    <message>
        <source>Add from a failed request…</source>
        <translation>Aus abgewiesener Anfrage …</translation>
    </message>
    <message>
        <source>Marks the permission that a refused request needed</source>
        <translation>Merkt die Berechtigung vor, die eine abgewiesene Anfrage brauchte</translation>
    </message>
    <message>
        <source>Granted only</source>
        <translation>Nur erteilte</translation>
    </message>
    <message>
        <source>Hides permissions that are not granted</source>
        <translation>Blendet Berechtigungen aus, die nicht erteilt sind</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>Takes the permissions of a template or of another key</source>
        <translation>Übernimmt die Berechtigungen einer Vorlage oder eines anderen Schlüssels</translation>
    </message>
    <message>
        <source>Copy from key…</source>
        <translation>Von Schlüssel übernehmen …</translation>
    </message>
    <message>
        <source>The permission catalogue has none for this type of key.</source>
        <translation>Der Berechtigungskatalog hat keine für diese Schlüsselart.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::PermissionView</name>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Left and right choose a level, Space selects it, Enter opens a resource, letters filter.</source>
        <translation>Links und rechts wählen eine Stufe, die Leertaste übernimmt sie, die Eingabetaste öffnet eine Ressource, Buchstaben filtern.</translation>
    </message>
    <message>
        <source>Custom · %1 of %2</source>
        <translation>Eigene · %1 von %2</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ReceiptCard</name>
    <message>
        <source>Not yet: %1</source>
        <translation>Noch nicht: %1</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::Receipts</name>
    <message>
        <source>Confirmed by %1 of %2 verifiers</source>
        <comment>1 of 3</comment>
        <translation>Bestätigt von %1 von %2 Prüfdiensten</translation>
    </message>
    <message>
        <source>Confirmed by %1 of %2 verifiers at %3</source>
        <comment>3 of 3, 12:03:04.2</comment>
        <translation>Bestätigt von %1 von %2 Prüfdiensten um %3</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::RecreateWindow</name>
    <message>
        <source>Regenerate</source>
        <translation>Neu erzeugen</translation>
    </message>
    <message>
        <source>You haven&apos;t stored this key. If you close now, nobody can use it: you&apos;ll need to delete it and create another one.</source>
        <translation>Sie haben diesen Schlüssel nicht abgelegt. Wenn Sie jetzt schließen, kann ihn niemand benutzen: Sie müssten ihn löschen und einen anderen erstellen.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt nachsehen</translation>
    </message>
    <message>
        <source>The connection dropped before the service answered. The key may exist, but it is not listed so far.</source>
        <translation>Die Verbindung brach ab, bevor der Dienst geantwortet hat. Den Schlüssel gibt es vielleicht, aber er steht bisher nicht in der Liste.</translation>
    </message>
    <message>
        <source>The copy was made (ID %1), but the answer with the key was lost, and it is told only once. Delete the copy before you try again. The old key works as before.</source>
        <translation>Die Kopie wurde erstellt (ID %1), aber die Antwort mit dem Schlüssel ging verloren, und er wird nur einmal genannt. Löschen Sie die Kopie, bevor Sie es noch einmal versuchen. Der alte Schlüssel funktioniert wie bisher.</translation>
    </message>
    <message>
        <source>No copy is listed so far. It may still appear: look at the list before you try again.</source>
        <translation>Bisher steht keine Kopie in der Liste. Sie kann noch erscheinen: Sehen Sie in die Liste, bevor Sie es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Create copy</source>
        <translation>Kopie erstellen</translation>
    </message>
    <message>
        <source>%1 has no way to give a key another secret. Latchkey creates a copy with the same name and permissions and shows it to you. Then you delete the old key.</source>
        <translation>%1 kann einem Schlüssel kein anderes Geheimnis geben. Latchkey erstellt eine Kopie mit demselben Namen und denselben Rechten und zeigt sie Ihnen. Danach löschen Sie den alten Schlüssel.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Delete the old key?</source>
        <translation>Den alten Schlüssel löschen?</translation>
    </message>
    <message>
        <source>Type the key&apos;s name to confirm:</source>
        <translation>Zum Bestätigen den Namen des Schlüssels eingeben:</translation>
    </message>
    <message>
        <source>Keep both for now</source>
        <translation>Vorerst beide behalten</translation>
    </message>
    <message>
        <source>Delete old key</source>
        <translation>Alten Schlüssel löschen</translation>
    </message>
    <message>
        <source>Regenerate “%1”</source>
        <translation>„%1“ neu erzeugen</translation>
    </message>
    <message>
        <source>The copy has another ID than %1.</source>
        <translation>Die Kopie hat eine andere ID als %1.</translation>
    </message>
    <message>
        <source>Both keys work until the old one is deleted.</source>
        <translation>Beide Schlüssel funktionieren, bis der alte gelöscht ist.</translation>
    </message>
    <message>
        <source>It needs room for one more key: an account has at most %1.</source>
        <translation>Sie braucht Platz für einen weiteren Schlüssel: Ein Konto hat höchstens %1.</translation>
    </message>
    <message>
        <source>What %1 doesn&apos;t tell, such as when the key was last used, can&apos;t be looked at first.</source>
        <translation>Was %1 nicht sagt, etwa wann der Schlüssel zuletzt benutzt wurde, lässt sich vorher nicht ansehen.</translation>
    </message>
    <message>
        <source>Stored in: %1.</source>
        <translation>Abgelegt in: %1.</translation>
    </message>
    <message>
        <source>Copy your key now</source>
        <translation>Kopieren Sie Ihren Schlüssel jetzt</translation>
    </message>
    <message>
        <source>Its ID is %1; the new one&apos;s is %2. The old key works until it is deleted. Delete it when everything uses the new one: it can&apos;t be brought back.</source>
        <translation>Seine ID ist %1, die des neuen %2. Der alte Schlüssel funktioniert, bis er gelöscht ist. Löschen Sie ihn, wenn alles den neuen benutzt: Er lässt sich nicht zurückholen.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::RenameSheet</name>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename key</source>
        <translation>Schlüssel umbenennen</translation>
    </message>
    <message>
        <source>Key name</source>
        <translation>Name des Schlüssels</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::RequestFields</name>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>&amp;Method</source>
        <translation>&amp;Methode</translation>
    </message>
    <message>
        <source>Pa&amp;th</source>
        <translation>P&amp;fad</translation>
    </message>
    <message>
        <source>&amp;Permission</source>
        <translation>&amp;Berechtigung</translation>
    </message>
    <message>
        <source>&amp;Went to</source>
        <translation>Ging &amp;an</translation>
    </message>
    <message>
        <source>From &amp;IP</source>
        <translation>Von &amp;IP</translation>
    </message>
    <message>
        <source>This is not an IP address.</source>
        <translation>Das ist keine IP-Adresse.</translation>
    </message>
    <message>
        <source>C&amp;ustomer</source>
        <translation>K&amp;unde</translation>
    </message>
    <message>
        <source>Time of the request</source>
        <translation>Zeitpunkt der Anfrage</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Re&amp;sponse</source>
        <translation>Antw&amp;ort</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::RequestModel</name>
    <message>
        <source>No key</source>
        <translation>Kein Schlüssel</translation>
    </message>
    <message>
        <source>Unknown key %1</source>
        <translation>Unbekannter Schlüssel %1</translation>
    </message>
    <message>
        <source>%1 (deleted)</source>
        <translation>%1 (gelöscht)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IP-Adresse</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>User-Agent</translation>
    </message>
    <message>
        <source>Not reported</source>
        <translation>Nicht gemeldet</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column title: value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Unreadable key</source>
        <translation>Unlesbarer Schlüssel</translation>
    </message>
    <message>
        <source>Not in the log</source>
        <comment>which key came with a request</comment>
        <translation>Nicht im Log</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ResourceForm</name>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Small letters and digits, such as leads.</source>
        <translation>Kleinbuchstaben und Ziffern, zum Beispiel leads.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Resources of one group stand together. Empty: on its own.</source>
        <translation>Ressourcen einer Gruppe stehen beieinander. Leer: für sich.</translation>
    </message>
    <message>
        <source>For billing keys only</source>
        <translation>Nur für Abrechnungsschlüssel</translation>
    </message>
    <message>
        <source>General keys can&apos;t hold its permissions, and billing keys hold only such.</source>
        <translation>Allgemeine Schlüssel können diese Berechtigungen nicht haben, und Abrechnungsschlüssel haben nur solche.</translation>
    </message>
    <message>
        <source>Level Read gives: %1.</source>
        <translation>Die Stufe Lesen erteilt: %1.</translation>
    </message>
    <message>
        <source>Level Full gives: %1.</source>
        <translation>Die Stufe Voll erteilt: %1.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::RetentionSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Keep requests</source>
        <translation>Anfragen aufbewahren</translation>
    </message>
    <message>
        <source>Older requests are removed. The charts and counts of their hours stay, and the audit log isn&apos;t touched.</source>
        <translation>Ältere Anfragen werden entfernt. Die Diagramme und Zahlen ihrer Stunden bleiben, und das Prüfprotokoll bleibt unberührt.</translation>
    </message>
    <message>
        <source>Keep requests for</source>
        <translation>Anfragen aufbewahren für</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Keep requests for, in days</source>
        <translation>Anfragen aufbewahren, in Tagen</translation>
    </message>
    <message>
        <source>No request is older. Nothing is removed now.</source>
        <translation>Keine Anfrage ist älter. Jetzt wird nichts entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>Would remove %Ln requests older than %1.</source>
        <translation>
            <numerusform>Würde %Ln Anfrage entfernen, die älter ist als %1.</numerusform>
            <numerusform>Würde %Ln Anfragen entfernen, die älter sind als %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln requests</source>
        <translation>
            <numerusform>%Ln Anfrage entfernen</numerusform>
            <numerusform>%Ln Anfragen entfernen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::RevealStrip</name>
    <message>
        <source>Revealed key</source>
        <translation>Eingeblendeter Schlüssel</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Reveal key</source>
        <translation>Schlüssel einblenden</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>%1 Rotate makes a new one.</source>
        <comment>why a token cannot be shown</comment>
        <translation>%1 „Rotieren“ erzeugt einen neuen.</translation>
    </message>
    <message>
        <source>Rotate…</source>
        <translation>Rotieren …</translation>
    </message>
    <message>
        <source>“%1”, hidden again in %2 s</source>
        <translation>„%1“, in %2 s wieder verborgen</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ReviewView</name>
    <message>
        <source>Save Catalogue</source>
        <translation>Katalog speichern</translation>
    </message>
    <message>
        <source>Review the change</source>
        <translation>Änderung prüfen</translation>
    </message>
    <message>
        <source>What changes and which keys are touched</source>
        <translation>Was sich ändert und welche Schlüssel betroffen sind</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>No key is touched.</source>
        <translation>Kein Schlüssel ist betroffen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys are touched. No key gains or loses anything: their permissions are stored one by one, and this change doesn&apos;t alter them.</source>
        <translation>
            <numerusform>%Ln Schlüssel ist betroffen. Er gewinnt und verliert nichts: Seine Berechtigungen sind einzeln gespeichert, und diese Änderung lässt sie, wie sie sind.</numerusform>
            <numerusform>%Ln Schlüssel sind betroffen. Keiner gewinnt oder verliert etwas: Ihre Berechtigungen sind einzeln gespeichert, und diese Änderung lässt sie, wie sie sind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::RevokeSheet</name>
    <message>
        <source>The key leaked. Don&apos;t allow &amp;restoring</source>
        <translation>Der Schlüssel ist bekannt geworden. Wiederherstellen nicht &amp;erlauben</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Revoke “%1”?</source>
        <translation>„%1“ widerrufen?</translation>
    </message>
    <message>
        <source>Apps using it stop working right away. Its history stays.</source>
        <translation>Anwendungen, die ihn verwenden, funktionieren ab sofort nicht mehr. Sein Verlauf bleibt.</translation>
    </message>
    <message>
        <source>It was last used %1.</source>
        <comment>2 h ago</comment>
        <translation>Zuletzt verwendet: %1.</translation>
    </message>
    <message>
        <source>It was last used %1 from %2.</source>
        <comment>2 h ago, address</comment>
        <translation>Zuletzt verwendet: %1, von %2.</translation>
    </message>
    <message>
        <source>Its old token stops as well.</source>
        <translation>Auch sein altes Token gilt nicht mehr.</translation>
    </message>
    <message>
        <source>Stored in: %1.</source>
        <translation>Abgelegt in: %1.</translation>
    </message>
    <message>
        <source>&amp;Why? (it goes into the audit log)</source>
        <translation>&amp;Warum? (kommt ins Prüfprotokoll)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests with it in the last 24 hours.</source>
        <translation>
            <numerusform>%Ln Anfrage mit ihm in den letzten 24 Stunden.</numerusform>
            <numerusform>%Ln Anfragen mit ihm in den letzten 24 Stunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>From %1.</source>
        <comment>addresses</comment>
        <translation>Von %1.</translation>
    </message>
    <message numerus="yes">
        <source>And from %Ln others.</source>
        <comment>addresses</comment>
        <translation>
            <numerusform>Und von %Ln weiteren.</numerusform>
            <numerusform>Und von %Ln weiteren.</numerusform>
        </translation>
    </message>
    <message>
        <source>No use of it is known.</source>
        <translation>Von einer Verwendung ist nichts bekannt.</translation>
    </message>
    <message>
        <source>No request with it in the last 24 hours.</source>
        <translation>In den letzten 24 Stunden keine Anfrage damit.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::RiskGroups</name>
    <message numerus="yes">
        <source>%Ln used in Production in the last 24 hours</source>
        <translation>
            <numerusform>%Ln in den letzten 24 Stunden in Produktion benutzt</numerusform>
            <numerusform>%Ln in den letzten 24 Stunden in Produktion benutzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln used elsewhere in the last 24 hours</source>
        <translation>
            <numerusform>%Ln in den letzten 24 Stunden anderswo benutzt</numerusform>
            <numerusform>%Ln in den letzten 24 Stunden anderswo benutzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in Production, not used in the last 24 hours</source>
        <translation>
            <numerusform>%Ln in Produktion, in den letzten 24 Stunden nicht benutzt</numerusform>
            <numerusform>%Ln in Produktion, in den letzten 24 Stunden nicht benutzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln elsewhere, not used in the last 24 hours</source>
        <translation>
            <numerusform>%Ln anderswo, in den letzten 24 Stunden nicht benutzt</numerusform>
            <numerusform>%Ln anderswo, in den letzten 24 Stunden nicht benutzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>names of keys, number</comment>
        <translation>
            <numerusform>%1 und %Ln weiterer</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in Production: last use not reported by %1</source>
        <translation>
            <numerusform>%Ln in Produktion: letzte Benutzung von %1 nicht gemeldet</numerusform>
            <numerusform>%Ln in Produktion: letzte Benutzung von %1 nicht gemeldet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln: last use not reported by %1</source>
        <translation>
            <numerusform>%Ln: letzte Benutzung von %1 nicht gemeldet</numerusform>
            <numerusform>%Ln: letzte Benutzung von %1 nicht gemeldet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in Production: no request was reported to the vault in the last 24 hours</source>
        <translation>
            <numerusform>%Ln in Produktion: dem Tresor wurde in den letzten 24 Stunden keine Anfrage gemeldet</numerusform>
            <numerusform>%Ln in Produktion: dem Tresor wurde in den letzten 24 Stunden keine Anfrage gemeldet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln elsewhere: no request was reported to the vault in the last 24 hours</source>
        <translation>
            <numerusform>%Ln anderswo: dem Tresor wurde in den letzten 24 Stunden keine Anfrage gemeldet</numerusform>
            <numerusform>%Ln anderswo: dem Tresor wurde in den letzten 24 Stunden keine Anfrage gemeldet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::RotateFields</name>
    <message>
        <source>CSV and .env (*.csv *.env);;All files (*)</source>
        <translation>CSV und .env (*.csv *.env);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save there an&amp;yway</source>
        <translation>&amp;Trotzdem dort speichern</translation>
    </message>
    <message>
        <source>How long the old tokens work on</source>
        <translation>Wie lange die alten Tokens weiter gelten</translation>
    </message>
    <message>
        <source>Not at all: they stop now</source>
        <translation>Gar nicht: Sie enden jetzt</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 Stunden</translation>
    </message>
    <message>
        <source>3 days</source>
        <translation>3 Tage</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>Until I stop them</source>
        <translation>Bis ich sie stoppe</translation>
    </message>
    <message>
        <source>Into a file</source>
        <translation>In eine Datei</translation>
    </message>
    <message>
        <source>Into the keychain</source>
        <translation>In den Schlüsselbund</translation>
    </message>
    <message>
        <source>The new tokens go</source>
        <translation>Die neuen Tokens kommen</translation>
    </message>
    <message>
        <source>Name a file for the new tokens.</source>
        <translation>Nennen Sie eine Datei für die neuen Tokens.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Diesen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>There is a file with this name already. Choose another one.</source>
        <translation>Eine Datei dieses Namens gibt es schon. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>“%1” is a git folder. A key that gets committed is public to everyone who can read the repository.</source>
        <translation>„%1“ ist ein Git-Ordner. Ein eingecheckter Schlüssel ist für alle öffentlich, die das Repository lesen können.</translation>
    </message>
    <message>
        <source>This computer has no keychain that lasts.</source>
        <translation>Dieser Computer hat keinen Schlüsselbund, der bleibt.</translation>
    </message>
    <message>
        <source>Only you can read the file. Each new token is in it before its key changes. A name ending in .env gives lines of NAME=token.</source>
        <translation>Nur Sie können die Datei lesen. Jedes neue Token steht darin, bevor sein Schlüssel sich ändert. Endet der Name auf .env, entstehen Zeilen der Form NAME=Token.</translation>
    </message>
    <message>
        <source>Each new token is in the keychain before its key changes. Reveal and Copy find it there.</source>
        <translation>Jedes neue Token ist im Schlüsselbund, bevor sein Schlüssel sich ändert. Anzeigen und Kopieren finden es dort.</translation>
    </message>
    <message>
        <source>The old tokens work on</source>
        <translation>Die alten Tokens gelten weiter</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::RotateWindow</name>
    <message>
        <source>You haven&apos;t stored this key. If you close now, you&apos;ll need to rotate it again to get a new one.</source>
        <translation>Sie haben diesen Schlüssel nicht abgelegt. Wenn Sie jetzt schließen, müssen Sie ihn noch einmal rotieren, um einen neuen zu erhalten.</translation>
    </message>
    <message>
        <source>You get a new token. Name, permissions and settings stay as they are.</source>
        <translation>Sie erhalten ein neues Token. Name, Berechtigungen und Einstellungen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>How long does the old token work on?</source>
        <translation>Wie lange gilt das alte Token noch?</translation>
    </message>
    <message>
        <source>&amp;Not at all: it stops now</source>
        <translation>&amp;Gar nicht: Es endet jetzt</translation>
    </message>
    <message>
        <source>1 &amp;hour</source>
        <translation>1 &amp;Stunde</translation>
    </message>
    <message>
        <source>&amp;24 hours</source>
        <translation>&amp;24 Stunden</translation>
    </message>
    <message>
        <source>&amp;3 days</source>
        <translation>&amp;3 Tage</translation>
    </message>
    <message>
        <source>&amp;7 days</source>
        <translation>&amp;7 Tage</translation>
    </message>
    <message>
        <source>Until I &amp;stop it</source>
        <translation>&amp;Bis ich es stoppe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>Neu erzeugen</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Rotieren</translation>
    </message>
    <message>
        <source>Regenerate “%1”</source>
        <translation>„%1“ neu erzeugen</translation>
    </message>
    <message>
        <source>Rotate “%1”</source>
        <translation>„%1“ rotieren</translation>
    </message>
    <message>
        <source>Apps with the old token are refused from now on.</source>
        <translation>Anwendungen mit dem alten Token werden ab jetzt abgewiesen.</translation>
    </message>
    <message>
        <source>Both tokens work until you stop the old one.</source>
        <translation>Beide Tokens gelten, bis Sie das alte stoppen.</translation>
    </message>
    <message>
        <source>Both tokens work until %1. Then apps with the old one are refused.</source>
        <translation>Beide Tokens gelten bis %1. Danach werden Anwendungen mit dem alten abgewiesen.</translation>
    </message>
    <message>
        <source>It was last used %1.</source>
        <comment>2 h ago</comment>
        <translation>Zuletzt verwendet: %1.</translation>
    </message>
    <message>
        <source>It was last used %1 from %2.</source>
        <comment>2 h ago, address</comment>
        <translation>Zuletzt verwendet: %1, von %2.</translation>
    </message>
    <message>
        <source>Stored in: %1.</source>
        <translation>Abgelegt in: %1.</translation>
    </message>
    <message>
        <source>The token before the last rotation still works. It stops now.</source>
        <translation>Das Token vor der letzten Rotation gilt noch. Es endet jetzt.</translation>
    </message>
    <message>
        <source>The key has expired. Give it a new expiry date before it is used again.</source>
        <translation>Der Schlüssel ist abgelaufen. Geben Sie ihm ein neues Ablaufdatum, bevor er wieder verwendet wird.</translation>
    </message>
    <message>
        <source>Copy your key now</source>
        <translation>Kopieren Sie Ihren Schlüssel jetzt</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::RuleSheet</name>
    <message>
        <source>Enter the path of the requests, such as /v1/leads/**.</source>
        <translation>Geben Sie den Pfad der Anfragen ein, etwa /v1/leads/**.</translation>
    </message>
    <message>
        <source>A path begins with /.</source>
        <translation>Ein Pfad beginnt mit /.</translation>
    </message>
    <message>
        <source>A path has no empty parts, “.” or “..”.</source>
        <translation>Ein Pfad hat keine leeren Teile und kein „.“ oder „..“.</translation>
    </message>
    <message>
        <source>** stands at the end only.</source>
        <translation>** steht nur am Ende.</translation>
    </message>
    <message>
        <source>{customer} stands once only.</source>
        <translation>{customer} steht nur einmal.</translation>
    </message>
    <message>
        <source>A part is *, **, {customer}, or text without * { } ? # ; \ % and spaces.</source>
        <translation>Ein Teil ist *, **, {customer} oder Text ohne * { } ? # ; \ % und Leerzeichen.</translation>
    </message>
    <message>
        <source>The path has too many parts.</source>
        <translation>Der Pfad hat zu viele Teile.</translation>
    </message>
    <message>
        <source>“%1” is no method, such as GET or POST.</source>
        <translation>„%1“ ist keine Methode wie GET oder POST.</translation>
    </message>
    <message>
        <source>A permission looks like leads:read.</source>
        <translation>Eine Berechtigung sieht aus wie leads:read.</translation>
    </message>
    <message>
        <source>There are too many rules.</source>
        <translation>Das sind zu viele Regeln.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>Edit rule</source>
        <translation>Regel bearbeiten</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Any valid key</source>
        <translation>Jeder gültige Schlüssel</translation>
    </message>
    <message>
        <source>As the server says</source>
        <translation>Wie im Server</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>* is one part, {customer} one that names the customer, ** at the end all that follows. /v1/leads/** is /v1/leads too.</source>
        <translation>* ist ein Teil, {customer} einer, der den Kunden nennt, ** am Ende alles, was folgt. /v1/leads/** ist auch /v1/leads.</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Methoden</translation>
    </message>
    <message>
        <source>Such as GET, HEAD. Leave it empty for all.</source>
        <translation>Etwa GET, HEAD. Leer: alle.</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Key type</source>
        <translation>Schlüsselart</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Every key that is active passes, whatever it may do.</source>
        <translation>Jeder aktive Schlüssel kommt durch, was er auch darf.</translation>
    </message>
    <message>
        <source>The permission catalogue doesn&apos;t know it. Nobody can grant it.</source>
        <translation>Der Berechtigungskatalog kennt sie nicht. Niemand kann sie erteilen.</translation>
    </message>
    <message>
        <source>Choose or enter one</source>
        <translation>Wählen oder eingeben</translation>
    </message>
    <message>
        <source>What the key must be allowed, or “%1”.</source>
        <translation>Was der Schlüssel dürfen muss, oder „%1“.</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Choose the permission.</source>
        <translation>Wählen Sie die Berechtigung.</translation>
    </message>
    <message>
        <source>“%1” is no usual method. The rule fits requests that are sent with just this one.</source>
        <translation>„%1“ ist keine übliche Methode. Die Regel passt auf Anfragen, die mit genau dieser gesendet werden.</translation>
    </message>
    <message>
        <source>“%1” is no usual method. Is “%2” meant?</source>
        <comment>method, method</comment>
        <translation>„%1“ ist keine übliche Methode. Ist „%2“ gemeint?</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::RulesModel</name>
    <message>
        <source>Any</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Any valid key</source>
        <translation>Jeder gültige Schlüssel</translation>
    </message>
    <message>
        <source>As the server says</source>
        <translation>Wie im Server</translation>
    </message>
    <message>
        <source>No.</source>
        <comment>number of a rule</comment>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Methoden</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Key type</source>
        <translation>Schlüsselart</translation>
    </message>
    <message>
        <source>%1 (behind %2)</source>
        <comment>number of a rule, number of another</comment>
        <translation>%1 (hinter %2)</translation>
    </message>
    <message>
        <source>Never reached, because a rule before it fits all its requests: %1.</source>
        <translation>Nie erreicht, weil eine Regel davor auf alle ihre Anfragen passt: %1.</translation>
    </message>
    <message>
        <source>Never reached: rule %1 fits all its requests.</source>
        <translation>Nie erreicht: Regel %1 passt auf alle ihre Anfragen.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::RulesPage</name>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Drop Changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>%1 changed the rules while you were editing. Save replaces theirs, Discard shows them.</source>
        <translation>%1 hat die Regeln inzwischen geändert. Speichern ersetzt sie, Verwerfen zeigt sie.</translation>
    </message>
    <message>
        <source>These rules stand in the configuration file of this server, and hold in place of those of the vault. They can be changed there only.</source>
        <translation>Diese Regeln stehen in der Konfigurationsdatei dieses Servers und gelten anstelle derer des Tresors. Nur dort lassen sie sich ändern.</translation>
    </message>
    <message>
        <source>You may look at the rules, but not change them.</source>
        <translation>Sie dürfen die Regeln ansehen, aber nicht ändern.</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>Noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>No rules yet.</source>
        <translation>Noch keine Regeln.</translation>
    </message>
    <message>
        <source>In force. Last changed by %1.</source>
        <translation>In Kraft. Zuletzt geändert von %1.</translation>
    </message>
    <message>
        <source>This vault keeps no requests</source>
        <translation>Dieser Tresor bewahrt keine Anfragen auf</translation>
    </message>
    <message>
        <source>Shows which of the last 1,000 requests would get another answer</source>
        <translation>Zeigt, welche der letzten 1.000 Anfragen eine andere Antwort bekämen</translation>
    </message>
    <message>
        <source>Change a rule first</source>
        <translation>Ändern Sie zuerst eine Regel</translation>
    </message>
    <message>
        <source>Rule %1: %2</source>
        <translation>Regel %1: %2</translation>
    </message>
    <message>
        <source>The rules aren&apos;t saved. If you leave now, your changes are lost.</source>
        <translation>Die Regeln sind nicht gespeichert. Wenn Sie jetzt gehen, sind Ihre Änderungen verloren.</translation>
    </message>
    <message>
        <source>Gateway Rules</source>
        <translation>Gateway-Regeln</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Probieren</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Nach oben (Alt+Auf)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Nach unten (Alt+Ab)</translation>
    </message>
    <message>
        <source>The rules of this server can be changed in its configuration file only.</source>
        <translation>Die Regeln dieses Servers lassen sich nur in seiner Konfigurationsdatei ändern.</translation>
    </message>
    <message>
        <source>Undone: the change of the rules.</source>
        <translation>Rückgängig gemacht: die Änderung der Regeln.</translation>
    </message>
    <message>
        <source>Redone: the change of the rules.</source>
        <translation>Wiederholt: die Änderung der Regeln.</translation>
    </message>
    <message>
        <source>Add Rule…</source>
        <translation>Regel hinzufügen …</translation>
    </message>
    <message>
        <source>The rules haven&apos;t been read yet.</source>
        <translation>Die Regeln sind noch nicht gelesen.</translation>
    </message>
    <message>
        <source>Select a rule first</source>
        <translation>Wählen Sie zuerst eine Regel aus</translation>
    </message>
    <message>
        <source>There is no room for another rule</source>
        <translation>Für eine weitere Regel ist kein Platz</translation>
    </message>
    <message>
        <source>It is the first rule</source>
        <translation>Es ist die erste Regel</translation>
    </message>
    <message>
        <source>It is the last rule</source>
        <translation>Es ist die letzte Regel</translation>
    </message>
    <message>
        <source>The rules are being saved</source>
        <translation>Die Regeln werden gespeichert</translation>
    </message>
    <message>
        <source>Rules saved. Every gateway that answers has them within seconds.</source>
        <translation>Regeln gespeichert. Jedes Gateway, das antwortet, hat sie in wenigen Sekunden.</translation>
    </message>
    <message>
        <source>What a key needs when a gateway asks for a request. The first rule that fits decides; where none fits, nobody passes. A latchkeyd with rules in its own configuration file goes by those, which are not shown here.</source>
        <translation>Was ein Schlüssel braucht, wenn ein Gateway nach einer Anfrage fragt. Die erste Regel, die passt, entscheidet; passt keine, kommt niemand durch. Ein latchkeyd mit Regeln in seiner eigenen Konfigurationsdatei richtet sich nach diesen; sie werden hier nicht gezeigt.</translation>
    </message>
    <message>
        <source>A rule ties a path of your API to a permission: GET /v1/leads/** needs leads:read. A latchkeyd that has no rule lets nobody pass.</source>
        <translation>Eine Regel verbindet einen Pfad Ihrer API mit einer Berechtigung: GET /v1/leads/** braucht leads:read. Ein latchkeyd, der keine Regel hat, lässt niemanden durch.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SavedFilters</name>
    <message>
        <source>Give the filter a name.</source>
        <translation>Geben Sie dem Filter einen Namen.</translation>
    </message>
    <message>
        <source>At most %1 characters.</source>
        <translation>Höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>There is a filter with this name.</source>
        <translation>Es gibt schon einen Filter mit diesem Namen.</translation>
    </message>
    <message>
        <source>Save filter</source>
        <translation>Filter speichern</translation>
    </message>
    <message>
        <source>Filter name</source>
        <translation>Name des Filters</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saved “%1”. It stands in the sidebar.</source>
        <translation>„%1“ gespeichert. Der Filter steht in der Seitenleiste.</translation>
    </message>
    <message>
        <source>Rename filter</source>
        <translation>Filter umbenennen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Removed “%1”.</source>
        <translation>„%1“ entfernt.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ScopeForm</name>
    <message>
        <source>Permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>resource:action, as your API checks it. Keys hold it: those that have another id keep that.</source>
        <translation>ressource:aktion, wie Ihre API sie prüft. Schlüssel enthalten sie: Wer eine andere ID hat, behält diese.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>In a sentence</source>
        <translation>Im Satz</translation>
    </message>
    <message>
        <source>As in “will be able to read leads”. Empty: the name.</source>
        <translation>Wie in „will be able to read leads“. Leer: der Name.</translation>
    </message>
    <message>
        <source>Part of the level Read</source>
        <translation>Teil der Stufe Lesen</translation>
    </message>
    <message>
        <source>Chosen with Read; Full always gives all of them.</source>
        <translation>Wird mit Lesen erteilt; Voll erteilt immer alle.</translation>
    </message>
    <message>
        <source>Can destroy something</source>
        <translation>Kann etwas zerstören</translation>
    </message>
    <message>
        <source>Named as a risk where keys are made.</source>
        <translation>Wird beim Erstellen von Schlüsseln als Risiko genannt.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SearchBox</name>
    <message>
        <source>Name, ID, scope — or paste a key</source>
        <translation>Name, ID, Scope – oder Schlüssel einfügen</translation>
    </message>
    <message>
        <source>Search keys</source>
        <translation>Schlüssel suchen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SearchProblems</name>
    <message>
        <source>There is no filter “%1”: searched for as text</source>
        <translation>Es gibt keinen Filter „%1“: als Text gesucht</translation>
    </message>
    <message>
        <source>“%1” is not understood</source>
        <translation>„%1“ ist nicht verständlich</translation>
    </message>
    <message>
        <source>Use “%1”</source>
        <comment>a word of the search</comment>
        <translation>„%1“ verwenden</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SecretField</name>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Kept. Type to replace it.</source>
        <translation>Ist aufbewahrt. Tippen ersetzt es.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SecretSheet</name>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Token for %1</source>
        <comment>connection</comment>
        <translation>Token für %1</translation>
    </message>
    <message>
        <source>Key for %1</source>
        <comment>connection</comment>
        <translation>Schlüssel für %1</translation>
    </message>
    <message>
        <source>Password for %1</source>
        <comment>connection</comment>
        <translation>Passwort für %1</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>It is forgotten when this window closes. To keep it in the keychain, enter it in Connections.</source>
        <translation>Beim Schließen dieses Fensters wird es vergessen. Soll es im Schlüsselbund bleiben, geben Sie es unter „Verbindungen“ ein.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SecurityPage</name>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>Sperren nach</translation>
    </message>
    <message numerus="yes">
        <source>%Ln minutes</source>
        <translation>
            <numerusform>%Ln Minute</numerusform>
            <numerusform>%Ln Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Without a key press or a mouse move. Locking covers the window, forgets revealed keys and clears the clipboard.</source>
        <translation>Ohne Tastendruck oder Mausbewegung. Beim Sperren wird das Fenster verdeckt, eingeblendete Schlüssel werden vergessen und die Zwischenablage wird geleert.</translation>
    </message>
    <message>
        <source>Clear the clipboard after</source>
        <translation>Zwischenablage leeren nach</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seconds</source>
        <translation>
            <numerusform>%Ln Sekunde</numerusform>
            <numerusform>%Ln Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Only if it still holds the key that you copied.</source>
        <translation>Nur, wenn sie noch den von Ihnen kopierten Schlüssel enthält.</translation>
    </message>
    <message>
        <source>Hide a revealed key after</source>
        <translation>Schlüssel ausblenden nach</translation>
    </message>
    <message>
        <source>Vault “%1”</source>
        <translation>Tresor „%1“</translation>
    </message>
    <message>
        <source>Keep deleted keys for</source>
        <translation>Gelöschte aufbewahren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete at once</source>
        <translation>Sofort löschen</translation>
    </message>
    <message>
        <source>In Recently deleted, where they can be restored. Everybody who uses this vault gets this setting.</source>
        <translation>Unter „Kürzlich gelöscht“, wo sie wiederhergestellt werden können. Die Einstellung gilt für alle, die diesen Tresor verwenden.</translation>
    </message>
    <message>
        <source>This vault is read-only.</source>
        <translation>Dieser Tresor ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>Each vault has its own. Open one connection to change it.</source>
        <translation>Jeder Tresor hat seine eigene. Öffnen Sie eine einzelne Verbindung, um sie zu ändern.</translation>
    </message>
    <message>
        <source>Only an administrator can change this.</source>
        <translation>Nur die Verwaltung darf das ändern.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellenwerte</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SheetBand</name>
    <message>
        <source>%1 · This key works on real data.</source>
        <translation>%1 · Dieser Schlüssel arbeitet mit echten Daten.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Find a command or a shortcut</source>
        <translation>Befehl oder Tastenkürzel suchen</translation>
    </message>
    <message>
        <source>No command matches.</source>
        <translation>Kein passender Befehl.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ShortcutsPage</name>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Set shortcut</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Find a command or a shortcut</source>
        <translation>Befehl oder Tastenkürzel suchen</translation>
    </message>
    <message>
        <source>Commands and their shortcuts</source>
        <translation>Befehle und ihre Tastenkürzel</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>New shortcut</source>
        <translation>Neues Tastenkürzel</translation>
    </message>
    <message>
        <source>Back to the shortcut that this command came with</source>
        <translation>Zurück zum ursprünglichen Tastenkürzel dieses Befehls</translation>
    </message>
    <message>
        <source>%1 already belongs to “%2”. Choose another, or change that command first.</source>
        <translation>%1 gehört bereits zu „%2“. Wählen Sie ein anderes oder ändern Sie zuerst jenen Befehl.</translation>
    </message>
    <message>
        <source>“%1” is now %2.</source>
        <translation>„%1“ liegt jetzt auf %2.</translation>
    </message>
    <message>
        <source>Its own shortcut now belongs to “%1”. Reset that one first.</source>
        <translation>Sein eigenes Tastenkürzel gehört jetzt zu „%1“. Setzen Sie zuerst jenes zurück.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::Sidebar</name>
    <message>
        <source>Environments and filters</source>
        <translation>Umgebungen und Filter</translation>
    </message>
    <message>
        <source>ENVIRONMENT</source>
        <translation>UMGEBUNG</translation>
    </message>
    <message>
        <source>All environments</source>
        <translation>Alle Umgebungen</translation>
    </message>
    <message>
        <source>Keys of every environment</source>
        <translation>Schlüssel aller Umgebungen</translation>
    </message>
    <message>
        <source>Keys of %1 only</source>
        <translation>Nur Schlüssel aus %1</translation>
    </message>
    <message>
        <source>FILTERS</source>
        <translation>FILTER</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln keys</source>
        <translation>
            <numerusform>%1, %Ln Schlüssel</numerusform>
            <numerusform>%1, %Ln Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>VAULT</source>
        <translation>TRESOR</translation>
    </message>
    <message>
        <source>SAVED</source>
        <translation>GESPEICHERT</translation>
    </message>
    <message>
        <source>A filter that you saved</source>
        <translation>Ein Filter, den Sie gespeichert haben</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>CONNECTIONS</source>
        <translation>VERBINDUNGEN</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>connection, state</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No environment</source>
        <translation>Ohne Umgebung</translation>
    </message>
    <message>
        <source>Keys of a service that were given no environment on this computer (env:none)</source>
        <translation>Schlüssel eines Dienstes, denen auf diesem Computer keine Umgebung gegeben wurde (env:none)</translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>so many or more</comment>
        <translation>%1+</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::StartPage</name>
    <message>
        <source>Welcome to Latchkey</source>
        <translation>Willkommen bei Latchkey</translation>
    </message>
    <message>
        <source>Create a local vault</source>
        <translation>Lokalen Tresor anlegen</translation>
    </message>
    <message>
        <source>An empty vault, in your own folder, readable only by you</source>
        <translation>Ein leerer Tresor in Ihrem eigenen Ordner, nur für Sie lesbar</translation>
    </message>
    <message>
        <source>Try with sample data</source>
        <translation>Mit Beispieldaten ausprobieren</translation>
    </message>
    <message>
        <source>Open an existing vault…</source>
        <translation>Vorhandenen Tresor öffnen …</translation>
    </message>
    <message>
        <source>A vault file that you have already</source>
        <translation>Eine Tresordatei, die Sie schon haben</translation>
    </message>
    <message>
        <source>The vault can&apos;t be opened</source>
        <translation>Der Tresor lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>Anderen öffnen …</translation>
    </message>
    <message>
        <source>Create new…</source>
        <translation>Neu anlegen …</translation>
    </message>
    <message>
        <source>Latchkey opens it as soon as it is free.</source>
        <translation>Latchkey öffnet ihn, sobald er frei ist.</translation>
    </message>
    <message>
        <source>with the &amp;permissions of</source>
        <translation>mit den &amp;Berechtigungen von</translation>
    </message>
    <message>
        <source>Permissions of the new vault</source>
        <translation>Berechtigungen des neuen Tresors</translation>
    </message>
    <message>
        <source>What keys can be allowed. Everything can be changed later under Permission Catalogue.</source>
        <translation>Was Schlüsseln erlaubt werden kann. Alles lässt sich später unter Berechtigungskatalog ändern.</translation>
    </message>
    <message>
        <source>Connect to a server…</source>
        <translation>Mit einem Server verbinden …</translation>
    </message>
    <message>
        <source>Your team&apos;s Latchkey server or PostgreSQL database</source>
        <translation>Der Latchkey-Server oder die PostgreSQL-Datenbank Ihres Teams</translation>
    </message>
    <message>
        <source>Opening “%1”…</source>
        <translation>„%1“ wird geöffnet …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Connections…</source>
        <translation>Verbindungen …</translation>
    </message>
    <message>
        <source>Create, restrict and retire API keys. They are kept in a vault: on this computer, or one of your team.</source>
        <translation>API-Schlüssel erstellen, beschränken und beenden. Sie liegen in einem Tresor: auf diesem Computer oder einem Ihres Teams.</translation>
    </message>
    <message>
        <source>The same for business tools, with two dozen example keys to look around</source>
        <translation>Derselbe für Business-Tools, mit zwei Dutzend Beispielschlüsseln zum Umsehen</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::StatusLine</name>
    <message>
        <source>Clear the clipboard now</source>
        <translation>Zwischenablage jetzt leeren</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Jetzt sperren</translation>
    </message>
    <message>
        <source>Clipboard clears in %1 s</source>
        <translation>Zwischenablage wird in %1 s geleert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys</source>
        <translation>
            <numerusform>%Ln Schlüssel</numerusform>
            <numerusform>%Ln Schlüssel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln keys</source>
        <translation>
            <numerusform>%1 von %Ln Schlüssel</numerusform>
            <numerusform>%1 von %Ln Schlüsseln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>wird geladen …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stops after the keys that are being changed just now; what is done stays done</source>
        <translation>Hält nach den Schlüsseln an, die gerade geändert werden; was erledigt ist, bleibt erledigt</translation>
    </message>
    <message>
        <source>Cancel the running task</source>
        <translation>Die laufende Aufgabe abbrechen</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <comment>Deactivate 3,000 keys: 12 of 3,000</comment>
        <translation>%1: %2 von %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 of the %Ln keys seen so far</source>
        <translation>
            <numerusform>%1 von %Ln bisher gesehenem Schlüssel</numerusform>
            <numerusform>%1 von %Ln bisher gesehenen Schlüsseln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::StepDialog</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Nothing to import.</source>
        <translation>Nichts zu importieren.</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln keys</source>
        <translation>
            <numerusform>%Ln Schlüssel importieren</numerusform>
            <numerusform>%Ln Schlüssel importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::StopOldSheet</name>
    <message>
        <source>Stop old key</source>
        <translation>Alten Schlüssel stoppen</translation>
    </message>
    <message>
        <source>Stop the old key of “%1”?</source>
        <translation>Alten Schlüssel von „%1“ stoppen?</translation>
    </message>
    <message>
        <source>The old key was used %1. Stopping it now may break whatever uses it.</source>
        <comment>3 min ago</comment>
        <translation>Der alte Schlüssel wurde %1 verwendet. Wenn Sie ihn jetzt stoppen, fällt womöglich aus, was ihn verwendet.</translation>
    </message>
    <message>
        <source>The old key was last used %1. Apps that still have it are refused from now on.</source>
        <comment>2 h ago</comment>
        <translation>Der alte Schlüssel wurde zuletzt %1 verwendet. Anwendungen, die ihn noch haben, werden ab jetzt abgewiesen.</translation>
    </message>
    <message>
        <source>The old key was not used since the rotation. Apps that still have it are refused from now on.</source>
        <translation>Der alte Schlüssel wurde seit der Rotation nicht verwendet. Anwendungen, die ihn noch haben, werden ab jetzt abgewiesen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Extend 24 h</source>
        <translation>24 h verlängern</translation>
    </message>
    <message>
        <source>The key was rotated %1. Whether something still uses the old one isn&apos;t known yet: stopping it now may break it.</source>
        <comment>3 min ago</comment>
        <translation>Der Schlüssel wurde %1 rotiert. Ob noch etwas den alten verwendet, ist noch nicht bekannt: Wenn Sie ihn jetzt stoppen, fällt es womöglich aus.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SummaryPanel</name>
    <message>
        <source>Worth a look</source>
        <translation>Bitte prüfen</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Go to this field</source>
        <translation>Zu diesem Feld</translation>
    </message>
    <message numerus="yes">
        <source>Can delete in %Ln areas: %1</source>
        <translation>
            <numerusform>Kann in %Ln Bereich löschen: %1</numerusform>
            <numerusform>Kann in %Ln Bereichen löschen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Full Access: all parts of the account, excluding billing and Email Address Validation.</source>
        <translation>Voller Zugriff: alle Teile des Kontos außer der Abrechnung und der Prüfung von E-Mail-Adressen (Email Address Validation).</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::TakeOverSheet</name>
    <message>
        <source>Import from another connection</source>
        <translation>Aus anderer Verbindung importieren</translation>
    </message>
    <message>
        <source>All keys; or words as in the search box, such as tag:crm</source>
        <translation>Alle Schlüssel; oder Wörter wie im Suchfeld, etwa tag:crm</translation>
    </message>
    <message>
        <source>The environment that each key has there</source>
        <translation>Die Umgebung, die jeder Schlüssel dort hat</translation>
    </message>
    <message>
        <source>Make the keys that are missing here, with tokens of their own, into this file:</source>
        <translation>Hier fehlende Schlüssel erstellen, mit eigenen Token, in dieser Datei:</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>File for the new keys</source>
        <translation>Datei für die neuen Schlüssel</translation>
    </message>
    <message>
        <source>What describes the keys comes along, never their tokens. A key that is here already, by its name and environment, gets the owner, note and tags that it lacks; nothing is overwritten. You&apos;ll see what would happen before anything is written.</source>
        <translation>Was die Schlüssel beschreibt, kommt mit, nie ihre Token. Ein Schlüssel, den es hier nach Name und Umgebung schon gibt, bekommt Verantwortliche, Notiz und Tags, die ihm fehlen; nichts wird überschrieben. Sie sehen, was geschähe, bevor etwas geschrieben wird.</translation>
    </message>
    <message>
        <source>Only you can read the file; keep it safe. Without it, keys that are missing here are left out.</source>
        <translation>Nur Sie können die Datei lesen; bewahren Sie sie sicher auf. Ohne sie bleiben hier fehlende Schlüssel weg.</translation>
    </message>
    <message>
        <source>%1 tells each new key once, so keys that are missing here are left out: create them one by one.</source>
        <translation>%1 nennt jeden neuen Schlüssel nur einmal, daher bleiben hier fehlende weg: Erstellen Sie sie einzeln.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>Nur</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>There is no other connection. Add one under File › Connections.</source>
        <translation>Es gibt keine andere Verbindung. Fügen Sie unter „Datei › Verbindungen“ eine hinzu.</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>“%1” is no word that the search knows.</source>
        <translation>„%1“ ist kein Wort, das die Suche kennt.</translation>
    </message>
    <message>
        <source>There is no such folder for the new keys.</source>
        <translation>Den Ordner für die neuen Schlüssel gibt es nicht.</translation>
    </message>
    <message>
        <source>The file for the new keys is there already. Choose another name.</source>
        <translation>Die Datei für die neuen Schlüssel gibt es schon. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Comparing the keys…</source>
        <translation>Die Schlüssel werden verglichen …</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::TemplateForm</name>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Small letters and digits, such as lead-import.</source>
        <translation>Kleinbuchstaben und Ziffern, zum Beispiel lead-import.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Key type</source>
        <translation>Schlüsselart</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Separate with commas.</source>
        <translation>Mit Kommas trennen.</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>Ratenlimit</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Wie üblich</translation>
    </message>
    <message>
        <source>Expires in days</source>
        <translation>Läuft ab in Tagen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name (id)</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::TestSteps</name>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Wird getestet …</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Nicht bestanden</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>Nicht getestet</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>You trusted</source>
        <translation>Sie vertrauten</translation>
    </message>
    <message>
        <source>It shows now</source>
        <translation>Jetzt zeigt er</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>Diesem Zertifikat vertrauen</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one that the server&apos;s administrator gives you.</source>
        <translation>Vergleichen Sie den Fingerabdruck mit dem, den Ihnen die Verwaltung des Servers gibt.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ThresholdsPage</name>
    <message>
        <source>Thresholds</source>
        <translation>Schwellenwerte</translation>
    </message>
    <message>
        <source>When the filters in the sidebar count a key.</source>
        <translation>Ab wann die Filter der Seitenleiste einen Schlüssel mitzählen.</translation>
    </message>
    <message>
        <source>Expiring soon</source>
        <translation>Läuft bald ab</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days before</source>
        <translation>
            <numerusform>%Ln Tag vorher</numerusform>
            <numerusform>%Ln Tage vorher</numerusform>
        </translation>
    </message>
    <message>
        <source>Never used</source>
        <translation>Nie verwendet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days after creation</source>
        <translation>
            <numerusform>%Ln Tag nach dem Erstellen</numerusform>
            <numerusform>%Ln Tage nach dem Erstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>Unbenutzt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days without a request</source>
        <translation>
            <numerusform>%Ln Tag ohne Anfrage</numerusform>
            <numerusform>%Ln Tage ohne Anfrage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ToastHost</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::TokenView</name>
    <message>
        <source>Your new key</source>
        <translation>Ihr neuer Schlüssel</translation>
    </message>
    <message>
        <source>Shown on the screen only. Use the Copy button to take it.</source>
        <translation>Nur auf dem Bildschirm zu sehen. Übernehmen Sie ihn mit der Schaltfläche zum Kopieren.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::TransferActions</name>
    <message>
        <source>The keys are still being loaded. Try again in a moment.</source>
        <translation>Die Schlüssel werden noch geladen. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Nach %1 exportiert</translation>
    </message>
    <message>
        <source>Nothing was exported.</source>
        <translation>Es wurde nichts exportiert.</translation>
    </message>
    <message>
        <source>Imported: %1 new, %2 changed</source>
        <translation>Importiert: %1 neu, %2 geändert</translation>
    </message>
    <message>
        <source>The new keys are in %1.</source>
        <translation>Die neuen Schlüssel stehen in %1.</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Show failed</source>
        <translation>Fehlgeschlagene zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys were changed since and are left as they are.</source>
        <translation>
            <numerusform>%Ln Schlüssel wurde seither geändert und bleibt, wie er ist.</numerusform>
            <numerusform>%Ln Schlüssel wurden seither geändert und bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped before the end.</source>
        <translation>Vor dem Ende angehalten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows were left out.</source>
        <translation>
            <numerusform>%Ln Zeile wurde weggelassen.</numerusform>
            <numerusform>%Ln Zeilen wurden weggelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undone: the import of %Ln keys.</source>
        <translation>
            <numerusform>Rückgängig gemacht: der Import von %Ln Schlüssel.</numerusform>
            <numerusform>Rückgängig gemacht: der Import von %Ln Schlüsseln.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the keys seen so far are here while you work offline. Export them when the server answers again.</source>
        <translation>Solange Sie offline arbeiten, sind nur die bisher gesehenen Schlüssel hier. Exportieren Sie sie, wenn der Server wieder antwortet.</translation>
    </message>
    <message numerus="yes">
        <source>Redone: the import of %Ln keys.</source>
        <translation>
            <numerusform>Wiederholt: der Import von %Ln Schlüssel.</numerusform>
            <numerusform>Wiederholt: der Import von %Ln Schlüsseln.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::TrialView</name>
    <message>
        <source>Passes</source>
        <translation>Kommt durch</translation>
    </message>
    <message>
        <source>No requests are known yet that a gateway asked for.</source>
        <translation>Es sind noch keine Anfragen bekannt, nach denen ein Gateway gefragt hat.</translation>
    </message>
    <message numerus="yes">
        <source>The last %Ln requests were tried.</source>
        <translation>
            <numerusform>Die letzte %Ln Anfrage wurde probiert.</numerusform>
            <numerusform>Die letzten %Ln Anfragen wurden probiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each would get the same answer.</source>
        <translation>Jede bekäme dieselbe Antwort.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln that pass now would be refused.</source>
        <translation>
            <numerusform>%Ln, die jetzt durchkommt, würde abgewiesen.</numerusform>
            <numerusform>%Ln, die jetzt durchkommen, würden abgewiesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln that are refused now would pass.</source>
        <translation>
            <numerusform>%Ln, die jetzt abgewiesen wird, käme durch.</numerusform>
            <numerusform>%Ln, die jetzt abgewiesen werden, kämen durch.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln would be refused for another reason.</source>
        <translation>
            <numerusform>%Ln würde aus einem anderen Grund abgewiesen.</numerusform>
            <numerusform>%Ln würden aus einem anderen Grund abgewiesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln came without a known key and are refused anyway.</source>
        <translation>
            <numerusform>%Ln kam ohne bekannten Schlüssel und wird ohnehin abgewiesen.</numerusform>
            <numerusform>%Ln kamen ohne bekannten Schlüssel und werden ohnehin abgewiesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close the result</source>
        <translation>Ergebnis schließen</translation>
    </message>
    <message>
        <source>Requests whose answer would be another one</source>
        <translation>Anfragen, die eine andere Antwort bekämen</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>With these rules</source>
        <translation>Mit diesen Regeln</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Wird probiert …</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no rule</comment>
        <translation>keine</translation>
    </message>
    <message numerus="yes">
        <source>%Ln are refused for other reasons, whatever the rules are: the key is not active, or the address isn&apos;t allowed.</source>
        <translation>
            <numerusform>%Ln wird aus anderen Gründen abgewiesen, ganz gleich, was die Regeln sagen: Der Schlüssel ist nicht aktiv, oder die Adresse ist nicht erlaubt.</numerusform>
            <numerusform>%Ln werden aus anderen Gründen abgewiesen, ganz gleich, was die Regeln sagen: Der Schlüssel ist nicht aktiv, oder die Adresse ist nicht erlaubt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::WhoseKeyWindow</name>
    <message>
        <source>&amp;Show key</source>
        <translation>&amp;Schlüssel zeigen</translation>
    </message>
    <message>
        <source>&amp;Why was it rejected?</source>
        <translation>&amp;Warum wurde abgewiesen?</translation>
    </message>
    <message>
        <source>Whose key is this?</source>
        <translation>Wessen Schlüssel ist das?</translation>
    </message>
    <message>
        <source>Paste a key, its masked form, or a line that holds one. It is taken out at once.</source>
        <translation>Fügen Sie einen Schlüssel, seine verdeckte Form oder eine Zeile mit einem ein. Er wird sofort herausgenommen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The key is looked for on this computer only.</source>
        <translation>Der Schlüssel wird nur auf diesem Computer gesucht.</translation>
    </message>
    <message>
        <source>There is no key in it.</source>
        <translation>Darin ist kein Schlüssel.</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>environment, masked token, owner or last use</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Its whole token stands in that address: the key is listed under Possibly exposed. Rotate it.</source>
        <translation>Sein ganzes Token steht in dieser Adresse: Der Schlüssel wird unter „Womöglich offengelegt“ geführt. Rotieren Sie ihn.</translation>
    </message>
    <message>
        <source>Its whole token stands in that address: the key is listed under Possibly exposed. Stop the old token as soon as the new one is in use.</source>
        <translation>Sein ganzes Token steht in dieser Adresse: Der Schlüssel wird unter „Womöglich offengelegt“ geführt. Stoppen Sie das alte Token, sobald das neue in Gebrauch ist.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::WhyActions</name>
    <message>
        <source>Report copied. There is no secret in it.</source>
        <translation>Bericht kopiert. Er enthält kein Geheimnis.</translation>
    </message>
    <message>
        <source>That is “%1” in %2.</source>
        <comment>name, environment</comment>
        <translation>Das ist „%1“ in %2.</translation>
    </message>
    <message>
        <source>No key in %2 is called “%1”. These are its keys.</source>
        <comment>name, environment</comment>
        <translation>In %2 heißt kein Schlüssel „%1“. Das sind die Schlüssel dort.</translation>
    </message>
    <message>
        <source>This vault has no gateway rules: ask who runs the gateway.</source>
        <translation>Dieser Tresor hat keine Gateway-Regeln: Fragen Sie, wer das Gateway betreibt.</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::WhyWindow</name>
    <message>
        <source>No key chosen</source>
        <translation>Kein Schlüssel gewählt</translation>
    </message>
    <message>
        <source>No key of this vault</source>
        <translation>Kein Schlüssel dieses Tresors</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>name, environment of a key</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Why was it rejected?</source>
        <translation>Warum wurde abgewiesen?</translation>
    </message>
    <message>
        <source>Cop&amp;y report</source>
        <translation>Bericht &amp;kopieren</translation>
    </message>
    <message>
        <source>Copies the checks as text, without any secret</source>
        <translation>Kopiert die Prüfungen als Text, ohne jedes Geheimnis</translation>
    </message>
    <message>
        <source>Start &amp;over</source>
        <translation>&amp;Neu beginnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen …</translation>
    </message>
    <message>
        <source>Choose a key</source>
        <translation>Schlüssel wählen</translation>
    </message>
    <message>
        <source>Search for the key</source>
        <translation>Nach dem Schlüssel suchen</translation>
    </message>
    <message>
        <source>Keys to choose from</source>
        <translation>Schlüssel zur Auswahl</translation>
    </message>
    <message>
        <source>Paste a key, a response, a curl command or a log line. Keys are taken out at once.</source>
        <translation>Fügen Sie einen Schlüssel, eine Antwort, einen curl-Befehl oder eine Logzeile ein. Schlüssel werden sofort herausgenommen.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>What was &amp;answered</source>
        <translation>Was &amp;geantwortet wurde</translation>
    </message>
    <message>
        <source>No key came</source>
        <translation>Es kam kein Schlüssel</translation>
    </message>
    <message>
        <source>Not in the log</source>
        <translation>Nicht im Log</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::WindowFeedback</name>
    <message>
        <source>No answer came, so what became of it is not known. Look at what it changed: %1</source>
        <translation>Es kam keine Antwort; was daraus wurde, ist nicht bekannt. Sehen Sie nach, was geändert wurde: %1</translation>
    </message>
    <message>
        <source>This can&apos;t be undone: %1. Undo once more takes back what came before it: %2.</source>
        <translation>Das lässt sich nicht rückgängig machen: %1. Noch einmal „Rückgängig“ nimmt zurück, was davor war: %2.</translation>
    </message>
</context>
<context>
    <name>limits</name>
    <message>
        <source>per second</source>
        <translation>pro Sekunde</translation>
    </message>
    <message>
        <source>per minute</source>
        <translation>pro Minute</translation>
    </message>
    <message>
        <source>per hour</source>
        <translation>pro Stunde</translation>
    </message>
    <message>
        <source>per day</source>
        <translation>pro Tag</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>Anfragen pro Sekunde</translation>
    </message>
    <message>
        <source>Requests per minute</source>
        <translation>Anfragen pro Minute</translation>
    </message>
    <message>
        <source>Requests per hour</source>
        <translation>Anfragen pro Stunde</translation>
    </message>
    <message>
        <source>Requests per day</source>
        <translation>Anfragen pro Tag</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 pro Sekunde</translation>
    </message>
    <message>
        <source>%1 a minute</source>
        <translation>%1 pro Minute</translation>
    </message>
    <message>
        <source>%1 a day</source>
        <translation>%1 pro Tag</translation>
    </message>
    <message numerus="yes">
        <source>%1 requests a second</source>
        <translation>
            <numerusform>%1 Anfrage pro Sekunde</numerusform>
            <numerusform>%1 Anfragen pro Sekunde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 requests a minute</source>
        <translation>
            <numerusform>%1 Anfrage pro Minute</numerusform>
            <numerusform>%1 Anfragen pro Minute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 requests a day</source>
        <translation>
            <numerusform>%1 Anfrage pro Tag</numerusform>
            <numerusform>%1 Anfragen pro Tag</numerusform>
        </translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Kein Limit</translation>
    </message>
    <message>
        <source>%1 an hour</source>
        <translation>%1 pro Stunde</translation>
    </message>
    <message numerus="yes">
        <source>%1 requests an hour</source>
        <translation>
            <numerusform>%1 Anfrage pro Stunde</numerusform>
            <numerusform>%1 Anfragen pro Stunde</numerusform>
        </translation>
    </message>
    <message>
        <source>Not reported</source>
        <translation>Nicht gemeldet</translation>
    </message>
    <message>
        <source>No requests</source>
        <translation>Keine Anfragen</translation>
    </message>
    <message numerus="yes">
        <source>%1 requests</source>
        <translation>
            <numerusform>%1 Anfrage</numerusform>
            <numerusform>%1 Anfragen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Creates, restricts and retires API keys.</source>
        <translation>Erstellt, beschränkt und beendet API-Schlüssel.</translation>
    </message>
    <message>
        <source>Open the vault in &lt;file&gt;; it is made if it is not there.</source>
        <translation>Öffnet den Tresor in &lt;Datei&gt;; er wird angelegt, wenn es ihn nicht gibt.</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Keep the settings in &lt;folder&gt;.</source>
        <translation>Bewahrt die Einstellungen in &lt;Ordner&gt; auf.</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Use the language &lt;code&gt;, such as de.</source>
        <translation>Verwendet die Sprache &lt;Kürzel&gt;, zum Beispiel de.</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Check an exported audit log in &lt;file&gt;, and end.</source>
        <translation>Prüft ein exportiertes Prüfprotokoll in &lt;Datei&gt; und endet.</translation>
    </message>
    <message>
        <source>Latchkey needs a display: neither DISPLAY nor WAYLAND_DISPLAY is set.</source>
        <translation>Latchkey braucht eine Anzeige: Weder DISPLAY noch WAYLAND_DISPLAY ist gesetzt.</translation>
    </message>
    <message>
        <source>Open the connection of this &lt;name&gt;.</source>
        <translation>Die Verbindung mit diesem &lt;name&gt; öffnen.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>this is no export of an audit log</source>
        <translation>Das ist kein Export eines Prüfprotokolls</translation>
    </message>
    <message>
        <source>it was changed</source>
        <translation>Der Inhalt wurde geändert</translation>
    </message>
    <message>
        <source>one or more rows before it are missing</source>
        <translation>Davor fehlen ein oder mehrere Einträge</translation>
    </message>
    <message>
        <source>it stands in the wrong place, or twice</source>
        <translation>Falsche Stelle oder doppelt</translation>
    </message>
    <message>
        <source>the file ends before its last line</source>
        <translation>Die Datei endet vor ihrer letzten Zeile</translation>
    </message>
    <message>
        <source>something was added after the last line</source>
        <translation>Nach der letzten Zeile wurde etwas hinzugefügt</translation>
    </message>
    <message>
        <source>the line is too long to be a row</source>
        <translation>Die Zeile ist zu lang für einen Eintrag</translation>
    </message>
    <message>
        <source>it is not as it was written</source>
        <translation>Der Inhalt ist nicht so, wie er geschrieben wurde</translation>
    </message>
    <message numerus="yes">
        <source>%1: intact. %Ln rows of the vault &quot;%2&quot;, head %3</source>
        <comment>file</comment>
        <translation>
            <numerusform>%1: unversehrt. %Ln Eintrag des Tresors „%2“, Kopf %3</numerusform>
            <numerusform>%1: unversehrt. %Ln Einträge des Tresors „%2“, Kopf %3</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: NOT intact. Line %2, row %3: %4.</source>
        <comment>file, numbers, what is wrong</comment>
        <translation>%1: NICHT unversehrt. Zeile %2, Eintrag %3: %4.</translation>
    </message>
    <message>
        <source>%1: NOT intact. Line %2: %3.</source>
        <comment>file, number, what is wrong</comment>
        <translation>%1: NICHT unversehrt. Zeile %2: %3.</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>E&amp;xtras</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>A&amp;udit Log</source>
        <translation>&amp;Prüfprotokoll</translation>
    </message>
    <message>
        <source>Who did what, when, before and after</source>
        <translation>Wer was wann getan hat, vorher und nachher</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>Au&amp;fträge</translation>
    </message>
    <message>
        <source>Imports, exports and changes of many keys: what runs, waits, and came of them</source>
        <translation>Importe, Exporte und Änderungen vieler Schlüssel: was läuft, wartet und daraus wurde</translation>
    </message>
    <message>
        <source>Shows the table of keys</source>
        <translation>Zeigt die Tabelle der Schlüssel</translation>
    </message>
    <message>
        <source>Custo&amp;mers</source>
        <translation>&amp;Kunden</translation>
    </message>
    <message>
        <source>Customers that keys can be limited to</source>
        <translation>Kunden, auf die Schlüssel beschränkt werden können</translation>
    </message>
    <message>
        <source>What keys can be allowed, with names, levels and templates</source>
        <translation>Was Schlüsseln erlaubt werden kann, mit Namen, Stufen und Vorlagen</translation>
    </message>
    <message>
        <source>Permission &amp;Catalogue</source>
        <translation>&amp;Berechtigungskatalog</translation>
    </message>
    <message>
        <source>K&amp;eys</source>
        <translation>Schl&amp;üssel</translation>
    </message>
    <message>
        <source>Requests: who called what, and what came of it</source>
        <translation>Anfragen: wer was aufrief, und was daraus wurde</translation>
    </message>
    <message>
        <source>Lo&amp;gs</source>
        <translation>Anfra&amp;gen</translation>
    </message>
    <message>
        <source>Gate&amp;way Rules</source>
        <translation>Gate&amp;way-Regeln</translation>
    </message>
    <message>
        <source>What a key needs when a gateway asks for a request</source>
        <translation>Was ein Schlüssel braucht, wenn ein Gateway nach einer Anfrage fragt</translation>
    </message>
    <message>
        <source>Two environments or connections side by side</source>
        <translation>Zwei Umgebungen oder Verbindungen nebeneinander</translation>
    </message>
    <message>
        <source>Comp&amp;are</source>
        <translation>V&amp;ergleichen</translation>
    </message>
</context>
<context>
    <name>paste</name>
    <message>
        <source>There is nothing to read.</source>
        <translation>Hier gibt es nichts zu lesen.</translation>
    </message>
    <message>
        <source>That is too long. Paste one request, one response or a few lines.</source>
        <translation>Das ist zu lang. Fügen Sie eine Anfrage, eine Antwort oder einige Zeilen ein.</translation>
    </message>
    <message>
        <source>That is not text.</source>
        <translation>Das ist kein Text.</translation>
    </message>
    <message>
        <source>There is no key and no request in it. Paste a key, a response, a curl command or a log line.</source>
        <translation>Darin ist weder ein Schlüssel noch eine Anfrage. Fügen Sie einen Schlüssel, eine Antwort, einen curl-Befehl oder eine Logzeile ein.</translation>
    </message>
</context>
<context>
    <name>requests</name>
    <message>
        <source>Allowed</source>
        <comment>outcome of a request</comment>
        <translation>Zugelassen</translation>
    </message>
    <message>
        <source>Unauthorized</source>
        <comment>outcome of a request, 401</comment>
        <translation>Nicht erkannt</translation>
    </message>
    <message>
        <source>Forbidden</source>
        <comment>outcome of a request, 403</comment>
        <translation>Verboten</translation>
    </message>
    <message>
        <source>Rate limited</source>
        <comment>outcome of a request, 429</comment>
        <translation>Limit erreicht</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>outcome of a request: the API said no</comment>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>The key allows it</source>
        <translation>Der Schlüssel erlaubt es</translation>
    </message>
    <message>
        <source>The key isn&apos;t complete</source>
        <translation>Der Schlüssel ist unvollständig</translation>
    </message>
    <message>
        <source>No such key</source>
        <translation>Kein solcher Schlüssel</translation>
    </message>
    <message>
        <source>The key is inactive</source>
        <translation>Der Schlüssel ist inaktiv</translation>
    </message>
    <message>
        <source>The key is revoked</source>
        <translation>Der Schlüssel ist widerrufen</translation>
    </message>
    <message>
        <source>The key has expired</source>
        <translation>Der Schlüssel ist abgelaufen</translation>
    </message>
    <message>
        <source>The key was replaced</source>
        <translation>Der Schlüssel wurde ersetzt</translation>
    </message>
    <message>
        <source>The key is deleted</source>
        <translation>Der Schlüssel ist gelöscht</translation>
    </message>
    <message>
        <source>The key&apos;s record is damaged</source>
        <translation>Der Eintrag des Schlüssels ist beschädigt</translation>
    </message>
    <message>
        <source>The key is of another environment</source>
        <translation>Der Schlüssel gehört zu einer anderen Umgebung</translation>
    </message>
    <message>
        <source>The key is of another type</source>
        <translation>Der Schlüssel hat eine andere Art</translation>
    </message>
    <message>
        <source>The IP address isn&apos;t allowed</source>
        <translation>Die IP-Adresse ist nicht erlaubt</translation>
    </message>
    <message>
        <source>The customer isn&apos;t allowed</source>
        <translation>Der Kunde ist nicht erlaubt</translation>
    </message>
    <message>
        <source>The key has no permission for it</source>
        <translation>Dem Schlüssel fehlt die Berechtigung dafür</translation>
    </message>
    <message>
        <source>The key reached its limit</source>
        <translation>Der Schlüssel hat sein Limit erreicht</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>outcome · HTTP status</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Not reported</source>
        <translation>Nicht gemeldet</translation>
    </message>
    <message>
        <source>&lt; 1 ms</source>
        <translation>&lt; 1 ms</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>d MMM, HH:mm:ss</source>
        <comment>time of a request, date format</comment>
        <translation>d. MMM, HH:mm:ss</translation>
    </message>
    <message>
        <source>The request carried no key</source>
        <translation>Die Anfrage enthielt keinen Schlüssel</translation>
    </message>
    <message>
        <source>No gateway rule fits the path</source>
        <translation>Keine Gateway-Regel passt auf den Pfad</translation>
    </message>
    <message>
        <source>Requests can&apos;t be shown while the connection is away.</source>
        <translation>Solange die Verbindung fehlt, lassen sich keine Anfragen zeigen.</translation>
    </message>
</context>
<context>
    <name>service</name>
    <message>
        <source>Not reported</source>
        <translation>Nicht gemeldet</translation>
    </message>
    <message>
        <source>Not reported by %1</source>
        <translation>Von %1 nicht gemeldet</translation>
    </message>
    <message>
        <source>Kept on this computer only</source>
        <translation>Nur auf diesem Computer</translation>
    </message>
    <message>
        <source>%1 has no way to deactivate a key</source>
        <translation>%1 kann einen Schlüssel nicht deaktivieren</translation>
    </message>
    <message>
        <source>%1 has no way to revoke a key: deleting is what stops it</source>
        <translation>%1 kann einen Schlüssel nicht widerrufen: Löschen beendet ihn</translation>
    </message>
    <message>
        <source>%1 brings no deleted key back</source>
        <translation>%1 holt keinen gelöschten Schlüssel zurück</translation>
    </message>
    <message>
        <source>A key of %1 has one token. Regenerate makes a copy with another one</source>
        <translation>Ein Schlüssel von %1 hat ein Token. „Neu erzeugen“ macht eine Kopie mit einem anderen</translation>
    </message>
    <message>
        <source>Delete is for good at %1</source>
        <translation>Löschen ist bei %1 endgültig</translation>
    </message>
    <message>
        <source>%1 makes its keys itself: they are created one by one</source>
        <translation>%1 erzeugt seine Schlüssel selbst: Sie werden einzeln erstellt</translation>
    </message>
    <message>
        <source>Full Access</source>
        <translation>Voller Zugriff</translation>
    </message>
    <message>
        <source>Restricted Access</source>
        <translation>Eingeschränkter Zugriff</translation>
    </message>
    <message>
        <source>Billing Access</source>
        <translation>Abrechnungszugriff</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln keys</source>
        <comment>42 of 100 keys</comment>
        <translation>
            <numerusform>%1 von %Ln Schlüssel</numerusform>
            <numerusform>%1 von %Ln Schlüsseln</numerusform>
        </translation>
    </message>
    <message>
        <source>This account has %1. Delete one before you create another.</source>
        <comment>100 of 100 keys</comment>
        <translation>Dieses Konto hat %1. Löschen Sie einen, bevor Sie einen anderen erstellen.</translation>
    </message>
    <message>
        <source>Keys of %1 know no customers</source>
        <translation>Schlüssel von %1 kennen keine Kunden</translation>
    </message>
    <message>
        <source>%1 itself says which permissions there are</source>
        <translation>%1 selbst sagt, welche Rechte es gibt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys, more than the %1 allowed today</source>
        <translation>
            <numerusform>%Ln Schlüssel, mehr als die heute erlaubten %1</numerusform>
            <numerusform>%Ln Schlüssel, mehr als die heute erlaubten %1</numerusform>
        </translation>
    </message>
    <message>
        <source>there may be more that are not listed</source>
        <translation>es kann weitere geben, die nicht aufgeführt sind</translation>
    </message>
    <message numerus="yes">
        <source>Permissions of %Ln keys not read yet</source>
        <translation>
            <numerusform>Rechte von %Ln Schlüssel noch nicht gelesen</numerusform>
            <numerusform>Rechte von %Ln Schlüsseln noch nicht gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>This can&apos;t be undone: %1 grants Full Access only when a key is created.</source>
        <translation>Das lässt sich nicht rückgängig machen: %1 gewährt vollen Zugriff nur, wenn ein Schlüssel erstellt wird.</translation>
    </message>
    <message>
        <source>waiting until %1: rate limit of %2</source>
        <comment>12:03:10, SendGrid</comment>
        <translation>wartet bis %1: Ratenlimit von %2</translation>
    </message>
</context>
<context>
    <name>summary</name>
    <message>
        <source>%1 and %2</source>
        <comment>a list: a, b and c</comment>
        <translation>%1 und %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more things</source>
        <translation>
            <numerusform>%Ln weitere Berechtigung</numerusform>
            <numerusform>%Ln weitere Berechtigungen</numerusform>
        </translation>
    </message>
    <message>
        <source>This key</source>
        <translation>Dieser Schlüssel</translation>
    </message>
    <message>
        <source>%1 can&apos;t do anything yet.</source>
        <translation>%1 kann noch nichts tun.</translation>
    </message>
    <message>
        <source>%1 can&apos;t do anything in %2 yet.</source>
        <translation>%1 kann in %2 noch nichts tun.</translation>
    </message>
    <message>
        <source>%1 will be able to %2.</source>
        <translation>%1 darf: %2.</translation>
    </message>
    <message>
        <source>%1 will be able to %2 in %3.</source>
        <translation>%1 darf in %3: %2.</translation>
    </message>
    <message>
        <source>It can&apos;t delete anything.</source>
        <translation>Er kann nichts löschen.</translation>
    </message>
    <message>
        <source>all customers</source>
        <translation>alle Kunden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers</source>
        <translation>
            <numerusform>%Ln Kunden</numerusform>
            <numerusform>%Ln Kunden</numerusform>
        </translation>
    </message>
    <message>
        <source>any IP address</source>
        <translation>jeder IP-Adresse</translation>
    </message>
    <message numerus="yes">
        <source>%Ln IP addresses or ranges</source>
        <translation>
            <numerusform>%Ln IP-Adresse oder -Bereich</numerusform>
            <numerusform>%Ln IP-Adressen oder -Bereichen</numerusform>
        </translation>
    </message>
    <message>
        <source>without a rate limit</source>
        <translation>ohne Ratenlimit</translation>
    </message>
    <message>
        <source>up to %1</source>
        <comment>up to 100 requests a minute</comment>
        <translation>mit bis zu %1</translation>
    </message>
    <message>
        <source>It works for %1, from %2, %3, until %4.</source>
        <translation>Er gilt für %1, von %2, %3, bis %4.</translation>
    </message>
    <message>
        <source>It works for %1, from %2, %3, and %4.</source>
        <translation>Er gilt für %1, von %2, %3, und %4.</translation>
    </message>
    <message>
        <source>never expires</source>
        <translation>läuft nie ab</translation>
    </message>
    <message>
        <source>It works until somebody deletes it: %1 knows no expiry, no limits and no switch.</source>
        <translation>Er funktioniert, bis ihn jemand löscht: %1 kennt keinen Ablauf, keine Grenzen und keinen Schalter.</translation>
    </message>
    <message>
        <source>%1 will have access to &lt;b&gt;all parts of the account&lt;/b&gt;, excluding billing and Email Address Validation.</source>
        <translation>%1 wird Zugriff auf &lt;b&gt;alle Teile des Kontos&lt;/b&gt; haben, außer der Abrechnung und der Prüfung von E-Mail-Adressen (Email Address Validation).</translation>
    </message>
    <message>
        <source>%1 will hold these permissions: %2.</source>
        <translation>%1 hat diese Rechte: %2.</translation>
    </message>
</context>
<context>
    <name>times</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln min ago</source>
        <translation>
            <numerusform>vor %Ln Min.</numerusform>
            <numerusform>vor %Ln Min.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln min</source>
        <translation>
            <numerusform>in %Ln Min.</numerusform>
            <numerusform>in %Ln Min.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h ago</source>
        <translation>
            <numerusform>vor %Ln Std.</numerusform>
            <numerusform>vor %Ln Std.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln h</source>
        <translation>
            <numerusform>in %Ln Std.</numerusform>
            <numerusform>in %Ln Std.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days ago</source>
        <translation>
            <numerusform>vor %Ln Tag</numerusform>
            <numerusform>vor %Ln Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln days</source>
        <translation>
            <numerusform>in %Ln Tag</numerusform>
            <numerusform>in %Ln Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln months ago</source>
        <translation>
            <numerusform>vor %Ln Monat</numerusform>
            <numerusform>vor %Ln Monaten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln months</source>
        <translation>
            <numerusform>in %Ln Monat</numerusform>
            <numerusform>in %Ln Monaten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln years ago</source>
        <translation>
            <numerusform>vor %Ln Jahr</numerusform>
            <numerusform>vor %Ln Jahren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln years</source>
        <translation>
            <numerusform>in %Ln Jahr</numerusform>
            <numerusform>in %Ln Jahren</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date format</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>date and time (time zone)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>d MMMM yyyy, HH:mm</source>
        <comment>date format</comment>
        <translation>d. MMMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time of day</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>in less than a minute</source>
        <translation>in weniger als einer Minute</translation>
    </message>
</context>
<context>
    <name>why</name>
    <message>
        <source>The token is mistyped or cut off: its checksum is wrong.</source>
        <translation>Das Token ist vertippt oder abgeschnitten: Seine Prüfsumme stimmt nicht.</translation>
    </message>
    <message>
        <source>This is not a whole token of Latchkey. Part of it may be missing.</source>
        <translation>Das ist kein vollständiges Token von Latchkey. Vielleicht fehlt ein Teil.</translation>
    </message>
    <message>
        <source>The token is complete.</source>
        <translation>Das Token ist vollständig.</translation>
    </message>
    <message>
        <source>No whole token was seen.</source>
        <translation>Ein vollständiges Token lag nicht vor.</translation>
    </message>
    <message>
        <source>The response says that the token isn&apos;t known. The app may send another one.</source>
        <translation>Laut Antwort ist das Token nicht bekannt. Vielleicht sendet die Anwendung ein anderes.</translation>
    </message>
    <message>
        <source>The ID belongs to “%1”, but the secret is another.</source>
        <translation>Die ID gehört zu „%1“, aber das Geheimnis ist ein anderes.</translation>
    </message>
    <message>
        <source>No key of this vault has this token.</source>
        <translation>Kein Schlüssel dieses Tresors hat dieses Token.</translation>
    </message>
    <message>
        <source>The key is known. Only its whole token shows if the app sends the right one.</source>
        <translation>Der Schlüssel ist bekannt. Ob die Anwendung das richtige Token sendet, zeigt nur das ganze Token.</translation>
    </message>
    <message>
        <source>No key to check yet.</source>
        <translation>Noch kein Schlüssel zu prüfen.</translation>
    </message>
    <message>
        <source>It is the token of “%1” before its last rotation.</source>
        <translation>Es ist das Token von „%1“ vor der letzten Rotation.</translation>
    </message>
    <message>
        <source>It is an earlier token of “%1”.</source>
        <translation>Es ist ein früheres Token von „%1“.</translation>
    </message>
    <message>
        <source>It is the token of “%1”.</source>
        <translation>Es ist das Token von „%1“.</translation>
    </message>
    <message>
        <source>The key is active. It expires on %1.</source>
        <translation>Der Schlüssel ist aktiv. Er läuft am %1 ab.</translation>
    </message>
    <message>
        <source>The key is active and never expires.</source>
        <translation>Der Schlüssel ist aktiv und läuft nie ab.</translation>
    </message>
    <message>
        <source>The key is inactive.</source>
        <translation>Der Schlüssel ist inaktiv.</translation>
    </message>
    <message>
        <source>The key was revoked.</source>
        <translation>Der Schlüssel wurde widerrufen.</translation>
    </message>
    <message>
        <source>The key was revoked: %1.</source>
        <translation>Der Schlüssel wurde widerrufen: %1.</translation>
    </message>
    <message>
        <source>The key expired on %1.</source>
        <translation>Der Schlüssel ist am %1 abgelaufen.</translation>
    </message>
    <message>
        <source>The response says that the key has expired.</source>
        <translation>Laut Antwort ist der Schlüssel abgelaufen.</translation>
    </message>
    <message>
        <source>The token was replaced. It stopped working on %1.</source>
        <translation>Das Token wurde ersetzt. Es galt bis %1.</translation>
    </message>
    <message>
        <source>The token was replaced by a later one.</source>
        <translation>Das Token wurde durch ein späteres ersetzt.</translation>
    </message>
    <message>
        <source>The key was deleted for good.</source>
        <translation>Der Schlüssel wurde endgültig gelöscht.</translation>
    </message>
    <message>
        <source>The key was deleted.</source>
        <translation>Der Schlüssel wurde gelöscht.</translation>
    </message>
    <message>
        <source>The key&apos;s record is damaged, so it refuses every request.</source>
        <translation>Der Datensatz des Schlüssels ist beschädigt, daher weist er jede Anfrage ab.</translation>
    </message>
    <message>
        <source>This is a %1 key, but the request went to %2.</source>
        <translation>Der Schlüssel gehört zu %1, aber die Anfrage ging an %2.</translation>
    </message>
    <message>
        <source>The response says that the key is for another environment.</source>
        <translation>Laut Antwort gehört der Schlüssel zu einer anderen Umgebung.</translation>
    </message>
    <message>
        <source>Key and request: %1.</source>
        <translation>Schlüssel und Anfrage: %1.</translation>
    </message>
    <message>
        <source>Choose the environment that the request went to.</source>
        <translation>Wählen Sie die Umgebung, an die die Anfrage ging.</translation>
    </message>
    <message>
        <source>The response says that the key is of the wrong type.</source>
        <translation>Laut Antwort hat der Schlüssel die falsche Art.</translation>
    </message>
    <message>
        <source>This is a Billing key, but the request is not about billing.</source>
        <translation>Das ist ein Abrechnungsschlüssel, aber die Anfrage betrifft nicht die Abrechnung.</translation>
    </message>
    <message>
        <source>This is a General key, but the request is about billing.</source>
        <translation>Das ist ein allgemeiner Schlüssel, aber die Anfrage betrifft die Abrechnung.</translation>
    </message>
    <message>
        <source>A Billing key, for a billing request.</source>
        <translation>Ein Abrechnungsschlüssel für eine Abrechnungsanfrage.</translation>
    </message>
    <message>
        <source>A General key, for a general request.</source>
        <translation>Ein allgemeiner Schlüssel für eine allgemeine Anfrage.</translation>
    </message>
    <message>
        <source>Choose the permission that the request needed.</source>
        <translation>Wählen Sie die Berechtigung, die die Anfrage brauchte.</translation>
    </message>
    <message>
        <source>%1 is not among the key&apos;s allowed addresses.</source>
        <translation>%1 gehört nicht zu den erlaubten Adressen des Schlüssels.</translation>
    </message>
    <message>
        <source>The response says that the address is not allowed.</source>
        <translation>Laut Antwort ist die Adresse nicht erlaubt.</translation>
    </message>
    <message>
        <source>The key works from any address.</source>
        <translation>Der Schlüssel gilt von jeder Adresse aus.</translation>
    </message>
    <message>
        <source>%1 is allowed.</source>
        <translation>%1 ist erlaubt.</translation>
    </message>
    <message>
        <source>The key is bound to addresses. Enter where the request came from.</source>
        <translation>Der Schlüssel ist an Adressen gebunden. Geben Sie an, woher die Anfrage kam.</translation>
    </message>
    <message>
        <source>The key doesn&apos;t work for the customer %1.</source>
        <translation>Der Schlüssel gilt nicht für den Kunden %1.</translation>
    </message>
    <message>
        <source>The response says that the key doesn&apos;t work for this customer.</source>
        <translation>Laut Antwort gilt der Schlüssel nicht für diesen Kunden.</translation>
    </message>
    <message>
        <source>The key works for all customers.</source>
        <translation>Der Schlüssel gilt für alle Kunden.</translation>
    </message>
    <message>
        <source>The key works for %1.</source>
        <translation>Der Schlüssel gilt für %1.</translation>
    </message>
    <message>
        <source>The key is bound to customers. Enter whose it was.</source>
        <translation>Der Schlüssel ist an Kunden gebunden. Geben Sie an, um wessen Daten es ging.</translation>
    </message>
    <message>
        <source>The response says that a permission is missing. Choose which one.</source>
        <translation>Laut Antwort fehlt eine Berechtigung. Wählen Sie, welche.</translation>
    </message>
    <message>
        <source>The key hasn&apos;t the permission “%1”.</source>
        <translation>Der Schlüssel hat die Berechtigung „%1“ nicht.</translation>
    </message>
    <message>
        <source>The key can&apos;t %1. It needs Read access to %2.</source>
        <comment>delete leads; Leads</comment>
        <translation>Der Schlüssel darf das nicht: %1. Er braucht Lesezugriff auf %2.</translation>
    </message>
    <message>
        <source>The key can&apos;t %1. It needs Full access to %2.</source>
        <comment>delete leads; Leads</comment>
        <translation>Der Schlüssel darf das nicht: %1. Er braucht Vollzugriff auf %2.</translation>
    </message>
    <message>
        <source>The key has the permission that the request needs.</source>
        <translation>Der Schlüssel hat die Berechtigung, die die Anfrage braucht.</translation>
    </message>
    <message>
        <source>The key reached its limit of %1.</source>
        <comment>100 requests a minute</comment>
        <translation>Der Schlüssel hat sein Limit erreicht: %1.</translation>
    </message>
    <message>
        <source>The key reached one of its limits: %1.</source>
        <translation>Der Schlüssel hat eines seiner Limits erreicht: %1.</translation>
    </message>
    <message>
        <source>The response says that a rate limit was reached.</source>
        <translation>Laut Antwort wurde ein Ratenlimit erreicht.</translation>
    </message>
    <message>
        <source>It works again at %1.</source>
        <comment>time of day</comment>
        <translation>Der Schlüssel gilt wieder ab %1.</translation>
    </message>
    <message>
        <source>The key has no rate limit.</source>
        <translation>Der Schlüssel hat kein Ratenlimit.</translation>
    </message>
    <message>
        <source>The limit was not reached.</source>
        <translation>Das Limit wurde nicht erreicht.</translation>
    </message>
    <message>
        <source>The limit is %1. How much of it was used isn&apos;t known here.</source>
        <translation>Das Limit ist %1. Wie viel davon verbraucht war, ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Known key</source>
        <translation>Bekannter Schlüssel</translation>
    </message>
    <message>
        <source>State and expiry</source>
        <translation>Zustand und Ablauf</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Key type</source>
        <translation>Schlüsselart</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IP-Adresse</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>Ratenlimit</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Nicht bestanden</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Nothing in the key explains this.</source>
        <translation>Nichts am Schlüssel erklärt das.</translation>
    </message>
    <message>
        <source>Choose a key, or paste a key, a response, a curl command or a log line.</source>
        <translation>Wählen Sie einen Schlüssel, oder fügen Sie einen Schlüssel, eine Antwort, einen curl-Befehl oder eine Logzeile ein.</translation>
    </message>
    <message>
        <source>Paste again</source>
        <translation>Neu einfügen</translation>
    </message>
    <message>
        <source>Choose a key</source>
        <translation>Schlüssel wählen</translation>
    </message>
    <message>
        <source>Create New Key…</source>
        <translation>Neuen Schlüssel erstellen …</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Duplizieren …</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Extend expiry</source>
        <translation>Ablauf verlängern</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Rotate…</source>
        <translation>Rotieren …</translation>
    </message>
    <message>
        <source>Show the %1 key</source>
        <comment>Production</comment>
        <translation>Schlüssel für %1 zeigen</translation>
    </message>
    <message>
        <source>Show General keys</source>
        <translation>Allgemeine Schlüssel zeigen</translation>
    </message>
    <message>
        <source>Show Billing keys</source>
        <translation>Abrechnungsschlüssel zeigen</translation>
    </message>
    <message>
        <source>Review allowed IPs</source>
        <translation>Erlaubte IPs prüfen</translation>
    </message>
    <message>
        <source>Review customers</source>
        <translation>Kunden prüfen</translation>
    </message>
    <message>
        <source>Review permission</source>
        <translation>Berechtigung prüfen</translation>
    </message>
    <message>
        <source>Review limit</source>
        <translation>Limit prüfen</translation>
    </message>
    <message>
        <source>This vault is read-only.</source>
        <translation>Dieser Tresor ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>The key&apos;s record is damaged, so it can&apos;t be changed.</source>
        <translation>Der Datensatz des Schlüssels ist beschädigt und lässt sich nicht ändern.</translation>
    </message>
    <message>
        <source>The key was revoked as leaked.</source>
        <translation>Der Schlüssel wurde als bekannt geworden widerrufen.</translation>
    </message>
    <message>
        <source>Restore the key first.</source>
        <translation>Stellen Sie den Schlüssel zuerst wieder her.</translation>
    </message>
    <message>
        <source>No key of this vault fits what you pasted.</source>
        <translation>Kein Schlüssel dieses Tresors passt zu dem, was Sie eingefügt haben.</translation>
    </message>
    <message>
        <source>That is the token of “%1”.</source>
        <translation>Das ist das Token von „%1“.</translation>
    </message>
    <message>
        <source>That is the token of “%1” before its last rotation. It still works.</source>
        <translation>Das ist das Token von „%1“ vor der letzten Rotation. Es gilt noch.</translation>
    </message>
    <message>
        <source>That is the token of “%1” before its last rotation. It stopped working on %2.</source>
        <translation>Das ist das Token von „%1“ vor der letzten Rotation. Es galt bis %2.</translation>
    </message>
    <message>
        <source>That is the token of “%1” before its last rotation.</source>
        <translation>Das ist das Token von „%1“ vor der letzten Rotation.</translation>
    </message>
    <message>
        <source>That is an earlier token of “%1”. It was replaced and no longer works.</source>
        <translation>Das ist ein früheres Token von „%1“. Es wurde ersetzt und gilt nicht mehr.</translation>
    </message>
    <message>
        <source>The ID is that of “%1”, but the secret is another. It is not a token of this key.</source>
        <translation>Die ID ist die von „%1“, aber das Geheimnis ist ein anderes. Es ist kein Token dieses Schlüssels.</translation>
    </message>
    <message>
        <source>The ID is that of “%1”, but the token is mistyped or cut off.</source>
        <translation>Die ID ist die von „%1“, aber das Token ist vertippt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>That is “%1”.</source>
        <translation>Das ist „%1“.</translation>
    </message>
    <message>
        <source>The response contradicts itself: “%1” goes with %2, not with %3.</source>
        <comment>code, status, status</comment>
        <translation>Die Antwort widerspricht sich: „%1“ gehört zu %2, nicht zu %3.</translation>
    </message>
    <message>
        <source>The response was %1, but the first failed check answers %2. Something may have changed since.</source>
        <translation>Die Antwort war %1, aber die erste fehlgeschlagene Prüfung antwortet mit %2. Vielleicht hat sich seither etwas geändert.</translation>
    </message>
    <message>
        <source>The response says “%1”, which these checks don&apos;t bear out. Something may have changed since, or it was another key.</source>
        <translation>Die Antwort nennt „%1“, was diese Prüfungen nicht bestätigen. Vielleicht hat sich seither etwas geändert, oder es war ein anderer Schlüssel.</translation>
    </message>
    <message>
        <source>The key was changed after the request: by %1, %2.</source>
        <comment>person, time</comment>
        <translation>Der Schlüssel wurde nach der Anfrage geändert: von %1, %2.</translation>
    </message>
    <message>
        <source>The request is older than the key, which was created on %1.</source>
        <translation>Die Anfrage ist älter als der Schlüssel, der am %1 erstellt wurde.</translation>
    </message>
    <message>
        <source>The time of the request lies ahead of this computer&apos;s clock. One of the clocks is wrong.</source>
        <translation>Laut der Uhr dieses Computers liegt der Zeitpunkt der Anfrage in der Zukunft. Eine der Uhren geht falsch.</translation>
    </message>
    <message>
        <source>Tokens of this vault begin with “%2”, this one with “%1”. It may be of another vault.</source>
        <translation>Tokens dieses Tresors beginnen mit „%2“, dieses mit „%1“. Vielleicht gehört es zu einem anderen Tresor.</translation>
    </message>
    <message>
        <source>From method and path the request needs “%1”. Choose another permission if that is wrong.</source>
        <translation>Nach Methode und Pfad braucht die Anfrage „%1“. Wählen Sie eine andere Berechtigung, wenn das nicht stimmt.</translation>
    </message>
    <message>
        <source>This vault&apos;s catalogue doesn&apos;t know the permission “%1”.</source>
        <translation>Der Katalog dieses Tresors kennt die Berechtigung „%1“ nicht.</translation>
    </message>
    <message>
        <source>Method and path don&apos;t tell which permission the request needed.</source>
        <translation>Methode und Pfad sagen nicht, welche Berechtigung die Anfrage brauchte.</translation>
    </message>
    <message>
        <source>The environment was taken from the host “%1”.</source>
        <translation>Die Umgebung wurde dem Hostnamen „%1“ entnommen.</translation>
    </message>
    <message>
        <source>The request carries no key. Without one every request is answered with 401.</source>
        <translation>Die Anfrage enthält keinen Schlüssel. Ohne ihn wird jede Anfrage mit 401 beantwortet.</translation>
    </message>
    <message>
        <source>The name of a variable stands in single quotes, so it is sent as it is instead of the key. Use double quotes.</source>
        <translation>Der Name einer Variablen steht in einfachen Anführungszeichen und wird daher selbst statt des Schlüssels gesendet. Verwenden Sie doppelte.</translation>
    </message>
    <message>
        <source>There were several requests. This is the first one that was rejected.</source>
        <translation>Es waren mehrere Anfragen. Das ist die erste, die abgewiesen wurde.</translation>
    </message>
    <message>
        <source>There were several keys. This is about the first one.</source>
        <translation>Es waren mehrere Schlüssel. Hier geht es um den ersten.</translation>
    </message>
    <message>
        <source>Look at what the app really sends: another or an old key, a space or a line end in it, a header with another name, or another server than you think.</source>
        <translation>Sehen Sie nach, was die Anwendung wirklich sendet: einen anderen oder alten Schlüssel, ein Leerzeichen oder einen Zeilenumbruch darin, einen Header mit anderem Namen, oder an einen anderen Server als gedacht.</translation>
    </message>
    <message>
        <source>Look at what stands before the API: a gateway, a firewall, or rules of the app itself.</source>
        <translation>Sehen Sie nach, was vor der API steht: ein Gateway, eine Firewall oder eigene Regeln der Anwendung.</translation>
    </message>
    <message>
        <source>Look at limits that aren&apos;t the key&apos;s: of the gateway, of the account, or of the address.</source>
        <translation>Sehen Sie nach Limits, die nicht die des Schlüssels sind: des Gateways, des Kontos oder der Adresse.</translation>
    </message>
    <message>
        <source>%1 is trouble in the server. No key causes it.</source>
        <translation>%1 ist eine Störung im Server. Kein Schlüssel verursacht sie.</translation>
    </message>
    <message>
        <source>%1 isn&apos;t an answer that a key causes. Those are 401, 403 and 429.</source>
        <translation>%1 ist keine Antwort, die ein Schlüssel verursacht. Das sind 401, 403 und 429.</translation>
    </message>
    <message>
        <source>The response was %1: the key was accepted.</source>
        <translation>Die Antwort war %1: Der Schlüssel wurde angenommen.</translation>
    </message>
    <message>
        <source>It has also expired, on %1.</source>
        <translation>Außerdem ist er abgelaufen, am %1.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name, value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Why was it rejected?</source>
        <translation>Warum wurde abgewiesen?</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Went to</source>
        <translation>Ging an</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>%1. %2: %3. %4</source>
        <comment>number, check, outcome, sentence</comment>
        <translation>%1. %2: %3. %4</translation>
    </message>
    <message>
        <source>The whole token stands in the address. Whoever reads such a log can use it: rotate the key, and send the token in a header.</source>
        <translation>Das ganze Token steht in der Adresse. Wer ein solches Zugriffsprotokoll liest, kann es benutzen: Rotieren Sie den Schlüssel, und senden Sie das Token in einem Header.</translation>
    </message>
    <message>
        <source>Nothing of a request was checked yet. Paste what was answered, or enter what was asked.</source>
        <translation>Von einer Anfrage wurde noch nichts geprüft. Fügen Sie die Antwort ein, oder geben Sie die Anfrage an.</translation>
    </message>
    <message>
        <source>The request carried no key. Send it in a header: “Authorization: Bearer …”, with the token in place of the dots.</source>
        <translation>Die Anfrage enthielt keinen Schlüssel. Senden Sie ihn in einer Kopfzeile: „Authorization: Bearer …“, mit dem Token statt der Punkte.</translation>
    </message>
    <message>
        <source>No gateway rule fits this request, so no key may pass. Add a rule.</source>
        <translation>Keine Gateway-Regel passt auf diese Anfrage, also kommt kein Schlüssel durch. Fügen Sie eine Regel hinzu.</translation>
    </message>
    <message>
        <source>No gateway rule fits %1, so no key may pass. Add a rule for this path.</source>
        <comment>GET /v1/leads</comment>
        <translation>Keine Gateway-Regel passt auf %1, also kommt kein Schlüssel durch. Fügen Sie eine Regel für diesen Pfad hinzu.</translation>
    </message>
    <message>
        <source>Paste the request</source>
        <translation>Anfrage einfügen</translation>
    </message>
    <message>
        <source>Add rule…</source>
        <translation>Regel hinzufügen …</translation>
    </message>
    <message>
        <source>You may look at the gateway rules, but not change them.</source>
        <translation>Sie dürfen die Gateway-Regeln ansehen, aber nicht ändern.</translation>
    </message>
    <message>
        <source>Gateways refuse the address %1, whatever the rules are: servers read such addresses in different ways. Send it without empty parts, “..”, “;” or an encoded “/”.</source>
        <translation>Gateways lehnen die Adresse %1 ab, was auch immer die Regeln sagen: Server lesen solche Adressen verschieden. Senden Sie sie ohne leere Teile, „..“, „;“ oder ein kodiertes „/“.</translation>
    </message>
    <message>
        <source>The rules of this server can be changed in its configuration file only.</source>
        <translation>Die Regeln dieses Servers lassen sich nur in seiner Konfigurationsdatei ändern.</translation>
    </message>
    <message>
        <source>The key came in the address, behind the “?”. It isn&apos;t read from there. Send it in a header: “Authorization: Bearer …”, with the token in place of the dots.</source>
        <translation>Der Schlüssel kam in der Adresse, hinter dem „?“. Dort wird er nicht gelesen. Senden Sie ihn in einer Kopfzeile: „Authorization: Bearer …“, mit dem Token statt der Punkte.</translation>
    </message>
    <message>
        <source>Two keys came, one in “Authorization” and one in “X-API-Key”, so neither counts. Send one.</source>
        <translation>Es kamen zwei Schlüssel, einer in „Authorization“ und einer in „X-API-Key“; deshalb zählt keiner. Senden Sie nur einen.</translation>
    </message>
    <message>
        <source>The response says that the token is malformed, or that two keys came at once.</source>
        <translation>Laut Antwort hat das Token eine falsche Form, oder es kamen zwei Schlüssel zugleich.</translation>
    </message>
    <message>
        <source>No gateway rule fits this request, so no key may pass. The rules stand in the server&apos;s configuration file: one can be added there only.</source>
        <translation>Keine Gateway-Regel passt auf diese Anfrage, also kommt kein Schlüssel durch. Die Regeln stehen in der Konfigurationsdatei des Servers: Nur dort lässt sich eine hinzufügen.</translation>
    </message>
    <message>
        <source>No gateway rule fits %1, so no key may pass. The rules stand in the server&apos;s configuration file: one can be added there only.</source>
        <comment>GET /v1/leads</comment>
        <translation>Keine Gateway-Regel passt auf %1, also kommt kein Schlüssel durch. Die Regeln stehen in der Konfigurationsdatei des Servers: Nur dort lässt sich eine hinzufügen.</translation>
    </message>
    <message>
        <source>A rule for this path was added since. The request would still be refused: %1</source>
        <translation>Seither kam eine Regel für diesen Pfad dazu. Die Anfrage würde weiterhin abgewiesen: %1</translation>
    </message>
    <message>
        <source>A rule for this path was added since. The request would be allowed now.</source>
        <translation>Seither kam eine Regel für diesen Pfad dazu. Die Anfrage würde jetzt erlaubt.</translation>
    </message>
    <message>
        <source>A rule for this path was added since. Choose the key to see what the request would be answered now.</source>
        <translation>Seither kam eine Regel für diesen Pfad dazu. Wählen Sie den Schlüssel, um zu sehen, was der Anfrage jetzt geantwortet würde.</translation>
    </message>
    <message>
        <source>The whole old token stands in the address. Whoever reads such a log can use it: stop it as soon as the new one is in use, and send the token in a header.</source>
        <translation>Das ganze alte Token steht in der Adresse. Wer ein solches Zugriffsprotokoll liest, kann es benutzen: Stoppen Sie es, sobald das neue in Gebrauch ist, und senden Sie das Token in einem Header.</translation>
    </message>
    <message>
        <source>Rule %1 fits now. It lets every valid key pass.</source>
        <translation>Regel %1 passt jetzt. Sie lässt jeden gültigen Schlüssel durch.</translation>
    </message>
    <message>
        <source>Rule %1 fits now. It asks for “%2”.</source>
        <comment>number, permission</comment>
        <translation>Regel %1 passt jetzt. Sie verlangt „%2“.</translation>
    </message>
    <message>
        <source>The log doesn&apos;t say which key came with the request, or if one did. Choose it to check it.</source>
        <translation>Das Zugriffsprotokoll sagt nicht, welcher Schlüssel mit der Anfrage kam und ob überhaupt einer. Wählen Sie ihn, um ihn zu prüfen.</translation>
    </message>
    <message>
        <source>Choose environment</source>
        <translation>Umgebung wählen</translation>
    </message>
    <message>
        <source>What was checked doesn&apos;t explain this. Not checked: %1.</source>
        <comment>checks</comment>
        <translation>Was geprüft wurde, erklärt das nicht. Nicht geprüft: %1.</translation>
    </message>
    <message>
        <source>The request was allowed then. Checked now, it would be refused: %1</source>
        <translation>Die Anfrage wurde damals zugelassen. Jetzt geprüft, würde sie abgewiesen: %1</translation>
    </message>
    <message>
        <source>The request was allowed then. Choose the key to check it now.</source>
        <translation>Die Anfrage wurde damals zugelassen. Wählen Sie den Schlüssel, um sie jetzt zu prüfen.</translation>
    </message>
    <message>
        <source>The request was allowed then. Checked now, nothing in the key is against it.</source>
        <translation>Die Anfrage wurde damals zugelassen. Jetzt geprüft, spricht am Schlüssel nichts dagegen.</translation>
    </message>
    <message>
        <source>The request was allowed then. Checked now, what was checked allows it. Not checked: %1.</source>
        <comment>checks</comment>
        <translation>Die Anfrage wurde damals zugelassen. Jetzt geprüft, lässt sie zu, was geprüft wurde. Nicht geprüft: %1.</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Umbenannt</translation>
    </message>
    <message>
        <source>Undid a change</source>
        <translation>Änderung zurückgenommen</translation>
    </message>
    <message>
        <source>Activated</source>
        <translation>Aktiviert</translation>
    </message>
    <message>
        <source>Deactivated</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>Deleted permanently</source>
        <translation>Endgültig gelöscht</translation>
    </message>
    <message>
        <source>Copied the kept key</source>
        <translation>Aufbewahrten Schlüssel kopiert</translation>
    </message>
    <message>
        <source>Revealed the kept key</source>
        <translation>Aufbewahrten Schlüssel eingeblendet</translation>
    </message>
    <message>
        <source>Kept a copy in the keychain</source>
        <translation>Kopie im Schlüsselbund abgelegt</translation>
    </message>
    <message>
        <source>Removed the copy from the keychain</source>
        <translation>Kopie aus dem Schlüsselbund entfernt</translation>
    </message>
    <message>
        <source>Created the vault</source>
        <translation>Tresor angelegt</translation>
    </message>
    <message>
        <source>Changed how long deleted keys are kept</source>
        <translation>Aufbewahrung gelöschter Schlüssel geändert</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>Ratenlimit</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Allowed IPs</source>
        <translation>Erlaubte IPs</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Stored in</source>
        <translation>Abgelegt in</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>none</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Never expires</source>
        <translation>Läuft nie ab</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>Staging</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>Entwicklung</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>No access</source>
        <translation>Kein Zugriff</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Schlüssel</translation>
    </message>
    <message>
        <source>Expiring soon</source>
        <translation>Läuft bald ab</translation>
    </message>
    <message>
        <source>Expired recently</source>
        <translation>Kürzlich abgelaufen</translation>
    </message>
    <message>
        <source>Never used</source>
        <translation>Nie verwendet</translation>
    </message>
    <message>
        <source>Unused 90 days</source>
        <translation>90 Tage unbenutzt</translation>
    </message>
    <message>
        <source>No expiry</source>
        <translation>Ohne Ablauf</translation>
    </message>
    <message>
        <source>No rate limit</source>
        <translation>Ohne Ratenlimit</translation>
    </message>
    <message>
        <source>Broad access</source>
        <translation>Weiter Zugriff</translation>
    </message>
    <message>
        <source>Billing keys</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>Recently deleted</source>
        <translation>Kürzlich gelöscht</translation>
    </message>
    <message>
        <source>Every key that is not deleted</source>
        <translation>Alle Schlüssel, die nicht gelöscht sind</translation>
    </message>
    <message numerus="yes">
        <source>Active keys that expire within %Ln days</source>
        <translation>
            <numerusform>Aktive Schlüssel, die innerhalb von %Ln Tag ablaufen</numerusform>
            <numerusform>Aktive Schlüssel, die innerhalb von %Ln Tagen ablaufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keys that expired within the last %Ln days</source>
        <translation>
            <numerusform>Schlüssel, die seit höchstens %Ln Tag abgelaufen sind</numerusform>
            <numerusform>Schlüssel, die seit höchstens %Ln Tagen abgelaufen sind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Active keys older than %Ln days that were never used</source>
        <translation>
            <numerusform>Aktive Schlüssel, älter als %Ln Tag, die nie verwendet wurden</numerusform>
            <numerusform>Aktive Schlüssel, älter als %Ln Tage, die nie verwendet wurden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Active keys without a use for %Ln days</source>
        <translation>
            <numerusform>Aktive Schlüssel, seit %Ln Tag nicht verwendet</numerusform>
            <numerusform>Aktive Schlüssel, seit %Ln Tagen nicht verwendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Active keys that never expire</source>
        <translation>Aktive Schlüssel, die nie ablaufen</translation>
    </message>
    <message>
        <source>Active keys without a rate limit</source>
        <translation>Aktive Schlüssel ohne Ratenlimit</translation>
    </message>
    <message>
        <source>Active keys that may do everything</source>
        <translation>Aktive Schlüssel, die alles dürfen</translation>
    </message>
    <message>
        <source>Keys for billing requests</source>
        <translation>Schlüssel für Abrechnungsanfragen</translation>
    </message>
    <message>
        <source>Keys whose record fails its checksum. They refuse all requests.</source>
        <translation>Schlüssel, deren Prüfsumme nicht stimmt. Sie weisen alle Anfragen ab.</translation>
    </message>
    <message>
        <source>Deleted keys that can still be restored</source>
        <translation>Gelöschte Schlüssel, die sich noch wiederherstellen lassen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>date (relative time)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Can %1.</source>
        <comment>Can delete leads.</comment>
        <translation>Darf: %1.</translation>
    </message>
    <message>
        <source>Can do everything.</source>
        <translation>Darf alles.</translation>
    </message>
    <message>
        <source>Never expires.</source>
        <translation>Läuft nie ab.</translation>
    </message>
    <message>
        <source>Works from anywhere.</source>
        <translation>Gilt von überall.</translation>
    </message>
    <message>
        <source>Works for all customers.</source>
        <translation>Gilt für alle Kunden.</translation>
    </message>
    <message>
        <source>Has no rate limit.</source>
        <translation>Hat kein Ratenlimit.</translation>
    </message>
    <message>
        <source>Works for more than a year.</source>
        <translation>Gilt länger als ein Jahr.</translation>
    </message>
    <message>
        <source>Changes real data in Production.</source>
        <translation>Ändert echte Daten in Produktion.</translation>
    </message>
    <message>
        <source>Rotated</source>
        <translation>Rotiert</translation>
    </message>
    <message>
        <source>Regenerated</source>
        <translation>Neu erzeugt</translation>
    </message>
    <message>
        <source>Changed until when the old key works</source>
        <translation>Geändert, bis wann der alte Schlüssel gilt</translation>
    </message>
    <message>
        <source>Stopped the old key</source>
        <translation>Alten Schlüssel gestoppt</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Leaked</source>
        <translation>Bekannt geworden</translation>
    </message>
    <message>
        <source>Token ID</source>
        <translation>Token-ID</translation>
    </message>
    <message>
        <source>Old token ID</source>
        <translation>Alte Token-ID</translation>
    </message>
    <message>
        <source>Old key works until</source>
        <translation>Alter Schlüssel gilt bis</translation>
    </message>
    <message>
        <source>stopped by hand</source>
        <translation>wird von Hand gestoppt</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Rotating</source>
        <translation>In Rotation</translation>
    </message>
    <message>
        <source>Keys of which the old token still works</source>
        <translation>Schlüssel, deren altes Token noch gilt</translation>
    </message>
    <message>
        <source>Keys that were cut off and keep their history</source>
        <translation>Schlüssel, die gesperrt sind und ihren Verlauf behalten</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>field: before → after</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>Rate limited</source>
        <translation>Limit erreicht</translation>
    </message>
    <message>
        <source>Rejections up</source>
        <translation>Mehr Abweisungen</translation>
    </message>
    <message>
        <source>Over-privileged</source>
        <translation>Überberechtigt</translation>
    </message>
    <message>
        <source>A tenth of the last day&apos;s requests or more were over the limit</source>
        <translation>Mindestens ein Zehntel der Anfragen des letzten Tages lag über dem Limit</translation>
    </message>
    <message>
        <source>More than twice as many rejections in the last day as usual</source>
        <translation>Am letzten Tag mehr als doppelt so viele Abweisungen wie üblich</translation>
    </message>
    <message>
        <source>Active keys that didn&apos;t use half of their permissions, or more, in 90 days</source>
        <translation>Aktive Schlüssel, die mindestens die Hälfte ihrer Berechtigungen 90 Tage lang nicht verwendet haben</translation>
    </message>
    <message>
        <source>Changed the permission catalogue</source>
        <translation>Berechtigungskatalog geändert</translation>
    </message>
    <message>
        <source>Imported a permission catalogue</source>
        <translation>Berechtigungskatalog importiert</translation>
    </message>
    <message>
        <source>Undid a change of the permission catalogue</source>
        <translation>Änderung des Berechtigungskatalogs rückgängig gemacht</translation>
    </message>
    <message>
        <source>Added a customer</source>
        <translation>Kunden hinzugefügt</translation>
    </message>
    <message>
        <source>Changed a customer</source>
        <translation>Kunden geändert</translation>
    </message>
    <message>
        <source>Deleted a customer</source>
        <translation>Kunden gelöscht</translation>
    </message>
    <message>
        <source>Undid a change of a customer</source>
        <translation>Änderung eines Kunden rückgängig gemacht</translation>
    </message>
    <message>
        <source>External ID</source>
        <translation>Externe ID</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Possibly exposed</source>
        <translation>Womöglich offengelegt</translation>
    </message>
    <message>
        <source>showing it</source>
        <comment>what a kept key was taken for</comment>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>copying it</source>
        <comment>what a kept key was taken for</comment>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field: value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Dismissed “Possibly exposed”</source>
        <translation>„Womöglich offengelegt“ ausgeblendet</translation>
    </message>
    <message>
        <source>Changed the rules of gateways</source>
        <translation>Regeln der Gateways geändert</translation>
    </message>
    <message>
        <source>Undid a change of the rules of gateways</source>
        <translation>Änderung der Gateway-Regeln rückgängig gemacht</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Old key stops %1</source>
        <comment>in 22 h</comment>
        <translation>Alter Schlüssel endet %1</translation>
    </message>
    <message>
        <source>Old key works until you stop it</source>
        <translation>Alter Schlüssel gilt, bis Sie ihn stoppen</translation>
    </message>
    <message>
        <source>Changed by an import</source>
        <translation>Durch einen Import geändert</translation>
    </message>
    <message>
        <source>Changed how long requests are kept</source>
        <translation>Geändert, wie lange Anfragen aufbewahrt werden</translation>
    </message>
    <message>
        <source>Added a person or program</source>
        <translation>Eine Person oder ein Programm hinzugefügt</translation>
    </message>
    <message>
        <source>Changed a person or program</source>
        <translation>Eine Person oder ein Programm geändert</translation>
    </message>
    <message>
        <source>Removed a person or program</source>
        <translation>Eine Person oder ein Programm entfernt</translation>
    </message>
    <message>
        <source>Gave a person or program a new token</source>
        <translation>Einer Person oder einem Programm ein neues Token gegeben</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <comment>rules</comment>
        <translation>Entfernt: %1</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <comment>rules</comment>
        <translation>Hinzugefügt: %1</translation>
    </message>
    <message>
        <source>Old: stops %1</source>
        <comment>key; in 22 h</comment>
        <translation>Alt: endet %1</translation>
    </message>
    <message>
        <source>Expires %1</source>
        <comment>in 3 days</comment>
        <translation>Läuft %1 ab</translation>
    </message>
    <message>
        <source>Keys whose token stood readable in the address of a logged request, and was not replaced since</source>
        <translation>Schlüssel, deren Token lesbar in der Adresse einer protokollierten Anfrage stand und seither nicht ersetzt wurde</translation>
    </message>
    <message>
        <source>Can do everything about billing.</source>
        <translation>Darf alles, was die Abrechnung betrifft.</translation>
    </message>
</context>
</TS>
