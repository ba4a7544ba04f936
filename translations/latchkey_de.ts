<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
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
        <source>New vault</source>
        <translation>Neuer Tresor</translation>
    </message>
    <message>
        <source>Latchkey vaults (*.latchkey)</source>
        <translation>Latchkey-Tresore (*.latchkey)</translation>
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
        <source>Stops the key and moves it to Recently deleted</source>
        <translation>Schaltet den Schlüssel ab und verschiebt ihn nach „Kürzlich gelöscht“</translation>
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
</context>
<context>
    <name>dialogs</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
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
    <name>latchkey::ui::BulkActions</name>
    <message>
        <source>Activating</source>
        <translation>Aktiviert:</translation>
    </message>
    <message>
        <source>Deactivating</source>
        <translation>Deaktiviert:</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Gelöscht:</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Wiederhergestellt:</translation>
    </message>
    <message>
        <source>Activated “%1”</source>
        <translation>„%1“ aktiviert</translation>
    </message>
    <message numerus="yes">
        <source>Activated %n keys</source>
        <translation>
            <numerusform>%n Schlüssel aktiviert</numerusform>
            <numerusform>%n Schlüssel aktiviert</numerusform>
        </translation>
    </message>
    <message>
        <source>Deactivated “%1”</source>
        <translation>„%1“ deaktiviert</translation>
    </message>
    <message numerus="yes">
        <source>Deactivated %n keys</source>
        <translation>
            <numerusform>%n Schlüssel deaktiviert</numerusform>
            <numerusform>%n Schlüssel deaktiviert</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted “%1”</source>
        <translation>„%1“ gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n keys</source>
        <translation>
            <numerusform>%n Schlüssel gelöscht</numerusform>
            <numerusform>%n Schlüssel gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>Restored “%1”</source>
        <translation>„%1“ wiederhergestellt</translation>
    </message>
    <message numerus="yes">
        <source>Restored %n keys</source>
        <translation>
            <numerusform>%n Schlüssel wiederhergestellt</numerusform>
            <numerusform>%n Schlüssel wiederhergestellt</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted “%1” permanently</source>
        <translation>„%1“ endgültig gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n keys permanently</source>
        <translation>
            <numerusform>%n Schlüssel endgültig gelöscht</numerusform>
            <numerusform>%n Schlüssel endgültig gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message numerus="yes">
        <source>%n failed: %1</source>
        <translation>
            <numerusform>%n fehlgeschlagen: %1</numerusform>
            <numerusform>%n fehlgeschlagen: %1</numerusform>
        </translation>
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
        <source>They stop working and move to Recently deleted for %n days. Their history stays in the audit log.</source>
        <translation>
            <numerusform>Sie funktionieren nicht mehr und bleiben %n Tag lang unter „Kürzlich gelöscht“. Ihr Verlauf bleibt im Prüfprotokoll.</numerusform>
            <numerusform>Sie funktionieren nicht mehr und bleiben %n Tage lang unter „Kürzlich gelöscht“. Ihr Verlauf bleibt im Prüfprotokoll.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It stops working and moves to Recently deleted for %n days. Its history stays in the audit log.</source>
        <translation>
            <numerusform>Er funktioniert nicht mehr und bleibt %n Tag lang unter „Kürzlich gelöscht“. Sein Verlauf bleibt im Prüfprotokoll.</numerusform>
            <numerusform>Er funktioniert nicht mehr und bleibt %n Tage lang unter „Kürzlich gelöscht“. Sein Verlauf bleibt im Prüfprotokoll.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was never used.</source>
        <translation>Er wurde nie verwendet.</translation>
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
        <source>%n keys selected</source>
        <translation>
            <numerusform>%n Schlüssel ausgewählt</numerusform>
            <numerusform>%n Schlüssel ausgewählt</numerusform>
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
        <translation>Abgelaufen %1. Ein neues Ablaufdatum macht ihn wieder gültig.</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
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
        <source>%1: %2 → %3</source>
        <comment>field: before → after</comment>
        <translation>%1: %2 → %3</translation>
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
    <name>latchkey::ui::ExpiryField</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
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
        <source>“%1” is not understood</source>
        <translation>„%1“ ist nicht verständlich</translation>
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
    <name>latchkey::ui::IpField</name>
    <message>
        <source>Anywhere. One address or range a line, such as 203.0.113.0/24</source>
        <translation>Von überall. Eine Adresse oder ein Bereich je Zeile, zum Beispiel 203.0.113.0/24</translation>
    </message>
    <message numerus="yes">
        <source>%n more lines are not valid either.</source>
        <translation>
            <numerusform>%n weitere Zeile ist ebenfalls ungültig.</numerusform>
            <numerusform>%n weitere Zeilen sind ebenfalls ungültig.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::KeyActions</name>
    <message numerus="yes">
        <source>Everybody who sees this screen can read the key for %n seconds.</source>
        <translation>
            <numerusform>Wer diesen Bildschirm sieht, kann den Schlüssel %n Sekunde lang lesen.</numerusform>
            <numerusform>Wer diesen Bildschirm sieht, kann den Schlüssel %n Sekunden lang lesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reveal key</source>
        <translation>Schlüssel einblenden</translation>
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
        <source>%n rows copied, without the keys themselves</source>
        <translation>
            <numerusform>%n Zeile kopiert, ohne den Schlüssel selbst</numerusform>
            <numerusform>%n Zeilen kopiert, ohne die Schlüssel selbst</numerusform>
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
        <translation>Vorlage</translation>
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
</context>
<context>
    <name>latchkey::ui::KeyPicker</name>
    <message>
        <source>Search by name, owner or permission</source>
        <translation>Nach Name, Besitzer oder Berechtigung suchen</translation>
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
        <source>This vault is read-only. You can look at the keys, but not change them.</source>
        <translation>Dieser Tresor ist schreibgeschützt. Sie können die Schlüssel ansehen, aber nicht ändern.</translation>
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
</context>
<context>
    <name>latchkey::ui::PermissionTree</name>
    <message>
        <source>Filter permissions</source>
        <translation>Berechtigungen filtern</translation>
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
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::RevokeSheet</name>
    <message>
        <source>The key leaked. Don&apos;t allow &amp;restoring</source>
        <translation>Der Schlüssel ist bekannt geworden. &amp;Wiederherstellen nicht erlauben</translation>
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
        <source>It was never used.</source>
        <translation>Er wurde nie verwendet.</translation>
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
        <source>%n minutes</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
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
        <source>%n seconds</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
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
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
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
</context>
<context>
    <name>latchkey::ui::StartPage</name>
    <message>
        <source>Welcome to Latchkey</source>
        <translation>Willkommen bei Latchkey</translation>
    </message>
    <message>
        <source>Create, restrict and retire API keys. Keys are kept in a vault on this computer.</source>
        <translation>API-Schlüssel erstellen, beschränken und beenden. Die Schlüssel liegen in einem Tresor auf diesem Computer.</translation>
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
        <source>The same, with two dozen example keys to look around</source>
        <translation>Dasselbe, mit zwei Dutzend Beispielschlüsseln zum Umsehen</translation>
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
        <source>Opening the vault</source>
        <translation>Der Tresor wird geöffnet</translation>
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
        <source>%1 %2 of %3</source>
        <comment>Deactivating 12 of 3,000</comment>
        <translation>%1 %2 von %3</translation>
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
        <source>%n days before</source>
        <translation>
            <numerusform>%n Tag vorher</numerusform>
            <numerusform>%n Tage vorher</numerusform>
        </translation>
    </message>
    <message>
        <source>Never used</source>
        <translation>Nie verwendet</translation>
    </message>
    <message numerus="yes">
        <source>%n days after creation</source>
        <translation>
            <numerusform>%n Tag nach dem Erstellen</numerusform>
            <numerusform>%n Tage nach dem Erstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>Unbenutzt</translation>
    </message>
    <message numerus="yes">
        <source>%n days without a request</source>
        <translation>
            <numerusform>%n Tag ohne Anfrage</numerusform>
            <numerusform>%n Tage ohne Anfrage</numerusform>
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
    <name>summary</name>
    <message>
        <source>%1 and %2</source>
        <comment>a list: a, b and c</comment>
        <translation>%1 und %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more things</source>
        <translation>
            <numerusform>%n weitere Berechtigung</numerusform>
            <numerusform>%n weitere Berechtigungen</numerusform>
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
        <source>%n customers</source>
        <translation>
            <numerusform>%n Kunden</numerusform>
            <numerusform>%n Kunden</numerusform>
        </translation>
    </message>
    <message>
        <source>any IP address</source>
        <translation>jeder IP-Adresse</translation>
    </message>
    <message numerus="yes">
        <source>%n IP addresses or ranges</source>
        <translation>
            <numerusform>%n IP-Adresse oder -Bereich</numerusform>
            <numerusform>%n IP-Adressen oder -Bereichen</numerusform>
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
</context>
<context>
    <name>times</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>vor %n Min.</numerusform>
            <numerusform>vor %n Min.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>in %n Min.</numerusform>
            <numerusform>in %n Min.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>vor %n Std.</numerusform>
            <numerusform>vor %n Std.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n h</source>
        <translation>
            <numerusform>in %n Std.</numerusform>
            <numerusform>in %n Std.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months ago</source>
        <translation>
            <numerusform>vor %n Monat</numerusform>
            <numerusform>vor %n Monaten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n months</source>
        <translation>
            <numerusform>in %n Monat</numerusform>
            <numerusform>in %n Monaten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years ago</source>
        <translation>
            <numerusform>vor %n Jahr</numerusform>
            <numerusform>vor %n Jahren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n years</source>
        <translation>
            <numerusform>in %n Jahr</numerusform>
            <numerusform>in %n Jahren</numerusform>
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
        <source>Active keys that expire within %n days</source>
        <translation>
            <numerusform>Aktive Schlüssel, die innerhalb von %n Tag ablaufen</numerusform>
            <numerusform>Aktive Schlüssel, die innerhalb von %n Tagen ablaufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keys that expired within the last %n days</source>
        <translation>
            <numerusform>Schlüssel, die seit höchstens %n Tag abgelaufen sind</numerusform>
            <numerusform>Schlüssel, die seit höchstens %n Tagen abgelaufen sind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Active keys older than %n days that were never used</source>
        <translation>
            <numerusform>Aktive Schlüssel, älter als %n Tag, die nie verwendet wurden</numerusform>
            <numerusform>Aktive Schlüssel, älter als %n Tage, die nie verwendet wurden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Active keys without a use for %n days</source>
        <translation>
            <numerusform>Aktive Schlüssel, seit %n Tag nicht verwendet</numerusform>
            <numerusform>Aktive Schlüssel, seit %n Tagen nicht verwendet</numerusform>
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
</context>
</TS>
