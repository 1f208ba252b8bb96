### Die Adresse eines Kontos bestätigen: die Seite hinter dem Link in der E-Mail, und die Seiten, auf denen man so einen Link anfordert.

address-title = E-Mail-Adresse bestätigen
address-ask = Ist <strong class="cs-break">{ $address }</strong> Ihre Adresse bei { $issuer }? Mit der Schaltfläche bestätigen Sie, dass Sie lesen, was an diese Adresse geschickt wird.
address-confirm = Diese Adresse bestätigen
address-not-yours = Wenn Sie { $issuer } nicht kennen, schließen Sie diese Seite. Dann geschieht nichts.
address-done-title = Die Adresse ist bestätigt
address-done = { $issuer } kann jetzt Codes und Nachrichten an <strong class="cs-break">{ $address }</strong> schicken.
address-already = <strong class="cs-break">{ $address }</strong> ist bestätigt. Sie müssen nichts weiter tun.
address-over-title = Dieser Link gilt nicht mehr
address-over = Er ist mehr als 24 Stunden alt, es wurde ein neuerer geschickt, oder das Konto hat inzwischen eine andere Adresse. Öffnen Sie Ihre Einstellungen der Zwei-Faktor-Anmeldung, um einen neuen Link anzufordern.
address-unknown-title = Dieser Link funktioniert nicht
address-unknown = Vielleicht fehlt ein Teil davon. Öffnen Sie den Link in der E-Mail noch einmal, oder kopieren Sie ihn vollständig.
address-close = Sie können diese Seite schließen und dort weitermachen, wo Sie waren.
address-settings = Einstellungen der Zwei-Faktor-Anmeldung öffnen

address-nothing-title = Es gibt nichts zu bestätigen
address-nothing = Die Adresse Ihres Kontos ist schon bestätigt, oder es gibt keine, die bestätigt werden könnte.
address-first = An <strong class="cs-break">{ $address }</strong> können Codes geschickt werden, sobald Sie bestätigt haben, dass diese Adresse Ihnen gehört.
address-send = Link zum Bestätigen anfordern
address-send-again = Neuen Link anfordern
address-sent = Wir haben einen Link an <strong class="cs-break">{ $address }</strong> geschickt. Er gilt 24 Stunden. Öffnen Sie ihn auf einem beliebigen Gerät, und kommen Sie dann hierher zurück.
address-failed = <strong>Die E-Mail mit dem Link konnte nicht gesendet werden.</strong> Versuchen Sie es noch einmal, oder bitten Sie um Hilfe.
address-again-from = Ab { $until } können Sie einen neuen anfordern.
address-on-its-way = Die E-Mail ist unterwegs.

address-heading = E-Mail-Adresse
address-badge-confirmed = Bestätigt
address-badge-unconfirmed = Nicht bestätigt
address-badge-shared = Mehrfach verwendet
address-used-for = An diese Adresse werden Nachrichten über Ihre Zwei-Faktor-Anmeldung geschickt, und auch Codes, wenn Sie Codes per E-Mail einschalten.
address-first-settings = Bisher ist nicht bestätigt, dass Sie lesen, was an diese Adresse geschickt wird. Solange das so ist, können keine Codes dorthin geschickt werden.
