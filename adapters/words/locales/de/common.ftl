### Was auf mehr als einer Seite steht.

common-title = Zwei-Faktor-Anmeldung
common-error-title = Fehler: { $title }

common-account = Konto:
common-acting = { $actor } als { $who }
common-sign-out = Abmelden

common-back-home = Zurück zu { $issuer }
common-back-settings = Zurück zu den Einstellungen der Zwei-Faktor-Anmeldung

common-reason = Begründung: { $reason }

common-added = Hinzugefügt
common-last-used = Zuletzt verwendet
common-never-used = Noch nie

common-copied = Kopiert.
common-copy-by-hand = Ihr Browser hat das nicht erlaubt. Der Text ist markiert: Bitte kopieren Sie ihn selbst.

common-sentence = { $text }.
common-separator = { "; " }
