### What is wrong with a field of a form, as one sentence beside the field.

field-label-reason = Motif

field-reason = Indiquez pourquoi, en 500 caractères au maximum et sur une seule ligne.
field-until = Saisissez une date à venir, d’ici un an au plus, par exemple 2027-03-01.
field-from = Saisissez une date, par exemple 2027-03-01, ou laissez le champ vide.
field-grace = Indiquez si l’activation peut être reportée, et comment.
field-days = Saisissez un nombre de jours entre 1 et 366.
field-skips = Saisissez combien de fois l’activation peut être reportée, entre 1 et 100.
field-whom = Choisissez à qui la règle s’applique.
field-value = La règle ne peut pas porter sur cela. Un domaine s’écrit comme acme.example, une adresse comme ada@acme.example ; une valeur est toujours nécessaire, sauf pour « Tout le monde ».
field-addresses = Saisissez des adresses e-mail, une par ligne.
field-effect = Choisissez ce que fait la règle.
field-reach = Choisissez quand la règle s’applique aux personnes connectées.
field-remember = Choisissez si des appareils peuvent être mémorisés.
field-hours = Saisissez un nombre d’heures entre 1 et 8760.
field-recovery = Choisissez oui ou non.
field-email = Choisissez oui ou non. Il faut accepter au moins les applications d’authentification ou les codes par e-mail.
field-max-age = Saisissez un nombre de minutes entre 1 et 525600, ou laissez le champ vide.
field-status = Ce statut n’existe pas.
field-user = Saisissez l’identifiant d’un utilisateur.
field-other = Le contenu de ce champ n’est pas valide.
