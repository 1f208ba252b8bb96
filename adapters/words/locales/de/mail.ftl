### E-Mails. Alles ist reiner Text: kein HTML und keine Zeilenumbrüche.

## Was in mehreren E-Mails steht

mail-about = In dieser E-Mail geht es um das Konto { $account } bei { $site }. Sie wurde automatisch verschickt; Antworten darauf werden nicht gelesen.
mail-settings = Ihre Einstellungen für die Zwei-Faktor-Anmeldung:
mail-happened = Das geschah am { $moment }.

## Ein Code

mail-code-subject = Ihr Code für { $site }
mail-code-what = Das ist Ihr Code für Ihr Konto { $account } bei { $site }:
mail-code-lasts = Der Code gilt nur einmal, { $period } lang, und nur in dem Browser, in dem er angefordert wurde.
mail-code-advice = Wenn Sie ihn nicht gerade selbst angefordert haben, kennt jemand anders Ihr Passwort: Ändern Sie es. Sagen Sie diesen Code nie jemandem, auch nicht Leuten, die behaupten, für { $site } zu arbeiten.

## Ein Link, mit dem jemand eine Adresse bestätigt

mail-confirmation-subject = Bestätigen Sie diese E-Mail-Adresse für { $site }
mail-confirmation-what = Diese E-Mail-Adresse soll für das Konto { $account } bei { $site } bestätigt werden, damit Codes für die Anmeldung an sie geschickt werden können.
mail-confirmation-button = Wenn dieses Konto Ihnen gehört, öffnen Sie die Seite unten und drücken Sie dort auf die Schaltfläche. Von da an können Codes für die Anmeldung bei diesem Konto an diese Adresse geschickt werden.
mail-confirmation-lasts = Die Seite kann { $period } lang verwendet werden.
mail-confirmation-link = Seite öffnen, um diese Adresse zu bestätigen
mail-confirmation-advice = Wenn dieses Konto nicht Ihnen gehört, tun Sie nichts. Solange niemand auf die Schaltfläche drückt, werden keine Codes hierher geschickt.

## Ein zweiter Faktor wurde hinzugefügt

mail-added-subject = Zu Ihrem Konto bei { $site } wurde ein zweiter Faktor hinzugefügt
mail-added-what = Zu Ihrem Konto { $account } bei { $site } wurde ein zweiter Faktor hinzugefügt. Er kann ab jetzt zur Anmeldung verwendet werden.
mail-added-advice = Wenn Sie das nicht waren, kann sich jemand anders bei Ihrem Konto anmelden. Ändern Sie jetzt Ihr Passwort, und entfernen Sie dann den neuen Faktor auf der Seite unten.

## Ein zweiter Faktor wurde entfernt

mail-removed-subject = Von Ihrem Konto bei { $site } wurde ein zweiter Faktor entfernt
mail-removed-what = Von Ihrem Konto { $account } bei { $site } wurde ein zweiter Faktor entfernt. Er kann nicht mehr zur Anmeldung verwendet werden.
mail-removed-advice = Wenn Sie das nicht waren, kann sich jemand anders bei Ihrem Konto anmelden. Ändern Sie jetzt Ihr Passwort. Prüfen Sie dann die Seite unten, und richten Sie Ihren zweiten Faktor neu ein.

## Ein Wiederherstellungscode wurde benutzt

mail-recovery-subject = Für Ihr Konto bei { $site } wurde ein Wiederherstellungscode verwendet
mail-recovery-what = Für Ihr Konto { $account } bei { $site } wurde ein Wiederherstellungscode verwendet.
mail-recovery-left =
    { $left ->
        [one] Sie haben noch { $left } Wiederherstellungscode.
       *[other] Sie haben noch { $left } Wiederherstellungscodes.
    }
mail-recovery-few =
    { $left ->
        [one] Sie haben nur noch { $left } Wiederherstellungscode. Erstellen Sie auf der Seite unten neue, und bewahren Sie sie an einem sicheren Ort auf.
       *[other] Sie haben nur noch { $left } Wiederherstellungscodes. Erstellen Sie auf der Seite unten neue, und bewahren Sie sie an einem sicheren Ort auf.
    }
mail-recovery-none = Das war Ihr letzter Wiederherstellungscode. Erstellen Sie jetzt auf der Seite unten neue: Ohne sie könnten Sie sich nicht mehr anmelden, wenn Sie Ihr Handy verlieren.
mail-recovery-advice = Wenn Sie das nicht waren, kennt jemand anders Ihr Passwort und hat Ihre Wiederherstellungscodes. Ändern Sie jetzt Ihr Passwort, und erstellen Sie dann auf der Seite unten neue Wiederherstellungscodes; die alten gelten danach nicht mehr.

## Es gibt neue Wiederherstellungscodes

mail-renewed-subject = Für Ihr Konto bei { $site } gibt es neue Wiederherstellungscodes
mail-renewed-what = Für Ihr Konto { $account } bei { $site } wurden neue Wiederherstellungscodes erstellt. Die früheren gelten nicht mehr.
mail-renewed-advice = Wenn Sie das nicht waren, kann sich jemand anders bei Ihrem Konto anmelden. Ändern Sie jetzt Ihr Passwort, und erstellen Sie dann auf der Seite unten neue Wiederherstellungscodes.

## Ein Gerät wird gemerkt

mail-remembered-subject = { $site } merkt sich ein Gerät für Ihr Konto
mail-remembered-what = Jemand hat sich bei Ihrem Konto { $account } bei { $site } angemeldet und das Gerät merken lassen. Auf diesem Gerät wird eine Zeit lang kein zweiter Faktor abgefragt.
mail-remembered-advice = Wenn Sie das nicht waren, kann sich jemand anders bei Ihrem Konto anmelden. Ändern Sie jetzt Ihr Passwort, und entfernen Sie dann auf der Seite unten alle gemerkten Geräte.

## Das richtige Passwort und dann ein falscher Code

mail-wrong-subject = Für Ihr Konto bei { $site } wurde ein falscher Code eingegeben
mail-wrong-what = Jemand hat das Passwort Ihres Kontos { $account } bei { $site } eingegeben und danach einen falschen Code. Die Anmeldung ist damit nicht gelungen.
mail-wrong-advice = Wenn Sie das waren, ist alles in Ordnung. Wenn nicht, kennt jemand anders Ihr Passwort: Ändern Sie es jetzt, auch überall sonst, wo Sie dasselbe verwenden.

## Jemand hat eine Kopie dessen, woran ein gemerktes Gerät erkannt wird

mail-copied-subject = Ein gemerktes Gerät Ihres Kontos bei { $site } wurde kopiert
mail-copied-what = Für Ihr Konto { $account } bei { $site } hat jemand eine Kopie der Daten verwendet, an denen wir eines Ihrer Geräte erkennen. Wir merken uns dieses Gerät nicht mehr: Dort wird wieder ein zweiter Faktor abgefragt.
mail-copied-advice = Vielleicht hat ein Schadprogramm auf einem Ihrer Geräte die Kopie gemacht. Suchen Sie nach solchen Programmen, ändern Sie Ihr Passwort auf einem Gerät, dem Sie vertrauen, und prüfen Sie dann die Seite unten.

## Die Administration hat alles Eingerichtete gelöscht

mail-reset-subject = Die Zwei-Faktor-Anmeldung Ihres Kontos bei { $site } wurde zurückgesetzt
mail-reset-what = Die Administration hat die Zwei-Faktor-Anmeldung für Ihr Konto { $account } bei { $site } zurückgesetzt. Alles, was eingerichtet war, ist gelöscht: Apps, Wiederherstellungscodes und gemerkte Geräte.
mail-reset-next = Sie können sie auf der Seite unten neu einrichten. Wenn { $site } sie von Ihnen verlangt, werden Sie bei der nächsten Anmeldung dazu aufgefordert.
mail-reset-advice = Wenn Sie nicht darum gebeten haben, sagen Sie sofort dem Team Bescheid, das { $site } betreut, und ändern Sie Ihr Passwort.

## Ein zweiter Faktor wird verlangt werden

mail-announced-subject = { $site } wird einen zweiten Faktor verlangen
mail-announced-what = Ab dem { $moment } verlangt { $site } einen zweiten Faktor, wenn Sie sich bei Ihrem Konto { $account } anmelden.
mail-announced-why = Ein zweiter Faktor schützt Sie auch dann, wenn jemand anders an Ihr Passwort gekommen ist: Nötig wäre dann noch etwas anderes von Ihnen, zum Beispiel Ihr Handy.
mail-announced-advice = Sie können den zweiten Faktor schon heute in wenigen Minuten auf der Seite unten einrichten.

## Ein zweiter Faktor wird verlangt

mail-grace-subject = Richten Sie bald Ihren zweiten Faktor für { $site } ein
mail-grace-what = { $site } verlangt für Ihr Konto { $account } einen zweiten Faktor. Sie können die Einrichtung bis zum { $moment } aufschieben.
mail-grace-then = Danach müssen Sie den zweiten Faktor einrichten, bevor Sie Ihr Konto wieder verwenden können.
mail-grace-advice = Das dauert nur wenige Minuten und geht auf der Seite unten.
