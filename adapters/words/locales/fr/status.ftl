### Where somebody is on the way to a second factor: as a label in a list, and as a sentence about them that administrators read.

status-label-not-required = Non obligatoire
status-label-announced = Annoncé
status-label-grace = Délai accordé
status-label-must-activate = À activer
status-label-overdue = En retard
status-label-active = Actif
status-label-exempt = Dispensé
status-label-off = Désactivé
status-label-unknown = Encore inconnu

status-not-required = N’a pas de second facteur et n’en a pas besoin.
status-announced = N’a pas de second facteur et devra en avoir un à partir du { $from }.
status-grace = N’a pas de second facteur et peut en reporter l’activation jusqu’au { $until }.
status-skips =
    { $count ->
        [1] N’a pas de second facteur et peut encore en reporter l’activation une fois.
       *[other] N’a pas de second facteur et peut encore en reporter l’activation { $count } fois.
    }
status-must-activate = N’a pas de second facteur et doit en activer un depuis le { $since }.
status-overdue = N’a toujours pas de second facteur, alors qu’il est exigé depuis le { $since }.
status-active = A un second facteur.
status-exempt = Rien ne lui est demandé jusqu’au { $until }.
status-off = Il n’y a pas de second facteur pour ce compte.
