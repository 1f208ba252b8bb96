### Die Seite der Regeln: wer einen zweiten Faktor haben muss.

rule-heading = Wer einen zweiten Faktor haben muss
rule-added = Die Regel ist hinzugefügt. Sie gilt ab dem nächsten Aufruf oder ab ihrem Datum.
rule-removed = Die Regel ist entfernt.
rule-odd =
    { $count ->
        [one] <strong>{ $count } Regel</strong> sollten Sie sich ansehen; warum, steht daneben.
       *[other] <strong>{ $count } Regeln</strong> sollten Sie sich ansehen; warum, steht jeweils daneben.
    }
rule-made-here = Hier erstellte Regeln
rule-none-yet = Es gibt noch keine.
rule-add-below = Fügen Sie unten eine hinzu.
rule-which-decides = Es entscheidet die Regel, die einer Person am nächsten ist: zuerst eine über die Person selbst, dann eine über eine Rolle, dann über eine Adresse oder Liste, dann über eine Domain, zuletzt eine über alle. Von zwei gleich nahen entscheidet die strengere.
rule-of-application = Regeln der Anwendung
rule-of-application-hint = Diese Regeln sind Teil des Programms und können hier nicht geändert werden.
rule-of-application-none = Keine: Alle dürfen einen zweiten Faktor haben, und niemand muss.
rule-more = { $count } weitere.

rule-sentence-require =
    { $kind ->
        [role] Alle mit der Rolle { $value } müssen einen zweiten Faktor haben
        [domain] Alle mit einer Adresse bei { $value } müssen einen zweiten Faktor haben
        [domain_and_below] Alle mit einer Adresse bei { $value } oder einer Subdomain davon müssen einen zweiten Faktor haben
        [address] Wer die Adresse { $value } hat, muss einen zweiten Faktor haben
        [list] Alle auf der Liste { $value } müssen einen zweiten Faktor haben
        [user] Die Person { $value } muss einen zweiten Faktor haben
       *[everyone] Alle müssen einen zweiten Faktor haben
    }
rule-sentence-offer =
    { $kind ->
        [role] Alle mit der Rolle { $value } dürfen einen zweiten Faktor haben
        [domain] Alle mit einer Adresse bei { $value } dürfen einen zweiten Faktor haben
        [domain_and_below] Alle mit einer Adresse bei { $value } oder einer Subdomain davon dürfen einen zweiten Faktor haben
        [address] Wer die Adresse { $value } hat, darf einen zweiten Faktor haben
        [list] Alle auf der Liste { $value } dürfen einen zweiten Faktor haben
        [user] Die Person { $value } darf einen zweiten Faktor haben
       *[everyone] Alle dürfen einen zweiten Faktor haben
    }
rule-sentence-off =
    { $kind ->
        [role] Niemand mit der Rolle { $value } hat einen zweiten Faktor
        [domain] Niemand mit einer Adresse bei { $value } hat einen zweiten Faktor
        [domain_and_below] Niemand mit einer Adresse bei { $value } oder einer Subdomain davon hat einen zweiten Faktor
        [address] Wer die Adresse { $value } hat, hat keinen zweiten Faktor
        [list] Niemand auf der Liste { $value } hat einen zweiten Faktor
        [user] Die Person { $value } hat keinen zweiten Faktor
       *[everyone] Niemand hat einen zweiten Faktor
    }

rule-from = Ab dem { $from }.
rule-holds-from = Sie gilt ab dem { $from }.
rule-begins = Sie beginnt am { $from }.
rule-grace-until = Kann bis zum { $until } aufgeschoben werden.
rule-grace-for = Kann nach Beginn der Pflicht noch { $period } lang aufgeschoben werden.
rule-grace-skips =
    { $count ->
        [1] Kann einmal aufgeschoben werden.
       *[other] Kann { $count }-mal aufgeschoben werden.
    }
rule-reaches-sign-in = Gilt für jede Person erst ab ihrer nächsten Anmeldung.
rule-remembers-never = Geräte werden nicht gemerkt.
rule-remembers-for = Geräte dürfen { $period } lang gemerkt werden.
rule-asked-again = Eine Bestätigung gilt { $period } lang, dann wird erneut gefragt.
rule-no-recovery-codes = Wiederherstellungscodes werden nicht angenommen.
rule-no-apps = Authenticator-Apps werden nicht angenommen.
rule-no-mail = Codes per E-Mail werden nicht angenommen.
rule-made-by = Erstellt von { $who }, { $at }
rule-made-by-application = Von der Anwendung festgelegt
rule-author = { $who }, { $at }
rule-author-application = die Anwendung

rule-finding = <strong>Bitte ansehen:</strong> { $finding }
rule-matches-nobody = Diese Regel betrifft niemanden, der bisher bekannt ist.
rule-contradicts = Sie widerspricht „{ $rule }“. Von beiden entscheidet die strengere.
rule-shadowed = Sie ändert nichts, denn „{ $rule }“ sagt das schon.

rule-remove = Entfernen<span class="cs-sr">: { $rule }</span>
rule-remove-what = Was nur diese Regel verlangt hat, wird dann von niemandem mehr verlangt.
rule-remove-button = Diese Regel entfernen<span class="cs-sr">: { $rule }</span>

rule-add = Regel hinzufügen
rule-whom = Wen betrifft sie?
rule-whom-domain = Alle mit einer Adresse bei dieser Domain
rule-whom-domain-and-below = Alle mit einer Adresse bei dieser Domain oder einer Subdomain davon
rule-whom-address = Wer diese E-Mail-Adresse hat
rule-whom-list = Alle auf einer Liste von E-Mail-Adressen
rule-whom-role = Alle mit dieser Rolle
rule-whom-user = Die Person mit dieser Kennung
rule-whom-everyone = Alle
rule-value = Domain, Adresse, Rolle, Kennung der Person oder Name der Liste
rule-value-hint = Für „Alle“ leer lassen.
rule-list = Für eine Liste: ihre Adressen
rule-list-addresses = E-Mail-Adressen
rule-list-hint = Eine pro Zeile, bis zu etwa 400. Längere Listen gehören in die Anwendung.
rule-effect = Was bewirkt sie?
rule-effect-require = Diese Personen müssen einen zweiten Faktor haben
rule-effect-offer = Diese Personen dürfen einen zweiten Faktor haben
rule-effect-off = Diese Personen haben keinen zweiten Faktor und werden nicht gefragt
rule-from-which-day = Ab welchem Tag (UTC)?
rule-from-hint = Leer: sofort. Wer einen zweiten Faktor haben muss, erfährt das schon vor diesem Tag.
rule-put-off = Darf die Einrichtung aufgeschoben werden?
rule-put-off-until = Bis zum Ende dieses Tages (UTC)
rule-put-off-last-day = Letzter Tag, an dem aufgeschoben werden darf
rule-put-off-days = So viele Tage, nachdem die Pflicht für eine Person beginnt
rule-put-off-how-many-days = Wie viele Tage aufgeschoben werden darf
rule-put-off-times = So oft, einmal bei jeder Anmeldung
rule-put-off-how-often = Wie oft aufgeschoben werden darf
rule-more-settings = Mehr: laufende Sitzungen, gemerkte Geräte, erneutes Fragen
rule-reach = Ab wann gilt sie für Angemeldete?
rule-reach-request = Für alle ab dem nächsten Aufruf
rule-reach-sign-in = Erst ab der nächsten Anmeldung
rule-remember = Dürfen Geräte gemerkt werden?
rule-remember-default = Wie überall sonst
rule-remember-never = Nie
rule-remember-hours = So viele Stunden lang:
rule-hours = Stunden
rule-max-age = Nach so vielen Minuten erneut fragen
rule-max-age-hint = Leer: einmal in jeder Sitzung.
rule-recovery = Werden Wiederherstellungscodes angenommen?
rule-recovery-hint = Wenn nicht: Wer die App verliert, muss sich an die Administration wenden.
rule-apps = Werden Authenticator-Apps angenommen?
rule-mail = Werden Codes per E-Mail angenommen?
rule-mail-hint = Sie schützen weniger als eine App. Wer noch nichts hat, was angenommen wird, bestätigt noch einmal mit dem Bisherigen, um etwas einzurichten, das angenommen wird.
rule-yes = Ja
rule-no = Nein
rule-reason-hint = Die Personen lesen sie, wenn sie zur Einrichtung aufgefordert werden.
rule-add-button = Regel hinzufügen
