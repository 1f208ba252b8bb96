### Das Protokoll: was mit einer Person geschehen ist, in wenigen Worten ohne Punkt. Die Person wird nicht genannt.

event-challenge-passed = Richtigen Code eingegeben
event-challenge-failed = Falschen Code eingegeben
event-challenge-throttled = Nach zu vielen falschen Codes abgewiesen
event-enrollment-begun = Einrichtung eines zweiten Faktors begonnen
event-authenticator-added = Zweiter Faktor eingerichtet
event-authenticator-renamed = Zweiter Faktor umbenannt
event-authenticator-removed = Zweiter Faktor entfernt
event-recovery-code-used = Wiederherstellungscode verwendet
event-recovery-codes-renewed = Neue Wiederherstellungscodes erstellt
event-device-remembered = Gerät wird ab jetzt gemerkt
event-device-stood-in = Gemerktes Gerät statt eines Codes verwendet
event-device-forgotten = Gerät wird nicht mehr gemerkt
event-device-copied = Kopie eines gemerkten Geräts aufgetaucht; das Gerät wird nicht mehr gemerkt
event-session-signed-out = Abgemeldet
event-credentials-changed = Passwort oder Adresse geändert
event-requirement-began = Zweiter Faktor durch eine Regel zur Pflicht geworden
event-requirement-put-off = Einrichtung aufgeschoben
event-requirement-required = Zweiter Faktor von dieser Person verlangt
event-requirement-released = Von der Pflicht befreit
event-requirement-exempted = Vorübergehend freigestellt
event-requirement-left-to-rules = Wieder den Regeln überlassen
event-administrator-reset = Zurückgesetzt: alles Eingerichtete gelöscht
event-administrator-disabled-on-behalf = Zweiter Faktor stellvertretend für diese Person abgeschaltet
event-rule-added = Regel hinzugefügt
event-rule-removed = Regel entfernt
event-code-sent = Code per E-Mail angefordert
event-confirmation-sent = Link zum Bestätigen der Adresse geschickt
event-address-confirmed = Adresse bestätigt
event-message-not-delivered = Nachricht vielleicht nicht verschickt
event-confirmations-begun = Links zum Bestätigen von Adressen an alle in einer Liste geschickt
event-subject-renamed = Ab jetzt unter einer anderen Kennung bekannt
event-subject-removed = Von der Anwendung entfernt

event-method-totp = Authenticator-App
event-method-recovery = Wiederherstellungscode
event-method-email = Code per E-Mail
event-until = bis { $until }
event-left = noch { $count }
event-lost = { $what }: nicht gesendet
event-unsure = { $what }: unklar, ob gesendet
event-what-code = Code
event-what-confirmation = Link zum Bestätigen

event-everybody = alle
event-by = durch { $who }
