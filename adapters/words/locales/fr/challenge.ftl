### The page that asks for a code. $issuer: the name of the site. $digits: how many digits a code has, 6 to 8.

challenge-title = Saisissez votre code
challenge-title-recovery = Saisissez un code de récupération
challenge-title-step-up = Confirmez que c’est bien vous

challenge-step-up = La prochaine étape est importante : elle demande un nouveau code, même si vous avez déjà ouvert une session.
challenge-on-trial = Votre application a été ajoutée avec un code reçu par e-mail. Pour votre sécurité, elle ne suffit ici qu’à partir du { $until }.

challenge-recovery = Les codes de récupération sont ceux que vous avez enregistrés en activant la connexion à deux facteurs pour { $issuer }. Saisissez-en un que vous n’avez pas encore utilisé. Chacun ne fonctionne qu’une fois.
challenge-app = Ouvrez votre application d’authentification et saisissez le code à <span class="cs-nowrap">{ $digits } chiffres</span> pour <strong>{ $issuer }</strong>.
challenge-app-named = Ouvrez votre application d’authentification (« { $name } ») et saisissez le code à <span class="cs-nowrap">{ $digits } chiffres</span> pour <strong>{ $issuer }</strong>.

challenge-wait = <strong>Trop de codes erronés ont été saisis.</strong> Vous pourrez réessayer à { $until }.
challenge-wait-three = Si c’est bien vous, vous pouvez aussi vous connecter en saisissant trois codes corrects de suite, chaque fois un nouveau.
challenge-wait-over = L’attente est terminée : vous pouvez réessayer maintenant.

challenge-code-label = Code à { $digits } chiffres
challenge-code-hint = Le code change souvent ; saisissez celui que votre application affiche en ce moment.
challenge-code-digits = { $digits } chiffres
challenge-recovery-label = Code de récupération
challenge-recovery-hint = 25 lettres et chiffres. Tirets, espaces, majuscules ou minuscules : peu importe.

challenge-code-wrong = Ce code n’est pas correct. Vérifiez l’heure de votre téléphone : elle doit être réglée automatiquement. Saisissez ensuite le code que l’application affiche en ce moment.
challenge-code-spent = Ce code a déjà été utilisé. Attendez le suivant.
challenge-code-malformed = Saisissez les { $digits } chiffres affichés par votre application, et rien d’autre.
challenge-recovery-wrong = Ce code de récupération n’est pas correct, ou il a déjà été utilisé. Vérifiez chaque lettre et chaque chiffre. Les codes d’un ancien jeu ne fonctionnent plus.
challenge-recovery-spent = Ce code de récupération a déjà été utilisé. Saisissez-en un autre de votre jeu.
challenge-recovery-malformed = Un code de récupération comporte 25 lettres et chiffres, en cinq groupes de cinq. Vérifiez qu’il ne manque rien.
challenge-unavailable = La méthode de connexion choisie n’est pas disponible. Utilisez celle qui est proposée ici.
challenge-tries-left =
    { $count ->
        [one] Il vous reste { $count } essai.
       *[other] Il vous reste { $count } essais.
    }

challenge-remember = Mémoriser cet appareil pendant { $period }
challenge-remember-hint = Uniquement sur un appareil que personne d’autre n’utilise. Aucun code ne vous y sera demandé jusqu’à la fin de cette durée.

challenge-continue = Continuer
challenge-confirm = Confirmer

challenge-other = Essayer une autre méthode
challenge-use-recovery = Utiliser un code de récupération
challenge-use-app = Utiliser l’application d’authentification
challenge-lost-codes = Vous n’avez plus de code de récupération ni accès à votre application d’authentification ?
challenge-lost-both = Vous avez perdu à la fois votre téléphone et vos codes de récupération ?
challenge-lost-phone = Vous avez perdu votre téléphone ?
challenge-help = Demandez de l’aide aux personnes qui gèrent { $issuer }. Elles peuvent réinitialiser votre connexion à deux facteurs.

challenge-problem = Le code n’a pas été accepté
challenge-problem-malformed = Cela ne peut pas être un code.
challenge-problem-unavailable = Cette méthode n’est pas disponible.
challenge-problem-wrong = Ce code n’est pas correct.
challenge-problem-spent = Ce code a déjà été utilisé.
challenge-problem-wait = Trop de codes étaient erronés. Réessayez plus tard.
