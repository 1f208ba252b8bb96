### What is wrong with a field of a form, as one sentence beside the field.

field-label-reason = Motivo

field-reason = Indique el motivo, con 500 caracteres como máximo y en una sola línea.
field-until = Introduzca una fecha futura, dentro de un año como máximo, por ejemplo 2027-03-01.
field-from = Introduzca una fecha, por ejemplo 2027-03-01, o deje el campo vacío.
field-grace = Elija si la activación se puede posponer, y cómo.
field-days = Introduzca un número de días del 1 al 366.
field-skips = Introduzca cuántas veces se puede posponer la activación, de 1 a 100.
field-whom = Elija a quién se refiere la regla.
field-value = La regla no puede referirse a eso. Un dominio tiene la forma acme.example y una dirección, la forma ada@acme.example; siempre hace falta un valor, salvo para “Todo el mundo”.
field-addresses = Introduzca direcciones de correo electrónico, cada una en su propia línea.
field-effect = Elija qué hace la regla.
field-reach = Elija cuándo se aplica la regla a quienes ya han iniciado sesión.
field-remember = Elija si se pueden recordar dispositivos.
field-hours = Introduzca un número de horas del 1 al 8760.
field-recovery = Elija sí o no.
field-email = Elija sí o no. Hay que aceptar al menos las aplicaciones de autenticación o los códigos por correo electrónico.
field-max-age = Introduzca un número de minutos del 1 al 525600, o deje el campo vacío.
field-status = Ese estado no existe.
field-user = Introduzca el identificador de un usuario.
field-other = Lo que contiene este campo no es válido.
