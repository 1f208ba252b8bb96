### Die Seite, die nach einem Code fragt.

challenge-title = Code eingeben
challenge-title-recovery = Wiederherstellungscode eingeben
challenge-title-step-up = Bestätigen, dass Sie es sind

challenge-step-up = Der nächste Schritt ist wichtig. Dafür ist ein neuer Code nötig, obwohl Sie angemeldet sind.
challenge-on-trial = Ihre App wurde mit einem Code aus einer E-Mail hinzugefügt. Zu Ihrer Sicherheit gilt sie hierfür erst ab dem { $until }.

challenge-recovery = Wiederherstellungscodes sind die Codes, die Sie gesichert haben, als Sie die Zwei-Faktor-Anmeldung für { $issuer } eingeschaltet haben. Geben Sie einen ein, den Sie noch nicht verwendet haben. Jeder gilt nur einmal.
challenge-app = Öffnen Sie Ihre Authenticator-App und geben Sie den <span class="cs-nowrap">{ $digits }-stelligen</span> Code für <strong>{ $issuer }</strong> ein.
challenge-app-named = Öffnen Sie Ihre Authenticator-App („{ $name }“) und geben Sie den <span class="cs-nowrap">{ $digits }-stelligen</span> Code für <strong>{ $issuer }</strong> ein.

challenge-wait = <strong>Es waren zu viele falsche Codes.</strong> Ab { $until } können Sie es wieder versuchen.
challenge-wait-three = Sind Sie es wirklich? Dann kommen Sie auch mit drei richtigen Codes nacheinander hinein; jeder davon muss ein neuer sein.
challenge-wait-over = Die Wartezeit ist vorbei: Sie können es jetzt wieder versuchen.

challenge-code-label = { $digits }-stelliger Code
challenge-code-hint = Der Code wechselt oft; geben Sie den ein, den Ihre App gerade anzeigt.
challenge-code-digits = { $digits } Ziffern
challenge-recovery-label = Wiederherstellungscode
challenge-recovery-hint = 25 Buchstaben und Ziffern. Bindestriche, Leerzeichen und Groß- oder Kleinschreibung spielen keine Rolle.

challenge-code-wrong = Dieser Code ist nicht richtig. Prüfen Sie die Uhrzeit auf Ihrem Handy: Sie sollte automatisch eingestellt sein. Geben Sie dann den Code ein, den die App gerade anzeigt.
challenge-code-spent = Dieser Code wurde schon verwendet. Warten Sie auf den nächsten.
challenge-code-malformed = Geben Sie die { $digits } Ziffern ein, die Ihre App anzeigt, und sonst nichts.
challenge-recovery-wrong = Dieser Wiederherstellungscode ist nicht richtig, oder er wurde schon verwendet. Prüfen Sie jeden Buchstaben und jede Ziffer. Ältere Codes, die Sie durch neue ersetzt haben, gelten nicht mehr.
challenge-recovery-spent = Dieser Wiederherstellungscode wurde schon verwendet. Geben Sie einen anderen von Ihrer Liste ein.
challenge-recovery-malformed = Ein Wiederherstellungscode hat 25 Buchstaben und Ziffern, in fünf Fünfergruppen. Prüfen Sie, ob etwas fehlt.
challenge-unavailable = Diese Methode ist nicht verfügbar. Verwenden Sie die hier angezeigte.
challenge-tries-left =
    { $count ->
        [one] Sie haben noch { $count } Versuch.
       *[other] Sie haben noch { $count } Versuche.
    }

challenge-remember = Dieses Gerät { $period } lang merken
challenge-remember-hint = Nur auf einem Gerät, das niemand sonst verwendet. Bis die Zeit um ist, werden Sie auf diesem Gerät nicht nach einem Code gefragt.

challenge-continue = Weiter
challenge-confirm = Bestätigen

challenge-other = Andere Methode wählen
challenge-use-recovery = Wiederherstellungscode verwenden
challenge-use-app = Authenticator-App verwenden
challenge-lost-codes = Keine Wiederherstellungscodes mehr und kein Zugriff auf Ihre Authenticator-App?
challenge-lost-both = Handy und Wiederherstellungscodes verloren?
challenge-lost-phone = Handy verloren?
challenge-help = Bitten Sie das Team, das { $issuer } betreut, um Hilfe. Es kann Ihre Zwei-Faktor-Anmeldung zurücksetzen.

challenge-problem = Der Code wurde nicht angenommen
challenge-problem-malformed = Das kann kein Code sein.
challenge-problem-unavailable = Diese Methode ist nicht verfügbar.
challenge-problem-wrong = Dieser Code ist nicht richtig.
challenge-problem-spent = Dieser Code wurde schon verwendet.
challenge-problem-wait = Zu viele Codes waren falsch. Versuchen Sie es später noch einmal.
