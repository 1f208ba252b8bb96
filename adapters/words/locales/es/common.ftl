### What stands on more than one page. $issuer: the name of the site, such as "Example App".

common-title = Inicio de sesión con dos factores
common-error-title = Error: { $title }

common-account = Cuenta:
common-acting = { $actor } en nombre de { $who }
common-sign-out = Cerrar sesión

common-back-home = Volver a { $issuer }
common-back-settings = Volver a los ajustes del inicio de sesión con dos factores

common-reason = Motivo: { $reason }

common-added = Fecha de alta
common-last-used = Último uso
common-never-used = Todavía no

common-copied = Copiado.
common-copy-by-hand = Su navegador no lo permitió. El texto está seleccionado: cópielo desde ahí.

common-sentence = { $text }.
common-separator = { "; " }
