### The log: what happened to a person, in a few words without a full stop. The person is not named.

event-challenge-passed = Introdujo un código correcto
event-challenge-failed = Introdujo un código incorrecto
event-challenge-throttled = No se le permitió entrar tras demasiados códigos incorrectos
event-enrollment-begun = Empezó a configurar un segundo factor
event-authenticator-added = Activó un segundo factor
event-authenticator-renamed = Cambió el nombre de un segundo factor
event-authenticator-removed = Quitó un segundo factor
event-recovery-code-used = Usó un código de recuperación
event-recovery-codes-renewed = Creó nuevos códigos de recuperación
event-device-remembered = Pidió que se recordara un dispositivo
event-device-stood-in = Entró con un dispositivo recordado
event-device-forgotten = Quitó un dispositivo de los recordados
event-device-copied = Se presentó una copia de un dispositivo recordado; el dispositivo ya no se recuerda
event-session-signed-out = Cerró sesión
event-credentials-changed = Cambio de contraseña o de dirección
event-requirement-began = Una regla empezó a exigir un segundo factor
event-requirement-put-off = Pospuso la activación
event-requirement-required = Se exigió un segundo factor a este usuario
event-requirement-released = Liberado de toda obligación
event-requirement-exempted = Eximido por un tiempo
event-requirement-left-to-rules = Sujeto de nuevo a las reglas
event-administrator-reset = Restablecido: se eliminó todo lo que estaba configurado
event-administrator-disabled-on-behalf = Segundo factor desactivado en nombre de este usuario
event-rule-added = Regla añadida
event-rule-removed = Regla eliminada
event-code-sent = Pidió un código por correo electrónico
event-confirmation-sent = Se le envió un enlace para confirmar la dirección
event-address-confirmed = Confirmó la dirección
event-message-not-delivered = Puede que un mensaje no se haya enviado
event-confirmations-begun = Se enviaron enlaces para confirmar direcciones a todas las personas de una lista
event-subject-renamed = Conocido desde ahora por otro identificador
event-subject-removed = Eliminado por la aplicación

event-method-totp = aplicación de autenticación
event-method-recovery = código de recuperación
event-method-email = código por correo electrónico
event-until = hasta el { $until }
event-left =
    { $count ->
        [one] queda { $count }
       *[other] quedan { $count }
    }
event-lost = { $what }: no se envió
event-unsure = { $what }: no se sabe si se envió
event-what-code = código
event-what-confirmation = enlace de confirmación

event-everybody = todos
event-by = por { $who }
