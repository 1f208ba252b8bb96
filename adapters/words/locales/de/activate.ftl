### Zwei-Faktor-Anmeldung einschalten: die Seite, die erklärt (activate), die mit dem QR-Code (confirm) und die mit den Wiederherstellungscodes (codes).

activate-title = Zwei-Faktor-Anmeldung einschalten
activate-title-another = Weitere Authenticator-App hinzufügen
activate-title-app = Authenticator-App hinzufügen
activate-heading = <span class="cs-nowrap">Zwei-Faktor-</span>Anmeldung einschalten

activate-expired = <strong>Die Einrichtung wurde nicht rechtzeitig abgeschlossen und ist deshalb beendet.</strong> Es hat sich nichts geändert. Bitte beginnen Sie noch einmal; Sie bekommen einen neuen QR-Code. Wenn Ihre App schon einen Eintrag vom letzten Versuch zeigt, löschen Sie diesen Eintrag.

activate-needs-app = <strong>Um weiterzumachen, brauchen Sie eine Authenticator-App.</strong> Codes per E-Mail genügen dafür nicht. Das Einrichten dauert etwa zwei Minuten; danach geht es dort weiter, wo Sie hinwollten.
activate-intro-app = Eine App schützt Sie besser als Codes per E-Mail, und manche Schritte sind bei { $issuer } nur mit einer App möglich.

activate-needed = <strong>Für Ihr Konto ist das Pflicht.</strong>
activate-skips =
    { $count ->
        [1] Sie können es noch einmal aufschieben.
       *[other] Sie können es noch { $count }-mal aufschieben.
    }
activate-needed-first = <strong>Für Ihr Konto ist das nötig, bevor Sie weitermachen können.</strong>
activate-overdue = Es ist seit dem { $since } fällig.
activate-grace = <strong>Ab dem { $until } ist das für Ihr Konto Pflicht.</strong>
activate-grace-until-then = Bis dahin geht es auch ohne.
activate-announced = <strong>Ab dem { $from } wird das für Ihr Konto Pflicht.</strong>
activate-announced-now = Sie können es schon jetzt erledigen.
activate-exempt = Bis zum { $until } wird von Ihnen nichts verlangt. Sie können die Zwei-Faktor-Anmeldung trotzdem einschalten.
activate-required = Diese Website verlangt für Ihr Konto die Zwei-Faktor-Anmeldung.

activate-intro = Nach Ihrem Passwort geben Sie künftig noch einen kurzen Code ein, den eine App auf Ihrem Handy anzeigt. So kann sich niemand mit Ihrem Passwort allein bei { $issuer } anmelden.
activate-intro-another = Mit einer zweiten App, zum Beispiel auf einem anderen Handy, können Sie sich anmelden, wenn die erste nicht zur Hand ist. Die App, die Sie schon haben, funktioniert weiter.

activate-step-app = Authenticator-App bereithalten
activate-step-app-hint = Jede ist geeignet, zum Beispiel Google Authenticator, Microsoft Authenticator, Duo, FreeOTP oder ein Passwort-Manager, der solche Codes anzeigt.
activate-step-scan = QR-Code mit der App scannen
activate-step-scan-hint = Wir zeigen ihn auf der nächsten Seite. Sie können auch einen <span class="cs-nowrap">Einrichtungsschlüssel</span> eintippen.
activate-step-code = Code eingeben, den die App anzeigt
activate-step-code-hint = So ist sicher, dass alles funktioniert.
activate-step-code-then = Danach bekommen Sie Wiederherstellungscodes für den Fall, dass Sie Ihr Handy verlieren.

activate-show = QR-Code anzeigen
activate-show-hint = Er wird nur einmal angezeigt. Halten Sie also Ihr Handy bereit.
activate-not-now = Nicht jetzt (noch { $count }-mal)
activate-not-now-back = Nicht jetzt, zurück zu { $issuer }

confirm-title-scan = QR-Code scannen
confirm-title-code = Code aus Ihrer App eingeben

confirm-scan = Fügen Sie in Ihrer Authenticator-App ein Konto hinzu, und richten Sie dazu die Kamera auf dieses Quadrat.
confirm-qr = QR-Code für Ihre Authenticator-App. Wenn Sie ihn nicht scannen können, verwenden Sie den Einrichtungsschlüssel weiter unten.
confirm-shown-as-account = In der App erscheint das Konto als <strong>{ $issuer }</strong>, <span class="cs-break">{ $account }</span>.
confirm-shown-as = In der App erscheint das Konto als <strong>{ $issuer }</strong>.
confirm-open = In einer App auf diesem Handy öffnen
confirm-cannot-scan = Scannen geht nicht?
confirm-type-key = Wählen Sie in der App die Eingabe eines Einrichtungsschlüssels, und tippen Sie diesen ein. Leerzeichen spielen keine Rolle. Wenn die App nach der Art fragt, wählen Sie „zeitbasiert“.
confirm-key = Einrichtungsschlüssel
confirm-copy-key = Schlüssel kopieren
confirm-keep-key = Behalten Sie ihn für sich: Wer diesen Schlüssel hat, kann Ihre Codes erzeugen.
confirm-open-here = Wenn die App auf dem Gerät ist, das Sie gerade verwenden, können Sie auch <a href="{ $href }">die Einrichtung in dieser App öffnen</a>.
confirm-again = Geben Sie den Code ein, den Ihre App gerade anzeigt. Der QR-Code wird nur einmal angezeigt; wenn Sie ihn nicht gescannt haben, <a href="{ $href }">beginnen Sie noch einmal</a>.

confirm-then = Dann den Code eingeben, den die App anzeigt
confirm-code-hint =
    { $count ->
        [one] Er wechselt jede Sekunde.
       *[other] Er wechselt alle { $count } Sekunden.
    }
confirm-name = Name für diese App
confirm-name-hint = Damit Sie sie später von anderen unterscheiden können, zum Beispiel „Mein Handy“. Höchstens 64 Zeichen.
confirm-name-error = Dieser Name kann nicht verwendet werden. Geben Sie 1 bis 64 gewöhnliche Zeichen ein und danach den Code, den Ihre App gerade anzeigt.
confirm-name-proposed = Authenticator-App
confirm-name-proposed-numbered = Authenticator-App { $number }
confirm-enable = Bestätigen und einschalten
confirm-start-again = Mit einem neuen QR-Code noch einmal beginnen

confirm-problem = Die App wurde nicht eingerichtet
confirm-problem-name = Dieser Name kann nicht verwendet werden.
confirm-problem-malformed = Das kann kein Code sein.
confirm-problem-wrong = Dieser Code ist nicht richtig.

codes-title = Wiederherstellungscodes sichern
codes-activated = <strong>Die Zwei-Faktor-Anmeldung ist eingeschaltet.</strong>
codes-app = „{ $name }“ erzeugt jetzt Ihre Codes.
codes-mail = Ihre Codes kommen ab jetzt per E-Mail.
codes-renewed = <strong>Sie haben neue Wiederherstellungscodes.</strong> Die alten gelten nicht mehr.
codes-intro = Wenn Sie Ihr Handy verlieren, können Sie sich mit einem Wiederherstellungscode auch ohne Handy anmelden. Jeder Code gilt nur einmal. <strong>Die Codes werden nur jetzt angezeigt.</strong> Sichern Sie sie also, bevor Sie weitermachen: auf Papier oder in einem Passwort-Manager, aber nicht auf dem Handy mit der App.
codes-intro-mail = Wenn Sie nicht an Ihre E-Mails kommen, können Sie sich mit einem Wiederherstellungscode auch ohne sie anmelden. Jeder Code gilt nur einmal. <strong>Die Codes werden nur jetzt angezeigt.</strong> Sichern Sie sie also, bevor Sie weitermachen: auf Papier oder in einem Passwort-Manager, aber nicht in Ihrem Postfach.
codes-print-title = { $issuer }: Wiederherstellungscodes
codes-list = Wiederherstellungscodes
codes-download = Herunterladen
codes-copy = Kopieren
codes-print = Drucken
codes-continue = Ich habe sie gesichert, weiter
codes-file-name = { $issuer }-Wiederherstellungscodes.txt
codes-file-title = Wiederherstellungscodes für { $issuer } ({ $account })
codes-file-once = Jeder Code gilt nur einmal.
