### What stands on more than one page. $issuer: the name of the site, such as "Example App".

common-title = Connexion à deux facteurs
common-error-title = Erreur : { $title }

common-account = Compte :
common-acting = { $actor } en tant que { $who }
common-sign-out = Se déconnecter

common-back-home = Retour à { $issuer }
common-back-settings = Retour aux paramètres de connexion à deux facteurs

common-reason = Motif : { $reason }

common-added = Date d’ajout
common-last-used = Dernière utilisation
common-never-used = Pas encore

common-copied = Copié.
common-copy-by-hand = Votre navigateur ne l’a pas permis. Le texte est sélectionné : copiez-le vous-même.

common-sentence = { $text }.
common-separator = { " ; " }
