### The page of rules: who must have a second factor. $rule: a rule as a sentence (rule-sentence-…), in a heading, in quotation marks or after a colon.

rule-heading = Quién debe tener un segundo factor
rule-added = Se ha añadido la regla. Se aplica desde la próxima solicitud, o desde su fecha.
rule-removed = Se ha eliminado la regla.
rule-odd =
    { $count ->
        [one] Conviene revisar <strong>{ $count } regla</strong>; el motivo figura junto a ella.
       *[other] Conviene revisar <strong>{ $count } reglas</strong>; el motivo figura junto a cada una.
    }
rule-made-here = Reglas creadas aquí
rule-none-yet = Todavía no hay ninguna.
rule-add-below = Añada una más abajo.
rule-which-decides = Decide la regla más cercana a la persona: antes una sobre el usuario que una sobre un rol, después una dirección o una lista, después un dominio y después todo el mundo. De dos igual de cercanas, decide la más estricta.
rule-of-application = Reglas de la aplicación
rule-of-application-hint = Forman parte del programa y no se pueden cambiar aquí.
rule-of-application-none = Ninguna: todo el mundo puede tener un segundo factor y nadie está obligado.
rule-more = { $count } más.

rule-sentence-require =
    { $kind ->
        [role] Toda persona con el rol { $value } debe tener un segundo factor
        [domain] Toda persona con una dirección en el dominio { $value } debe tener un segundo factor
        [domain_and_below] Toda persona con una dirección en el dominio { $value } o en un subdominio debe tener un segundo factor
        [address] Quien tenga la dirección { $value } debe tener un segundo factor
        [list] Toda persona de la lista { $value } debe tener un segundo factor
        [user] El usuario { $value } debe tener un segundo factor
       *[everyone] Todo el mundo debe tener un segundo factor
    }
rule-sentence-offer =
    { $kind ->
        [role] Toda persona con el rol { $value } puede tener un segundo factor
        [domain] Toda persona con una dirección en el dominio { $value } puede tener un segundo factor
        [domain_and_below] Toda persona con una dirección en el dominio { $value } o en un subdominio puede tener un segundo factor
        [address] Quien tenga la dirección { $value } puede tener un segundo factor
        [list] Toda persona de la lista { $value } puede tener un segundo factor
        [user] El usuario { $value } puede tener un segundo factor
       *[everyone] Todo el mundo puede tener un segundo factor
    }
rule-sentence-off =
    { $kind ->
        [role] Ninguna persona con el rol { $value } tiene un segundo factor
        [domain] Ninguna persona con una dirección en el dominio { $value } tiene un segundo factor
        [domain_and_below] Ninguna persona con una dirección en el dominio { $value } o en un subdominio tiene un segundo factor
        [address] Quien tenga la dirección { $value } no tiene un segundo factor
        [list] Ninguna persona de la lista { $value } tiene un segundo factor
        [user] El usuario { $value } no tiene un segundo factor
       *[everyone] Nadie tiene un segundo factor
    }

rule-from = A partir del { $from }.
rule-holds-from = Se aplica a partir del { $from }.
rule-begins = Entra en vigor el { $from }.
rule-grace-until = La activación se puede posponer hasta el { $until }.
rule-grace-for = La activación se puede posponer durante { $period } desde que la regla entre en vigor.
rule-grace-skips =
    { $count ->
        [1] La activación se puede posponer una vez.
       *[other] La activación se puede posponer { $count } veces.
    }
rule-reaches-sign-in = Se aplica a cada persona en su próximo inicio de sesión.
rule-remembers-never = Los dispositivos no se recuerdan.
rule-remembers-for = Los dispositivos se pueden recordar durante { $period }.
rule-asked-again = El segundo factor se vuelve a pedir después de { $period }.
rule-no-recovery-codes = No se aceptan códigos de recuperación.
rule-no-apps = No se aceptan aplicaciones de autenticación.
rule-no-mail = No se aceptan códigos por correo electrónico.
rule-made-by = Creada por { $who } el { $at }
rule-made-by-application = Creada por la aplicación
rule-author = { $who }, el { $at }
rule-author-application = la aplicación

rule-finding = <strong>Revise esto:</strong> { $finding }
rule-matches-nobody = De los usuarios conocidos hasta ahora, esta regla no se refiere a ninguno.
rule-contradicts = Contradice “{ $rule }”. Decide la más estricta de las dos.
rule-shadowed = No cambia nada, porque “{ $rule }” ya lo dice.

rule-remove = Eliminar<span class="cs-sr">: { $rule }</span>
rule-remove-what = Lo que solo esta regla exigía a las personas deja de exigírseles.
rule-remove-button = Eliminar esta regla<span class="cs-sr">: { $rule }</span>

rule-add = Añadir una regla
rule-whom = ¿A quién se refiere?
rule-whom-domain = Toda persona con una dirección en este dominio
rule-whom-domain-and-below = Toda persona con una dirección en este dominio o en un subdominio
rule-whom-address = Quien tenga esta dirección de correo electrónico
rule-whom-list = Toda persona de una lista de direcciones de correo electrónico
rule-whom-role = Toda persona con este rol
rule-whom-user = El usuario con este identificador
rule-whom-everyone = Todo el mundo
rule-value = Dominio, dirección, rol, identificador del usuario o nombre de la lista
rule-value-hint = Déjelo vacío para todo el mundo.
rule-list = Para una lista: sus direcciones
rule-list-addresses = Direcciones de correo electrónico
rule-list-hint = Una en cada línea; hasta unas 400. Las listas más largas deben estar en la aplicación.
rule-effect = ¿Qué hace?
rule-effect-require = Deben tener un segundo factor
rule-effect-offer = Pueden tener un segundo factor
rule-effect-off = No tienen un segundo factor y no se les pide
rule-from-which-day = ¿A partir de qué día (UTC)?
rule-from-hint = Vacío: de inmediato. Antes de ese día se avisa a quienes tendrán que hacerlo.
rule-put-off = ¿Se puede posponer una activación?
rule-put-off-until = Hasta el final de este día (UTC)
rule-put-off-last-day = Último día en que se puede posponer
rule-put-off-days = Durante este número de días desde que entre en vigor para la persona
rule-put-off-how-many-days = Durante cuántos días se puede posponer
rule-put-off-times = Este número de veces, una en cada inicio de sesión
rule-put-off-how-often = Cuántas veces se puede posponer
rule-more-settings = Más ajustes: sesiones abiertas, dispositivos recordados, cuándo volver a pedirlo
rule-reach = ¿Cuándo se aplica a quienes ya han iniciado sesión?
rule-reach-request = A todos, en su próxima solicitud
rule-reach-sign-in = Solo en su próximo inicio de sesión
rule-remember = ¿Se pueden recordar dispositivos?
rule-remember-default = Como en el resto de los casos
rule-remember-never = Nunca
rule-remember-hours = Durante este número de horas:
rule-hours = Horas
rule-max-age = Volver a pedirlo después de este número de minutos
rule-max-age-hint = Vacío: una vez en cada sesión.
rule-recovery = ¿Se aceptan códigos de recuperación?
rule-recovery-hint = Si no, quien pierda la aplicación tendrá que pedir ayuda a un administrador.
rule-apps = ¿Se aceptan aplicaciones de autenticación?
rule-mail = ¿Se aceptan códigos por correo electrónico?
rule-mail-hint = Protegen menos que una aplicación. Quien no tenga nada que se acepte presenta una vez más lo que tiene, para configurar algo que sí se acepte.
rule-yes = Sí
rule-no = No
rule-reason-hint = Las personas lo leen cuando se les pide la activación.
rule-add-button = Añadir la regla
