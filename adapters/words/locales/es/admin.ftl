### The pages of administrators: people, one person, why, and the log. The rules are in rule.ftl. $user: the name of a person.

admin-navigation = Administración
admin-people = Usuarios
admin-rules = Reglas
admin-log = Registro
admin-own-settings = Mi propio inicio de sesión con dos factores

admin-pages = Páginas
admin-previous = Anterior
admin-next = Siguiente
admin-page = Página { $number }
admin-no-such-page = Esa página no existe.
admin-first-page = Mostrar la primera

admin-people-heading = Los usuarios y su inicio de sesión con dos factores
admin-settling = <strong>La lista todavía se está calculando</strong> tras un cambio de las reglas. Vuelva a abrir la página dentro de un minuto para ver las cifras definitivas.
admin-overview = Resumen
admin-have-one =
    { $count ->
        [one] <strong>{ $count } de { $total }</strong> tiene un segundo factor.
       *[other] <strong>{ $count } de { $total }</strong> tienen un segundo factor.
    }
admin-missing =
    { $count ->
        [one] <strong>{ $count }</strong> debe activar uno y aún no lo ha hecho:
       *[other] <strong>{ $count }</strong> deben activar uno y aún no lo han hecho:
    }
admin-nobody-missing = Todos los que deben activar uno ya lo han hecho.
admin-status-count = { $status }: { $count }
admin-by-status = Todos, por estado:
admin-by-domain = Por dominio
admin-by-role = Por rol
admin-people-by-domain = Usuarios por dominio
admin-people-by-role = Usuarios por rol
admin-column-have = Tienen uno
admin-column-missing = Deben activarlo
admin-more-groups =
    { $count ->
        [one] No se muestra { $count } grupo más pequeño.
       *[other] No se muestran { $count } grupos más pequeños.
    }
admin-nobody-yet = Aún no hay ningún usuario.
admin-nobody-yet-why = Aún no hay ningún usuario. Los usuarios aparecen aquí con su primer inicio de sesión, o de inmediato si la aplicación proporciona un directorio de sus usuarios.
admin-those-who-match = Usuarios encontrados
admin-everybody = Todos
admin-nobody-matches = No se encontró a nadie. La búsqueda tiene en cuenta cómo <em>empieza</em> el nombre, la dirección o el identificador.

admin-search-people = Buscar usuarios
admin-begins-with = El nombre, la dirección o el identificador empieza por
admin-status = Estado
admin-any = Cualquiera
admin-domain = Dominio
admin-role = Rol
admin-tenant = Organización
admin-search = Buscar
admin-show-everybody = Mostrar todos
admin-name = Nombre
admin-roles = Roles
admin-roles-label = Roles:
admin-download-everybody = Descargar todos los usuarios como tabla (CSV)
admin-download-matching = Descargar los usuarios encontrados como tabla (CSV)

admin-until = hasta el { $until }
admin-from = a partir del { $from }
admin-since = desde el { $since }
admin-skips-left =
    { $count ->
        [one] puede posponerlo { $count } vez más
       *[other] puede posponerlo { $count } veces más
    }

admin-why-title = Por qué: { $user }
admin-why-heading = Por qué se pide o no un segundo factor a <span class="cs-break">{ $user }</span>
admin-explanation = Explicación
admin-everything = Todo sobre este usuario
admin-decided-nobody = Ninguna regla vigente se refiere a este usuario, así que se le ofrece un segundo factor, pero no se le exige.
admin-decided-rule = Decide esta regla: “{ $rule }”.
admin-decided-own = Un administrador ({ $by }) ha tomado una decisión sobre este usuario en concreto, y eso cuenta más que cualquier regla: { $decision }.
admin-decided-held-rule = A este usuario se le exige un segundo factor desde el { $since }, por la regla “{ $rule }”. Se le sigue exigiendo, aunque ya no se deduzca de su dirección, sus roles o su organización, hasta que un administrador decida sobre el usuario o elimine la regla.
admin-decided-held = A este usuario se le exige un segundo factor desde el { $since }: un administrador lo restableció, o ya se le exigía en el lugar del que procede. Se le sigue exigiendo hasta que un administrador decida sobre el usuario.
admin-reason-given = Motivo indicado: { $reason }

admin-own-require = este usuario debe tener un segundo factor
admin-own-require-until = este usuario debe tener un segundo factor y puede posponer su activación hasta el { $until }
admin-own-require-for = este usuario debe tener un segundo factor y puede posponer su activación durante { $period } tras la entrada en vigor
admin-own-require-skips =
    { $count ->
        [1] este usuario debe tener un segundo factor y puede posponer su activación una vez
       *[other] este usuario debe tener un segundo factor y puede posponer su activación { $count } veces
    }
admin-own-release = este usuario no necesita un segundo factor, digan lo que digan las reglas
admin-own-exempt = a este usuario no se le pide nada hasta el { $until }, digan lo que digan las reglas
admin-own-ended = Decisión de un administrador ({ $by }), tomada el { $at }: { $decision }. Ya no está vigente. Motivo: { $reason }

admin-asked-nothing = No se pide nada.
admin-asked-if-enrolled = Si hay un segundo factor, se pide al iniciar sesión; no se exige ninguno.
admin-asked-grace = Se exige un segundo factor; quien no lo tiene puede entrar sin él hasta el { $until }.
admin-asked-always = Se exige un segundo factor; quien no lo tiene debe activar uno primero.
admin-asked-recent = Debe haberse presentado un segundo factor hace menos de { $period }.

admin-lost = Reglas que no decidieron ({ $count })
admin-lost-more =
    { $count ->
        [one] { $count } más que no se refiere a este usuario.
       *[other] { $count } más que no se refieren a este usuario.
    }
admin-lost-own-decides = Un administrador ha decidido sobre este usuario.
admin-lost-held-decides = Sigue vigente una exigencia anterior.
admin-lost-farther-away = Decide una regla más cercana a este usuario.
admin-lost-less-strict = Decide una regla del mismo tipo que es más estricta, o igual de estricta y anterior.
admin-lost-not-yet = Todavía no está vigente.
admin-lost-not-about = No se refiere a este usuario.

admin-exempt-kinds = No se pide nada en estos tipos de inicio de sesión: { $kinds }.
admin-exempt-kinds-whatever = Con independencia de lo que se indique aquí, no se pide nada en estos tipos de inicio de sesión: { $kinds }.
admin-kind-sso = inicio de sesión único
admin-kind-sso-mfa = inicio de sesión único que pidió varios factores
admin-kind-api-key = claves de API
admin-kind-service = cuentas de servicio

admin-status-why = Estado y explicación
admin-user = Usuario
admin-key = Identificador
admin-address = Correo electrónico
admin-not-confirmed = { $address } (sin confirmar)
admin-no-address = ninguno
admin-no-roles = ninguno
admin-set-up = Lo que está configurado
admin-nothing-set-up = Nada.
admin-kind = Tipo
admin-recovery-left = Códigos de recuperación restantes
admin-recovery-count = { $count } de { $total }
admin-devices = Dispositivos recordados
admin-history = Historial
admin-history-all = Historial completo en el registro
admin-own-account = Esta es su propia cuenta. Aquí nadie decide sobre su propia cuenta; pídaselo a otro administrador.

admin-done-required = Ahora se exige un segundo factor a este usuario.
admin-done-released = Este usuario ya no necesita un segundo factor.
admin-done-exempted = A este usuario no se le pide nada hasta que termine la exención.
admin-done-follows-rules = Las reglas vuelven a decidir sobre este usuario.
admin-done-reset = Se ha restablecido este usuario. Se ha eliminado todo lo que tenía configurado, se han cerrado todas sus sesiones, sus dispositivos ya no se recuerdan y debe hacer la activación de nuevo.

admin-decide = Decidir sobre este usuario
admin-decide-intro = Lo que se decide aquí cuenta más que cualquier regla. El motivo se guarda en el registro y el usuario puede leerlo.
admin-require = Exigir un segundo factor
admin-put-off = ¿Se puede posponer?
admin-put-off-no = No: de inmediato
admin-release = Liberar de toda obligación
admin-release-what = El usuario no necesita un segundo factor, digan lo que digan las reglas, hasta que alguien decida otra cosa. Si tiene uno configurado, se le sigue pidiendo.
admin-release-button = Liberar a este usuario
admin-exempt = Eximir por un tiempo
admin-exempt-what = Hasta entonces no se pide nada al usuario, ni siquiera un segundo factor que tenga configurado. Después, las reglas vuelven a aplicarse por sí solas.
admin-last-day = Último día (UTC)
admin-exempt-button = Eximir a este usuario
admin-follow = Volver a seguir las reglas
admin-follow-what = Se levanta lo que se decidió sobre este usuario, así como una exigencia que siguiera vigente. A partir de entonces, solo cuentan las reglas.
admin-follow-button = Dejar que decidan las reglas
admin-reason-hint = Se guarda en el registro.
admin-reason-hint-user = Se guarda en el registro y el usuario puede leerlo.
admin-reason-hint-activation = El usuario lo lee en la página de activación.
admin-reason-hint-reset = Cómo ha comprobado que se trata del usuario. Se guarda en el registro.

admin-reset-title = ¿Teléfono y códigos de recuperación perdidos?
admin-reset-what = Al restablecer, se eliminan todas las aplicaciones, los códigos de recuperación y los dispositivos recordados, y se cierran todas las sesiones en las que se presentó un segundo factor. Se avisa al usuario por correo electrónico y, en su próximo inicio de sesión, debe hacer la activación de nuevo. Asegúrese de que es realmente el usuario quien lo pide.
admin-reset = Restablecer este usuario
admin-reset-button = Eliminar todo lo que { $user } ha configurado

admin-entries = Entradas
admin-search-log = Buscar en el registro
admin-key-of-user = Identificador de un usuario
admin-show-everything = Mostrar todo
admin-nothing-about-user = No hay nada sobre este usuario.
admin-nothing-yet = Todavía no ha ocurrido nada.

admin-address-open = Dirección sin confirmar
admin-address-shared = Otra cuenta tiene la misma dirección, así que no se envían a ella ni códigos ni enlaces.
admin-resend = Volver a enviar el enlace
admin-resend-hint = El usuario recibe un correo con un enlace para confirmar la dirección. Cualquier enlace enviado antes deja entonces de ser válido.
admin-done-confirmation = El correo con el enlace está en camino.
admin-confirm-many = Pedir que se confirmen las direcciones
admin-confirm-many-what = Cada persona de esta lista cuya dirección no esté confirmada recibe, una sola vez, un correo con un enlace. El envío continúa en segundo plano.
admin-confirm-everybody = Enviar un enlace a todos
admin-confirm-matching = Enviar un enlace a los usuarios encontrados
admin-confirm-progress = Progreso del envío
admin-nothing-to-confirm = No hay nada que confirmar
admin-nothing-to-confirm-detail = La dirección ya está confirmada, no hay ninguna que se pueda confirmar o aquí no se envían correos.
admin-confirmations = Confirmación de las direcciones
admin-confirmations-progress = Enlaces por correo electrónico
admin-confirmations-none = Todavía no se ha hecho ningún envío masivo de enlaces.
admin-confirmations-run = El envío comenzó el { $began } y sigue en curso.
admin-confirmations-ended = El envío comenzó el { $began } y terminó el { $ended }.
admin-confirmations-seen = Usuarios examinados
admin-confirmations-sent = Enlaces enviados
admin-confirmations-left = Aún no aceptados por el servidor de correo
admin-confirmations-confirmed = Direcciones confirmadas
admin-confirmations-recent = Ya recibieron un enlace en la última hora
admin-confirmations-without = Sin dirección, o dirección de varias cuentas
admin-confirmations-failed = No se pudieron entregar
admin-confirmations-unsure = Quizá no entregados
admin-confirmations-unsure-hint = A quien quizá no haya recibido su enlace no se le manda otro en este envío, para que nadie reciba dos. Vuelva a enviarlo en la página del usuario.
admin-confirmations-by-itself = Las cifras se actualizan cada cinco segundos.
admin-confirmations-still = Dejar de actualizar
admin-confirmations-again = Mostrar las cifras actuales
