### Where somebody is on the way to a second factor: as a label in a list, and as a sentence about them that administrators read.

status-label-not-required = No obligatorio
status-label-announced = Anunciado
status-label-grace = Plazo de gracia
status-label-must-activate = Debe activarlo
status-label-overdue = Fuera de plazo
status-label-active = Activo
status-label-exempt = Exento
status-label-off = Desactivado
status-label-unknown = Aún desconocido

status-not-required = No tiene un segundo factor y no lo necesita.
status-announced = No tiene un segundo factor y necesitará uno a partir del { $from }.
status-grace = No tiene un segundo factor y puede posponer su activación hasta el { $until }.
status-skips =
    { $count ->
        [1] No tiene un segundo factor y puede posponer su activación una vez más.
       *[other] No tiene un segundo factor y puede posponer su activación { $count } veces más.
    }
status-must-activate = No tiene un segundo factor y debe activar uno desde el { $since }.
status-overdue = Sigue sin tener un segundo factor, aunque se le exige desde el { $since }.
status-active = Tiene un segundo factor.
status-exempt = No se le pide nada hasta el { $until }.
status-off = Esta cuenta no tiene un segundo factor.
