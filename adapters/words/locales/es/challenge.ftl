### The page that asks for a code. $issuer: the name of the site. $digits: how many digits a code has, 6 to 8.

challenge-title = Introduzca su código
challenge-title-recovery = Introduzca un código de recuperación
challenge-title-step-up = Confirme que es usted

challenge-step-up = El siguiente paso es importante y por eso requiere un código nuevo, aunque ya haya iniciado sesión.
challenge-on-trial = Su aplicación se añadió con un código enviado por correo electrónico. Por su seguridad, solo vale para esto a partir del { $until }.

challenge-recovery = Los códigos de recuperación son los que guardó cuando activó el inicio de sesión con dos factores para { $issuer }. Introduzca cualquiera que no haya usado todavía. Cada uno funciona una sola vez.
challenge-app = Abra su aplicación de autenticación e introduzca el código de <span class="cs-nowrap">{ $digits } dígitos</span> para <strong>{ $issuer }</strong>.
challenge-app-named = Abra su aplicación de autenticación (“{ $name }”) e introduzca el código de <span class="cs-nowrap">{ $digits } dígitos</span> para <strong>{ $issuer }</strong>.

challenge-wait = <strong>Se han introducido demasiados códigos incorrectos.</strong> Podrá intentarlo de nuevo a las { $until }.
challenge-wait-three = Si de verdad es usted, también puede entrar introduciendo tres códigos correctos seguidos, cada vez uno nuevo.
challenge-wait-over = La espera ha terminado: ya puede intentarlo de nuevo.

challenge-code-label = Código de { $digits } dígitos
challenge-code-hint = El código cambia a menudo; introduzca el que su aplicación muestra ahora.
challenge-code-digits = { $digits } dígitos
challenge-recovery-label = Código de recuperación
challenge-recovery-hint = 25 letras y cifras. No importan los guiones, los espacios ni las minúsculas.

challenge-code-wrong = Ese código no es correcto. Compruebe la hora de su teléfono: debe ajustarse automáticamente. Después introduzca el código que la aplicación muestra ahora.
challenge-code-spent = Ese código ya se ha usado. Espere al siguiente.
challenge-code-malformed = Introduzca los { $digits } dígitos que muestra su aplicación y nada más.
challenge-recovery-wrong = Ese código de recuperación no es correcto o ya se ha usado. Compruebe cada letra y cada cifra. Los códigos de un juego anterior ya no funcionan.
challenge-recovery-spent = Ese código de recuperación ya se ha usado. Introduzca otro de su juego.
challenge-recovery-malformed = Un código de recuperación tiene 25 letras y cifras, en cinco grupos de cinco. Compruebe que no falte nada.
challenge-unavailable = El método de inicio de sesión que eligió no está disponible. Use el que se ofrece aquí.
challenge-tries-left =
    { $count ->
        [one] Le queda { $count } intento.
       *[other] Le quedan { $count } intentos.
    }

challenge-remember = Recordar este dispositivo durante { $period }
challenge-remember-hint = Solo en un dispositivo que nadie más use. En él no se le pedirá ningún código hasta que pase ese tiempo.

challenge-continue = Continuar
challenge-confirm = Confirmar

challenge-other = Probar otro método
challenge-use-recovery = Usar un código de recuperación
challenge-use-app = Usar la aplicación de autenticación
challenge-lost-codes = ¿No le quedan códigos de recuperación ni tiene acceso a su aplicación de autenticación?
challenge-lost-both = ¿Ha perdido el teléfono y también los códigos de recuperación?
challenge-lost-phone = ¿Ha perdido el teléfono?
challenge-help = Pida ayuda a las personas que administran { $issuer }. Pueden restablecer su inicio de sesión con dos factores.

challenge-problem = El código no se aceptó
challenge-problem-malformed = Eso no puede ser un código.
challenge-problem-unavailable = Ese método no está disponible.
challenge-problem-wrong = Ese código no es correcto.
challenge-problem-spent = Ese código ya se ha usado.
challenge-problem-wait = Hubo demasiados códigos incorrectos. Inténtelo de nuevo más tarde.
