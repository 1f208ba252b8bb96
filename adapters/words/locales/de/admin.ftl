### Die Seiten der Administration: Personen, eine Person, die Begründung und das Protokoll. Die Regeln stehen in rule.ftl.

admin-navigation = Administration
admin-people = Personen
admin-rules = Regeln
admin-log = Protokoll
admin-own-settings = Meine eigene Zwei-Faktor-Anmeldung

admin-pages = Seiten
admin-previous = Zurück
admin-next = Weiter
admin-page = Seite { $number }
admin-no-such-page = Diese Seite gibt es nicht.
admin-first-page = Erste Seite anzeigen

admin-people-heading = Personen und ihre Zwei-Faktor-Anmeldung
admin-settling = <strong>Die Liste wird noch neu berechnet</strong>, weil Regeln geändert wurden. Öffnen Sie die Seite in einer Minute noch einmal; dann stimmen die Zahlen.
admin-overview = Überblick
admin-have-one =
    { $count ->
        [one] <strong>{ $count } von { $total }</strong> hat einen zweiten Faktor.
       *[other] <strong>{ $count } von { $total }</strong> haben einen zweiten Faktor.
    }
admin-missing =
    { $count ->
        [one] <strong>{ $count }</strong> muss noch einen einrichten:
       *[other] <strong>{ $count }</strong> müssen noch einen einrichten:
    }
admin-nobody-missing = Alle, die einen haben müssen, haben einen.
admin-status-count = { $status }: { $count }
admin-by-status = Alle nach Status:
admin-by-domain = Nach Domain
admin-by-role = Nach Rolle
admin-people-by-domain = Personen nach Domain
admin-people-by-role = Personen nach Rolle
admin-column-have = Haben einen
admin-column-missing = Müssen noch
admin-more-groups =
    { $count ->
        [one] { $count } kleinere wird nicht angezeigt.
       *[other] { $count } kleinere werden nicht angezeigt.
    }
admin-nobody-yet = Bisher ist niemand bekannt.
admin-nobody-yet-why = Bisher ist niemand bekannt. Personen erscheinen hier mit ihrer ersten Anmeldung, oder sofort, wenn die Anwendung ein Verzeichnis der Personen bereitstellt.
admin-those-who-match = Treffer
admin-everybody = Alle
admin-nobody-matches = Keine Treffer. Die Suche vergleicht, womit Name, Adresse oder Kennung <em>beginnen</em>.

admin-search-people = Personen suchen
admin-begins-with = Name, Adresse oder Kennung beginnt mit
admin-status = Status
admin-any = Beliebig
admin-domain = Domain
admin-role = Rolle
admin-tenant = Mandant
admin-search = Suchen
admin-show-everybody = Alle anzeigen
admin-name = Name
admin-roles = Rollen
admin-roles-label = Rollen:
admin-download-everybody = Alle als Tabelle herunterladen (CSV)
admin-download-matching = Treffer als Tabelle herunterladen (CSV)

admin-until = bis { $until }
admin-from = ab { $from }
admin-since = seit { $since }
admin-skips-left =
    { $count ->
        [one] kann noch einmal aufschieben
       *[other] kann noch { $count }-mal aufschieben
    }

admin-why-title = Warum: { $user }
admin-why-heading = Warum von <span class="cs-break">{ $user }</span> ein zweiter Faktor verlangt wird oder nicht
admin-explanation = Erklärung
admin-everything = Alles über diese Person
admin-decided-nobody = Keine Regel, die jetzt gilt, betrifft diese Person. Ein zweiter Faktor wird ihr deshalb angeboten, aber nicht verlangt.
admin-decided-rule = Diese Regel entscheidet: { $rule }.
admin-decided-own = Die Administration ({ $by }) hat über genau diese Person entschieden, und das zählt mehr als jede Regel: { $decision }.
admin-decided-held-rule = Von dieser Person wird seit dem { $since } ein zweiter Faktor verlangt, und zwar nach der Regel „{ $rule }“. Das bleibt so, obwohl es sich aus Adresse, Rollen oder Mandant der Person nicht mehr ergibt, bis die Administration über die Person entscheidet oder die Regel entfernt.
admin-decided-held = Von dieser Person wird seit dem { $since } ein zweiter Faktor verlangt: Sie wurde von der Administration zurückgesetzt, oder das galt schon dort, woher sie kam. Das bleibt so, bis die Administration über die Person entscheidet.
admin-reason-given = Angegebene Begründung: { $reason }

admin-own-require = Diese Person muss einen zweiten Faktor haben
admin-own-require-until = Diese Person muss einen zweiten Faktor haben und kann das bis zum { $until } aufschieben
admin-own-require-for = Diese Person muss einen zweiten Faktor haben und kann das nach Beginn der Pflicht noch { $period } lang aufschieben
admin-own-require-skips =
    { $count ->
        [1] Diese Person muss einen zweiten Faktor haben und kann das einmal aufschieben
       *[other] Diese Person muss einen zweiten Faktor haben und kann das { $count }-mal aufschieben
    }
admin-own-release = Diese Person braucht keinen zweiten Faktor, was auch immer die Regeln sagen
admin-own-exempt = Von dieser Person wird bis zum { $until } nichts verlangt, was auch immer die Regeln sagen
admin-own-ended = Die Administration ({ $by }) hat am { $at } entschieden: { $decision }. Das gilt nicht mehr. Begründung: { $reason }

admin-asked-nothing = Es wird nichts abgefragt.
admin-asked-if-enrolled = Bei der Anmeldung wird ein zweiter Faktor abgefragt, wenn es einen gibt; verlangt wird keiner.
admin-asked-grace = Ein zweiter Faktor wird verlangt; wer keinen hat, kommt bis zum { $until } auch ohne hinein.
admin-asked-always = Ein zweiter Faktor wird verlangt; wer keinen hat, muss zuerst einen einrichten.
admin-asked-recent = Die letzte Bestätigung mit einem zweiten Faktor darf höchstens { $period } her sein.

admin-lost = Regeln, die nicht entschieden haben ({ $count })
admin-lost-more =
    { $count ->
        [one] { $count } weitere, die diese Person nicht betrifft.
       *[other] { $count } weitere, die diese Person nicht betreffen.
    }
admin-lost-own-decides = Die Administration hat über diese Person entschieden.
admin-lost-held-decides = Eine Pflicht, die schon vorher galt, gilt weiter.
admin-lost-farther-away = Eine Regel, die dieser Person näher ist, entscheidet.
admin-lost-less-strict = Eine Regel derselben Art entscheidet, die strenger ist oder ebenso streng ist und früher begann.
admin-lost-not-yet = Sie gilt noch nicht.
admin-lost-not-about = Sie betrifft diese Person nicht.

admin-exempt-kinds = Bei diesen Arten der Anmeldung wird nichts abgefragt: { $kinds }.
admin-exempt-kinds-whatever = Unabhängig von diesen Angaben wird bei diesen Arten der Anmeldung nichts abgefragt: { $kinds }.
admin-kind-sso = Single Sign-on
admin-kind-sso-mfa = Single Sign-on, das mehrere Faktoren abgefragt hat
admin-kind-api-key = API-Schlüssel
admin-kind-service = Dienstkonten

admin-status-why = Status und Erklärung
admin-user = Person
admin-key = Kennung
admin-address = E-Mail-Adresse
admin-not-confirmed = { $address } (nicht bestätigt)
admin-no-address = keine
admin-no-roles = keine
admin-set-up = Was eingerichtet ist
admin-nothing-set-up = Nichts.
admin-kind = Art
admin-recovery-left = Übrige Wiederherstellungscodes
admin-recovery-count = { $count } von { $total }
admin-devices = Gemerkte Geräte
admin-history = Verlauf
admin-history-all = Alles im Protokoll ansehen
admin-own-account = Das ist Ihr eigenes Konto. Über das eigene Konto kann hier niemand entscheiden; wenden Sie sich an eine andere Person aus der Administration.

admin-done-required = Von dieser Person wird jetzt ein zweiter Faktor verlangt.
admin-done-released = Diese Person braucht keinen zweiten Faktor mehr.
admin-done-exempted = Von dieser Person wird nichts verlangt, bis die Freistellung endet.
admin-done-follows-rules = Über diese Person entscheiden wieder die Regeln.
admin-done-reset = Die Zwei-Faktor-Anmeldung dieser Person wurde zurückgesetzt. Alles, was eingerichtet war, ist gelöscht, alle Sitzungen sind beendet, kein Gerät wird mehr gemerkt, und die Person muss alles neu einrichten.

admin-decide = Über diese Person entscheiden
admin-decide-intro = Was hier entschieden wird, zählt mehr als jede Regel. Die Begründung wird im Protokoll aufbewahrt, und die Person kann sie lesen.
admin-require = Zweiten Faktor verlangen
admin-put-off = Darf es aufgeschoben werden?
admin-put-off-no = Nein: sofort
admin-release = Von der Pflicht befreien
admin-release-what = Die Person braucht keinen zweiten Faktor, was auch immer die Regeln sagen, bis jemand etwas anderes entscheidet. Ein eingerichteter wird weiterhin abgefragt.
admin-release-button = Person von der Pflicht befreien
admin-exempt = Vorübergehend freistellen
admin-exempt-what = Bis dahin wird von der Person nichts verlangt, auch kein zweiter Faktor, der schon eingerichtet ist. Danach gelten von selbst wieder die Regeln.
admin-last-day = Letzter Tag (UTC)
admin-exempt-button = Diese Person freistellen
admin-follow = Wieder den Regeln folgen
admin-follow-what = Was über diese Person entschieden wurde, und eine Pflicht, die bisher galt, werden aufgehoben. Von da an zählen nur die Regeln.
admin-follow-button = Die Regeln entscheiden lassen
admin-reason-hint = Sie wird im Protokoll aufbewahrt.
admin-reason-hint-user = Sie wird im Protokoll aufbewahrt, und die Person kann sie lesen.
admin-reason-hint-activation = Die Person liest sie auf der Seite, auf der sie den zweiten Faktor einrichtet.
admin-reason-hint-reset = Wie Sie sich vergewissert haben, dass es wirklich diese Person ist. Das wird im Protokoll aufbewahrt.

admin-reset-title = Handy und Wiederherstellungscodes verloren?
admin-reset-what = Das Zurücksetzen löscht alle Apps, Wiederherstellungscodes und gemerkten Geräte und beendet jede Sitzung, in der ein zweiter Faktor verwendet wurde. Die Person wird per E-Mail benachrichtigt und muss bei der nächsten Anmeldung alles neu einrichten. Vergewissern Sie sich, dass wirklich diese Person darum bittet.
admin-reset = Zwei-Faktor-Anmeldung zurücksetzen
admin-reset-button = Alles löschen, was { $user } eingerichtet hat

admin-entries = Einträge
admin-search-log = Protokoll durchsuchen
admin-key-of-user = Kennung einer Person
admin-show-everything = Alles anzeigen
admin-nothing-about-user = Über diese Person gibt es keine Einträge.
admin-nothing-yet = Bisher ist nichts geschehen.

admin-address-open = Adresse nicht bestätigt
admin-address-shared = Ein anderes Konto hat dieselbe Adresse, deshalb werden keine Codes und keine Links an sie geschickt.
admin-resend = Link noch einmal senden
admin-resend-hint = Die Person bekommt eine E-Mail mit einem Link zum Bestätigen der Adresse. Ein früher geschickter Link gilt dann nicht mehr.
admin-done-confirmation = Die E-Mail mit dem Link ist unterwegs.
admin-confirm-many = Adressen bestätigen lassen
admin-confirm-many-what = Alle in dieser Liste, deren Adresse nicht bestätigt ist, bekommen einmal eine E-Mail mit einem Link. Der Versand läuft im Hintergrund weiter.
admin-confirm-everybody = Links an alle senden
admin-confirm-matching = Links an die Treffer senden
admin-confirm-progress = Stand des Versands
admin-nothing-to-confirm = Es gibt nichts zu bestätigen
admin-nothing-to-confirm-detail = Die Adresse ist schon bestätigt, es gibt keine, die bestätigt werden könnte, oder hier werden keine E-Mails verschickt.
admin-confirmations = Bestätigung von Adressen
admin-confirmations-progress = Links per E-Mail
admin-confirmations-none = Bisher wurden noch keine Links an viele Personen auf einmal geschickt.
admin-confirmations-run = Begonnen am { $began }. Der Versand läuft noch.
admin-confirmations-ended = Begonnen am { $began }, beendet am { $ended }.
admin-confirmations-seen = Geprüfte Personen
admin-confirmations-sent = Verschickte Links
admin-confirmations-left = Vom Mailserver noch nicht angenommen
admin-confirmations-confirmed = Bestätigt
admin-confirmations-recent = Bekamen schon in der letzten Stunde einen Link
admin-confirmations-without = Keine Adresse oder die Adresse mehrerer Konten
admin-confirmations-failed = Nicht zustellbar
admin-confirmations-unsure = Vielleicht nicht zugestellt
admin-confirmations-unsure-hint = Wer vielleicht keinen Link bekommen hat, bekommt bei diesem Versand keinen weiteren, damit niemand zwei bekommt. Senden Sie den Link auf der Seite der Person noch einmal.
admin-confirmations-by-itself = Die Zahlen werden alle fünf Sekunden aktualisiert.
admin-confirmations-still = Nicht mehr aktualisieren
admin-confirmations-again = Aktuelle Zahlen anzeigen
