### Die Einstellungen einer Person; und (on-behalf) die Seite einer Person, die für eine andere handelt.

settings-title = Zwei-Faktor-Anmeldung

settings-name-error = Dieser Name kann nicht verwendet werden, deshalb hat sich nichts geändert. Ein Name hat 1 bis 64 gewöhnliche Zeichen.
settings-renamed = Der neue Name ist gespeichert.
settings-removed = Die Methode ist entfernt. Codes von dort gelten hier nicht mehr; wenn es eine App war, können Sie den Eintrag in der App löschen.
settings-forgotten = Erledigt. Auf einem Gerät, das nicht mehr gemerkt wird, wird ab jetzt nach einem Code gefragt.

settings-status = Status
settings-on = Ein
settings-off = Aus
settings-status-off = Abgeschaltet

settings-switched-off = Die Zwei-Faktor-Anmeldung ist für Sie abgeschaltet. Sie werden nicht nach einem Code gefragt und müssen nichts tun.
settings-exempt-active = Bis zum { $until } werden Sie nicht nach einem Code gefragt.
settings-active = Nach Ihrem Passwort fragt { $issuer } auch nach einem Code aus Ihrer Authenticator-App.
settings-active-any = Nach Ihrem Passwort fragt { $issuer } auch nach einem Code.
settings-stays-on = Deshalb bleibt sie eingeschaltet.
settings-needed = <strong>Für Ihr Konto ist die Zwei-Faktor-Anmeldung Pflicht.</strong>
settings-grace = <strong>Ab dem { $until } ist die Zwei-Faktor-Anmeldung für Ihr Konto Pflicht.</strong>
settings-announced = <strong>Ab dem { $from } wird die Zwei-Faktor-Anmeldung für Ihr Konto Pflicht.</strong>
settings-announced-now = Sie können sie schon jetzt einschalten.
settings-exempt = Bis zum { $until } wird von Ihnen nichts verlangt.
settings-password-alone = Zur Anmeldung genügt allein Ihr Passwort. Wenn Sie die Zwei-Faktor-Anmeldung einschalten, ist auch ein kurzer Code nötig, den eine App auf Ihrem Handy anzeigt. Das Einschalten dauert etwa zwei Minuten.
settings-cannot = Für dieses Konto kann sie zurzeit nicht eingeschaltet werden. Fragen Sie das Team, das { $issuer } betreut.

# <span class="cs-sr"> wird vorgelesen und nicht gesehen.
settings-apps = Authenticator-Apps
settings-ways = Ihre Methoden zur Bestätigung
settings-kind = Art
settings-rename = Umbenennen<span class="cs-sr">: { $name }</span>
settings-new-name = Neuer Name
settings-save-name = Namen speichern
settings-remove = Entfernen<span class="cs-sr">: { $name }</span>
settings-remove-one = Codes aus „{ $name }“ gelten dann nicht mehr, und Geräte werden nicht mehr gemerkt.
settings-remove-last = Das ist Ihre einzige App: Wenn Sie sie entfernen, wird die Zwei-Faktor-Anmeldung ausgeschaltet, und Ihre Wiederherstellungscodes gelten nicht mehr.
settings-remove-last-way = Das ist Ihre einzige Methode: Wenn Sie sie entfernen, wird die Zwei-Faktor-Anmeldung ausgeschaltet, und Ihre Wiederherstellungscodes gelten nicht mehr.
settings-remove-way-button = Diese Methode entfernen<span class="cs-sr">: { $name }</span>
settings-remove-button = Diese App entfernen<span class="cs-sr">: { $name }</span>
settings-only-app = Das ist Ihre einzige App, und für Ihr Konto ist die Zwei-Faktor-Anmeldung Pflicht. Deshalb können Sie sie nicht entfernen. Wenn Sie auf ein neues Handy wechseln, fügen Sie zuerst das neue hinzu.
settings-only-way = Das ist Ihre einzige Methode, und für Ihr Konto ist die Zwei-Faktor-Anmeldung Pflicht. Deshalb können Sie sie nicht entfernen. Wenn Sie zu einer anderen wechseln möchten, fügen Sie zuerst die andere hinzu.
settings-replace = Wenn Sie eine App ersetzen möchten, fügen Sie zuerst die neue hinzu. Die alte funktioniert weiter, bis Sie sie entfernen.
settings-add-way = Weitere Methode hinzufügen
settings-add = Authenticator-App hinzufügen
settings-full = Mehr Methoden kann ein Konto nicht haben. Um eine weitere hinzuzufügen, entfernen Sie zuerst eine.

settings-recovery = Wiederherstellungscodes
settings-recovery-left =
    { $count ->
        [one] <strong>{ $count } von { $total }</strong> Codes ist übrig. Mit einem Wiederherstellungscode können Sie sich anmelden, wenn Ihr Handy nicht zur Hand ist.
       *[other] <strong>{ $count } von { $total }</strong> Codes sind übrig. Mit einem Wiederherstellungscode können Sie sich anmelden, wenn Ihr Handy nicht zur Hand ist.
    }
settings-recovery-none = <strong>Sie haben keine Wiederherstellungscodes.</strong> Wenn Sie jetzt Ihr Handy verlieren, können Sie sich nicht anmelden. Erstellen Sie neue Codes und sichern Sie sie.
settings-recovery-few = <strong>Es sind nur noch wenige übrig.</strong> Erstellen Sie neue Codes und sichern Sie sie.
settings-renew = Neue Codes erstellen
settings-renew-what =
    { $count ->
        [one] Sie bekommen { $count } neuen Code, der nur einmal angezeigt wird. Die Codes, die Sie jetzt haben, werden sofort ungültig.
       *[other] Sie bekommen { $count } neue Codes, die nur einmal angezeigt werden. Die Codes, die Sie jetzt haben, werden sofort ungültig.
    }
settings-renew-button = Neue Wiederherstellungscodes erstellen

settings-devices = Gemerkte Geräte
settings-devices-intro = Auf diesen Geräten werden Sie nicht nach einem Code gefragt, bis ihre Zeit um ist. Wenn Sie eines davon nicht kennen, entfernen Sie es und ändern Sie Ihr Passwort.
settings-no-device = Es wird kein Gerät gemerkt. Bei jeder Anmeldung wird nach einem Code gefragt.
settings-this-device = Dieses Gerät
settings-device-since = Gemerkt seit
settings-device-seen = Zuletzt gesehen
settings-device-ends = Gemerkt bis
settings-forget = Entfernen<span class="cs-sr">: { $device }</span>
settings-forget-all = Alle Geräte entfernen
settings-browser-on-system = { $browser } auf { $system }
settings-browser-unknown-on-system = Ein Browser auf { $system }
settings-browser-unknown = Ein Browser

settings-administration = Administration: die Zwei-Faktor-Anmeldung anderer Personen

on-behalf-title = Sie handeln gerade als eine andere Person
on-behalf-intro = <strong class="cs-break">{ $actor }</strong> ist angemeldet und handelt als <strong class="cs-break">{ $subject }</strong>. Die Einstellungen der Zwei-Faktor-Anmeldung von <span class="cs-break">{ $subject }</span> werden nicht angezeigt, und es kann nichts hinzugefügt werden.
on-behalf-must-activate = <strong>Sie haben selbst keinen zweiten Faktor.</strong> Hören Sie auf, als eine andere Person zu handeln, schalten Sie die Zwei-Faktor-Anmeldung für Ihr eigenes Konto ein, und kommen Sie dann zurück.
on-behalf-disabled = Die Zwei-Faktor-Anmeldung ist für <span class="cs-break">{ $subject }</span> abgeschaltet und kann von dieser Person wieder eingeschaltet werden.
on-behalf-disable-title = Wenn diese Person sich nicht mehr anmelden kann
on-behalf-disable-intro = Sie können alle Apps, Wiederherstellungscodes und gemerkten Geräte von <span class="cs-break">{ $subject }</span> löschen. Die Person wird per E-Mail benachrichtigt. Das wird mit beiden Namen im Protokoll aufbewahrt. Vorher wird Ihr eigener zweiter Faktor abgefragt.
on-behalf-disable = Zwei-Faktor-Anmeldung stellvertretend für <span class="cs-break">{ $subject }</span> abschalten
on-behalf-disable-button = Zwei-Faktor-Anmeldung von { $subject } abschalten
on-behalf-detail = { $actor } handelt als { $subject }; die Einstellungen der Zwei-Faktor-Anmeldung dieser Person werden nicht angezeigt.
