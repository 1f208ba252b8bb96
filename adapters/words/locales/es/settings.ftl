### A person's settings; and (on-behalf) the page of whoever acts as another person. $issuer: the name of the site. $name: how the person has called an app.

settings-title = Inicio de sesión con dos factores

settings-name-error = Ese nombre no se puede usar, así que no ha cambiado nada. Un nombre tiene de 1 a 64 caracteres normales.
settings-renamed = El nuevo nombre se ha guardado.
settings-removed = El método se ha quitado. Sus códigos ya no funcionan aquí; si era una aplicación, puede eliminar la entrada en ella.
settings-forgotten = Hecho. A partir de ahora se pide un código en todo dispositivo que ya no se recuerda.

settings-status = Estado
settings-on = Activado
settings-off = No activado
settings-status-off = Desactivado

settings-switched-off = El inicio de sesión con dos factores está desactivado para usted. No se le pide ningún código y no tiene que hacer nada.
settings-exempt-active = No se le pide ningún código hasta el { $until }.
settings-active = Después de su contraseña, { $issuer } también pide un código de su aplicación de autenticación.
settings-active-any = Después de su contraseña, { $issuer } también pide un código.
settings-stays-on = Por eso, el inicio de sesión con dos factores sigue activado.
settings-needed = <strong>El inicio de sesión con dos factores es obligatorio para su cuenta.</strong>
settings-grace = <strong>El inicio de sesión con dos factores será obligatorio para su cuenta a partir del { $until }.</strong>
settings-announced = <strong>A partir del { $from }, el inicio de sesión con dos factores será obligatorio para su cuenta.</strong>
settings-announced-now = Puede activarlo ya.
settings-exempt = No se le pide nada hasta el { $until }.
settings-password-alone = Su contraseña basta por sí sola para iniciar sesión. Si activa el inicio de sesión con dos factores, también hará falta un código corto que muestra una aplicación en su teléfono. La activación lleva unos dos minutos.
settings-cannot = Por ahora no se puede activar para esta cuenta. Consulte a las personas que administran { $issuer }.

# <span class="cs-sr"> is read out and not seen.
settings-apps = Aplicaciones de autenticación
settings-ways = Métodos para confirmar que es usted
settings-kind = Tipo
settings-rename = Cambiar el nombre<span class="cs-sr"> de { $name }</span>
settings-new-name = Nuevo nombre
settings-save-name = Guardar el nombre
settings-remove = Quitar<span class="cs-sr"> { $name }</span>
settings-remove-one = Los códigos de “{ $name }” dejarán de funcionar y los dispositivos dejarán de recordarse.
settings-remove-last = Es su única aplicación: si la quita, se desactiva el inicio de sesión con dos factores y sus códigos de recuperación dejan de funcionar.
settings-remove-last-way = Es su único método de confirmación: si lo quita, se desactiva el inicio de sesión con dos factores y sus códigos de recuperación dejan de funcionar.
settings-remove-way-button = Quitar este método<span class="cs-sr">: { $name }</span>
settings-remove-button = Quitar esta aplicación<span class="cs-sr">: { $name }</span>
settings-only-app = Es su única aplicación y el inicio de sesión con dos factores es obligatorio para su cuenta, así que no se puede quitar. Para cambiar de teléfono, añada primero el nuevo.
settings-only-way = Es su único método de confirmación y el inicio de sesión con dos factores es obligatorio para su cuenta, así que no se puede quitar. Para cambiar a otro, añada primero ese otro.
settings-replace = Para sustituir una aplicación, añada primero la nueva. La anterior sigue funcionando hasta que la quite.
settings-add-way = Añadir otro método
settings-add = Añadir una aplicación de autenticación
settings-full = Ya tiene todos los métodos que puede tener una cuenta. Para añadir otro, quite uno primero.

settings-recovery = Códigos de recuperación
settings-recovery-left =
    { $count ->
        [one] Le queda <strong>{ $count } código de { $total }</strong>. Un código de recuperación le permite iniciar sesión cuando no tiene a mano su teléfono.
       *[other] Le quedan <strong>{ $count } códigos de { $total }</strong>. Un código de recuperación le permite iniciar sesión cuando no tiene a mano su teléfono.
    }
settings-recovery-none = <strong>No tiene códigos de recuperación.</strong> Si pierde su teléfono ahora, no podrá iniciar sesión. Cree un nuevo juego y guárdelo.
settings-recovery-few = <strong>Solo quedan unos pocos.</strong> Cree un nuevo juego y guárdelo.
settings-renew = Crear un nuevo juego
settings-renew-what =
    { $count ->
        [one] Recibirá { $count } código nuevo, que se muestra una sola vez. Los códigos que tiene ahora dejan de funcionar de inmediato.
       *[other] Recibirá { $count } códigos nuevos, que se muestran una sola vez. Los códigos que tiene ahora dejan de funcionar de inmediato.
    }
settings-renew-button = Crear nuevos códigos de recuperación

settings-devices = Dispositivos recordados
settings-devices-intro = En estos dispositivos no se pide ningún código hasta que se cumpla su plazo. Si no reconoce alguno, olvídelo y cambie su contraseña.
settings-no-device = No se recuerda ningún dispositivo. En cada inicio de sesión se pide un código.
settings-this-device = Este dispositivo
settings-device-since = Recordado desde el
settings-device-seen = Última actividad
settings-device-ends = Recordado hasta el
settings-forget = Olvidar<span class="cs-sr"> { $device }</span>
settings-forget-all = Olvidar todos los dispositivos
settings-browser-on-system = { $browser } en { $system }
settings-browser-unknown-on-system = Un navegador en { $system }
settings-browser-unknown = Un navegador

settings-administration = Administración: el inicio de sesión con dos factores de otras personas

on-behalf-title = Está actuando en nombre de otra persona
on-behalf-intro = <strong class="cs-break">{ $actor }</strong> ha iniciado sesión y actúa en nombre de <strong class="cs-break">{ $subject }</strong>. Los ajustes del inicio de sesión con dos factores de <span class="cs-break">{ $subject }</span> no se muestran y no se les puede añadir nada.
on-behalf-must-activate = <strong>Usted no tiene un segundo factor propio.</strong> Deje de actuar en nombre de otra persona, active el inicio de sesión con dos factores para su propia cuenta y vuelva.
on-behalf-disabled = El inicio de sesión con dos factores está desactivado para <span class="cs-break">{ $subject }</span>, que puede volver a activarlo.
on-behalf-disable-title = Si esta persona ya no puede entrar
on-behalf-disable-intro = Puede eliminar todas las aplicaciones, los códigos de recuperación y los dispositivos recordados de <span class="cs-break">{ $subject }</span>; se avisa de ello a esa persona por correo electrónico. Queda guardado en el registro con los dos nombres. Antes se le pide a usted su propio segundo factor.
on-behalf-disable = Desactivar el inicio de sesión con dos factores en nombre de <span class="cs-break">{ $subject }</span>
on-behalf-disable-button = Desactivar el inicio de sesión con dos factores de { $subject }
on-behalf-detail = { $actor } actúa en nombre de { $subject }, cuyos ajustes del inicio de sesión con dos factores no se muestran.
