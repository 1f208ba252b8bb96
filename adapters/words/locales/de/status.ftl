### Wie weit jemand auf dem Weg zu einem zweiten Faktor ist: als Wort in einer Liste und als Satz, den die Administration liest.

status-label-not-required = Nicht verlangt
status-label-announced = Angekündigt
status-label-grace = Aufschub
status-label-must-activate = Einrichtung nötig
status-label-overdue = Überfällig
status-label-active = Aktiv
status-label-exempt = Freigestellt
status-label-off = Abgeschaltet
status-label-unknown = Noch unbekannt

status-not-required = Hat keinen zweiten Faktor und braucht keinen.
status-announced = Hat keinen zweiten Faktor und braucht ab dem { $from } einen.
status-grace = Hat keinen zweiten Faktor und kann die Einrichtung bis zum { $until } aufschieben.
status-skips =
    { $count ->
        [1] Hat keinen zweiten Faktor und kann die Einrichtung noch einmal aufschieben.
       *[other] Hat keinen zweiten Faktor und kann die Einrichtung noch { $count }-mal aufschieben.
    }
status-must-activate = Hat keinen zweiten Faktor und muss seit dem { $since } einen einrichten.
status-overdue = Hat noch immer keinen zweiten Faktor, obwohl seit dem { $since } einer verlangt wird.
status-active = Hat einen zweiten Faktor.
status-exempt = Bis zum { $until } wird nichts verlangt.
status-off = Für dieses Konto gibt es keinen zweiten Faktor.
