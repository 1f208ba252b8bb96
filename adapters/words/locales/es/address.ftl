### Confirming the address of an account: the page behind the link in the e-mail, and the pages that ask for such a link. $address: an e-mail address. $issuer: the name of the site.

address-title = Confirme su dirección de correo electrónico
address-ask = ¿Es <strong class="cs-break">{ $address }</strong> su dirección en { $issuer }? Con este botón indica que usted lee lo que llega a ella.
address-confirm = Confirmar esta dirección
address-not-yours = Si no conoce { $issuer }, cierre esta página: no pasará nada.
address-done-title = La dirección está confirmada
address-done = { $issuer } ya puede enviar códigos y mensajes a <strong class="cs-break">{ $address }</strong>.
address-already = La dirección <strong class="cs-break">{ $address }</strong> está confirmada. No tiene que hacer nada más.
address-over-title = Este enlace ya no es válido
address-over = Tiene más de 24 horas, se ha enviado otro más reciente o la dirección de la cuenta ha cambiado desde entonces. Para recibir un enlace nuevo, abra sus ajustes del inicio de sesión con dos factores.
address-unknown-title = Este enlace no funciona
address-unknown = Puede que falte una parte. Abra otra vez el enlace del correo o cópielo entero.
address-close = Puede cerrar esta página y continuar donde estaba.
address-settings = Abrir los ajustes del inicio de sesión con dos factores

address-nothing-title = No hay nada que confirmar
address-nothing = La dirección de su cuenta ya está confirmada, o no hay ninguna que se pueda confirmar.
address-first = Se podrán enviar códigos a <strong class="cs-break">{ $address }</strong> cuando haya confirmado que esa dirección es suya.
address-send = Enviarme un enlace para confirmarla
address-send-again = Enviar un enlace nuevo
address-sent = Hemos enviado un enlace a <strong class="cs-break">{ $address }</strong>. Es válido durante 24 horas; ábralo en cualquier dispositivo y después vuelva aquí.
address-failed = <strong>No se pudo enviar el correo con el enlace.</strong> Inténtelo de nuevo o pida ayuda.
address-again-from = Podrá pedir que se le envíe otro a partir de las { $until }.
address-on-its-way = El correo está en camino.

address-heading = Dirección de correo electrónico
address-badge-confirmed = Confirmada
address-badge-unconfirmed = Sin confirmar
address-badge-shared = En varias cuentas
address-used-for = A ella se envían los mensajes sobre su inicio de sesión con dos factores y también los códigos, si activa los códigos por correo electrónico.
address-first-settings = Todavía no se ha confirmado que usted lee lo que llega a ella. Hasta entonces no se pueden enviar códigos a esta dirección.
