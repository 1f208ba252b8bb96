### Die Seite, auf der man eine Methode wählt (select), und Codes per E-Mail: die Seiten, die einen schicken und annehmen (code).

select-title = Wie möchten Sie bestätigen, dass Sie es sind?
select-intro = Verwenden Sie eine dieser Methoden, um bei { $issuer } weiterzumachen. Die zuletzt verwendete steht oben.
select-app = Authenticator-App
select-app-hint = Geben Sie den Code ein, den die App auf Ihrem Handy anzeigt.
select-mail = Code per E-Mail
select-mail-hint = Wir schicken einen Code an { $to }.
select-nothing-title = Bestätigen ist gerade nicht möglich
select-nothing = Keine der Methoden, die Sie eingerichtet haben, kann im Moment verwendet werden.

code-title = Code per E-Mail anfordern
code-title-sent = Code aus der E{"\u2011"}Mail eingeben
code-intro = Wir schicken einen Code an <strong class="cs-break">{ $to }</strong>, die Adresse Ihres Kontos.
code-send = Code an { $to } senden
code-send-again = Neuen Code anfordern
code-sent = Wir haben einen <span class="cs-nowrap">{ $digits }-stelligen</span> Code an <strong class="cs-break">{ $to }</strong> geschickt. Es kann eine Minute dauern, bis er ankommt; sehen Sie auch im Spam-Ordner nach.
code-good-until = Der Code gilt bis { $until } (noch { $left }).
code-over = Dieser Code ist abgelaufen. Fordern Sie einen neuen an.
code-failed = <strong>Die E-Mail konnte nicht gesendet werden.</strong> Fordern Sie einen neuen Code an, oder wählen Sie eine andere Methode.
code-unsure = <strong>Wir wissen nicht, ob die E-Mail angekommen ist.</strong> Wenn sie in einer Minute nicht da ist, fordern Sie einen neuen Code an.
code-only-newest = Nur der neueste Code gilt.
code-again-from = Ab { $until } können Sie einen neuen anfordern.
code-again-now = Sie können jetzt einen neuen anfordern.
code-hint = Geben Sie den neuesten Code ein, den wir Ihnen geschickt haben.
code-use = Code per E-Mail anfordern

code-none = Im Moment können keine Codes per E-Mail verschickt werden.
code-none-unconfirmed = Codes per E-Mail können Sie jetzt nicht verwenden, weil die Adresse Ihres Kontos nicht bestätigt ist.
code-none-shared = Codes per E-Mail können Sie nicht verwenden, weil ein anderes Konto dieselbe Adresse hat.
code-none-no-address = Codes per E-Mail können Sie nicht verwenden, weil Ihr Konto keine Adresse hat.
code-lost = Kein Zugriff auf Ihre E-Mails?

code-wrong = Dieser Code ist nicht richtig. Geben Sie den neuesten Code ein, den wir Ihnen geschickt haben.
code-spent = Dieser Code wurde schon verwendet. Fordern Sie einen neuen an.
code-expired = Keiner der Codes, die wir Ihnen dafür geschickt haben, ist noch gültig. Fordern Sie einen neuen an.
code-malformed = Geben Sie die { $digits } Ziffern des Codes ein, und sonst nichts.
code-too-soon = Gerade wurde schon ein Code geschickt, oder es waren viele in der letzten Stunde. Ab { $until } können Sie einen neuen anfordern.

code-title-another = Weitere Methode hinzufügen
code-first = Schalten Sie zuerst Codes per E-Mail ein. Damit zeigen Sie, dass Ihr Konto bei { $issuer } Ihnen gehört. Danach können Sie eine Authenticator-App hinzufügen.
code-intro-ways = Nach Ihrem Passwort geben Sie künftig noch einen kurzen Code ein. So kann sich niemand mit Ihrem Passwort allein bei { $issuer } anmelden. Wählen Sie, woher Ihre Codes kommen.
code-intro-another = Mit einer zweiten Methode können Sie sich anmelden, wenn die erste gerade nicht zur Hand ist. Ihre bisherige funktioniert weiter.
code-app-better = Eine App schützt Sie besser als E-Mail: Die Codes der App verlassen nie Ihr Handy, und sie funktionieren auch ohne Netz.
code-way = Codes per E-Mail
code-way-hint = Bei jeder Anmeldung schicken wir einen Code an <strong class="cs-break">{ $address }</strong>.
code-way-weaker = Wer Ihre E-Mails lesen kann, kann auch diese Codes lesen.
code-way-send = Ersten Code senden
code-confirm-name = Name für diese Methode
code-confirm-name-hint = Damit Sie sie später von anderen unterscheiden können. Höchstens 64 Zeichen.
code-confirm-name-error = Dieser Name kann nicht verwendet werden. Geben Sie 1 bis 64 gewöhnliche Zeichen ein.
code-start-again = Noch einmal beginnen
code-name =
    { $number ->
        [1] Code per E-Mail
       *[other] Code per E-Mail { $number }
    }

code-problem-too-soon = Gerade wurde schon ein Code geschickt, oder es waren viele in der letzten Stunde.
code-problem-expired = Keiner der Codes, die dafür geschickt wurden, ist noch gültig. Fordern Sie einen neuen an.
code-problem-confirm = Codes per E-Mail wurden nicht eingeschaltet
code-problem-first = Zuerst kommen Codes per E-Mail
code-problem-first-detail = Schalten Sie zuerst Codes per E-Mail ein. Damit zeigen Sie, dass das Konto Ihnen gehört.
code-problem-not-yet = Noch nicht
code-problem-not-yet-detail = Gerade wurde schon eine Nachricht geschickt, oder es waren viele in der letzten Stunde. Ab { $until } können Sie wieder eine anfordern.
