### Was mit einem Feld eines Formulars nicht stimmt, als ein Satz neben dem Feld.

field-label-reason = Begründung

field-reason = Geben Sie eine Begründung an, höchstens 500 Zeichen und in einer Zeile.
field-until = Geben Sie ein Datum an, das in der Zukunft liegt, höchstens ein Jahr voraus, zum Beispiel 2027-03-01.
field-from = Geben Sie ein Datum an, zum Beispiel 2027-03-01, oder lassen Sie das Feld leer.
field-grace = Wählen Sie, ob es aufgeschoben werden darf, und wie.
field-days = Geben Sie die Anzahl der Tage an, von 1 bis 366.
field-skips = Geben Sie an, wie oft es aufgeschoben werden darf, von 1 bis 100.
field-whom = Wählen Sie, wen die Regel betrifft.
field-value = Dafür kann die Regel nicht gelten. Eine Domain sieht aus wie acme.example, eine Adresse wie ada@acme.example; nur bei „Alle“ ist kein Wert nötig.
field-addresses = Geben Sie E-Mail-Adressen ein, jede in einer eigenen Zeile.
field-effect = Wählen Sie, was die Regel bewirkt.
field-reach = Wählen Sie, ab wann die Regel für Personen gilt, die schon angemeldet sind.
field-remember = Wählen Sie, ob Geräte gemerkt werden dürfen.
field-hours = Geben Sie die Anzahl der Stunden an, von 1 bis 8760.
field-recovery = Wählen Sie Ja oder Nein.
field-email = Wählen Sie Ja oder Nein. Authenticator-Apps oder Codes per E-Mail müssen angenommen werden, mindestens eines von beiden.
field-max-age = Geben Sie die Anzahl der Minuten an, von 1 bis 525600, oder lassen Sie das Feld leer.
field-status = Diesen Status gibt es nicht.
field-user = Geben Sie die Kennung einer Person ein.
field-other = Der Wert in diesem Feld ist nicht zulässig.
