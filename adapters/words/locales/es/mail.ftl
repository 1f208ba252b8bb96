### Letters by mail: plain text, no HTML, no line breaks. $site: the name of the site; $account: the name of the account there.

## What stands in several letters

mail-about = Este correo se refiere a la cuenta { $account } en { $site }. Se ha enviado automáticamente; nadie lee las respuestas.
mail-settings = Sus ajustes del inicio de sesión con dos factores:
mail-happened = Ocurrió el { $moment }.

## A code

mail-code-subject = Su código para { $site }
mail-code-what = Este es el código para su cuenta { $account } en { $site }:
mail-code-lasts = Funciona una sola vez, durante { $period }, y solo en el navegador que lo pidió.
mail-code-advice = Si no acaba de pedirlo, otra persona conoce su contraseña: cámbiela. No le diga nunca este código a nadie, ni siquiera a quien diga que trabaja para { $site }.

## A link with which somebody confirms that an address is theirs

mail-confirmation-subject = Confirme esta dirección de correo electrónico para { $site }
mail-confirmation-what = Se ha pedido confirmar esta dirección de correo electrónico para la cuenta { $account } en { $site }, de modo que se puedan enviar a ella códigos de inicio de sesión.
mail-confirmation-button = Si esta cuenta es suya, abra la página que aparece más abajo y pulse el botón de esa página. A partir de entonces se podrán enviar a esta dirección códigos para iniciar sesión en la cuenta.
mail-confirmation-lasts = La página se puede usar durante { $period }.
mail-confirmation-link = Abrir la página para confirmar esta dirección
mail-confirmation-advice = Si esta cuenta no es suya, no haga nada. Mientras nadie pulse el botón, no se envía ningún código a esta dirección.

## A second factor was added.

mail-added-subject = Se añadió un segundo factor a su cuenta en { $site }
mail-added-what = Se añadió un segundo factor a su cuenta { $account } en { $site }. A partir de ahora se puede usar para iniciar sesión.
mail-added-advice = Si no fue usted, otra persona puede iniciar sesión en su cuenta. Cambie su contraseña ahora y después quite el nuevo factor en la página que aparece más abajo.

## A second factor was removed.

mail-removed-subject = Se quitó un segundo factor de su cuenta en { $site }
mail-removed-what = Se quitó un segundo factor de su cuenta { $account } en { $site }. Ya no se puede usar para iniciar sesión.
mail-removed-advice = Si no fue usted, otra persona puede iniciar sesión en su cuenta. Cambie su contraseña ahora y después revise la página que aparece más abajo y vuelva a configurar su segundo factor.

## A recovery code was used. $left is how many codes are left.

mail-recovery-subject = Se usó un código de recuperación para su cuenta en { $site }
mail-recovery-what = Se usó un código de recuperación para su cuenta { $account } en { $site }.
mail-recovery-left =
    { $left ->
        [one] Le queda { $left } código de recuperación.
       *[other] Le quedan { $left } códigos de recuperación.
    }
mail-recovery-few =
    { $left ->
        [one] Solo le queda { $left } código de recuperación. Cree otros nuevos en la página que aparece más abajo y guárdelos en un lugar seguro.
       *[other] Solo le quedan { $left } códigos de recuperación. Cree otros nuevos en la página que aparece más abajo y guárdelos en un lugar seguro.
    }
mail-recovery-none = Ese era su último código de recuperación. Cree otros nuevos ahora en la página que aparece más abajo: sin ninguno, no podría iniciar sesión si perdiera su teléfono.
mail-recovery-advice = Si no fue usted, otra persona conoce su contraseña y tiene sus códigos de recuperación. Cambie su contraseña ahora y después cree nuevos códigos de recuperación en la página que aparece más abajo; los anteriores dejarán de funcionar.

## There are new recovery codes.

mail-renewed-subject = Hay nuevos códigos de recuperación para su cuenta en { $site }
mail-renewed-what = Se crearon nuevos códigos de recuperación para su cuenta { $account } en { $site }. Los anteriores ya no funcionan.
mail-renewed-advice = Si no fue usted, otra persona puede iniciar sesión en su cuenta. Cambie su contraseña ahora y después cree nuevos códigos de recuperación en la página que aparece más abajo.

## A device is remembered.

mail-remembered-subject = Ahora se recuerda un dispositivo para su cuenta en { $site }
mail-remembered-what = Alguien que inició sesión en su cuenta { $account } en { $site } hizo que se recordara el dispositivo. Durante un tiempo no se pide un segundo factor en ese dispositivo.
mail-remembered-advice = Si no fue usted, otra persona puede iniciar sesión en su cuenta. Cambie su contraseña ahora y después haga que se olviden todos los dispositivos en la página que aparece más abajo.

## The right password, and then a wrong code: the first one of the day.

mail-wrong-subject = Se introdujo un código incorrecto para su cuenta en { $site }
mail-wrong-what = Alguien introdujo la contraseña de su cuenta { $account } en { $site } y después un código incorrecto. Con ese código no pudo iniciar sesión.
mail-wrong-advice = Si fue usted, todo está bien. Si no fue usted, otra persona conoce su contraseña: cámbiela ahora, y también en todos los demás sitios donde use la misma.

## Somebody has a copy of what a remembered device is recognized by.

mail-copied-subject = Se copió un dispositivo recordado de su cuenta en { $site }
mail-copied-what = Alguien usó, para su cuenta { $account } en { $site }, una copia de los datos por los que se reconoce uno de sus dispositivos. Ese dispositivo ya no se recuerda: en él se vuelve a pedir un segundo factor.
mail-copied-advice = Es posible que un programa dañino en uno de sus dispositivos haya hecho la copia. Busque programas de ese tipo, cambie su contraseña en un dispositivo en el que confíe y después revise la página que aparece más abajo.

## An administrator took away everything that was set up.

mail-reset-subject = Se restableció el inicio de sesión con dos factores de su cuenta en { $site }
mail-reset-what = Un administrador ha restablecido el inicio de sesión con dos factores de su cuenta { $account } en { $site }. Se ha eliminado todo lo que estaba configurado: aplicaciones, códigos de recuperación y dispositivos recordados.
mail-reset-next = Puede volver a configurarlo en la página que aparece más abajo. Si { $site } se lo exige, se le pedirá la próxima vez que inicie sesión.
mail-reset-advice = Si no lo pidió usted, avise de inmediato a las personas que administran { $site } y cambie su contraseña.

## A second factor will be required. $moment is when that begins.

mail-announced-subject = { $site } pedirá un segundo factor
mail-announced-what = A partir del { $moment }, { $site } le pedirá un segundo factor cuando inicie sesión en su cuenta { $account }.
mail-announced-why = Un segundo factor impide el paso a quien haya conseguido su contraseña: necesitaría además algo que tiene usted, como su teléfono.
mail-announced-advice = Puede configurarlo hoy mismo, en pocos minutos, en la página que aparece más abajo.

## A second factor is required. $moment is until when it can be put off.

mail-grace-subject = Configure pronto su segundo factor para { $site }
mail-grace-what = { $site } exige un segundo factor para su cuenta { $account }. Puede posponer su configuración hasta el { $moment }.
mail-grace-then = Después tendrá que configurarlo antes de poder volver a usar su cuenta.
mail-grace-advice = Se hace en pocos minutos, en la página que aparece más abajo.
