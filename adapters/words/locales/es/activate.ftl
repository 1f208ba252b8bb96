### Turning on two-factor sign-in: the page that explains (activate), the page with the QR code (confirm), and the page with the recovery codes (codes). $issuer: the name of the site.

activate-title = Activar el inicio de sesión con dos factores
activate-title-another = Añadir otra aplicación de autenticación
activate-title-app = Añadir una aplicación de autenticación
activate-heading = Activar el inicio de sesión con <span class="cs-nowrap">dos factores</span>

activate-expired = <strong>La configuración no se terminó a tiempo y se ha cancelado.</strong> No ha cambiado nada. Empiece de nuevo; recibirá un nuevo código QR. Si su aplicación ya muestra una entrada del intento anterior, elimine esa entrada.

activate-needs-app = <strong>Para continuar, necesita una aplicación de autenticación.</strong> Los códigos por correo electrónico no bastan para ello. Añadirla lleva unos dos minutos y después llegará adonde quería ir.
activate-intro-app = Una aplicación le protege mejor que los códigos por correo electrónico, y algunos pasos en { $issuer } solo se pueden dar con una aplicación.

activate-needed = <strong>Es obligatorio para su cuenta.</strong>
activate-skips =
    { $count ->
        [1] Puede posponerlo una vez más.
       *[other] Puede posponerlo { $count } veces más.
    }
activate-needed-first = <strong>Es obligatorio para su cuenta: hágalo antes de continuar.</strong>
activate-overdue = Es obligatorio desde el { $since }.
activate-grace = <strong>Será obligatorio para su cuenta a partir del { $until }.</strong>
activate-grace-until-then = Hasta entonces puede continuar sin hacerlo.
activate-announced = <strong>Será obligatorio para su cuenta a partir del { $from }.</strong>
activate-announced-now = Puede hacerlo ya y así no tendrá que volver a pensar en ello.
activate-exempt = No se le pide nada hasta el { $until }. De todos modos, puede activar el inicio de sesión con dos factores.
activate-required = Este sitio exige el inicio de sesión con dos factores para su cuenta.

activate-intro = Después de su contraseña, también introducirá un código corto que muestra una aplicación en su teléfono. Así, nadie puede iniciar sesión en { $issuer } solo con su contraseña.
activate-intro-another = Una segunda aplicación, por ejemplo en otro teléfono, le permite iniciar sesión cuando no tenga a mano la primera. La que ya tiene sigue funcionando.

activate-step-app = Tenga lista una aplicación de autenticación
activate-step-app-hint = Sirve cualquiera, por ejemplo Google Authenticator, Microsoft Authenticator, Duo, FreeOTP o un gestor de contraseñas que muestre este tipo de códigos.
activate-step-scan = Escanee un código QR con la aplicación
activate-step-scan-hint = Lo mostramos en la página siguiente. También puede escribir una <span class="cs-nowrap">clave de configuración</span>.
activate-step-code = Introduzca el código que muestra la aplicación
activate-step-code-hint = Así, tanto usted como nosotros sabremos que funciona.
activate-step-code-then = Después recibirá códigos de recuperación, por si pierde su teléfono.

activate-show = Mostrar el código QR
activate-show-hint = Solo se muestra una vez, así que tenga su teléfono a mano.
activate-not-now =
    { $count ->
        [one] Ahora no (queda { $count } vez)
       *[other] Ahora no (quedan { $count } veces)
    }
activate-not-now-back = Ahora no, volver a { $issuer }

confirm-title-scan = Escanee el código QR
confirm-title-code = Introduzca el código de su aplicación

confirm-scan = En su aplicación de autenticación, elija añadir una cuenta y apunte la cámara a este cuadrado.
confirm-qr = Código QR para su aplicación de autenticación. Si no puede escanearlo, use la clave de configuración que aparece más abajo.
confirm-shown-as-account = La aplicación lo mostrará como <strong>{ $issuer }</strong>, <span class="cs-break">{ $account }</span>.
confirm-shown-as = La aplicación lo mostrará como <strong>{ $issuer }</strong>.
confirm-open = Abrir en una aplicación de este teléfono
confirm-cannot-scan = ¿No puede escanearlo?
confirm-type-key = En la aplicación, elija introducir una clave de configuración y escriba esta. Los espacios no importan. Si la aplicación pide un tipo, elija “Basada en tiempo”.
confirm-key = Clave de configuración
confirm-copy-key = Copiar la clave
confirm-keep-key = No la comparta con nadie: quien tenga esta clave puede generar sus códigos.
confirm-open-here = Si la aplicación está en el dispositivo que está usando ahora, también puede <a href="{ $href }">abrir la configuración en esa aplicación</a>.
confirm-again = Introduzca el código que su aplicación muestra ahora. El código QR solo se muestra una vez; si no lo escaneó, <a href="{ $href }">empiece de nuevo</a>.

confirm-then = Después, introduzca el código que muestra la aplicación
confirm-code-hint =
    { $count ->
        [one] Cambia cada segundo.
       *[other] Cambia cada { $count } segundos.
    }
confirm-name = Nombre para esta aplicación
confirm-name-hint = Para distinguirla de otras más adelante, por ejemplo “Mi teléfono”. Hasta 64 caracteres.
confirm-name-error = Ese nombre no se puede usar. Introduzca de 1 a 64 caracteres normales y después el código que su aplicación muestra ahora.
confirm-name-proposed = Aplicación de autenticación
confirm-name-proposed-numbered = Aplicación de autenticación { $number }
confirm-enable = Confirmar y activar
confirm-start-again = Empezar de nuevo con otro código QR

confirm-problem = La aplicación no se activó
confirm-problem-name = Ese nombre no se puede usar.
confirm-problem-malformed = Eso no puede ser un código.
confirm-problem-wrong = Ese código no es correcto.

codes-title = Guarde sus códigos de recuperación
codes-activated = <strong>El inicio de sesión con dos factores está activado.</strong>
codes-app = Ahora “{ $name }” genera sus códigos.
codes-mail = A partir de ahora recibirá sus códigos por correo electrónico.
codes-renewed = <strong>Tiene un nuevo juego de códigos de recuperación.</strong> El juego anterior ya no funciona.
codes-intro = Si pierde su teléfono, un código de recuperación le permite iniciar sesión sin él. Cada código funciona una sola vez. <strong>Solo se muestran ahora</strong>, así que guárdelos antes de continuar: en papel o en un gestor de contraseñas, pero no en el teléfono que tiene la aplicación.
codes-intro-mail = Si no puede acceder a su correo electrónico, un código de recuperación le permite iniciar sesión sin él. Cada código funciona una sola vez. <strong>Solo se muestran ahora</strong>, así que guárdelos antes de continuar: en papel o en un gestor de contraseñas, pero no en su buzón de correo.
codes-print-title = { $issuer }: códigos de recuperación
codes-list = Códigos de recuperación
codes-download = Descargar
codes-copy = Copiar
codes-print = Imprimir
codes-continue = Ya los he guardado, continuar
codes-file-name = { $issuer }-codigos-de-recuperacion.txt
codes-file-title = Códigos de recuperación para { $issuer } ({ $account })
codes-file-once = Cada código funciona una sola vez.
