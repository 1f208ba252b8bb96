### Choosing a way of signing in (select), and codes by e-mail: the pages that send one and take it (code). $issuer: the name of the site. $to: an address of which most is hidden. $digits: how many digits a code has.

select-title = Elija cómo confirmar que es usted
select-intro = Use cualquiera de estos métodos para continuar en { $issuer }. El último que usó aparece primero.
select-app = Aplicación de autenticación
select-app-hint = Introduzca el código que muestra la aplicación en su teléfono.
select-mail = Código por correo electrónico
select-mail-hint = Enviamos un código a { $to }.
select-nothing-title = No hay ningún método disponible para confirmar que es usted
select-nothing = Ninguno de los métodos que ha configurado se puede usar en este momento.

code-title = Recibir un código por correo electrónico
code-title-sent = Introduzca el código del correo
code-intro = Enviamos un código a <strong class="cs-break">{ $to }</strong>, la dirección de su cuenta.
code-send = Enviar un código a { $to }
code-send-again = Enviar un código nuevo
code-sent = Hemos enviado un código de <span class="cs-nowrap">{ $digits } dígitos</span> a <strong class="cs-break">{ $to }</strong>. Puede tardar un minuto en llegar; mire también en la carpeta de correo no deseado.
code-good-until = El código es válido hasta las { $until } ({ $left }).
code-over = Este código ha caducado. Pida uno nuevo.
code-failed = <strong>No se pudo enviar el correo.</strong> Pida un código nuevo o pruebe otro método.
code-unsure = <strong>No sabemos si el correo ha llegado.</strong> Si dentro de un minuto no está, pida un código nuevo.
code-only-newest = Solo funciona el código más reciente.
code-again-from = Podrá pedir un código nuevo a partir de las { $until }.
code-again-now = Ya puede pedir un código nuevo.
code-hint = Introduzca el código más reciente que le hemos enviado.
code-use = Recibir un código por correo electrónico

code-none = En este momento no se pueden enviar códigos por correo electrónico.
code-none-unconfirmed = Ahora no se pueden usar códigos por correo electrónico, porque la dirección de su cuenta no está confirmada.
code-none-shared = No se pueden usar códigos por correo electrónico, porque otra cuenta tiene la misma dirección.
code-none-no-address = No se pueden usar códigos por correo electrónico, porque su cuenta no tiene ninguna dirección.
code-lost = ¿No tiene acceso a su correo electrónico?

code-wrong = Ese código no es correcto. Introduzca el código más reciente que le hemos enviado.
code-spent = Ese código ya se ha usado. Pida uno nuevo.
code-expired = Ninguno de los códigos que le hemos enviado para este paso sigue siendo válido. Pida uno nuevo.
code-malformed = Introduzca los { $digits } dígitos del código y nada más.
code-too-soon = Se acaba de enviar un código, o se han enviado muchos en la última hora. Podrá pedir uno nuevo a partir de las { $until }.

code-title-another = Añadir otro método
code-first = Antes que nada, active los códigos por correo electrónico. Demuestran que su cuenta en { $issuer } es suya. Después podrá añadir una aplicación de autenticación.
code-intro-ways = Después de su contraseña, también introducirá un código corto. Así, nadie puede iniciar sesión en { $issuer } solo con su contraseña. Elija de dónde vendrán sus códigos.
code-intro-another = Un segundo método le permite iniciar sesión cuando no tenga a mano el primero. El que ya tiene sigue funcionando.
code-app-better = Una aplicación le protege mejor que el correo electrónico: sus códigos nunca salen del teléfono y funcionan sin conexión.
code-way = Códigos por correo electrónico
code-way-hint = En cada inicio de sesión enviamos un código a <strong class="cs-break">{ $address }</strong>.
code-way-weaker = Quien pueda leer su correo electrónico también puede leer estos códigos.
code-way-send = Enviar el primer código
code-confirm-name = Nombre para este método
code-confirm-name-hint = Para distinguirlo de otros más adelante. Hasta 64 caracteres.
code-confirm-name-error = Ese nombre no se puede usar. Introduzca de 1 a 64 caracteres normales.
code-start-again = Empezar de nuevo
code-name =
    { $number ->
        [1] Código por correo electrónico
       *[other] Código por correo electrónico { $number }
    }

code-problem-too-soon = Se acaba de enviar un código, o se han enviado muchos en la última hora.
code-problem-expired = Ninguno de los códigos enviados para este paso sigue siendo válido. Pida uno nuevo.
code-problem-confirm = Los códigos por correo electrónico no se activaron
code-problem-first = Active primero los códigos por correo electrónico
code-problem-first-detail = Active los códigos por correo electrónico antes que nada. Demuestran que la cuenta es suya.
code-problem-not-yet = Todavía no
code-problem-not-yet-detail = Se acaba de enviar un mensaje, o se han enviado muchos en la última hora. Podrá pedir que se le envíe otro a partir de las { $until }.
