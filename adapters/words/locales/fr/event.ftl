### The log: what happened to a person, in a few words without a full stop. The person is not named.

event-challenge-passed = Code correct saisi
event-challenge-failed = Code erroné saisi
event-challenge-throttled = Refus après trop de codes erronés
event-enrollment-begun = Configuration d’un second facteur commencée
event-authenticator-added = Second facteur activé
event-authenticator-renamed = Second facteur renommé
event-authenticator-removed = Second facteur retiré
event-recovery-code-used = Code de récupération utilisé
event-recovery-codes-renewed = Nouveaux codes de récupération créés
event-device-remembered = Appareil mémorisé à la demande de l’utilisateur
event-device-stood-in = Connexion depuis un appareil mémorisé
event-device-forgotten = Appareil retiré des appareils mémorisés
event-device-copied = Une copie d’un appareil mémorisé s’est présentée ; l’appareil n’est plus mémorisé
event-session-signed-out = Déconnexion
event-credentials-changed = Changement de mot de passe ou d’adresse
event-requirement-began = Une règle a commencé à exiger un second facteur
event-requirement-put-off = Activation reportée
event-requirement-required = Un second facteur a été exigé de cet utilisateur
event-requirement-released = Libéré de toute obligation
event-requirement-exempted = Dispensé temporairement
event-requirement-left-to-rules = De nouveau soumis aux règles
event-administrator-reset = Réinitialisation : tout ce qui était configuré a été supprimé
event-administrator-disabled-on-behalf = Second facteur désactivé au nom de cet utilisateur
event-rule-added = Règle ajoutée
event-rule-removed = Règle supprimée
event-code-sent = Code envoyé par e-mail à la demande de l’utilisateur
event-confirmation-sent = Lien envoyé pour confirmer l’adresse
event-address-confirmed = Adresse confirmée
event-message-not-delivered = Un message n’est peut-être pas parti
event-confirmations-begun = Liens de confirmation d’adresse envoyés à toutes les personnes d’une liste
event-subject-renamed = Désormais connu sous un autre identifiant
event-subject-removed = Supprimé par l’application

event-method-totp = application d’authentification
event-method-recovery = code de récupération
event-method-email = code par e-mail
event-until = jusqu’au { $until }
event-left = il en reste { $count }
event-lost = { $what } : l’envoi a échoué
event-unsure = { $what } : on ne sait pas si l’envoi a réussi
event-what-code = code
event-what-confirmation = lien de confirmation

event-everybody = tout le monde
event-by = par { $who }
